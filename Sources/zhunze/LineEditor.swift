// The library keeps its state in global variables; one thread reads lines.
@preconcurrency import CEditLine
import Glibc

/// Reads lines from a terminal that can be edited, and remembers them.
struct LineEditor {
  /// What came of asking for a line.
  enum Answer {
    case line(String)
    /// Ctrl-C: what was typed is given up.
    case interruption
    /// Ctrl-D on an empty line.
    case end
  }

  private let history: HistoryFile?

  /// An editor whose history is kept in a file, if there is one.
  init(history: HistoryFile?) {
    self.history = history
    setlocale(LC_CTYPE, "")
    // Without a locale, as in many containers, Chinese characters would be taken for bytes.
    if strcmp(nl_langinfo(Int32(CODESET)), "UTF-8") != 0 { setlocale(LC_CTYPE, "C.UTF-8") }
    rl_initialize()
    // Every line begins with the library's own settings of the terminal; then it hands Ctrl-C on as
    // a key, so that it ends the line and not the program.
    rl_pre_input_hook = { rl_parse_and_bind("setty -d -isig") }
    rl_add_defun("interrupt", Self.interrupt, 0x03)
    rl_parse_and_bind("bind ^U vi-kill-line-prev")
    // Names of files, which Tab would complete, have no place in expressions.
    rl_parse_and_bind(#"bind -s ^I " ""#)
    using_history()
    stifle_history(1000)
    if let history { read_history(history.path) }
  }

  private static let interrupt: @convention(c) (CInt, CInt) -> CInt = { _, _ in
    rl_done = 1
    return 0
  }

  /// The next line, without its end.
  func line(after prompt: String) -> Answer {
    guard let bytes = readline(prompt) else { return rl_done == 0 ? .end : .interruption }
    defer { free(bytes) }
    return .line(String(cString: bytes))
  }

  /// Puts a line into the history; blank ones and the last again are left out.
  func remember(_ line: String) {
    guard !line.allSatisfy(\.isWhitespace), line != last else { return }
    add_history(line)
    guard let history else { return }
    history.make()
    write_history(history.path)
  }

  /// The line that was remembered last.
  private var last: String? {
    guard history_length > 0, let entry = history_get(history_base + history_length - 1) else {
      return nil
    }
    return entry.pointee.line.map { String(cString: $0) }
  }
}

/// Where the history of the prompt is kept; nobody is told if it cannot be.
struct HistoryFile {
  let path: String

  /// In the folder that the environment names for such files; nil if it names none.
  init?() {
    // The standard has relative paths ignored.
    if let state = Surroundings.variable("XDG_STATE_HOME"), state.hasPrefix("/") {
      path = state + "/zhunze/history"
    } else if let home = Surroundings.variable("HOME") {
      path = home + "/.local/state/zhunze/history"
    } else {
      return nil
    }
  }

  /// Makes the file and the folders above it, for its owner's eyes only.
  func make() {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o700)
    }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    if descriptor >= 0 { close(descriptor) }
  }
}
