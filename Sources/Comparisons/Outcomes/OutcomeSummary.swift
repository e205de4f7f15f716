import PolicyModel

/// What a comparison comes to for all applicants; grows with the number of groups and causes and not
/// with that of applicants.
public struct OutcomeSummary: Sendable {
  /// A name that makes more groups than anybody reads.
  public struct TooManyGroups: Error, Sendable {
    /// The name.
    public let name: String
  }

  /// The names by which is grouped.
  public let names: [String]
  /// How many applicants were read.
  public private(set) var applicants = 0
  /// How many records of the file could not be read.
  public private(set) var broken = 0
  private var byPolicy: [PolicyID: PolicySummary] = [:]

  /// A summary of nobody yet.
  public init(groupedBy names: [String] = []) { self.names = names }

  /// The policies under which somebody was decided, in order.
  public var policies: [PolicySummary] {
    byPolicy.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Counts an applicant.
  public mutating func add(_ result: OutcomeResult) throws(TooManyGroups) {
    applicants += 1
    for policy in result.undecided {
      byPolicy[policy, default: PolicySummary(policy, groupedBy: names.count)].undecided += 1
    }
    for finding in result.findings {
      let policy = finding.comparison.policy
      let tooMany = byPolicy[policy, default: PolicySummary(policy, groupedBy: names.count)]
        .add(finding)
      if let tooMany { throw TooManyGroups(name: names[tooMany]) }
    }
  }

  /// Counts a record that could not be read.
  public mutating func addBroken() { broken += 1 }
}
