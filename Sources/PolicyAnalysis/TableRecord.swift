import DMN
import Diagnostics
import FEEL
import PolicyModel
import PolicySyntax
import Quantities

/// Where and when something holds.
struct Circumstance: Hashable {
  let policy: PolicyID
  let pilot: PilotID?
  let day: CalendarDate
}

/// What passes the cells of a table that name nothing, by rule and input; found out once.
final class ConstantCells {
  var forms: [[CellForm?]]

  init(_ table: DecisionTable) {
    forms = table.rules.map { $0.inputs.map { $0.expressions.isEmpty ? .all : nil } }
  }
}

/// All that is found about one drawn table, on every day on which it changes and in every place.
final class TableRecord {
  /// A finding with where it was met first.
  struct Entry {
    var finding: TableFinding
    let first: Circumstance
    var count: Int
  }

  let text: TableText
  let hitPolicy: String
  private(set) var entries: [Entry] = []
  /// How often the table was looked at, and how often each rule was in force.
  private(set) var count = 0
  private(set) var inForce: [Int: Int] = [:]
  private var searches = 0
  private var places: [TableFinding.Kind: Int] = [:]
  private var seen: [TableSnapshot: [TableFinding]] = [:]
  /// What passes the cells that name nothing, by what the inputs can be.
  private var constants: [[InputDomain.Shape]: ConstantCells] = [:]

  init(_ text: TableText, hitPolicy: String) {
    self.text = text
    self.hitPolicy = hitPolicy
  }

  /// What passes the cells that name nothing, which is the same wherever the inputs are the same.
  func constantCells(_ domains: [InputDomain], _ table: DecisionTable) -> ConstantCells {
    let shapes = domains.map(\.shape)
    if let known = constants[shapes] { return known }
    let cells = ConstantCells(table)
    constants[shapes] = cells
    return cells
  }

  /// Takes a snapshot, which is examined unless an equal one has been.
  func add(
    _ snapshot: TableSnapshot, _ circumstance: Circumstance,
    examine: () -> [TableFinding]
  ) {
    count += 1
    for rule in snapshot.rules { inForce[rule, default: 0] += 1 }
    let findings: [TableFinding]
    if let known = seen[snapshot] {
      findings = known
    } else {
      findings = examine()
      seen[snapshot] = findings
    }
    for finding in findings {
      if let place = places[finding.kind] {
        entries[place].count += 1
        if finding.witness?.isCertain == true { entries[place].finding = finding }
      } else {
        places[finding.kind] = entries.count
        entries.append(Entry(finding: finding, first: circumstance, count: 1))
      }
    }
  }

  /// Whether a case may be looked for once more: a table can have any number of findings.
  func maySearch() -> Bool {
    searches += 1
    return searches <= 40
  }

  /// Whether something holds wherever a rule is in force.
  func isAlways(_ entry: Entry, rule: Int?) -> Bool {
    entry.count == (rule.flatMap { inForce[$0] } ?? count)
  }
}
