import Determinations
import Diagnostics
import Exchange
import Glibc
import Receipts
import Rendering

/// Writes determinations as they come: for people with a line between any two, for programs as one
/// object, or as an array if none could be made or several were asked for.
struct DeterminationOutput {
  private let console: Console
  private let page: DeterminationText
  private let form: DeterminationJSON
  /// Whether several were asked for, whatever became of them.
  private var isOfSeveral: Bool
  private var count = 0

  init(_ console: Console, explainsAll: Bool, isOfSeveral: Bool) {
    self.console = console
    self.isOfSeveral = isOfSeveral
    page = DeterminationText(
      language: console.language, explainsAll: explainsAll,
      isColoured: Surroundings.isColoured(STDOUT_FILENO))
    form = DeterminationJSON(engine: Zhunze.version, explainsAll: explainsAll)
  }

  /// Writes the determinations of a case, each with the rules it was made by.
  mutating func write(_ made: CaseMaker.Made) throws {
    if made.count > 1 { isOfSeveral = true }
    var text = ""
    for (determination, rules) in made.determinations {
      defer { count += 1 }
      switch console.format {
      case .text:
        if count > 0 { text += "\n\(String(repeating: "─", count: page.columns))\n\n" }
        text += page.text(of: determination)
      case .json:
        let value = form.value(of: determination, rules: rules.digest)
        if isOfSeveral {
          text += (count == 0 ? "[\n" : ",\n") + Self.indented(value)
        } else {
          text += value.pretty + "\n"
        }
      }
    }
    try console.write(text)
  }

  /// Writes what is left when no others follow.
  func finish() throws {
    guard console.format == .json else { return }
    if count == 0 {
      try console.write("[]\n")
    } else if isOfSeveral {
      try console.write("\n]\n")
    }
  }

  /// A value as an element of an array; no text within holds a line break.
  private static func indented(_ value: JSONValue) -> String {
    value.pretty.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
  }
}
