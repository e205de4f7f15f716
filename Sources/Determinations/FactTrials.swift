import FEEL
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities

/// All that a missing fact could be, one after another, put in its place.
///
/// A text could be anything; it is tried as one that is none of those it is compared with, and then
/// as each of these. Numbers and days are tried all at once, then apart wherever something they were
/// compared with tells them apart, until nothing does.
struct FactTrials {
  /// A case with something in the place of what is missing.
  struct Trial {
    /// Through what it is read: the fact, and the element that is decided if it stands in that.
    let items: Set<ItemID>
    let bound: BoundCase
    let element: Value?
    /// The same for the other months of the claim.
    let tried: TriedFacts
  }

  /// The most texts that are tried.
  private static let mostTexts = 64
  /// The most stretches of numbers or days that are tried.
  private static let mostStretches = 64
  /// How many years back days are tried first.
  private static let ordinaryYears = [32, 64, 16, 8]

  private let item: ItemID
  /// What is tried in place of the fact that it rests on.
  private let decision: ItemID?
  private let elementItem: ItemID?
  private let fact: MissingFact
  private let bound: BoundCase
  private let element: Value?
  private let isList: Bool
  /// Whether nothing else is missing under its name, so that what is tried is all there is to it.
  let isAll: Bool
  /// Whether it is the same on every day.
  let isConstant: Bool
  private var values: [Value] = []
  private var met: ValuesMet<String>?
  private var numbers: Stretches<Decimal128>?
  private var days: Stretches<CalendarDate>?

  /// All that a decision could be which rests on a missing fact.
  ///
  /// What follows from each of these follows whatever the fact is. Nil if it is no day, or not the
  /// same on every day.
  init?(of decision: ItemID, restingOn fact: MissingFact, in run: PolicyRun, _ element: Value?) {
    guard let item = run.policy.names[fact.name], fact.part.isEmpty,
      case .derived = run.policy.items[decision].kind
    else { return nil }
    let type = run.policy.items[decision].type
    guard case .date = type.nonNull,
      run.environment(element).isConstant(decision, restingOn: item)
    else { return nil }
    self.fact = fact
    self.item = item
    self.decision = decision
    self.element = element
    bound = run.bound
    elementItem = nil
    isList = false
    isAll = false
    isConstant = false
    let cause = Unknown.Cause(item: item)
    // Ordinary ones first, which show soonest that something else is asked for.
    let ordinary = Self.ordinaryYears.compactMap { run.date.adding(months: -12 * $0) }
    days = Stretches(
      of: DaySpan(low: nil, high: nil), beginningWith: ordinary, most: Self.mostStretches,
      Value.date, within: \.closed
    ) {
      .unknown(Unknown(causes: [cause], extent: .day($0)))
    }
    if type.admitsNull { values = [.null] }
  }

  /// Nil if it could be too many things, or is missing in several places at once and not in the
  /// element that is decided.
  init?(of fact: MissingFact, in run: PolicyRun, _ element: Value?) {
    guard let item = run.policy.names[fact.name] ?? run.policy.forEach?.element else { return nil }
    self.fact = fact
    decision = nil
    bound = run.bound
    elementItem = run.policy.forEach?.element
    var type = fact.type
    var choices: [TypeDescription.Choice] = []
    var cause = Unknown.Cause(item: item)
    let extent: Extent?
    switch run.policy.items[item].kind {
    case .fact(let declaration) where fact.part.isEmpty:
      // What was supplied may not reach back to the day, and what lasts has one value before that.
      guard bound.facts[item]?.lasts ?? true else { return nil }
      choices = declaration.choices
      extent = run.policy.extent(of: type.nonNull, declaration.allowed, because: cause)
      self.item = item
      self.element = element
      isList = false
      isAll = true
      isConstant = declaration.overTime == nil
    case .fact, .supplied(.grants):
      let grants = run.policy.item(.grants) == item ? bound.grants : nil
      guard !fact.part.isEmpty, let records = grants ?? bound.facts[item]?.records else {
        return nil
      }
      cause = .init(item: item, part: fact.part)
      isAll = records.count { $0.lacks(cause) } == 1
      guard isAll || element?.lacks(cause) == true, let field = Self.field(fact.part, of: type)
      else { return nil }
      type = field
      choices = run.policy.fields[fact.part]?.choices ?? []
      let lacking = records.first { $0.lacks(cause) } ?? element
      extent = lacking?.context?[fact.part]?.unknown?.extent?.unlessNull
      self.item = item
      self.element = element
      isList = true
      isConstant = true
    default: return nil
    }
    switch type.nonNull {
    case .boolean: values = [.boolean(true), .boolean(false)]
    case .string where !choices.isEmpty: values = choices.map { .string($0.name.text) }
    case .string:
      let met = ValuesMet<String>()
      self.met = met
      values = [.unknown(Unknown(causes: [cause], extent: .text(met)))]
    default:
      switch extent {
      case .number(let span):
        numbers = Stretches(of: span, most: Self.mostStretches, Value.number) {
          .unknown(Unknown(causes: [cause], extent: .number($0)))
        }
      case .day(let span):
        days = Stretches(of: span, most: Self.mostStretches, Value.date, within: \.closed) {
          .unknown(Unknown(causes: [cause], extent: .day($0)))
        }
      default: return nil
      }
    }
    if type.admitsNull { values.append(.null) }
  }

  private static func field(_ name: String, of type: FEELType) -> FEELType? {
    if case .list(let element) = type.nonNull { return element.nonNull.field(name) }
    return type.nonNull.field(name)
  }

  /// Whether what was tried last must be told apart further, so that nothing follows from it yet.
  var isToldApart: Bool { numbers?.isToldApart ?? days?.isToldApart ?? false }

  /// Divides what was tried last, where nothing it was compared with tells it apart; false if it is one
  /// value, or it was divided often enough.
  mutating func divide() -> Bool { decision != nil && days?.divide(by: \.middle) ?? false }

  /// The next; nil if there is none.
  mutating func next() -> Trial? {
    if let next = numbers?.next() ?? days?.next() { values.insert(next, at: 0) }
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
    if let decision {
      bound.supposed[decision] = value
    } else if isList, !isAll {
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
      let filled = BoundFact(
        entries: [.init(from: nil, until: nil, known: nil, value: value)]
          + (bound.facts[item]?.entries ?? []), lasts: true)
      bound.facts[item] = filled
      tried.facts[fact.name] = filled
    }
    let items = Set([item] + [decision, isList ? elementItem : nil].compactMap { $0 })
    return Trial(items: items, bound: bound, element: element, tried: tried)
  }
}

/// Facts taken to be something although they are not supplied, to see what follows.
struct TriedFacts: Sendable {
  var facts: [String: BoundFact] = [:]
  var grants: [Value]?

  /// These and others beside them.
  func and(_ others: TriedFacts) -> TriedFacts {
    TriedFacts(
      facts: facts.merging(others.facts) { $1 }, grants: others.grants ?? grants)
  }
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
