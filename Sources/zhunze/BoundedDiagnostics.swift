import Diagnostics

/// Messages about a file of any length: each once, the first kept and the rest counted.
struct BoundedDiagnostics {
  /// Those that are shown.
  private(set) var kept: [Diagnostic] = []
  private var known: Set<Diagnostic> = []
  private var rest = 0
  /// Whether one of them all is an error.
  private(set) var hasErrors = false

  /// How many are kept.
  private static let most = 1000

  mutating func add(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics where !known.contains(diagnostic) {
      if diagnostic.severity == .error { hasErrors = true }
      if kept.count < Self.most {
        known.insert(diagnostic)
        kept.append(diagnostic)
      } else {
        rest += 1
      }
    }
  }

  /// How many are not kept, in words; nil if all are.
  var more: Wording? {
    rest == 0 ? nil : Wording(en: "… and \(rest) more messages", zh: "……另有 \(rest) 条信息")
  }
}
