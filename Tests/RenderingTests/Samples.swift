@testable import Determinations
import Diagnostics
import FEEL
import FEELSyntax
@testable import PolicyModel
@testable import PolicySyntax
@testable import Quantities
import Testing

/// A determination with the name of the file that shows it.
struct Sample: Sendable, CustomTestStringConvertible {
  let name: String
  let determination: Determination

  var testDescription: String { name }

  init(_ name: String, _ outcome: Outcome, _ fill: (inout Determination) -> Void) {
    var determination = Determination(
      applicant: "BJ-2026-0017", policy: PolicyID("flexible-social-insurance-subsidy"),
      title: label("灵活就业社会保险补贴", "Social-insurance subsidy for flexible workers"),
      pilot: beijing, date: day("2026-03-31"), known: day("2026-06-01"), outcome: outcome)
    determination.sources = [fund, law]
    determination.evidence = .secondary
    fill(&determination)
    self.name = name
    self.determination = determination
  }
}

let place = SourceRange(
  file: SourceFile(name: "rules/demo.yaml", text: "criteria:\n  a: b\n"), lowerBound: 12,
  upperBound: 16)

let beijing = Pilot(
  id: PilotID("beijing"), title: label("北京市", "Beijing"), region: "110000", parents: [],
  notice: nil)

let fund = Source(
  id: "N-1", title: "就业补助资金管理办法", number: "财社〔2023〕181号", url: nil,
  evidence: .secondary, range: place)

let law = Source(
  id: "L-3", title: "中华人民共和国就业促进法", number: "2015 修正", url: nil, evidence: .official,
  range: place)

let fiction = Source(
  id: "X-1", title: "直播就业试点", number: nil, url: nil, evidence: .illustrative, range: place)

func label(_ zh: String?, _ en: String?) -> Label { Label(zh: zh, en: en, at: place) }

func cite(_ source: String, _ clause: String = "") -> Citation {
  Citation(source: Name(source, at: place), place: clause)
}

func day(_ text: String) -> CalendarDate {
  CalendarDate(text) ?? CalendarDate(validYear: 1, month: 1, day: 1)
}

func number(_ text: String) -> Decimal128 { Decimal128(text) ?? .zero }

let perMonth = Unit.money(currency: "CNY", per: .month)
let once = Unit.money(currency: "CNY", per: nil)

func named(_ name: String, _ zh: String, _ en: String, _ value: Value) -> NamedValue {
  NamedValue(name: name, label: label(zh, en), value: value)
}

func criterion(
  _ name: String, _ zh: String, _ en: String, _ result: CriterionResult.Result,
  _ sources: [Citation] = [cite("N-1")], _ fill: (inout CriterionResult) -> Void = { _ in }
) -> CriterionResult {
  var criterion = CriterionResult(
    name: name, label: label(zh, en), result: result, sources: sources, range: place)
  fill(&criterion)
  return criterion
}

let recognised = criterion(
  "recognised", "申请时已认定为就业困难人员", "Recognised as having difficulty", .met,
  [cite("L-3", "第五十二条"), cite("N-1")])

func registered(_ result: CriterionResult.Result) -> CriterionResult {
  criterion(
    "registered long enough", "灵活就业登记满规定天数", "Registered for long enough", result,
    [cite("N-1", "第五条")])
}

let subsidy = BenefitResult(
  name: "subsidy", label: label("社会保险补贴", "Social-insurance subsidy"), pays: .monthly,
  amount: number("1392.63"), unit: perMonth, sources: [cite("N-1")],
  parts: [
    BenefitPart(
      value: named("pension part", "养老保险补贴", "Pension part", .number(number("954.93"))),
      unit: perMonth, sources: [cite("N-1", "第七条")]),
    BenefitPart(
      value: named(
        "share", "补贴比例", "Share subsidised",
        .number(number("0.6666666666666666666666666666666667"))),
      unit: nil, sources: [cite("L-9", "第二条")]),
  ])
