import FEELSyntax
import Quantities

/// The properties of values that are no contexts (DMN 1.5, 10.3.2.3, table 65).
enum Properties {
  /// All names that may stand behind a point without being an entry.
  static let names: Set<String> = [
    "year", "month", "day", "weekday", "hour", "minute", "second", "time offset", "timezone",
    "years", "months", "days", "hours", "minutes", "seconds", "start", "end", "start included",
    "end included",
  ]

  /// The value of a property, or nil if the value has none of the name.
  static func value(_ name: String, of value: Value) -> Value? {
    switch value {
    case .date(let date): of(date, name)
    case .time(let time): of(time, name)
    case .dateAndTime(let moment):
      name == "time offset"
        ? offset(moment.offset) : of(moment.date, name) ?? of(moment.time, name)
    case .daysAndTimeDuration(let duration):
      switch name {
      case "days": .number(Decimal128(duration.days))
      case "hours": .number(Decimal128(duration.hours))
      case "minutes": .number(Decimal128(duration.minutes))
      case "seconds": number(duration.seconds, nanoseconds: duration.nanosecondsOfSecond)
      default: nil
      }
    case .yearsAndMonthsDuration(let duration):
      switch name {
      case "years": .number(Decimal128(duration.years))
      case "months": .number(Decimal128(duration.monthsOfYear))
      default: nil
      }
    case .range(let range):
      switch name {
      case "start": range.low
      case "end": range.high
      case "start included": .boolean(range.includesLow)
      case "end included": .boolean(range.includesHigh)
      default: nil
      }
    default: nil
    }
  }

  /// Seconds with their fraction.
  private static func number(_ seconds: Int, nanoseconds: Int) -> Value? {
    let whole = Decimal128(seconds)
    guard nanoseconds != 0 else { return .number(whole) }
    return Decimal128(nanoseconds).divided(by: Decimal128(1_000_000_000))
      .flatMap(whole.adding).map(Value.number)
  }

  private static func of(_ date: CalendarDate, _ name: String) -> Value? {
    switch name {
    case "year": .number(Decimal128(date.year))
    case "month": .number(Decimal128(date.month))
    case "day": .number(Decimal128(date.day))
    case "weekday": .number(Decimal128(date.weekday))
    default: nil
    }
  }

  private static func offset(_ offset: DaysAndTimeDuration?) -> Value {
    offset.map(Value.daysAndTimeDuration) ?? .null
  }

  private static func of(_ time: TimeOfDay, _ name: String) -> Value? {
    switch name {
    case "hour": return .number(Decimal128(time.hour))
    case "minute": return .number(Decimal128(time.minute))
    case "second": return number(time.second, nanoseconds: time.nanosecond)
    case "time offset": return offset(time.offset)
    case "timezone":
      guard case .named(let zone) = time.zone else { return .null }
      return .string(zone)
    default: return nil
    }
  }

  /// The type of a property of values of a type, or nil if they have none of the name.
  static func type(_ name: String, of type: FEELType) -> FEELType? {
    let date: Set = ["year", "month", "day", "weekday"]
    let time: Set = ["hour", "minute", "second"]
    switch type {
    case .date: return date.contains(name) ? .number : nil
    case .time, .dateAndTime:
      if time.contains(name) || (type == .dateAndTime && date.contains(name)) { return .number }
      if name == "time offset" { return .optional(.daysAndTimeDuration) }
      return name == "timezone" ? .optional(.string) : nil
    case .daysAndTimeDuration:
      return ["days", "hours", "minutes", "seconds"].contains(name) ? .number : nil
    case .yearsAndMonthsDuration: return ["years", "months"].contains(name) ? .number : nil
    case .range(let element):
      switch name {
      case "start", "end": return .optional(element)
      case "start included", "end included": return .boolean
      default: return nil
      }
    default: return nil
    }
  }
}

extension Evaluation {
  /// `operand.name`: an entry, a property, or both of every element of a list.
  func property(
    _ name: String, of operand: Value, at expression: CheckedExpression
  ) throws(EvaluationFailure) -> Value {
    switch operand {
    case .unknown(let unknown):
      guard let alternatives = unknown.alternatives else {
        let extent = try extent(of: name, unknown.extent, at: expression)
        return .unknown(unknown.withoutAlternatives.with(extent))
      }
      var results: [Value?] = []
      for alternative in alternatives {
        results.append(
          try attempt { () throws(EvaluationFailure) -> Value in
            try self.property(name, of: alternative, at: expression)
          })
      }
      return Alternatives.merged(results, causes: unknown)
    case .context(let context):
      if let value = context[name] { return value }
      return try fail(.unknownName(name), at: expression.range)
    case .list(let elements):
      var values: [Value] = []
      values.reserveCapacity(elements.count)
      for element in elements {
        if case .null = element {
          values.append(.null)
        } else {
          values.append(try property(name, of: element, at: expression))
        }
      }
      return .list(values)
    default:
      if let value = Properties.value(name, of: operand) { return value }
      return try fail(undefined(expression, [operand]), at: expression.range)
    }
  }

  /// What is known of a property of something of which only the extent is known.
  private func extent(
    of name: String, _ extent: Extent?, at expression: CheckedExpression
  ) throws(EvaluationFailure) -> Extent? {
    switch extent {
    case .day(let span): return Extent(span.property(name))
    case .list(let count, let each?):
      let property = try attempt { () throws(EvaluationFailure) -> Value in
        try self.property(name, of: each, at: expression)
      }
      return .list(count: count, each: property)
    case .list(let count, nil): return .list(count: count, each: nil)
    default: return nil
    }
  }
}
