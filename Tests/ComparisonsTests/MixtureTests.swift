import Determinations
import Diagnostics
import FEEL
import PolicyModel
import Quantities
import RepositoryRules
import Testing

@testable import Comparisons

@Suite("Mixtures of two sides")
struct MixtureTests {
  /// Every policy in every place: against the nation, another pilot, and an earlier day.
  static let differences: [RuleDifference] = {
    let book = ShippedRules.rulebook
    guard let day = CalendarDate("2026-03-31"), let earlier = CalendarDate("2025-06-30") else {
      return []
    }
    let now = RuleView(date: day, known: day)
    let before = RuleView(date: earlier, known: earlier)
    return book.policyIDs.flatMap { policy in
      let places = [nil] + book.pilots(adapting: policy).map { Optional($0.id) }
      return places.indices.flatMap { index in
        let side = RuleSide(policy, pilot: places[index], in: book, at: now)
        let then = RuleSide(policy, pilot: places[index], in: book, at: before)
        let neighbour = places[(index + 1) % places.count]
        return [
          RuleDifference(from: RuleSide(policy, pilot: nil, in: book, at: now), to: side),
          RuleDifference(from: side, to: RuleSide(policy, pilot: neighbour, in: book, at: now)),
          RuleDifference(from: then, to: side), RuleDifference(from: side, to: then),
        ]
      }
    }.filter { $0.fromPolicy != nil && $0.toPolicy != nil }
  }()

  @Test("rules do not differ from themselves")
  func sameRules() throws {
    let day = try #require(CalendarDate("2026-03-31"))
    let view = RuleView(date: day, known: day)
    for difference in Self.differences {
      let side = RuleSide(
        difference.to.policy, pilot: difference.to.pilot, in: ShippedRules.rulebook, at: view)
      #expect(RuleDifference(from: side, to: side).changes.isEmpty)
    }
  }

  @Test("a mixture with no change decides as the one side, with all changes as the other")
  func ends() throws {
    var decided = 0
    for difference in Self.differences {
      let applicants = [difference.from.pilot, difference.to.pilot].flatMap {
        ShippedApplicants.of(difference.to.policy, in: $0).prefix(6)
      }
      let ends = [(Set<Int>(), difference.fromPolicy), (difference.all, difference.toPolicy)]
      for (applied, policy) in ends {
        let policy = try #require(policy)
        let view = difference.view(applying: applied)
        let mixture = try #require(
          difference.mixture(applying: applied), "\(difference.to.policy) does not mix")
        for applicant in applicants {
          decided += 1
          let found = Self.outcome(of: applicant, under: mixture, view)
          let wanted = Self.outcome(of: applicant, under: policy, view)
          #expect(
            found == wanted,
            "\(difference.to.policy) from \(String(describing: difference.from.pilot)) \(difference.from.view.date), \(applied.count) changes"
          )
        }
      }
    }
    print("mixtures: \(decided) decisions at both ends of \(Self.differences.count) differences")
    #expect(decided > 500)
  }

  @Test("every change can be made, and taken back, alone; and some at random together")
  func singleChanges() {
    var random = SeededGenerator(seed: 20_260_321)
    var count = 0
    for difference in Self.differences {
      let single = difference.changes.flatMap { change -> [Set<Int>] in
        [[change.id], difference.all.subtracting([change.id])]
      }
      let several = (0..<4).map { _ in difference.all.filter { _ in random.next() % 2 == 0 } }
      for applied in single + several {
        count += 1
        if case .failure(let unsound)? = difference.mixing(applied) {
          let reason = unsound.diagnostics.first { $0.severity == .error }?.message.en ?? ""
          let paths = applied.sorted().map { difference.changes[$0].path }
          Issue.record("\(difference.to.policy), \(paths): \(reason)")
        }
      }
    }
    print("mixtures: \(count) of some changes, seed 20260321")
  }

  @Test("on another day a value that has not changed is the one of the earlier day")
  func valuesOfAnotherDay() throws {
    let policy = PolicyID("flexible-social-insurance-subsidy")
    let pilot = PilotID("beijing")
    let sides = try ["2025-06-30", "2025-07-31"].map { day in
      let date = try #require(CalendarDate(day))
      return RuleSide(
        policy, pilot: pilot, in: ShippedRules.rulebook,
        at: RuleView(date: date, known: .latest))
    }
    let difference = RuleDifference(from: sides[0], to: sides[1])
    #expect(
      difference.changes.map(\.path) == [
        "date: determination date", "parameter: pension base floor", "parameter: medical minimum",
      ])
    let choices: [Set<Int>] = [[], [0], [1], [2], [0, 1], [0, 1, 2]]
    let floors = try choices.map { applied in
      let mixed = try #require(difference.mixture(applying: applied))
      let claim = Claim(Applicant(id: "A", facts: [], claims: [], grants: nil), under: mixed)
      let view = difference.view(applying: applied)
      let month = ClaimMonth(claim, in: view.date.firstOfMonth, known: view.known)
      return try "\(view.date) \(month.value(of: "pension base floor", on: view.date)?.text ?? "")"
    }
    #expect(
      floors == [
        "2025-06-30 6821", "2025-07-31 6821", "2025-06-30 7162", "2025-06-30 6821",
        "2025-07-31 7162", "2025-07-31 7162",
      ])
  }

  @Test("what was not known yet is not in a mixture without its publication")
  func valuesKnownLater() throws {
    let date = try #require(CalendarDate("2025-07-31"))
    let sides = try ["2025-08-01", "2025-10-01"].map { day in
      let known = try #require(CalendarDate(day))
      return RuleSide(
        PolicyID("flexible-social-insurance-subsidy"), pilot: PilotID("beijing"),
        in: ShippedRules.rulebook, at: RuleView(date: date, known: known))
    }
    let difference = RuleDifference(from: sides[0], to: sides[1])
    #expect(difference.changes.map(\.action) == [.changed, .published, .published])
    let choices: [Set<Int>] = [[], [0], [1], [0, 1, 2]]
    let floors = try choices.map { applied in
      let mixed = try #require(difference.mixture(applying: applied))
      let claim = Claim(Applicant(id: "A", facts: [], claims: [], grants: nil), under: mixed)
      let view = difference.view(applying: applied)
      let month = ClaimMonth(claim, in: view.date.firstOfMonth, known: view.known)
      return try month.value(of: "pension base floor", on: view.date)?.text ?? ""
    }
    #expect(floors == ["6821", "6821", "7162", "7162"])
  }

  /// What an applicant comes to in the month of the day; the day is the month's last.
  private static func outcome(
    of applicant: Applicant, under policy: Policy, _ view: RuleView
  ) -> String {
    let claim = Claim(applicant, under: policy)
    do {
      let month = ClaimMonth(claim, in: view.date.firstOfMonth, known: view.known)
      return try describe(month.outcome())
    } catch {
      return "\(error)"
    }
  }

  private static func describe(_ outcome: MonthOutcome) -> String {
    switch outcome {
    case .payable(let amount): "payable \(amount)"
    case .unmet(let name, _): "unmet \(name)"
    case .refer(let reason): "refer \(reason.name)"
    case .amountUnknown(let waiting): "amount unknown \(waiting.names)"
    case .unknown(let waiting): "unknown \(waiting.names)"
    }
  }
}

/// Numbers that follow from a seed (splitmix64).
private struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
