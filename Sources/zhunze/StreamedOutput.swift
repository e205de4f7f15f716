import Diagnostics
import Glibc

/// Output written as it is made: to the standard output, or into a file that appears whole or not at
/// all.
final class StreamedOutput {
  private let file: FileBeside?
  private var text = ""

  /// Output to a file, or to the standard output.
  init(to path: String?) throws(FileWriting.Failure) {
    file = try path.map { (path) throws(FileWriting.Failure) in try FileBeside(path) }
  }

  /// Writes text behind what was written before.
  func write(_ more: String) throws(FileWriting.Failure) {
    text += more
    if text.utf8.count >= 1 << 16 { try flush() }
  }

  /// Ends the output: only now does the file stand in its place.
  func finish() throws(FileWriting.Failure) {
    try flush()
    try file?.finish()
  }

  private func flush() throws(FileWriting.Failure) {
    defer { text = "" }
    if let file { return try file.write(text) }
    guard FileWriting.write(Array(text.utf8), to: STDOUT_FILENO) else {
      throw FileWriting.failure("-")
    }
  }
}
