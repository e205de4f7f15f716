public import Diagnostics
public import FEELSyntax

/// An expression in one of the forms that DMN draws (DMN 1.5, 7.3 and 10.2).
public struct BoxedExpression: Sendable {
  /// The form with its parts.
  public let kind: Kind
  /// What the value is declared to be, if it is.
  public let type: DMNModel.TypeName?
  /// Where it stands.
  public let range: SourceRange?

  /// An expression of a form.
  public init(_ kind: Kind, type: DMNModel.TypeName? = nil, at range: SourceRange? = nil) {
    self.kind = kind
    self.type = type
    self.range = range
  }

  /// The forms.
  public indirect enum Kind: Sendable {
    /// A text in FEEL.
    case literal(SourceText)
    /// Entries that see those before them; a last one without variable is the result.
    case context([ContextEntry])
    /// A call of a function by the names of its parameters.
    case invocation(BoxedExpression, [Binding])
    /// A list.
    case list([BoxedExpression])
    /// A list of contexts with the same entries.
    case relation(columns: [DMNModel.Variable], rows: [[BoxedExpression]])
    /// A function.
    case function(FunctionDefinition)
    /// A conditional.
    case conditional(BoxedExpression, then: BoxedExpression, else: BoxedExpression)
    /// The elements of a list for which something holds.
    case filter(BoxedExpression, match: BoxedExpression)
    /// A loop that makes a list.
    case iteration(variable: String, in: BoxedExpression, result: BoxedExpression)
    /// A loop that tests a condition.
    case quantified(Quantifier, variable: String, in: BoxedExpression, satisfies: BoxedExpression)
    /// A decision table.
    case table(BoxedTable)
    /// Something that cannot be evaluated, which has been reported; its value is null.
    case unusable(Wording)
  }

  /// An entry of a boxed context.
  public struct ContextEntry: Sendable {
    /// Name and type; nil for the result of the context.
    public let variable: DMNModel.Variable?
    /// The value.
    public let value: BoxedExpression

    /// An entry.
    public init(_ variable: DMNModel.Variable?, _ value: BoxedExpression) {
      self.variable = variable
      self.value = value
    }
  }

  /// An argument of a boxed invocation.
  public struct Binding: Sendable {
    /// The parameter; its type, if declared, is that of the argument.
    public let parameter: DMNModel.Variable
    /// What is passed; null if it is missing.
    public let value: BoxedExpression?

    /// An argument for a parameter.
    public init(_ parameter: DMNModel.Variable, _ value: BoxedExpression?) {
      self.parameter = parameter
      self.value = value
    }
  }
}

/// A function as DMN draws it (DMN 1.5, 10.2.1.7).
public struct FunctionDefinition: Sendable {
  /// What the function is written in.
  public enum Language: Sendable, Hashable {
    /// FEEL, in any boxed form.
    case feel
    /// A static method of Java, described by a context.
    case java
    /// A model of PMML, which cannot be evaluated.
    case pmml
  }

  /// What the function is written in.
  public let language: Language
  /// The parameters in order.
  public let parameters: [DMNModel.Variable]
  /// What it does; nil if that is not said.
  public let body: BoxedExpression?
  /// The function's type, or the type of its results.
  public let type: DMNModel.TypeName?
  /// Where it stands.
  public let range: SourceRange?

  /// A function.
  public init(
    _ language: Language = .feel, parameters: [DMNModel.Variable], body: BoxedExpression?,
    type: DMNModel.TypeName? = nil, at range: SourceRange? = nil
  ) {
    self.language = language
    self.parameters = parameters
    self.body = body
    self.type = type
    self.range = range
  }
}
