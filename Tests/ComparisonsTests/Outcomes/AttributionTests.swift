import Determinations
import FEEL
import PolicySyntax
import Quantities
import SeededRandom
import Testing

@testable import Comparisons

/// Causes of what rules come to that are made up: the amount for each set of changes.
@Suite("Causes")
struct AttributionTests {
  /// The causes found where an amount follows from the changes applied; nil is nothing known.
  private func causes(
    of changes: Int, amount: @escaping (Set<Int>) -> Int?
  ) throws -> (names: [String], alone: [Int?], together: Int?, whole: Int?) {
    let all = Set(0..<changes)
    func outcome(_ applied: Set<Int>) -> CaseOutcome { .paying(amount(applied)) }
    let found = Attributing(
      from: outcome([]), to: outcome(all), changes: Array(0..<changes), mixed: outcome
    ).attribution()
    func number(_ amounts: UnitAmounts) -> Int? {
      guard let entry = amounts.entries.first else { return 0 }
      return entry.amount.flatMap { Int($0.formatted(scale: 0)) }
    }
    return (
      found.causes.map { cause in
        switch cause {
        case .change(let id): "\(id)"
        case .circumstances: "circumstances"
        }
      }, found.shares.map { number($0.alone) }, number(found.together), number(found.whole)
    )
  }

  @Test("changes that do not interact add up, and one that does nothing is left out")
  func addingUp() throws {
    let found = try causes(of: 3) { 100 + ($0.contains(0) ? 10 : 0) - ($0.contains(2) ? 4 : 0) }
    #expect(found == (["0", "2"], [10, -4], 0, 6))
  }

  @Test("changes that only do something together are both causes, and do it together")
  func bothNeeded() throws {
    let found = try causes(of: 3) { $0.isSuperset(of: [0, 1]) ? 150 : 100 }
    #expect(found == (["0", "1"], [0, 0], 50, 50))
  }

  @Test("of two changes each of which is enough both are causes, and what is double is taken back")
  func eitherEnough() throws {
    let found = try causes(of: 2) { $0.isEmpty ? 100 : 150 }
    #expect(found == (["0", "1"], [50, 50], -50, 50))
  }

  @Test("where any two of three are enough, two are named")
  func majority() throws {
    let found = try causes(of: 3) { $0.count >= 2 ? 150 : 100 }
    #expect(found.names.count == 2)
    #expect(found.together == 50)
  }

  @Test("a change that another hides is no cause where a third leaves the whole open")
  func hiddenWhereOpen() throws {
    // 0 takes away a number that only the criterion names which 1 waives; 2 takes away the amount.
    let found = try causes(of: 3) { applied in
      if applied.contains(0), !applied.contains(1) { return nil }
      return applied.contains(2) ? nil : 100
    }
    #expect(found.names == ["2"])
  }

  @Test("of two changes each of which leaves the case open both are causes")
  func bothLeaveOpen() throws {
    let found = try causes(of: 3) { $0.contains(0) || $0.contains(1) ? nil : 100 }
    #expect(found.names == ["0", "1"])
  }

  @Test("a change that alone only leaves the case open is no cause if it is not needed")
  func waivedCriterion() throws {
    // 0 takes away a number that only the criterion names which 1 waives; 2 pays more.
    let found = try causes(of: 3) { applied in
      if applied.contains(0), !applied.contains(1) { return nil }
      return applied.contains(2) ? 130 : 100
    }
    #expect(found == (["2"], [30], 0, 30))
  }

  @Test("facts that are others where no rule has changed are the cause")
  func factsAlone() throws {
    let found = Attributing(from: .paying(1), to: .paying(2), changes: []) { _ in nil }
      .attribution()
    #expect(found.causes == [.circumstances])
    #expect(found.whole == found.shares.first?.alone)
  }

  @Test("causes add up to the whole change, whatever the rules, and every one of them matters")
  func anyRules() throws {
    let seed: UInt64 = 20_260_331
    print("causes of rules that are made up: seed \(seed)")
    var interacting = 0
    for number in 0..<400 {
      var random = SplitMix64(seed: seed, stream: UInt64(number))
      let count = 1 + random.below(4)
      let amounts = (0..<1 << count).map { _ in [0, 0, 10, 20, 30][random.below(5)] }
      func amount(_ applied: Set<Int>) -> Int { amounts[applied.reduce(0) { $0 | 1 << $1 }] }
      guard amount([]) != amount(Set(0..<count)) else { continue }
      let found = try causes(of: count) { amount($0) }
      let sum = found.alone.compactMap { $0 }.reduce(found.together ?? 0, +)
      #expect(sum == found.whole, "case \(number)")
      #expect(found.whole == amount(Set(0..<count)) - amount([]))
      #expect(!found.names.isEmpty && !found.names.contains("circumstances"))
      // With the causes alone it comes out as it does with everything.
      let named = Set(found.names.compactMap { Int($0) })
      let quiet = Set(0..<count).subtracting(named)
      #expect(quiet.allSatisfy { amount([$0]) == amount([]) }, "case \(number)")
      if found.together != 0 { interacting += 1 }
    }
    print("of these \(interacting) interact")
    #expect(interacting > 50)
  }
}

extension CaseOutcome {
  /// An outcome that pays an amount a month, or that is open.
  static func paying(_ amount: Int?) -> CaseOutcome {
    let unit = Unit.money(currency: "CNY", per: .month)
    return CaseOutcome(
      outcome: amount == nil ? .undetermined : .eligible,
      amounts: amount.map {
        [.init(name: "grant", unit: unit, amount: Decimal128($0))]
      } ?? [])
  }
}
