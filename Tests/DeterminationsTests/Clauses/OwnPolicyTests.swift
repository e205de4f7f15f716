import Determinations
import Diagnostics
import PolicyModel
import Testing

@Suite("a pilot's own policy")
struct OwnPolicyTests {
  static let policy = """
    policy: own
    jurisdiction: region
    in force: {from: 2020-01-01}
    sources:
      S: {title: 办法, evidence: illustrative}
    facts:
      region: {type: text, label: {zh: 地区}, ask: {zh: 何地？}}
      works: {type: boolean, label: {zh: 工作}, ask: {zh: 是否工作？}}
    criteria:
      working: {require: works, label: {zh: 在工作}, source: S}
    benefits:
      aid: {pays: monthly, amount: 100, unit: CNY/month, label: {zh: 补贴}, source: S}
    may change:
      benefits: [aid]

    """
  static let overlay = """
    adapts: own
    in force: {from: 2021-01-01}
    benefits:
      aid: {amount: 200, source: S}

    """

  @Test("has criteria of its own, and only its place has it")
  func place() throws {
    let rules = PlacedRules(["pilots/city/own.yaml": Self.policy])
    try rules.requireSound()
    let facts = "facts: {works: true, region: '330104'}"
    #expect(try rules.decide(facts).outcomes == ["own city eligible"])
    #expect(try rules.decide(facts, policy: "own").outcomes == ["own city eligible"])
    #expect(
      try rules.decide(facts, pilot: .named(PilotID("county"))).outcomes == ["own county eligible"])
    #expect(
      try rules.decide("facts: {works: false, region: '330104'}").outcomes
        == ["own city ineligible"])
    let elsewhere = "facts: {works: true, region: '440101'}"
    #expect(try rules.decide(elsewhere).outcomes.isEmpty)
    #expect(
      try rules.decide(elsewhere, policy: "own").outcomes == ["own nation no rule in force"])
    #expect(
      try rules.decide(elsewhere, pilot: .named(PilotID("city"))).outcomes
        == ["own city ineligible"])
    let nowhere = try rules.decide("facts: {works: true}")
    #expect(nowhere.outcomes == ["own nation undetermined"])
    #expect(nowhere.determinations.first?.asksFor == ["region"])
  }

  @Test("is not there for the nation and for other pilots")
  func absent() throws {
    let rules = PlacedRules(["pilots/city/own.yaml": Self.policy])
    let facts = "facts: {works: true, region: '330104'}"
    for pilot in [PilotChoice.nation, .named(PilotID("town"))] {
      let decisions = try rules.decide(facts, policy: "own", pilot: pilot)
      #expect(decisions.outcomes.isEmpty)
      #expect(decisions.diagnostics.map(\.code.rawValue) == ["Z1002"])
    }
  }

  @Test("is adapted by pilots below, as it lets them")
  func adapted() throws {
    let rules = PlacedRules([
      "pilots/city/own.yaml": Self.policy, "pilots/county/own.yaml": Self.overlay,
    ])
    try rules.requireSound()
    let county = try rules.decide("facts: {works: true, region: '330104'}")
    #expect(county.outcomes == ["own county eligible"])
    #expect(county.determinations.first?.amounts == ["200"])
    let city = try rules.decide("facts: {works: true, region: '330102'}")
    #expect(city.outcomes == ["own city eligible"])
    #expect(city.determinations.first?.amounts == ["100"])

    let bound = PlacedRules([
      "pilots/city/own.yaml": Self.policy.replacing("benefits: [aid]", with: "stacking: true"),
      "pilots/county/own.yaml": Self.overlay,
    ])
    #expect(bound.codes.contains("Z0703"))
  }

  @Test("adds criteria below only where that is allowed")
  func addedBelow() throws {
    let added = """
      adapts: own
      in force: {from: 2021-01-01}
      criteria:
        not working:
          require: not(works)
          label: {zh: 不工作}
          source: S

      """
    let refused = PlacedRules([
      "pilots/city/own.yaml": Self.policy, "pilots/county/own.yaml": added,
    ])
    #expect(refused.codes == ["Z0704"])
    let allowed = PlacedRules([
      "pilots/city/own.yaml": Self.policy.replacing(
        "benefits: [aid]", with: "criteria: {add: true}"),
      "pilots/county/own.yaml": added,
    ])
    try allowed.requireSound()
  }

  @Test("has a name that nobody above has, and names the fact that decides where it applies")
  func mistakes() {
    let twice = PlacedRules([
      "pilots/city/own.yaml": Self.policy,
      "pilots/county/own.yaml": Self.policy.replacing("  S: {", with: "  T: {")
        .replacing("source: S", with: "source: T"),
    ])
    #expect(twice.codes == ["Z0729"])
    let placeless = PlacedRules([
      "pilots/city/own.yaml": Self.policy.replacing("jurisdiction: region\n", with: "")
    ])
    #expect(placeless.codes.contains("Z0601"))
    let stranger = PlacedRules([
      "pilots/city/own.yaml": Self.policy, "pilots/town/own.yaml": Self.overlay,
    ])
    #expect(stranger.codes == ["Z0730"])
  }

  @Test("may bear the name of another's in a place that is not below it")
  func twoPlaces() throws {
    let rules = PlacedRules([
      "pilots/city/own.yaml": Self.policy,
      "pilots/town/own.yaml": Self.policy.replacing("  S: {", with: "  T: {")
        .replacing("source: S", with: "source: T").replacing("amount: 100", with: "amount: 300"),
    ])
    try rules.requireSound()
    let amounts = try ["330104", "440101"].map { region in
      try rules.decide("facts: {works: true, region: '\(region)'}").determinations
        .map { "\($0.pilot?.id.name ?? "") \($0.amounts)" }
    }
    #expect(amounts == [["city [\"100\"]"], ["town [\"300\"]"]])
  }
}
