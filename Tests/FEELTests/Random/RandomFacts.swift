import FEEL
import FEELSyntax
import Quantities

/// What random expressions name: facts of all kinds, some of them not supplied or only in part.
struct RandomFacts {
  typealias Kind = RandomExpressions.Kind

  /// A value of which something may not be known.
  indirect enum Part {
    case known(Value)
    /// Not supplied; what it could be, if that is few.
    case open(Kind, alternatives: [Value]?)
    /// A number that is not supplied and lies between two ends.
    case between(NumberSpan, isNullable: Bool)
    /// A day that is not supplied and lies between two ends.
    case days(DaySpan)
    /// A list that is not supplied, with the fewest and the most elements and what each can be.
    case elements(ClosedRange<Int>, Part)
    case list([Part])
    case record([(String, Part)])
  }

  static let all: [(name: String, kind: Kind, isNullable: Bool)] = [
    ("n", .number, false), ("days worked", .number, false), ("b", .boolean, false),
    ("lives alone", .boolean, false), ("s", .string, false), ("d", .date, false),
    ("due date", .date, false), ("dd", .days, false), ("mm", .months, false),
    ("ns", .list(.number), false), ("bs", .list(.boolean), false), ("ss", .list(.string), false),
    ("ds", .list(.date), false), ("r", .record, false), ("rs", .list(.record), false),
    ("nullable number", .number, true), ("history", .number, false),
  ]

  /// The facts that can stand for a kind.
  static func names(of kind: Kind) -> [String] {
    all.filter { $0.kind.name == kind.name && !$0.isNullable }.map(\.name)
  }

  /// The names with their types.
  static let scope: Scope = {
    var scope = Scope()
    for (index, fact) in all.enumerated() {
      let type = fact.isNullable ? fact.kind.type.nullable : fact.kind.type
      scope.items[fact.name] = ItemSymbol(
        item: index, type: type, variesInTime: fact.name == "history")
    }
    return scope
  }()

  var parts: [Part]

  /// Facts of which so many in a hundred are not supplied.
  init(unknown percent: Int, _ random: inout RandomExpressions) {
    parts = Self.all.map { Self.part($0.kind, $0.isNullable, percent, &random) }
  }

  private static func part(
    _ kind: Kind, _ isNullable: Bool, _ percent: Int, _ random: inout RandomExpressions
  ) -> Part {
    if random.below(100) < percent {
      if random.below(2) == 0 {
        switch kind {
        case .number: return .between(span(&random), isNullable: isNullable)
        case .date: return .days(days(&random))
        case .list(let element):
          let fewest = random.pick([0, 0, 1, 2])
          return .elements(
            fewest...fewest + random.below(3), part(element, false, 60, &random))
        default: break
        }
      }
      guard random.below(3) == 0 || kind.name == "boolean" else {
        return .open(kind, alternatives: nil)
      }
      var alternatives =
        kind.name == "boolean"
        ? [Value.boolean(true), .boolean(false)]
        : (0..<2 + random.below(2)).map { _ in value(kind, &random) }
      if isNullable { alternatives.append(.null) }
      return .open(kind, alternatives: alternatives)
    }
    if isNullable, random.below(3) == 0 { return .known(.null) }
    switch kind {
    case .list(let element):
      return .list((0..<random.below(4)).map { _ in part(element, false, percent / 2, &random) })
    case .record:
      return .record(
        [("n", Kind.number), ("b", .boolean), ("d", .date)].map {
          ($0.0, part($0.1, false, percent / 2, &random))
        })
    default: return .known(value(kind, &random))
    }
  }

  private static func span(_ random: inout RandomExpressions) -> NumberSpan {
    let ends = ["-1", "0", "0.00", "1", "2.5", "12"].compactMap { Decimal128($0) }
    let low = random.below(4) == 0 ? nil : random.pick(ends)
    let high = random.below(2) == 0 ? nil : random.pick(ends)
    if let low, let high, high < low { return NumberSpan(low: high, high: low) }
    return NumberSpan(low: low, high: high)
  }

  private static func days(_ random: inout RandomExpressions) -> DaySpan {
    let ends = ["2025-12-01", "2025-12-31", "2026-01-31", "2026-02-28"].compactMap {
      CalendarDate($0)
    }
    let low = random.below(2) == 0 ? nil : random.pick(ends)
    let high = random.below(4) == 0 ? nil : random.pick(ends)
    if let low, let high, high < low { return DaySpan(low: high, high: low) }
    return DaySpan(low: low, high: high)
  }

  /// A day that lies in a span.
  private static func value(in span: DaySpan, _ random: inout RandomExpressions) -> Value {
    for _ in 0..<8 {
      guard case .date(let day) = value(.date, &random) else { continue }
      let isEarlyEnough = span.high.map { day <= $0 } ?? true
      if isEarlyEnough, span.low.map({ day >= $0 }) ?? true { return .date(day) }
    }
    return (span.low ?? span.high).map(Value.date) ?? .null
  }

  /// A number that lies in a span, most often one of its ends.
  private static func value(
    in span: NumberSpan, _ random: inout RandomExpressions
  ) -> Value {
    for _ in 0..<8 {
      guard case .number(let number) = value(.number, &random) else { continue }
      let isLowEnough = span.high.map { number <= $0 } ?? true
      if isLowEnough, span.low.map({ number >= $0 }) ?? true { return .number(number) }
    }
    return (span.low ?? span.high).map(Value.number) ?? .number(.zero)
  }

  private static func value(_ kind: Kind, _ random: inout RandomExpressions) -> Value {
    switch kind {
    case .number:
      let text = random.pick(["0", "1", "2", "3", "-1", "1.0", "0.5", "12", "99.95", "1e30"])
      return Decimal128(text).map(Value.number) ?? .null
    case .string: return .string(random.pick(["", "a", "ab", "low", "high", "残疾", "1", "a,b"]))
    case .boolean: return .boolean(random.below(2) == 0)
    case .date:
      let days = ["2026-01-31", "2024-02-29", "2025-12-01", "2026-02-28", "1999-12-31"]
      return CalendarDate(random.pick(days)).map(Value.date) ?? .null
    case .days: return .daysAndTimeDuration(DaysAndTimeDuration(days: random.below(60) - 20))
    case .months:
      return .yearsAndMonthsDuration(YearsAndMonthsDuration(months: random.below(40) - 10))
    case .list(let element):
      return .list((0..<random.below(4)).map { _ in value(element, &random) })
    case .record:
      return .context(
        ContextValue([
          ("n", value(.number, &random)), ("b", value(.boolean, &random)),
          ("d", value(.date, &random)),
        ]))
    }
  }

  // MARK: Values

  /// The values, unknown where something is not supplied.
  var partial: [Value] { parts.enumerated().map { Self.partial($0.element, item: $0.offset) } }

  private static func partial(_ part: Part, item: Int) -> Value {
    switch part {
    case .known(let value): value
    case .open(_, let alternatives):
      .unknown(Unknown(causes: [.init(item: item)], alternatives: alternatives))
    case .between(let span, let isNullable):
      .unknown(
        Unknown(
          causes: [.init(item: item)],
          extent: isNullable ? .orNull(.number(span)) : .number(span)))
    case .days(let span):
      .unknown(Unknown(causes: [.init(item: item)], extent: .day(span)))
    case .elements(let count, let each):
      .unknown(
        Unknown(
          causes: [.init(item: item)], extent: .list(count: count, each: partial(each, item: item)))
      )
    case .list(let elements): .list(elements.map { partial($0, item: item) })
    case .record(let entries):
      .context(ContextValue(entries.map { ($0.0, partial($0.1, item: item)) }))
    }
  }

  /// The values with everything supplied.
  func completed(_ random: inout RandomExpressions) -> [Value] {
    zip(parts, Self.all).map { Self.completed($0, $1.isNullable, &random) }
  }

  private static func completed(
    _ part: Part, _ isNullable: Bool, _ random: inout RandomExpressions
  ) -> Value {
    switch part {
    case .known(let value): value
    case .open(_, let alternatives?): random.pick(alternatives)
    case .between(let span, let isNullable):
      isNullable && random.below(3) == 0 ? .null : value(in: span, &random)
    case .days(let span): value(in: span, &random)
    case .elements(let count, let each):
      .list(
        (0..<random.pick(Array(count))).map { _ in completed(each, false, &random) })
    case .open(let kind, nil):
      isNullable && random.below(3) == 0 ? .null : value(kind, &random)
    case .list(let elements): .list(elements.map { completed($0, false, &random) })
    case .record(let entries):
      .context(ContextValue(entries.map { ($0.0, completed($0.1, false, &random)) }))
    }
  }
}

extension RandomExpressions.Kind {
  fileprivate var type: FEELType {
    switch self {
    case .number: .number
    case .string: .string
    case .boolean: .boolean
    case .date: .date
    case .days: .daysAndTimeDuration
    case .months: .yearsAndMonthsDuration
    case .record:
      .context([.init("n", .number), .init("b", .boolean), .init("d", .date)])
    case .list(let element): .list(element.type)
    }
  }
}
