import FEEL
import PolicyModel
import PolicySyntax
import Quantities

/// What is not known and still matters, made from what the tests wait for.
struct OpenQuestions {
  var missing: [MissingFact] = []
  var unpublished: [UnpublishedItem] = []

  /// Who can answer: the applicant, or whoever publishes.
  private enum Kind {
    case facts, publications
  }

  /// The weight of a cause: what waits for it, and how much that matters.
  private struct Weight {
    var cause: Unknown.Cause
    var score: Int
    var place: Int
    var neededBy: [String]
  }

  /// Whether there is nothing to ask or wait for.
  var isEmpty: Bool { missing.isEmpty && unpublished.isEmpty }

  /// What is known to matter.
  init(missing: [MissingFact], unpublished: [UnpublishedItem]) {
    self.missing = missing
    self.unpublished = unpublished
  }

  /// What matters of the facts and of what is not published, by the tests that each of them can
  /// make a difference to.
  init(_ decision: CaseDecision, facts: OpenTests, publications: OpenTests) {
    for weight in Self.weights(decision, facts) { add(weight, decision, .facts) }
    for weight in Self.weights(decision, publications) { add(weight, decision, .publications) }
  }

  /// What one thing that is not known waits for.
  init(_ decision: CaseDecision, _ unknown: Unknown) {
    for cause in unknown.causes where cause != CaseEnvironment.conflictCause {
      add(Weight(cause: cause, score: 0, place: 0, neededBy: []), decision, nil)
    }
  }

  /// What is waited for, the most useful first.
  private static func weights(_ decision: CaseDecision, _ tests: OpenTests) -> [Weight] {
    var weights: [Weight] = []
    func add(_ unknown: Unknown?, _ name: String, _ score: Int) {
      for (index, cause) in (unknown?.causes ?? []).enumerated() {
        // The first cause of a test is the one it stopped at.
        let worth = index == 0 ? score : score - 1
        if let place = weights.firstIndex(where: { $0.cause == cause }) {
          weights[place].score += worth
          if !weights[place].neededBy.contains(name) { weights[place].neededBy.append(name) }
        } else {
          weights.append(
            Weight(cause: cause, score: worth, place: weights.count, neededBy: [name]))
        }
      }
    }
    for tested in decision.criteria { add(tested.unknown, tested.result.name, 12) }
    if tests.refer {
      for tested in decision.refer { add(tested.unknown, tested.result.name, 4) }
    }
    if tests.exempt {
      for tested in decision.exempt { add(tested.unknown, tested.result.name, 4) }
    }
    if tests.amounts {
      for tested in decision.benefits { add(tested.unknown, tested.result.name, 4) }
    }
    return weights.filter { $0.cause != CaseEnvironment.conflictCause }
      .sorted { $0.score == $1.score ? $0.place < $1.place : $0.score > $1.score }
  }

  private mutating func add(
    _ weight: Weight, _ decision: CaseDecision, _ kind: Kind?
  ) {
    let policy = decision.policy
    if let earlier = decision.environment.earlierQuestion(weight.cause) {
      add(earlier, weight, decision, kind)
      return
    }
    let item = policy.items[weight.cause.item]
    if let kind, kind != (item.isDerived ? .publications : .facts) { return }
    switch item.kind {
    case .fact(let fact):
      let field = policy.fields[weight.cause.part]
      missing.append(
        MissingFact(
          name: item.name, label: field?.label ?? item.label, ask: field?.ask ?? fact.ask,
          choices: field?.choices ?? fact.choices, part: weight.cause.part,
          partLabel: policy.label(ofEntry: weight.cause.part, in: item),
          type: item.type, neededBy: weight.neededBy,
          months: decision.environment.earlierMonths[weight.cause] ?? []))
    case .element:
      missing.append(
        MissingFact(
          name: item.name, label: policy.fields[weight.cause.part]?.label ?? item.label,
          ask: policy.fields[weight.cause.part]?.ask, part: weight.cause.part,
          partLabel: policy.label(ofEntry: weight.cause.part, in: item), type: item.type,
          neededBy: weight.neededBy))
    case .supplied:
      missing.append(
        MissingFact(
          name: item.name, label: EngineWords.grants, ask: EngineWords.askForGrants,
          part: weight.cause.part,
          partLabel: policy.label(ofEntry: weight.cause.part, in: item), type: item.type,
          neededBy: weight.neededBy,
          months: decision.environment.earlierMonths[weight.cause] ?? []))
    case .derived(let derived):
      for day in decision.environment.days(withoutPublished: weight.cause.item) {
        unpublished.append(
          UnpublishedItem(
            name: item.name, label: item.label, date: day, unit: item.unit,
            isLeftToPilots: derived.setByPilot && derived.definitions.isEmpty))
      }
    case .function: break
    }
  }

  private mutating func add(
    _ earlier: EarlierQuestion, _ weight: Weight, _ decision: CaseDecision, _ kind: Kind?
  ) {
    switch (earlier, kind) {
    case (.missing(var fact), .facts), (.missing(var fact), nil):
      fact.neededBy = weight.neededBy
      fact.months = decision.environment.earlierMonths[weight.cause] ?? []
      missing.append(fact)
    case (.unpublished(let item), .publications), (.unpublished(let item), nil):
      unpublished.append(item)
    default: break
    }
  }
}

extension CaseEnvironment {
  /// The days for which an item was read and none of its values is published, in order: mostly the one
  /// that is decided.
  fileprivate func days(withoutPublished item: ItemID) -> [CalendarDate] {
    var days: Set<CalendarDate> = []
    for record in records where record.item == item {
      if case .unpublished = record.origin { days.insert(record.day) }
    }
    return days.isEmpty ? [date] : days.sorted()
  }
}

extension Item {
  /// Whether it is a parameter or decision, which no applicant can supply.
  var isDerived: Bool {
    if case .derived = kind { true } else { false }
  }
}
