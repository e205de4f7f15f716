import Diagnostics
import FEELSyntax
import PolicySyntax
import Quantities

extension PolicyResolver {
  /// Reports values that overlap and days between values that none covers; the values stand in the
  /// order of their first days.
  func checkDates(_ rules: [DatedValueRule], of name: Name) {
    // A later publication may replace a value for the same days.
    var last: [CalendarDate?: DatedValueRule] = [:]
    var latest: DatedValueRule?
    for rule in rules {
      let known = rule.window.knownFrom?.value
      if let earlier = last[known], earlier.window.overlaps(rule.window) {
        diagnostics.append(
          DateMessages.overlap(
            name.text, at: rule.range, first: earlier.range, rule.window, earlier.window))
      } else if let other = rules.first(where: { $0.hidesWhatFollows(rule) }) {
        diagnostics.append(
          DateMessages.overlap(
            name.text, at: rule.range, first: other.range, rule.window, other.window))
      }
      if let next = rule.hiddenWithoutSayingSo(among: rules), let begins = next.window.from?.value,
        let end = begins.adding(days: -1)
      {
        diagnostics.append(
          DateMessages.correctionHides(
            name.text, from: begins, until: end, at: rule.range, hidden: next.range))
      }
      if let latest, let end = latest.window.until?.value, let next = end.adding(days: 1),
        let start = rule.window.from?.value, next < start
      {
        diagnostics.append(
          DateMessages.gap(
            name.text, from: next, until: start.adding(days: -1) ?? start, at: rule.range,
            first: latest.range))
      }
      last[known] = Self.later(last[known], rule)
      latest = Self.later(latest, rule)
    }
  }

  /// The value that goes on longer.
  private static func later(_ first: DatedValueRule?, _ second: DatedValueRule) -> DatedValueRule {
    guard let first else { return second }
    guard let end = first.window.until?.value else { return first }
    guard let other = second.window.until?.value else { return second }
    return end > other ? first : second
  }
}

extension DatedValueRule {
  /// The first value that begins later, and that this one replaces since it was published when that
  /// had begun and does not end.
  ///
  /// Whoever corrects the past rarely means what follows it.
  fileprivate func hiddenWithoutSayingSo(among rules: [DatedValueRule]) -> DatedValueRule? {
    guard window.until == nil, let from = window.from?.value,
      let known = window.knownFrom?.value
    else { return nil }
    return rules.first { other in
      guard let begins = other.window.from?.value, from < begins, begins < known else {
        return false
      }
      return other.window.knownFrom.map { $0.value < known } ?? true
    }
  }

  /// Whether it would replace a value that begins later, having been known later, and yet before that
  /// begins: what begins later is meant to end it.
  fileprivate func hidesWhatFollows(_ other: DatedValueRule) -> Bool {
    guard let from = window.from?.value, let begins = other.window.from?.value, from < begins,
      let known = window.knownFrom?.value, known <= begins,
      known > other.window.knownFrom?.value ?? known.adding(days: -1) ?? known
    else { return false }
    return window.overlaps(other.window)
  }
}
