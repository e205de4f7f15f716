import Diagnostics
import FEELSyntax
import PolicySyntax
import Quantities
import Testing
import YAMLTree

@Suite("Documents")
struct DocumentTests {
  private func policy(_ text: String, inPilot: Bool = false) throws -> PolicyDocument {
    let reading = PolicyDocument.read(
      YAMLDocument(reading: SourceFile(name: "policy.yaml", text: text)), inPilot: inPilot)
    #expect(DiagnosticReport(reading.diagnostics).text(in: .english) == "")
    return try #require(reading.document)
  }

  @Test("every section of a policy is read")
  func everySection() throws {
    let document = try policy(Self.everything)
    guard case .policy(let name) = document.kind else {
      Issue.record("not read as a policy")
      return
    }
    #expect(name.text == "subsidy")
    #expect(document.title?.zh == "补贴")
    #expect(document.title?.text(in: .english) == "Subsidy")
    #expect(document.payer?.zh == "就业补助资金")
    #expect(document.subject?.value == "person")
    #expect(document.inForce?.from?.value == CalendarDate("2018-01-01"))
    #expect(document.inForce?.until?.value == CalendarDate("2030-12-31"))
    #expect(document.uses.map(\.text) == ["calendar", "person"])
    #expect(document.forEach?.variable.text == "device")
    #expect(document.forEach?.list.source.text == "requested devices")
    #expect(document.sources.first?.evidence?.value == .secondary)
    #expect(document.types.first?.fields.map(\.name.text) == ["item", "price"])
    #expect(document.types.first?.fields[1].description.unit?.value == "CNY")
    #expect(document.mayChange?.waiveCriteria.map(\.text) == ["registered long enough"])
    #expect(document.mayChange?.parameters.first?.within?.source.text == "[0..2/3]")
    #expect(document.mayChange?.parameters.first?.strict?.value == false)
    #expect(document.mayChange?.term.map(\.value) == ["starts", "ends"])
    #expect(document.stacking.first?.mode.value == .excludes)
    #expect(document.benefits.first?.pays?.value == .monthly)
    #expect(document.exempt.first?.condition?.source.text == "employees < 30")
    #expect(document.refer.first?.why?.zh == "文件未规定")
  }

  @Test("facts keep their types, choices and times")
  func facts() throws {
    let facts = try policy(Self.everything).facts
    #expect(facts.map(\.name.text) == ["work form", "requested devices", "application date"])
    #expect(facts[0].description.choices.map(\.name.text) == ["self-employed", "platform"])
    #expect(facts[0].description.choices.first?.label?.zh == "个体经营")
    #expect(facts[0].overTime?.value == .history)
    #expect(facts[0].description.noneAllowed?.value == true)
    #expect(facts[1].description.type?.value == .list(.record("requested device")))
    #expect(facts[2].ifNotSupplied?.source.text == "determination date")
    #expect(facts[2].range.text.hasPrefix("application date:"))
  }

  @Test("values, exceptions, functions and terms keep what belongs to them")
  func declarations() throws {
    let document = try policy(Self.everything)
    let value = try #require(document.parameters.first?.values?.first)
    #expect(value.value.source.text == "2/3")
    #expect(value.window.knownFrom?.value == CalendarDate("2017-10-13"))
    #expect(value.sources.map(\.text) == ["N-1 第二条"])
    #expect(document.parameters.last?.setBy?.value == "pilot")
    #expect(document.parameters.last?.whileUnpublished?.value == "last value")
    #expect(document.decisions[0].expression?.source.text == "round half up(paid, 2)")
    let exception = try #require(document.decisions[1].exceptions.first)
    #expect(exception.over.map(\.text) == ["other"])
    #expect(exception.from?.value == CalendarDate("2024-01-01"))
    #expect(document.decisions[1].mayBeSupplied?.value == true)
    let function = try #require(document.functions.first)
    #expect(function.parameters?.map(\.name.text) == ["code", "paid"])
    #expect(function.parameters?.map { $0.description.type?.value } == [.text, .money])
    #expect(function.expression?.source.text == "if code = null\nthen 0 else paid")
    let term = try #require(document.term)
    #expect(term.counts?.value == .payableMonths)
    #expect(term.ends.first?.reading?.value == .anyDay)
    #expect(term.suspended.first?.afterwards?.value == .paid)
    #expect(term.suspended.first?.atTheRate?.value == .onResuming)
    #expect(document.criteria[1].metFrom?.source.text == "registration date + @\"P29D\"")
    #expect(document.criteria[1].after.map(\.text) == ["recognised"])
    #expect(document.criteria[1].unmet?.zhSource?.text == "登记 {days registered} 天")
  }

  @Test("a table is cut into cells that know their places")
  func table() throws {
    let document = try policy(Self.everything)
    let table = try #require(document.decisions[2].table)
    #expect(table.hitPolicy.text == "U")
    #expect(table.inputs.map(\.text) == ["work form", "low income"])
    #expect(table.outputs.map(\.text) == ["ratio"])
    #expect(table.annotations.map(\.text) == ["source", "from", "note"])
    #expect(table.rows.map(\.number.text) == ["1", "2"])
    #expect(table.rows[0].inputs.map(\.text) == ["\"a | b\", \"视力\"", "-"])
    #expect(table.rows[0].outputs.map(\.range.text) == ["0.80"])
    #expect(table.rows[0].sources.map(\.text) == ["X-1 第三条"])
    #expect(table.rows[0].period?.from?.value == CalendarDate("2026-01-01"))
    #expect(table.rows[1].sources.map(\.text) == ["X-1", "N-1 第二条"])
    #expect(table.rows[1].period == nil)
    for row in table.rows {
      for cell in row.inputs + row.outputs + row.annotations {
        #expect(cell.range.text == cell.text)
      }
    }
    #expect(document.decisions[2].order.map(\.source.text) == ["1", "0"])
    #expect(document.decisions[2].defaultValue?.source.text == "0")
  }

  @Test("an expression is mended where it is reported, and keeps its places")
  func mended() throws {
    let text = "vocabulary: words\ndecisions:\n  part: min（甲，“乙，丙”）* ２\n"
    let reading = PolicyDocument.read(
      YAMLDocument(reading: SourceFile(name: "words.yaml", text: text)), inPilot: false)
    let source = try #require(reading.document?.decisions.first?.expression?.source)
    #expect(source.text == "min(甲,\"乙，丙\")* 2")
    #expect(source.range(0..<source.text.utf8.count).text == "min（甲，“乙，丙”）* ２")
    #expect(source.range(4..<7).text == "甲")
    #expect(reading.diagnostics.count == 5)
  }

  @Test("an expression torn by a comma is read as it was meant")
  func torn() throws {
    let text = """
      adapts: subsidy
      decisions:
        part:
          except:
            low: {when: max(a, f(b, c)) > 3, is: 0.6, source: N-1}
      """
    let reading = PolicyDocument.read(
      YAMLDocument(reading: SourceFile(name: "overlay.yaml", text: text)), inPilot: true)
    let exception = try #require(reading.document?.decisions.first?.exceptions.first)
    #expect(exception.condition?.source.text == "max(a, f(b, c)) > 3")
    #expect(exception.condition?.range.text == "max(a, f(b, c)) > 3")
    #expect(exception.value?.source.text == "0.6")
    #expect(reading.diagnostics.count == 1)
  }

  @Test("a plain label is Chinese if it holds a Chinese character")
  func plainLabels() throws {
    let document = try policy("policy: a\ntitle: 补贴 A\npayer: the fund\n")
    #expect(document.title?.zh == "补贴 A")
    #expect(document.title?.en == nil)
    #expect(document.payer?.en == "the fund")
    #expect(document.payer?.zh == nil)
  }

  @Test("a pilot is read", arguments: ["110000", "\"110000\""])
  func pilot(region: String) throws {
    let text = "title: {zh: 北京市}\nregion: \(region)\nparent: north\nnotice: {en: fictitious}\n"
    let reading = PilotDocument.read(
      YAMLDocument(reading: SourceFile(name: "pilot.yaml", text: text)), folder: "beijing")
    #expect(reading.diagnostics.isEmpty)
    let pilot = try #require(reading.document)
    #expect(pilot.name == "beijing")
    #expect(pilot.region?.value == "110000")
    #expect(pilot.parent?.text == "north")
    #expect(pilot.notice?.en == "fictitious")
  }

  @Test("a file that YAML cannot read gives no document and no second finding")
  func unreadable() {
    let yaml = YAMLDocument(reading: SourceFile(name: "a.yaml", text: "policy: [a\n"))
    let reading = PolicyDocument.read(yaml, inPilot: false)
    #expect(reading.document == nil)
    #expect(reading.diagnostics.isEmpty)
    #expect(!yaml.diagnostics.isEmpty)
  }

  static let everything = #"""
    policy: subsidy
    title: {zh: 补贴, en: Subsidy}
    payer: 就业补助资金
    subject: person
    jurisdiction: registration region
    in force: {from: 2018-01-01, until: 2030-12-31}
    uses: [calendar, person]
    for each: {device: requested devices}
    sources:
      N-1: {title: 办法, number: 财社〔2023〕181号, evidence: secondary, url: https://a.cn/b, text: 三分之二}
    types:
      requested device:
        item: {type: text, label: {zh: 器具名称}}
        price: {type: money, unit: CNY}
    facts:
      work form:
        type: text
        over time: history
        none: allowed
        choices: {self-employed: 个体经营, platform: {zh: 平台, en: Platform}}
      requested devices: {type: list of requested device, ask: 申请哪些器具？}
      application date: {type: date, if not supplied: determination date}
    parameters:
      share:
        type: ratio
        values:
          - {from: 2018-01-01, is: 2/3, source: N-1 第二条, known from: 2017-10-13}
      base: {type: money, unit: CNY/month, set by: pilot, while unpublished: last value}
    decisions:
      part: round half up(paid, 2)
      household share:
        may be supplied: true
        is: share
        except:
          low income: {when: income is low, is: 0.6, over: [other], from: 2024-01-01, source: N-1}
          other: {when: old, is: 0.7, source: N-1}
      ratio:
        type: ratio
        table: |
          | U | work form        | low income || ratio || source      | from       | note  |
          # the first rule
          | 1 | "a | b", "视力"  | -          || 0.80  || X-1 第三条  | 2026-01-01 | a "b" |

          | 2 | "c"              | true       || 0.65  || [X-1, N-1 第二条] | | |
        order: [1, 0]
        default: 0
    functions:
      choose:
        parameters: {code: text, paid: {type: money, unit: CNY/month}}
        is: |
          if code = null
          then 0 else paid
    criteria:
      recognised:
        require: recognised as in difficulty
        as of: application date
        source: [N-1, X-1]
      registered long enough:
        met from: registration date + @"P29D"
        after: [recognised]
        unmet: {zh: "登记 {days registered} 天"}
        assumes: {zh: 登记当日计为第一天}
        source: N-1
    refer:
      certificate expired: {when: expiry < determination date, why: {zh: 文件未规定}}
    benefits:
      grant: {pays: monthly, amount: part, unit: CNY/month, source: N-1}
    exempt:
      small: {when: employees < 30, source: N-1}
    term:
      starts: month after(application date)
      months: standard term
      used before: months used before
      counts: payable months
      ends:
        employed: {when: employed by a unit, on: any day, effect: same month, source: N-1}
      suspended:
        expired:
          when: expiry <= determination date
          effect: next month
          afterwards: paid
          at most: longest back payment
          at the rate: on resuming
          source: N-1
    stacking:
      - {with: disabled-pension-aid, mode: excludes, source: N-1}
    may change:
      parameters: {share: {within: "[0..2/3]", strict: false}, base: {}}
      decisions: [part]
      term: [starts, ends]
      criteria: {add: true, change: [recognised], waive: [registered long enough]}
    """#
}
