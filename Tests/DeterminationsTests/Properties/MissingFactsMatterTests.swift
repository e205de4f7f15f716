import Determinations
import Foundation
import PolicyModel
import RepositoryRules
import Testing

@Suite("a fact that is asked for")
struct MissingFactsMatterTests {
  struct Tally: Sendable {
    var open = 0
    var facts = 0
    var idle: [String: [String]] = [:]
    var askedInVain: [String] = []
    /// Cases that are open though nothing is asked for.
    var deadEnds: [String] = []

    static func + (left: Tally, right: Tally) -> Tally {
      Tally(
        open: left.open + right.open, facts: left.facts + right.facts,
        idle: left.idle.merging(right.idle, uniquingKeysWith: +),
        askedInVain: left.askedInVain + right.askedInVain,
        deadEnds: left.deadEnds + right.deadEnds)
    }
  }

  static let seed =
    UInt64(ProcessInfo.processInfo.environment["SEED"] ?? "") ?? 20_260_702
  static let partials = Int(ProcessInfo.processInfo.environment["PARTIALS"] ?? "") ?? 25

  @Test("can still change something, and nothing is asked for once all is decided")
  func missingFactsMatter() async {
    let tally = await withTaskGroup(of: Tally.self) { group in
      for (index, setting) in ShippedRules.settings.enumerated() {
        group.addTask { Self.run(setting, seed: Self.seed &+ UInt64(index)) }
      }
      return await group.reduce(Tally(), +)
    }
    print(
      "seed \(Self.seed): \(tally.open) open cases, \(tally.facts) missing facts looked at,",
      "\(tally.idle.values.map(\.count).reduce(0, +)) without a witness")
    for (what, reports) in tally.idle.sorted(by: { $0.key < $1.key }) {
      print(
        "no answer to \(what) was seen to matter (\(reports.count) times), as in:\n\(reports[0])")
    }
    for report in tally.deadEnds { print("open, and nothing is asked for:\n\(report)") }
    #expect(tally.idle.isEmpty)
    #expect(tally.askedInVain.isEmpty)
    #expect(tally.deadEnds.isEmpty)
  }

  private static func run(_ setting: Setting, seed: UInt64) -> Tally {
    var source = TrialSource(setting, seed: seed)
    var tally = Tally()
    for _ in 0..<partials {
      guard let (trial, generator) = source.next(),
        let determination = setting.decide(trial.partial, on: trial.date, known: trial.known)
          .determination
      else { continue }
      switch determination.outcome {
      case .ineligible, .notYet, .exempt, .noRuleInForce:
        if !determination.missing.isEmpty {
          tally.askedInVain.append(trial.report(trial.partial))
        }
      case .refer where determination.parts == nil:
        if !determination.missing.isEmpty {
          tally.askedInVain.append(trial.report(trial.partial))
        }
      default:
        if determination.outcome == .undetermined, determination.missing.isEmpty,
          determination.unpublished.isEmpty
        {
          tally.deadEnds.append(trial.report(trial.partial))
        }
        guard !determination.missing.isEmpty else { continue }
        tally.open += 1
        let search = WitnessSearch(trial: trial, generator: generator)
        for fact in determination.missing {
          tally.facts += 1
          if search.matters(fact, &source.random) { continue }
          let what = "\(setting): \(fact.name)\(fact.part.isEmpty ? "" : "." + fact.part)"
          tally.idle[what, default: []].append(
            "\(determination.outcome.rawValue), \(trial.report(trial.partial))\nmissing: \(determination.missing.map(\.name))\nneeded by \(fact.neededBy)"
          )
        }
      }
    }
    return tally
  }
}
