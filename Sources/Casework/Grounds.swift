public import Determinations

/// Why a case came out differently: the part of the explanation that the differences rest on.
public struct Grounds: Sendable {
  /// What was decided, explained in full; with `for each`, the element that differs.
  public let determination: Determination
  /// The nodes of its explanation to begin with; empty if no single one decided.
  public let nodes: [Int]

  /// The grounds of what was looked at and came out differently.
  init(of subjects: [Expectation.Subject], in whole: Determination) {
    let criteria = subjects.compactMap { subject -> String? in
      if case .criterion(let name) = subject { name } else { nil }
    }
    let parts = whole.parts?.map(\.determination) ?? []
    // A criterion may come out as expected for one element and not for another.
    determination =
      parts.first { part in
        part.criteria.contains { criteria.contains($0.name) && $0.result != .met }
      } ?? (parts.count == 1 ? parts[0] : whole)
    var nodes: [Int] = []
    for subject in subjects {
      for node in determination.nodes(behind: subject) where !nodes.contains(node) {
        nodes.append(node)
      }
    }
    self.nodes = nodes
  }
}

extension Determination {
  /// The roots of the explanation that something looked at rests on.
  fileprivate func nodes(behind subject: Expectation.Subject) -> [Int] {
    switch subject {
    case .criterion(let name): roots([name]).prefix(1).map { $0 }
    // A benefit is worked out after the criteria, one of which may bear its name.
    case .benefit(let name): roots([name]).suffix(1).map { $0 }
    case .total: roots(benefits.map(\.name))
    case .term: roots(["term"])
    case .refer: roots(refer.map(\.name))
    case .outcome, .notYetUntil, .notBefore: roots(deciding)
    case .missing, .missingIncludes, .unpublished:
      roots(criteria.filter { $0.result == .unknown }.map(\.name))
    case .provisional, .evidence, .month, .count, .difference, .firstDecided: []
    }
  }

  /// The names of what made the outcome what it is.
  private var deciding: [String] {
    switch outcome {
    case .ineligible, .notYet: criteria.filter { $0.result == .unmet }.map(\.name)
    case .undetermined: criteria.filter { $0.result == .unknown }.map(\.name)
    case .refer: refer.map(\.name)
    case .exempt: exempt.map(\.name)
    case .eligible, .payable, .noRuleInForce: []
    }
  }

  private func roots(_ names: [String]) -> [Int] {
    explanation.roots.filter { names.contains(explanation.nodes[$0].name) }
  }
}
