import PolicySyntax
public import Quantities

extension Sequence<DatedValueRule> {
  /// The value for a day as known by another: of those for the day the one that became known last, for
  /// it replaces the others; of several known at once the one that begins last.
  public func inForce(on day: CalendarDate, known: CalendarDate) -> DatedValueRule? {
    var found: DatedValueRule?
    for rule in self where rule.window.applies(on: day, known: known) {
      if let found, found.publication > rule.publication { continue }
      found = rule
    }
    return found
  }
}

extension DatedValueRule {
  /// When it became known, and since when it holds.
  fileprivate var publication: (Int, Int) {
    (window.knownFrom?.value.dayNumber ?? .min, window.from?.value.dayNumber ?? .min)
  }
}

extension Derived {
  /// The value in force on the last day before another for which one was known, of the highest layer
  /// that has one; what goes on where the latest value does.
  public func lastValue(before day: CalendarDate, known: CalendarDate) -> DatedValueRule? {
    for case .values(let values) in definitions {
      let ends = values.compactMap { rule -> CalendarDate? in
        guard rule.window.isKnown(by: known), rule.window.from.map({ $0.value <= day }) ?? true
        else { return nil }
        return Swift.min(rule.window.until?.value ?? day, day)
      }
      if let last = ends.max() { return values.inForce(on: last, known: known) }
    }
    return nil
  }
}
