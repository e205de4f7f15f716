import Determinations
import Diagnostics
import PolicyModel
import Testing

@Suite("whom a file is about")
struct SubjectTests {
  static func policy(_ name: String, _ subject: String, _ fact: String) -> String {
    """
    policy: \(name)
    subject: \(subject)
    jurisdiction: region
    in force: {from: 2020-01-01}
    uses: [place]
    facts:
      \(fact): {type: boolean, label: {zh: \(fact)}}
    criteria:
      \(fact): {require: \(fact), label: {zh: \(fact)}, source: S}

    """
  }

  static let rules = PlacedRules([
    "rules/place.yaml": """
    vocabulary: place
    sources:
      S: {title: 办法, evidence: illustrative}
    facts:
      region: {type: text, label: {zh: 地区}, ask: {zh: 何地？}}

    """,
    "rules/aid.yaml": policy("aid", "person", "works"),
    "rules/levy.yaml": policy("levy", "employer", "employs"),
    "pilots/city/aid.yaml": "adapts: aid\nin force: {from: 2020-01-01}\n",
    "pilots/city/levy.yaml": "adapts: levy\nin force: {from: 2020-01-01}\n",
  ])

  @Test(
    "is what it says, a person if it does not, and an employer if only employers have such facts",
    arguments: [
      ("subject: person\nfacts: {region: '330100'}", ["aid city"]),
      ("subject: employer\nfacts: {region: '330100'}", ["levy city"]),
      ("subject: employer", ["levy nation"]),
      ("facts: {region: '330100'}", ["aid city"]),
      ("facts: {}", ["aid nation"]),
      ("facts: {works: true}", ["aid nation"]),
      ("facts: {employs: true}", ["levy nation"]),
      ("facts: {employs: true, region: '330100'}", ["levy city"]),
      ("facts: {employs: true, works: true}", ["aid nation"]),
      ("subject: person\nfacts: {employs: true}", ["aid nation"]),
    ])
  func subject(_ file: String, _ decided: [String]) throws {
    try Self.rules.requireSound()
    let decisions = try Self.rules.decide(file)
    #expect(
      decisions.determinations.map { "\($0.policy.name) \($0.pilot?.id.name ?? "nation")" }
        == decided)
  }

  @Test(
    "is said where the policy that is named is about others, or none is about such an applicant")
  func others() throws {
    let named = try Self.rules.decide(
      "subject: employer\nfacts: {region: '330100'}", policy: "aid")
    #expect(named.determinations.isEmpty)
    #expect(named.diagnostics.map(\.code.rawValue) == ["Z1005"])
    let alone = PlacedRules([
      "rules/aid.yaml": SilentPilotTests.policy, "pilots/city/aid.yaml": SilentPilotTests.overlay,
    ])
    for pilot in [PilotChoice.fitting, .named(PilotID("city"))] {
      let nobody = try alone.decide(
        "subject: employer\nfacts: {region: '330100'}", pilot: pilot)
      #expect(nobody.determinations.isEmpty)
      #expect(nobody.diagnostics.map(\.code.rawValue) == ["Z1006"])
    }
  }

  @Test("does not matter for a policy that is named, if nothing says it")
  func chosen() throws {
    let decisions = try Self.rules.decide("facts: {works: true, region: '330100'}", policy: "levy")
    #expect(decisions.outcomes == ["levy city undetermined"])
  }
}

@Suite("whether the applicant is in the region")
struct InTheRegionTests {
  @Test("is read off the fact where a pilot applies, and false where none does")
  func region() throws {
    let rules = PlacedRules([
      "rules/aid.yaml": """
      policy: aid
      jurisdiction: region
      in force: {from: 2020-01-01}
      sources:
        S: {title: 办法, evidence: illustrative}
      facts:
        region: {type: text, label: {zh: 地区}, ask: {zh: 何地？}}
      decisions:
        amount due:
          type: money
          unit: CNY/month
          is: if in the region then 200 else 100
      benefits:
        aid: {pays: monthly, amount: amount due, unit: CNY/month, label: {zh: 补贴}, source: S}

      """,
      "pilots/city/aid.yaml": "adapts: aid\nin force: {from: 2020-01-01}\n",
    ])
    try rules.requireSound()
    let here = "facts: {region: '330104'}"
    #expect(try rules.decide(here).determinations.first?.amounts == ["200"])
    #expect(try rules.decide(here, pilot: .nation).determinations.first?.amounts == ["100"])
    let elsewhere = try rules.decide("facts: {region: '440101'}")
    #expect(elsewhere.outcomes == ["aid nation eligible"])
    #expect(elsewhere.determinations.first?.amounts == ["100"])
    let unknown = try rules.decide("facts: {}", pilot: .named(PilotID("city")))
    #expect(unknown.determinations.first?.outcome == .undetermined)
  }
}
