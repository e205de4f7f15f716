public import Diagnostics
public import FEELSyntax

/// An applicant's file as it was supplied, nothing bound to a policy yet.
public struct Applicant: Sendable {
  /// What is applied for now under one policy.
  public struct Claim: Sendable {
    /// The policy.
    public let policy: Name
    /// Facts seen by that policy only.
    public let facts: [SuppliedFact]

    /// A claim.
    public init(policy: Name, facts: [SuppliedFact]) {
      self.policy = policy
      self.facts = facts
    }
  }

  /// The applicant's number in the files.
  public let id: String
  /// `person` or `employer`; nil if the file does not say.
  public let subject: String?
  /// What is known about the applicant.
  public let facts: [SuppliedFact]
  /// What is applied for.
  public let claims: [Claim]
  /// What was granted before, a list of records; nil if that is not known.
  public let grants: SuppliedValue?

  /// An applicant's file.
  public init(
    id: String, subject: String? = nil, facts: [SuppliedFact], claims: [Claim] = [],
    grants: SuppliedValue? = nil
  ) {
    self.id = id
    self.subject = subject
    self.facts = facts
    self.claims = claims
    self.grants = grants
  }
}

/// A fact under the name or label it was supplied with.
public struct SuppliedFact: Sendable {
  /// The name or label.
  public let name: Name
  /// The value.
  public let value: SuppliedValue

  /// A fact.
  public init(_ name: Name, _ value: SuppliedValue) {
    self.name = name
    self.value = value
  }
}

/// A value as it was written, to be read by the type that the policy declares.
public struct SuppliedValue: Sendable {
  /// The shape of what was written.
  public indirect enum Content: Sendable {
    /// A text.
    case text(String)
    /// `null`: there is none.
    case none
    /// A list.
    case list([SuppliedValue])
    /// Keys with values: a record, or periods with what held in them.
    case record([(key: Name, value: SuppliedValue)])
  }

  /// What was written.
  public let content: Content
  /// Where.
  public let range: SourceRange

  /// A value at a place.
  public init(_ content: Content, at range: SourceRange) {
    self.content = content
    self.range = range
  }

  /// Whether a text says in a word, as the questions ask for it, that a list is empty.
  public static func saysNone(_ text: String) -> Bool {
    ["无", "没有", "none"].contains(text.lowercased())
  }
}
