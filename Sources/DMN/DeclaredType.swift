import Diagnostics
public import FEEL

/// A declared type with what it asks of values beyond their kind (DMN 1.5, 7.3.3).
public struct DeclaredType: Sendable {
  /// The kind of its values.
  public let type: FEELType
  /// Which of them are allowed; nil for all.
  public let constraint: TypeConstraint?

  /// A type with its constraint.
  public init(_ type: FEELType, _ constraint: TypeConstraint? = nil) {
    self.type = type
    self.constraint = constraint
  }

  /// Anything.
  public static let any = DeclaredType(.any)

  /// Whether every value conforms.
  var isAny: Bool { type == .any && constraint == nil }
}

/// Which values of a declared type are allowed.
///
/// Null always is. `instance of` does not look at constraints (DMN TCK 0070).
public indirect enum TypeConstraint: Sendable {
  /// The value passes the tests.
  case tests(CheckedUnaryTests)
  /// The elements of the list are allowed.
  case elements(TypeConstraint)
  /// The entry of the context is allowed.
  case entry(String, TypeConstraint)
  /// All of them hold.
  case all([TypeConstraint])

  /// The constraints together; nil if there are none.
  static func all(of constraints: [TypeConstraint?]) -> TypeConstraint? {
    let present = constraints.compactMap(\.self)
    return present.count > 1 ? .all(present) : present.first
  }

  /// The tests of the value itself, if that is all there is to it.
  var directTests: CheckedUnaryTests? {
    switch self {
    case .tests(let tests): return tests
    case .all(let constraints):
      // The last one declared is the narrowest.
      for constraint in constraints.reversed() {
        if let tests = constraint.directTests { return tests }
      }
      return nil
    default: return nil
    }
  }
}

extension Evaluation {
  /// The value as one of the declared type, converted where DMN converts, or a failure
  /// (DMN 1.5, 10.3.2.9.4).
  func conform(
    _ value: Value, to declared: DeclaredType, at range: SourceRange?
  ) throws(EvaluationFailure) -> Value {
    if declared.isAny { return value }
    guard let converted = Conformance.argument(value, for: declared.type) else {
      return try fail(
        .wrongType(expected: declared.type.description, found: value.kindName), at: range)
    }
    if let constraint = declared.constraint, try !allows(constraint, converted) {
      return try fail(.other(ModelMessages.valueNotAllowed(converted)), at: range)
    }
    return converted
  }

  /// Whether a value of the type is allowed.
  func allows(
    _ constraint: TypeConstraint, _ value: Value
  ) throws(EvaluationFailure) -> Bool {
    if value.isNull || value.isUnknown { return true }
    try spend()
    switch constraint {
    case .tests(let tests):
      switch try passes(tests, value, locals: []) {
      case .boolean(true), .unknown: return true
      default: return false
      }
    case .elements(let inner):
      guard case .list(let elements) = value else { return try allows(inner, value) }
      for element in elements where try !allows(inner, element) {
        return false
      }
      return true
    case .entry(let name, let inner):
      guard case .context(let context) = value, let entry = context[name] else { return true }
      return try allows(inner, entry)
    case .all(let constraints):
      for constraint in constraints where try !allows(constraint, value) {
        return false
      }
      return true
    }
  }
}
