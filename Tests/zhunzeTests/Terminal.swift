import Foundation
import Testing

/// Runs the command at a terminal, key by key.
final class Terminal {
  /// What can go wrong before the command runs.
  struct Failure: Error {}

  /// The requests `TIOCSPTLCK` and `TIOCGPTN` of Linux.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  private let process = Process()
  private let keyboard: FileHandle
  /// All that the terminal has shown.
  private(set) var screen = ""

  init(_ arguments: [String], environment: [String: String], at folder: URL) throws {
    // What `grantpt` and its kin do on Linux, which Swift does not see.
    let descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var isLocked: CInt = 0
    var number: CInt = 0
    guard descriptor >= 0, ioctl(descriptor, Self.setLock, &isLocked) == 0,
      ioctl(descriptor, Self.getNumber, &number) == 0
    else { throw Failure() }
    keyboard = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    let terminal = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    guard terminal >= 0 else { throw Failure() }
    let handle = FileHandle(fileDescriptor: terminal, closeOnDealloc: true)
    process.executableURL = Shell.command
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin", "TERM": "xterm"].merging(environment) { $1 }
    process.standardInput = handle
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
  }

  /// Types keys, and waits until the terminal has shown a text behind what it had shown before.
  func type(_ keys: String, until text: String) throws {
    let start = screen.utf8.count
    try keyboard.write(contentsOf: Data(keys.utf8))
    try wait(for: text, from: start)
  }

  /// Waits for a text behind so many bytes, up to some seconds.
  func wait(for text: String, from start: Int = 0) throws {
    let deadline = Date(timeIntervalSinceNow: 30)
    while !String(decoding: screen.utf8.dropFirst(start), as: UTF8.self).contains(text) {
      var poll = pollfd(fd: keyboard.fileDescriptor, events: Int16(POLLIN), revents: 0)
      guard Date() < deadline else {
        Issue.record("`\(text)` does not come: \(screen.debugDescription)")
        throw Failure()
      }
      if Glibc.poll(&poll, 1, 100) > 0 {
        screen += String(decoding: keyboard.availableData, as: UTF8.self)
      }
    }
  }

  /// The status with which the command ends.
  func status() -> Int32 {
    process.waitUntilExit()
    return process.terminationStatus
  }
}
