import Determinations
import Diagnostics
import Exchange
import PolicyModel

/// Reads applicants from files, however many, and works on all cores; results come in the order of
/// the files.
struct ApplicantPipeline {
  /// What became of one record of a file.
  struct Result<Work: Sendable>: Sendable {
    fileprivate(set) var works: [Work]
    fileprivate(set) var diagnostics: [Diagnostic]
    /// Whether something kept the record from being read.
    fileprivate(set) var isBroken: Bool
    fileprivate let numbers: [String]
  }

  /// The files.
  let paths: [String]

  /// How many records are worked on at once.
  private static let batch = 2048

  /// Works on every applicant; an applicant that stands in a file a second time is left out.
  func run<Work: Sendable>(
    _ work: @escaping @Sendable (Applicant) -> Work,
    each body: (Result<Work>) throws -> Void
  ) throws -> Wording? {
    var progress = ProgressBar(of: paths)
    defer { progress.clear() }
    var waiting: [ApplicantRecord] = []
    var seen = SeenNumbers()
    var isFull = false
    func flush() throws {
      let results = waiting.mappedConcurrently(inChunksOf: 32) { record in
        let reading = record.read()
        return Result(
          works: reading.applicants.map(work), diagnostics: reading.diagnostics,
          isBroken: reading.isBroken, numbers: reading.applicants.map(\.id))
      }
      for (var result, record) in zip(results, waiting) {
        for number in result.numbers where seen.add(number) {
          // Records that may repeat a number hold one applicant.
          result.works = []
          result.isBroken = true
          if let message = record.repeats(number) { result.diagnostics.append(message) }
        }
        try body(result)
      }
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
        try flush()
        isFull = isFull || seen.isFull
        seen = SeenNumbers()
      } catch let failure as FileReading.Failure {
        throw CommandFailure.unreadable(path, failure)
      }
    }
    return isFull ? SeenNumbers.fullNotice : nil
  }
}
