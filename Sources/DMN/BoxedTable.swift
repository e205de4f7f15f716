public import Diagnostics

/// A decision table as it was written (DMN 1.5, 8.3).
public struct BoxedTable: Sendable {
  /// An input clause.
  public struct Input: Sendable {
    /// The input expression.
    public let expression: SourceText
    /// The declared type of its value.
    public let type: DMNModel.TypeName?
    /// Which values are allowed.
    public let values: SourceText?

    /// An input clause.
    public init(
      _ expression: SourceText, type: DMNModel.TypeName? = nil, values: SourceText? = nil
    ) {
      self.expression = expression
      self.type = type
      self.values = values
    }
  }

  /// An output clause.
  public struct Output: Sendable {
    /// Its name; a single output has none.
    public let name: String?
    /// The declared type of its value.
    public let type: DMNModel.TypeName?
    /// The possible values, the one with the highest priority first.
    public let values: SourceText?
    /// The value if no rule matches.
    public let defaultEntry: SourceText?
    /// Where it stands.
    public let range: SourceRange?

    /// An output clause.
    public init(
      _ name: String?, type: DMNModel.TypeName? = nil, values: SourceText? = nil,
      defaultEntry: SourceText? = nil, at range: SourceRange? = nil
    ) {
      self.name = name
      self.type = type
      self.values = values
      self.defaultEntry = defaultEntry
      self.range = range
    }
  }

  /// A rule.
  public struct Rule: Sendable {
    /// The tests, one for each input.
    public let inputs: [SourceText]
    /// The expressions, one for each output.
    public let outputs: [SourceText]
    /// Where it stands.
    public let range: SourceRange?

    /// A rule from its entries.
    public init(inputs: [SourceText], outputs: [SourceText], at range: SourceRange? = nil) {
      self.inputs = inputs
      self.outputs = outputs
      self.range = range
    }
  }

  /// How matching rules make up the result.
  public let hitPolicy: HitPolicy
  /// The input clauses.
  public let inputs: [Input]
  /// The output clauses; at least one.
  public let outputs: [Output]
  /// The rules in order.
  public let rules: [Rule]

  /// A table from its parts.
  public init(hitPolicy: HitPolicy, inputs: [Input], outputs: [Output], rules: [Rule]) {
    self.hitPolicy = hitPolicy
    self.inputs = inputs
    self.outputs = outputs
    self.rules = rules
  }
}
