import DMNExchange
import Diagnostics
import PolicyWriting
import RepositoryRules
import Testing

@Suite("Rule files with every key, as DMN and back")
struct EveryKeyTests {
  static let rules = RuleFiles([
    SourceFile(name: "rules/words.yaml", text: Texts.vocabulary),
    SourceFile(name: "rules/all.yaml", text: Texts.policy),
    SourceFile(name: "rules/all-later.yaml", text: Texts.later),
    SourceFile(name: "pilots/above/pilot.yaml", text: Texts.parent),
    SourceFile(name: "pilots/above/all.yaml", text: Texts.above),
    SourceFile(name: "pilots/below/pilot.yaml", text: Texts.pilot),
    SourceFile(name: "pilots/below/all.yaml", text: Texts.below),
    SourceFile(name: "pilots/below/own.yaml", text: Texts.own),
  ])

  @Test("are rule files without findings")
  func sound() {
    #expect(DiagnosticReport(Self.rules.diagnostics).text(in: .english) == "")
  }

  @Test("come back as they were", arguments: ["all", "own"])
  func comeBack(_ policy: String) throws {
    let export = DMNExport(policy: policy, pilot: nil, in: Self.rules.set)
    let imported = DMNImport(
      reading: export.files.map { SourceFile(name: $0.path, text: $0.text) })
    #expect(DiagnosticReport(imported.diagnostics).text(in: .english) == "")
    let before = Self.rules.texts
    #expect(imported.files.contains { $0.path.hasSuffix("\(policy).yaml") })
    for file in imported.files { #expect(before[file.path] == file.text, "\(file.path)") }
    let after = RuleFiles(imported.files.map { SourceFile(name: $0.path, text: $0.text) })
    #expect(DiagnosticReport(after.diagnostics).text(in: .english) == "")
  }

  @Test("of one pilot alone bring its parents along")
  func onePilot() {
    let export = DMNExport(policy: "all", pilot: "below", in: Self.rules.set)
    #expect(
      export.files.map(\.path) == [
        "engine.dmn", "rules/words.dmn", "rules/all.dmn", "rules/all-later.dmn",
        "pilots/above/all.dmn", "pilots/below/all.dmn", "pilots/above/pilot.dmn",
        "pilots/below/pilot.dmn",
      ])
    #expect(export.mainPath == "pilots/below/all.dmn")
    #expect(DMNExport(policy: "none", pilot: nil, in: Self.rules.set).files.isEmpty)
  }
}

private enum Texts {
  static let vocabulary = """
    vocabulary: words
    title: {en: Words}
    facts:
      词: {type: text, choices: {a: {zh: 甲}, b: {en: B}}}
      day: {type: date, if not supplied: determination date}
    parameters:
      factor: {type: number, values: [{from: 2020-01-01, is: 2, source: X-1}]}
    functions:
      twice: {parameters: {n: number}, is: 2 * n}
      scaled:
        parameters: {n: number}
        is: factor * twice(n)
        source: X-1
      drawn on:
        parameters: {n: number}
        table: |
          | U | n  || drawn on || source | from       |
          | 1 | 1  || 1        || X-1    | 2020-01-01 |
          | 2 | >1 || 2        || X-1    |            |
        default: 0
    """

  static let policy = """
    policy: all
    title: {zh: 全部, en: "All: it"}
    payer: 资金
    subject: employer
    jurisdiction: region
    in force: {from: 2020-01-01, until: 2024-12-31, known from: 2019-12-01}
    uses: [words]
    for each: {thing: things}
    sources:
      X-1: {title: "甲：乙", number: 号〔1〕, url: https://example.org/x?a=1&b=2, evidence: illustrative, text: 十}
      X-2: {title: 丙, url: https://example.org (x), evidence: memory}
    types:
      part:
        name: {type: text, choices: {a: {zh: 甲}, b: {en: B}}}
        cost: {type: money, unit: CNY, none: allowed, label: {zh: 价}, ask: {zh: "价？"}, allowed: '>= 0'}
        inner: {type: list of piece}
        sums: {type: list of money, unit: CNY}
      piece:
        size: {type: number}
    facts:
      region: {type: text}
      things: {type: list of part}
      deep: {type: list of list of number}
      paid:
        type: money
        unit: CNY/month
        over time: monthly
        none: not allowed
        allowed: '[0..100]'
        label: {zh: 付, en: Paid}
        ask: {zh: "多少？"}
    parameters:
      rate:
        type: ratio
        set by: pilot
        label: {en: Rate}
      renewed:
        type: number
        while unpublished: last value
        values:
          - {from: 2020-01-01, until: 2020-12-31, is: 1/2, source: [X-1 第一条, X-1], known from: 2020-02-01}
          - from: 2020-07-01
            until: 2021-12-31
            is: |
              max(1, 2)
            source: X-1
            known from: 2020-06-01
    decisions:
      short: paid + 1
      long:
        type: number
        label: {en: Long}
        may be supplied: true
        as of: day
        is: scaled(1) + count(earlier grants)
        source: X-1
        assumes: {zh: 假定}
        except:
          one:
            label: {en: One}
            when: paid > 3
            is: 2
            from: 2020-01-01
            until: 2020-02-01
            known from: 2020-01-02
            source: X-1
          two: {when: paid > 4, is: 3, over: [one], source: X-1}
          three: {when: paid > 5, is: 4, from: 2021-01-01}
      drawn:
        table: |
          | P | paid | paid + 1 | thing.name || drawn | other || source     | from       | until      | note  |
          | 1 | > 0  | -        | not("a")   || "a"   | 1     || X-1 第二  | 2020-01-01 | 2020-12-31 | first |
          | 2 | -    | [1..2)   | "a | b"    || "b"   | 2     || X-1        |            | 2021-01-01 |       |
          | 3 | -    | -        | -          || "b"   | 2     || [X-1, X-2] |            |            |       |
        default: '"c"'
        order: ['"a"', '"b, c"']
        except:
          early: {when: short = 3, is: 'null'}
      later on: |
        // a comment: kept
        if short at(day) > 3
        then "a < b & c"

        else ""
      empty: {type: date}
    criteria:
      paid:
        require: paid > 0
        as of: day
        label: {en: C}
        unmet: {en: "only {paid}"}
        source: X-1
        assumes: {zh: 假定}
      d:
        met from: day
        after: [paid]
        waived: true
        source: X-1
      e: {met from: day, source: X-2}
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
      decisions: [short, long, drawn, later on]
      functions: [twice]
      charges: [due]
      refer: [r]
      exempt: [e]
      term: [starts, ends]
      criteria: {add: true, change: [paid], waive: [d]}
      stacking: true
    """

  static let later = """
    policy: all
    in force: {from: 2025-01-01}
    uses: [words]
    facts:
      paid: {type: number}
    decisions:
      short: paid + scaled(2)
    benefits:
      total sum: {pays: once, amount: short, unit: CNY, source: X-1}
    """

  static let parent = """
    title: {zh: 上}
    region: 110000
    notice: {en: Made up}
    """

  static let above = """
    adapts: all
    in force: {from: 2020-01-01}
    parameters:
      rate: {values: [{from: 2021-01-01, until: 2021-12-31, is: 0.5, source: X-1}]}
    functions:
      twice: {is: n + n, source: X-1}
    """

  static let pilot = """
    title: 下
    region: 110100
    parent: above
    """

  static let below = """
    adapts: all
    title: {en: Below}
    in force: {from: 2022-01-01, until: 2024-06-30}
    uses: [words]
    facts:
      paid: {label: {zh: 交}, ask: {en: "How much?"}}
      more: {type: boolean}
    parameters:
      rate:
        while unpublished: last value
        values:
          - {from: 2022-01-01, until: 2022-12-31, is: 0.4, source: X-1}
          - {from: 2022-07-01, is: 0.3, source: X-1, known from: 2022-08-01}
    decisions:
      short:
        table: |
          | U | more || short || source |
          | 1 | true || 1     || X-1    |
          | 2 | -    || 2     || X-1    |
      long:
        except:
          one: {is: 5, source: X-1}
          four: {when: more, is: 6, until: 2023-12-31, source: X-1}
      drawn: {default: '"d"'}
      renewed: {is: 3, source: X-1}
      own: {is: rate + 1, label: {en: Own}}
    criteria:
      paid: {unmet: {en: none}}
      d: {waived: true, source: X-1}
      new: {require: more, source: X-1}
    refer:
      r: {why: {en: why}}
    charges:
      due: {amount: 'round half up(paid * rate, 2)', source: X-1}
    term:
      starts: day
      ends:
        over: {effect: next month, source: X-1}
    """

  static let own = """
    policy: own
    in force: {from: 2022-01-01}
    uses: [words]
    decisions:
      a: twice(1)
    """
}
