/// A function as a value: built in, written in FEEL, or drawn as decision logic.
public final class FunctionValue: Sendable {
  /// A formal parameter.
  public struct Parameter: Sendable {
    /// The name under which it can be passed.
    public let name: String
    /// The type that an argument must conform to.
    public let type: FEELType

    /// A parameter.
    public init(_ name: String, _ type: FEELType = .any) {
      self.name = name
      self.type = type
    }
  }

  /// What happens when it is called.
  public enum Body: Sendable {
    /// The built-in with the number.
    case builtIn(Int)
    /// An expression; the parameters are the locals behind the captured ones.
    case expression(CheckedExpression, captured: [Value])
    /// Decision logic that is more than an expression: a table, a decision service.
    case logic(any InvocableLogic)
  }

  /// The parameters; empty for built-ins, which have their own.
  public let parameters: [Parameter]
  /// The type of the result.
  public let result: FEELType
  /// What happens when it is called.
  public let body: Body

  /// A function.
  public init(parameters: [Parameter], result: FEELType = .any, body: Body) {
    self.parameters = parameters
    self.result = result
    self.body = body
  }
}

/// Decision logic that can be called with arguments in the order of its parameters.
public protocol InvocableLogic: Sendable {
  /// Answers with the logic's value for the arguments, which conform to the parameters.
  func invoke(_ arguments: [Value], in evaluation: Evaluation) throws(EvaluationFailure) -> Value
}
