import FEEL
import PolicyModel
import PolicySyntax
import Quantities

/// Something that was evaluated for a case, with what it read: the material of explanations.
struct CaseRecord {
  /// How the value came about; what is large is out of line, for records are many and moved about.
  enum Origin {
    case root
    indirect case fact(period: BoundFact.Entry?)
    /// A fact read in an earlier month of the claim, under the rules of that month.
    indirect case earlier(NamedValue)
    case assumed
    case missing
    case engine
    case dated(DatedValueRule, isProvisional: Bool)
    case unpublished
    case logic(LogicRule, exception: ExceptionRule?)
    case supplied
    case function
  }

  let item: ItemID?
  let name: String
  let day: CalendarDate
  var value: Value?
  var origin: Origin
  var children: [Int] = []
  var tables: [(table: DatedTable, matched: [Int], possible: [Int])] = []

  /// Whether it is of a test or an amount, and of nothing that such a one reads.
  var isRoot: Bool { if item == nil, case .root = origin { true } else { false } }
}

/// Two rules that give different values at once, which a person must look at.
struct CaseConflict {
  let name: String
  let first: (label: String, sources: [Citation], value: Value)
  let second: (label: String, sources: [Citation], value: Value)
}

extension CaseConflict {
  /// The reason to refer that it is.
  var reason: ReasonResult {
    let one = "\(first.label) (\(first.value.text))"
    let other = "\(second.label) (\(second.value.text))"
    return ReasonResult(
      name: name,
      why: EngineWords.text(
        zh: "\(name)：\(one) 与 \(other) 不一致", en: "\(name): \(one) and \(other) disagree"),
      holds: true, sources: first.sources + second.sources)
  }
}

extension CaseRecord {
  /// What the value rests on: the source of a dated value, of the exception that held, of the
  /// rule, and of the rows that matched.
  var citations: [Citation] {
    switch origin {
    case .dated(let rule, _): return rule.sources
    case .logic(let rule, let exception):
      let rows = tables.flatMap { table in table.matched.flatMap { table.table.sources[$0] } }
      var citations = exception?.sources ?? rule.sources
      for citation in rows where !citations.contains(citation) { citations.append(citation) }
      return citations
    default:
      return tables.flatMap { table in table.matched.flatMap { table.table.sources[$0] } }
    }
  }
}
