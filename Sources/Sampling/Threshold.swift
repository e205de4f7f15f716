import Diagnostics
import FEEL
import PolicyModel
import Quantities

/// Two quantities that the rules compare: where one passes the other, an answer can change.
struct Threshold: Sendable {
  /// One of the two.
  enum Side: Sendable {
    case expression(CheckedExpression)
    /// The day everything is read on.
    case day
  }

  let left: Side
  let right: Side
  /// The days on which it is read, from the outside to the inside; the determination's if empty.
  let readOn: [CheckedExpression]
  /// Where it is written.
  let range: SourceRange
  /// Whether a criterion rests on it.
  let isOfCriteria: Bool

  /// How the left stands to the right: -1, 0 or 1; nil where either is not known.
  func sign(by values: RuleReading) -> Int? {
    guard let values = values.read(on: readOn),
      let left = Self.value(left, values), let right = Self.value(right, values)
    else { return nil }
    return Self.order(left, right)
  }

  private static func value(_ side: Side, _ values: RuleReading) -> Value? {
    switch side {
    case .day: .date(values.day)
    case .expression(let expression): values.value(of: expression)
    }
  }

  private static func order(_ left: Value, _ right: Value) -> Int? {
    switch (left, right) {
    case (.number(let left), .number(let right)): left < right ? -1 : left == right ? 0 : 1
    case (.date(let left), .date(let right)): (left.dayNumber - right.dayNumber).signum()
    case (.yearsAndMonthsDuration(let left), .yearsAndMonthsDuration(let right)):
      (left.months - right.months).signum()
    case (.daysAndTimeDuration(let left), .daysAndTimeDuration(let right)):
      left < right ? -1 : left == right ? 0 : 1
    default: nil
    }
  }
}

extension FEELType {
  /// Whether its values have an order that a sample can step over.
  var isOrdered: Bool {
    switch nonNull {
    case .number, .date, .yearsAndMonthsDuration, .daysAndTimeDuration: true
    default: false
    }
  }
}
