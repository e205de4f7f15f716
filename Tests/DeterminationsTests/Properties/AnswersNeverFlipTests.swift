import Determinations
import Foundation
import PolicyModel
import Quantities
import RepositoryRules
import Testing

@Suite("an answer given on some of the facts")
struct AnswersNeverFlipTests {
  /// What came of many completions.
  struct Tally: Sendable {
    var partials = 0
    var decided = 0
    var completions = 0
    var outcomes: [String: Int] = [:]
    var failures: [String: Int] = [:]
    var flips: [String] = []

    static func + (left: Tally, right: Tally) -> Tally {
      Tally(
        partials: left.partials + right.partials, decided: left.decided + right.decided,
        completions: left.completions + right.completions,
        outcomes: left.outcomes.merging(right.outcomes, uniquingKeysWith: +),
        failures: left.failures.merging(right.failures, uniquingKeysWith: +),
        flips: left.flips + right.flips)
    }
  }

  static let seed =
    UInt64(ProcessInfo.processInfo.environment["SEED"] ?? "") ?? 20_260_701
  /// Partial applicants in all, so many that their completions are more than a hundred thousand.
  static let partials = Int(ProcessInfo.processInfo.environment["PARTIALS"] ?? "") ?? 18_000
  static let completionsEach = 8

  @Test("stays when the rest arrives")
  func answersStay() async {
    let tally = await withTaskGroup(of: Tally.self) { group in
      let count = Self.partials / max(1, ShippedRules.settings.count * 2) + 1
      for (index, setting) in ShippedRules.settings.enumerated() {
        for part in 0..<2 {
          let seed = Self.seed &+ UInt64(index * 2 + part)
          group.addTask { Self.run(setting, seed: seed, count: count) }
        }
      }
      return await group.reduce(Tally(), +)
    }
    print(
      """
      seed \(Self.seed): \(tally.partials) partial applicants, \(tally.decided) of them decided, \
      \(tally.completions) completions, \(tally.flips.count) flips
      before: \(tally.outcomes)
      failures: \(tally.failures)
      """)
    for flip in tally.flips.prefix(Int(ProcessInfo.processInfo.environment["SHOW"] ?? "") ?? 10) {
      Issue.record("\(flip)")
    }
    #expect(tally.flips.isEmpty)
    #expect(tally.completions >= 100_000)
  }

  private static func run(_ setting: Setting, seed: UInt64, count: Int) -> Tally {
    var source = TrialSource(setting, seed: seed)
    var tally = Tally()
    for _ in 0..<count {
      guard let (trial, generator) = source.next() else { continue }
      tally.partials += 1
      switch setting.decide(trial.partial, on: trial.date, known: trial.known) {
      case .noRule: continue
      case .badFacts(let why): tally.failures["facts: \(why)", default: 0] += 1
      case .failed(let why): tally.failures[why, default: 0] += 1
      case .decided(let before):
        if before.outcome != .undetermined { tally.decided += 1 }
        tally.outcomes[before.outcome.rawValue, default: 0] += 1
        for index in 0..<Self.completionsEach {
          let completed =
            index == 0
            ? trial.whole
            : generator.completed(
              trial.partial, keeping: index.isMultiple(of: 3) ? 60 : 100, &source.random)
          tally.completions += 1
          check(trial, before, completed, &tally)
        }
      }
    }
    return tally
  }

  private static func check(
    _ trial: Trial, _ before: Determination, _ completed: Draft, _ tally: inout Tally
  ) {
    let flips: [String]
    switch trial.setting.decide(completed, on: trial.date, known: trial.known) {
    case .noRule: flips = ["no rule in force"]
    case .badFacts(let why):
      tally.failures["facts: \(why)", default: 0] += 1
      return
    case .failed(let why):
      tally.failures[why, default: 0] += 1
      flips = before.outcome == .undetermined ? [] : ["failed: \(why)"]
    case .decided(let after):
      if Flips.isContradictory(completed, after) { return }
      flips = Flips.between(before, after)
    }
    guard !flips.isEmpty else { return }
    tally.flips.append(
      """
      \(before.outcome.rawValue) flips: \(flips.joined(separator: "; "))
      \(trial.report(trial.partial))
      -- completed:
      \(completed)
      """)
  }
}
