import Determinations
import Diagnostics
import PolicySyntax
import FEELSyntax
import Quantities
import Testing

@Suite("what other policies pay")
struct GrantTests {
  static func rules(_ mode: String) -> String {
    """
    facts:
      resident: {type: boolean}
    criteria:
      lives here:
        require: resident
        source: S
    benefits:
      aid:
        pays: monthly
        amount: '100'
        unit: CNY/month
        source: S
    stacking:
      - {with: other-aid, mode: \(mode), source: S}
    """
  }

  static let other = """
    policy: other-aid
    subject: person
    in force: {from: 2020-01-01}
    criteria:
      asked:
        require: true
        source: S
    benefits:
      other aid:
        pays: monthly
        amount: '30'
        unit: CNY/month
        source: S
    """

  static func granted(_ months: String) -> String {
    """
    facts: {resident: true}
    grants:
      - {policy: other-aid, pilot: town, approved: 2025-01-01, paid: {\(months)}, item: none}
    """
  }

  @Test("excludes this one for the month that it is paid for")
  func excludes() throws {
    let rules = try TinyRules(Self.rules("excludes"), Self.other)
    #expect(try rules.decide(Self.granted("2026-03: 30.00")).outcome == .ineligible)
    #expect(try rules.decide(Self.granted("2026-02: 30.00")).outcome == .eligible)
    #expect(try rules.decide(Self.granted("2026-03: 0.00")).outcome == .eligible)
    #expect(try rules.decide("facts: {resident: true}\ngrants: []").outcome == .eligible)
    let unknown = try rules.decide("facts: {resident: true}")
    #expect(unknown.outcome == .undetermined)
    #expect(unknown.asksFor == ["grants"])
    #expect(unknown.results == ["lives here met", "stacking other-aid unknown"])
  }

  @Test("has the name its entry gives, where no file has its title, in grants as well")
  func label() throws {
    let entry = Self.rules("excludes").replacing(
      "{with: other-aid,", with: "{with: other-aid, label: {zh: 另一补贴, en: Other aid},")
    let alone = try TinyRules(entry)
    let granted = Self.granted("2026-03: 30.00").replacing("other-aid", with: "另一补贴")
    let excluded = try alone.decide(granted)
    #expect(excluded.outcome == .ineligible)
    let criterion = try #require(excluded.criteria.last)
    #expect(criterion.label?.zh?.contains("“另一补贴”") == true)
    #expect(criterion.label?.en?.contains("Other aid") == true)
    let titled = Self.other.replacing("subject:", with: "title: {zh: 别的补贴, en: Another}\nsubject:")
    let both = try TinyRules(entry, titled).decide("facts: {resident: true}\ngrants: []")
    #expect(both.criteria.last?.label?.zh?.contains("“别的补贴”") == true)
  }

  @Test("is taken off for the month, down to nothing")
  func offsets() throws {
    let rules = try TinyRules(Self.rules("offsets"), Self.other)
    let less = try rules.decide(Self.granted("2026-03: 30.00"))
    #expect(less.amounts == ["70.00"])
    #expect(less.benefits.first?.offset == Decimal128("30"))
    #expect(try rules.decide(Self.granted("2026-03: 130.00")).amounts == ["0"])
    #expect(try rules.decide(Self.granted("2026-04: 30.00")).amounts == ["100"])
    let unknown = try rules.decide("facts: {resident: true}")
    #expect(unknown.outcome == .eligible)
    #expect(unknown.amounts == ["?"])
    #expect(unknown.asksFor == ["grants"])
  }

  @Test("is not asked for when the grant is of a policy that does not matter")
  func otherPolicy() throws {
    let rules = try TinyRules(Self.rules("excludes"), Self.other)
    let determination = try rules.decide(
      "facts: {resident: true}\ngrants: [{policy: third-aid, approved: 2025-01-01}]")
    #expect(determination.outcome == .eligible)
  }

  @Test("is unknown where a grant does not say what was paid")
  func entryMissing() throws {
    let rules = try TinyRules(Self.rules("excludes"), Self.other)
    let determination = try rules.decide(
      "facts: {resident: true}\ngrants: [{policy: other-aid, approved: 2025-01-01}]")
    #expect(determination.outcome == .undetermined)
    #expect(determination.asksFor == ["grants.paid"])
  }
}

@Suite("a decision that may be supplied")
struct SuppliedDecisionTests {
  static let rules = """
    facts:
      wages: {type: money, unit: CNY/month}
      savings: {type: money, unit: CNY}
    decisions:
      poor:
        may be supplied: true
        is: wages < 1000
    criteria:
      poor:
        require: poor
        source: S
    benefits:
      aid:
        pays: once
        amount: '5'
        unit: CNY
        source: S
    """

  @Test("is derived where it is not supplied")
  func derived() throws {
    let rules = try TinyRules(
      Self.rules.replacing("  savings: {type: money, unit: CNY}\n", with: ""))
    #expect(try rules.decide("facts: {wages: 900.00}").outcome == .eligible)
    #expect(try rules.decide("facts: {wages: 1000.00}").outcome == .ineligible)
    #expect(try rules.decide().asksFor == ["wages"])
  }

  @Test("is used as it is supplied, and what it would follow from is not asked for")
  func supplied() throws {
    let rules = try TinyRules(
      Self.rules.replacing("  savings: {type: money, unit: CNY}\n", with: ""))
    let determination = try rules.decide("facts: {poor: true}")
    #expect(determination.outcome == .eligible)
    #expect(determination.missing.isEmpty)
  }

  @Test("sends the case to a person if it contradicts what follows from the facts")
  func contradiction() throws {
    let rules = try TinyRules(
      Self.rules.replacing("  savings: {type: money, unit: CNY}\n", with: ""))
    let determination = try rules.decide("facts: {poor: true, wages: 1000.00}")
    #expect(determination.outcome == .refer)
    #expect(determination.refer.first?.why?.en?.contains("supplied (true)") == true)
    #expect(determination.refer.first?.why?.en?.contains("derived (false)") == true)
    #expect(try rules.decide("facts: {poor: true, wages: 900.00}").outcome == .eligible)
  }
}
