import Diagnostics

/// The prompt of `feel`: asks for lines and has a session evaluate them.
struct FeelPrompt {
  private let console: Console

  init(_ console: Console) { self.console = console }

  /// Runs until somebody has enough.
  func run(_ session: inout FeelSession) throws {
    let editor = LineEditor(history: HistoryFile())
    try say(Self.greeting)
    while true {
      switch try expression(from: editor, &session) {
      case .end: return try console.write("\n")
      case .command("quit"), .command("q"): return
      case .command("help"), .command("h"): try say(Self.help)
      case .command(let name): try say(Self.noCommand(name))
      case .nothing: break
      }
    }
  }

  private enum Step {
    case nothing
    case command(String)
    case end
  }

  /// Asks for an expression, on several lines while brackets are open, and evaluates it.
  private func expression(
    from editor: LineEditor, _ session: inout FeelSession
  ) throws -> Step {
    var lines: [String] = []
    while true {
      switch editor.line(after: lines.isEmpty ? "feel> " : "    > ") {
      case .end: return .end
      case .interruption:
        try console.write("^C\n")
        return .nothing
      case .line(let line):
        let isBlank = line.allSatisfy(\.isWhitespace)
        if lines.isEmpty {
          if isBlank { return .nothing }
          if let command = Self.command(line) {
            editor.remember(line)
            return .command(command)
          }
        }
        lines.append(line)
        // A blank line says that no more will come.
        let text = lines.joined(separator: "\n")
        if try session.run(text, canContinue: !isBlank) == .incomplete { continue }
        remember(lines, in: editor)
        return .nothing
      }
    }
  }

  /// Lines that belong together come back as one, unless a comment would swallow the rest.
  private func remember(_ lines: [String], in editor: LineEditor) {
    if lines.contains(where: { $0.contains("//") }) {
      for line in lines { editor.remember(line) }
    } else {
      editor.remember(lines.filter { !$0.isEmpty }.joined(separator: " "))
    }
  }

  /// The word behind a colon at the start of a line.
  private static func command(_ line: String) -> String? {
    let words = line.split(whereSeparator: \.isWhitespace)
    guard words.count == 1, let word = words.first, word.hasPrefix(":"), word != ":=" else {
      return nil
    }
    return String(word.dropFirst())
  }

  private func say(_ text: Wording) throws {
    try console.write(text.text(in: console.language) + "\n")
  }

  private static let greeting = Wording(
    en: "FEEL of DMN 1.5; `:help` for help, `:quit` or Ctrl-D to leave",
    zh: "DMN 1.5 的 FEEL；`:help` 查看帮助，`:quit` 或 Ctrl-D 退出")

  private static let help = Wording(
    en: """
      1 + 2                 an expression gives its value
      rate := 0.5           keeps a value under a name
      :help, :quit          this text; the end
      Enter                 goes on in the next line while a bracket is open; a blank line ends it
      ↑ ↓, Ctrl-R           lines from before; looks for one
      Ctrl-C                gives a line up
      """,
    zh: """
      1 + 2                 输入表达式，得到它的值
      rate := 0.5           把值保存在名称中
      :help、:quit          本说明；退出
      回车                  括号未关闭时在下一行继续；空行结束
      ↑ ↓、Ctrl-R           以前的各行；查找
      Ctrl-C                放弃当前行
      """)

  private static func noCommand(_ name: String) -> Wording {
    Wording(
      en: "there is no `:\(name)`; `:help` lists what there is",
      zh: "没有 `:\(name)`；`:help` 列出可用的命令")
  }
}
