public import FEEL
import FEELSyntax
public import PolicyModel
import PolicySyntax
public import Quantities

/// What the values of a policy's items rest on: facts, the day, dated constants.
public final class Dependencies {
  /// What something rests on.
  public struct Reach {
    /// Facts and other things that are supplied, the first met first.
    public fileprivate(set) var supplied: [ItemID] = []
    /// Whether it reads the day itself, so that it can change from any day to the next.
    public fileprivate(set) var readsDay = false
    /// Days on which something it rests on changes.
    public private(set) var changes: Set<CalendarDate> = []

    /// Nothing yet.
    public init() {}

    /// Adds what something else rests on.
    public mutating func add(_ other: Reach) {
      for item in other.supplied where !supplied.contains(item) { supplied.append(item) }
      readsDay = readsDay || other.readsDay
      changes.formUnion(other.changes)
    }

    mutating func add(_ window: Window?) {
      if let from = window?.from?.value { changes.insert(from) }
      if let next = window?.until?.value.adding(days: 1) { changes.insert(next) }
    }
  }

  /// The policy.
  public let policy: Policy
  private var known: [ItemID: Reach] = [:]
  private var running: Set<ItemID> = []

  /// The dependencies of a policy, found as they are asked for.
  public init(of policy: Policy) { self.policy = policy }

  /// What an expression rests on.
  public func reach(of expression: CheckedExpression) -> Reach {
    var reach = Reach()
    walk(expression, &reach)
    return reach
  }

  /// What an item rests on.
  public func reach(of id: ItemID) -> Reach {
    if let reach = known[id] { return reach }
    // Items do not rest on themselves, but functions may call themselves.
    guard running.insert(id).inserted else { return Reach() }
    defer { running.remove(id) }
    var reach = Reach()
    switch policy.items[id].kind {
    case .fact, .element: reach.supplied = [id]
    case .supplied(let supplied):
      switch supplied {
      case .determinationDate, .month: reach.readsDay = true
      case .grants, .earlierGrants, .inTheRegion: reach.supplied = [id]
      }
    case .function(let function):
      if case .expression(let body, _) = function.body { walk(body, &reach) }
    case .derived(let derived):
      if derived.mayBeSupplied { reach.supplied = [id] }
      for definition in derived.definitions { walk(definition, &reach) }
    }
    known[id] = reach
    return reach
  }

  private func walk(_ definition: Derived.Definition, _ reach: inout Reach) {
    switch definition {
    case .values(let values):
      for value in values { reach.add(value.window) }
    case .logic(let rule):
      walk(rule.base, &reach)
      if let asOf = rule.asOf { walk(asOf, &reach) }
      for exception in rule.exceptions {
        reach.add(exception.window)
        walk(exception.condition, &reach)
        walk(exception.value, &reach)
      }
    }
  }

  private func walk(_ expression: CheckedExpression, _ reach: inout Reach) {
    switch expression.node {
    case .item(let id), .itemOnDay(let id, _): reach.add(self.reach(of: id))
    case .builtIn(let number, _) where BuiltIn.all[number].readsClock:
      reach.readsDay = true
    case .embedded(let logic):
      if let table = logic as? DatedTable {
        for window in table.windows { reach.add(window) }
      }
    default: break
    }
    for operand in expression.operands { walk(operand, &reach) }
  }
}
