import Diagnostics
import FEEL
import PolicyModel
import PolicySyntax
import Quantities

/// Criteria that the engine makes: the region, the term, what stacks with what.
extension CaseDecision {
  /// The fact of the jurisdiction lies within the pilot's region.
  mutating func testRegion() throws(EvaluationFailure) {
    guard policy.pilot != nil, let fact = policy.jurisdiction,
      let item = policy.item(.inTheRegion)
    else { return }
    let tested = TestedCriterion(
      result: CriterionResult(
        name: "region", label: EngineWords.region, result: .unknown))
    let (record, value) = try environment.root("region") { () throws(EvaluationFailure) -> Value in
      try self.evaluation.value(
        of: CheckedExpression(.item(item), .boolean, at: policy.items[fact].placeOrNowhere))
    }
    tested.record = record
    switch value {
    case .boolean(let within): tested.result.result = within ? .met : .unmet
    case .unknown(let unknown): tested.unknown = unknown
    default: break
    }
    environment.set(value: tested.value, of: record)
    if hasGrounds {
      tested.result.facts = environment.records.compactMap { record in
        guard record.item == fact, let value = record.value, value.unknownInside == nil else {
          return nil
        }
        return policy.named(fact, value)
      }.prefix(1).map { $0 }
    }
    criteria.append(tested)
  }

  /// No other policy that excludes this one pays for what this one would be paid for.
  mutating func testStacking() throws(EvaluationFailure) {
    let period = policy.period
    for entry in policy.stacking where entry.mode == .excludes {
      let tested = TestedCriterion(
        result: CriterionResult(
          name: "stacking \(entry.with)", label: EngineWords.stacking(entry.title, period),
          result: .met,
          sources: entry.sources, range: entry.range))
      let (record, paid) = try environment.root(tested.result.name) {
        () throws(EvaluationFailure) -> Value in
        try self.paid(by: entry.with, for: period)
      }
      tested.record = record
      switch paid {
      case .number(let amount):
        if !amount.isZero {
          tested.result.result = .unmet
          tested.result.unmet = EngineWords.excluded(by: entry.title, period, at: entry.range)
        }
      case .unknown(let unknown):
        tested.result.result = .unknown
        tested.unknown = unknown
      default: break
      }
      environment.set(value: tested.value, of: record)
      criteria.append(tested)
    }
  }

  /// What other policies paid for the benefit's month or year, or ever, and is taken off.
  func offsets(against benefit: Benefit) throws(EvaluationFailure) -> Value {
    var total = Decimal128.zero
    var unknown: Unknown?
    for entry in policy.stacking where entry.mode == .offsets {
      switch try paid(by: entry.with, for: benefit.pays) {
      case .number(let amount): total = total.adding(amount) ?? total
      case .unknown(let other): unknown = unknown?.union(other) ?? other
      case let other: return other
      }
    }
    return unknown.map(Value.unknown) ?? .number(total)
  }

  /// What a policy paid by the grants: for the month decided, for its year, or for any month.
  private func paid(by other: PolicyID, for period: Frequency) throws(EvaluationFailure) -> Value {
    guard let item = policy.item(.grants) else { return .number(.zero) }
    let grants = try environment.value(of: item, in: evaluation)
    guard case .list(let entries) = grants else { return grants }
    let date = environment.date
    let isMeant = { (month: CalendarDate) in
      switch period {
      case .monthly: month == date.firstOfMonth
      case .yearly: month.year == date.year
      case .once: true
      }
    }
    var total = Decimal128.zero
    var unknown: Unknown?
    for entry in entries {
      guard let grant = entry.context, let name = grant["policy"] else { continue }
      if Evaluation.equal(name, .string(other.name)).boolean == false { continue }
      switch Self.paid(grant, where: isMeant) {
      case .number(let amount) where amount.isZero: continue
      case .number(let amount) where !name.isUnknown: total = total.adding(amount) ?? total
      case let amount:
        for value in [name, amount] {
          if let open = value.unknown { unknown = unknown?.union(open) ?? open }
        }
      }
    }
    return unknown.map(Value.unknown) ?? .number(total)
  }

  /// What a grant paid for some months.
  private static func paid(
    _ grant: ContextValue, where isMeant: (CalendarDate) -> Bool
  ) -> Value {
    guard case .list(let payments)? = grant["paid"] else { return grant["paid"] ?? .number(.zero) }
    var total = Decimal128.zero
    for payment in payments {
      guard let payment = payment.context, case .date(let month)? = payment["month"],
        isMeant(month),
        let amount = payment["amount"]?.number
      else { continue }
      total = total.adding(amount) ?? total
    }
    return .number(total)
  }
}

extension Policy {
  /// How long what it pays is for, with several benefits the shortest.
  fileprivate var period: Frequency {
    let all = benefits.map(\.pays)
    if all.isEmpty || all.contains(.monthly) { return .monthly }
    return all.contains(.yearly) ? .yearly : .once
  }
}

/// What the engine calls what it makes.
enum EngineWords {
  private static let nowhere = SourceRange(
    file: SourceFile(name: "", bytes: []), lowerBound: 0, upperBound: 0)

  static let region = Label(zh: "属于本试点地区", en: "Lies within the pilot's region", at: nowhere)
  static let term = Label(zh: "在享受期限内", en: "Within the term", at: nowhere)
  static let termStarts = Label(
    zh: "享受期限的起始月", en: "First month of the term", at: nowhere)
  static let grants = Label(
    zh: "以前获批的补贴", en: "What was granted before", at: nowhere)
  static let askForGrants = Label(
    zh: "以前获批过哪些补贴（政策、地区、核定日期、各月金额）？没有请写“无”。",
    en:
      "What was granted before (policy, region, day of approval, amounts by month)? Say none if nothing was.",
    at: nowhere)

  static let supplied = text(zh: "提供的值", en: "supplied")
  static let derived = text(zh: "推算的值", en: "derived")

  /// The element of a list that is decided on its own.
  static let element = text(zh: "本项", en: "this item")

  /// The entries of a grant.
  static let grantEntries = [
    "policy": text(zh: "政策", en: "policy"), "pilot": text(zh: "地区", en: "place"),
    "approved": text(zh: "核定日期", en: "approved"), "paid": text(zh: "各月金额", en: "paid"),
    "item": text(zh: "项目", en: "item"),
  ]

  /// The entries of what a grant paid for a month.
  static let paymentEntries = [
    "month": text(zh: "月份", en: "month"), "amount": text(zh: "金额", en: "amount"),
  ]

  static func stacking(_ policy: Label, _ period: Frequency) -> Label {
    let policy = quoted(policy)
    let (zh, en) = (policy.text(in: .chinese), policy.text(in: .english))
    return switch period {
    case .monthly:
      Label(zh: "本月未享受\(zh)", en: "Nothing paid under \(en) for the month", at: nowhere)
    case .yearly: Label(zh: "本年未享受\(zh)", en: "Nothing paid under \(en) for the year", at: nowhere)
    case .once: Label(zh: "从未享受\(zh)", en: "Nothing ever paid under \(en)", at: nowhere)
    }
  }

  static func excluded(by policy: Label, _ period: Frequency, at range: SourceRange) -> Label {
    let policy = quoted(policy)
    let (zh, en) = (policy.text(in: .chinese), policy.text(in: .english))
    return switch period {
    case .monthly: Label(zh: "本月已由\(zh)支付", en: "\(en) pays for the month already", at: range)
    case .yearly: Label(zh: "本年已由\(zh)支付", en: "\(en) pays for the year already", at: range)
    case .once: Label(zh: "\(zh)已支付过", en: "\(en) has paid already", at: range)
    }
  }

  /// Something by its label in quotation marks.
  static func quoted(_ label: Label) -> Label {
    text(zh: "“\(label.text(in: .chinese))”", en: "“\(label.text(in: .english))”")
  }

  /// A reason that holds in a month.
  static func inMonth(_ month: CalendarDate, _ reason: Label?) -> Label {
    let month = CaseDecision.text(month)
    return Label(
      zh: "\(month)：\(reason?.text(in: .chinese) ?? "")",
      en: "\(month): \(reason?.text(in: .english) ?? "")", at: nowhere)
  }

  static func text(zh: String, en: String) -> Label { Label(zh: zh, en: en, at: nowhere) }
}

extension Item {
  /// Where it is declared, or an empty place for what the engine supplies.
  var placeOrNowhere: SourceRange {
    chain.last?.range
      ?? SourceRange(file: SourceFile(name: "", bytes: []), lowerBound: 0, upperBound: 0)
  }
}
