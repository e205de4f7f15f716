@testable import Determinations
import Diagnostics
import FEEL
import FEELSyntax
@testable import PolicyModel
@testable import PolicySyntax
import Quantities

/// A determination for each outcome and for each thing that goes with it.
let outcomeSamples: [Sample] = [
  Sample("eligible", .eligible) {
    $0.criteria = [recognised, registered(.met)]
    $0.benefits = [subsidy]
    $0.term = TermResult(starts: day("2025-07-01"), ends: day("2028-06-01"), months: 36)
    $0.assumes = [
      Assumption(
        name: "registered", text: label("登记当日计为第一天", "The day of registration counts"),
        range: place)
    ]
    $0.assumed = [
      AssumedFact(
        name: "approval date", label: label("核定日期", "Approval date"),
        value: .date(day("2026-03-31")))
    ]
    $0.explanation.short = [
      ShortLine(
        subject: .criteria(
          .met, ["a", "b", "c", "d", "e"].map { (name: $0, label: nil) }),
        facts: [named("registration date", "登记日期", "Registered on", .date(day("2025-04-01")))]),
      ShortLine(
        subject: .amount(subsidy),
        facts: [named("pension paid", "实缴养老保险费", "Pension paid", .number(number("1432.40")))],
        sources: [cite("N-1")]),
      ShortLine(
        subject: .term(
          TermResult(starts: day("2025-07-01"), ends: day("2028-06-01"), months: 36))),
    ]
  },
  Sample("eligible-amount-unknown", .eligible) {
    var unknown = subsidy
    unknown.amount = nil
    unknown.parts = []
    unknown.waitsFor = ["pension paid"]
    var other = subsidy
    other.name = "grant"
    other.label = label("一次性补贴", "Grant")
    other.pays = .once
    other.unit = once
    other.parts = []
    other.amount = number("600")
    other.offset = number("50.5")
    $0.criteria = [recognised]
    $0.benefits = [unknown, other]
    $0.missing = [
      MissingFact(
        name: "pension paid", label: label("实缴养老保险费", "Pension paid"),
        ask: label("该月实际缴纳的养老保险费是多少元？", nil), type: .number(perMonth),
        neededBy: ["subsidy"])
    ]
  },
  Sample("ineligible", .ineligible) {
    $0.criteria = [
      criterion("no employer", "无劳动合同", "No labour contract", .unmet) {
        $0.unmet = label("已与单位订立劳动合同", "Has a labour contract")
        $0.facts = [named("contract", "劳动合同", "Contract", .boolean(true))]
      },
      registered(.notTested),
      criterion("waived one", "免除的条件", "A waived criterion", .waived, []),
    ]
    $0.explanation.short = [
      ShortLine(
        subject: .criteria(.unmet, [("no employer", label("无劳动合同", "No labour contract"))]),
        facts: [
          NamedValue(
            name: "work form", label: label("就业形式", "Form of work"),
            value: .string("self-employed"), valueLabel: label("个体经营", "Self-employed"))
        ], sources: [cite("N-1")])
    ]
  },
  Sample("not-yet", .notYet) {
    $0.notBefore = day("2026-04-01")
    $0.criteria = [
      recognised,
      criterion("registered long enough", "登记满规定天数", "Registered for long enough", .unmet) {
        $0.unmet = label("登记 4 天，未满 30 天", "registered for 4 days, fewer than 30")
        $0.metFrom = day("2026-04-01")
      },
      criterion("useful life over", "使用年限已满", "The useful life is over", .unmet, []) {
        $0.unmet = label("2026-04-01 起可再申请", "within its useful life until 2026-04-01")
        $0.metFrom = day("2026-04-01")
      },
    ]
  },
  Sample("undetermined", .undetermined) {
    $0.notBefore = day("2026-04-01")
    $0.criteria = [
      recognised,
      criterion("flexible work", "属于灵活就业", "The work is flexible work", .unknown) {
        $0.waitsFor = ["work form"]
        $0.facts = [named("age", "年龄", "Age", .number(number("57")))]
      },
    ]
    $0.missing = [
      MissingFact(
        name: "work form", label: label("就业形式", "Form of work"),
        ask: label("以何种形式就业？", "What is the form of work?"),
        choices: [
          TypeDescription.Choice(
            name: Name("self-employed", at: place), label: label("个体经营", "Self-employed")),
          TypeDescription.Choice(name: Name("platform", at: place)),
        ], type: .string, neededBy: ["flexible work"]),
      MissingFact(
        name: "student", label: label("在校学生", "Student"), type: .boolean, neededBy: []),
      MissingFact(
        name: "requested devices", label: label("申请的器具", "Devices"), part: "price",
        type: .number(once), neededBy: ["grant"]),
    ]
    $0.refer = [
      ReasonResult(name: "expired", why: label("证件可能到期", "The certificate may have expired")),
      ReasonResult(name: "past", why: label("不成立", "does not hold"), holds: false),
    ]
  },
  Sample("undetermined-place", .undetermined) {
    $0.pilot = nil
    $0.sources = []
    $0.evidence = nil
    $0.missing = [
      MissingFact(
        name: "registration region", label: label("就业登记地", "Registration region"),
        type: .string, neededBy: ["region"])
    ]
  },
  Sample("refer", .refer) {
    $0.criteria = [recognised]
    $0.refer = [
      ReasonResult(
        name: "work form open", label: label("就业形式未定", "Form of work open"),
        why: label("没有文件写明该就业形式是否属于灵活就业", "no text says whether it is flexible work"),
        holds: true, sources: [cite("N-1", "第八条")], range: place)
    ]
    $0.explanation.short = [
      ShortLine(subject: .reason($0.refer[0]), sources: [cite("N-1", "第八条")])
    ]
  },
  Sample("no-rule-in-force", .noRuleInForce) {
    $0.title = nil
    $0.pilot = nil
    $0.sources = []
    $0.evidence = nil
  },
  Sample("payable", .payable) {
    $0.benefits = [subsidy]
    $0.unpublished = [
      UnpublishedItem(
        name: "base", label: label("缴费基数下限", "Floor of the base"), date: day("2026-07-01")),
      UnpublishedItem(
        name: "days", label: label("最少登记天数", "Days required"), date: day("2026-07-01"),
        isLeftToPilots: true),
    ]
    $0.provisional = [
      UnpublishedItem(
        name: "medical", label: label("医疗保险定额", "Medical contribution"),
        date: day("2026-07-01"), value: .number(number("584.92")), from: day("2025-07-01"),
        sources: [cite("N-1")])
    ]
  },
  Sample("exempt", .exempt) {
    $0.exempt = [
      ReasonResult(
        name: "small", label: label("小微企业", "Small employer"),
        why: label("三十人以下的企业暂免", "Employers of up to thirty are exempt"), holds: true,
        sources: [cite("L-3")], range: place)
    ]
  },
  Sample("illustrative", .eligible) {
    $0.pilot = Pilot(
      id: PilotID("demo"), title: label("直播就业试点", "Livestream pilot"), region: "990000",
      parents: [], notice: label("没有这样的地方；所有数字均为虚构", "No such place; all figures are invented"))
    $0.criteria = [criterion("streams", "直播时长", "Streams enough", .met, [cite("X-1")])]
    $0.benefits = [subsidy]
    $0.sources = [fund, fiction]
    $0.evidence = .illustrative
  },
]
