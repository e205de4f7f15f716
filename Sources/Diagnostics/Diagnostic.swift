/// A sentence in the languages the program speaks.
public struct Wording: Sendable, Hashable {
  /// English.
  public let en: String
  /// Chinese.
  public let zh: String

  /// The same thing said twice.
  public init(en: String, zh: String) {
    self.en = en
    self.zh = zh
  }

  /// The wording without the most of what it quotes of a value that nobody reads to its end.
  var shortened: Wording {
    if en.utf8.count <= Self.longest, zh.utf8.count <= Self.longest { return self }
    return Wording(en: Self.shortened(en), zh: Self.shortened(zh))
  }

  /// The most bytes of a text that is shown as it is.
  private static let longest = 2000
  /// The most characters kept of what stands between two backticks of a longer one.
  private static let longestQuotation = 200
  /// The most characters kept of all of it.
  private static let longestRest = 4000

  private static func shortened(_ text: String) -> String {
    guard text.utf8.count > longest else { return text }
    let pieces = text.split(separator: "`", omittingEmptySubsequences: false)
    let short = pieces.enumerated().map { index, piece in
      let isQuoted = index % 2 == 1 && index < pieces.count - 1
      return isQuoted ? cut(piece, longestQuotation) : String(piece)
    }
    return cut(short.joined(separator: "`")[...], longestRest)
  }

  private static func cut(_ text: Substring, _ most: Int) -> String {
    let kept = text.prefix(most)
    return kept.endIndex == text.endIndex ? String(text) : kept + "…"
  }

  /// The wording in one language.
  public func text(in language: Language) -> String {
    switch language {
    case .english: en
    case .chinese: zh
    }
  }
}

/// A language the program speaks to people.
public enum Language: String, Sendable, Hashable, CaseIterable {
  /// Chinese, in simplified characters.
  case chinese = "zh"
  /// English.
  case english = "en"
}

/// The stable code of a kind of message, such as `Z0203`; each has a page of its own.
public struct DiagnosticCode: RawRepresentable, Sendable, Hashable, Comparable,
  ExpressibleByStringLiteral
{
  /// The code as it is shown.
  public let rawValue: String

  /// A code from its text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// A code from its text.
  public init(stringLiteral value: String) { rawValue = value }

  /// Codes are ordered by their text.
  public static func < (left: DiagnosticCode, right: DiagnosticCode) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// How much a message matters.
public enum Severity: String, Sendable, Hashable, CaseIterable {
  /// The file cannot be used as it is.
  case error
  /// The file can be used; somebody should look.
  case warning
  /// Something worth knowing.
  case note
}

/// Something noticed about a file: what, where, and how to mend it.
///
/// The same value is shown in a terminal, written as JSON and given to editors.
public struct Diagnostic: Sendable, Hashable, Error {
  /// A related place, such as "first declared here".
  public struct Note: Sendable, Hashable {
    /// Where, if it is a place in a file.
    public let range: SourceRange?
    /// What is to be seen there.
    public let text: Wording

    /// A remark about a place.
    public init(_ text: Wording, at range: SourceRange? = nil) {
      self.text = text.shortened
      self.range = range
    }
  }

  /// A change of the text that would mend what is reported.
  public struct Fix: Sendable, Hashable {
    /// Where the text is replaced.
    public let range: SourceRange
    /// What shall stand there.
    public let replacement: String
    /// Whether nothing else can be meant, so that it may be made without a look.
    public let isSafe: Bool

    /// A replacement of a stretch of a file.
    public init(
      replace range: SourceRange, with replacement: String, isSafe: Bool = false
    ) {
      self.range = range
      self.replacement = replacement
      self.isSafe = isSafe
    }
  }

  /// What a mistake in a file leaves uncertain about what the file declares.
  public enum Loss: Sendable, Hashable {
    /// Nothing: the reader knows what is meant and goes on with it.
    case nothing
    /// What is declared at the place.
    case declaration
    /// Under which name others expect what is declared at the place.
    case name
    /// Where a declaration ends: what stands below may belong to one whose name was lost.
    case boundary
  }

  /// The kind of message.
  public let code: DiagnosticCode
  /// How much it matters.
  public let severity: Severity
  /// What is wrong: what was read and what was expected.
  ///
  /// Lower case, no full stop, the user's text in backticks.
  public let message: Wording
  /// Where; nil if it concerns no place in a file.
  public let range: SourceRange?
  /// How to mend it, shown beside the carets.
  public let help: Wording?
  /// Related places.
  public let notes: [Note]
  /// Edits that together mend it.
  public let fixes: [Fix]
  /// What of the file cannot be relied upon if it is an error.
  public let loss: Loss

  /// A message about a place.
  public init(
    _ code: DiagnosticCode, _ severity: Severity = .error, at range: SourceRange?,
    _ message: Wording, help: Wording? = nil, notes: [Note] = [], fixes: [Fix] = [],
    loss: Loss = .declaration
  ) {
    self.code = code
    self.severity = severity
    self.range = range
    self.message = message.shortened
    self.help = help?.shortened
    self.notes = notes
    self.fixes = fixes
    self.loss = loss
  }
}
