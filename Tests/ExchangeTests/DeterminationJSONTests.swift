@testable import Determinations
import Diagnostics
import Exchange
import FEEL
import FEELSyntax
@testable import PolicyModel
@testable import PolicySyntax
@testable import Quantities
import Testing

private let place = SourceRange(
  file: SourceFile(name: "rules/demo.yaml", text: "criteria:\n  a: b\n"), lowerBound: 12,
  upperBound: 16)

private func label(_ zh: String?, _ en: String?) -> Label { Label(zh: zh, en: en, at: place) }

private func cite(_ source: String, _ clause: String = "") -> Citation {
  Citation(source: Name(source, at: place), place: clause)
}

private func day(_ text: String) -> CalendarDate {
  CalendarDate(text) ?? CalendarDate(validYear: 1, month: 1, day: 1)
}

private func number(_ text: String) -> Value { .number(Decimal128(text) ?? .zero) }

private let perMonth = Unit.money(currency: "CNY", per: .month)

private let subsidy = BenefitResult(
  name: "subsidy", label: label("补贴", "Subsidy"), pays: .monthly, amount: Decimal128("1392.6"),
  unit: perMonth, sources: [cite("N-1")],
  parts: [
    BenefitPart(
      value: NamedValue(name: "pension part", value: number("954.93")), unit: perMonth,
      sources: [cite("N-1", "第二条")]),
    BenefitPart(value: NamedValue(name: "share", value: number("0.65")), unit: nil),
  ], offset: Decimal128("10"))

private func empty(_ outcome: Outcome) -> Determination {
  Determination(
    applicant: "BJ-2026-0017", policy: PolicyID("flexible-social-insurance-subsidy"),
    date: day("2026-06-01"), known: day("2026-06-02"), outcome: outcome)
}

/// A determination in which nothing is left out.
private let full: Determination = {
  var result = empty(.undetermined)
  result.pilot = Pilot(
    id: PilotID("beijing"), title: nil, region: "110000", parents: [], notice: nil)
  result.notBefore = day("2026-07-01")
  result.remark = Wording(en: "a remark", zh: "备注")
  result.criteria = [
    CriterionResult(
      name: "registered long enough", label: label("登记满规定天数", nil), result: .met,
      sources: [cite("L-9", "第二条")],
      facts: [
        NamedValue(name: "days registered", value: number("45")),
        NamedValue(name: "days registered", value: number("46")),
        NamedValue(name: "open", value: .unknown(Unknown(causes: []))),
        NamedValue(name: "none", value: .null),
      ], range: place),
    CriterionResult(
      name: "unmet", result: .unmet, unmet: label("未满 \"30\" 天", "fewer than 30"),
      metFrom: day("2026-07-01"), sources: [cite("L-3", "第五十二条"), cite("N-1")]),
    CriterionResult(name: "waiting", result: .notTested, waitsFor: ["work form"]),
  ]
  var unknown = subsidy
  unknown.amount = nil
  unknown.parts = []
  unknown.offset = nil
  unknown.waitsFor = ["pension paid"]
  result.benefits = [subsidy, unknown]
  result.term = TermResult(starts: day("2025-07-01"), ends: nil, months: 36)
  result.missing = [
    MissingFact(
      name: "work form", label: label("就业形式", nil), ask: label("以何种形式就业？", nil),
      choices: [
        TypeDescription.Choice(name: Name("platform", at: place), label: label("平台", nil))
      ], part: "kind", type: .string, neededBy: ["waiting"])
  ]
  let item = UnpublishedItem(name: "base", date: day("2026-07-01"), isLeftToPilots: true)
  result.unpublished = [item]
  result.provisional = [
    UnpublishedItem(
      name: "base", label: label("基数", nil), date: day("2026-07-01"), value: number("7162"),
      from: day("2025-07-01"), sources: [cite("R-BJ5")])
  ]
  result.refer = [ReasonResult(name: "open", why: label("未定", nil), holds: nil, range: place)]
  result.exempt = [ReasonResult(name: "small", holds: true, sources: [cite("L-3")])]
  result.assumes = [Assumption(name: "days", text: label("首日计入", nil), range: place)]
  result.assumed = [AssumedFact(name: "approval date", value: .date(day("2026-06-01")))]
  result.evidence = .quoted
  result.sources = [
    Source(
      id: "N-1", title: "办法", number: "财社〔2023〕181号", url: "https://example.cn/?a=1&b=2",
      evidence: .quoted, range: place)
  ]
  result.explanation = explanation
  return result
}()

private let explanation: Explanation = {
  var result = Explanation()
  result.short = [
    ShortLine(
      subject: .criteria(.met, [("a", nil), ("b", nil)]),
      facts: [NamedValue(name: "grants", value: .list([]))], sources: [cite("N-1")]),
    ShortLine(subject: .amount(subsidy)),
    ShortLine(subject: .reason(ReasonResult(name: "open"))),
    ShortLine(subject: .term(TermResult(starts: nil, ends: nil, months: nil))),
  ]
  result.facts = [
    NamedValue(
      name: "device",
      value: .context(
        ContextValue([("item", .string("轮椅")), ("price", .unknown(Unknown(causes: [])))])))
  ]
  let rule = DatedValueRule(
    value: number("7162"), text: "7162",
    window: Window(
      from: Located(day("2025-07-01"), at: place), until: nil,
      knownFrom: Located(day("2025-09-18"), at: place), at: place),
    sources: [cite("R-BJ5")], pilot: PilotID("beijing"), range: place)
  result.roots = [0, 1, 9]
  result.nodes = [
    ExplanationNode(name: "criterion", value: .boolean(true), origin: .root, children: [2, 3]),
    ExplanationNode(name: "benefit", value: number("1"), origin: .root, children: [3, 4, 5, 6, 7]),
    ExplanationNode(
      name: "certificate", label: label("残疾人证", nil), value: .string("1"),
      origin: .supplied(period: "2019-03-01.."), range: place),
    ExplanationNode(
      name: "part", value: number("954.93"), unit: perMonth,
      beforeRounding: number("954.9333"), day: day("2026-05-31"),
      origin: .expression(text: "round half up(a, 2)"), sources: [cite("N-1")],
      chain: [
        ChainLink(Origin(pilot: nil, range: place, sources: [], window: nil)),
        ChainLink(
          Origin(pilot: PilotID("beijing"), range: place, sources: [cite("R-BJ3")], window: nil)),
      ], range: place, children: [8]),
    ExplanationNode(name: "base", value: number("7162"), origin: .dated(rule, isProvisional: true)),
    ExplanationNode(
      name: "table", value: .unknown(Unknown(causes: [])),
      origin: .table(header: ["U", "a"], matched: [["1", "-"]], possible: [["2", "> 3"]])),
    ExplanationNode(
      name: "share", value: .null, origin: .exception("low income", label: nil, text: "0.6")),
    ExplanationNode(
      name: "skipped", origin: .notEvaluated(Wording(en: "not needed", zh: "不需要"))),
    ExplanationNode(name: "circle", value: .null, origin: .engine, children: [3]),
    ExplanationNode(name: "gap", origin: .unpublished, children: [99]),
  ]
  return result
}()

@Suite("determinations for programs")
struct DeterminationJSONTests {
  private let digest = RulesDigest(of: [])

  private func text(_ determination: Determination, explainsAll: Bool = false) -> String {
    DeterminationJSON(engine: "0.1.0", explainsAll: explainsAll)
      .value(of: determination, rules: digest).pretty + "\n"
  }

  @Test("a determination is written the same as before")
  func whole() throws {
    try Golden.expect(text(full, explainsAll: true), is: "determination-full.json")
    try Golden.expect(text(empty(.noRuleInForce)), is: "determination-empty.json")
    var parts = empty(.eligible)
    parts.parts = [
      Determination.Part(
        element: .context(ContextValue([("item", .string("普通轮椅"))])),
        determination: empty(.eligible))
    ]
    parts.total = [subsidy]
    try Golden.expect(text(parts), is: "determination-parts.json")
  }

  @Test("the tree is written only if it is asked for")
  func short() {
    #expect(!text(full).contains("\"tree\""))
    #expect(text(full, explainsAll: true).contains("\"see\": 3"))
  }

  @Test("the first keys are those of the published form, in its order")
  func keys() {
    guard
      case .object(let members) = DeterminationJSON(engine: "0.1.0").value(of: full, rules: digest)
    else {
      Issue.record("no object")
      return
    }
    let published = [
      "schema", "applicant", "policy", "pilot", "date", "month", "known", "outcome", "criteria",
      "benefits", "term", "missing", "unpublished", "provisional", "refer", "assumes", "evidence",
      "rules", "explanation",
    ]
    let keys = members.map(\.0)
    #expect(keys.filter(published.contains) == published)
    #expect(Set(keys).count == keys.count)
  }

  @Test(
    "an amount has the digits of its unit and is never rounded",
    arguments: [
      ("600", "600.00"), ("0.5", "0.50"), ("1392.630", "1392.63"), ("0.005", "0.005"),
      ("-12.5", "-12.50"),
    ])
  func amounts(_ amount: String, _ written: String) {
    var determination = empty(.eligible)
    var benefit = subsidy
    benefit.amount = Decimal128(amount)
    determination.benefits = [benefit]
    #expect(text(determination).contains("\"amount\": \"\(written)\""))
  }

  @Test("writing again gives the same bytes")
  func sameBytes() {
    let texts = (0..<20).map { _ in text(full, explainsAll: true) }
    #expect(Set(texts).count == 1)
  }
}
