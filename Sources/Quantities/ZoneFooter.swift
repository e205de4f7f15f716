/// The rule at the end of a zone file, as POSIX writes it: `CET-1CEST,M3.5.0,M10.5.0/3`.
struct ZoneFooter: Sendable, Equatable {
  /// Summer time: its offset and the days it begins and ends, each by the clock until then.
  private struct Summer: Sendable, Equatable {
    let offset: Int
    let start: ChangeDay
    let end: ChangeDay
  }

  private let winterOffset: Int
  private let summer: Summer?

  /// The smaller offset: Dublin's rule calls the summer the standard and winter the exception.
  var standardOffset: Int { min(winterOffset, summer?.offset ?? winterOffset) }

  init?(_ text: some StringProtocol) {
    var reader = TextReader(text)
    guard ZoneFooter.skipName(&reader), let offset = ZoneFooter.readOffset(&reader) else {
      return nil
    }
    winterOffset = -offset
    guard !reader.isAtEnd else {
      summer = nil
      return
    }
    guard ZoneFooter.skipName(&reader) else { return nil }
    var summerOffset = -offset + 3600
    if reader.next != UInt8(ascii: ",") {
      guard let written = ZoneFooter.readOffset(&reader) else { return nil }
      summerOffset = -written
    }
    guard reader.take(","), let start = ChangeDay(&reader),
      reader.take(","), let end = ChangeDay(&reader), reader.isAtEnd
    else { return nil }
    summer = Summer(offset: summerOffset, start: start, end: end)
  }

  func offset(atInstant seconds: Int) -> Int {
    guard let summer else { return winterOffset }
    let (days, _) = (seconds + winterOffset).flooredDivision(by: 86_400)
    guard let year = CalendarDate(dayNumber: days)?.year else { return winterOffset }
    let start = summer.start.localSeconds(inYear: year) - winterOffset
    let end = summer.end.localSeconds(inYear: year) - summer.offset
    // South of the equator summer spans the turn of the year.
    let isSummer =
      start < end ? start <= seconds && seconds < end : seconds >= start || seconds < end
    return isSummer ? summer.offset : winterOffset
  }

  /// Steps over an abbreviation: letters, or anything between angle brackets.
  private static func skipName(_ reader: inout TextReader) -> Bool {
    if reader.take("<") {
      while !reader.isAtEnd, reader.next != UInt8(ascii: ">") { reader.skip() }
      return reader.take(">")
    }
    var count = 0
    while UInt8(ascii: "A")...UInt8(ascii: "Z") ~= reader.next & 0xDF {
      reader.skip()
      count += 1
    }
    return count >= 3
  }

  /// A signed time, `[+-]h[:mm[:ss]]`, in seconds; up to 167 hours.
  fileprivate static func readOffset(_ reader: inout TextReader) -> Int? {
    let isNegative = reader.take("-")
    if !isNegative { _ = reader.take("+") }
    guard let (hours, _) = reader.number(), hours <= 167 else { return nil }
    var seconds = hours * 3600
    for unit in [60, 1] where reader.take(":") {
      guard let field = reader.number(digits: 2) else { return nil }
      seconds += field * unit
    }
    return isNegative ? -seconds : seconds
  }
}

/// A day of every year and the time on it at which clocks are changed.
private struct ChangeDay: Sendable, Equatable {
  private enum Day: Equatable {
    /// The nth (5: last) weekday, 0 for Sunday, of a month.
    case weekday(month: Int, week: Int, weekday: Int)
    /// Day 1...365, 29 February never counted.
    case dayWithoutLeap(Int)
    /// Day 0...365, 29 February counted.
    case day(Int)
  }

  private let day: Day
  private let time: Int

  init?(_ reader: inout TextReader) {
    if reader.take("M") {
      guard let (month, _) = reader.number(), 1...12 ~= month, reader.take("."),
        let (week, _) = reader.number(), 1...5 ~= week, reader.take("."),
        let (weekday, _) = reader.number(), 0...6 ~= weekday
      else { return nil }
      day = .weekday(month: month, week: week, weekday: weekday)
    } else if reader.take("J") {
      guard let (number, _) = reader.number(), 1...365 ~= number else { return nil }
      day = .dayWithoutLeap(number)
    } else {
      guard let (number, _) = reader.number(), 0...365 ~= number else { return nil }
      day = .day(number)
    }
    guard reader.take("/") else {
      time = 2 * 3600
      return
    }
    guard let written = ZoneFooter.readOffset(&reader) else { return nil }
    time = written
  }

  /// When it falls in a year, in seconds since 1970 by the local clock.
  func localSeconds(inYear year: Int) -> Int { dayNumber(inYear: year) * 86_400 + time }

  private func dayNumber(inYear year: Int) -> Int {
    let newYear = CalendarDate(validYear: year, month: 1, day: 1).dayNumber
    switch day {
    case .day(let number): return newYear + number
    case .dayWithoutLeap(let number):
      return newYear + number - (number >= 60 && CalendarDate.isLeap(year) ? 0 : 1)
    case .weekday(let month, let week, let weekday):
      let first = CalendarDate(validYear: year, month: month, day: 1)
      let toWeekday = (weekday - first.weekday % 7 + 7) % 7
      let offset = toWeekday + (week - 1) * 7
      let count = CalendarDate.dayCount(ofMonth: month, year: year)
      return first.dayNumber + (offset < count ? offset : offset - 7)
    }
  }
}
