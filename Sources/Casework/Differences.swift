import Determinations
import Entitlements
import Diagnostics
import PolicyModel
import PolicySyntax
import Quantities

extension Expectation.Subject {
  /// How much a determination must say for it to be found there.
  var detail: Detail {
    switch self {
    case .provisional, .evidence: .grounds
    case .missing, .missingIncludes, .unpublished: .questions
    default: .outcome
    }
  }
}

extension Expectation {
  /// How a determination differs from what is expected; nil if it does not.
  func difference(from determination: Determination) -> CaseReport.Difference? {
    guard let found = found(in: determination) else { return nil }
    return CaseReport.Difference(
      what: what, expected: expected.joined(separator: ", "), found: found, range: range)
  }

  /// What came out, if it is something else.
  private func found(in determination: Determination) -> Wording? {
    switch subject {
    case .outcome: return differing(determination.outcome.rawValue)
    case .notYetUntil:
      return differing(
        determination.outcome == .notYet ? determination.notBefore?.description : nil)
    case .notBefore: return differing(determination.notBefore?.description)
    case .evidence: return differing(determination.evidence?.rawValue)
    case .benefit(let name):
      let benefits = determination.parts == nil ? determination.benefits : determination.total
      guard let benefit = benefits.first(where: { $0.name == name }) else {
        return isNull ? nil : Wording(en: "no such benefit", zh: "没有这一项待遇")
      }
      return differing(amount: benefit.amount)
    case .total:
      let benefits = determination.parts == nil ? determination.benefits : determination.total
      var sum: Decimal128? = .zero
      for benefit in benefits {
        sum = sum.flatMap { total in benefit.amount.flatMap { total.adding($0) } }
      }
      return differing(amount: sum)
    case .criterion(let name):
      let all =
        [determination.criteria]
        + (determination.parts?.map(\.determination.criteria) ?? [])
      let results = all.compactMap { criteria in
        criteria.first { $0.name == name }?.result.rawValue
      }
      if results.contains(expected[0]) { return nil }
      return results.first.map(Wording.init(written:))
        ?? Wording(en: "no such criterion", zh: "没有这一项条件")
    case .term(let part):
      switch part {
      case "starts": return differing(determination.term?.starts.map(Self.month))
      case "ends": return differing(determination.term?.ends.map(Self.month))
      case "months": return differing(determination.term?.months.map(String.init))
      default: return Wording(en: "no such part of the term", zh: "期限没有这一部分")
      }
    case .missing: return differing(names: determination.missing.map(\.fullName))
    case .missingIncludes:
      let names = determination.missing.map(\.fullName)
      return expected.allSatisfy(names.contains)
        ? nil : Wording(written: names.joined(separator: ", "))
    case .unpublished: return differing(names: determination.unpublished.map(\.name))
    case .provisional:
      return differing(names: Array(Set(determination.provisional.map(\.name))))
    case .refer: return differing(names: determination.refer.map(\.name))
    case .month, .count, .difference, .firstDecided:
      return Wording(
        en: "only cases with `from` and `to` have it", zh: "写有 `from` 和 `to` 的用例才有此项")
    }
  }

  /// How a schedule differs from what is expected; nil if it does not.
  func difference(
    from schedule: Schedule, _ reassessed: Reassessment?
  ) -> CaseReport.Difference? {
    guard let found = found(in: schedule, reassessed) else { return nil }
    return CaseReport.Difference(
      what: what, expected: expected.joined(separator: ", "), found: found, range: range)
  }

  private func found(in schedule: Schedule, _ reassessed: Reassessment?) -> Wording? {
    switch subject {
    case .total: return differing(amount: schedule.total)
    case .count("payable"): return differing(String(schedule.payable))
    case .count("unknown"): return differing(String(schedule.unknown))
    case .count: return differing(String(schedule.used))
    case .difference: return differing(amount: reassessed?.difference)
    case .firstDecided: return differing(amount: reassessed?.firstDecided)
    case .month(let month):
      guard let found = schedule.months.first(where: { Self.month($0.month) == month }) else {
        return Wording(en: "no such month", zh: "没有这个月")
      }
      if expected[0] == found.status.rawValue { return nil }
      let isKnown = found.amount != nil
      if isKnown, let wanted = Decimal128(expected[0]), wanted == found.paid { return nil }
      let because = found.because.map { " (\($0))" } ?? ""
      let amount = isKnown ? ", \(found.paid.formatted(scale: 2))" : ""
      return Wording(written: "\(found.status.rawValue)\(because)\(amount)")
    case .term("starts"): return differing(schedule.term.starts.map(Self.month))
    case .term("ends"): return differing(schedule.term.ends.map(Self.month))
    case .term("months"): return differing(schedule.term.months.map(String.init))
    case .provisional:
      return differing(names: Array(Set(schedule.months.flatMap(\.provisional).map(\.name))))
    default: return Wording(en: "a schedule does not have it", zh: "逐月结果没有此项")
    }
  }

  private func differing(_ text: String?) -> Wording? {
    if let text { return text == expected[0] ? nil : Wording(written: text) }
    return isNull ? nil : Wording(en: "nothing", zh: "无")
  }

  private func differing(names: [String]) -> Wording? {
    names.sorted() == expected.sorted()
      ? nil : Wording(written: "[\(names.sorted().joined(separator: ", "))]")
  }

  private func differing(amount: Decimal128?) -> Wording? {
    guard let amount else { return isNull ? nil : Wording(en: "unknown", zh: "未知") }
    guard !isNull, let wanted = Decimal128(expected[0]), wanted == amount else {
      return Wording(written: amount.description)
    }
    return nil
  }

  private static func month(_ day: CalendarDate) -> String {
    String(day.description.dropLast(3))
  }

  /// What is looked at, as it is written in the file.
  private var what: String {
    switch subject {
    case .outcome: "outcome"
    case .benefit(let name): "benefits: \(name)"
    case .criterion(let name): "criteria: \(name)"
    case .notYetUntil: "not yet until"
    case .notBefore: "not before"
    case .term(let part): "term: \(part)"
    case .missing: "missing"
    case .missingIncludes: "missing includes"
    case .unpublished: "unpublished"
    case .provisional: "provisional"
    case .refer: "refer"
    case .total: "total"
    case .evidence: "evidence"
    case .month(let month): "months: \(month)"
    case .count(let word): word
    case .difference: "difference"
    case .firstDecided: "first decided"
    }
  }
}

extension MissingFact {
  /// The fact, and the entry of its record if only that is missing.
  var fullName: String { part.isEmpty ? name : "\(name).\(part)" }
}

extension Wording {
  /// What stands as it is in the files, whatever the language.
  init(written text: String) { self.init(en: text, zh: text) }
}
