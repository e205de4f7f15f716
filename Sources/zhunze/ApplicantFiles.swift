import ArgumentParser
import Determinations
import Diagnostics
import Exchange

/// The applicants of files that somebody named.
struct ApplicantFiles {
  private(set) var applicants: [Applicant] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads the files; every one that cannot be opened is named before the command ends.
  init(_ paths: [String], _ console: Console) throws {
    var ending: ExitCode?
    for path in paths {
      do throws(FileReading.Failure) {
        let file = SourceFile(name: path, bytes: try FileReading.bytes(of: path))
        let reading = ApplicantReading(reading: file)
        applicants += reading.applicants
        diagnostics += reading.diagnostics
      } catch {
        ending = console.fail(.unreadable(path, error))
      }
    }
    if let ending { throw ending }
  }
}
