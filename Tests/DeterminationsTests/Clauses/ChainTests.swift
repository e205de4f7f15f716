import Determinations
import Diagnostics
import FEEL
import PolicyModel
import PolicySyntax
import Quantities
import Testing

@Suite("who set this value")
struct ChainTests {
  static let rules = PlacedRules([
    "rules/aid.yaml": """
    policy: aid
    jurisdiction: region
    in force: {from: 2020-01-01}
    sources:
      S: {title: 办法, evidence: illustrative}
    facts:
      region: {type: text, label: {zh: 地区}, ask: {zh: 何地？}}
      works: {type: boolean, label: {zh: 工作}}
      asked: {type: date, label: {zh: 申请}}
    parameters:
      share:
        type: ratio
        label: {zh: 比例}
        values: [{from: 2020-01-01, is: 0.5, source: S 第一条}]
      most:
        type: money
        unit: CNY/month
        label: {zh: 上限}
        values: [{from: 2020-01-01, is: 1000, source: S 第一条}]
    decisions:
      due:
        type: money
        unit: CNY/month
        label: {zh: 金额}
        is: round half up(share * most, 2)
        source: S 第二条
    criteria:
      working: {require: works, label: {zh: 在工作}, source: S 第三条}
      idle: {require: works, label: {zh: 不闲}, source: S 第四条}
    refer:
      strange: {when: works = false and share > 1, why: {zh: 奇怪}}
    benefits:
      aid: {pays: monthly, amount: due, unit: CNY/month, label: {zh: 补贴}, source: S 第五条}
    term:
      starts: asked
    may change:
      parameters: [share]
      decisions: [due]
      criteria: {waive: [idle], change: [working]}
      benefits: [aid]
      refer: [strange]
      term: [starts]

    """,
    "pilots/city/aid.yaml": """
    adapts: aid
    in force: {from: 2021-01-01, until: 2029-12-31}
    parameters:
      share:
        values:
          - {from: 2021-01-01, until: 2025-12-31, is: 0.6, source: S 市一}
          - {from: 2026-01-01, is: 0.7, source: S 市二, known from: 2026-02-01}
    criteria:
      idle: {waived: true, source: S 市三}
    benefits:
      aid: {label: {zh: 市补贴}}

    """,
    "pilots/county/aid.yaml": """
    adapts: aid
    in force: {from: 2022-01-01}
    decisions:
      due:
        is: round half up(share * most / 2, 2)
        source: S 县一
    criteria:
      working: {label: {zh: 仍在工作}}
    refer:
      strange: {label: {zh: 县}}
    term:
      starts: asked

    """,
  ])

  /// `pilot file:line from..until source = value` of each link.
  static func chain(_ name: String) throws -> [String] {
    let decisions = try rules.decide(
      "facts: {works: true, region: '330104', asked: 2026-01-05}", detail: .tree)
    let determination = try #require(decisions.determinations.first)
    #expect(determination.outcome == .eligible)
    let node = try #require(determination.explanation.nodes.first { $0.name == name })
    return node.chain.map { link in
      let day = { (day: Located<CalendarDate>?) in day.map { $0.value.description } ?? "" }
      let window = link.origin.window
      let place = link.origin.range.place.split(separator: ":").prefix(2).joined(separator: ":")
      let sources = link.origin.sources.map(\.text).joined(separator: ", ")
      let value = link.value.map { " = \($0.text) from \(day($0.window.from))" } ?? ""
      return
        "\(link.origin.pilot?.name ?? "nation") \(place) \(day(window?.from))..\(day(window?.until)) \(sources)\(value)"
    }
  }

  @Test("is told layer by layer, for parameters, decisions, criteria, benefits, reasons and terms")
  func chains() throws {
    try Self.rules.requireSound()
    #expect(
      try Self.chain("share") == [
        "nation rules/aid.yaml:11 2020-01-01.. S 第一条 = 0.5 from 2020-01-01",
        "city pilots/city/aid.yaml:4 2021-01-01..2029-12-31 S 市一, S 市二 = 0.7 from 2026-01-01",
      ])
    #expect(
      try Self.chain("due") == [
        "nation rules/aid.yaml:21 2020-01-01.. S 第二条",
        "county pilots/county/aid.yaml:4 2022-01-01.. S 县一",
      ])
    #expect(
      try Self.chain("idle") == [
        "nation rules/aid.yaml:29 2020-01-01.. S 第四条",
        "city pilots/city/aid.yaml:9 2021-01-01..2029-12-31 S 市三",
      ])
    #expect(try Self.chain("working").count == 2)
    #expect(try Self.chain("aid").map { $0.prefix(4) } == ["nati", "city"])
    #expect(try Self.chain("strange").map { $0.prefix(4) } == ["nati", "coun"])
    #expect(try Self.chain("term").map { $0.prefix(4) } == ["nati", "coun"])
  }

  @Test("an amount says what it was before it was rounded, wherever the rounding stands")
  func beforeRounding() throws {
    for (amount, due) in [
      ("round half up(most / 3, 2)", "1"), ("due", "round half up(most / 3, 2)"),
    ] {
      let rules = PlacedRules([
        "rules/aid.yaml": """
        policy: aid
        in force: {from: 2020-01-01}
        sources:
          S: {title: 办法, evidence: illustrative}
        facts:
          most: {type: money, unit: CNY, label: {zh: 上限}}
        decisions:
          due:
            type: money
            unit: CNY
            is: \(due)
        benefits:
          aid: {pays: once, amount: PLACE, unit: CNY, source: S}

        """.replacing(
          "{pays: once, amount: PLACE, unit: CNY, source: S}",
          with: """

                pays: once
                amount: \(amount)
                unit: CNY
                source: S
            """)
      ])
      let decisions = try rules.decide("facts: {most: 100}", detail: .tree)
      let nodes = try #require(decisions.determinations.first?.explanation.nodes)
      let rounded = nodes.filter { $0.beforeRounding != nil }
      #expect(rounded.map(\.name) == [amount == "due" ? "due" : "aid"])
      #expect(rounded.first?.beforeRounding?.text.hasPrefix("33.333") == true)
    }
  }

  @Test("stands beside labels and units, of what is waived too")
  func labels() throws {
    let decisions = try Self.rules.decide(
      "facts: {works: true, region: '330104', asked: 2026-01-05}", detail: .tree)
    let explanation = try #require(decisions.determinations.first?.explanation)
    for root in explanation.roots.map({ explanation.nodes[$0] }) {
      #expect(root.label != nil, "\(root.name)")
    }
    let benefit = explanation.nodes.first { $0.name == "aid" }
    #expect(benefit?.unit?.description == "CNY/month")
    let waived = explanation.nodes.first { $0.name == "idle" }
    guard case .notEvaluated(let why)? = waived?.origin else {
      Issue.record("the waived criterion is not among the nodes")
      return
    }
    #expect(why.en == "waived")
  }
}
