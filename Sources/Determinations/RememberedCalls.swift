import FEEL
import Quantities
import Synchronization

/// A function whose results follow from its arguments alone, called once for each of them: a number
/// on a card is checked by several criteria, digit by digit.
struct RememberedFunction: InvocableLogic {
  let body: CheckedExpression
  let calls: Calls

  /// The results so far.
  final class Calls: Sendable {
    fileprivate let results = Mutex<[[Argument]: Value]>([:])
  }

  /// An argument by which a call can be known again: equal ones cannot be told apart.
  fileprivate enum Argument: Hashable {
    /// Its bytes, since Swift holds texts equal that FEEL tells apart.
    case text([UInt8])
    case date(CalendarDate)
    case boolean(Bool)

    init?(_ value: Value) {
      switch value {
      case .string(let text): self = .text(Array(text.utf8))
      case .date(let date): self = .date(date)
      case .boolean(let boolean): self = .boolean(boolean)
      default: return nil
      }
    }
  }

  /// The function, remembering; nil if there is nothing to remember it by.
  static func remembering(_ function: FunctionValue) -> FunctionValue? {
    guard case .expression(let body, _) = function.body else { return nil }
    return FunctionValue(
      parameters: function.parameters, result: function.result,
      body: .logic(RememberedFunction(body: body, calls: Calls())))
  }

  func invoke(_ arguments: [Value], in evaluation: Evaluation) throws(EvaluationFailure) -> Value {
    let key = arguments.compactMap(Argument.init)
    guard key.count == arguments.count else {
      return try evaluation.value(of: body, locals: arguments)
    }
    if let result = calls.results.withLock({ $0[key] }) { return result }
    let result = try evaluation.value(of: body, locals: arguments)
    calls.results.withLock { $0[key] = result }
    return result
  }
}
