internal import Diagnostics

/// A file to begin with, and where it belongs.
public struct StartingFile: Sendable, Equatable {
  /// The path, from the folder that holds `rules/` and `pilots/`.
  public let path: String
  /// The text, with comments in one language.
  public let text: String

  /// A text whose comments stand in both languages, the lines beginning with `#en` and `#zh`.
  init(path: String, _ text: String, in language: Language) {
    self.path = path
    let own = "#\(language.rawValue) "
    let others = Language.allCases.filter { $0 != language }.map { "#\($0.rawValue) " }
    self.text = text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { line in !others.contains { line.drop { $0 == " " }.hasPrefix($0) } }
      .map { line in
        let blanks = line.prefix { $0 == " " }
        let rest = line.dropFirst(blanks.count)
        return rest.hasPrefix(own) ? blanks + "# " + rest.dropFirst(own.count) : String(line)
      }.joined(separator: "\n")
  }

  /// A file whose text is ready.
  init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}
