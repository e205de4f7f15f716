import ArgumentParser
import Diagnostics
import Glibc

/// Where a command writes: data to the standard output, messages to the standard error.
struct Console {
  let format: OutputFormat
  let language: Language

  /// Writes data; ends the command if that fails, as on a full disk.
  func write(_ text: String) throws {
    guard Self.write(text, to: STDOUT_FILENO) else {
      let reason = String(cString: strerror(errno))
      fail(
        CommandFailure(
          status: .ioError,
          message: Wording(
            en: "the output could not be written: \(reason)", zh: "写出结果失败：\(reason)")))
      throw ExitStatus.ioError.code
    }
  }

  /// Writes messages about files, with their source lines or as JSON.
  func report(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    let report = DiagnosticReport(diagnostics)
    switch format {
    case .text:
      Self.write(
        report.text(in: language, isColoured: Surroundings.isColoured(STDERR_FILENO)),
        to: STDERR_FILENO)
    case .json: Self.write(report.json.pretty + "\n", to: STDERR_FILENO)
    }
  }

  /// Writes a line for people to the standard error.
  func note(_ text: Wording) { Self.write(text.text(in: language) + "\n", to: STDERR_FILENO) }

  /// Says why the command cannot go on, and answers the status to end with.
  @discardableResult
  func fail(_ failure: CommandFailure) -> ExitCode {
    let colon = Wording(en: ": ", zh: "：").text(in: language)
    var text =
      Severity.error.wording.text(in: language) + colon + failure.message.text(in: language) + "\n"
    if let help = failure.help { text += "  = " + help.text(in: language) + "\n" }
    Self.write(text, to: STDERR_FILENO)
    return failure.status.code
  }

  @discardableResult
  private static func write(_ text: String, to descriptor: Int32) -> Bool {
    FileWriting.write(Array(text.utf8), to: descriptor)
  }
}
