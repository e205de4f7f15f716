import ArgumentParser
import Determinations
import Diagnostics
import Exchange

/// The applicants of files that somebody named.
struct ApplicantFiles {
  private(set) var applicants: [Applicant] = []
  /// How many the files hold, those among them that could not be read: what is written of several
  /// is a list, whatever became of them.
  private(set) var count = 0
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads the files; every one that cannot be opened is named before the command ends.
  init(_ paths: [String], _ console: Console) throws {
    var ending: ExitCode?
    for path in paths {
      do throws(FileReading.Failure) {
        let bytes = try FileReading.bytes(of: path)
        switch ApplicantForm(ofFile: path) {
        case .yaml, .json:
          // Whatever is wrong is told, and names that stand twice among it.
          let reading = ApplicantReading(reading: SourceFile(name: path, bytes: bytes))
          applicants += reading.applicants
          count += reading.count
          diagnostics += reading.diagnostics
        case .jsonLines, .csv:
          var records = ApplicantRecords(of: path, form: ApplicantForm(ofFile: path))
          for record in records.add(bytes) + records.finish() {
            let reading = record.read()
            applicants += reading.applicants
            count += reading.count
            diagnostics += reading.diagnostics
          }
        }
      } catch {
        ending = console.fail(.unreadable(path, error))
      }
    }
    if let ending { throw ending }
  }
}
