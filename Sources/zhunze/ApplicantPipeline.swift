import Determinations
import Diagnostics
import Exchange
import PolicyModel

/// Reads applicants from files, however many, and works on all cores; results come in the order of
/// the files.
struct ApplicantPipeline {
  /// What became of one record of a file.
  struct Result<Work: Sendable>: Sendable {
    let works: [Work]
    let diagnostics: [Diagnostic]
    /// Whether something kept the record from being read.
    let isBroken: Bool
  }

  /// The files.
  let paths: [String]

  /// How many records are worked on at once.
  private static let batch = 2048

  /// Works on every applicant; answers the first file that could not be read to its end.
  func run<Work: Sendable>(
    _ work: @escaping @Sendable (Applicant) -> Work,
    each body: (Result<Work>) throws -> Void
  ) throws {
    var progress = ProgressBar(of: paths)
    defer { progress.clear() }
    var waiting: [ApplicantRecord] = []
    func flush() throws {
      let results = waiting.mappedConcurrently(inChunksOf: 32) { record in
        let reading = record.read()
        return Result(
          works: reading.applicants.map(work), diagnostics: reading.diagnostics,
          isBroken: reading.isBroken)
      }
      for result in results { try body(result) }
      progress.add(records: waiting.count)
      waiting.removeAll(keepingCapacity: true)
    }
    for path in paths {
      do {
        var stream = try FileStream(path)
        var records = ApplicantRecords(of: path, form: ApplicantForm(ofFile: path))
        while let bytes = try stream.next() {
          waiting += records.add(bytes)
          progress.add(bytes: bytes.count)
          while waiting.count >= Self.batch { try flush() }
        }
        waiting += records.finish()
      } catch let failure as FileReading.Failure {
        throw CommandFailure.unreadable(path, failure)
      }
    }
    try flush()
  }
}
