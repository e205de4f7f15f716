public import Determinations
public import Diagnostics
public import FEEL
internal import PolicySyntax
public import Quantities

/// Values as people read them, in their language.
public struct RenderedValue: Sendable {
  /// The language.
  public let language: Language

  /// Values in a language.
  public init(language: Language) { self.language = language }

  /// The most digits behind the point that are shown of a pure number.
  private static let mostDigits = 10
  /// The most elements of a list that are shown.
  var mostElements = 20
  /// The most entries of a record that are shown.
  private static let mostEntries = 20

  /// A value; of money the amount with its unit, of choices and the entries of records what they are
  /// called.
  public func text(of value: Value, unit: Unit? = nil, words: ValueWords? = nil) -> String {
    let unit = unit ?? words?.unit
    return switch value {
    case .null: Phrases.none.text(in: language)
    case .unknown: Phrases.unknown.text(in: language)
    case .boolean(let value): (value ? Phrases.yes : Phrases.no).text(in: language)
    case .number(let number):
      if let unit, unit.scale != nil { text(of: number, unit: unit) } else { text(of: number) }
    case .string(""): Phrases.emptyText.text(in: language)
    case .string(let text): words?.choices[text]?.text(in: language) ?? text
    case .date(let date): words?.isMonth == true ? month(of: date) : date.description
    case .time(let time): time.description
    case .dateAndTime(let moment): "\(moment.date) \(moment.time)"
    case .daysAndTimeDuration(let duration): text(of: duration)
    case .yearsAndMonthsDuration(let duration): text(of: duration)
    case .list(let elements): text(of: elements, unit: unit, words)
    case .context(let context): text(of: context, words)
    case .range, .function: value.text
    }
  }

  /// An amount with its unit, such as `1392.63 元/月` or `CNY 1392.63 per month`.
  public func text(of amount: Decimal128, unit: Unit) -> String {
    guard case .money(let currency, let period) = unit else { return text(of: amount) }
    return Phrases.amount(digits(of: amount, unit: unit), currency: currency, per: period)
      .text(in: language)
  }

  /// A pure number; of one with many digits the first, ended by `…`.
  public func text(of number: Decimal128) -> String {
    guard number.scale > Self.mostDigits else { return number.description }
    let reduced = number.reduced
    guard reduced.scale > Self.mostDigits,
      let cut = number.rounded(toScale: Self.mostDigits, .down)
    else { return reduced.rounded(toScale: 0, .down) == reduced ? whole(reduced) : "\(reduced)" }
    return cut.isZero ? number.description : "\(cut)…"
  }

  /// The month of a day: `2026-03`.
  public func month(of day: CalendarDate) -> String { String(day.description.dropLast(3)) }

  /// The digits of an amount, as many behind the point as the unit has, or all if it has more.
  private func digits(of amount: Decimal128, unit: Unit) -> String {
    guard let scale = unit.scale, let rounded = amount.rounded(toScale: scale, .halfUp) else {
      return amount.description
    }
    return rounded == amount ? amount.formatted(scale: scale) : text(of: amount)
  }

  private func whole(_ number: Decimal128) -> String { number.formatted(scale: 0) }

  private func text(of duration: YearsAndMonthsDuration) -> String {
    let size = duration.magnitude
    let text = Phrases.duration(years: size.years, months: size.monthsOfYear).text(in: language)
    return duration.months < 0 ? "-" + text : text
  }

  private func text(of duration: DaysAndTimeDuration) -> String {
    let isWhole = duration == DaysAndTimeDuration(days: duration.days)
    return isWhole ? Phrases.days(duration.days).text(in: language) : duration.description
  }

  private func text(of elements: [Value], unit: Unit?, _ words: ValueWords?) -> String {
    guard !elements.isEmpty else { return Phrases.emptyList.text(in: language) }
    if let runs = MonthRun.runs(of: elements, words) { return text(of: runs) }
    let shown = elements.prefix(mostElements).map { element in
      let text = text(of: element, unit: unit, words: words)
      return element.isLeaf ? text : Phrases.parenthesized(text).text(in: language)
    }
    return joined(shown, of: elements.count)
  }

  /// Months with what each of them has, such as `2022-07..2025-06: 1254.68`.
  private func text(of runs: [MonthRun]) -> String {
    var shown = runs.prefix(mostElements).map { run in
      let months =
        run.first == run.last
        ? month(of: run.first) : "\(month(of: run.first))..\(month(of: run.last))"
      return months + Phrases.colon.text(in: language) + text(of: run.value, words: run.words)
    }
    let rest = runs.dropFirst(mostElements).reduce(0) { $0 + $1.count }
    if rest > 0 { shown.append(Phrases.moreMonths(rest).text(in: language)) }
    return shown.joined(separator: Phrases.enumeration.text(in: language))
  }

  private func text(of context: ContextValue, _ words: ValueWords?) -> String {
    guard context.count > 0 else { return Phrases.emptyList.text(in: language) }
    let shown = context.entries.prefix(Self.mostEntries).map { key, value in
      let entry = words?.entries[key]
      let name = entry?.label?.text(in: language) ?? key
      let text = text(of: value, words: entry)
      guard !value.isLeaf, MonthRun.runs(of: value.list ?? [], entry) == nil else {
        return "\(name) \(text)"
      }
      return name + Phrases.bracketed(text).text(in: language)
    }
    return joined(shown, of: context.count)
  }

  private func joined(_ parts: [String], of count: Int) -> String {
    let more = count > parts.count ? [Phrases.more(count - parts.count).text(in: language)] : []
    return (parts + more).joined(separator: Phrases.comma.text(in: language))
  }
}

extension Value {
  /// Whether nothing stands within it.
  fileprivate var isLeaf: Bool {
    switch self {
    case .list(let elements): elements.isEmpty
    case .context(let context): context.count == 0
    default: true
    }
  }

  fileprivate var list: [Value]? { if case .list(let elements) = self { elements } else { nil } }
}
