import Diagnostics
import FEEL
import Foundation
import Quantities
import Testing

/// The expressions of the DMN TCK, if the environment says where its vectors are (`ZHUNZE_TCK`).
@Suite struct TechnologyCompatibilityKit {
  static let folder = ProcessInfo.processInfo.environment["ZHUNZE_TCK"]

  @Test(
    "every expression of the TCK has the value it should have",
    .enabled(if: folder != nil, "set ZHUNZE_TCK to the folder of the vectors"))
  func expressions() throws {
    var passed = 0
    var failures: [String] = []
    for vector in try vectors() {
      guard let request = ExpressionRequest(vector), let expected = vector["expected"] else {
        continue
      }
      let reply = request.reply(clock: DateAndTime("2026-03-31T12:00:00Z"))
      let actual = TaggedValue.json(reply.value)
      if matches(expected, actual) {
        passed += 1
      } else {
        let expression = vector["expression"]?.compact ?? ""
        failures.append("\(expression) = \(actual.compact), not \(expected.compact)")
      }
    }
    print("TCK expressions: \(passed) of \(passed + failures.count)")
    for failure in failures { print("  \(failure)") }
    #expect(failures.isEmpty)
  }

  private func vectors() throws -> [JSONValue] {
    var vectors: [JSONValue] = []
    for level in ["level-2", "level-3"] {
      let folder = URL(fileURLWithPath: Self.folder ?? "").appendingPathComponent(level)
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      for file in files.sorted() where file.hasSuffix(".jsonl") {
        let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(file)))
        for line in bytes.split(separator: 0x0A) {
          vectors.append(try JSONValue(reading: Array(line)))
        }
      }
    }
    return vectors
  }

  /// Equal as the TCK's runners see it: numbers to eight digits, contexts without order.
  private func matches(_ expected: JSONValue, _ actual: JSONValue) -> Bool {
    guard case .object(let members) = expected, let (tag, content) = members.first else {
      return expected == actual
    }
    guard let other = actual[tag] else { return false }
    switch (tag, content, other) {
    case ("number", .string(let left), .string(let right)):
      guard let left = Decimal128(left), let right = Decimal128(right),
        let difference = left.subtracting(right), let tolerance = Decimal128("1e-8")
      else { return false }
      return difference.magnitude < tolerance
    case ("list", .array(let left), .array(let right)):
      return left.count == right.count && zip(left, right).allSatisfy { matches($0, $1) }
    case ("context", .object(let left), .object(let right)):
      return left.count == right.count
        && left.allSatisfy { key, value in other[key].map { matches(value, $0) } ?? false }
    default:
      guard let left = TaggedValue.value(expected), let right = TaggedValue.value(actual) else {
        return false
      }
      return left.text == right.text
    }
  }
}
