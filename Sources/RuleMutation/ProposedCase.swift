import Determinations
import Diagnostics
import FEELSyntax
public import PolicyModel
import Quantities

/// A case that would notice a mistake in the rules, ready to be put among the others.
public struct ProposedCase: Sendable {
  let question: CaseQuestion
  let applicant: Applicant
  let date: CalendarDate
  let expected: [CaseExpectations.Entry]
  /// What the mistake is part of.
  let name: String
  let sources: [String]

  /// The policy it is about.
  public var policy: PolicyID { question.policy }

  /// The pilot whose rules apply; nil for the nation's.
  public var pilot: PilotID? { question.pilot }

  /// The case as an entry of `cases:`, its facts complete.
  public var yaml: String {
    let clauses = sources.isEmpty ? "" : " (\(sources.joined(separator: ", ")))"
    var text = "  - case: \(Self.scalar("\(name) on \(date)\(clauses)"))\n    date: \(date)\n"
    if let known = question.known { text += "    known: \(known)\n" }
    text += "    facts:\n"
    for fact in applicant.facts {
      text += "      \(Self.scalar(fact.name.text)): \(Self.text(of: fact.value))\n"
    }
    if let grants = applicant.grants { text += "      grants: \(Self.text(of: grants))\n" }
    return text + "    expect: {\(expectations)}\n"
  }

  private var expectations: String {
    var parts: [String] = []
    var done: Set<String> = []
    for entry in expected {
      guard let inner = entry.inner else {
        let value = entry.key == "refer" ? entry.value : Self.scalar(entry.value)
        parts.append("\(entry.key): \(value)")
        continue
      }
      _ = inner
      guard done.insert(entry.key).inserted else { continue }
      let own = expected.filter { $0.key == entry.key }.map { entry in
        "\(Self.scalar(entry.inner ?? "")): \(entry.value == "null" ? "null" : Self.scalar(entry.value))"
      }
      parts.append("\(entry.key): {\(own.joined(separator: ", "))}")
    }
    return parts.joined(separator: ", ")
  }

  private static func text(of value: SuppliedValue) -> String {
    switch value.content {
    case .text(let text): scalar(text)
    case .none: "null"
    case .list(let elements): "[\(elements.map(text(of:)).joined(separator: ", "))]"
    case .record(let entries):
      "{\(entries.map { "\(scalar($0.key.text)): \(text(of: $0.value))" }.joined(separator: ", "))}"
    }
  }

  /// A text as YAML takes it anywhere, in quotation marks where it needs them.
  private static func scalar(_ text: String) -> String {
    let isPlain =
      !text.isEmpty && text != "null" && text != "~" && text.first != " " && text.last != " "
      && text.first.map { $0.isLetter || $0.isNumber } ?? false
      && text.allSatisfy { $0.isLetter || $0.isNumber || " -._/()".contains($0) }
      && !(text.allSatisfy(\.isNumber) && text.count > 4)
    return isPlain ? text : JSONValue.string(text).compact
  }
}
