public import Diagnostics

/// What became of one case.
public struct CaseReport: Sendable {
  /// A difference between what was expected and what came out.
  public struct Difference: Sendable {
    /// What was looked at.
    public let what: String
    /// What was expected.
    public let expected: String
    /// What came out: as it would be written in the file, or in words where there is nothing.
    public let found: Wording
    /// Where the expectation is written.
    public let range: SourceRange
  }

  /// The file it stands in, with what its cases are about.
  public let file: CaseFile
  /// The case's name.
  public let name: String
  /// Where it stands.
  public let range: SourceRange
  /// How it differs; empty if it passed.
  public let differences: [Difference]
  /// What could not be decided at all.
  public let diagnostics: [Diagnostic]
  /// What the differences rest on; nil where there is no determination to look at.
  public internal(set) var grounds: Grounds?

  /// A report on a case.
  init(
    _ entry: CaseFile.Case, of file: CaseFile, differences: [Difference] = [],
    diagnostics: [Diagnostic] = []
  ) {
    self.file = file
    name = entry.name
    range = entry.range
    self.differences = differences
    self.diagnostics = diagnostics
  }

  /// Whether everything came out as expected.
  public var hasPassed: Bool { differences.isEmpty && diagnostics.isEmpty }
}
