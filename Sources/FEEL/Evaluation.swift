public import Diagnostics
public import Quantities

/// Where the items come from that expressions name: facts, parameters, decisions, functions.
public protocol EvaluationEnvironment: AnyObject {
  /// The value of an item on the day that is being decided.
  func value(of item: Int, in evaluation: Evaluation) throws(EvaluationFailure) -> Value
  /// The value of an item on another day.
  func value(
    of item: Int, on day: CalendarDate, in evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value
  /// The value of an item on a day that is not known, as far as it can be told; nil if it cannot.
  func value(
    of item: Int, onUnknown day: Unknown, in evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value?
  /// Who takes note of what evaluations in it do; nil where nobody asks.
  var observer: (any EvaluationObserver)? { get }
}

extension EvaluationEnvironment {
  /// Says nothing about days.
  public func value(
    of item: Int, onUnknown day: Unknown, in evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value? { nil }
  /// Nobody.
  public var observer: (any EvaluationObserver)? { nil }
}

/// Takes note of what evaluations do.
public protocol EvaluationObserver: AnyObject {
  /// A conditional took the branch for a condition that is true or false.
  func took(_ branch: Bool, of condition: CheckedExpression)
}

/// The evaluation of expressions against one environment, within bounds.
///
/// There are two readings of one checked form. With `Rigour.standard` DMN is followed to the
/// letter: what an expression cannot do is null and a reported failure. With `Rigour.strict`, in
/// rule files, it ends the evaluation. Unknown values spread through both by what could still be
/// true; an environment that supplies everything never meets one.
public final class Evaluation {
  /// What becomes of an expression that cannot be evaluated.
  public enum Rigour: Sendable {
    /// Null and a reported failure, as DMN says.
    case standard
    /// An end with a failure.
    case strict
  }

  /// How much an evaluation may cost.
  public struct Limits: Sendable {
    /// Operations in all.
    public var steps = 20_000_000
    /// Calls inside calls.
    public var depth = 150
    /// Expressions inside expressions, those of functions that are being called among them; bounds
    /// the stack.
    public var levels = 1200
    /// Lists and contexts inside one another in a value that is made.
    public var nesting = 200
    /// Elements of a list that is made.
    public var listLength = 1_000_000
    /// UTF-8 bytes of a text that is made.
    public var textLength = 10_000_000

    /// The usual limits.
    public init() {}
  }

  /// What becomes of failures.
  public let rigour: Rigour
  /// Failures that became null, in the order they happened; kept up to a hundred.
  public private(set) var failures: [EvaluationFailure] = []
  /// What `now()` and `today()` answer with; nil where the clock must not be read.
  public var clock: DateAndTime?
  /// The environment.
  public let environment: any EvaluationEnvironment
  /// Who takes note of it.
  let observer: (any EvaluationObserver)?
  /// How much it may cost.
  let limits: Limits
  private var steps = 0
  private var depth = 0
  private var levels = 0

  /// An evaluation in an environment.
  public init(
    in environment: any EvaluationEnvironment, rigour: Rigour, limits: Limits = Limits()
  ) {
    self.environment = environment
    observer = environment.observer
    self.rigour = rigour
    self.limits = limits
  }

  /// The value of an expression, given the values of the locals it sees.
  public func value(
    of expression: CheckedExpression, locals: [Value] = []
  ) throws(EvaluationFailure) -> Value {
    var locals = locals
    do {
      return try evaluate(expression, &locals)
    } catch {
      // A limit is met by a whole expression rather than by a part of it.
      throw error.range == nil ? EvaluationFailure(error.reason, at: expression.range) : error
    }
  }

  /// Counts work done elsewhere, such as rows of a table, against the limits.
  public func spend(_ count: Int = 1) throws(EvaluationFailure) {
    steps &+= count
    if steps > limits.steps { throw EvaluationFailure(.tooManySteps, at: nil) }
  }

  /// Goes one level deeper; `leave` must follow.
  func enter(at range: SourceRange) throws(EvaluationFailure) {
    guard levels < limits.levels else { throw EvaluationFailure(.tooDeep, at: range) }
    levels += 1
  }

  /// Comes back from where `enter` has led.
  func leave() { levels -= 1 }

  /// Runs something one call deeper; refused when calls are too deep.
  public func nested<Result>(
    at range: SourceRange?, _ body: () throws(EvaluationFailure) -> Result
  ) throws(EvaluationFailure) -> Result {
    guard depth < limits.depth else { throw EvaluationFailure(.tooDeep, at: range) }
    depth += 1
    defer { depth -= 1 }
    return try body()
  }

  /// Reports a failure: null where DMN is followed, an end where rules are strict.
  public func fail(
    _ reason: EvaluationFailure.Reason, at range: SourceRange?
  ) throws(EvaluationFailure) -> Value {
    let failure = EvaluationFailure(reason, at: range)
    if rigour == .strict || reason.isLimit { throw failure }
    if failures.count < 100 { failures.append(failure) }
    return .null
  }

  /// The value of an expression, or nil where it fails because of what is not known yet.
  ///
  /// A branch that may not be taken may fail without harm.
  func attempt(
    _ expression: CheckedExpression, _ locals: inout [Value]
  ) throws(EvaluationFailure) -> Value? {
    try attempt(&locals) { (locals: inout [Value]) throws(EvaluationFailure) -> Value in
      try self.evaluate(expression, &locals)
    }
  }

  /// What a body comes to, or nil where it fails.
  func attempt(
    _ locals: inout [Value], _ body: (inout [Value]) throws(EvaluationFailure) -> Value
  ) throws(EvaluationFailure) -> Value? {
    let count = locals.count
    do {
      return try body(&locals)
    } catch {
      if error.reason.isLimit { throw error }
      locals.removeSubrange(count...)
      return nil
    }
  }
}

extension Evaluation {
  /// The value of an expression, or nil where it fails because it may not be needed after all.
  public func valueIfDefined(
    of expression: CheckedExpression, locals: [Value]
  ) throws(EvaluationFailure) -> Value? {
    var locals = locals
    return try attempt(expression, &locals)
  }

  /// The result of something that may fail without harm; nil if it does.
  public func attempt<Result>(
    _ body: () throws(EvaluationFailure) -> Result
  ) throws(EvaluationFailure) -> Result? {
    do { return try body() } catch {
      if error.isLimit { throw error }
      return nil
    }
  }

  /// Whether two values are equal, values of different kinds being simply different.
  public static func equal(_ left: Value, _ right: Value) -> Value {
    Ranges.equalOrFalse(left, right)
  }

  /// Calls a built-in by its name with one list.
  public func call(
    _ name: String, _ elements: [Value], at range: SourceRange?
  ) throws(EvaluationFailure) -> Value {
    guard let number = BuiltIn.named[name] else {
      return try fail(.unknownName(name), at: range)
    }
    return try apply(BuiltIn.all[number], to: [.list(elements)], at: range)
  }
}
