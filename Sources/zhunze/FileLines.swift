import Glibc

/// The lines of a file, one after the other, in bounded memory.
final class FileLines {
  /// A line without its end.
  struct Line {
    let bytes: [UInt8]
    /// Whether it has an end.
    let isWhole: Bool
  }

  /// The most bytes of one line.
  static let longest = 64 << 20

  private let descriptor: Int32
  private let owns: Bool
  private var buffer = [UInt8](repeating: 0, count: 1 << 20)
  private var rest: ArraySlice<UInt8> = []
  private var isAtEnd = false

  /// Opens a file, `-` being the standard input.
  init(_ path: String) throws(FileReading.Failure) {
    if path == "-" {
      descriptor = STDIN_FILENO
      owns = false
      return
    }
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    owns = true
    guard descriptor >= 0 else { throw FileReading.Failure(errno: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileReading.Failure(errno: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFIFO: _ = fcntl(descriptor, F_SETFL, O_RDONLY)
    case S_IFDIR: throw .folder
    default: throw .noFile
    }
  }

  deinit { if owns, descriptor >= 0 { close(descriptor) } }

  /// The next line; nil at the end.
  func next() throws(FileReading.Failure) -> Line? {
    var line: [UInt8] = []
    while true {
      if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        line += rest[..<end]
        rest = rest[(end + 1)...]
        return Line(bytes: line, isWhole: true)
      }
      line += rest
      rest = []
      guard line.count <= Self.longest else { throw .tooLarge(limit: Self.longest) }
      if isAtEnd { return line.isEmpty ? nil : Line(bytes: line, isWhole: false) }
      try fill()
    }
  }

  /// The next lines, at most so many and of about so many bytes; none at the end.
  func next(_ count: Int, bytes: Int = 8 << 20) throws(FileReading.Failure) -> [Line] {
    var lines: [Line] = []
    var size = 0
    while lines.count < count, size < bytes, let line = try next() {
      size += line.bytes.count
      lines.append(line)
    }
    return lines
  }

  private func fill() throws(FileReading.Failure) {
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileReading.Failure(errno: errno) }
      if count == 0 { isAtEnd = true }
      rest = ArraySlice(buffer[..<count])
      return
    }
  }
}
