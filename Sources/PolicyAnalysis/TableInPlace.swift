import BitCollections
import DMN
import Diagnostics
import Determinations
import FEEL
import PolicyModel
import PolicySyntax
import Quantities

/// A table of a policy in one place: its inputs, and what its cells rest on.
final class TableInPlace {
  let table: DatedTable
  let policy: Policy
  let dependencies: Dependencies
  let domains: [InputDomain]
  /// How many locals its expressions see: the parameters of a function.
  private let level: Int
  /// Days on which cells or rules change.
  let changes: Set<CalendarDate>
  private let constants: ConstantCells

  init(_ table: DatedTable, level: Int, dependencies: Dependencies, record: TableRecord) {
    self.table = table
    self.level = level
    self.dependencies = dependencies
    policy = dependencies.policy
    domains = table.table.inputs.map { InputDomain(of: $0.expression, in: dependencies.policy) }
    var reach = Dependencies.Reach()
    for window in table.windows { reach.add(window) }
    for rule in table.table.rules {
      for expression in rule.inputs.flatMap(\.expressions) + rule.outputs {
        reach.add(dependencies.reach(of: expression))
      }
    }
    changes = reach.changes
    constants = record.constantCells(domains, table.table)
  }

  /// All that is needed to look at the table on a day.
  func snapshot(on day: CalendarDate) throws(Undecided) -> TableSnapshot {
    let values = RuleValues(of: policy, on: day, known: .latest)
    let reader = CellReader(dependencies: dependencies, values: values, level: level)
    let rules = table.rules(on: day, known: .latest)
    var forms: [[CellForm]] = []
    var open: [TableSnapshot.OpenCell] = []
    for rule in rules {
      var row: [CellForm] = []
      for (input, tests) in table.table.rules[rule].inputs.enumerated() {
        if let known = constants.forms[rule][input] {
          row.append(known)
          continue
        }
        do throws(Undecided) {
          let form = try self.form(of: tests, input, reader)
          if tests.expressions.allSatisfy(\.namesNothing) { constants.forms[rule][input] = form }
          row.append(form)
        } catch {
          if error == .unpublished { throw error }
          open.append(TableSnapshot.OpenCell(rule: rule, input: input, why: error))
          row.append(.all)
        }
      }
      forms.append(row)
    }
    return TableSnapshot(
      rules: rules, forms: forms, open: open, domains: try domainKeys(reader),
      results: try results(of: rules, reader))
  }

  private func form(
    of tests: CheckedUnaryTests, _ input: Int, _ reader: CellReader
  ) throws(Undecided) -> CellForm {
    let domain = domains[input]
    if case .anything = domain.values {
      throw .kind(table.table.inputs[input].expression.type.nonNull)
    }
    return try reader.form(of: tests, in: domain)
  }

  /// The domains with what is allowed read.
  private func domainKeys(
    _ reader: CellReader
  ) throws(Undecided) -> [TableSnapshot.DomainKey] {
    var keys: [TableSnapshot.DomainKey] = []
    for domain in domains {
      let free = CellReader(dependencies: dependencies, values: reader.values, level: 0)
      var allowed = CellForm.all
      var isFree = domain.isFree
      do throws(Undecided) {
        allowed = .both(domain.computed, try free.form(of: domain.allowed, in: domain))
      } catch {
        // Not all of its values can be supplied, and nobody knows which.
        isFree = false
      }
      keys.append(
        TableSnapshot.DomainKey(
          values: domain.values, admitsNull: domain.admitsNull, allowed: allowed, isFree: isFree))
    }
    return keys
  }

  /// What the rules come to, where that matters to the hit policy.
  private func results(
    of rules: [Int], _ reader: CellReader
  ) throws(Undecided) -> [TableSnapshot.Result] {
    var results: [TableSnapshot.Result] = []
    for rule in rules {
      var values: [Distinct] = []
      var why: Undecided?
      for output in table.table.rules[rule].outputs {
        do throws(Undecided) {
          values.append(Distinct(try reader.value(of: output)))
        } catch {
          if error == .unpublished { throw error }
          why = error
        }
      }
      let texts = table.text.rows[rule].outputs.map(\.text)
      results.append(why.map { .open(texts, $0) } ?? .values(values))
    }
    return results
  }
}

extension CheckedExpression {
  /// Whether it has the same value on every day in every place.
  var namesNothing: Bool {
    switch node {
    case .item, .itemOnDay, .invocation, .embedded: false
    default: operands.allSatisfy(\.namesNothing)
    }
  }
}

/// A table as it stands on one day in one place, all names read; equal ones are looked at once.
struct TableSnapshot: Hashable {
  struct OpenCell: Hashable {
    let rule: Int
    let input: Int
    let why: Undecided
  }

  struct DomainKey: Hashable {
    let values: InputDomain.Values
    let admitsNull: Bool
    let allowed: CellForm
    let isFree: Bool
  }

  /// What a rule comes to.
  enum Result: Hashable {
    case values([Distinct])
    /// It is computed from the case; the texts tell whether two are computed alike.
    case open([String], Undecided)
  }

  /// The rules in force.
  let rules: [Int]
  /// What passes, by rule in force and input.
  let forms: [[CellForm]]
  /// Cells of which that is not known; their forms let everything pass.
  let open: [OpenCell]
  let domains: [DomainKey]
  let results: [Result]
}
