public import Determinations
public import Diagnostics

/// The part of a file that holds one applicant, not read yet, so that many can be read at once.
public struct ApplicantRecord: Sendable {
  enum Content: Sendable {
    /// YAML or JSON.
    case tree(SourceFile)
    /// A row of a table below its head.
    case row(SourceFile, CSVHead)
    /// Nothing that can be read.
    case broken(Diagnostic)
  }

  /// What became of a record.
  public struct Reading: Sendable {
    /// Those read without an error; one, unless the record is a whole file.
    public let applicants: [Applicant]
    /// How many the record holds, those among them that could not be read.
    public let count: Int
    /// What is wrong.
    public let diagnostics: [Diagnostic]

    /// Whether something is wrong that kept an applicant from being read.
    public var isBroken: Bool { diagnostics.contains { $0.severity == .error } }
  }

  let content: Content

  /// Reads the record.
  public func read() -> Reading {
    switch content {
    case .tree(let file):
      let reading = ApplicantReading(reading: file)
      return Reading(
        applicants: reading.applicants, count: reading.count, diagnostics: reading.diagnostics)
    case .row(let file, let head):
      var reader = CSVRowReader(file, head)
      let applicant = reader.applicant()
      return Reading(
        applicants: applicant.map { [$0] } ?? [], count: 1, diagnostics: reader.diagnostics)
    case .broken(let diagnostic):
      return Reading(applicants: [], count: 1, diagnostics: [diagnostic])
    }
  }
}
