/// What somebody probably meant who wrote a day otherwise than `2026-03-31`.
public enum WrittenDay: Sendable, Hashable {
  /// A day, in another spelling.
  case day(CalendarDate)
  /// A day that the calendar does not have.
  case noSuchDay(year: Int, month: Int, day: Int)
  /// A month without a day.
  case month(year: Int, month: Int)
  /// A day with a time.
  case time(CalendarDate?)
  /// Nothing that can be told.
  case unclear

  /// Reads year, month and day in this order with any signs between them, eight digits, a day or
  /// month before the year where only one order is possible, and the number that spreadsheets keep.
  public init(_ text: String) {
    let numbers = Self.numbers(in: Self.withDigits(text) ?? text)
    let values = numbers.compactMap { Int($0) }
    guard values.count == numbers.count else {
      self = .unclear
      return
    }
    switch numbers.map(\.count) {
    case [4, 1], [4, 2]: self = .month(year: values[0], month: values[1])
    case [4, 1, 1], [4, 1, 2], [4, 2, 1], [4, 2, 2]:
      self.init(year: values[0], month: values[1], day: values[2])
    case [1, 1, 4], [1, 2, 4], [2, 1, 4], [2, 2, 4]:
      self.init(year: values[2], either: values[0], or: values[1])
    case [8]:
      self.init(year: values[0] / 10_000, month: values[0] / 100 % 100, day: values[0] % 100)
    case [5] where text == numbers[0]: self = Self.fromSpreadsheet(values[0])
    case let counts where counts.count > 3 && counts[0] == 4:
      self = .time(CalendarDate(year: values[0], month: values[1], day: values[2]))
    default: self = .unclear
    }
  }

  /// The day that is most likely meant; nil if none can be told.
  ///
  /// Of a month it is the first day, and the last one of a month that is too short.
  public var nearest: CalendarDate? {
    switch self {
    case .day(let day): day
    case .time(let day): day
    case .month(let year, let month): CalendarDate(year: year, month: month, day: 1)
    case .noSuchDay(let year, let month, _):
      CalendarDate(year: year, month: month, day: 1)?.lastOfMonth
    case .unclear: nil
    }
  }

  private init(year: Int, month: Int, day: Int) {
    self =
      CalendarDate(year: year, month: month, day: day).map { .day($0) }
      ?? .noSuchDay(year: year, month: month, day: day)
  }

  /// A day and a month in an order that is not known.
  private init(year: Int, either first: Int, or second: Int) {
    switch (first <= 12, second <= 12) {
    case (true, false): self.init(year: year, month: first, day: second)
    case (false, true): self.init(year: year, month: second, day: first)
    case (true, true) where first == second: self.init(year: year, month: first, day: first)
    default: self = .unclear
    }
  }

  /// Days since the end of 1899, as spreadsheets count them, of the years 1982 to 2064.
  private static func fromSpreadsheet(_ number: Int) -> WrittenDay {
    guard (30_000...60_000).contains(number) else { return .unclear }
    let day = CalendarDate(year: 1899, month: 12, day: 30)?.adding(days: number)
    return day.map { .day($0) } ?? .unclear
  }

  /// `二〇二六年一月一日` with digits; nil if a text is written otherwise.
  private static func withDigits(_ text: String) -> String? {
    let pattern = /([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十廿]{1,3})[日号])?/
    guard let match = text.wholeMatch(of: pattern) else { return nil }
    let year = match.1.compactMap { digits[$0] }.map(String.init).joined()
    guard let month = belowHundred(match.2) else { return nil }
    guard let day = match.3 else { return "\(year)-\(month)" }
    return belowHundred(day).map { "\(year)-\(month)-\($0)" }
  }

  /// A number such as `十二` or `三十一`.
  private static func belowHundred(_ text: Substring) -> Int? {
    let parts = text.replacing("廿", with: "二十").split(
      separator: "十", omittingEmptySubsequences: false)
    let numbers = parts.map { $0.count == 1 ? $0.first.flatMap { digits[$0] } : nil }
    switch parts.count {
    case 1: return numbers[0]
    case 2:
      guard parts.allSatisfy({ $0.count < 2 }) else { return nil }
      return (numbers[0] ?? 1) * 10 + (numbers[1] ?? 0)
    default: return nil
    }
  }

  private static let digits: [Character: Int] = [
    "〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
    "九": 9,
  ]

  /// The runs of digits, full-width ones as their ASCII twins.
  private static func numbers(in text: String) -> [String] {
    var numbers: [String] = []
    var isOpen = false
    for scalar in text.unicodeScalars {
      let value = (0xFF10...0xFF19).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
      guard (0x30...0x39).contains(value), let digit = Unicode.Scalar(value) else {
        isOpen = false
        continue
      }
      if !isOpen { numbers.append("") }
      numbers[numbers.count - 1].unicodeScalars.append(digit)
      isOpen = true
    }
    return numbers
  }
}
