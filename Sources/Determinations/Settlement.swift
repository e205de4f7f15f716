import PolicyModel
import PolicySyntax
import Quantities

/// What a claim has paid of the benefits that are paid once, or once in a calendar year.
///
/// Such a benefit is paid in the first month that is payable; the months after it pay the others.
struct Settlement {
  /// The years in which a benefit was paid, by its name.
  private var years: [String: Set<Int>] = [:]

  /// The benefits of which a month pays nothing more.
  func settled(_ benefits: [Benefit], in month: CalendarDate) -> Set<String> {
    Set(benefits.filter { isSettled($0, in: month) }.map(\.name))
  }

  /// Takes note that a month is paid.
  mutating func pay(_ benefits: [Benefit], in month: CalendarDate) {
    for benefit in benefits where benefit.pays != .monthly {
      years[benefit.name, default: []].insert(month.year)
    }
  }

  /// What it waits for whether an earlier month, open so far, has paid for this one too; nil if none
  /// can have done so.
  func mayBeSettled(
    _ benefits: [Benefit], in month: CalendarDate,
    by open: [(month: CalendarDate, for: Waiting)]
  ) -> Waiting? {
    let due = benefits.filter { !isSettled($0, in: month) }
    let isOnce = due.contains { $0.pays == .once }
    let isYearly = due.contains { $0.pays == .yearly }
    return open.first { isOnce || (isYearly && $0.month.year == month.year) }?.for
  }

  private func isSettled(_ benefit: Benefit, in month: CalendarDate) -> Bool {
    switch benefit.pays {
    case .monthly: false
    case .yearly: years[benefit.name]?.contains(month.year) ?? false
    case .once: years[benefit.name] != nil
    }
  }
}
