public import Diagnostics
import PolicySyntax
public import YAMLTree

/// A file in the layout that all files have, which says the same as before.
///
/// Keys of the format stand in their order, names that an author has chosen in the author's; what
/// belongs together is indented by two blanks; sections stand apart; the columns of tables stand in
/// line. Comments and empty lines stay with what they belong to, and texts are spelt as they were.
public struct CanonicalLayout: Sendable {
  /// The text of the file.
  public let text: String

  /// Lays out a file that was read without a mistake; the message says that this failed, for the
  /// text would not say the same.
  public init(of yaml: YAMLDocument) throws(Diagnostic) {
    guard let root = yaml.root else {
      throw FormattingMessages.notLaidOut(yaml.file, at: 0)
    }
    let form = FileForm(of: root)
    let before = try Self.tree(of: root, form)
    text = LayoutWriter.text(of: before)
    let again = YAMLDocument(reading: SourceFile(name: yaml.file.name, text: text))
    guard let newRoot = again.root, Meaning.isEqual(root, newRoot, as: form.shape),
      Self.codes(again) == Self.codes(yaml),
      try Self.tree(of: newRoot, form).comments.sorted() == before.comments.sorted()
    else { throw FormattingMessages.notLaidOut(yaml.file, at: root.range.lowerBound) }
  }

  private static func tree(
    of root: YAMLNode, _ form: FileForm
  ) throws(Diagnostic) -> LaidOutFile {
    do throws(LayoutReader.Lost) {
      return try LayoutReader.read(root, as: form.shape, sections: form.sections)
    } catch {
      throw FormattingMessages.notLaidOut(root.range.file, at: error.offset)
    }
  }

  private static func codes(_ yaml: YAMLDocument) -> [DiagnosticCode] {
    yaml.diagnostics.map(\.code).sorted()
  }
}

/// What is said about the layout of files.
enum FormattingMessages {
  static func notLaidOut(_ file: SourceFile, at offset: Int) -> Diagnostic {
    Diagnostic(
      "Z1401", at: SourceRange(file: file, lowerBound: offset, upperBound: offset),
      Wording(
        en: "the layout of the file could not be changed without changing what it says",
        zh: "无法在不改变内容的前提下整理此文件的版式"),
      help: Wording(
        en: "the file is left as it is; this is a mistake of the program, please report it",
        zh: "文件保持原样；这是程序的错误，请报告"))
  }
}
