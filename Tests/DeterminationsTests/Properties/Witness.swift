import FEEL
import Foundation
import PolicyModel
import Quantities

@testable import Determinations

/// Looks for two applicants that differ in one fact alone and to whom something else happens: the
/// proof that the fact is worth asking for.
struct WitnessSearch {
  let trial: Trial
  let generator: ApplicantGenerator
  /// How many ways the rest is filled in.
  var attempts = 400
  /// How many of them come first.
  var soon = 20
  /// How many values are tried in each.
  var values = 8

  /// How many times everything else is filled in step by step.
  var narrowings = 80
  /// How many values are tried where nothing else is asked for.
  var lastValues = 40

  private var telling: TellingValues { TellingValues(trial: trial, generator: generator) }

  /// Whether a missing fact was seen to matter.
  func matters(_ fact: MissingFact, _ random: inout SplitMix64) -> Bool {
    // Most are found soon beside others; one that hides is found best where it is asked for alone.
    mattersBesideOthers(fact, 0..<soon, &random) || mattersAlone(fact, &random)
      || mattersBesideOthers(fact, soon..<attempts, &random)
  }

  /// Whether it was seen to matter where nothing else is asked for.
  private func mattersAlone(_ fact: MissingFact, _ random: inout SplitMix64) -> Bool {
    let narrowing = Narrowing(trial: trial, generator: generator, fact: fact)
    for _ in 0..<narrowings {
      guard let draft = narrowing.next(&random) else { continue }
      var first: [String]?
      for _ in 0..<lastValues {
        guard let filled = narrowing.filled(draft, fact, &random), let seen = signature(filled)
        else { continue }
        if let first, first != seen { return true }
        first = seen
      }
    }
    return false
  }

  private func mattersBesideOthers(
    _ fact: MissingFact, _ attempts: Range<Int>, _ random: inout SplitMix64
  ) -> Bool {
    for attempt in attempts {
      // The applicant it was before something was left out is the likeliest to show it, then one
      // of a shipped case, then one that comes as close to being eligible as can be.
      let rest =
        switch attempt % 4 {
        case 0:
          attempt == 0
            ? trial.whole
            : mixed(random.chance(70) ? borrowed(&random) : trial.whole, &random)
        case 1 where attempt % 20 == 5:
          telling.enlarged(generator.completed(trial.partial, &random), &random)
        case 1: generator.completed(trial.partial, &random)
        default:
          climbed(
            attempt == 2
              ? trial.whole
              : attempt % 4 == 2
                ? borrowed(&random) : generator.completed(trial.partial, &random),
            &random)
        }
      if shows(rest, fact, &random) { return true }
      guard attempt % 4 > 1 else { continue }
      // From there a few steps aside, one of which may be where the fact decides.
      for _ in 0..<8 where shows(mixed(rest, &random), fact, &random) { return true }
    }
    return false
  }

  /// Whether a fact makes a difference to an applicant.
  private func shows(
    _ rest: Draft, _ fact: MissingFact, _ random: inout SplitMix64
  ) -> Bool {
    var first: [String]?
    for index in 0..<values {
      guard let filled = filled(rest, fact.name, original: index == 0, &random) else { continue }
      guard let seen = signature(filled) else { continue }
      if let first, first != seen { return true }
      first = seen
    }
    return false
  }

  /// The applicant with what was missing changed, fact by fact, to what comes closest to being
  /// eligible.
  private func climbed(_ start: Draft, _ random: inout SplitMix64) -> Draft {
    var best = start
    var height = height(best)
    var names = start.names.filter { trial.partial.facts[$0]?.isWhole != true }
    names.append("grants")
    for _ in 0..<2 {
      for name in names.shuffled(using: &random) {
        for _ in 0..<5 {
          guard let next = filled(best, name, original: false, &random) else { continue }
          let reached = self.height(next)
          if reached > height { (best, height) = (next, reached) }
        }
      }
    }
    return best
  }

  /// How close to being eligible, or at least to being decided by a person.
  private func height(_ draft: Draft) -> Int {
    guard
      let determination = trial.setting.decide(draft, on: trial.date, known: trial.known)
        .determination
    else { return -100 }
    return ([determination] + (determination.parts ?? []).map(\.determination)).map { one in
      let met = one.criteria.count { $0.result == .met || $0.result == .waived }
      return met * 4 - one.refer.count + (one.outcome == .eligible ? 2 : 0)
    }.max() ?? -100
  }

  /// The applicant with what was left out taken from one of a shipped case.
  private func borrowed(_ random: inout SplitMix64) -> Draft {
    guard !trial.shipped.isEmpty else { return generator.completed(trial.partial, &random) }
    let other = random.pick(trial.shipped)
    var draft = trial.partial
    for name in other.names where draft.facts[name] == nil { draft.facts[name] = other.facts[name] }
    if draft.grants == nil { draft.grants = other.grants }
    return generator.completed(draft, &random)
  }

  /// An applicant with some of the facts that were left out taken from a random other.
  private func mixed(_ base: Draft, _ random: inout SplitMix64) -> Draft {
    var draft = base
    let drawn = generator.completed(trial.partial, &random)
    for name in drawn.names where trial.partial.facts[name] == nil && random.chance(25) {
      draft.facts[name] =
        random.chance(30) ? telling.value(name, of: draft, &random) : drawn.facts[name]
    }
    for name in trial.partial.names {
      guard let partly = trial.partial.facts[name], !partly.isWhole, random.chance(25),
        let filled = telling.filledAlike(name, partly, of: draft, &random)
      else { continue }
      draft.facts[name] = filled
    }
    if trial.partial.grants == nil, random.chance(25) {
      draft.grants = random.chance(30) ? telling.grants(of: draft, &random) : drawn.grants
    }
    return draft
  }

  /// The applicant with another value for what is missing.
  private func filled(
    _ rest: Draft, _ name: String, original: Bool, _ random: inout SplitMix64
  ) -> Draft? {
    var draft = rest
    if original { return draft }
    if name == "grants" {
      if trial.partial.grants == nil, random.chance(25),
        let grants = telling.grants(of: rest, &random)
      {
        draft.grants = grants
        return draft
      }
      draft.grants = trial.partial.grants
      draft.grants = generator.completed(draft, &random).grants
    } else if let partly = trial.partial.facts[name] {
      // Only what is missing may differ.
      if random.chance(40), let filled = telling.filledAlike(name, partly, of: rest, &random) {
        draft.facts[name] = filled
        return draft
      }
      draft.facts[name] = partly
      draft.facts[name] = generator.completed(draft, &random).facts[name]
    } else {
      guard let value = telling.value(name, of: rest, &random) else { return nil }
      draft.facts[name] = value
    }
    return draft
  }

  /// What an applicant would see; nil if there is no such applicant.
  ///
  /// The amounts of a case for a person are looked at as well: a rule to refer may be all that
  /// keeps the values apart at which a fact decides, which only the rules taken together say. (A
  /// certificate of a child asks for the child's own ID, and a child is paid in full.)
  private func signature(_ draft: Draft) -> [String]? {
    switch trial.setting.decide(draft, on: trial.date, known: trial.known) {
    case .decided(let determination):
      Self.signature(determination) + amounts(of: draft)
    case .failed(let why): ["failed \(why)"]
    case .noRule, .badFacts: nil
    }
  }

  /// The amounts, whatever the outcome.
  private func amounts(of draft: Draft) -> [String] {
    guard let policy = trial.setting.policy(on: trial.date, known: trial.known) else { return [] }
    let bound = Binding(draft.applicant, to: policy).bound
    var elements: [Value?] = [nil]
    if let loop = policy.forEach {
      let environment = CaseEnvironment(
        policy: policy, bound: bound, date: trial.date, known: trial.known)
      let list = try? Evaluation(in: environment, rigour: .strict).value(of: loop.list)
      elements = list?.list?.map(Optional.some) ?? []
    }
    return elements.flatMap { element -> [String] in
      let environment = CaseEnvironment(
        policy: policy, bound: bound, date: trial.date, known: trial.known, element: element)
      var decision = CaseDecision(environment, detail: .questions)
      guard (try? decision.test(nil)) != nil, decision.mustRefer,
        (try? decision.computeBenefits()) != nil
      else { return [] }
      return decision.benefits.map { $0.result.amount?.description ?? "?" }
    }
  }

  /// Whether it must change the outcome or an amount, and not only which criterion is met.
  private static let isStrict = ProcessInfo.processInfo.environment["STRICT"] != nil

  private static func signature(_ determination: Determination) -> [String] {
    [determination.outcome.rawValue, determination.notBefore?.description ?? ""]
      + (isStrict ? [] : determination.criteria.map(\.result.rawValue))
      + determination.benefits.map { $0.amount?.description ?? "?" }
      + determination.missing.map { "\($0.name).\($0.part)" }
      + (determination.parts ?? []).flatMap { signature($0.determination) }
  }
}

extension SuppliedValue {
  /// Whether nothing about it can be missing.
  fileprivate var isWhole: Bool {
    if case .text = content { true } else { false }
  }
}
