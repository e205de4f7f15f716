import Diagnostics
import Digests
import Foundation
import Receipts
import Testing

@Suite("Logs of receipts")
struct LogVerificationTests {
  private let log = SmallLog.log()

  private func codes(_ lines: [String], _ head: LogHead?) -> [String] {
    SmallLog.findings(lines, head).map(\.code.rawValue)
  }

  @Test("nothing is found in a log as it was written, and it is written the same each time")
  func whole() {
    #expect(log.lines.count == 3)
    #expect(SmallLog.findings(log.lines, log.head) == [])
    #expect(SmallLog.log().lines == log.lines)
    #expect(LogHead(reading: Array(log.head.text.utf8)) == log.head)
  }

  @Test("every changed byte is found, and the line is named")
  func everyByte() {
    let bytes = Array(log.lines.joined().utf8)
    let starts = bytes.indices.filter { $0 == 0 || bytes[$0 - 1] == 10 }
    for offset in bytes.indices {
      for mask: UInt8 in [0x01, 0x20, 0x80] {
        var changed = bytes
        changed[offset] ^= mask
        let findings = SmallLog.findings(changed, log.head)
        let line = starts.count { $0 <= offset }
        #expect(
          findings.contains { $0.message.en.contains("line \(line)") },
          "byte \(offset) xor \(mask): \(findings.map(\.message.en))")
      }
    }
  }

  @Test("every changed byte of a head is found")
  func everyByteOfHead() {
    let bytes = Array(log.head.text.utf8)
    for offset in bytes.indices {
      var changed = bytes
      changed[offset] ^= 1
      let head = LogHead(reading: changed)
      #expect(head == nil || !SmallLog.findings(log.lines, head).isEmpty, "byte \(offset)")
    }
  }

  @Test("lines removed, swapped, doubled and cut off are found where they are")
  func lines() {
    let lines = log.lines
    #expect(codes([lines[1], lines[2]], log.head) == ["Z1606", "Z1611"])
    #expect(codes([lines[0], lines[2]], log.head) == ["Z1606", "Z1611"])
    #expect(codes([lines[0], lines[1]], log.head) == ["Z1611"])
    #expect(codes([], log.head) == ["Z1611"])
    #expect(codes([lines[0], lines[2], lines[1]], log.head) == ["Z1606", "Z1606", "Z1612"])
    #expect(codes([lines[0], lines[1], lines[1], lines[2]], log.head) == ["Z1606", "Z1611"])
    #expect(codes(lines + lines, log.head).first == "Z1606")
    let missing = SmallLog.findings([lines[0], lines[2]], log.head)
    #expect(missing.first?.code == "Z1606")
    #expect(missing.first?.message.en == "receipt 3 (line 2): receipt 2 is missing before it")
  }

  @Test("a receipt of another log is found though its number fits")
  func foreign() {
    let other = SmallLog.chain(SmallLog.receipts().reversed()).lines
    #expect(codes([log.lines[0], other[1], log.lines[2]], log.head) == ["Z1607", "Z1607"])
  }

  @Test("a log that ends within a line is found, wherever that is")
  func torn() {
    let bytes = Array(log.lines.joined().utf8)
    for count in 0..<bytes.count {
      #expect(!SmallLog.findings(Array(bytes[..<count]), log.head).isEmpty, "\(count) bytes")
    }
  }

  @Test("a log whose numbers and hashes were worked out anew does not fit the head noted elsewhere")
  func writtenAnew() {
    let other = SmallLog.chain(SmallLog.receipts().reversed())
    #expect(codes(other.lines, other.head) == [])
    #expect(codes(other.lines, log.head) == ["Z1612"])
  }

  @Test("a piece of a log is checked without its beginning and its end")
  func part() {
    #expect(codes([log.lines[1]], nil) == [])
    #expect(codes([log.lines[1], log.lines[2]], nil) == [])
    #expect(codes([log.lines[2], log.lines[1]], nil) == ["Z1606"])
  }

  @Test(
    "the part that was changed is named",
    arguments: [
      ("\"income\":\"1234.50\"", "\"income\":\"1234.51\"", "applicant with the facts"),
      ("\"outcome\":\"eligible\"", "\"outcome\":\"refer\"", "outcome"),
      (
        "\"known\":\"2026-03-31\",\"pilot\":null,\"policy\":null",
        "\"known\":\"2026-03-30\",\"pilot\":null,\"policy\":null", "question"
      ),
      (
        "\"rules/demo-grant.yaml\":\"sha256:", "\"rules/demo-grant.yaml\":\"sha257:",
        "list of rule files"
      ),
      (
        "\"source\":[\"L-1\"],\"value\":\"150\"", "\"source\":[\"L-1\"],\"value\":\"160\"",
        "dated values"
      ),
      ("\"origin\":\"dated value\"", "\"origin\":\"other value\"", "explanation"),
      ("\"engine\":\"0.1.0\",\"hash\"", "\"engine\":\"0.1.1\",\"hash\"", "hash"),
    ])
  func parts(_ text: String, _ other: String, _ part: String) throws {
    var lines = log.lines
    let range = try #require(lines[0].range(of: text))
    lines[0].replaceSubrange(range, with: other)
    let findings = SmallLog.findings(lines, log.head)
    #expect(
      findings.contains {
        $0.message.en.contains("receipt 1 (line 1)") && $0.message.en.contains(part)
      }, "\(findings.map(\.message.en))")
  }

  @Test("members that no receipt has, or that are missing, are named")
  func members() {
    let added = log.lines[0].replacing("{\"applicant\":", with: "{\"applicand\":{},\"applicant\":")
    #expect(codes([added], nil) == ["Z1603"])
    let renamed = log.lines[0].replacing("\"values\":[", with: "\"valves\":[")
    #expect(codes([renamed], nil).contains("Z1603"))
    let spaced = log.lines[0].replacing(
      "\"schema\":\"zhunze.receipt", with: "\"schema\": \"zhunze.receipt")
    #expect(codes([spaced], nil) == ["Z1602"])
  }

  @Test("a line that is no JSON, one without an end and a wrong hash have codes of their own")
  func ownCodes() {
    #expect(codes(["{\n"], nil) == ["Z1601"])
    #expect(codes([String(log.lines[0].dropLast())], nil) == ["Z1608"])
    let number = log.lines[0].replacing("\"number\":1,\"previous", with: "\"number\":9,\"previous")
    #expect(codes([number], nil) == ["Z1605"])
  }

  @Test("rubbish is reported and does no harm")
  func rubbish() {
    var state: UInt64 = 1
    for _ in 0..<300 {
      var bytes: [UInt8] = []
      for _ in 0..<60 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(UInt8(truncatingIfNeeded: state >> 33))
      }
      #expect(!SmallLog.findings(bytes, log.head).isEmpty)
    }
    let texts = [
      "{}\n", "[]\n", "null\n", "\n", "{\"number\":1}\n", "{\"number\":99999999999999999999}\n",
      "{\"number\":9223372036854775807}\n",
    ]
    for text in texts { #expect(!SmallLog.findings([text], log.head).isEmpty, "\(text)") }
  }
}
