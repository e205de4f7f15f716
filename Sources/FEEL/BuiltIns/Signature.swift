public import Diagnostics

/// One way to call a built-in.
public final class Signature: Sendable {
  /// A formal parameter.
  public struct Parameter: Sendable {
    /// The name under which it can be passed.
    public let name: String
    /// The type that an argument must conform to; `optional` accepts null.
    public let type: FEELType
    /// Whether the function only hands the value on, so that it may be unknown.
    let isPassedOn: Bool

    /// A parameter.
    init(_ name: String, _ type: FEELType, passedOn: Bool = false) {
      self.name = name
      self.type = type
      isPassedOn = passedOn
    }
  }

  /// How the type of the result follows from those of the arguments.
  public enum Result: Sendable {
    /// Always this one.
    case fixed(FEELType)
    /// Always this one, provided that the arguments go together.
    case checked(FEELType, @Sendable ([FEELType]) -> Bool)
    /// The type of the argument with the number.
    case argument(Int)
    /// The element type of the list that is the argument with the number.
    case element(Int)
    /// A list of the type of the argument with the number.
    case list(Int)
    /// The list type that holds all arguments and their elements.
    case joinedList
    /// As computed; nil if the arguments do not fit.
    case computed(@Sendable ([FEELType]) -> FEELType?)
  }

  /// What an implementation may use beside its arguments.
  public struct Call {
    /// The running evaluation, for functions that call others.
    public let evaluation: Evaluation
    /// Where the call stands.
    public let range: SourceRange?
  }

  /// What a function does with arguments that fit; nil where they are outside its domain.
  typealias Implementation =
    @Sendable ([Value], Call) throws(EvaluationFailure) -> Value?

  /// The parameters in order.
  public let parameters: [Parameter]
  /// Whether the last parameter is a list of the arguments from its place on, at least one.
  public let isVariadic: Bool
  /// The type of the result.
  public let result: Result
  /// The implementation.
  let apply: Implementation

  /// A way to call a function that uses no more than its arguments.
  convenience init(
    _ parameters: [Parameter], variadic: Bool = false, _ result: Result,
    _ apply: @escaping @Sendable ([Value]) -> Value?
  ) {
    self.init(parameters, variadic: variadic, result, calling: { values, _ in apply(values) })
  }

  /// A way to call a function that calls others, makes lists or texts, or reads the clock.
  init(
    _ parameters: [Parameter], variadic: Bool = false, _ result: Result,
    calling apply: @escaping Implementation
  ) {
    self.parameters = parameters
    self.isVariadic = variadic
    self.result = result
    self.apply = apply
  }

  /// Whether it can be called with so many arguments in order.
  func accepts(count: Int) -> Bool {
    isVariadic ? count >= parameters.count : count == parameters.count
  }

  /// The arguments as the parameters want them, or nil if one does not fit.
  func adapted(_ arguments: [Value]) -> [Value]? {
    var values: [Value] = []
    values.reserveCapacity(arguments.count)
    for (argument, parameter) in zip(arguments, parameters) {
      if argument.isNull, !parameter.type.admitsNull { return nil }
      guard let value = Conformance.argument(argument, for: parameter.type) else { return nil }
      values.append(value)
    }
    return values
  }
}

extension Signature.Call {
  /// A list that a function has made, if it is not too long.
  func list(_ elements: [Value]) throws(EvaluationFailure) -> Value {
    guard elements.count <= evaluation.limits.listLength else {
      throw EvaluationFailure(.listTooLong, at: range)
    }
    return .list(elements)
  }

  /// A text that a function has made, if it is not too long.
  func text(_ text: String) throws(EvaluationFailure) -> Value {
    guard text.utf8.count <= evaluation.limits.textLength else {
      throw EvaluationFailure(.textTooLong, at: range)
    }
    return .string(text)
  }

  /// The null that DMN lets a function answer where there is no value, such as 30 February.
  ///
  /// Rule files may compare it with null; where DMN is followed it is reported, as the standard asks.
  func nothing(_ reason: EvaluationFailure.Reason) throws(EvaluationFailure) -> Value {
    evaluation.rigour == .strict ? .null : try evaluation.fail(reason, at: range)
  }
}

extension FEELType {
  /// A number of any unit.
  static let quantity = FEELType.number(.adaptable)

  /// A list of anything.
  static let anyList = FEELType.list(.any)
}
