import Casework
import Diagnostics
import FEEL
import FEELSyntax
import PolicyModel
import Quantities
import RepositoryRules
import Testing

@testable import Determinations

@Suite("the facts of the short explanation")
struct SufficientFactsTests {
  /// What came of many decisions.
  struct Tally: Sendable {
    var decided = 0
    var kept = 0
    var supplied = 0
    var outcomes: [String: Int] = [:]
    var faults: [String] = []

    static func + (left: Tally, right: Tally) -> Tally {
      Tally(
        decided: left.decided + right.decided, kept: left.kept + right.kept,
        supplied: left.supplied + right.supplied,
        outcomes: left.outcomes.merging(right.outcomes, uniquingKeysWith: +),
        faults: left.faults + right.faults)
    }
  }

  static let seed: UInt64 = 20_260_704
  static let applicants = 60

  @Test("decide every shipped case alone")
  func shippedCases() {
    var tally = Tally()
    var cases = 0
    for file in ShippedRules.caseFiles {
      guard case .policy(let policy) = file.subject else { continue }
      let setting = Setting(
        rulebook: ShippedRules.rulebook, policy: PolicyID(policy.text),
        pilot: file.pilot.map { PilotID($0) })
      for entry in file.cases {
        cases += 1
        for (applicant, date, known) in entry.days {
          Self.check(
            Draft(applicant, claiming: policy.text), setting, date, known,
            "\(entry.range.place) \(entry.name)", &tally)
        }
      }
    }
    print("\(cases) shipped cases: \(tally)")
    for fault in tally.faults.prefix(10) { Issue.record("\(fault)") }
    #expect(tally.faults.isEmpty)
    #expect(cases > 500)
  }

  @Test("decide random applicants alone")
  func randomApplicants() async {
    let tally = await withTaskGroup(of: Tally.self) { group in
      for (index, setting) in ShippedRules.settings.enumerated() {
        group.addTask {
          var source = TrialSource(setting, seed: Self.seed &+ UInt64(index))
          var tally = Tally()
          for _ in 0..<Self.applicants {
            guard let (trial, _) = source.next() else { continue }
            for draft in [trial.whole, trial.partial] {
              Self.check(draft, setting, trial.date, trial.known, trial.report(draft), &tally)
            }
          }
          return tally
        }
      }
      return await group.reduce(Tally(), +)
    }
    print("seed \(Self.seed): \(tally)")
    for fault in tally.faults.prefix(10) { Issue.record("\(fault)") }
    #expect(tally.faults.isEmpty)
    #expect(tally.decided > 5000)
  }

  @Test("decide every shipped case alone by the rules of the place that they name")
  func shippedPlaces() {
    var tally = Tally()
    let decider = Decider(ShippedRules.rulebook)
    for file in ShippedRules.caseFiles {
      guard case .policy(let name) = file.subject else { continue }
      for entry in file.cases {
        for (applicant, date, known) in entry.days.prefix(3) {
          let draft = Draft(applicant, claiming: name.text)
          Self.checkPlaced(
            draft, decider, PolicyID(name.text), date, known,
            "\(entry.range.place) \(entry.name)", &tally)
        }
      }
    }
    print("by their places: \(tally)")
    for fault in tally.faults.prefix(10) { Issue.record("\(fault)") }
    #expect(tally.faults.isEmpty)
    #expect(tally.outcomes["nation", default: 0] > 50)
    #expect(tally.decided > 500)
  }

  @Test("decide random applicants alone by the rules of the place that they name")
  func randomPlaces() async {
    let tally = await withTaskGroup(of: Tally.self) { group in
      for (index, setting) in ShippedRules.settings.enumerated() {
        group.addTask {
          var source = TrialSource(setting, seed: Self.seed &+ 1000 &+ UInt64(index))
          let decider = Decider(ShippedRules.rulebook)
          var tally = Tally()
          for _ in 0..<Self.applicants / 10 {
            guard let (trial, _) = source.next() else { continue }
            for draft in [trial.whole, trial.partial] {
              Self.checkPlaced(
                draft, decider, setting.policy, trial.date, trial.known, trial.report(draft),
                &tally)
            }
          }
          return tally
        }
      }
      return await group.reduce(Tally(), +)
    }
    print("seed \(Self.seed), by their places: \(tally)")
    for fault in tally.faults.prefix(10) { Issue.record("\(fault)") }
    #expect(tally.faults.isEmpty)
    #expect(tally.outcomes["nation", default: 0] > 20)
  }

  /// Decides by the rules of the place that the facts name, with everything and with the facts that
  /// the explanation names.
  private static func checkPlaced(
    _ draft: Draft, _ decider: Decider, _ policy: PolicyID, _ date: CalendarDate,
    _ known: CalendarDate, _ what: String, _ tally: inout Tally
  ) {
    func decide(_ draft: Draft) -> Determination? {
      decider.decide(
        draft.applicant, policy: policy, pilot: .fitting, on: date, known: known
      ).determinations.first
    }
    guard let whole = decide(draft) else { return }
    let named = Set(whole.explanation.facts.map(\.name))
    // A fact may have been supplied under its label.
    let names =
      whole.pilot.map(\.id).map { decider.rulebook.policy(policy, in: $0, on: date, known: known) }
      ?? decider.rulebook.policy(policy, in: nil, on: date, known: known)
    var reduced = Draft()
    for name in draft.names {
      let item = names?.suppliableNames[name].flatMap { names?.items[$0].name } ?? name
      if named.contains(item) { reduced.facts[name] = draft.facts[name] }
    }
    if named.contains("grants") { reduced.grants = draft.grants }
    tally.decided += 1
    tally.supplied += draft.names.count
    tally.kept += reduced.names.count
    tally.outcomes[whole.outcome.rawValue, default: 0] += 1
    if whole.pilot == nil, !whole.explanation.facts.isEmpty {
      tally.outcomes["nation", default: 0] += 1
    }
    guard let alone = decide(reduced) else {
      tally.faults.append("\(what)\nnothing decided alone:\n\(reduced)")
      return
    }
    let differences = Self.differences(whole, alone)
    if !differences.isEmpty || whole.pilot?.id != alone.pilot?.id {
      tally.faults.append("\(what)\n\(differences)\n-- alone:\n\(reduced)")
    }
  }

  /// Decides once with everything and once with the facts that the explanation names.
  private static func check(
    _ supplied: Draft, _ setting: Setting, _ date: CalendarDate, _ known: CalendarDate,
    _ what: String, _ tally: inout Tally
  ) {
    guard let policy = setting.policy(on: date, known: known) else { return }
    var draft = supplied.named(by: policy.suppliableNames, of: policy)
    draft.grants = supplied.grants
    guard let whole = setting.decide(draft, on: date, known: known).determination else { return }
    let named = Set(whole.explanation.facts.map(\.name))
    var reduced = Draft()
    for name in draft.names where named.contains(name) { reduced.facts[name] = draft.facts[name] }
    if named.contains("grants") { reduced.grants = draft.grants }
    tally.decided += 1
    tally.supplied += draft.names.count
    tally.kept += reduced.names.count
    tally.outcomes[whole.outcome.rawValue, default: 0] += 1
    let again = setting.decide(reduced, on: date, known: known)
    var differences: [String] = []
    switch again {
    case .decided(let alone): differences = Self.differences(whole, alone)
    case .failed(let why), .badFacts(let why): differences = [why]
    case .noRule: differences = ["no rule in force"]
    }
    guard !differences.isEmpty else { return }
    tally.faults.append(
      "\(what)\n\(whole.outcome.rawValue): \(differences.joined(separator: "; "))\n-- alone:\n\(reduced)"
    )
  }

  /// What comes out otherwise: the outcome, the day, the amounts.
  private static func differences(_ whole: Determination, _ alone: Determination) -> [String] {
    func seen(_ determination: Determination) -> [String] {
      ["\(determination.outcome.rawValue) \(determination.notBefore?.description ?? "")"]
        + (determination.benefits + determination.total).map {
          "\($0.name) \($0.amount?.description ?? "unknown")"
        }
        + (determination.parts ?? []).flatMap { seen($0.determination) }
    }
    let (first, second) = (seen(whole), seen(alone))
    return first == second ? [] : ["\(first), then \(second)"]
  }
}

extension SufficientFactsTests.Tally: CustomStringConvertible {
  var description: String {
    "\(decided) decided, \(kept) of \(supplied) facts kept, \(outcomes.sorted { $0.key < $1.key })"
  }
}

extension CaseFile.Case {
  /// The days a case is about: its own, or the last of every month of a claim.
  fileprivate var days: [(Applicant, date: CalendarDate, known: CalendarDate)] {
    switch trial {
    case .decision(let applicant, let date, let known, _):
      return [(applicant, date, known ?? .latest)]
    case .schedule(let applicant, let from, let through, let known, _, _):
      var days: [(Applicant, date: CalendarDate, known: CalendarDate)] = []
      var month = from.firstOfMonth
      while month <= through {
        days.append((applicant, month.lastOfMonth, known ?? .latest))
        guard let next = month.adding(months: 1) else { break }
        month = next
      }
      return days
    case .expression: return []
    }
  }
}
