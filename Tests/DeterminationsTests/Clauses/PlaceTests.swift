import Determinations
import PolicyModel
import PolicySyntax
import Testing

@Suite("a pilot that says nothing about a policy")
struct SilentPilotTests {
  static let policy = """
    policy: aid
    title: {zh: 补助, en: Aid}
    jurisdiction: region
    in force: {from: 2020-01-01}
    sources:
      S: {title: 办法, evidence: illustrative}
    facts:
      region: {type: text, label: {zh: 地区, en: Region}, ask: {zh: 何地？}}
      works: {type: boolean, label: {zh: 工作}, ask: {zh: 是否工作？}}
    criteria:
      working: {require: works, label: {zh: 在工作}, source: S}
    parameters:
      rate:
        type: money
        unit: CNY/month
        values:
          - {from: 2020-01-01, is: 100, source: S}
    benefits:
      aid: {pays: monthly, amount: rate, unit: CNY/month, label: {zh: 补贴}, source: S}
    may change:
      parameters: {rate: {}}

    """
  static let overlay = """
    adapts: aid
    in force: {from: 2020-01-01}
    parameters:
      rate:
        values:
          - {from: 2020-01-01, is: 200, source: S}

    """

  @Test("has the nation's rules, as somebody has who lives there")
  func nation() throws {
    let rules = PlacedRules(["rules/aid.yaml": Self.policy, "pilots/town/aid.yaml": Self.overlay])
    try rules.requireSound()
    let facts = "facts: {works: true, region: '330104'}"
    let fitting = try rules.decide(facts)
    #expect(fitting.outcomes == ["aid nation eligible"])
    for policy in ["aid", nil] {
      let named = try rules.decide(facts, policy: policy, pilot: .named(PilotID("county")))
      #expect(named.outcomes == fitting.outcomes)
      #expect(named.determinations.first?.amounts == ["100"])
      #expect(named.diagnostics.isEmpty)
    }
    let resolved = rules.rulebook.place(of: PolicyID("aid"), in: PilotID("county"))
    #expect(resolved == nil)
  }

  @Test("has the rules of the pilot above it, if that says something")
  func parent() throws {
    let rules = PlacedRules(["rules/aid.yaml": Self.policy, "pilots/city/aid.yaml": Self.overlay])
    try rules.requireSound()
    let facts = "facts: {works: true, region: '330104'}"
    #expect(try rules.decide(facts).outcomes == ["aid city eligible"])
    let named = try rules.decide(facts, pilot: .named(PilotID("county")))
    #expect(named.outcomes == ["aid county eligible"])
    #expect(named.determinations.first?.amounts == ["200"])
  }
}

@Suite("the fact that says whose rules apply")
struct PlacingFactTests {
  @Test(
    "is among those that decided, and told in a line of its own where no other tells it",
    arguments: [
      ("works: true, region: '330104'", "nation", 1), ("works: false, region: '440104'", "town", 1),
      ("works: true, region: '440104'", "town", 0),
    ])
  func told(_ facts: String, _ place: String, _ lines: Int) throws {
    let rules = PlacedRules([
      "rules/aid.yaml": SilentPilotTests.policy, "pilots/town/aid.yaml": SilentPilotTests.overlay,
    ])
    let decided = try #require(try rules.decide("facts: {\(facts)}").determinations.first)
    #expect((decided.pilot?.id.name ?? "nation") == place)
    let explanation = decided.explanation
    #expect(explanation.facts.map(\.name).contains("region"))
    #expect(explanation.short.flatMap(\.facts).map(\.name).contains("region"))
    let own = explanation.short.count { if case .place = $0.subject { true } else { false } }
    #expect(own == lines)
  }

  @Test("is told where the place has no such policy, and not where a pilot is named")
  func elsewhere() throws {
    let rules = PlacedRules(["pilots/city/own.yaml": OwnPolicyTests.policy])
    let facts = "facts: {works: true, region: '440101'}"
    let nobody = try #require(try rules.decide(facts, policy: "own").determinations.first)
    #expect(nobody.outcome == .noRuleInForce)
    #expect(nobody.explanation.facts.map(\.name) == ["region"])
    let named = try rules.decide(facts, pilot: .named(PilotID("city"))).determinations.first
    #expect(
      named?.explanation.short.allSatisfy { if case .place = $0.subject { false } else { true } }
        == true)
  }
}
