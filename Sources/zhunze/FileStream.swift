import Glibc

/// A file that is read piece by piece, whatever its length.
struct FileStream: ~Copyable {
  /// How many bytes it has; nil for a pipe.
  let size: Int?
  private let descriptor: Int32
  private var buffer = [UInt8](repeating: 0, count: 1 << 18)

  /// Opens a file or pipe, `-` being the standard input; symbolic links are followed.
  init(_ path: String) throws(FileReading.Failure) {
    guard path != "-" else {
      descriptor = STDIN_FILENO
      size = nil
      return
    }
    // Without O_NONBLOCK a pipe that nobody writes to would be waited for.
    let opened = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard opened >= 0 else { throw FileReading.Failure(errno: errno) }
    var status = stat()
    guard fstat(opened, &status) == 0 else {
      close(opened)
      throw FileReading.Failure(errno: errno)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: size = Int(status.st_size)
    case S_IFIFO:
      _ = fcntl(opened, F_SETFL, O_RDONLY)
      size = nil
    case let kind:
      close(opened)
      throw kind == S_IFDIR ? .folder : .noFile
    }
    descriptor = opened
  }

  deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

  /// The next bytes; nil at the end.
  mutating func next() throws(FileReading.Failure) -> ArraySlice<UInt8>? {
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count > 0 { return buffer[..<count] }
      if count == 0 { return nil }
      if errno != EINTR { throw FileReading.Failure(errno: errno) }
    }
  }
}
