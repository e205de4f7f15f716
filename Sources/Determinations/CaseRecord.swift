import Diagnostics
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
    /// The general rule, or the exception that holds; several where they contradict each other.
    case logic(LogicRule, exceptions: [ExceptionRule])
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
  /// A rule with what it gives.
  struct Side {
    let label: Label
    let sources: [Citation]
    let value: Value

    /// A side of its own words.
    init(_ label: Label, sources: [Citation] = [], value: Value) {
      self.label = label
      self.sources = sources
      self.value = value
    }

    /// An exception.
    init(_ exception: ExceptionRule, value: Value) {
      self.init(
        EngineWords.quoted(
          exception.label ?? EngineWords.text(zh: exception.name, en: exception.name)),
        sources: exception.sources, value: value)
    }
  }

  /// What they are about.
  let name: String
  let label: Label?
  let first: Side
  let second: Side
}

extension CaseConflict {
  /// The reason to refer that it is.
  var reason: ReasonResult {
    func words(_ language: Language) -> (of: String, first: String, second: String) {
      func text(_ side: Side) -> String {
        let label = side.label.text(in: language)
        return language == .chinese
          ? "\(label)（\(side.value.text)）" : "\(label) (\(side.value.text))"
      }
      return (label?.text(in: language) ?? name, text(first), text(second))
    }
    let (zh, en) = (words(.chinese), words(.english))
    return ReasonResult(
      name: name, label: label,
      why: EngineWords.text(
        zh: "\(zh.of)：\(zh.first)与\(zh.second)不一致",
        en: "\(en.of): \(en.first) and \(en.second) disagree"),
      holds: true, sources: first.sources + second.sources)
  }
}

extension CaseRecord {
  /// What the value rests on: the source of a dated value, of the exception that held, of the
  /// rule, and of the rows that matched.
  var citations: [Citation] {
    switch origin {
    case .dated(let rule, _): return rule.sources
    case .logic(let rule, let exceptions):
      let rows = tables.flatMap { table in table.matched.flatMap { table.table.sources[$0] } }
      var citations = exceptions.first?.sources ?? rule.sources
      let others = exceptions.dropFirst().flatMap(\.sources) + rows
      for citation in others where !citations.contains(citation) { citations.append(citation) }
      return citations
    default:
      return tables.flatMap { table in table.matched.flatMap { table.table.sources[$0] } }
    }
  }
}
