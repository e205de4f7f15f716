public import Diagnostics

/// Something that an expression could not do, with the place of the expression.
///
/// Where DMN is followed to the letter it becomes null and a reported error; in rule files it
/// ends the evaluation, so that no case is decided on it.
public struct EvaluationFailure: Error, Sendable {
  /// What went wrong.
  public enum Reason: Sendable, Hashable {
    /// An operator or function met values it is not defined for.
    case undefined(operation: String, operands: [String])
    /// A value that must not be null was.
    case nullUsed(String)
    /// A name that nothing in scope has.
    case unknownName(String)
    /// An argument that does not fit a parameter, or too many, too few, wrongly named ones.
    case wrongArguments(function: String)
    /// A value that does not conform to the declared type.
    case wrongType(expected: String, found: String)
    /// A number that cannot be represented, a division by zero, a logarithm of nothing, a position
    /// that does not exist: `DomainWording` says which.
    case outOfDomain(String)
    /// A search for a pattern that takes more work than one may: of the function named.
    case searchTooLong(String)
    /// Functions called each other too deeply.
    case tooDeep
    /// The evaluation took more steps than it may.
    case tooManySteps
    /// A list grew longer than it may.
    case listTooLong
    /// A text grew longer than it may.
    case textTooLong
    /// Text that is no value, such as `@"foo"`.
    case invalidLiteral(String)
    /// Rows of a decision table that must not match together did.
    case hitPolicyViolated(String)
    /// No row of a decision table matches, and it has no default.
    case noRuleMatches(String)
    /// A decision that needs itself.
    case cycle(String)
    /// Anything else, in words.
    case other(Wording)

    /// Whether evaluation must stop even where failures become null.
    var isLimit: Bool {
      switch self {
      case .tooDeep, .tooManySteps, .listTooLong, .textTooLong: true
      default: false
      }
    }
  }

  /// What went wrong.
  public let reason: Reason
  /// The expression that could not be evaluated.
  public let range: SourceRange?

  /// A failure at a place.
  public init(_ reason: Reason, at range: SourceRange?) {
    self.reason = reason
    self.range = range
  }
}

extension EvaluationFailure {
  /// Whether it is a limit, which ends everything, and not a failure of one expression.
  public var isLimit: Bool { reason.isLimit }
}
