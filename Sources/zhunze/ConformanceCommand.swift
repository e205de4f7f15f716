import ArgumentParser
import DMNXML
import Diagnostics
import Quantities

/// Answers the protocol of the DMN TCK's scorer: a JSON object a line in, one a line out.
struct ConformanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conformance",
    abstract: "Answers requests of the DMN conformance protocol on standard input.")

  func run() throws {
    let console = Console(format: .json, language: .english)
    var session = ConformanceSession(
      readFile: { try? FileReading.bytes(of: $0) }, clock: Surroundings.now)
    // Written past any buffer, so that every reply is seen at once.
    while let line = readLine() { try console.write(session.answer(line: line) + "\n") }
  }
}
