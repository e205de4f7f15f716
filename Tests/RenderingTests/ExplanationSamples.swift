@testable import Determinations
import Diagnostics
import FEEL
import FEELSyntax
@testable import PolicyModel
@testable import PolicySyntax
import Quantities

private func node(
  _ name: String, _ zh: String?, _ en: String?, _ value: Value?, _ origin: ExplanationNode.Origin,
  _ children: [Int] = [], _ fill: (inout ExplanationNode) -> Void = { _ in }
) -> ExplanationNode {
  var node = ExplanationNode(
    name: name, label: zh.map { label($0, en) }, value: value, origin: origin)
  node.children = children
  fill(&node)
  return node
}

private let dated = DatedValueRule(
  value: .number(number("7162")), text: "7162",
  window: Window(
    from: Located(day("2025-07-01"), at: place), until: Located(day("2026-06-30"), at: place),
    knownFrom: Located(day("2025-09-18"), at: place), at: place),
  sources: [cite("N-1", "第二条")], pilot: PilotID("beijing"), range: place)

/// A determination whose explanation has a node of every origin.
let explanationSamples: [Sample] = [
  Sample("explained", .eligible) {
    $0.criteria = [recognised]
    $0.benefits = [subsidy]
    $0.explanation.roots = [0, 2]
    $0.explanation.nodes = [
      node("recognised", nil, nil, .boolean(true), .root, [1, 9, 10]),
      node(
        "certificate", "残疾人证", "Certificate", .string("11010019680515999043"),
        .supplied(period: "2019-03-01..")),
      node("subsidy", nil, nil, .number(number("1392.63")), .root, [3]),
      node(
        "pension part", "养老保险补贴", "Pension part", .number(number("954.93")),
        .expression(text: "round half up(\n  subsidy share * pension paid, 2)"), [4, 5, 6, 7, 8]
      ) {
        $0.unit = perMonth
        $0.beforeRounding = .number(number("954.9333333333333333333333333333333"))
        $0.sources = [cite("N-1", "第七条")]
        $0.chain = [
          ChainLink(Origin(pilot: nil, range: place, sources: [], window: nil)),
          ChainLink(Origin(pilot: PilotID("beijing"), range: place, sources: [], window: nil)),
        ]
      },
      node(
        "base", "缴费基数下限", "Floor of the base", .number(number("7162")),
        .dated(dated, isProvisional: true)
      ) {
        $0.unit = perMonth
        $0.day = day("2026-07-31")
      },
      node(
        "work", "就业形式认定", "Recognition", .string("recognised"),
        .table(
          header: ["U", "work form", "recognised work"],
          matched: [["1", "\"自主直播\", \"平台\"", "\"recognised\""]],
          possible: [["2", "-", "\"open\""], ["3", "\"employee\"", "\"not recognised\""]]), [1]),
      node(
        "wide", "宽表", "A wide table", .number(number("0.65")),
        .table(
          header: ["U", "disability grade", "household is low income", "a longer input", "ratio"],
          matched: [["2", "3", "true", String(repeating: "\"very long\", ", count: 6), "0.65"]],
          possible: [])),
      node(
        "share", "比例", "Share", .number(number("0.6")),
        .exception("low income", label: nil, text: "0.6"), [3]),
      node("months", "月数", "Months", nil, .notEvaluated(Wording(en: "not needed", zh: "不需要"))),
      node("missing", "缺少", "Missing", .unknown(Unknown(causes: [])), .missing),
      node("other", "其他", "Other", .unknown(Unknown(causes: [])), .unpublished, [11, 12, 13]),
      node("determination date", nil, nil, .date(day("2026-03-31")), .engine),
      node("approval", "核定日期", "Approval", .date(day("2026-03-31")), .assumed),
      node("gone", "越界", "Out of reach", .null, .supplied(period: nil), [99]),
    ]
  },
  Sample("explained-deeply", .eligible) {
    $0.explanation.roots = [0]
    $0.explanation.nodes = (0..<40).map { level in
      node(
        "level \(level)", "第 \(level) 层的判定结果", "Result of level \(level)",
        .number(Decimal128(level)),
        .expression(text: "if level \(level + 1) > 0 then level \(level + 1) else 0"),
        level < 39 ? [level + 1] : [0])
    }
  },
]
