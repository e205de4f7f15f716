public import Diagnostics
public import FEELSyntax

/// An expression whose names are resolved to slots and whose types are checked.
///
/// It is data, the same for every reader: evaluation, columns, logic; shared, not copied.
public final class CheckedExpression: Sendable {
  /// The operation with its operands.
  public let node: Node
  /// The type of its value.
  public let type: FEELType
  /// Where it was written.
  public let range: SourceRange

  /// An expression of a type at a place.
  public init(_ node: Node, _ type: FEELType, at range: SourceRange) {
    self.node = node
    self.type = type
    self.range = range
  }

  /// The operations.
  public enum Node: Sendable {
    /// A value written in the expression.
    case constant(Value)
    /// A literal or a name that means nothing; the failure is reported when it is evaluated.
    case failure(EvaluationFailure.Reason)
    /// A local variable, by its level in the stack of locals.
    case local(Int)
    /// An item of the environment.
    case item(Int)
    /// An item of the environment, on another day.
    case itemOnDay(Int, CheckedExpression)
    /// An entry of the local at the level, if it is a context that has it, else the other
    /// expression: how a name inside a filter is read where types are not declared.
    case entryOrElse(local: Int, String, CheckedExpression)
    /// `operand.name`
    case path(CheckedExpression, String)
    /// `-operand`
    case negation(CheckedExpression)
    /// Arithmetic.
    case arithmetic(ArithmeticOperator, CheckedExpression, CheckedExpression)
    /// Comparison.
    case comparison(ComparisonOperator, CheckedExpression, CheckedExpression)
    /// `value between low and high`
    case between(CheckedExpression, low: CheckedExpression, high: CheckedExpression)
    /// `value in tests`
    case membership(CheckedExpression, [CheckedTest])
    /// `value instance of type`
    case instanceOf(CheckedExpression, FEELType)
    /// Conjunction.
    case conjunction(CheckedExpression, CheckedExpression)
    /// Disjunction.
    case disjunction(CheckedExpression, CheckedExpression)
    /// A conditional.
    case conditional(CheckedExpression, then: CheckedExpression, else: CheckedExpression)
    /// `for`; the loops take one level of locals each, `partial` the level before them.
    case iteration([CheckedLoop], result: CheckedExpression, readsPartial: Bool)
    /// `some` and `every`.
    case quantified(Quantifier, [CheckedLoop], CheckedExpression)
    /// A filter; the element is the next local.
    case filter(CheckedExpression, CheckedExpression)
    /// A call of a built-in by its number, arguments as written.
    case builtIn(Int, CheckedArguments)
    /// A call of any function value.
    case invocation(CheckedExpression, CheckedArguments)
    /// A function that captures the locals it sees.
    case function([FunctionValue.Parameter], CheckedExpression)
    /// A list.
    case list([CheckedExpression])
    /// A context; each entry is the next local for those behind it.
    case context([CheckedEntry])
    /// A range.
    case interval(CheckedInterval)
    /// A range open on one side.
    case unaryInterval(ComparisonOperator, CheckedExpression)
    /// The value, if it conforms to a declared type, converted where DMN converts.
    case conversion(CheckedExpression, FEELType)
    /// Logic that is drawn, not written: a decision table.
    case embedded(any EmbeddedLogic)
  }
}

/// A loop of `for`, `some` or `every`.
public struct CheckedLoop: Sendable {
  /// What the variable runs over.
  public enum Domain: Sendable {
    /// The elements of a list.
    case list(CheckedExpression)
    /// From one end to the other.
    case interval(CheckedExpression, CheckedExpression)
  }

  /// What the variable runs over.
  public let domain: Domain

  /// A loop over a domain.
  public init(_ domain: Domain) { self.domain = domain }
}

/// Arguments as they are passed.
public enum CheckedArguments: Sendable {
  /// In the order of the parameters.
  case positional([CheckedExpression])
  /// By name.
  case named([CheckedEntry])
}

/// A name with an expression: an argument or an entry of a context.
public struct CheckedEntry: Sendable {
  /// The name.
  public let name: String
  /// The expression.
  public let value: CheckedExpression

  /// An entry.
  public init(_ name: String, _ value: CheckedExpression) {
    self.name = name
    self.value = value
  }
}

/// A range literal.
public struct CheckedInterval: Sendable {
  /// The lower end.
  public let low: CheckedExpression
  /// Whether it belongs to the range.
  public let includesLow: Bool
  /// The upper end.
  public let high: CheckedExpression
  /// Whether it belongs to the range.
  public let includesHigh: Bool

  /// A range.
  public init(
    low: CheckedExpression, includesLow: Bool, high: CheckedExpression, includesHigh: Bool
  ) {
    self.low = low
    self.includesLow = includesLow
    self.high = high
    self.includesHigh = includesHigh
  }
}

/// A test of a value against a cell or the right side of `in`.
public enum CheckedTest: Sendable {
  /// `< end` and the like.
  case comparison(ComparisonOperator, CheckedExpression)
  /// Equal to it, or a member of it if it is a list or range.
  case match(CheckedExpression)
  /// A condition over `?`, which is the next local.
  case condition(CheckedExpression)
}

/// The tests of an input entry of a decision table.
public enum CheckedUnaryTests: Sendable {
  /// Every value passes.
  case any
  /// One of the tests must hold.
  case tests([CheckedTest])
  /// None of the tests may hold.
  case negated([CheckedTest])
}

/// Logic that stands in the place of an expression and sees the same locals.
public protocol EmbeddedLogic: Sendable {
  /// The expressions inside.
  var operands: [CheckedExpression] { get }
  /// Answers with the logic's value.
  func evaluate(
    locals: [Value], in evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value
}
