public import Diagnostics
public import FEEL

/// A decision table whose cells are checked (DMN 1.5, chapter 8).
public struct DecisionTable: Sendable {
  /// A rule: a row of the table.
  public struct Rule: Sendable {
    /// Input entries, one for each input.
    public let inputs: [CheckedUnaryTests]
    /// Output entries, one for each output.
    public let outputs: [CheckedExpression]
    /// Where the row stands.
    public let range: SourceRange?

    /// A rule from its entries.
    public init(
      inputs: [CheckedUnaryTests], outputs: [CheckedExpression], at range: SourceRange?
    ) {
      self.inputs = inputs
      self.outputs = outputs
      self.range = range
    }
  }

  /// An output clause.
  public struct Output: Sendable {
    /// Its name; nil if the table has a single output without one.
    public let name: String?
    /// What holds if no rule matches.
    public let defaultValue: CheckedExpression?
    /// Output values from the one with the highest priority on; empty if none are declared.
    public let priorities: [CheckedExpression]
    /// What the value must conform to.
    public let type: FEELType

    /// An output clause.
    public init(
      name: String?, defaultValue: CheckedExpression? = nil,
      priorities: [CheckedExpression] = [], type: FEELType = .any
    ) {
      self.name = name
      self.defaultValue = defaultValue
      self.priorities = priorities
      self.type = type
    }
  }

  /// An input clause.
  public struct Input: Sendable {
    /// The input expression.
    public let expression: CheckedExpression
    /// What values are allowed; others make the result null.
    public let allowed: CheckedUnaryTests

    /// An input clause.
    public init(_ expression: CheckedExpression, allowed: CheckedUnaryTests = .any) {
      self.expression = expression
      self.allowed = allowed
    }
  }

  /// What messages call the table.
  public let name: String
  /// How matching rules make up the result.
  public let hitPolicy: HitPolicy
  /// The inputs.
  public let inputs: [Input]
  /// The outputs; at least one.
  public let outputs: [Output]
  /// The rules in order.
  public let rules: [Rule]
  /// Where the table stands.
  public let range: SourceRange?

  /// A table from its parts.
  public init(
    name: String, hitPolicy: HitPolicy, inputs: [Input], outputs: [Output], rules: [Rule],
    at range: SourceRange?
  ) {
    self.name = name
    self.hitPolicy = hitPolicy
    self.inputs = inputs
    self.outputs = outputs
    self.rules = rules
    self.range = range
  }
}

extension DecisionTable: EmbeddedLogic {
  /// All expressions of inputs, cells and defaults.
  public var operands: [CheckedExpression] {
    inputs.map(\.expression) + inputs.flatMap { $0.allowed.expressions }
      + rules.flatMap { rule in rule.inputs.flatMap(\.expressions) + rule.outputs }
      + outputs.flatMap { $0.priorities + ($0.defaultValue.map { [$0] } ?? []) }
  }

  /// The result of all rules.
  public func evaluate(
    locals: [Value], in evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value {
    try evaluate(rules: Array(rules.indices), locals: locals, in: evaluation).value
  }
}

extension CheckedUnaryTests {
  /// The expressions of the tests.
  public var expressions: [CheckedExpression] {
    switch self {
    case .any: []
    case .tests(let tests), .negated(let tests): tests.map(\.expression)
    }
  }
}
