import FEEL
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities

/// All that a missing fact could be, one after another, put in its place.
///
/// A text could be anything; it is tried as one that is none of those it is compared with, and then
/// as each of these.
struct FactTrials {
  /// A case with something in the place of what is missing.
  struct Trial {
    let item: ItemID
    let bound: BoundCase
    let element: Value?
    /// The same for the other months of the claim.
    let tried: TriedFacts
  }

  /// The most texts that are tried.
  private static let mostTexts = 64

  private let item: ItemID
  private let fact: MissingFact
  private let bound: BoundCase
  private let element: Value?
  private let isList: Bool
  /// Whether nothing else is missing under its name, so that what is tried is all there is to it.
  let isAll: Bool
  private var values: [Value]
  private var met: TextsMet?

  /// Nil if it could be too many things, or is missing in several places at once and not in the
  /// element that is decided.
  init?(of fact: MissingFact, in run: PolicyRun, _ element: Value?) {
    guard let item = run.policy.names[fact.name] ?? run.policy.forEach?.element else { return nil }
    self.fact = fact
    bound = run.bound
    var type = fact.type
    var choices: [TypeDescription.Choice] = []
    var cause = Unknown.Cause(item: item)
    switch run.policy.items[item].kind {
    case .fact(let declaration) where fact.part.isEmpty:
      guard bound.facts[item] == nil else { return nil }
      choices = declaration.choices
      self.item = item
      self.element = element
      isList = false
      isAll = true
    case .fact, .supplied(.grants):
      let grants = run.policy.item(.grants) == item ? bound.grants : nil
      guard !fact.part.isEmpty, let records = grants ?? bound.facts[item]?.records else {
        return nil
      }
      cause = .init(item: item, part: fact.part)
      let lacking = records.count { $0.lacks(cause) }
      isAll = lacking == 1
      guard isAll || element?.lacks(cause) == true, let field = Self.field(fact.part, of: type)
      else { return nil }
      type = field
      choices = run.policy.fields[fact.part]?.choices ?? []
      self.item = item
      self.element = element
      isList = true
    default: return nil
    }
    switch type.nonNull {
    case .boolean: values = [.boolean(true), .boolean(false)]
    case .string where !choices.isEmpty: values = choices.map { .string($0.name.text) }
    case .string:
      let met = TextsMet()
      self.met = met
      values = [.unknown(Unknown(causes: [cause], extent: .text(met)))]
    default: return nil
    }
    if type.admitsNull { values.append(.null) }
  }

  private static func field(_ name: String, of type: FEELType) -> FEELType? {
    if case .list(let element) = type.nonNull { return element.nonNull.field(name) }
    return type.nonNull.field(name)
  }

  /// The next; nil if there is none.
  mutating func next() -> Trial? {
    if values.isEmpty, let met {
      self.met = nil
      // Too many to try them all: whatever comes of the rest stays open.
      let texts = met.all
      values =
        texts.count <= Self.mostTexts
        ? texts.map(Value.string)
        : [.unknown(Unknown(causes: [.init(item: item, part: fact.part)]))]
    }
    guard !values.isEmpty else { return nil }
    let value = values.removeFirst()
    var bound = bound
    var element = element
    var tried = TriedFacts()
    if isList, !isAll {
      element = element?.filling(.init(item: item, part: fact.part), with: value)
    } else if isList {
      let cause = Unknown.Cause(item: item, part: fact.part)
      func filled(_ records: [Value]) -> [Value] { records.map { $0.filling(cause, with: value) } }
      if let fact = bound.facts[item], let records = fact.records {
        let filled = BoundFact(
          entries: [.init(from: nil, until: nil, known: nil, value: .list(filled(records)))],
          lasts: fact.lasts)
        bound.facts[item] = filled
        tried.facts[self.fact.name] = filled
      } else if let grants = bound.grants {
        bound.grants = filled(grants)
        tried.grants = bound.grants
      }
      element = element?.filling(cause, with: value)
    } else {
      let constant = BoundFact(
        entries: [.init(from: nil, until: nil, known: nil, value: value)], lasts: true)
      bound.facts[item] = constant
      tried.facts[fact.name] = constant
    }
    return Trial(item: item, bound: bound, element: element, tried: tried)
  }
}

/// Facts taken to be something although they are not supplied, to see what follows.
struct TriedFacts: Sendable {
  var facts: [String: BoundFact] = [:]
  var grants: [Value]?
}

extension BoundFact {
  /// The records of a list that is always the same.
  fileprivate var records: [Value]? {
    guard isConstant, let list = entries.first?.value.list,
      list.allSatisfy({ $0.context != nil })
    else { return nil }
    return list
  }
}

extension Value {
  /// Whether it is a record in which something is missing.
  fileprivate func lacks(_ cause: Unknown.Cause) -> Bool {
    context?[cause.part]?.unknown?.causes.contains(cause) ?? false
  }

  /// The record with what is missing filled in.
  fileprivate func filling(_ cause: Unknown.Cause, with value: Value) -> Value {
    guard lacks(cause), var entries = context else { return self }
    entries[cause.part] = value
    return .context(entries)
  }
}
