import Determinations
import Diagnostics
import PolicySyntax
import FEELSyntax
import Testing

@Suite("a general rule with exceptions")
struct ExceptionTests {
  static func rules(_ exceptions: String) -> String {
    """
    facts:
      poor: {type: boolean}
      old: {type: boolean}
      resident: {type: boolean}
    decisions:
      base:
        type: money
        unit: CNY
        is: '100'
        source: S
      share:
        is: 0.5
        source: S
        except:
    \(exceptions.split(separator: "\n").map { "      " + $0 }.joined(separator: "\n"))
    criteria:
      lives here:
        require: resident
        source: S
    benefits:
      aid:
        pays: once
        amount: round half up(base * share, 2)
        unit: CNY
        source: S
    """
  }

  static let differing = rules(
    """
      poor:
        when: poor
        is: 0.8
        source: S 第一条
      old:
        when: old
        is: 0.9
        source: S 第二条
    """)
  static let equal = differing.replacing("0.9", with: "0.80")
  static let ordered = differing.replacing(
    "    is: 0.9", with: "    is: 0.9\n          over: [poor]")

  private func decide(_ rules: String, _ facts: String) throws -> Determination {
    try TinyRules(rules).decide("facts: {resident: true, \(facts)}")
  }

  @Test("holds where no exception does")
  func none() throws {
    #expect(try decide(Self.differing, "poor: false, old: false").amounts == ["50.00"])
  }

  @Test("gives way to the exception that holds")
  func one() throws {
    #expect(try decide(Self.differing, "poor: true, old: false").amounts == ["80.00"])
  }

  @Test("gives way to several exceptions that say the same")
  func several() throws {
    #expect(try decide(Self.equal, "poor: true, old: true").amounts == ["80.00"])
  }

  @Test("is no contradiction where a third exception goes before both and holds wherever both do")
  func settled() throws {
    let rules = Self.rules(
      """
        poor:
          when: poor
          is: 0.6
          source: S 第一条
        old:
          when: old
          is: 0.7
          source: S 第二条
        both:
          when: old and poor
          is: 0.8
          over: [poor, old]
          source: S 第三条
      """)
    let open = try decide(rules, "poor: true")
    #expect(open.outcome == .eligible)
    #expect(open.amounts == ["?"])
    #expect(open.asksFor == ["old"])
    #expect(try decide(rules, "poor: true, old: true").amounts == ["80.00"])
    // Not where the third asks for more than both.
    let more = rules.replacing("when: old and poor", with: "when: old and poor and resident")
    #expect(try decide(more, "poor: true").outcome == .undetermined)
  }

  @Test("is not yet for a person while an exception may go before one of those that contradict")
  func doubted() throws {
    let rules = Self.rules(
      """
        first:
          when: poor
          is: 0.6
          source: S
        second:
          when: old
          is: 0.8
          over: [first]
          source: S
        third:
          when: poor
          is: 0.7
          over: [second]
          source: S
      """)
    let open = try decide(rules, "poor: true")
    #expect(open.outcome == .undetermined)
    #expect(open.asksFor == ["old"])
    #expect(try decide(rules, "poor: true, old: true").amounts == ["70.00"])
    #expect(try decide(rules, "poor: true, old: false").outcome == .refer)
  }

  @Test("is not eligible before the day is known on which exceptions are read that may contradict")
  func conflictOnUnknownDay() throws {
    let rules = Self.differing.replacing("facts:\n", with: "facts:\n  applied: {type: date}\n")
      .replacing("  share:\n", with: "  share:\n    as of: applied\n")
    let open = try decide(rules, "poor: true, old: true")
    #expect(open.outcome == .undetermined)
    #expect(open.asksFor == ["applied"])
    #expect(
      try decide(rules, "poor: true, old: true, applied: 2026-01-01").outcome == .refer)
    let amount = Self.differing.replacing("facts:\n", with: "facts:\n  applied: {type: date}\n")
      .replacing("    pays: once\n", with: "    pays: once\n    as of: applied\n")
      .replacing("when: poor\n", with: "when: poor and determination date > @\"2020-01-01\"\n")
    #expect(try decide(amount, "poor: true, old: true").outcome == .undetermined)
  }

  @Test("names what contradicts by labels, in the reason and in the tree")
  func labels() throws {
    let label = "label: {zh: 低收入, en: Low income}"
    let rules = Self.differing.replacing(
      "poor:\n          when", with: "poor:\n          \(label)\n          when")
    let decisions = try TinyRules(rules).decisions(
      "facts: {resident: true, poor: true, old: true}", detail: .tree)
    let determination = try #require(decisions.determinations.first)
    #expect(determination.refer.first?.why?.zh == "share：“低收入”（0.8）与“old”（0.9）不一致")
    let node = try #require(determination.explanation.nodes.first { $0.name == "share" })
    guard case .contradiction(let exceptions) = node.origin else {
      Issue.record("\(node.origin)")
      return
    }
    #expect(exceptions.map(\.name) == ["poor", "old"])
    #expect(node.sources.map(\.text).count == 2)
  }

  @Test("is for a person where exceptions contradict each other, both being named")
  func conflict() throws {
    let determination = try decide(Self.differing, "poor: true, old: true")
    #expect(determination.outcome == .refer)
    let reason = try #require(determination.refer.first)
    #expect(reason.name == "share")
    #expect(reason.sources.map(\.text) == ["S 第一条", "S 第二条"])
    #expect(determination.missing.isEmpty)
    let line = try #require(determination.explanation.short.first)
    guard case .reason(let shown) = line.subject else {
      Issue.record("the short explanation does not begin with the reason")
      return
    }
    #expect(shown.why?.en == reason.why?.en)
    #expect(line.facts.map(\.name) == ["poor", "old"])
    #expect(line.sources.map(\.text) == ["S 第一条", "S 第二条"])
  }

  @Test("is for a person whatever other reasons there are, once it is certain that it is owed")
  func conflictBesideOthers() throws {
    let rules =
      Self.differing
      + "\nrefer:\n  looks odd: {when: strange}\nexempt:\n  is small: {when: small, source: S}\n"
    let open = rules.replacing(
      "facts:\n", with: "facts:\n  strange: {type: boolean}\n  small: {type: boolean}\n"
    ).replacing("benefits:", with: "charges:")
    let certain = try decide(open, "poor: true, old: true, small: false")
    #expect(certain.outcome == .refer)
    #expect(certain.missing.isEmpty)
    let exempt = try decide(open, "poor: true, old: true, strange: false")
    #expect(exempt.outcome == .undetermined)
    #expect(exempt.asksFor == ["small"])
    #expect(exempt.refer.isEmpty)
  }

  @Test("is for no person if one exception goes before the other")
  func over() throws {
    #expect(try decide(Self.ordered, "poor: true, old: true").amounts == ["90.00"])
  }

  @Test("is not known while an exception may hold that would change it")
  func mayHold() throws {
    let determination = try decide(Self.differing, "poor: false")
    #expect(determination.outcome == .eligible)
    #expect(determination.amounts == ["?"])
    #expect(determination.asksFor == ["old"])
  }

  @Test("is known though an exception may hold, if that changes nothing")
  func mayHoldHarmlessly() throws {
    let determination = try decide(Self.equal, "poor: true")
    #expect(determination.amounts == ["80.00"])
    #expect(determination.missing.isEmpty)
  }

  @Test("keeps the case open while an exception may hold that contradicts another")
  func mayContradict() throws {
    let determination = try decide(Self.differing, "poor: true")
    #expect(determination.outcome == .undetermined)
    #expect(determination.asksFor == ["old"])
  }

  @Test("does not keep a case open for an exception that another goes before")
  func mayHoldBelow() throws {
    let determination = try decide(Self.ordered, "old: true")
    #expect(determination.amounts == ["90.00"])
    #expect(determination.missing.isEmpty)
  }

  @Test("leaves it open which exception holds while the one that goes before may")
  func mayGoBefore() throws {
    let determination = try decide(Self.ordered, "poor: true")
    #expect(determination.outcome == .eligible)
    #expect(determination.amounts == ["?"])
    #expect(determination.asksFor == ["old"])
  }

  @Test("sends no one to a person for a contradiction in a branch that is not taken")
  func contradictionAside() throws {
    let rules = Self.differing.replacing(
      "round half up(base * share, 2)",
      with: "if resident then 7 else round half up(base * share, 2)")
    #expect(try decide(rules, "poor: true, old: true").amounts == ["7"])
  }

  @Test("is for no person yet where a contradiction is in a branch that may not be taken")
  func contradictionPerhaps() throws {
    let rules = Self.differing.replacing(
      "round half up(base * share, 2)", with: "if young then 7 else round half up(base * share, 2)"
    ).replacing(
      "  resident: {type: boolean}", with: "  resident: {type: boolean}\n  young: {type: boolean}")
    let open = try decide(rules, "poor: true, old: true")
    #expect(open.outcome == .undetermined)
    #expect(open.asksFor == ["young"])
    #expect(try decide(rules, "poor: true, old: true, young: true").outcome == .eligible)
    #expect(try decide(rules, "poor: true, old: true, young: false").outcome == .refer)
  }

  @Test("holds before and after an exception's window")
  func window() throws {
    let rules = Self.differing.replacing(
      "    is: 0.8", with: "    is: 0.8\n          from: 2026-01-01\n          until: 2026-06-30")
    let facts = "facts: {resident: true, poor: true, old: false}"
    #expect(try TinyRules(rules).decide(facts, on: "2025-12-31").amounts == ["50.00"])
    #expect(try TinyRules(rules).decide(facts, on: "2026-01-01").amounts == ["80.00"])
    #expect(try TinyRules(rules).decide(facts, on: "2026-06-30").amounts == ["80.00"])
    #expect(try TinyRules(rules).decide(facts, on: "2026-07-01").amounts == ["50.00"])
  }
}
