import Diagnostics
import Foundation
import PolicyModel
import PolicySyntax
import Quantities
import Rendering
import RepositoryRules
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A policy in a place on a day on which it is in force.
struct ShownPolicy: CustomTestStringConvertible, Sendable {
  let policy: Policy
  let page: PolicyPage
  let testDescription: String

  /// All shipped policies in all places, each on the last day on which something changed.
  static let all: [ShownPolicy] = {
    let rulebook = ShippedRules.rulebook
    return rulebook.editions.compactMap { edition in
      guard let known = CalendarDate(year: 2026, month: 9, day: 30) else { return nil }
      let day = edition.until ?? max(edition.from ?? known, known)
      return ShownPolicy(
        policy: edition.policy,
        page: PolicyPage(of: edition.policy, in: rulebook, on: day, known: known),
        testDescription:
          "\(edition.policy.id) in \(edition.policy.pilot?.id.name ?? "-") on \(day)")
    }
  }()
}

@Suite("policies as they are shown")
struct PolicyPageTests {
  private func small(
    on day: String, known: String = "2026-09-30", in pilot: String? = "town"
  ) throws -> PolicyPage {
    let rulebook = RuleFiles(smallRules).rulebook
    let day = try #require(CalendarDate(day))
    let known = try #require(CalendarDate(known))
    let resolution = rulebook.resolve(
      PolicyID("grant"), pilot: pilot.map { PilotID($0) }, on: day, known: known)
    guard case .policy(let policy) = resolution else {
      Issue.record("\(resolution)")
      throw CancellationError()
    }
    return PolicyPage(of: policy, in: rulebook, on: day, known: known)
  }

  @Test("a policy of two layers reads the same as before, in every form and both languages")
  func golden() throws {
    let page = try small(on: "2026-03-31")
    for language in Language.allCases {
      let name = "policy-\(language.rawValue)"
      try Golden.expect(PolicyText(language: language).text(of: page), is: name)
      try Golden.expect(PolicyMarkdown(language: language).text(of: page), is: name + "-markdown")
      try Golden.expect(PolicyHTML(language: language).text(of: page), is: name + "-html")
      try Golden.expect(PolicyDOT(language: language).text(of: page), is: name + "-dot")
    }
  }

  @Test("the value is that of the day, and rows out of force are left out")
  func day() throws {
    let text = PolicyText(language: .english)
    let before = text.text(of: try small(on: "2025-12-31"))
    let after = text.text(of: try small(on: "2026-01-01"))
    #expect(before.contains("CNY 100.00 per month"))
    #expect(!before.contains("CNY 120.00 per month"))
    #expect(after.contains("CNY 120.00 per month"))
    #expect(before.contains("1 row not in force on this day left out"))
  }

  @Test("a value that goes on, and one that only pilots have, say so")
  func withoutValue() throws {
    let base = { (page: PolicyPage) in
      page.sections.flatMap(\.entries).first { $0.name == "base" }
    }
    let text = PolicyText(language: .english)
    let later = try small(on: "2026-01-15", known: "2026-01-20")
    #expect(base(later)?.remarks.count == 1)
    #expect(text.text(of: later).contains("goes on, as the next value is not published"))
    #expect(text.text(of: later).contains("CNY 100.00 per month"))
    let national = try small(on: "2026-03-31", in: nil)
    #expect(base(national)?.remarks.count == 1)
    #expect(text.text(of: national).contains("! set by pilots, no value of its own"))
    #expect(!text.text(of: national).contains("waived by"))
  }

  @Test("what no rule of the policy reads is not shown")
  func unused() throws {
    let shown = try small(on: "2026-03-31").sections.flatMap(\.entries).map(\.name)
    #expect(shown.contains("least age"))
    #expect(!shown.contains("never read"))
  }

  @Test("every entry of a shipped policy names who set it, with file and line")
  func chains() {
    #expect(ShownPolicy.all.count > 50)
    for shown in ShownPolicy.all {
      #expect(!shown.page.sections.isEmpty)
      for entry in shown.page.sections.flatMap(\.entries) {
        let place = entry.chain.first?.place ?? ""
        let line = Int(place.split(separator: ":").last ?? "") ?? 0
        #expect(place.contains(".yaml:") && line > 0, "\(shown.testDescription): \(entry.name)")
      }
    }
  }

  @Test("every reference leads to an entry of the page, and no two have one anchor")
  func references() {
    for shown in ShownPolicy.all {
      let entries = shown.page.sections.flatMap(\.entries)
      let anchors = Set(entries.map(\.anchor))
      #expect(anchors.count == entries.count, "\(shown.testDescription)")
      #expect(anchors.isDisjoint(with: shown.page.sections.map(\.anchor)))
      for reference in entries.flatMap(\.reads) {
        guard let anchor = reference.anchor else { continue }
        #expect(anchors.contains(anchor), "\(shown.testDescription): \(reference.label.en)")
      }
      let nodes = Set(shown.page.graph.nodes.map(\.id))
      #expect(nodes.count == shown.page.graph.nodes.count)
      for edge in shown.page.graph.edges {
        #expect(nodes.contains(edge.from) && nodes.contains(edge.to), "\(edge)")
      }
    }
  }

  @Test("no line of a text is wider than the page", arguments: Language.allCases, [40, 80, 120])
  func width(_ language: Language, _ columns: Int) {
    for shown in ShownPolicy.all {
      let text = PolicyText(language: language, columns: columns).text(of: shown.page)
      for line in text.split(separator: "\n") {
        #expect(DisplayWidth.columns(of: String(line)) <= columns, "\(line)")
      }
    }
  }

  @Test("the drawing has a box for all that decides, each at a place of its own")
  func drawing() throws {
    for shown in ShownPolicy.all {
      let text = PolicyHTML(language: .chinese).text(of: shown.page)
      let document = try XMLDocument(data: Data(text.utf8))
      let deciding = shown.page.graph.nodes.filter { $0.kind == .criterion || $0.kind == .benefit }
      let thick = try document.nodes(forXPath: "//svg//rect[@class='thick']")
      #expect(thick.count == deciding.count, "\(shown.testDescription)")
      let starts = try document.nodes(forXPath: "//svg//text").compactMap { node in
        (node as? XMLElement)?.elements(forName: "tspan").first.map {
          "\($0.attribute(forName: "x")?.stringValue ?? "") \($0.attribute(forName: "y")?.stringValue ?? "")"
        }
      }
      #expect(starts.count >= thick.count && Set(starts).count == starts.count)
    }
  }

  @Test("pages for browsers are well-formed, and hold no script", arguments: Language.allCases)
  func html(_ language: Language) throws {
    for shown in ShownPolicy.all {
      let text = PolicyHTML(language: language).text(of: shown.page)
      let document = try XMLDocument(data: Data(text.utf8))
      #expect(try document.nodes(forXPath: "//article").count > 0)
      #expect(try document.nodes(forXPath: "//script").isEmpty)
      #expect(try document.nodes(forXPath: "//table//th[not(@scope)]").isEmpty)
      // What is wider than a phone can be moved with the keyboard and has a name, drawings too.
      for wide in ["//div[@class='wide'][not(@tabindex) or not(@role)]", "//svg[not(@role)]"] {
        #expect(try document.nodes(forXPath: wide).isEmpty, "\(wide)")
      }
      for name in try document.nodes(
        forXPath: "//div[@class='wide']/@aria-label | //svg/@aria-label")
      {
        #expect(name.stringValue?.isEmpty == false)
      }
      #expect(try document.nodes(forXPath: "//h1").count == 1)
      #expect(try document.nodes(forXPath: "//h3[not(ancestor::section/h2)]").isEmpty)
      #expect(try document.nodes(forXPath: "//dt[not(normalize-space())]").isEmpty)
      let title = try document.nodes(forXPath: "//title").first?.stringValue ?? ""
      let place =
        shown.policy.pilot?.title?.text(in: language)
        ?? (language == .english ? "the nation" : "全国")
      #expect(title.contains(place), "\(title)")
      let ids = Set(try document.nodes(forXPath: "//@id").map { "#" + ($0.stringValue ?? "") })
      for link in try document.nodes(forXPath: "//a/@href") {
        let target = link.stringValue ?? ""
        #expect(!target.hasPrefix("#") || ids.contains(target), "\(target)")
      }
    }
  }

  @Test("types, units and parts of the term are said in words", arguments: Language.allCases)
  func words(_ language: Language) {
    for shown in ShownPolicy.all {
      let fields = shown.page.sections.flatMap(\.entries).flatMap(\.fields)
      for field in fields {
        guard case .words(let wording) = field.content, field.sources.isEmpty else { continue }
        let words = wording.text(in: language)
        for raw in ["CNY/month", "CNY/year", "context<", "list<", "boolean"] {
          #expect(!words.contains(raw), "\(shown.testDescription): \(words)")
        }
        guard language == .chinese, ["type", "Term"].contains(field.key?.en ?? "") else { continue }
        // Names of a record's entries are those of the rules.
        let isForeign = words.contains { $0.isASCII && $0.isLetter } && !words.contains("记录")
        #expect(!isForeign, "\(words)")
      }
    }
  }

  @Test("a value whose digits do not end is shown as it is written")
  func fractions() {
    let values = ShownPolicy.all.flatMap { $0.page.sections.flatMap(\.entries) }
      .filter { $0.name == "subsidy share" }.flatMap(\.fields).filter { $0.key?.en == "value" }
    #expect(!values.isEmpty)
    for value in values {
      guard case .words(let wording) = value.content else { continue }
      #expect(!wording.en.contains("…"), "\(wording)")
    }
  }

  @Test("graphs are one statement a line, texts between quotation marks")
  func dot() throws {
    let text = #""(?:[^"\\]|\\.)*""#
    let statement = try NSRegularExpression(
      pattern:
        "^  (\(text) \\[label=\(text), [a-z0-9=, ]+\\]|\(text) -> \(text)( \\[[a-z=, ]+\\])?);$")
    for shown in ShownPolicy.all {
      let lines = PolicyDOT(language: .chinese).text(of: shown.page)
        .split(separator: "\n").map(String.init)
      #expect(lines.first == "digraph {" && lines.last == "}")
      for line in lines.dropFirst(4).dropLast() {
        let whole = NSRange(line.startIndex..., in: line)
        #expect(statement.firstMatch(in: line, range: whole) != nil, "\(line)")
      }
    }
  }

  @Test("signs that mean something in a form are texts in it")
  func escaping() throws {
    let page = try small(on: "2026-03-31")
    let html = PolicyHTML(language: .english).text(of: page)
    #expect(html.contains("Grant &lt;b&gt;&amp; &quot;more&quot;"))
    #expect(PolicyMarkdown(language: .english).text(of: page).contains("Grant \\<b\\>&amp;"))
    #expect(PolicyDOT(language: .english).text(of: page).contains("Grant <b>& \\\"more\\\""))
  }
}

private let smallRules = [
  SourceFile(
    name: "rules/sources.yaml",
    text: """
      sources:
        N-1: {title: 补助办法, number: 文〔2024〕1号, evidence: official}
        N-2: {title: 标准通知, evidence: illustrative, url: "https://example.org/?a=1&b=2"}
      """),
  SourceFile(
    name: "rules/grant.yaml",
    text: """
      policy: grant
      title: {zh: 补助, en: 'Grant <b>& "more"'}
      payer: {zh: 市财政, en: city budget}
      jurisdiction: home region
      in force: {from: 2024-01-01}
      facts:
        home region: {type: text, label: {zh: 户籍地, en: Home region}}
        age: {type: number, label: {zh: 年龄, en: Age}, ask: {zh: 几岁？, en: How old?}}
        grade:
          type: text
          choices: {one: {zh: 一级, en: First}, two: {zh: 二级, en: Second}}
      parameters:
        base: {type: money, unit: CNY/month, set by: pilot, label: {zh: 基数, en: Base}}
        least age:
          type: number
          values:
            - {from: 2024-01-01, is: 18, source: N-1 第二条}
        never read:
          type: number
          values:
            - {from: 2024-01-01, is: 1, source: N-1}
      decisions:
        share:
          type: ratio
          label: {zh: 比例, en: Share}
          table: |
            | U | grade | age   || ratio || source | from       |
            | 1 | "one" | < 60  || 0.8   || N-1    |            |
            | 2 | "one" | >= 60 || 0.9   || N-1    |            |
            | 3 | "two" | -     || 0.5   || N-1    | 2026-01-01 |
          default: 0
        rounded:
          is: half(share * base)
          source: N-1
      functions:
        half:
          parameters: {amount: {type: money, unit: CNY/month}}
          is: round half up(amount / 2, 2)
          source: N-1
      criteria:
        of age:
          label: {zh: 年满十八周岁, en: Of age}
          require: age >= least age
          unmet: {zh: "不满 {least age} 岁", en: "younger than {least age}"}
          source: N-1 第二条
        graded:
          label: {zh: 已定级, en: Graded}
          require: grade = "one" or grade = "two"
          assumes: {zh: 只有两级, en: there are two grades only}
          source: N-1
      refer:
        very old:
          when: age > 120
          why: {zh: 年龄有误, en: the age cannot be}
      benefits:
        grant:
          pays: monthly
          amount: rounded
          unit: CNY/month
          source: N-1
      may change:
        parameters:
          base: {within: "[0..500]"}
        decisions: [rounded]
        criteria: {waive: [graded]}
      """),
  SourceFile(
    name: "pilots/town/pilot.yaml",
    text: """
      title: {zh: 某镇, en: Town}
      region: "110101"
      notice: {zh: 本试点为虚构, en: This pilot is made up}
      """),
  SourceFile(
    name: "pilots/town/grant.yaml",
    text: """
      adapts: grant
      in force: {from: 2025-01-01}
      parameters:
        base:
          while unpublished: last value
          values:
            - {from: 2025-01-01, until: 2025-12-31, is: 100, source: N-2}
            - {from: 2026-01-01, is: 120, source: N-2, known from: 2026-02-01}
      decisions:
        rounded:
          is: half(share * base) + 10
          source: N-2 第三条
      criteria:
        graded: {waived: true, source: N-2}
      """),
]
