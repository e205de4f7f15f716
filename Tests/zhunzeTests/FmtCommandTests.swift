import Foundation
import Testing

@Suite("zhunze fmt")
struct FmtCommandTests {
  static let odd = Texts.pilot.replacingOccurrences(of: "title: {zh", with: "title:  {  zh")

  @Test("files in their layout are not touched")
  func clean() throws {
    let shell = try Shell()
    defer { shell.remove() }
    _ = try shell.run("fmt")
    let url = shell.folder.appending(path: "rules/demo-grant.yaml")
    let before = try FileManager.default.attributesOfItem(atPath: url.path())
    let result = try shell.run("fmt")
    #expect(result.status == 0)
    #expect(result.output == "4 files, nothing to change\n")
    let after = try FileManager.default.attributesOfItem(atPath: url.path())
    #expect(
      before[.systemFileNumber] as? Int != nil
        && before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
    #expect(try shell.run("fmt", "--check").status == 0)
    let json = try shell.run("fmt", "--format", "json", "applicant.yaml")
    #expect(json.output.contains("\"files\": 1"))
  }

  @Test("another layout is found by --check, and mended without it, permissions and links kept")
  func odd() throws {
    let shell = try Shell()
    defer { shell.remove() }
    _ = try shell.run("fmt")
    try shell.write(Self.odd, to: "real.yaml")
    let link = shell.folder.appending(path: "pilots/demo/pilot.yaml")
    let real = shell.folder.appending(path: "real.yaml")
    try FileManager.default.removeItem(at: link)
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: real)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: real.path())
    let check = try shell.run("fmt", "--check")
    #expect(check.status == 1)
    #expect(check.output == "pilots/demo/pilot.yaml\n")
    #expect(try String(contentsOf: real, encoding: .utf8) == Self.odd)
    let result = try shell.run("fmt", at: "rules")
    #expect(result.status == 0)
    #expect(result.output == "pilots/demo/pilot.yaml\n")
    #expect(try String(contentsOf: real, encoding: .utf8) == Texts.pilot)
    let attributes = try FileManager.default.attributesOfItem(atPath: real.path())
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path()) == real.path())
  }

  @Test("a file with mistakes is left as it is, and the others are laid out")
  func mistakes() throws {
    let shell = try Shell()
    defer { shell.remove() }
    _ = try shell.run("fmt")
    let policy = Texts.policy.replacingOccurrences(of: "criteria:", with: "criterai:")
    try shell.write(policy, to: "rules/demo-grant.yaml")
    try shell.write(Self.odd, to: "pilots/demo/pilot.yaml")
    let result = try shell.run("fmt")
    #expect(result.status == 65)
    #expect(result.output == "pilots/demo/pilot.yaml\n")
    #expect(result.messages.contains("rules/demo-grant.yaml:18:1"))
    let url = shell.folder.appending(path: "rules/demo-grant.yaml")
    #expect(try String(contentsOf: url, encoding: .utf8) == policy)
    #expect(try shell.run("fmt", "nowhere.yaml").status == 66)
    try shell.write("", to: "empty.yaml")
    #expect(try shell.run("fmt", "empty.yaml").status == 65)
  }

  @Test("the standard input goes to the standard output, whatever it holds")
  func input() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let result = try shell.run("fmt", "-", input: Self.odd)
    #expect(result.status == 0)
    #expect(result.output == Texts.pilot)
    #expect(try shell.run("fmt", "--check", "-", input: Self.odd).status == 1)
    #expect(try shell.run("fmt", "--check", "-", input: Texts.pilot).status == 0)
    let cases = "cases:\n- expect: {outcome: eligible}\n  date: 2026-01-01\n  case: a\npolicy: b\n"
    #expect(
      try shell.run("fmt", "-", input: cases).output
        == "policy: b\ncases:\n  - case: a\n    date: 2026-01-01\n    expect: {outcome: eligible}\n"
    )
    let overlay = try shell.run("fmt", "-", input: "adapts: a\nin force: {from:  2020-01-01}\n")
    #expect(overlay.output == "adapts: a\nin force: {from: 2020-01-01}\n")
    let bad = try shell.run("fmt", "-", input: "a: [b\n")
    #expect(bad.status == 65)
    #expect(bad.output == "")
    #expect(try shell.run("fmt", "-", "x.yaml").status == 64)
  }
}
