public import Diagnostics

/// What came of reading one file.
public struct Reading<Document: Sendable>: Sendable {
  /// The document with all that could be read; nil if the file does not say what it is.
  public let document: Document?
  /// What was noticed, in the order of the file; findings about its YAML are not repeated.
  public let diagnostics: [Diagnostic]
}
