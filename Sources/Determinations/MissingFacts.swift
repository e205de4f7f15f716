import FEEL
import PolicyModel
import PolicySyntax
import Quantities

/// What is not known and still matters, made from what the tests wait for.
struct OpenQuestions {
  var missing: [MissingFact] = []
  var unpublished: [UnpublishedItem] = []

  /// The weight of a cause: what waits for it, and how much that matters.
  private struct Weight {
    var cause: Unknown.Cause
    var score: Int
    var place: Int
    var neededBy: [String]
  }

  init(_ decision: CaseDecision, _ tests: OpenTests) {
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
    if tests.amounts {
      for tested in decision.exempt { add(tested.unknown, tested.result.name, 4) }
      for tested in decision.benefits { add(tested.unknown, tested.result.name, 4) }
    }
    weights.sort { $0.score == $1.score ? $0.place < $1.place : $0.score > $1.score }
    let policy = decision.policy
    for weight in weights where weight.cause != CaseEnvironment.conflictCause {
      let item = policy.items[weight.cause.item]
      switch item.kind {
      case .fact(let fact):
        let field = policy.fields[weight.cause.part]
        missing.append(
          MissingFact(
            name: item.name, label: field?.label ?? item.label, ask: field?.ask ?? fact.ask,
            choices: field?.choices ?? fact.choices, part: weight.cause.part,
            type: item.type, neededBy: weight.neededBy))
      case .element:
        missing.append(
          MissingFact(
            name: item.name, label: policy.fields[weight.cause.part]?.label ?? item.label,
            ask: policy.fields[weight.cause.part]?.ask, part: weight.cause.part, type: item.type,
            neededBy: weight.neededBy))
      case .supplied:
        missing.append(
          MissingFact(
            name: item.name, label: EngineWords.grants, ask: EngineWords.askForGrants,
            part: weight.cause.part, type: item.type, neededBy: weight.neededBy))
      case .derived(let derived):
        unpublished.append(
          UnpublishedItem(
            name: item.name, label: item.label, date: decision.environment.date,
            isLeftToPilots: derived.setByPilot && derived.definitions.isEmpty))
      case .function: break
      }
    }
  }
}
