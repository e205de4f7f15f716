public import FEEL
import Quantities
import Synchronization

/// A function whose results follow from its arguments alone, called once for each of them: a number
/// on a card is checked by several criteria, digit by digit.
public final class RememberedFunction: InvocableLogic {
  let body: CheckedExpression
  let calls = Calls()

  init(body: CheckedExpression) { self.body = body }

  /// The results so far.
  final class Calls: Sendable {
    private let results = Mutex<[[Argument]: Value]>([:])
    /// The most results kept; beyond them it begins anew, since every applicant brings others.
    private static let most = 4096

    fileprivate func result(of arguments: [Argument]) -> Value? {
      results.withLock { $0[arguments] }
    }

    fileprivate func keep(_ result: Value, of arguments: [Argument]) {
      results.withLock { results in
        if results.count >= Self.most { results.removeAll(keepingCapacity: true) }
        results[arguments] = result
      }
    }
  }

  /// An argument by which a call can be known again: equal ones cannot be told apart.
  fileprivate enum Argument: Hashable {
    case text(ExactText)
    case date(CalendarDate)
    case boolean(Bool)

    init?(_ value: Value) {
      switch value {
      case .string(let text): self = .text(ExactText(text: text))
      case .date(let date): self = .date(date)
      case .boolean(let boolean): self = .boolean(boolean)
      default: return nil
      }
    }
  }

  /// The function, remembering; nil if there is nothing to remember it by.
  public static func remembering(_ function: FunctionValue) -> FunctionValue? {
    guard case .expression(let body, _) = function.body else { return nil }
    return FunctionValue(
      parameters: function.parameters, result: function.result,
      body: .logic(RememberedFunction(body: body)))
  }

  /// The result for arguments, worked out or remembered.
  public func invoke(
    _ arguments: [Value], in evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value {
    let key = arguments.compactMap(Argument.init)
    guard key.count == arguments.count else {
      return try evaluation.value(of: body, locals: arguments)
    }
    if let result = calls.result(of: key) { return result }
    let result = try evaluation.value(of: body, locals: arguments)
    calls.keep(result, of: key)
    return result
  }
}

/// A text known by its bytes, since Swift holds texts equal that FEEL tells apart.
private struct ExactText: Hashable {
  let text: String

  static func == (left: ExactText, right: ExactText) -> Bool {
    var (left, right) = (left.text, right.text)
    return left.withUTF8 { left in right.withUTF8 { left.elementsEqual($0) } }
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
