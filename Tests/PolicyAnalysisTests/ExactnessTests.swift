import Determinations
import Diagnostics
import FEEL
import PolicyModel
import PolicySyntax
import Quantities
import Testing

@testable import PolicyAnalysis

@Suite("What is said about a table is what the engine does with it, seed 20261121")
struct ExactnessTests {
  @Test("a small table has a finding exactly if some case has no result", arguments: 0..<300)
  func smallTables(_ run: Int) throws {
    var random = SeededRandom(run, seed: 5)
    let table = Self.table(&random)
    let folder = RuleFolder(table.files)
    try #require(folder.mistakes.allSatisfy { $0.code == "Z0587" })
    guard folder.mistakes.isEmpty else { return }
    let findings = RuleAnalysis(of: folder.rulebook).diagnostics
    let codes = Set(findings.map(\.code))
    let day = try #require(CalendarDate(year: 2020, month: 6, day: 1))
    guard case .policy(let policy) = folder.rulebook.resolve(PolicyID("drawn"), pilot: nil, on: day)
    else {
      Issue.record("the policy does not resolve")
      return
    }
    let fails = Self.points(table).contains { (point: [Value]) in
      var facts: [ItemID: Value] = [:]
      for (column, value) in zip(table.columns, point) {
        if let item = policy.names[column.name] { facts[item] = value }
      }
      let values = RuleValues(of: policy, facts: facts, on: day, known: day)
      guard let result = policy.names["result"] else { return true }
      let range = SourceRange(file: SourceFile(name: "", text: ""), lowerBound: 0, upperBound: 0)
      return values.value(of: CheckedExpression(.item(result), .number, at: range)) == nil
    }
    let text = DiagnosticReport(findings).text(in: .english)
    #expect(fails == !codes.isDisjoint(with: ["Z1301", "Z1302"]), "run \(run)\n\(text)")
  }

  /// A table with cells at random, which has gaps and overlaps as it comes.
  private static func table(_ random: inout SeededRandom) -> DrawnTable {
    let width = 1 + random.below(2)
    var table = DrawnTable(
      rows: 2 + random.below(4), columns: width, breaks: 3, pilots: 0, years: 1, &random)
    for row in table.rows.indices where random.once(in: 2) {
      let index = random.below(width)
      let column = table.columns[index]
      if column.values.isEmpty {
        let ends = [random.below(3), random.below(3)].sorted()
        let isOpen = random.once(in: 2) || ends[0] == ends[1]
        table.rows[row].cells[index] = isOpen ? .between(nil, ends[1]) : .between(ends[0], ends[1])
      } else {
        let some = column.values.indices.filter { _ in random.once(in: 2) }
        table.rows[row].cells[index] = some.isEmpty ? .any : .values(some)
      }
    }
    return table
  }

  /// Values of the inputs that lie at, before, behind and between all that cells name.
  private static func points(_ table: DrawnTable) -> [[Value]] {
    var points: [[Value]] = [[]]
    for (index, column) in table.columns.enumerated() {
      let values = values(of: column, index)
      points = points.flatMap { point in values.map { point + [$0] } }
    }
    return points
  }

  private static func values(of column: DrawnColumn, _ index: Int) -> [Value] {
    switch column.kind {
    case .boolean: return [.boolean(true), .boolean(false)]
    case .text, .choiceOrNone:
      return column.values.map { $0 == "null" ? .null : .string($0.filter { $0 != "\"" }) }
    default: break
    }
    let numbers = column.breaks.flatMap { place in
      let moved = place.parameter == nil ? 0 : DrawnTable.moved(place.rank, index, 0, nil)
      return (-2...2).map { (place.rank + 1) * 100 + moved + $0 }
    }
    return numbers.flatMap { number -> [Value] in
      let whole = Decimal128(number)
      switch column.kind {
      case .number:
        return [whole, whole.adding(Decimal128("0.5") ?? .one) ?? whole].map { .number($0) }
      case .money:
        return [whole, whole.adding(Decimal128("0.01") ?? .one) ?? whole].map { .number($0) }
      case .whole: return [.number(whole)]
      case .date: return CalendarDate(dayNumber: 10_000 + number).map { [.date($0)] } ?? []
      case .months: return [.yearsAndMonthsDuration(YearsAndMonthsDuration(months: number))]
      default:
        let day = DaysAndTimeDuration(days: number)
        return [day, day.adding(DaysAndTimeDuration(seconds: 1)) ?? day].map {
          .daysAndTimeDuration($0)
        }
      }
    }
  }
}
