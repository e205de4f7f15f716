import Quantities

extension BuiltIn {
  /// Conversion functions that make dates, times and durations (DMN 1.5, 10.3.4.1).
  ///
  /// A text that stands for none, or a day that does not exist, is null. Where a date and time is
  /// wanted a date will do, as DMN says: it is taken at midnight UTC.
  static let temporalConversionFunctions: [BuiltIn] = [
    BuiltIn(
      "date",
      .ofText(.date, "date"),
      Signature([.init("from", .dateAndTime)], .fixed(.date)) { arguments in
        guard case .dateAndTime(let moment) = arguments[0] else { return nil }
        return .date(moment.date)
      },
      Signature(
        [.init("year", .number), .init("month", .number), .init("day", .number)], .fixed(.date),
        calling: date)),
    BuiltIn(
      "time",
      .ofText(.time, "time"),
      Signature([.init("from", .time)], .fixed(.time)) { $0[0] },
      Signature([.init("from", .dateAndTime)], .fixed(.time)) { arguments in
        guard case .dateAndTime(let moment) = arguments[0] else { return nil }
        return .time(moment.time)
      },
      Signature(
        [.init("hour", .number), .init("minute", .number), .init("second", .number)],
        .fixed(.time), calling: time),
      Signature(
        [
          .init("hour", .number), .init("minute", .number), .init("second", .number),
          .init("offset", .optional(.daysAndTimeDuration)),
        ],
        .fixed(.time), calling: time)),
    BuiltIn(
      "date and time",
      .ofText(.dateAndTime, "date and time"),
      Signature([.init("from", .dateAndTime)], .fixed(.dateAndTime)) { $0[0] },
      Signature(
        [.init("date", .dateAndTime), .init("time", .time)], .fixed(.dateAndTime)
      ) { arguments in
        guard case .dateAndTime(let moment) = arguments[0], case .time(let time) = arguments[1]
        else { return nil }
        return .dateAndTime(DateAndTime(date: moment.date, time: time))
      }),
    BuiltIn("duration", .ofText(.any, "duration")),
    BuiltIn(
      "years and months duration",
      Signature(
        [.init("from", .dateAndTime), .init("to", .dateAndTime)], .fixed(.yearsAndMonthsDuration)
      ) { arguments in
        guard case .dateAndTime(let from) = arguments[0], case .dateAndTime(let to) = arguments[1]
        else { return nil }
        return .yearsAndMonthsDuration(.between(from: from.date, to: to.date))
      }),
  ]

  private static func date(
    _ arguments: [Value], _ call: Signature.Call
  ) throws(EvaluationFailure) -> Value? {
    guard let year = arguments[0].number?.integer, let month = arguments[1].number?.integer,
      let day = arguments[2].number?.integer,
      let date = CalendarDate(year: year, month: month, day: day)
    else { return try call.nothing(.outOfDomain("date")) }
    return .date(date)
  }

  private static func time(
    _ arguments: [Value], _ call: Signature.Call
  ) throws(EvaluationFailure) -> Value? {
    guard let time = time(arguments) else { return try call.nothing(.outOfDomain("time")) }
    return .time(time)
  }

  /// The time of an hour, minute, second and offset; the second may have a fraction down to the
  /// nanosecond.
  private static func time(_ arguments: [Value]) -> TimeOfDay? {
    guard let hour = arguments[0].number?.integer, let minute = arguments[1].number?.integer,
      let seconds = arguments[2].number, let whole = seconds.rounded(toScale: 0, .floor),
      let second = whole.integer,
      let nanosecond = seconds.subtracting(whole)?
        .multiplied(by: Decimal128(1_000_000_000))?.truncatedInteger
    else { return nil }
    var zone: Zone?
    if arguments.count > 3, case .daysAndTimeDuration(let offset) = arguments[3] {
      guard let fixed = Zone(offset: offset) else { return nil }
      zone = fixed
    }
    return TimeOfDay(
      hour: hour, minute: minute, second: second, nanosecond: nanosecond, zone: zone)
  }
}

extension Signature {
  /// A conversion of a text by the function of the name.
  fileprivate static func ofText(_ result: FEELType, _ name: String) -> Signature {
    Signature(
      [.init("from", .string)], .fixed(result),
      calling: { (arguments, call) throws(EvaluationFailure) -> Value? in
        guard let text = arguments[0].string else { return nil }
        if let value = Temporal.converted(text, by: name) { return value }
        return try call.nothing(.invalidLiteral(text))
      })
  }
}

extension Temporal {
  /// The value that a conversion function makes of a text; nil if there is none.
  static func converted(_ text: String, by function: String) -> Value? {
    switch function {
    case "date": CalendarDate(text).map(Value.date)
    case "time": TimeOfDay(text).map(Value.time)
    case "date and time": DateAndTime(text).map(Value.dateAndTime)
    case "duration": duration(text)
    default: nil
    }
  }
}
