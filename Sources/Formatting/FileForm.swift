import PolicySyntax
public import YAMLTree

/// The four kinds of files that have a canonical layout.
public enum FileForm: Sendable, Hashable {
  /// A policy, a vocabulary, an overlay or a file of sources.
  case rules
  /// A region.
  case pilot
  /// Test cases.
  case cases
  /// Applicants.
  case applicants

  /// Tells the kind of a file by its keys, so that it is the same wherever the file stands.
  public init(of root: YAMLNode) {
    guard case .mapping(let entries) = root.content else {
      self = .applicants
      return
    }
    let keys = Set(entries.map(\.key.text))
    if keys.contains("cases") {
      self = .cases
    } else if !keys.isDisjoint(with: ["policy", "vocabulary", "adapts", "sources"]) {
      self = .rules
    } else if !keys.isDisjoint(with: ["applicant", "subject", "facts", "claims", "grants"]) {
      self = .applicants
    } else {
      self = .pilot
    }
  }

  /// What may stand in such a file.
  var shape: FileShape {
    switch self {
    case .rules: .document
    case .pilot: .pilot
    case .cases: .caseFile
    case .applicants: .applicant
    }
  }

  /// The keys of the file that stand apart from the others.
  var sections: Set<String> { self == .rules ? FileShape.sections : [] }
}
