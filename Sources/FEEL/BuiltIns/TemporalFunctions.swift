import Diagnostics
import Quantities

extension BuiltIn {
  /// Date and time functions (DMN 1.5, 10.3.4.6 and 10.3.4.10).
  static let temporalFunctions: [BuiltIn] = [
    BuiltIn("day of year", .ofDate(.number) { .number(Decimal128($0.dayOfYear)) }),
    BuiltIn("day of week", .ofDate(.string) { .string(weekdays[$0.weekday - 1]) }),
    BuiltIn("month of year", .ofDate(.string) { .string(months[$0.month - 1]) }),
    BuiltIn("week of year", .ofDate(.number) { .number(Decimal128($0.weekOfYear)) }),
    BuiltIn(
      "now",
      Signature([], .fixed(.dateAndTime), calling: now)),
    BuiltIn(
      "today",
      Signature([], .fixed(.date), calling: today)),
  ]

  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static func now(
    _ arguments: [Value], _ call: Signature.Call
  ) throws(EvaluationFailure) -> Value? {
    guard let clock = call.evaluation.clock else { return try noClock("now", call) }
    return .dateAndTime(clock)
  }

  private static func today(
    _ arguments: [Value], _ call: Signature.Call
  ) throws(EvaluationFailure) -> Value? {
    guard let clock = call.evaluation.clock else { return try noClock("today", call) }
    return .date(clock.date)
  }

  private static func noClock(
    _ function: String, _ call: Signature.Call
  ) throws(EvaluationFailure) -> Value {
    let reason = EvaluationFailure.Reason.other(
      Wording(
        en: "`\(function)()` would read the clock, and the result would not be the same tomorrow",
        zh: "`\(function)()` 会读取时钟，结果将因时间而异"))
    return try call.evaluation.fail(reason, at: call.range)
  }
}

extension Signature {
  /// A function of a day, or of the day of a date and time.
  fileprivate static func ofDate(
    _ result: FEELType, _ apply: @escaping @Sendable (CalendarDate) -> Value
  ) -> Signature {
    // A date becomes a date and time at its midnight, so that one signature serves both.
    Signature([.init("date", .dateAndTime)], .fixed(result)) { arguments in
      guard case .dateAndTime(let moment) = arguments[0] else { return nil }
      return apply(moment.date)
    }
  }
}
