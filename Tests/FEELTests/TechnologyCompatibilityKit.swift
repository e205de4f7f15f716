import Diagnostics
import FEEL
import FEELSyntax
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

  @Test(
    "every expression of the TCK has the same value when it has been printed",
    .enabled(if: folder != nil, "set ZHUNZE_TCK to the folder of the vectors"))
  func printedExpressions() throws {
    let clock = DateAndTime("2026-03-31T12:00:00Z")
    var count = 0
    for vector in try vectors() {
      guard case .object(var members) = vector, case .string(let text)? = vector["expression"],
        let request = ExpressionRequest(vector)
      else { continue }
      var keys: Set<String> = []
      vector["context"]?.collectKeys(&keys)
      vector["types"]?.collectKeys(&keys)
      let names = Scope().names.adding(keys, members: keys)
      let source = SourceText(text, name: "expression")
      guard let printed = parseExpression(source, names: names).tree?.text,
        let place = members.firstIndex(where: { $0.0 == "expression" })
      else { continue }
      members[place].1 = .string(printed)
      let again = try #require(ExpressionRequest(.object(members)))
      let (first, second) = (request.reply(clock: clock), again.reply(clock: clock))
      let isSame =
        TaggedValue.json(first.value) == TaggedValue.json(second.value)
        && first.hasError == second.hasError
      #expect(isSame, "\(text) is printed \(printed)")
      count += 1
    }
    print("TCK expressions printed: \(count)")
    #expect(count > 1_000)
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

extension JSONValue {
  /// Adds the names of all members inside.
  fileprivate func collectKeys(_ keys: inout Set<String>) {
    switch self {
    case .object(let members):
      for (key, value) in members {
        keys.insert(key)
        value.collectKeys(&keys)
      }
    case .array(let elements):
      for element in elements { element.collectKeys(&keys) }
    default: break
    }
  }
}
