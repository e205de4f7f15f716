@testable import Determinations
import Diagnostics
import FEEL
import FEELSyntax
@testable import PolicyModel
@testable import PolicySyntax
import Quantities

private let grant = BenefitResult(
  name: "device grant", label: label("辅助器具补贴", "Device grant"), pays: .once,
  amount: number("600"), unit: once, sources: [cite("L-3", "第四十八条")])

private func device(_ item: String, _ price: String) -> Value {
  .context(
    ContextValue([
      ("item", .string(item)), ("price", .number(number(price))),
      ("accessories", .list([.string("坐垫"), .context(ContextValue([("level", .null)]))])),
    ]))
}

/// Determinations element by element, and ones with texts that are hard to set.
let partSamples: [Sample] = [
  Sample("parts", .eligible) {
    let first = Sample("", .eligible) { part in
      part.criteria = [criterion("listed", "列入目录", "In the catalogue", .met)]
      part.benefits = [grant]
      part.explanation.short = [ShortLine(subject: .amount(grant))]
    }
    let second = Sample("", .undetermined) { part in
      part.criteria = [criterion("listed", "列入目录", "In the catalogue", .unknown)]
      part.missing = [
        MissingFact(
          name: "device", label: label("器具", "Device"), part: "assessed level", type: .number,
          neededBy: ["listed"])
      ]
    }
    $0.parts = [
      Determination.Part(element: device("普通轮椅", "1500.00"), determination: first.determination),
      Determination.Part(element: device("助视器", "300.00"), determination: second.determination),
    ]
    $0.total = [grant]
  },
  Sample("parts-of-nothing", .ineligible) {
    $0.parts = []
    $0.remark = Wording(en: "nothing requested", zh: "没有申请任何项目")
  },
  Sample("long-texts", .ineligible) {
    let zh = String(repeating: "从事网络直播、电子商务和平台劳动的残疾人（含个体经营）", count: 8)
    let en = String(
      repeating: "a livestreamer, seller or platform worker (self-employed) ", count: 8)
    let word = String(repeating: "Donaudampfschifffahrt", count: 9)
    $0.title = label(zh, en)
    $0.applicant = String(repeating: "X", count: 200)
    $0.criteria = [
      criterion("long", zh, en, .unmet, Array(repeating: cite("L-3", "第五十二条"), count: 9)) {
        $0.unmet = label("\(word)，\(zh)", "\(word) \(en)")
        $0.facts = [named("a", "字段", "field", .string("\u{1B}[31mred\u{202E}\nnext\tline"))]
      },
      criterion("emoji", "👩‍🦽残疾人证🆔", "👩‍🦽 certificate 🆔", .met, []),
    ]
    $0.explanation.short = (0..<14).map { _ in
      ShortLine(subject: .criteria(.unmet, [("long", label(zh, en))]), sources: [cite("L-3")])
    }
  },
]
