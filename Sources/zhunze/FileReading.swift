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
    case S_IFIFO: _ = fcntl(descriptor, F_SETFL, O_RDONLY)
    case S_IFDIR: throw .folder
    default: throw .noFile
    }
    return try bytes(of: descriptor)
  }

  private static func bytes(of descriptor: Int32) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw Failure(errno: errno)
      }
      bytes += buffer[..<count]
      guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
    }
  }
}
