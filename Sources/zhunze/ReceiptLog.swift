import Determinations
import Diagnostics
import Digests
import Glibc
import PolicyModel
import Receipts

/// A log of receipts that is added to: whole lines or none, by one writer at a time.
///
/// Beside the log lies its head. The log is written first and the head moved into place after it; what
/// an interrupted write left behind is put right before anything is added.
final class ReceiptLog {
  private let path: String
  private let descriptor: Int32
  private var head: LogHead
  private var size: Int
  /// What an interrupted write made necessary.
  private(set) var notices: [Diagnostic] = []

  /// The head of a log.
  static func headPath(of path: String) -> String { path + ".head" }

  /// Seconds to wait for another writer.
  private static let patience = 60

  /// Opens a log, or begins one; whoever else writes it is waited for.
  init(_ path: String) throws(CommandFailure) {
    self.path = path
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0o644)
    guard descriptor >= 0 else { throw .unwritable(FileWriting.failure(path)) }
    head = LogHead(count: 0, hash: nil)
    size = 0
    do throws(CommandFailure) {
      try lock()
      try begin()
    } catch {
      close(descriptor)
      throw error
    }
  }

  deinit { close(descriptor) }

  private func lock() throws(CommandFailure) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(path, .noFile)
    }
    var waited = 0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw .unwritable(FileWriting.failure(path))
      }
      guard waited < Self.patience * 20 else { throw .busy(path) }
      waited += 1
      usleep(50_000)
    }
  }

  /// Checks that the log ends where its head says.
  private func begin() throws(CommandFailure) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unwritable(FileWriting.failure(path)) }
    size = Int(status.st_size)
    let headPath = Self.headPath(of: path)
    let bytes: [UInt8]
    do throws(FileReading.Failure) {
      bytes = try FileReading.bytes(of: headPath)
    } catch .absent {
      guard size == 0 else { throw .log(path, ReceiptMessages.noHead(headPath)) }
      return
    } catch {
      throw .unreadable(headPath, error)
    }
    guard let head = LogHead(reading: bytes) else {
      throw .log(path, ReceiptMessages.wrongHead(headPath))
    }
    self.head = head
    if try lastLineFits() { return }
    try putRight()
  }

  /// Whether the last line is the receipt of the head: what is looked at before every write.
  private func lastLineFits() throws(CommandFailure) -> Bool {
    guard size > 0 else { return head.count == 0 }
    var tail: [UInt8] = []
    var start = size
    repeat {
      let from = max(0, start - (1 << 16))
      tail = try bytes(from: from, count: start - from) + tail
      start = from
      guard tail.last == UInt8(ascii: "\n") else { return false }
      if let end = tail.dropLast().lastIndex(of: UInt8(ascii: "\n")) {
        tail = Array(tail[(end + 1)...])
        break
      }
    } while start > 0 && tail.count <= FileLines.longest
    let reading = ReceiptReading(Array(tail.dropLast()), line: head.count)
    return reading.diagnostics.isEmpty && reading.head == head
  }

  /// Keeps whole receipts that continue the log behind its head, and removes half a line.
  private func putRight() throws(CommandFailure) {
    var verification = LogVerification()
    var whole = 0
    var headFits = head.count == 0
    var finding: Diagnostic?
    do throws(FileReading.Failure) {
      let lines = try FileLines(path)
      while finding == nil, let line = try lines.next(), line.isWhole {
        finding =
          verification.check(ReceiptReading(line.bytes, line: verification.count + 1)).first
        if verification.count == head.count { headFits = verification.head == head }
        whole += line.bytes.count + 1
      }
    } catch {
      throw .unreadable(path, error)
    }
    if let finding { throw .log(path, finding) }
    guard headFits, verification.count >= head.count else {
      let found = verification.end(at: head).first ?? ReceiptMessages.wrongHead(path)
      throw .log(path, found)
    }
    notices.append(
      ReceiptMessages.putRight(path, kept: verification.count - head.count, removed: size - whole))
    guard ftruncate(descriptor, off_t(whole)) == 0 else {
      throw .unwritable(FileWriting.failure(path))
    }
    size = whole
    head = verification.head
    try writeHead()
  }

  private func bytes(from start: Int, count: Int) throws(CommandFailure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let read = bytes[done...].withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress, $0.count, off_t(start + done))
      }
      if read < 0, errno == EINTR { continue }
      guard read > 0 else { throw .unwritable(FileWriting.failure(path)) }
      done += read
    }
    return bytes
  }

  // MARK: Adding

  /// Adds receipts, all of them or none.
  func append(_ receipts: [Receipt]) throws(CommandFailure) {
    guard !receipts.isEmpty else { return }
    var next = head
    var text = ""
    for receipt in receipts {
      let line = receipt.line(number: next.count + 1, after: next.hash)
      text += line.text
      next = LogHead(count: next.count + 1, hash: line.hash)
    }
    let bytes = Array(text.utf8)
    let isWritten =
      lseek(descriptor, off_t(size), SEEK_SET) >= 0 && FileWriting.write(bytes, to: descriptor)
      && fsync(descriptor) == 0
    guard isWritten else {
      let failure = FileWriting.failure(path)
      ftruncate(descriptor, off_t(size))
      throw .unwritable(failure)
    }
    size += bytes.count
    head = next
    try writeHead()
  }

  private func writeHead() throws(CommandFailure) {
    do throws(FileWriting.Failure) {
      try FileWriting.write(head.text, to: Self.headPath(of: path))
    } catch {
      throw .unwritable(error)
    }
  }
}

extension CommandFailure {
  fileprivate static func busy(_ path: String) -> CommandFailure {
    CommandFailure(
      status: .ioError,
      message: Wording(
        en: "somebody else is writing `\(path)`", zh: "`\(path)` 正由他人写入"),
      help: Wording(en: "try again when they are done", zh: "请待其完成后再试"))
  }

  /// A log that nothing may be added to.
  fileprivate static func log(_ path: String, _ finding: Diagnostic) -> CommandFailure {
    CommandFailure(
      status: .badData,
      message: Wording(
        en: "nothing was added to `\(path)`: \(finding.message.en) [\(finding.code.rawValue)]",
        zh: "未向 `\(path)` 添加内容：\(finding.message.zh) [\(finding.code.rawValue)]"),
      help: Wording(
        en: "look at the log with `zhunze verify`, keep it, and begin another",
        zh: "请用 `zhunze verify` 检查该记录，保留它，并另起一份"))
  }
}
