import Diagnostics
import FEEL
import PolicyModel
import Quantities

/// Finds exceptions that hold together in some case with different values, neither going before the
/// other: such a case would be for a person.
///
/// Those with constants are told when the rules are resolved; here are those whose values rest on
/// parameters, and only where a case is certain.
struct ExceptionAnalysis {
  private var found: [SourceRange: Diagnostic] = [:]

  /// What was found.
  var diagnostics: [Diagnostic] { Array(found.values) }

  /// Adds the decisions of a policy in one place.
  mutating func add(_ edition: Rulebook.Edition) {
    let dependencies = Dependencies(of: edition.policy)
    for item in edition.policy.items {
      guard case .derived(let derived) = item.kind,
        case .logic(let rule)? = derived.definitions.first(where: \.isLogic)
      else { continue }
      for (index, later) in rule.exceptions.enumerated() where found[later.range] == nil {
        for earlier in rule.exceptions[..<index]
        where !later.over.contains(earlier.name) && !earlier.over.contains(later.name) {
          examine(earlier, later, edition, dependencies)
        }
      }
    }
  }

  private mutating func examine(
    _ earlier: ExceptionRule, _ later: ExceptionRule, _ edition: Rulebook.Edition,
    _ dependencies: Dependencies
  ) {
    guard !earlier.value.namesNothing || !later.value.namesNothing else { return }
    var reach = Dependencies.Reach()
    for exception in [earlier, later] {
      reach.add(exception.window)
      reach.add(dependencies.reach(of: exception.condition))
      reach.add(dependencies.reach(of: exception.value))
    }
    let changes = reach.changes.filter(edition.contains).sorted()
    for day in [edition.from ?? .latest] + changes {
      let areInForce = [earlier, later].allSatisfy {
        $0.window?.applies(on: day, known: .latest) ?? true
      }
      guard areInForce else { continue }
      var reader = FormulaReader(dependencies, on: day)
      guard let first = reader.value(of: earlier.value), let second = reader.value(of: later.value),
        case .boolean(false) = Evaluation.equal(first, second)
      else { continue }
      let both = CheckedExpression(
        .conjunction(earlier.condition, later.condition), .boolean, at: later.condition.range)
      guard let outcome = reader.outcome(of: both), outcome.canHold, reader.isExact else {
        continue
      }
      found[later.range] = ConditionMessages.together(
        earlier, later, (first, second),
        in: Circumstance(policy: edition.policy.id, pilot: edition.policy.pilot?.id, day: day))
      return
    }
  }
}

extension Derived.Definition {
  /// Whether it is a rule.
  fileprivate var isLogic: Bool { if case .logic = self { true } else { false } }
}
