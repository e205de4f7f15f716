import DMNXML
import Diagnostics
import Foundation
import Quantities
import Testing

/// All vectors of the DMN TCK, if the environment says where they are (`ZHUNZE_TCK`).
@Suite struct TechnologyCompatibilityKit {
  static let folder = ProcessInfo.processInfo.environment["ZHUNZE_TCK"]

  @Test(
    "every vector of the TCK has the value it should have",
    .enabled(if: folder != nil, "set ZHUNZE_TCK to the folder of the vectors"))
  func vectors() throws {
    var session = ConformanceSession(
      readFile: { path in
        FileManager.default.contents(atPath: "\(Self.folder ?? "")/models/\(path)").map {
          [UInt8]($0)
        }
      }, clock: DateAndTime("2026-03-31T12:00:00Z"))
    var count = 0
    for level in ["level-2", "level-3"] {
      let folder = URL(fileURLWithPath: Self.folder ?? "").appendingPathComponent(level)
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      for file in files.sorted() where file.hasSuffix(".jsonl") {
        let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(file)))
        for line in bytes.split(separator: 0x0A) {
          let vector = try JSONValue(reading: Array(line))
          let reply = try JSONValue(reading: Array(session.answer(line: line).utf8))
          count += 1
          #expect(
            matches(vector["expected"] ?? .null, reply["value"] ?? .null),
            "\(vector["id"]?.compact ?? ""): \(reply.compact)")
        }
      }
    }
    print("TCK vectors: \(count)")
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
    case ("dateTime", .string(let left), .string(let right)):
      return DateAndTime(left) == DateAndTime(right)
    case ("time", .string(let left), .string(let right)):
      return TimeOfDay(left) == TimeOfDay(right)
    case ("duration", .string(let left), .string(let right)):
      return DaysAndTimeDuration(left) == DaysAndTimeDuration(right)
        && YearsAndMonthsDuration(left) == YearsAndMonthsDuration(right)
    default: return content == other
    }
  }
}
