import Determinations
import Diagnostics
import Exchange
import Receipts
import Testing

@Suite("Masked receipts")
struct MaskTests {
  @Test("nothing supplied, and nothing that follows from it, stands in a masked receipt")
  func nothingPersonal() {
    let text = SmallLog.log(masking: SmallLog.salt).lines.joined()
    for word in ["A-1", "A-2", "1234.5", "2000.01", "ZX-47", "only 17", "只有", "99.99"] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(text.contains("\"outcome\":\"eligible\""))
    #expect(text.contains("\"value\":\"150\""))
    #expect(text.contains("\"most income\""))
  }

  @Test("a masked log verifies, and every changed byte of it is found")
  func verifies() {
    let log = SmallLog.log(masking: SmallLog.salt)
    #expect(SmallLog.findings(log.lines, log.head) == [])
    let bytes = Array(log.lines[0].utf8)
    let rest = Array(log.lines.dropFirst().joined().utf8)
    for offset in bytes.indices {
      var changed = bytes
      changed[offset] ^= 1
      #expect(!SmallLog.findings(changed + rest, log.head).isEmpty, "byte \(offset)")
    }
  }

  @Test("the same salt gives the same bytes, another salt others, and a short one is none")
  func salts() {
    let one = SmallLog.log(masking: SmallLog.salt).lines
    #expect(SmallLog.log(masking: SmallLog.salt).lines == one)
    #expect(SmallLog.log(masking: Salt(Array("0123456789abcdeX".utf8))).lines != one)
    #expect(Salt(Array("short".utf8)) == nil)
  }

  private func receipt(_ index: Int) throws -> JSONValue {
    let line = SmallLog.log(masking: SmallLog.salt).lines[index]
    return try #require(ReceiptReading(Array(line.utf8.dropLast()), line: 1).json)
  }

  @Test("the applicant's file proves which facts a receipt was made with")
  func proof() throws {
    let salt = try #require(SmallLog.salt)
    let first = try receipt(0)
    let proof = try #require(
      MaskProof(of: first, line: 1, by: SmallLog.people[0], salt: salt))
    #expect(Set(proof.proven) == ["age", "income", "reference", "grants"])
    #expect(proof.diagnostics == [])
    #expect(MaskProof(of: first, line: 1, by: SmallLog.people[1], salt: salt) == nil)
    let changed = ApplicantReading(
      reading: SourceFile(
        name: "a.yaml", text: "{applicant: A-1, facts: {age: 31, income: 1234.50}, grants: []}")
    ).applicants[0]
    let other = try #require(MaskProof(of: first, line: 1, by: changed, salt: salt))
    #expect(Set(other.proven) == ["income", "grants"])
    #expect(other.diagnostics.map(\.code.rawValue) == ["Z1613"])
    #expect(other.diagnostics.first?.message.en.contains("`age`, `reference`") == true)
  }

  @Test("a masked receipt is decided again with the applicant's file, and not without")
  func replay() throws {
    let salt = try #require(SmallLog.salt)
    let with = Replay(
      by: SmallLog.rulebook(), engine: "0.1.0", masked: SmallLog.people, salt: salt)
    #expect(with.result(of: try receipt(0), line: 1).kind == .identical)
    let without = Replay(by: SmallLog.rulebook(), engine: "0.1.0")
    let result = without.result(of: try receipt(0), line: 1)
    #expect(result.kind == .undecidable)
    #expect(result.diagnostics.map(\.code.rawValue) == ["Z1614"])
  }
}
