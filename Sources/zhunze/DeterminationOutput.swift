import Determinations
import Diagnostics
import Exchange
import Glibc
import Receipts
import Rendering

/// Writes determinations as they come: for people with a line between any two, for programs as one
/// object, or as an array if there are none or several.
struct DeterminationOutput {
  private let console: Console
  private let page: DeterminationText
  private let form: DeterminationJSON
  /// The first, of which it is not known yet whether others follow.
  private var first: JSONValue?
  private var count = 0

  init(_ console: Console, explainsAll: Bool) {
    self.console = console
    page = DeterminationText(
      language: console.language, explainsAll: explainsAll,
      isColoured: Surroundings.isColoured(STDOUT_FILENO))
    form = DeterminationJSON(engine: Zhunze.version, explainsAll: explainsAll)
  }

  /// Writes determinations, each with the rules it was made by.
  mutating func write(_ determinations: [(determination: Determination, rules: RulesUsed)]) throws {
    var text = ""
    for (determination, rules) in determinations {
      defer { count += 1 }
      switch console.format {
      case .text:
        if count > 0 { text += "\n\(String(repeating: "─", count: page.columns))\n\n" }
        text += page.text(of: determination)
      case .json:
        let value = form.value(of: determination, rules: rules.digest)
        if count == 0 {
          first = value
          continue
        }
        if let first { text += "[\n" + Self.indented(first) }
        first = nil
        text += ",\n" + Self.indented(value)
      }
    }
    try console.write(text)
  }

  /// Writes what is left when no others follow.
  func finish() throws {
    guard console.format == .json else { return }
    if let first { return try console.write(first.pretty + "\n") }
    try console.write(count == 0 ? "[]\n" : "\n]\n")
  }

  /// A value as an element of an array; no text within holds a line break.
  private static func indented(_ value: JSONValue) -> String {
    value.pretty.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
  }
}
