import Diagnostics
import Glibc

/// Writes files whole or not at all.
enum FileWriting {
  /// Why a file could not be written, in the words of the system.
  struct Failure: Error {
    let path: String
    let reason: String
  }

  /// Writes a text beside its place and moves it there, so that nobody meets half a file.
  static func write(_ text: String, to path: String) throws(Failure) {
    try makeFolder(of: path)
    let beside = path + ".\(getpid()).new"
    let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw failure(path) }
    var isDone = write(Array(text.utf8), to: descriptor)
    if isDone { isDone = fsync(descriptor) == 0 }
    var code = errno
    if close(descriptor) != 0, isDone {
      isDone = false
      code = errno
    }
    if isDone, rename(beside, path) == 0 { return }
    if isDone { code = errno }
    unlink(beside)
    throw Failure(path: path, reason: String(cString: strerror(code)))
  }

  private static func failure(_ path: String) -> Failure {
    Failure(path: path, reason: String(cString: strerror(errno)))
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      offset += count
    }
    return true
  }

  /// Makes the folders that a path leads through.
  private static func makeFolder(of path: String) throws(Failure) {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
    let folder = String(path[..<slash])
    if FolderListing.isFolder(folder) { return }
    try makeFolder(of: folder)
    guard mkdir(folder, 0o755) == 0 || FolderListing.isFolder(folder) else {
      throw failure(folder)
    }
  }
}

extension CommandFailure {
  /// A file that could not be written.
  static func unwritable(_ failure: FileWriting.Failure) -> CommandFailure {
    CommandFailure(
      status: .ioError,
      message: Wording(
        en: "`\(failure.path)` could not be written: \(failure.reason)",
        zh: "写入 `\(failure.path)` 失败：\(failure.reason)"))
  }
}
