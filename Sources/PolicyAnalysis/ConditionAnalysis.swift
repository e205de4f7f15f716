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
  /// Items whose conditions were all seen to hold and to fail; places share what they do not change.
  private var settled: Set<ObjectIdentifier> = []

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
      guard case .derived(let derived) = item.kind, !settled.contains(ObjectIdentifier(item))
      else { continue }
      var isSettled = true
      for case .logic(let rule) in derived.definitions {
        for exception in rule.exceptions {
          let isBoth = add(exception.condition, .exception, exception.name, edition, dependencies)
          isSettled = isSettled && isBoth
        }
        for part in [rule.base] + rule.exceptions.map(\.value) {
          let areBoth = addBranches(of: part, item.name, edition, dependencies)
          isSettled = isSettled && areBoth
        }
        // What stands below a rule is never read.
        break
      }
      if isSettled { settled.insert(ObjectIdentifier(item)) }
    }
    for benefit in policy.benefits {
      addBranches(of: benefit.amount, benefit.name, edition, dependencies)
    }
  }

  /// Answers whether all conditions of branches were seen to hold and to fail.
  @discardableResult
  private mutating func addBranches(
    of expression: CheckedExpression, _ name: String, _ edition: Rulebook.Edition,
    _ dependencies: Dependencies
  ) -> Bool {
    var areBoth = true
    if case .conditional(let condition, _, _) = expression.node, !condition.readsLocals {
      areBoth = add(condition, .branch, name, edition, dependencies)
    }
    for operand in expression.operands {
      let isBoth = addBranches(of: operand, name, edition, dependencies)
      areBoth = areBoth && isBoth
    }
    return areBoth
  }

  /// Answers whether the condition was seen to hold and to fail.
  @discardableResult
  private mutating func add(
    _ condition: CheckedExpression, _ role: Role, _ name: String, _ edition: Rulebook.Edition,
    _ dependencies: Dependencies
  ) -> Bool {
    var record =
      records[condition.range] ?? Record(role: role, name: name, range: condition.range)
    if records[condition.range] == nil { order.append(condition.range) }
    defer { records[condition.range] = record }
    guard record.outcome != .both else { return true }
    // With `as of` a rule is read on days before the edition as well.
    let changes = dependencies.reach(of: condition).changes.sorted()
    let days = [edition.from ?? changes.first?.adding(days: -1) ?? .latest] + changes
    for day in days {
      var reader = FormulaReader(dependencies, on: day)
      guard let outcome = reader.outcome(of: condition) else { continue }
      record.count += 1
      record.outcome.canHold = record.outcome.canHold || outcome.canHold
      record.outcome.canFail = record.outcome.canFail || outcome.canFail
      if record.outcome == .both { return true }
    }
    return false
  }
}
