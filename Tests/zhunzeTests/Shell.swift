import Foundation
import Testing

/// Runs the command as people do, in a folder of its own.
struct Shell {
  /// What a run left behind.
  struct Result {
    let status: Int32
    let output: String
    let messages: String
  }

  /// The folder, with rules for one policy and one pilot.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "zhunze-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try write(Texts.sources, to: "rules/sources.yaml")
    try write(Texts.policy, to: "rules/demo-grant.yaml")
    try write(Texts.pilot, to: "pilots/demo/pilot.yaml")
    try write(Texts.overlay, to: "pilots/demo/demo-grant.yaml")
    try write(Texts.applicant, to: "applicant.yaml")
  }

  /// Deletes the folder.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, to name: String) throws {
    let url = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: false, encoding: .utf8)
  }

  /// The command beside the tests that run.
  static let command = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "zhunze")

  /// Runs the command with arguments, in English unless the environment says otherwise.
  func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:],
    output: String? = nil, at path: String = ""
  ) throws -> Result {
    try run(arguments, input: input, environment: environment, output: output, at: path)
  }

  /// Runs the command with a list of arguments, started by another one if it is given.
  func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:],
    output: String? = nil, at path: String = "", by starter: [String] = []
  ) throws -> Result {
    let process = Process()
    process.executableURL = starter.first.map { URL(filePath: $0) } ?? Self.command
    process.arguments =
      starter.dropFirst() + (starter.isEmpty ? [] : [Self.command.path]) + arguments
    process.currentDirectoryURL = path.isEmpty ? folder : folder.appending(path: path)
    process.environment = ["LANG": "en_GB.UTF-8", "PATH": "/usr/bin:/bin", "TZ": "UTC"]
      .merging(environment) { $1 }
    // Files and not pipes, which fill up and block.
    let inputURL = folder.appending(path: ".input")
    let outputURL = output.map { URL(filePath: $0) } ?? folder.appending(path: ".output")
    let messagesURL = folder.appending(path: ".messages")
    try input.write(to: inputURL, atomically: false, encoding: .utf8)
    if output == nil { try "".write(to: outputURL, atomically: false, encoding: .utf8) }
    try "".write(to: messagesURL, atomically: false, encoding: .utf8)
    process.standardInput = try FileHandle(forReadingFrom: inputURL)
    process.standardOutput = try FileHandle(forWritingTo: outputURL)
    process.standardError = try FileHandle(forWritingTo: messagesURL)
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus,
      output: output == nil ? try String(contentsOf: outputURL, encoding: .utf8) : "",
      messages: try String(contentsOf: messagesURL, encoding: .utf8))
  }
}

/// The files of the folder.
enum Texts {
  static let sources = """
    sources:
      L-1:
        title: 残疾人保障法
        number: 2018 修正
        evidence: official

    """

  static let policy = """
    policy: demo-grant
    title: {zh: 演示补贴, en: Demo grant}
    in force: {from: 2020-01-01}

    facts:
      age:
        type: number
        label: {zh: 年龄, en: Age}
        ask: {zh: 多少岁？, en: "How old is the person?"}

    parameters:
      standard:
        type: money
        unit: CNY
        values:
          - {from: 2020-01-01, is: 100, source: L-1}

    criteria:
      of age:
        require: age >= 18
        label: {zh: 已满十八岁, en: Of age}
        unmet: {zh: "只有 {age} 岁", en: "only {age} years old"}
        source: L-1 第四十八条

    benefits:
      grant:
        label: {zh: 补贴, en: Grant}
        pays: once
        amount: standard
        unit: CNY
        source: L-1

    may change:
      parameters: {standard: {}}

    """

  static let pilot = """
    title: {zh: 演示市, en: Demo}
    region: 990000

    """

  static let overlay = """
    adapts: demo-grant
    in force: {from: 2020-01-01}
    parameters:
      standard:
        values:
          - {from: 2020-01-01, is: 150, source: L-1}

    """

  static let applicant = """
    applicant: A-1
    facts:
      age: 30
    grants: []

    """
}
