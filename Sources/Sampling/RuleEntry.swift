import Comparisons
import Determinations
import FEEL
import PolicyModel

/// An entry of a policy that decides or pays something: a criterion, a reason, an amount, a part of
/// the term.
struct RuleEntry {
  let kind: RuleChange.Kind
  let name: String
  /// What is worked out: whether it holds, how much, which day.
  let main: CheckedExpression
  /// Everything it reads, `main` among it.
  let expressions: [CheckedExpression]
  /// The day it is read on; the determination's if nil.
  let asOf: CheckedExpression?

  private init(
    _ kind: RuleChange.Kind, _ name: String, _ main: CheckedExpression,
    asOf: CheckedExpression? = nil, besides: CheckedExpression? = nil
  ) {
    self.kind = kind
    self.name = name
    self.main = main
    self.asOf = asOf
    expressions = [main] + [asOf, besides].compactMap { $0 }
  }

  /// What the entry comes to where a side does not have it.
  var absent: String {
    switch kind {
    case .criterion: Value.boolean(true).text
    case .refer, .exempt, .ends, .suspended: Value.boolean(false).text
    default: ""
    }
  }

  /// The entries of a policy that are in force, in its order.
  static func all(of policy: Policy) -> [RuleEntry] {
    var entries: [RuleEntry] = []
    for criterion in policy.criteria where !criterion.isWaived {
      switch criterion.test {
      case .require(let test), .metFrom(let test):
        entries.append(RuleEntry(.criterion, criterion.name, test, asOf: criterion.asOf))
      }
    }
    for reason in policy.refer {
      entries.append(RuleEntry(.refer, reason.name, reason.condition, asOf: reason.asOf))
    }
    for reason in policy.exempt {
      entries.append(RuleEntry(.exempt, reason.name, reason.condition, asOf: reason.asOf))
    }
    for benefit in policy.benefits {
      entries.append(
        RuleEntry(
          policy.isCharge ? .charge : .benefit, benefit.name, benefit.amount, asOf: benefit.asOf))
    }
    guard let term = policy.term else { return entries }
    let parts = [
      ("starts", term.starts), ("last month", term.lastMonth), ("months", term.months),
      ("used before", term.usedBefore),
    ]
    for (name, part) in parts {
      if let part { entries.append(RuleEntry(.term, name, part)) }
    }
    for event in term.ends {
      entries.append(RuleEntry(.ends, event.name, event.condition, besides: event.atMost))
    }
    for event in term.suspended {
      entries.append(RuleEntry(.suspended, event.name, event.condition, besides: event.atMost))
    }
    return entries
  }
}
