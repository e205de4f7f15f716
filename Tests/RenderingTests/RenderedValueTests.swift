import Determinations
import Diagnostics
import FEEL
import Quantities
import Rendering
import Testing

@Suite("values as people read them")
struct RenderedValueTests {
  /// A value with what it is in English and in Chinese.
  struct Row: Sendable, CustomTestStringConvertible {
    let value: Value
    var unit: Unit?
    let en: String
    let zh: String

    var testDescription: String { en }
  }

  static let rows: [Row] = [
    Row(value: .null, en: "none", zh: "无"),
    Row(value: .unknown(Unknown(causes: [])), en: "unknown", zh: "未知"),
    Row(value: .boolean(true), en: "yes", zh: "是"),
    Row(value: .boolean(false), en: "no", zh: "否"),
    Row(value: .string(""), en: "(empty text)", zh: "（空文本）"),
    Row(value: .string("普通轮椅"), en: "普通轮椅", zh: "普通轮椅"),
    Row(value: .date(day("2026-03-31")), en: "2026-03-31", zh: "2026-03-31"),
    Row(value: .number(number("1.50")), en: "1.50", zh: "1.50"),
    Row(value: .number(number("-40")), en: "-40", zh: "-40"),
    Row(value: .number(number("0.66666666666666666667")), en: "0.6666666666…", zh: "0.6666666666…"),
    Row(value: .number(number("2.000000000000")), en: "2", zh: "2"),
    Row(value: .number(number("2.500000000000")), en: "2.5", zh: "2.5"),
    Row(
      value: .number(number("1392.6")), unit: perMonth, en: "CNY 1392.60 per month",
      zh: "1392.60 元/月"),
    Row(value: .number(number("600")), unit: once, en: "CNY 600.00", zh: "600.00 元"),
    Row(
      value: .number(number("0.005")), unit: once, en: "CNY 0.005", zh: "0.005 元"),
    Row(
      value: .number(number("12")), unit: .money(currency: "JPY", per: .year),
      en: "JPY 12 per year", zh: "12 JPY/年"),
    Row(value: .number(number("12")), unit: Unit.none, en: "12", zh: "12"),
    Row(
      value: .yearsAndMonthsDuration(YearsAndMonthsDuration(months: 14)),
      en: "1 year and 2 months", zh: "1 年 2 个月"),
    Row(
      value: .yearsAndMonthsDuration(YearsAndMonthsDuration(months: -24)), en: "-2 years",
      zh: "-2 年"),
    Row(value: .daysAndTimeDuration(DaysAndTimeDuration(days: 29)), en: "29 days", zh: "29 天"),
    Row(
      value: .daysAndTimeDuration(DaysAndTimeDuration(seconds: 90)), en: "PT1M30S", zh: "PT1M30S"),
    Row(value: .list([]), en: "(nothing listed)", zh: "（空）"),
    Row(
      value: .list([.boolean(true), .list([.null])]), en: "yes, (none)", zh: "是，（无）"),
    Row(
      value: .list(Array(repeating: .number(.one), count: 22)),
      en: String(repeating: "1, ", count: 20) + "and 2 more",
      zh: String(repeating: "1，", count: 20) + "另有 2 项"),
    Row(
      value: .context(ContextValue([("item", .string("a")), ("b", .list([]))])),
      en: "item a, b (nothing listed)", zh: "item a，b （空）"),
  ]

  @Test("a value reads well in both languages", arguments: rows)
  func value(_ row: Row) {
    #expect(RenderedValue(language: .english).text(of: row.value, unit: row.unit) == row.en)
    #expect(RenderedValue(language: .chinese).text(of: row.value, unit: row.unit) == row.zh)
  }

  @Test(
    "months one after another with the same amount are said at once, and of many the rest is counted"
  )
  func runsOfMonths() {
    var payment = ValueWords()
    payment.entries["month", default: ValueWords()].isMonth = true
    payment.entries["amount"] = ValueWords()
    var grant = ValueWords()
    grant.entries["paid"] = payment
    grant.entries["pilot", default: ValueWords()].choices = [
      "beijing": label("北京市", "Beijing")
    ]
    func value(_ months: [(String, String)]) -> Value {
      let paid = months.map { month, amount in
        Value.context(
          ContextValue([("month", .date(day(month + "-01"))), ("amount", .number(number(amount)))]))
      }
      return .list([
        .context(ContextValue([("pilot", .string("beijing")), ("paid", .list(paid))]))
      ])
    }
    let english = RenderedValue(language: .english)
    let chinese = RenderedValue(language: .chinese)
    let two = value([
      ("2024-11", "10"), ("2024-12", "10"), ("2025-01", "12.5"), ("2025-03", "12.5"),
    ])
    #expect(
      english.text(of: two, words: grant)
        == "(pilot Beijing, paid 2024-11..2024-12: 10, 2025-01: 12.5, 2025-03: 12.5)")
    #expect(
      chinese.text(of: two, words: grant)
        == "（pilot 北京市，paid 2024-11..2024-12：10、2025-01：12.5、2025-03：12.5）")
    let many = value(
      (0..<50).map { ("\(1970 + $0)-0\(1 + $0 % 2)", "\($0)") } + [
        ("2020-02", "49"), ("2020-03", "49"),
      ])
    #expect(english.text(of: many, words: grant).hasSuffix(": 19, and 32 more months)"))
  }

  @Test("a number that is close to nothing is not shown as nothing")
  func smallNumber() {
    let tiny = number("0.000000000000004")
    #expect(RenderedValue(language: .english).text(of: tiny) == "0.000000000000004")
  }
}
