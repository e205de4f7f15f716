import FEEL
import FEELSyntax
import Quantities

/// Names with values, for expressions that stand in no rule file.
final class ContextEnvironment: EvaluationEnvironment {
  /// What the names stand for.
  let scope: Scope
  /// The names for the parser, those of entries among them.
  let names: NamesInScope
  private let values: [Value]

  init(_ context: ContextValue) {
    values = context.values
    let items = context.keys.enumerated().map { ($1, ItemSymbol(item: $0, type: .any)) }
    let scope = Scope(items: Dictionary(uniqueKeysWithValues: items))
    self.scope = scope
    names = scope.names.adding([], members: Self.keys(in: .context(context)))
  }

  func value(of item: Int, in evaluation: Evaluation) throws(EvaluationFailure) -> Value {
    values[item]
  }

  func value(
    of item: Int, on day: CalendarDate, in evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value {
    values[item]
  }

  private static func keys(in value: Value) -> [String] {
    switch value {
    case .list(let elements): elements.flatMap(keys)
    case .context(let context): context.keys + context.values.flatMap(keys)
    default: []
    }
  }
}
