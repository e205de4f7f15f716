public import Diagnostics
import Quantities

/// Values as the vectors of the DMN TCK write them in JSON, one key naming the kind.
///
/// Null, booleans and strings stand as they are; `{"number": "1.50"}`, `{"date": "2026-03-31"}`,
/// `{"time": …}`, `{"dateTime": …}`, `{"duration": …}`, `{"list": […]}`, `{"context": {…}}`.
public enum TaggedValue {
  /// The value that JSON stands for; nil if it is none.
  public static func value(_ json: JSONValue) -> Value? {
    switch json {
    case .null: return .null
    case .bool(let value): return .boolean(value)
    case .string(let text): return .string(text)
    case .object(let members):
      guard members.count == 1, let (tag, content) = members.first else { return nil }
      return value(tag, content)
    case .integer, .number, .array: return nil
    }
  }

  private static func value(_ tag: String, _ content: JSONValue) -> Value? {
    switch (tag, content) {
    case ("number", .string(let text)): return Decimal128(text).map(Value.number)
    case ("date", .string(let text)): return CalendarDate(text).map(Value.date)
    case ("time", .string(let text)): return TimeOfDay(text).map(Value.time)
    case ("dateTime", .string(let text)): return DateAndTime(text).map(Value.dateAndTime)
    case ("duration", .string(let text)): return Temporal.duration(text)
    case ("list", .array(let elements)):
      let values = elements.compactMap(value)
      return values.count == elements.count ? .list(values) : nil
    case ("context", .object(let members)):
      var context = ContextValue()
      for (name, content) in members {
        guard let entry = value(content) else { return nil }
        context[name] = entry
      }
      return .context(context)
    default: return nil
    }
  }

  /// The JSON of a value; ranges, functions and what is unknown have tags that equal nothing.
  public static func json(_ value: Value) -> JSONValue {
    switch value {
    case .null: .null
    case .boolean(let value): .bool(value)
    case .string(let text): .string(text)
    case .number(let number): tagged("number", number.description)
    case .date(let date): tagged("date", date.description)
    case .time(let time): tagged("time", time.description)
    case .dateAndTime(let moment): tagged("dateTime", moment.description)
    case .daysAndTimeDuration(let duration): tagged("duration", duration.description)
    case .yearsAndMonthsDuration(let duration): tagged("duration", duration.description)
    case .list(let elements): .object([("list", .array(elements.map(json)))])
    case .context(let context):
      .object([("context", .object(context.entries.map { ($0.key, json($0.value)) }))])
    case .range: tagged("range", value.text)
    case .function: tagged("function", value.text)
    case .unknown: tagged("unknown", value.text)
    }
  }

  private static func tagged(_ tag: String, _ text: String) -> JSONValue {
    .object([(tag, .string(text))])
  }
}
