import Glibc

/// Runs another program and reads what it writes.
enum ChildProcess {
  /// What a run left behind.
  struct Run {
    let status: Int32
    let output: [UInt8]
    /// What it said on the standard error, on one line.
    let message: String
  }

  /// Why a program could not be run.
  struct Failure: Error {
    /// In the words of the system.
    let reason: String
  }

  /// The most seconds a program may take.
  static let limit = 60

  /// The most bytes of its output that are read.
  static let mostBytes = 256 << 20

  /// Runs a program of the search path with an input; it is ended if it takes too long.
  ///
  /// It is asked nothing and waits for nobody: input and messages go through files that are deleted
  /// at once, so that no pipe can fill up while the other is waited for.
  static func run(
    _ program: String, _ arguments: [String], input: [UInt8] = []
  ) throws(Failure) -> Run {
    let given = try temporaryFile(holding: input)
    defer { close(given) }
    let said = try temporaryFile(holding: [])
    defer { close(said) }
    var pipes: [Int32] = [0, 0]
    guard pipe(&pipes) == 0 else { throw failure() }
    for end in pipes { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(pipes[0]) }
    var child = pid_t()
    let code = spawn(&child, program, arguments, input: given, output: pipes[1], messages: said)
    close(pipes[1])
    guard code == 0 else { throw Failure(reason: String(cString: strerror(code))) }
    let output = collect(pipes[0])
    let status = end(of: child, isLate: output == nil)
    guard let output else {
      throw Failure(reason: "it took more than \(limit) s or wrote too much")
    }
    let hasExited = status & 0x7F == 0
    return Run(
      status: hasExited ? (status >> 8) & 0xFF : -1, output: output, message: message(said))
  }

  /// The status a program ends with; one that goes on after it has written all, or is late, is ended.
  private static func end(of child: pid_t, isLate: Bool) -> Int32 {
    var status: Int32 = 0
    var patience = isLate ? 0 : limit * 100
    while true {
      if patience == 0 { kill(child, SIGKILL) }
      let ended = waitpid(child, &status, patience > 0 ? WNOHANG : 0)
      if ended == child { return status }
      if ended < 0, errno != EINTR { return -1 }
      guard patience > 0 else { continue }
      patience -= 1
      usleep(10_000)
    }
  }

  private static func spawn(
    _ child: inout pid_t, _ program: String, _ arguments: [String], input: Int32, output: Int32,
    messages: Int32
  ) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, messages, STDERR_FILENO)
    var words = ([program] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    // No question may be asked on the terminal, nothing fetched, and messages are in plain English.
    let settings = [
      "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1", "GIT_OPTIONAL_LOCKS=0", "LC_ALL=C",
    ]
    var surroundings = (settings + kept).map { strdup($0) }
    surroundings.append(nil)
    defer { for word in surroundings { free(word) } }
    return posix_spawnp(&child, program, &actions, nil, words, surroundings)
  }

  /// The surroundings that are handed on, but for those that are set.
  private static var kept: [String] {
    var kept: [String] = []
    var next = environ
    while let entry = next.pointee {
      let text = String(cString: entry)
      if !["GIT_TERMINAL_PROMPT=", "GIT_NO_LAZY_FETCH=", "GIT_OPTIONAL_LOCKS=", "LC_ALL="]
        .contains(where: { text.hasPrefix($0) })
      {
        kept.append(text)
      }
      next += 1
    }
    return kept
  }

  /// All that comes through a pipe; nil if it takes too long or is too much.
  private static func collect(_ descriptor: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    let end = now.tv_sec + limit
    while bytes.count <= mostBytes {
      clock_gettime(CLOCK_MONOTONIC, &now)
      guard now.tv_sec < end else { return nil }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, Int32((end - now.tv_sec) * 1_000))
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { return nil }
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      guard count > 0 else {
        if errno == EINTR { continue }
        return nil
      }
      bytes += buffer[..<count]
    }
    return nil
  }

  private static func temporaryFile(holding bytes: [UInt8]) throws(Failure) -> Int32 {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var path = Array("\(folder)/zhunze-XXXXXX".utf8CString)
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw failure() }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(path)
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        close(descriptor)
        throw failure()
      }
      offset += count
    }
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
  }

  /// What a program said, its lines joined.
  private static func message(_ descriptor: Int32) -> String {
    lseek(descriptor, 0, SEEK_SET)
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = max(0, read(descriptor, &buffer, buffer.count))
    return String(decoding: buffer[..<count], as: UTF8.self)
      .split(separator: "\n").joined(separator: "; ")
  }

  private static func failure() -> Failure { Failure(reason: String(cString: strerror(errno))) }
}
