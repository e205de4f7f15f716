import Glibc

/// Reads files within bounds, straight from the system.
enum FileReading {
  /// Why a file could not be read.
  enum Failure: Error, Equatable {
    case absent
    case folder
    /// A device or anything else that is neither file nor pipe.
    case noFile
    case denied
    case tooLarge(limit: Int)
    /// In the words of the system.
    case failed(String)

    init(errno code: Int32) {
      switch code {
      case ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG: self = .absent
      case EACCES, EPERM: self = .denied
      case EISDIR: self = .folder
      default: self = .failed(String(cString: strerror(code)))
      }
    }
  }

  /// The most bytes of one file that are read.
  static let limit = 8 << 20

  /// The bytes of a file or pipe, `-` being the standard input; symbolic links are followed.
  static func bytes(of path: String) throws(Failure) -> [UInt8] {
    guard path != "-" else { return try bytes(of: STDIN_FILENO) }
    // Without O_NONBLOCK a pipe that nobody writes to would be waited for.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw Failure(errno: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Failure(errno: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      guard status.st_size <= limit else { throw .tooLarge(limit: limit) }
      return try bytes(of: descriptor, expected: Int(status.st_size), endsWhenShort: true)
    case S_IFIFO: _ = fcntl(descriptor, F_SETFL, O_RDONLY)
    case S_IFDIR: throw .folder
    default: throw .noFile
    }
    return try bytes(of: descriptor, expected: 1 << 16)
  }

  /// Reads to the end, which most likely comes after the expected number of bytes.
  ///
  /// A file has come to its end when it gives less than was asked for; a pipe may give more later.
  private static func bytes(
    of descriptor: Int32, expected: Int = 1 << 16, endsWhenShort: Bool = false
  ) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    // One byte more, so that a file that did not grow is read at once.
    var size = expected + 1
    while true {
      var count = 0
      let part = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
        repeat {
          count = read(descriptor, buffer.baseAddress, size)
        } while count < 0
          && errno == EINTR
        initialized = max(0, count)
      }
      guard count >= 0 else { throw Failure(errno: errno) }
      if count == 0 { return bytes }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      if endsWhenShort, count < size { return bytes }
      guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
      size = 1 << 16
    }
  }
}
