import FEELSyntax
import Quantities

/// Arithmetic on values (DMN 1.5, 10.3.2.16, tables 55 to 60).
enum Arithmetic {
  /// The result, or nil where the operator is not defined for the kinds or the values.
  static func apply(_ operation: ArithmeticOperator, _ left: Value, _ right: Value) -> Value? {
    switch operation {
    case .add: add(left, right)
    case .subtract: subtract(left, right)
    case .multiply: multiply(left, right)
    case .divide: divide(left, right)
    case .power:
      if case .number(let base) = left, case .number(let exponent) = right {
        base.raised(to: exponent).map(Value.number)
      } else {
        nil
      }
    }
  }

  /// The opposite of a number or duration.
  static func negate(_ operand: Value) -> Value? {
    switch operand {
    case .number(let value): .number(value.negated)
    case .daysAndTimeDuration(let value): .daysAndTimeDuration(value.negated)
    case .yearsAndMonthsDuration(let value): .yearsAndMonthsDuration(value.negated)
    default: nil
    }
  }

  private static func add(_ left: Value, _ right: Value) -> Value? {
    switch (left, right) {
    case (.number(let left), .number(let right)): left.adding(right).map(Value.number)
    case (.string(let left), .string(let right)): .string(left + right)
    case (.daysAndTimeDuration(let left), .daysAndTimeDuration(let right)):
      left.adding(right).map(Value.daysAndTimeDuration)
    case (.yearsAndMonthsDuration(let left), .yearsAndMonthsDuration(let right)):
      left.adding(right).map(Value.yearsAndMonthsDuration)
    case (.date(let date), .daysAndTimeDuration(let duration)),
      (.daysAndTimeDuration(let duration), .date(let date)):
      date.adding(duration).map(Value.date)
    case (.date(let date), .yearsAndMonthsDuration(let duration)),
      (.yearsAndMonthsDuration(let duration), .date(let date)):
      date.adding(duration).map(Value.date)
    case (.dateAndTime(let moment), .daysAndTimeDuration(let duration)),
      (.daysAndTimeDuration(let duration), .dateAndTime(let moment)):
      moment.adding(duration).map(Value.dateAndTime)
    case (.dateAndTime(let moment), .yearsAndMonthsDuration(let duration)),
      (.yearsAndMonthsDuration(let duration), .dateAndTime(let moment)):
      moment.adding(duration).map(Value.dateAndTime)
    case (.time(let time), .daysAndTimeDuration(let duration)),
      (.daysAndTimeDuration(let duration), .time(let time)):
      .time(time.adding(duration))
    default: nil
    }
  }

  private static func subtract(_ left: Value, _ right: Value) -> Value? {
    switch (left, right) {
    case (.number(let left), .number(let right)): left.subtracting(right).map(Value.number)
    case (.daysAndTimeDuration(let left), .daysAndTimeDuration(let right)):
      left.subtracting(right).map(Value.daysAndTimeDuration)
    case (.yearsAndMonthsDuration(let left), .yearsAndMonthsDuration(let right)):
      left.subtracting(right).map(Value.yearsAndMonthsDuration)
    case (.date(let left), .date(let right)):
      .daysAndTimeDuration(left.subtracting(right))
    case (.dateAndTime(let left), .dateAndTime(let right)):
      left.subtracting(right).map(Value.daysAndTimeDuration)
    case (.date(let left), .dateAndTime(let right)):
      left.subtracting(right).map(Value.daysAndTimeDuration)
    case (.dateAndTime(let left), .date(let right)):
      left.subtracting(right).map(Value.daysAndTimeDuration)
    case (.time(let left), .time(let right)):
      left.subtracting(right).map(Value.daysAndTimeDuration)
    case (_, .daysAndTimeDuration(let duration)):
      temporal(left) ? add(left, .daysAndTimeDuration(duration.negated)) : nil
    case (_, .yearsAndMonthsDuration(let duration)):
      temporal(left) ? add(left, .yearsAndMonthsDuration(duration.negated)) : nil
    default: nil
    }
  }

  private static func temporal(_ value: Value) -> Bool {
    switch value {
    case .date, .time, .dateAndTime: true
    default: false
    }
  }

  private static func multiply(_ left: Value, _ right: Value) -> Value? {
    switch (left, right) {
    case (.number(let left), .number(let right)): left.multiplied(by: right).map(Value.number)
    case (.daysAndTimeDuration(let duration), .number(let factor)),
      (.number(let factor), .daysAndTimeDuration(let duration)):
      duration.multiplied(by: factor).map(Value.daysAndTimeDuration)
    case (.yearsAndMonthsDuration(let duration), .number(let factor)),
      (.number(let factor), .yearsAndMonthsDuration(let duration)):
      duration.multiplied(by: factor).map(Value.yearsAndMonthsDuration)
    default: nil
    }
  }

  private static func divide(_ left: Value, _ right: Value) -> Value? {
    switch (left, right) {
    case (.number(let left), .number(let right)): left.divided(by: right).map(Value.number)
    case (.daysAndTimeDuration(let duration), .number(let divisor)):
      duration.divided(by: divisor).map(Value.daysAndTimeDuration)
    case (.yearsAndMonthsDuration(let duration), .number(let divisor)):
      duration.divided(by: divisor).map(Value.yearsAndMonthsDuration)
    case (.daysAndTimeDuration(let left), .daysAndTimeDuration(let right)):
      left.divided(by: right).map(Value.number)
    case (.yearsAndMonthsDuration(let left), .yearsAndMonthsDuration(let right)):
      left.divided(by: right).map(Value.number)
    default: nil
    }
  }
}
