import DMN
import FEEL
import FEELSyntax
import Quantities

/// How many digits after the point a number can have at most, without evaluating anything.
///
/// An amount that is paid must not have more than its unit, so a division or a ratio needs a
/// rounding function behind it.
struct ScaleAnalysis {
  let items: [Item]
  private var running: Set<ItemID> = []
  private var known: [ItemID: Int?] = [:]
  private var calls: [Call: Int?] = [:]

  /// A function with the scales of what is passed.
  private struct Call: Hashable {
    let function: ItemID
    let passed: [Int?]
  }

  init(items: [Item]) { self.items = items }

  /// The most digits, or nil if there is no limit.
  mutating func scale(of expression: CheckedExpression, locals: [Int?] = []) -> Int? {
    switch expression.node {
    case .constant(.number(let number)): return max(0, number.reduced.scale)
    case .constant: return 0
    case .local(let level): return level < locals.count ? locals[level] : expression.type.scale
    case .item(let id), .itemOnDay(let id, _): return scale(ofItem: id)
    case .path: return expression.type.nonNull.scale
    case .negation(let operand), .conversion(let operand, _):
      return scale(of: operand, locals: locals)
    case .arithmetic(let operation, let left, let right):
      let left = scale(of: left, locals: locals)
      let right = scale(of: right, locals: locals)
      guard let left, let right else { return nil }
      switch operation {
      case .add, .subtract: return max(left, right)
      case .multiply: return left + right
      case .divide, .power: return nil
      }
    case .conditional(_, let first, let second):
      return greatest([first, second], locals)
    case .list(let elements): return greatest(elements, locals)
    case .filter(let list, _): return scale(of: list, locals: locals)
    case .iteration(let loops, let result, _):
      return scale(
        of: result, locals: locals + [nil] + loops.map { _ in Int?.none })
    case .context(let entries):
      return greatest(entries.map(\.value), locals)
    case .builtIn(let number, let arguments):
      return scale(ofCall: BuiltIn.all[number].name, arguments.expressions, locals)
    case .invocation(let callee, let arguments):
      let passed = arguments.expressions.map { scale(of: $0, locals: locals) }
      guard case .item(let id) = callee.node else { return nil }
      return scale(ofFunction: id, passed)
    case .embedded(let logic):
      guard let table = logic as? DatedTable else { return nil }
      if table.table.hitPolicy == .collect(.count) { return 0 }
      return greatest(
        table.table.rules.flatMap(\.outputs) + table.table.outputs.compactMap(\.defaultValue),
        locals)
    default: return expression.type.nonNull.scale
    }
  }

  /// The most digits of what a function gives.
  private mutating func scale(ofFunction id: ItemID, _ passed: [Int?]) -> Int? {
    guard case .function(let function) = items[id].kind,
      case .expression(let body, _) = function.body
    else { return nil }
    // Functions that call others twice each would be walked through for ever.
    let call = Call(function: id, passed: passed)
    if let known = calls[call] { return known }
    guard running.insert(id).inserted else { return nil }
    defer { running.remove(id) }
    let result = scale(of: body, locals: passed)
    calls[call] = .some(result)
    return result
  }

  private mutating func greatest(_ expressions: [CheckedExpression], _ locals: [Int?]) -> Int? {
    var result = 0
    for expression in expressions {
      guard let scale = scale(of: expression, locals: locals) else { return nil }
      result = max(result, scale)
    }
    return result
  }

  private mutating func scale(
    ofCall name: String, _ arguments: [CheckedExpression], _ locals: [Int?]
  ) -> Int? {
    switch name {
    case "decimal", "round up", "round down", "round half up", "round half down":
      guard arguments.count == 2, case .constant(.number(let digits)) = arguments[1].node else {
        return nil
      }
      return digits.integer.map { max(0, $0) }
    case "floor", "ceiling":
      guard arguments.count == 2 else { return 0 }
      guard case .constant(.number(let digits)) = arguments[1].node else { return nil }
      return digits.integer.map { max(0, $0) }
    case "count", "string length": return 0
    case "min", "max", "sum", "abs", "modulo": return greatest(arguments, locals)
    default: return nil
    }
  }

  private mutating func scale(ofItem id: ItemID) -> Int? {
    if let scale = known[id] { return scale }
    guard running.insert(id).inserted else { return nil }
    defer { running.remove(id) }
    let item = items[id]
    let result: Int?
    switch item.kind {
    case .fact, .element, .supplied: result = item.type.nonNull.scale
    case .function: result = nil
    case .derived(let derived):
      var most: Int? = derived.setByPilot ? item.type.nonNull.scale : 0
      for definition in derived.definitions {
        switch definition {
        case .values(let values):
          for value in values {
            most = Self.larger(most, value.value.number.map { max(0, $0.reduced.scale) } ?? 0)
          }
        case .logic(let rule):
          for expression in [rule.base] + rule.exceptions.map(\.value) {
            most = Self.larger(most, scale(of: expression))
          }
        }
      }
      result = derived.definitions.isEmpty ? item.type.nonNull.scale : most
    }
    known[id] = .some(result)
    return result
  }

  private static func larger(_ left: Int?, _ right: Int?) -> Int? {
    guard let left, let right else { return nil }
    return max(left, right)
  }

  /// The value of a parameter that has too many digits; nil if something else has.
  func longValue(of expression: CheckedExpression, limit: Int) -> (name: String, DatedValueRule)? {
    guard case .item(let id) = expression.node, case .derived(let derived) = items[id].kind
    else { return nil }
    for case .values(let values) in derived.definitions {
      if let long = values.first(where: { ($0.value.number?.reduced.scale ?? 0) > limit }) {
        return (items[id].name, long)
      }
    }
    return nil
  }

  /// The part of an amount that has too many digits.
  mutating func culprit(in expression: CheckedExpression, limit: Int) -> CheckedExpression? {
    // A ratio may have any number of digits; what is paid comes of amounts.
    for operand in expression.operands where operand.type.scale != nil {
      if (scale(of: operand) ?? .max) > limit { return culprit(in: operand, limit: limit) }
    }
    if case .item(let id) = expression.node, case .derived(let derived) = items[id].kind {
      for case .logic(let rule) in derived.definitions {
        for part in [rule.base] + rule.exceptions.map(\.value)
        where (scale(of: part) ?? .max) > limit {
          return culprit(in: part, limit: limit)
        }
      }
    }
    return expression
  }
}
