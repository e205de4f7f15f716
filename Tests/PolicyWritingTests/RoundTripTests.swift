import Diagnostics
import FEELSyntax
import PolicySyntax
import PolicyWriting
import RepositoryRules
import Testing
import YAMLTree

@Suite("Rule files that are written")
struct RoundTripTests {
  static let policies = ShippedRules.sources.filter { !$0.name.hasSuffix("/pilot.yaml") }
  static let pilots = ShippedRules.sources.filter { $0.name.hasSuffix("/pilot.yaml") }

  @Test("say what was read", arguments: policies)
  func sayTheSame(_ file: SourceFile) throws {
    let first = try #require(read(file).document)
    let text = RuleFileText.text(of: RuleTree(of: first))
    let second = read(SourceFile(name: file.name, text: text))
    #expect(second.findings == "")
    let document = try #require(second.document)
    #expect(structure(first) == structure(document))
    #expect(RuleFileText.text(of: RuleTree(of: document)) == text)
  }

  @Test("say what was read of a pilot", arguments: pilots)
  func sayTheSameOfPilots(_ file: SourceFile) throws {
    func pilot(_ file: SourceFile) throws -> PilotDocument {
      try #require(PilotDocument.read(YAMLDocument(reading: file), folder: "demo").document)
    }
    let first = try pilot(file)
    let text = RuleFileText.text(of: RuleTree(of: first))
    #expect(structure(first) == structure(try pilot(SourceFile(name: file.name, text: text))))
  }

  @Test("say every key that the format has")
  func sayEverything() throws {
    let first = read(SourceFile(name: "rules/all.yaml", text: Self.everything))
    #expect(first.findings == "")
    let document = try #require(first.document)
    let text = RuleFileText.text(of: RuleTree(of: document))
    let second = read(SourceFile(name: "rules/all.yaml", text: text))
    #expect(second.findings == "")
    #expect(structure(document) == structure(try #require(second.document)))
  }

  @Test(
    "keep texts that YAML would take for something else",
    arguments: [
      "- x", "a: b", "a #b", "#a", "'", "\"", "{a}", "[a", "&a", "*a", "!a", "|", ">", "%", "@a",
      "`",
      "true", "null", "~", "0012", "1.50", " a ", "a\nb", "a\tb", "a:", "? a", "：", "a，b", "\u{1}",
      "a\u{85}b", "a\u{2028}b", "\u{FEFF}", "---", "a\\b", "\u{3000}a", "=", "<<", "x, y", "[a], b",
    ])
  func keepTexts(_ text: String) throws {
    let tree = RuleTree.entries([
      .init("policy", .text("demo")),
      .init(
        "title", .entries([.init("zh", .text(text)), .init("en", .text(text + " and " + text))])),
      .init(
        "facts",
        .entries([
          .init(
            name: "f",
            .entries([
              .init("type", .text("text")),
              .init("choices", .entries([.init(name: text, .entries([.init("zh", .text(text))]))])),
            ]))
        ])),
    ])
    let written = RuleFileText.text(of: tree)
    // An empty text and one of blanks are refused wherever they stand.
    let document = try #require(
      read(SourceFile(name: "rules/demo.yaml", text: written)).document, "\(written)")
    #expect(document.title?.zh == text, "\(written)")
    #expect(document.title?.en == text + " and " + text)
    #expect(document.facts.first?.description.choices.first?.name.text == text)
    #expect(document.facts.first?.description.choices.first?.label?.zh == text)
  }

  @Test(
    "keep expressions that YAML would take for something else",
    arguments: [
      "@\"P1D\"", "\"text\"", "> 3", "a = \"b: c\"", "a // b\n+ c", "[1, 2]", "{a: 1}.a", "-1",
      "if a then\n  b\n\nelse c", "a # b", "?", "not(a)", "a = \"\u{7F}\"", "*", "x = 'y'",
    ])
  func keepExpressions(_ text: String) throws {
    let tree = RuleTree.entries([
      .init("vocabulary", .text("demo")),
      .init(
        "decisions",
        .entries([
          .init(name: "short", .expression(text)),
          .init(
            name: "long",
            .entries([
              .init("is", .expression(text)), .init("order", .list([.expression(text)])),
              .init(
                "except",
                .entries([
                  .init(
                    name: "e",
                    .entries([.init("when", .expression(text)), .init("is", .expression(text))]))
                ])),
            ])),
        ])),
    ])
    let written = RuleFileText.text(of: tree)
    let document = try #require(
      read(SourceFile(name: "rules/demo.yaml", text: written)).document, "\(written)")
    let expressions = [
      document.decisions[0].expression, document.decisions[1].expression,
      document.decisions[1].exceptions.first?.condition,
      document.decisions[1].exceptions.first?.value,
      document.decisions[1].order.first,
    ]
    #expect(expressions.map { $0?.source.text } == Array(repeating: text, count: 5), "\(written)")
  }

  @Test("draw tables with their columns in line, wide signs counted as two")
  func drawTables() {
    let table = RuleTable(
      hitPolicy: "U", inputs: ["form", "n"], outputs: ["等级"], annotations: ["source"],
      rows: [
        .init(inputs: ["\"店铺\", \"x\"", "-"], outputs: ["1"], annotations: ["X-1"]),
        .init(inputs: ["-", "> 3"], outputs: ["22"], annotations: [""]),
      ])
    let tree = RuleTree.entries([
      .init("vocabulary", .text("demo")),
      .init(
        "decisions", .entries([.init(name: "d", .entries([.init("table", .table(table))]))])),
    ])
    #expect(
      RuleFileText.text(of: tree) == """
        vocabulary: demo

        decisions:
          d:
            table: |
              | U | form        | n   || 等级 || source |
              | 1 | "店铺", "x" | -   || 1    || X-1    |
              | 2 | -           | > 3 || 22   ||        |

        """)
  }

  /// A policy with every key.
  static let everything = """
    policy: all
    title: {zh: 全部, en: "All: it"}
    payer: 资金
    subject: employer
    jurisdiction: region
    in force: {from: 2020-01-01, until: 2029-12-31, known from: 2019-12-01}
    uses: [calendar, person]
    for each: {thing: things}
    sources:
      X-1: {title: "甲：乙", number: 号〔1〕, url: https://example.org/x?a=1, evidence: illustrative, text: 十}
    types:
      part:
        name: {type: text, choices: {a: {zh: 甲}, b: {en: B}}}
        cost: {type: money, unit: CNY, none: allowed, label: {zh: 价}, ask: {zh: "价？"}, allowed: '>= 0'}
    facts:
      things: {type: list of part}
      paid:
        type: money
        unit: CNY/month
        over time: monthly
        none: not allowed
        allowed: '[0..100]'
        label: {zh: 付, en: Paid}
        ask: {zh: "多少？"}
      day: {type: date, if not supplied: determination date}
    parameters:
      rate:
        type: ratio
        set by: pilot
        label: {en: Rate}
        while unpublished: last value
        values:
          - {from: 2020-01-01, until: 2020-12-31, is: 1/2, source: [X-1 第一条, X-1], known from: 2020-02-01}
          - from: 2021-01-01
            is: |
              max(1, 2)
            source: X-1
    decisions:
      short: paid + 1
      long:
        type: number
        label: {en: Long}
        may be supplied: true
        as of: day
        is: 1
        source: X-1
        assumes: {zh: 假定}
        except:
          one:
            label: {en: One}
            when: paid > 3
            is: 2
            over: [two]
            from: 2020-01-01
            until: 2020-02-01
            known from: 2020-01-02
            source: X-1
          two: {when: paid > 4, is: 3, source: X-1}
      drawn:
        table: |
          | P | paid | paid + 1 || drawn || source | from       | note  |
          | 1 | > 0  | -        || "a"   || X-1    | 2020-01-01 | first |
          | 2 | -    | [1..2)   || "b"   || X-1    |            |       |
        default: '"c"'
        order: ['"a"', '"b"']
    functions:
      f:
        label: {en: F}
        parameters: {a: number, b: {type: money, unit: CNY}}
        is: a + 1
        source: X-1
      g:
        parameters: {a: number}
        table: |
          | U | a || g |
          | 1 | - || 1 |
        default: 2
    criteria:
      c:
        require: paid > 0
        as of: day
        label: {en: C}
        unmet: {en: "only {paid}"}
        source: X-1
        assumes: {zh: 假定}
      d:
        met from: day
        after: [c]
        waived: true
        source: X-1
    refer:
      r: {when: paid = 7, why: {zh: 为何}, label: {en: R}, as of: day, source: X-1}
    charges:
      due:
        label: {en: Due}
        pays: monthly
        amount: round half up(paid, 2)
        unit: CNY/month
        as of: day
        source: X-1
        assumes: {zh: 假定}
    exempt:
      e: {when: paid = 8, why: {zh: 为何}}
    term:
      starts: month
      last month: month
      months: 12
      used before: 0
      counts: payable months
      source: X-1
      assumes: {zh: 假定}
      ends:
        over: {when: paid = 9, on: any day, effect: same month, source: X-1, label: {en: Over}}
      suspended:
        late:
          when: paid = 10
          effect: next month
          afterwards: paid
          at most: 3
          at the rate: on resuming
          source: X-1
    stacking:
      - {with: other, mode: offsets, source: X-1}
    may change:
      facts: [paid]
      parameters: {rate: {within: "[0..2/3]", strict: false}}
      decisions: [short]
      functions: [f]
      charges: [due]
      refer: [r]
      exempt: [e]
      term: [starts, ends]
      criteria: {add: true, change: [c], waive: [d]}
      stacking: true
    """
}
