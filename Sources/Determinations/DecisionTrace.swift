import DMN
public import Diagnostics
public import FEEL
public import PolicyModel
public import Quantities

/// What a decision went through: every place of the rules that it tested, read or used.
///
/// Only what was decided counts, not what was tried out on the way.
public final class DecisionTrace: EvaluationObserver {
  /// Something that happened at a place of the rules.
  public enum Event: Sendable, Hashable {
    /// A criterion was tested; the place of its test, or of the criterion if it is waived.
    case criterion(SourceRange, CriterionResult.Result)
    /// A reason to refer or exempt, or what ends or suspends a term, held or not; the place of its
    /// condition.
    case condition(SourceRange, Bool)
    /// An exception held or not; the place of its condition.
    case exception(SourceRange, Bool)
    /// A branch of a conditional was taken; the place of the condition.
    case branch(SourceRange, Bool)
    /// A row of a table matched.
    case row(SourceRange)
    /// An amount was worked out; the place of its expression.
    case benefit(SourceRange)
    /// A dated value was read.
    case value(SourceRange)
    /// The rule of a decision was followed; the place of its general rule.
    case rule(SourceRange)
    /// Something was used that a layer declared or changed; the place in that layer.
    case item(SourceRange)
  }

  /// What happened, in no order.
  public private(set) var events: Set<Event> = []
  /// The days on which dated values were read.
  public private(set) var days: [SourceRange: Set<CalendarDate>] = [:]
  private var functions: [ItemID: FunctionValue] = [:]

  /// A trace of nothing yet.
  public init() {}

  /// Takes note of a branch.
  public func took(_ branch: Bool, of condition: CheckedExpression) {
    events.insert(.branch(condition.range, branch))
  }

  func matched(_ rows: [Int], of table: DatedTable) {
    for row in rows {
      if let range = table.table.rules[row].range { events.insert(.row(range)) }
    }
  }

  func read(_ chain: [Origin]) {
    for origin in chain { events.insert(.item(origin.range)) }
  }

  func read(_ rule: DatedValueRule, on day: CalendarDate) {
    events.insert(.value(rule.range))
    days[rule.range, default: []].insert(day)
  }

  func followed(_ rule: LogicRule) { events.insert(.rule(rule.base.range)) }

  func looked(at exception: ExceptionRule, holds: Bool) {
    events.insert(.exception(exception.condition.range, holds))
  }

  func tested(_ criterion: Criterion, _ result: CriterionResult.Result) {
    read(criterion.chain)
    events.insert(.criterion(criterion.testRange, result))
  }

  func tested(_ reason: Reason, _ holds: Bool) {
    events.insert(.condition(reason.condition.range, holds))
  }

  func tested(_ event: TermEvent, _ holds: Bool) {
    events.insert(.condition(event.condition.range, holds))
  }

  func workedOut(_ benefit: Benefit) { events.insert(.benefit(benefit.amount.range)) }

  /// A function that remembers the results of this decision alone, so that its branches are seen.
  func remembered(_ item: ItemID, of policy: Policy) -> FunctionValue? {
    if let function = functions[item] { return function }
    read(policy.items[item].chain)
    guard case .function(let function) = policy.items[item].kind else { return nil }
    functions[item] = RememberedFunction.remembering(function)
    return functions[item]
  }
}

extension Criterion {
  /// Where it says how it is tested; the criterion's own place if it is waived.
  public var testRange: SourceRange {
    if isWaived { return chain.last?.range ?? range }
    switch test {
    case .require(let condition): return condition.range
    case .metFrom(let day): return day.range
    }
  }
}
