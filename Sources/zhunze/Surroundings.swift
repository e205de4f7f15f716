import Diagnostics
import Glibc
import Quantities

/// What a command learns from the system: the clock, the environment, the terminal.
enum Surroundings {
  /// The language of the environment, English unless it says Chinese.
  static var language: Language {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap(variable).first ?? ""
    return locale.lowercased().hasPrefix("zh") ? .chinese : .english
  }

  /// The local date and time with its distance from UTC; nil if the clock is beyond all dates.
  static var now: DateAndTime? {
    var seconds = time(nil)
    var local = tm()
    guard localtime_r(&seconds, &local) != nil else { return nil }
    // A leap second has no time of its own.
    let time = TimeOfDay(
      hour: Int(local.tm_hour), minute: Int(local.tm_min), second: min(59, Int(local.tm_sec)),
      zone: Zone(offsetSeconds: local.tm_gmtoff))
    let date = CalendarDate(
      year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
    guard let date, let time else { return nil }
    return DateAndTime(date: date, time: time)
  }

  /// The folder in which the command was called.
  static var workingDirectory: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }

  /// A path from the root, links followed; nil if nothing is there.
  static func realPath(_ path: String) -> String? {
    guard let whole = realpath(path, nil) else { return nil }
    defer { free(whole) }
    return String(cString: whole)
  }

  /// Whether a stream leads to a terminal that shows colours, and colours are wanted.
  static func isColoured(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1 && variable("NO_COLOR") == nil && variable("TERM") != "dumb"
  }

  /// A variable of the environment; nil if it is not set or empty.
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}
