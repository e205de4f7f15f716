import Determinations
import Diagnostics
import PolicySyntax
import FEELSyntax
import Quantities
import Testing

@Suite("a policy decided once for each request")
struct ListOfRequestsTests {
  static let rules = """
    for each: {request: requests}
    types:
      request:
        item: {type: text}
        price: {type: money, unit: CNY}
    facts:
      requests: {type: list of request}
      resident: {type: boolean}
    criteria:
      covered:
        require: request.item != "car"
        source: S
      lives here:
        require: resident
        source: S
    benefits:
      aid:
        pays: once
        amount: round half up(request.price * 0.5, 2)
        unit: CNY
        source: S
    """

  @Test("has parts and a total, and the outcome of the best part")
  func parts() throws {
    let determination = try TinyRules(Self.rules).decide(
      """
      facts:
        resident: true
        requests: [{item: car, price: 9.00}, {item: chair, price: 10.00}, {item: bed, price: 20.00}]
      """)
    #expect(determination.outcome == .eligible)
    let outcomes = determination.parts?.map(\.determination.outcome)
    #expect(outcomes == [.ineligible, .eligible, .eligible])
    #expect(determination.total.map(\.amount) == [Decimal128("15.00")])
  }

  @Test("is ineligible when nothing is requested")
  func empty() throws {
    let determination = try TinyRules(Self.rules).decide("facts: {requests: []}")
    #expect(determination.outcome == .ineligible)
    #expect(determination.remark?.en == "nothing requested")
    #expect(determination.missing.isEmpty)
  }

  @Test("asks for the list when it is not supplied")
  func unknownList() throws {
    let determination = try TinyRules(Self.rules).decide("facts: {resident: true}")
    #expect(determination.outcome == .undetermined)
    #expect(determination.asksFor == ["requests"])
  }

  @Test("takes an entry missing in a record for unknown, not for null")
  func missingEntry() throws {
    let determination = try TinyRules(Self.rules).decide(
      "facts: {resident: true, requests: [{price: 10.00}]}")
    #expect(determination.outcome == .undetermined)
    #expect(determination.asksFor == ["requests.item"])
    let eligible = try TinyRules(Self.rules).decide(
      "facts: {resident: true, requests: [{item: chair}]}")
    #expect(eligible.outcome == .eligible)
    #expect(eligible.asksFor == ["requests.price"])
    #expect(eligible.total.map(\.amount) == [nil])
  }

  @Test("asks for nothing that only an ineligible part would need")
  func ineligiblePart() throws {
    let determination = try TinyRules(Self.rules).decide(
      "facts: {resident: true, requests: [{item: car}, {item: chair, price: 2.00}]}")
    #expect(determination.outcome == .eligible)
    #expect(determination.missing.isEmpty)
  }
}
