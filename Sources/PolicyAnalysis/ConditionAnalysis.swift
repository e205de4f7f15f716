import Diagnostics
import FEEL
import PolicyModel
import PolicySyntax
import Quantities

/// Finds conditions that are the same in every case.
///
/// A condition is told only if it is so on every day on which something it rests on changes, in
/// every policy and place that reads it.
struct ConditionAnalysis {
  /// What a condition decides.
  enum Role {
    case criterion, exception, refer, exemption, end, suspension, branch
  }

  /// A condition with what was found on all days so far.
  private struct Record {
    let role: Role
    let name: String
    let range: SourceRange
    var outcome = Formula.Outcome(canHold: false, canFail: false)
    var count = 0
  }

  private var records: [SourceRange: Record] = [:]
  private var order: [SourceRange] = []

  /// What was found.
  var diagnostics: [Diagnostic] {
    order.compactMap { records[$0] }.compactMap { record in
      guard record.count > 0, record.outcome.canHold != record.outcome.canFail else { return nil }
      return ConditionMessages.always(
        record.role, record.name, holds: record.outcome.canHold, at: record.range)
    }
  }

  /// Adds the conditions of a policy in one place.
  mutating func add(_ edition: Rulebook.Edition) {
    let policy = edition.policy
    let dependencies = Dependencies(of: policy)
    for criterion in policy.criteria where !criterion.isWaived {
      if case .require(let condition) = criterion.test {
        add(condition, .criterion, criterion.name, edition, dependencies)
      }
    }
    for reason in policy.refer {
      add(reason.condition, .refer, reason.name, edition, dependencies)
    }
    for reason in policy.exempt {
      add(reason.condition, .exemption, reason.name, edition, dependencies)
    }
    for event in policy.term?.ends ?? [] {
      add(event.condition, .end, event.name, edition, dependencies)
    }
    for event in policy.term?.suspended ?? [] {
      add(event.condition, .suspension, event.name, edition, dependencies)
    }
    for item in policy.items {
      guard case .derived(let derived) = item.kind else { continue }
      for case .logic(let rule) in derived.definitions {
        for exception in rule.exceptions {
          add(exception.condition, .exception, exception.name, edition, dependencies)
        }
        for part in [rule.base] + rule.exceptions.map(\.value) {
          addBranches(of: part, item.name, edition, dependencies)
        }
        // What stands below a rule is never read.
        break
      }
    }
    for benefit in policy.benefits {
      addBranches(of: benefit.amount, benefit.name, edition, dependencies)
    }
  }

  private mutating func addBranches(
    of expression: CheckedExpression, _ name: String, _ edition: Rulebook.Edition,
    _ dependencies: Dependencies
  ) {
    if case .conditional(let condition, _, _) = expression.node, !condition.readsLocals {
      add(condition, .branch, name, edition, dependencies)
    }
    for operand in expression.operands {
      addBranches(of: operand, name, edition, dependencies)
    }
  }

  private mutating func add(
    _ condition: CheckedExpression, _ role: Role, _ name: String, _ edition: Rulebook.Edition,
    _ dependencies: Dependencies
  ) {
    var record =
      records[condition.range] ?? Record(role: role, name: name, range: condition.range)
    if records[condition.range] == nil { order.append(condition.range) }
    defer { records[condition.range] = record }
    guard record.outcome != .both else { return }
    // With `as of` a rule is read on days before the edition as well.
    let changes = dependencies.reach(of: condition).changes.sorted()
    let days = [edition.from ?? changes.first?.adding(days: -1) ?? .latest] + changes
    for day in days {
      var reader = FormulaReader(dependencies, on: day)
      guard let outcome = reader.outcome(of: condition) else { continue }
      record.count += 1
      record.outcome.canHold = record.outcome.canHold || outcome.canHold
      record.outcome.canFail = record.outcome.canFail || outcome.canFail
      if record.outcome == .both { return }
    }
  }
}
