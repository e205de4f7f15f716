import Diagnostics
import FEEL
import FEELSyntax
import PolicyModel
import Quantities

extension Binding {
  /// Reads what was granted before: `policy, pilot, approved, paid, item`.
  mutating func bind(grants supplied: SuppliedValue) {
    let entries: [SuppliedValue]
    switch supplied.content {
    case .list(let found): entries = found
    case .text(let text) where SuppliedValue.saysNone(text): entries = []
    default:
      diagnostics.append(FactMessages.grantsNoList(at: supplied.range))
      return
    }
    var grants: [Value] = []
    for entry in entries {
      guard case .record(let parts) = entry.content else {
        diagnostics.append(FactMessages.grantsNoList(at: entry.range))
        continue
      }
      if let grant = grant(parts) { grants.append(grant) }
    }
    bound.grants = grants
  }

  private mutating func grant(_ parts: [(key: Name, value: SuppliedValue)]) -> Value? {
    let item = policy.item(.grants) ?? 0
    guard case .list(.context(let fields)) = policy.items[item].type else { return nil }
    var grant = policy.recordNotKnown(fields) { .init(item: item, part: $0) }
    for (key, value) in parts {
      switch key.text {
      case "policy", "pilot", "item":
        guard case .text(let text) = value.content else {
          diagnostics.append(
            FactMessages.wrongShape(
              key.text, .string, of: policy, found: value.content, at: value.range))
          continue
        }
        let meant: String? =
          switch key.text {
          case "policy": name(text, .policy, at: value.range)
          case "pilot": name(text, .pilot, at: value.range)
          default: text
          }
        if let meant { grant[key.text] = .string(meant) }
      case "approved":
        guard case .text(let text) = value.content, let day = CalendarDate(text) else {
          diagnostics.append(FactMessages.wrongDate(at: value.range))
          continue
        }
        grant["approved"] = .date(day)
      case "paid":
        if let payments = payments(value) { grant["paid"] = .list(payments) }
      default:
        diagnostics.append(
          FactMessages.unknownEntry(
            key, of: "grants",
            nearest: nearest(
              to: key.text, among: ["policy", "pilot", "approved", "paid", "item"])))
      }
    }
    return .context(grant)
  }

  /// The most months of one grant: a thousand years.
  private static let mostPayments = 12_000

  /// Months with amounts, one payment for each month.
  private mutating func payments(_ supplied: SuppliedValue) -> [Value]? {
    guard case .record(let entries) = supplied.content else {
      diagnostics.append(FactMessages.paidNoMonths(at: supplied.range))
      return nil
    }
    var payments: [Value] = []
    let before = diagnostics.count
    for (key, value) in entries {
      let period = Period(key.text, lasts: false)
      if period?.from == nil { diagnostics.append(FactMessages.noPeriod(key, monthly: true)) }
      guard let amount = amount(value), let period, let from = period.from else { continue }
      var month = from
      let last = period.until ?? from
      while month <= last {
        guard payments.count < Self.mostPayments else {
          diagnostics.append(FactMessages.tooManyMonths(key, limit: Self.mostPayments))
          return nil
        }
        payments.append(
          .context(ContextValue([("month", .date(month)), ("amount", .number(amount))])))
        guard let next = month.adding(months: 1) else { break }
        month = next
      }
    }
    return diagnostics.count == before ? payments : nil
  }

  /// The amount paid in a month.
  private mutating func amount(_ supplied: SuppliedValue) -> Decimal128? {
    guard case .text(let text) = supplied.content else {
      diagnostics.append(
        FactMessages.wrongShape(
          "paid", .number, of: policy, found: supplied.content, at: supplied.range))
      return nil
    }
    guard let amount = Decimal128(text) else {
      diagnostics.append(FactMessages.noNumber("paid", text, at: supplied.range))
      return nil
    }
    guard Decimal128.isExact(text) else {
      diagnostics.append(FactMessages.inexact("paid", text, at: supplied.range))
      return nil
    }
    return amount
  }
}

/// The days that a key of a dated fact stands for.
struct Period {
  let from: CalendarDate?
  let until: CalendarDate?

  /// `2025-07`, `2025-07..2026-06`, and for states that last `2026-05-20` and
  /// `2026-05-20..2026-07-01`; a day alone begins a state that lasts until the next.
  init?(_ text: String, lasts: Bool) {
    guard let dots = Self.dots(in: text) else {
      guard let first = Self.day(text) else { return nil }
      if !lasts, !first.isMonth { return nil }
      from = first.day
      until = lasts ? nil : first.day.lastOfMonth
      return
    }
    guard let first = Self.day(String(text[..<dots.lowerBound])),
      let last = Self.day(String(text[dots.upperBound...]))
    else { return nil }
    if !lasts, !first.isMonth || !last.isMonth { return nil }
    from = first.day
    let end = last.isMonth ? last.day.lastOfMonth : last.day
    guard first.day <= end else { return nil }
    until = end
  }

  /// The first two points that stand together; found by bytes, since a claim has many months.
  private static func dots(in text: String) -> Range<String.Index>? {
    let point = UInt8(ascii: ".")
    let bytes = text.utf8
    guard let first = bytes.firstIndex(of: point) else { return nil }
    let second = bytes.index(after: first)
    guard second < bytes.endIndex, bytes[second] == point else { return nil }
    return first..<bytes.index(after: second)
  }

  private static func day(_ text: String) -> (day: CalendarDate, isMonth: Bool)? {
    if let day = CalendarDate(text) { return (day, false) }
    return CalendarDate(text + "-01").map { ($0, true) }
  }
}
