import Diagnostics
import FEEL
import PolicyModel
import PolicySyntax
import Quantities

/// Collects the mistakes that can be made in policies, each once however many policies hold it.
struct MutantCollector {
  private(set) var mutants: [Mutant] = []
  private var seen: Set<[Mutant.Edit]> = []
  /// What the part that mistakes are made in rests on.
  private var sources: [Citation] = []

  /// Adds the mistakes that can be made in a policy.
  mutating func add(_ policy: Policy) {
    for criterion in policy.criteria where !criterion.isWaived {
      let places = places(criterion.chain)
      sources = criterion.sources
      switch criterion.test {
      case .require(let condition):
        add(.removed, [.init(range: condition.range, text: "true")], criterion.name, places)
        add(condition, criterion.name, places)
      case .metFrom(let day):
        add(
          .removed, [.init(range: day.range, text: "date(1900, 1, 1)")], criterion.name, places)
        add(day, criterion.name, places)
      }
      add(criterion.asOf, criterion.name, places)
    }
    for reason in policy.refer + policy.exempt {
      sources = reason.sources
      add(.removed, [.init(range: reason.condition.range, text: "false")], reason.name, [])
      add(reason.condition, reason.name, [])
    }
    for benefit in policy.benefits {
      sources = benefit.sources
      add(benefit.amount, benefit.name, [])
    }
    if let term = policy.term { add(term) }
    for item in policy.items { add(item) }
  }

  private mutating func add(_ term: Term) {
    sources = term.sources
    for expression in [term.starts, term.lastMonth, term.months, term.usedBefore] {
      add(expression, "term", [])
    }
    for event in term.ends + term.suspended {
      sources = event.sources
      add(.removed, [.init(range: event.condition.range, text: "false")], event.name, [])
      add(event.condition, event.name, [])
      add(event.atMost, event.name, [])
    }
  }

  private mutating func add(_ item: Item) {
    let places = places(item.chain)
    switch item.kind {
    case .derived(let derived):
      for definition in derived.definitions {
        switch definition {
        case .values(let values): add(values, item.name, places)
        case .logic(let rule): add(rule, item.name)
        }
      }
    case .function(let function):
      if case .expression(let body, _) = function.body {
        sources = item.chain.last { !$0.sources.isEmpty }?.sources ?? []
        add(body, item.name, places)
        addRows(in: body, item.name, places)
      }
    case .fact, .element, .supplied: break
    }
  }

  private mutating func add(_ rule: LogicRule, _ name: String) {
    let places: Set<SourceRange> = [rule.base.range]
    sources = rule.sources
    add(rule.base, name, places)
    addRows(in: rule.base, name, places)
    for exception in rule.exceptions {
      sources = exception.sources
      add(
        .exception, [.init(range: exception.condition.range, text: "false")],
        "\(name): \(exception.name)", places)
      add(exception.condition, name, places)
      add(exception.value, name, places)
    }
  }

  // MARK: Rows

  private mutating func addRows(
    in expression: CheckedExpression, _ name: String, _ places: Set<SourceRange>
  ) {
    guard case .embedded(let logic) = expression.node, let table = logic as? DatedTable else {
      expression.operands.forEach { addRows(in: $0, name, places) }
      return
    }
    let rows = table.text.rows
    let whole = sources
    defer { sources = whole }
    for (index, row) in rows.enumerated() {
      sources = table.sources[index].isEmpty ? whole : table.sources[index]
      let start = row.range.lowerBound
      let bar = SourceRange(file: row.range.file, lowerBound: start, upperBound: start + 1)
      // What begins with the sign of a comment is no row.
      if bar.text == "|" {
        add(.rowDropped, [.init(range: bar, text: "#")], "\(name) \(row.number.text)", places)
      }
    }
    for (index, (row, next)) in zip(rows, rows.dropFirst()).enumerated() {
      sources = table.sources[index].isEmpty ? whole : table.sources[index]
      guard let one = row.outputs.first, let other = next.outputs.first, one.text != other.text
      else { continue }
      add(
        .rowsSwapped,
        [.init(range: one.range, text: other.text), .init(range: other.range, text: one.text)],
        "\(name) \(row.number.text), \(next.number.text)", places)
    }
  }

  // MARK: Values

  private mutating func add(
    _ values: [DatedValueRule], _ name: String, _ places: Set<SourceRange>
  ) {
    for (index, rule) in values.enumerated() {
      sources = rule.sources
      if let range = Self.place(ofValue: rule) {
        for text in Self.others(than: rule.text) {
          add(.value, [.init(range: range, text: text)], name, [rule.range])
        }
      }
      // A first value begins where its source does; what lies before it is not the rules' to say.
      guard index > 0, let from = rule.window.from, let until = values[index - 1].window.until,
        until.value.adding(days: 1) == from.value,
        until.range.upperBound <= from.range.lowerBound
      else { continue }
      for first in [
        from.value.adding(days: 1), from.value.adding(days: -1), from.value.adding(months: 1),
      ] {
        guard let first, let last = first.adding(days: -1) else { continue }
        add(
          .date,
          [
            .init(range: until.range, text: last.description),
            .init(range: from.range, text: first.description),
          ], name, places)
      }
    }
  }

  /// Where the value stands in its entry.
  private static func place(ofValue rule: DatedValueRule) -> SourceRange? {
    let entry = Array(rule.range.text.utf8)
    let wanted = Array("is: \(rule.text)".utf8)
    guard entry.count >= wanted.count else { return nil }
    for start in 0...(entry.count - wanted.count)
    where entry[start..<(start + wanted.count)].elementsEqual(wanted) {
      let lower = rule.range.lowerBound + start + 4
      return SourceRange(
        file: rule.range.file, lowerBound: lower,
        upperBound: lower + rule.text.utf8.count)
    }
    return nil
  }

  private static func others(than text: String) -> [String] {
    switch text {
    case "true": ["false"]
    case "false": ["true"]
    default:
      if let slash = text.firstIndex(of: "/") {
        ExpressionMutants.neighbours(of: String(text[..<slash])).map { $0 + text[slash...] }
      } else {
        ExpressionMutants.neighbours(of: text)
      }
    }
  }

  // MARK: Adding

  private func places(_ chain: [Origin]) -> Set<SourceRange> { Set(chain.map(\.range)) }

  private mutating func add(
    _ expression: CheckedExpression?, _ name: String, _ places: Set<SourceRange>
  ) {
    guard let expression else { return }
    var mutants = ExpressionMutants()
    mutants.add(expression)
    for (kind, edits) in mutants.found { add(kind, edits, name, places) }
  }

  private mutating func add(
    _ kind: Mutant.Kind, _ edits: [Mutant.Edit], _ name: String, _ places: Set<SourceRange>
  ) {
    guard edits.allSatisfy({ !$0.range.text.isEmpty && $0.range.text != $0.text }),
      seen.insert(edits).inserted
    else { return }
    mutants.append(
      Mutant(kind: kind, edits: edits, name: name, sources: sources, reachedBy: places))
  }
}
