import Foundation
import Testing

@Suite("the prompt of zhunze feel")
struct FeelPromptTests {
  @Test("keys edit a line, names keep values, and lines come back")
  func session() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let state = ["XDG_STATE_HOME": shell.folder.path]
    let terminal = try Terminal(["feel"], environment: state, at: shell.folder)
    try terminal.wait(for: "feel> ")
    try terminal.type("月租 := 300\r", until: "\n300\r\nfeel> ")
    // Back over `x`, which goes; the characters before it are wide.
    try terminal.type("月租 * 2x\u{7F}\r", until: "\n600\r\nfeel> ")
    try terminal.type("\u{1B}[A\u{1}1 + \u{5} + 2\r", until: "\n603\r\nfeel> ")
    try terminal.type("sum([1,\r", until: "    > ")
    try terminal.type("2])\r", until: "\n3\r\nfeel> ")
    // Once the cursor moves, no key is a signal any more.
    try terminal.type("x\u{1}", until: "\u{8}")
    try terminal.type("\u{3}", until: "^C\r\nfeel> ")
    try terminal.type(
      ":nothing\r", until: "there is no `:nothing`; `:help` lists what there is\r\nfeel> ")
    try terminal.type("\u{1B}[A\u{1B}[A\r", until: "\n3\r\nfeel> ")
    try terminal.type("x\u{1}", until: "\u{8}")
    try terminal.type("\u{4}\u{4}", until: "\n")
    #expect(terminal.status() == 0)

    let history = shell.folder.appending(path: "zhunze/history")
    let attributes = try FileManager.default.attributesOfItem(atPath: history.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let again = try Terminal(["feel"], environment: state, at: shell.folder)
    try again.wait(for: "feel> ")
    try again.type("\u{10}\r", until: "\n3\r\nfeel> ")
    try again.type(":quit\r", until: "\n")
    #expect(again.status() == 0)
  }

  @Test("a history that cannot be kept is no failure")
  func history() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let terminal = try Terminal(
      ["feel", "--language", "zh"],
      environment: ["XDG_STATE_HOME": "/proc/nowhere"], at: shell.folder)
    try terminal.wait(for: "feel> ")
    try terminal.type(":help\r", until: "放弃当前行\r\nfeel> ")
    try terminal.type("1 +\r", until: "个错误\r\nfeel> ")
    try terminal.type("1 + 1\r", until: "\n2\r\nfeel> ")
    try terminal.type("x\u{1}", until: "\u{8}")
    try terminal.type("\u{4}\u{4}", until: "\n")
    #expect(terminal.status() == 0)
  }
}
