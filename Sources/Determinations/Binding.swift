import Diagnostics
import FEEL
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities

/// Reads the facts of an applicant by the types that a policy declares.
struct Binding {
  let policy: Policy
  let applicant: Applicant
  var bound = BoundCase()
  var diagnostics: [Diagnostic] = []

  /// Binds everything the policy knows; names that it does not know are left to others.
  init(_ applicant: Applicant, to policy: Policy) {
    self.policy = policy
    self.applicant = applicant
    let names = policy.suppliableNames
    var seen: [Int: Name] = [:]
    var supplied = applicant.facts
    for claim in applicant.claims where policy.isMeant(by: claim) {
      supplied += claim.facts
    }
    for fact in supplied {
      guard let item = names[fact.name.text] else { continue }
      if let first = seen[item] {
        diagnostics.append(FactMessages.suppliedTwice(fact.name, first: first.range))
        continue
      }
      seen[item] = fact.name
      bind(fact, to: item)
    }
    if let grants = applicant.grants { bind(grants: grants) }
  }

  private mutating func bind(_ fact: SuppliedFact, to id: ItemID) {
    let item = policy.items[id]
    switch item.kind {
    case .fact(let declaration):
      var constraints = Constraints(declaration)
      constraints.isRegion = id == policy.jurisdiction
      bound.facts[id] = timed(fact, item, constraints)
    case .derived:
      bound.facts[id] = timed(fact, item, Constraints(overTime: .history))
    default: break
    }
  }

  /// The values over time of a fact.
  private mutating func timed(_ fact: SuppliedFact, _ item: Item, _ declaration: Constraints)
    -> BoundFact?
  {
    let lasts = declaration.overTime == .history
    guard declaration.overTime != nil, case .record(let entries) = fact.value.content else {
      if case .record(let entries) = fact.value.content, !item.type.nonNull.isCollection {
        let only = entries.count == 1 ? entries[0].value.range.text : nil
        diagnostics.append(FactMessages.sameEveryDay(fact.name, only, at: fact.value.range))
        return nil
      }
      guard let value = value(fact.value, item.type, fact.name, declaration) else { return nil }
      return BoundFact(
        entries: [.init(from: nil, until: nil, known: nil, value: value)], lasts: lasts)
    }
    var bound: [(key: Name, entry: BoundFact.Entry)] = []
    for (key, supplied) in entries {
      guard let period = Period(key.text, lasts: lasts) else {
        diagnostics.append(FactMessages.noPeriod(key, monthly: !lasts))
        continue
      }
      guard let (content, known) = reported(supplied),
        let value = value(content, item.type, fact.name, declaration)
      else { continue }
      bound.append(
        (key, .init(from: period.from, until: period.until, known: known, value: value)))
    }
    bound.sort {
      ($0.entry.from?.dayNumber ?? .min, $0.entry.known?.dayNumber ?? .min)
        < ($1.entry.from?.dayNumber ?? .min, $1.entry.known?.dayNumber ?? .min)
    }
    checkPeriods(bound, of: fact.name, lasts: lasts)
    return BoundFact(entries: bound.map(\.entry), lasts: lasts)
  }

  /// A value and the day on which it was reported, if that is said; nil if that is no day.
  private mutating func reported(
    _ supplied: SuppliedValue
  ) -> (content: SuppliedValue, known: CalendarDate?)? {
    guard case .record(let parts) = supplied.content,
      let inner = parts.first(where: { $0.key.text == "is" })
    else { return (supplied, nil) }
    for (key, _) in parts where key.text != "is" && key.text != "known from" {
      diagnostics.append(
        FactMessages.unknownEntry(
          key, of: "is", nearest: nearest(to: key.text, among: ["is", "known from"])))
    }
    guard let reported = parts.first(where: { $0.key.text == "known from" }) else {
      return (inner.value, nil)
    }
    guard case .text(let text) = reported.value.content, let day = CalendarDate(text) else {
      diagnostics.append(FactMessages.wrongDate(at: reported.value.range))
      return nil
    }
    return (inner.value, day)
  }

  /// Reports two values for the same time, known at the same time; they stand in the order of
  /// their first days.
  private mutating func checkPeriods(
    _ entries: [(key: Name, entry: BoundFact.Entry)], of name: Name, lasts: Bool
  ) {
    var last: [CalendarDate?: (key: Name, entry: BoundFact.Entry)] = [:]
    for (key, entry) in entries {
      defer { last[entry.known] = (key, entry) }
      guard let before = last[entry.known], let from = entry.from else { continue }
      // A state begins where another ends; a month has one value.
      let isTwice =
        lasts ? before.entry.from == from : before.entry.until.map { from <= $0 } ?? true
      if isTwice {
        diagnostics.append(
          FactMessages.coveredTwice(key, of: name, first: before.key, monthly: !lasts))
      }
    }
  }

  /// A value read by its type, its constraints tested.
  private mutating func value(
    _ supplied: SuppliedValue, _ type: FEELType, _ name: Name, _ declaration: Constraints
  ) -> Value? {
    if case .none = supplied.content {
      if type.admitsNull { return .null }
      diagnostics.append(FactMessages.noneNotAllowed(name, at: supplied.range))
      return nil
    }
    let choices = declaration.choices
    guard
      let value = read(
        supplied, type.nonNull, name: name.text, item: policy.names[name.text], choices: choices)
    else { return nil }
    if declaration.isRegion, case .string(let code) = value, !Self.isRegion(code) {
      diagnostics.append(FactMessages.noRegion(name, code, at: supplied.range))
      return nil
    }
    return passes(value, declaration.allowed, declaration.allowedText, name, at: supplied.range)
      ? value : nil
  }

  /// Whether a value passes the tests for it; reports one that does not.
  private mutating func passes(
    _ value: Value, _ tests: CheckedUnaryTests, _ text: String?, _ name: Name,
    at range: SourceRange
  ) -> Bool {
    if case .any = tests { return true }
    let evaluation = Evaluation(in: NoItems(), rigour: .strict)
    guard case .boolean(false)? = try? evaluation.passes(tests, value, locals: []) else {
      return true
    }
    diagnostics.append(
      FactMessages.notAllowed(name, value: value.text, allowed: text ?? "", at: range))
    return false
  }

  private static func isRegion(_ code: String) -> Bool {
    code.utf8.count == 6
      && code.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// A value read by its type alone.
  private mutating func read(
    _ supplied: SuppliedValue, _ type: FEELType, name: String, item: ItemID?,
    choices: [TypeDescription.Choice]
  ) -> Value? {
    switch (type, supplied.content) {
    case (.list, .text(let text)) where SuppliedValue.saysNone(text): return .list([])
    case (.list(let element), .list(let elements)):
      var values: [Value] = []
      for entry in elements {
        guard
          let value = read(entry, element.nonNull, name: name, item: item, choices: choices)
        else { return nil }
        values.append(value)
      }
      return .list(values)
    case (.context(let fields), .record(let entries)):
      return record(entries, fields, name: name, item: item, at: supplied.range)
    case (_, .text(let text)):
      return scalar(text, type, name: name, choices: choices, at: supplied.range)
    default:
      diagnostics.append(
        FactMessages.wrongShape(name, type, of: policy, found: supplied.content, at: supplied.range)
      )
      return nil
    }
  }

  private mutating func record(
    _ entries: [(key: Name, value: SuppliedValue)], _ fields: [FEELType.Field], name: String,
    item: ItemID?, at range: SourceRange
  ) -> Value? {
    let declared = policy.entries(of: .context(fields))
    // An entry missing in a record is unknown, not null.
    let item = item ?? policy.forEach?.element ?? 0
    var context = policy.recordNotKnown(fields) { .init(item: item, part: $0) }
    for (key, value) in entries {
      let fieldName = declared[key.text] == nil ? Self.name(of: key.text, in: declared) : key.text
      guard let field = fields.first(where: { $0.name == fieldName }) else {
        diagnostics.append(
          FactMessages.unknownEntry(
            key, of: name,
            nearest: nearest(
              to: key.text,
              among: fields.map(\.name)
                + fields.compactMap { declared[$0.name]?.description.label?.zh }),
            known: fields.map { ($0.name, declared[$0.name]?.description.label?.zh) }))
        continue
      }
      if case .none = value.content {
        if field.type.admitsNull {
          context[field.name] = .null
        } else {
          diagnostics.append(FactMessages.noneNotAllowed(key, at: value.range))
        }
        continue
      }
      let constraints = declared[field.name]
      guard
        let read = read(
          value, field.type.nonNull, name: field.name, item: item,
          choices: constraints?.description.choices ?? []),
        passes(
          read, constraints?.allowed ?? .any, constraints?.description.allowed?.source.text, key,
          at: value.range)
      else { return nil }
      context[field.name] = read
    }
    return .context(context)
  }

  /// The name of the entry that a label means; the label itself if it means none.
  private static func name(of label: String, in declared: [String: RecordEntry]) -> String {
    let named = declared.filter { entry in
      entry.value.description.label?.zh == label || entry.value.description.label?.en == label
    }
    return named.keys.min() ?? label
  }

  private mutating func scalar(
    _ text: String, _ type: FEELType, name: String, choices: [TypeDescription.Choice],
    at range: SourceRange
  ) -> Value? {
    switch type {
    case .string:
      if choices.isEmpty { return .string(text) }
      if choices.contains(where: { $0.name.text == text }) { return .string(text) }
      if let choice = choices.first(where: { $0.label?.zh == text || $0.label?.en == text }) {
        return .string(choice.name.text)
      }
      let names = choices.map(\.name.text)
      diagnostics.append(
        FactMessages.noChoice(
          name, text, choices,
          nearest: nearest(to: text, among: names + choices.compactMap(\.label?.zh)), at: range))
      return nil
    case .boolean:
      // Spreadsheets write truth values in capital letters.
      switch text.lowercased() {
      case "true", "是": return .boolean(true)
      case "false", "否": return .boolean(false)
      default:
        diagnostics.append(FactMessages.noBoolean(name, text, at: range))
        return nil
      }
    case .number(let unit):
      guard let number = Decimal128(text) else {
        diagnostics.append(FactMessages.noNumber(name, text, at: range))
        return nil
      }
      guard Decimal128.isExact(text) else {
        diagnostics.append(FactMessages.inexact(name, text, at: range))
        return nil
      }
      if let scale = unit.scale, number.reduced.scale > scale {
        diagnostics.append(FactMessages.tooManyDigits(name, text, scale, at: range))
        return nil
      }
      return .number(number)
    case .date:
      guard let date = CalendarDate(text) else {
        diagnostics.append(FactMessages.noDate(name, text, at: range))
        return nil
      }
      return .date(date)
    case .daysAndTimeDuration:
      if let duration = DaysAndTimeDuration(text) { return .daysAndTimeDuration(duration) }
    case .yearsAndMonthsDuration:
      if let duration = YearsAndMonthsDuration(text) { return .yearsAndMonthsDuration(duration) }
    default: break
    }
    diagnostics.append(
      FactMessages.wrongShape(name, type, of: policy, found: .text(text), at: range))
    return nil
  }
}

extension Policy {
  /// Whether a claim is for it, by its name or title.
  fileprivate func isMeant(by claim: Applicant.Claim) -> Bool {
    let text = claim.policy.text
    return text == id.name || namesInGrants?.policy(text) == .known(id.name)
  }
}

extension FEELType {
  /// Whether its values hold others.
  fileprivate var isCollection: Bool {
    switch self {
    case .context, .list, .any: true
    default: false
    }
  }
}

/// What a supplied value must keep to, beside its type.
struct Constraints {
  var overTime: OverTime?
  var allowed = CheckedUnaryTests.any
  var allowedText: String?
  var choices: [TypeDescription.Choice] = []
  /// Whether it is the code that decides which pilot's rules apply.
  var isRegion = false

  /// Those of a value supplied in place of a decision.
  init(overTime: OverTime?) { self.overTime = overTime }

  /// Those of a fact.
  init(_ fact: Fact) {
    overTime = fact.overTime
    allowed = fact.allowed
    allowedText = fact.allowedText
    choices = fact.choices
  }
}

/// An environment for tests of supplied values, which name no items.
final class NoItems: EvaluationEnvironment {
  func value(of item: Int, in evaluation: Evaluation) throws(EvaluationFailure) -> Value {
    throw EvaluationFailure(.unknownName("\(item)"), at: nil)
  }

  func value(
    of item: Int, on day: CalendarDate, in evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value {
    throw EvaluationFailure(.unknownName("\(item)"), at: nil)
  }
}
