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
  ///
  /// A file that stands there already keeps its owner and permissions; a symbolic link stays one,
  /// and what it leads to is written.
  static func write(_ text: String, to path: String) throws(Failure) {
    try write(Array(text.utf8), to: path)
  }

  /// Writes bytes in the same way.
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    let path = target(of: path)
    let beside = try writeBeside(bytes, path)
    if rename(beside, path) == 0 { return }
    let failure = failure(path)
    unlink(beside)
    throw failure
  }

  /// Writes new files, all of them or none; those that are there are left alone.
  static func create(_ files: [(path: String, text: String)]) throws(CommandFailure) {
    if let taken = files.first(where: { isTaken($0.path) }) { throw .exists(file: taken.path) }
    var written: [(beside: String, path: String)] = []
    var created: [String] = []
    let folders = files.flatMap { missingFolders(of: $0.path) }
    defer { for file in written { unlink(file.beside) } }
    do throws(Failure) {
      for file in files {
        written.append((try writeBeside(Array(file.text.utf8), file.path), file.path))
      }
      for file in written {
        // A link, other than a move, fails if somebody else was faster.
        guard link(file.beside, file.path) == 0 else { throw failure(file.path) }
        created.append(file.path)
      }
    } catch {
      for path in created { unlink(path) }
      for file in written { unlink(file.beside) }
      for folder in folders { rmdir(folder) }
      throw .unwritable(error)
    }
  }

  /// The folders that a path leads through and that are not there, the innermost first.
  private static func missingFolders(of path: String) -> [String] {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return [] }
    let folder = String(path[..<slash])
    return isTaken(folder) ? [] : [folder] + missingFolders(of: folder)
  }

  private static func isTaken(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Writes bytes into a file of a name that nobody else has, which it answers.
  private static func writeBeside(_ bytes: [UInt8], _ path: String) throws(Failure) -> String {
    let (beside, descriptor) = try open(beside: path)
    var isDone = write(bytes, to: descriptor)
    if isDone { isDone = fsync(descriptor) == 0 }
    var code = errno
    if close(descriptor) != 0, isDone {
      isDone = false
      code = errno
    }
    if isDone { return beside }
    unlink(beside)
    throw Failure(path: path, reason: String(cString: strerror(code)))
  }

  /// Opens a file of a name that nobody else has, with the owner and permissions of the one it is to
  /// replace.
  static func open(beside path: String) throws(Failure) -> (beside: String, descriptor: Int32) {
    try makeFolder(of: path)
    let beside = path + ".\(getpid()).new"
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    let descriptor = Glibc.open(beside, flags, 0o644)
    guard descriptor >= 0 else { throw failure(path) }
    var old = stat()
    guard stat(path, &old) == 0 else { return (beside, descriptor) }
    // Only the superuser may give a file away, and has to.
    _ = fchown(descriptor, old.st_uid, old.st_gid)
    guard fchmod(descriptor, old.st_mode & 0o7777) == 0 else {
      let failure = failure(path)
      close(descriptor)
      unlink(beside)
      throw failure
    }
    return (beside, descriptor)
  }

  /// Where a symbolic link leads; any other path as it is.
  static func target(of path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// What the system says of its last failure.
  static func failure(_ path: String) -> Failure {
    Failure(path: path, reason: String(cString: strerror(errno)))
  }

  /// Writes bytes to an open file; whether all were written.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
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
