public import Diagnostics

/// What `zhunze explain` says about one code: what is wrong, why it matters, and how it is written.
public struct DiagnosticPage: Sendable {
  /// The code, which never changes its meaning.
  public let code: DiagnosticCode
  /// What is wrong, in one line.
  public let title: Wording
  /// What it means and why it is a mistake, in a few sentences; all meanings if there are several.
  public let text: Wording
  /// The mistake and how it is mended, where a few lines can show it.
  public let example: Example?

  /// A text with the mistake, and the same text without it.
  public struct Example: Sendable {
    /// What the texts are.
    public let kind: Kind
    /// The text that is reported with the code.
    public let wrong: String
    /// The text that is not.
    public let right: String

    /// What a text is part of, and so how it is read.
    public enum Kind: String, Sendable, CaseIterable {
      /// Entries of a rule file, or whole files, each below a comment with its path.
      case file
      /// An expression.
      case expression
      /// A cell of a decision table.
      case cell
      /// A DMN model, or elements of one.
      case model
    }

    static func file(wrong: String, right: String) -> Example {
      Example(kind: .file, wrong: wrong, right: right)
    }

    static func expression(wrong: String, right: String) -> Example {
      Example(kind: .expression, wrong: wrong, right: right)
    }

    static func cell(wrong: String, right: String) -> Example {
      Example(kind: .cell, wrong: wrong, right: right)
    }

    static func model(wrong: String, right: String) -> Example {
      Example(kind: .model, wrong: wrong, right: right)
    }
  }

  init(_ code: DiagnosticCode, title: Wording, text: Wording, example: Example? = nil) {
    self.code = code
    self.title = title
    self.text = text
    self.example = example
  }

  /// The page for programs, with both languages.
  public var json: JSONValue {
    .object([
      ("code", .string(code.rawValue)),
      ("title", title.json),
      ("text", text.json),
      (
        "example",
        example.map {
          .object([
            ("kind", .string($0.kind.rawValue)), ("wrong", .string($0.wrong)),
            ("right", .string($0.right)),
          ])
        } ?? .null
      ),
    ])
  }
}
