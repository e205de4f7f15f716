import PolicyModel
import Quantities

@testable import Determinations

/// One random applicant under one policy: the days, and what is supplied.
struct Trial: Sendable {
  let setting: Setting
  let date: CalendarDate
  let known: CalendarDate
  let whole: Draft
  let partial: Draft
  /// The applicants of the shipped cases.
  let shipped: [Draft]

  /// How to see it again.
  func report(_ draft: Draft) -> String {
    "\(setting), date \(date), known \(known)\n\(draft)"
  }
}

/// Draws applicants for one policy, many for each day, since what a policy compares with is looked
/// for once a day.
struct TrialSource {
  let setting: Setting
  private let seeds: [(draft: Draft, date: CalendarDate)]
  private var generators: [CalendarDate: (ApplicantGenerator, [Draft])] = [:]
  var random: SplitMix64

  init(_ setting: Setting, seed: UInt64) {
    self.setting = setting
    seeds = setting.seeds
    random = SplitMix64(seed: seed)
  }

  /// The next applicant; nil if no rule is in force on the day that was drawn.
  mutating func next() -> (trial: Trial, generator: ApplicantGenerator)? {
    let date = date()
    let known = random.chance(80) ? CalendarDate.latest : date
    guard let policy = setting.policy(on: date, known: known) else { return nil }
    if generators[date] == nil {
      let names = policy.suppliableNames
      let drafts = seeds.map { $0.draft.named(by: names, of: policy) }
      generators[date] = (ApplicantGenerator(policy, on: date), drafts)
    }
    guard let (generator, drafts) = generators[date] else { return nil }
    let whole = generator.whole(from: drafts, &random)
    let partial = generator.partial(whole, &random)
    return (
      Trial(
        setting: setting, date: date, known: known, whole: whole, partial: partial,
        shipped: drafts),
      generator
    )
  }

  private mutating func date() -> CalendarDate {
    let shipped = seeds.isEmpty ? CalendarDate(dayNumber: 20_500) : random.pick(seeds).date
    guard let shipped, random.chance(15) else { return shipped ?? .latest }
    return shipped.adding(months: random.pick([-6, -1, 1, 6, 12])) ?? shipped
  }
}

extension Draft {
  /// The facts that a policy knows, under their names.
  func named(by names: [String: ItemID], of policy: Policy) -> Draft {
    var draft = Draft()
    for name in self.names {
      if let item = names[name] { draft.facts[policy.items[item].name] = facts[name] }
    }
    draft.grants = grants
    return draft
  }
}
