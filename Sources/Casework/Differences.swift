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
  private func found(in determination: Determination) -> String? {
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
        return isNull ? nil : "no such benefit"
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
      return results.first ?? "no such criterion"
    case .term(let part):
      switch part {
      case "starts": return differing(determination.term?.starts.map(Self.month))
      case "ends": return differing(determination.term?.ends.map(Self.month))
      case "months": return differing(determination.term?.months.map(String.init))
      default: return "no such part of the term"
      }
    case .missing: return differing(names: determination.missing.map(\.fullName))
    case .missingIncludes:
      let names = determination.missing.map(\.fullName)
      return expected.allSatisfy(names.contains) ? nil : names.joined(separator: ", ")
    case .unpublished: return differing(names: determination.unpublished.map(\.name))
    case .provisional:
      return differing(names: Array(Set(determination.provisional.map(\.name))))
    case .refer: return differing(names: determination.refer.map(\.name))
    case .month, .count, .difference, .firstDecided:
      return "only cases with `from` and `to` have it"
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

  private func found(in schedule: Schedule, _ reassessed: Reassessment?) -> String? {
    switch subject {
    case .total: return differing(amount: schedule.total)
    case .count("payable"): return differing(String(schedule.payable))
    case .count("unknown"): return differing(String(schedule.unknown))
    case .count: return differing(String(schedule.used))
    case .difference: return differing(amount: reassessed?.difference)
    case .firstDecided: return differing(amount: reassessed?.firstDecided)
    case .month(let month):
      guard let found = schedule.months.first(where: { Self.month($0.month) == month }) else {
        return "no such month"
      }
      if expected[0] == found.status.rawValue { return nil }
      let isKnown = found.amount != nil
      if isKnown, let wanted = Decimal128(expected[0]), wanted == found.paid { return nil }
      let because = found.because.map { " (\($0))" } ?? ""
      let amount = isKnown ? ", \(found.paid.formatted(scale: 2))" : ""
      return "\(found.status.rawValue)\(because)\(amount)"
    case .term("starts"): return differing(schedule.term.starts.map(Self.month))
    case .term("ends"): return differing(schedule.term.ends.map(Self.month))
    case .term("months"): return differing(schedule.term.months.map(String.init))
    case .provisional:
      return differing(names: Array(Set(schedule.months.flatMap(\.provisional).map(\.name))))
    default: return "a schedule does not have it"
    }
  }

  private func differing(_ text: String?) -> String? {
    if let text { return text == expected[0] ? nil : text }
    return isNull ? nil : "nothing"
  }

  private func differing(names: [String]) -> String? {
    names.sorted() == expected.sorted() ? nil : "[\(names.sorted().joined(separator: ", "))]"
  }

  private func differing(amount: Decimal128?) -> String? {
    guard let amount else { return isNull ? nil : "unknown" }
    guard !isNull, let wanted = Decimal128(expected[0]), wanted == amount else {
      return amount.description
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
