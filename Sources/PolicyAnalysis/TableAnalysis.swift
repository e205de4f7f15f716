import DMN
import Diagnostics
import FEEL
import PolicyModel
import PolicySyntax
import Quantities

/// Examines the tables of all policies on every day on which one of them changes, in every pilot.
struct TableAnalysis {
  /// The most days on which one table is looked at in one place.
  private static let mostDays = 400

  /// The cases that are known, to be held against what is found.
  private let known: KnownCases

  init(known: KnownCases) { self.known = known }

  private var records: [SourceRange: TableRecord] = [:]
  private var order: [SourceRange] = []

  /// What was found, table by table.
  var diagnostics: [Diagnostic] {
    order.compactMap { records[$0] }.flatMap { TableReport($0).diagnostics }
  }

  /// Adds the tables of a policy in one place.
  mutating func add(_ edition: Rulebook.Edition) {
    let dependencies = Dependencies(of: edition.policy)
    for (table, level) in Self.tables(of: edition.policy) {
      let record = record(of: table)
      let place = TableInPlace(table, level: level, dependencies: dependencies, record: record)
      let days = days(place, edition)
      for (index, day) in days.enumerated() {
        // Where a parameter has no value nothing is decided, and that is reported elsewhere.
        guard let snapshot = try? place.snapshot(on: day) else { continue }
        let circumstance = Circumstance(
          policy: edition.policy.id, pilot: edition.policy.pilot?.id, day: day)
        record.add(snapshot, circumstance) {
          let examination = TableExamination(snapshot, of: table, domains: place.domains)
          return examination.findings.map { finding in
            var finding = finding
            if let witness = finding.witness, !witness.isCertain, record.maySearch() {
              let next = index + 1 < days.count ? days[index + 1].adding(days: -1) : edition.until
              let search = CaseSearch(place, days: day...max(day, next ?? .latest), known: known)
              if let values = search.values(showing: witness) { finding.witness?.keep(values) }
            }
            return finding
          }
        }
      }
    }
  }

  private mutating func record(of table: DatedTable) -> TableRecord {
    if let record = records[table.text.range] { return record }
    let record = TableRecord(table.text, hitPolicy: table.table.hitPolicy.text)
    records[table.text.range] = record
    order.append(table.text.range)
    return record
  }

  /// The tables that are read, each with the number of locals it sees.
  private static func tables(of policy: Policy) -> [(DatedTable, Int)] {
    policy.items.compactMap { item in
      switch item.kind {
      case .derived(let derived):
        // What stands below a rule is never read.
        for case .logic(let rule) in derived.definitions {
          return Self.table(rule.base).map { ($0, 0) }
        }
        return nil
      case .function(let function):
        guard case .expression(let body, _) = function.body else { return nil }
        return Self.table(body).map { ($0, function.parameters.count) }
      default: return nil
      }
    }
  }

  private static func table(_ expression: CheckedExpression) -> DatedTable? {
    if case .embedded(let logic) = expression.node { logic as? DatedTable } else { nil }
  }

  /// The first day and those on which something changes.
  private func days(_ place: TableInPlace, _ edition: Rulebook.Edition) -> [CalendarDate] {
    let changes = place.changes.filter(edition.contains).sorted()
    let first = edition.from ?? changes.first?.adding(days: -1) ?? .latest
    return Array(Set(changes + [first]).sorted().prefix(Self.mostDays))
  }
}
