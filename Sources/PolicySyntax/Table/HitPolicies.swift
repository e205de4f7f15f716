internal import Diagnostics

/// The hit policies of DMN 1.5, section 8.2.8, by the letters that stand in the corner.
enum HitPolicies {
  static let letters = ["U", "A", "P", "F", "R", "O", "C", "C+", "C<", "C>", "C#"]

  /// Reports a corner that holds no hit policy.
  static func check(_ corner: SourceText, _ findings: Findings) {
    guard !letters.contains(corner.text) else { return }
    findings.add(TableMessages.noHitPolicy(corner, meant: meant(by: corner.text)))
  }

  private static func meant(by text: String) -> String? {
    if letters.contains(text.uppercased()) { return text.uppercased() }
    return names[text.lowercased()]
  }

  private static let names = [
    "unique": "U", "any": "A", "priority": "P", "first": "F", "rule order": "R",
    "output order": "O", "collect": "C", "sum": "C+", "min": "C<", "max": "C>", "count": "C#",
    "唯一": "U", "首个": "F", "优先": "P", "Ｕ": "U", "Ｆ": "F", "": "U",
  ]
}

/// Rules are numbered 1, 2, 3 …, so that a message can say which one is meant.
struct RuleNumbering {
  private var next = 1
  private var wrong: [(found: SourceText, expected: Int)] = []

  /// Takes the number of the next rule.
  mutating func see(_ number: SourceText) {
    if number.text != String(next) { wrong.append((number, next)) }
    next += 1
  }

  /// Passes over a rule that could not be read.
  mutating func skip() { next += 1 }

  /// One message with all corrections, because a rule put in between shifts all that follow.
  var message: Diagnostic? {
    guard let first = wrong.first else { return nil }
    return TableMessages.wrongNumber(
      first.found, expected: first.expected, others: wrong.count - 1,
      fixes: wrong.map { .init(replace: $0.found.range, with: String($0.expected)) })
  }
}
