import Glibc

/// How far reading has come, on the standard error if that is a terminal, and nowhere else.
struct ProgressBar {
  private let total: Int?
  private let isShown: Bool
  private var bytes = 0
  private var records = 0
  private var shownAt = 0

  /// A bar for files; without their sizes it only counts.
  init(of paths: [String]) {
    isShown = isatty(STDERR_FILENO) == 1
    let sizes = paths.map { path -> Int? in
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
      return Int(status.st_size)
    }
    total = sizes.contains(nil) ? nil : sizes.compactMap { $0 }.reduce(0, +)
  }

  mutating func add(bytes count: Int) { bytes += count }

  mutating func add(records count: Int) {
    records += count
    guard isShown else { return }
    // Ten times a second is enough for eyes.
    let now = Self.tenths
    guard now > shownAt else { return }
    shownAt = now
    var line = "\r\(records)"
    if let total, total > 0 {
      let share = min(100, bytes * 100 / total)
      let full = share * 30 / 100
      line =
        "\r[" + String(repeating: "#", count: full) + String(repeating: " ", count: 30 - full)
        + "] \(share) %  \(records)"
    }
    Self.write(line)
  }

  /// Takes the bar away.
  mutating func clear() { if isShown, shownAt > 0 { Self.write("\r\u{1B}[K") } }

  private static var tenths: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 10 + time.tv_nsec / 100_000_000
  }

  private static func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }
}
