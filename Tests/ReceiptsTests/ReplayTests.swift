import Diagnostics
import PolicyModel
import Quantities
import Receipts
import Testing

@Suite("Deciding receipts again")
struct ReplayTests {
  private func results(
    by policy: String = SmallLog.policy, engine: String = "0.1.0",
    asking view: @escaping Replay.View = { $0 }
  ) -> [ReplayResult] {
    let replay = Replay(by: SmallLog.rulebook(policy), engine: engine, asking: view)
    return SmallLog.log().lines.enumerated().compactMap { index, line in
      ReceiptReading(Array(line.utf8.dropLast()), line: index + 1).json.map {
        replay.result(of: $0, line: index + 1)
      }
    }
  }

  private func edited(_ text: String, _ other: String) -> String {
    #expect(SmallLog.policy.contains(text))
    return SmallLog.policy.replacing(text, with: other)
  }

  @Test("the same rules decide byte for byte the same")
  func identical() {
    #expect(results().map(\.kind) == [.identical, .identical, .identical])
  }

  @Test("a comment changes the files and nothing else")
  func comment() {
    let found = results(by: "# A comment.\n" + SmallLog.policy)
    #expect(found.map(\.kind) == [.same, .same, .same])
    #expect(found[0].files.map(\.name) == ["rules/demo-grant.yaml"])
    #expect(found[0].files.map(\.change) == [.changed])
    #expect(found[0].step == nil)
  }

  @Test("another value of a parameter is named, with those that read it")
  func parameter() {
    let found = results(by: edited("is: 2000,", "is: 1000,"))
    #expect(found[0].kind == .changed)
    #expect(found[0].step?.path == ["in need", "poor", "most income"])
    #expect(found[0].step?.then?.hasPrefix("2000.00 (from 2020-01-01") == true)
    #expect(found[0].step?.now?.hasPrefix("1000.00 (from 2020-01-01") == true)
    #expect(found[0].then == "eligible 150.00 CNY/month")
    #expect(found[0].now == "ineligible")
    #expect(found[0].before.amounts.map(\.digits) == ["150.00"])
    #expect(found[0].step?.before?.zh == "2000.00（自 2020-01-01 起，L-1）")
  }

  @Test("another decision is named by its expressions")
  func decision() {
    let found = results(by: edited("poor: income <= most income", "poor: income < 2 * most income"))
    #expect(found[2].kind == .changed)
    #expect(found[2].step?.path == ["in need", "poor"])
    #expect(found[2].step?.then?.contains("income <= most income") == true)
    #expect(found[2].step?.now?.contains("income < 2 * most income") == true)
  }

  @Test("a criterion that was added, or left out, is named")
  func criteria() {
    let without = results(by: edited("  named: {require: 'reference != \"\"', source: L-1}\n", ""))
    #expect(without[0].step?.path == ["named"])
    #expect(without[0].step?.now == nil)
    let with = results(
      by: edited("  of age:", "  young: {require: age < 60, source: L-1}\n  of age:"))
    #expect(with[0].step?.path == ["young"])
    #expect(with[0].step?.then == nil)
    #expect(with[0].kind == .otherReasons)
  }

  @Test("another amount leads to the value behind it")
  func amount() {
    let found = results(by: edited("is: 150,", "is: 175,"))
    #expect(found[0].kind == .changed)
    #expect(found[0].now == "eligible 175.00 CNY/month")
    #expect(found[0].step?.path.last == "standard")
  }

  @Test("another day may be asked about, and another engine is seen")
  func otherwise() throws {
    let day = try #require(CalendarDate("2019-06-01"))
    let found = results {
      ReceiptQuestion(policy: $0.policy, pilot: $0.pilot, date: day, known: $0.known)
    }
    #expect(found.map(\.now) == Array(repeating: "no rule in force", count: 3))
    #expect(results(engine: "0.2.0").map(\.kind) == [.same, .same, .same])
  }
}
