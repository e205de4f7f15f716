import FEEL
import Quantities

/// A value of an ordered kind, ready to be compared.
enum Point: Comparable, Hashable, Sendable {
  case number(Decimal128)
  /// A day by its number, or months.
  case whole(Int)
  /// A days and time duration.
  case nanoseconds(Int128)

  static func < (left: Point, right: Point) -> Bool {
    switch (left, right) {
    case (.number(let left), .number(let right)): left < right
    case (.whole(let left), .whole(let right)): left < right
    case (.nanoseconds(let left), .nanoseconds(let right)): left < right
    default: false
    }
  }
}

/// A place between two values: directly before or directly behind a point.
struct Cut: Comparable, Hashable, Sendable {
  let point: Point
  let isBehind: Bool

  static func < (left: Cut, right: Cut) -> Bool {
    if left.point != right.point { return left.point < right.point }
    return !left.isBehind && right.isBehind
  }
}

/// Values between two cuts; a missing one is no limit.
struct Stretch: Hashable, Sendable {
  let low: Cut?
  let high: Cut?

  static let all = Stretch(low: nil, high: nil)
}

/// A kind of values in order, some of which come in steps.
enum OrderedKind: Hashable {
  /// Numbers; those that come in steps have that many digits after the point at most.
  case number(digits: Int?)
  case date
  case months
  case duration

  /// The kind of a type's values; nil if they are not looked at in order.
  init?(_ type: FEELType) {
    switch type.nonNull {
    case .number: self = .number(digits: nil)
    case .date: self = .date
    case .yearsAndMonthsDuration: self = .months
    case .daysAndTimeDuration: self = .duration
    default: return nil
    }
  }

  /// The point of a value; nil if it is of another kind.
  func point(_ value: Value) -> Point? {
    switch (self, value) {
    case (.number, .number(let number)): .number(number)
    case (.date, .date(let date)): .whole(date.dayNumber)
    case (.months, .yearsAndMonthsDuration(let months)): .whole(months.months)
    case (.duration, .daysAndTimeDuration(let duration)): .nanoseconds(duration.nanoseconds)
    default: nil
    }
  }

  /// The value at a point; nil if there is none, as beyond the last day.
  func value(_ point: Point) -> Value? {
    switch (self, point) {
    case (.number, .number(let number)): .number(number)
    case (.date, .whole(let day)): CalendarDate(dayNumber: day).map(Value.date)
    case (.months, .whole(let months)):
      .yearsAndMonthsDuration(YearsAndMonthsDuration(months: months))
    case (.duration, .nanoseconds(let nanoseconds)):
      DaysAndTimeDuration(nanoseconds: nanoseconds).map(Value.daysAndTimeDuration)
    default: nil
    }
  }

  /// The cut before a point.
  ///
  /// Where values come in steps, all cuts stand before one of them, so that
  /// two cuts with no value between them are one.
  func before(_ point: Point) -> Cut {
    if case .number(let number) = point, case .number(let digits?) = self,
      let up = number.rounded(toScale: digits, .ceiling)
    {
      return Cut(point: .number(up), isBehind: false)
    }
    return Cut(point: point, isBehind: false)
  }

  /// The cut behind a point.
  func behind(_ point: Point) -> Cut {
    switch (self, point) {
    case (.number(let digits?), .number(let number)):
      if let down = number.rounded(toScale: digits, .floor),
        let step = Decimal128("1e-\(digits)"), let next = down.adding(step)
      {
        return Cut(point: .number(next), isBehind: false)
      }
      return Cut(point: point, isBehind: true)
    case (.date, .whole(let day)), (.months, .whole(let day)):
      let (next, isBeyond) = day.addingReportingOverflow(1)
      return isBeyond
        ? Cut(point: point, isBehind: true) : Cut(point: .whole(next), isBehind: false)
    default: return Cut(point: point, isBehind: true)
    }
  }

  /// A plain value between two cuts, a round one if there is one; nil if there is none.
  func example(in stretch: Stretch) -> Value? {
    let found: Point? =
      switch self {
      case .number(let digits): number(in: stretch, digits: digits).map(Point.number)
      case .date: whole(in: stretch, default: 20_454).map(Point.whole)
      case .months: whole(in: stretch, default: 0).map(Point.whole)
      case .duration: nanoseconds(in: stretch).map(Point.nanoseconds)
      }
    return found.flatMap(value)
  }

  /// Whether a point lies in a stretch.
  static func contains(_ stretch: Stretch, _ point: Point) -> Bool {
    if let low = stretch.low, point < low.point || (point == low.point && low.isBehind) {
      return false
    }
    if let high = stretch.high, high.point < point || (point == high.point && !high.isBehind) {
      return false
    }
    return true
  }

  private func number(in stretch: Stretch, digits: Int?) -> Decimal128? {
    func fits(_ number: Decimal128) -> Bool { Self.contains(stretch, .number(number)) }
    switch (stretch.low?.point, stretch.high?.point) {
    case (.number(let low)?, let high):
      if fits(low) { return low.reduced }
      if let next = low.rounded(toScale: 0, .floor)?.adding(.one), fits(next) { return next }
      guard case .number(let high)? = high else { return low.adding(.one) }
      // Between two neighbours of a few digits there is one with a digit more.
      for scale in 1...40 {
        if let step = Decimal128("1e-\(scale)"), let down = low.rounded(toScale: scale, .floor),
          let next = down.adding(step), fits(next)
        {
          return next.reduced
        }
      }
      return low.adding(high).flatMap { $0.divided(by: Decimal128(2)) }
    case (_, .number(let high)?):
      if fits(.zero) { return .zero }
      if let last = high.rounded(toScale: 0, .ceiling)?.subtracting(.one), fits(last) {
        return last
      }
      return fits(high) ? high.reduced : high.subtracting(.one)
    default: return .zero
    }
  }

  private func whole(in stretch: Stretch, default usual: Int) -> Int? {
    switch (stretch.low?.point, stretch.high?.point) {
    case (.whole(let low)?, _): low
    case (_, .whole(let high)?): high.subtractingReportingOverflow(1).partialValue
    default: usual
    }
  }

  private func nanoseconds(in stretch: Stretch) -> Int128? {
    let day = DaysAndTimeDuration(days: 1).nanoseconds
    func fits(_ candidate: Int128) -> Bool { Self.contains(stretch, .nanoseconds(candidate)) }
    switch (stretch.low?.point, stretch.high?.point) {
    case (.nanoseconds(let low)?, _):
      let candidates = [low, (low / day + 1) * day, low + day / 24, low + 1_000_000_000, low + 1]
      return candidates.first(where: fits)
    case (_, .nanoseconds(let high)?):
      return [0, high - day, high].first(where: fits)
    default: return 0
    }
  }
}
