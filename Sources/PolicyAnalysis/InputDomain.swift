import FEEL
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities

/// The values that an input of a table can have.
struct InputDomain {
  /// How they are told apart.
  enum Values: Hashable {
    /// By their order.
    case ordered(OrderedKind)
    /// One by one; there are no others.
    case listed([Distinct])
    /// One by one, and any other text.
    case texts
    /// Not at all.
    case anything
  }

  let values: Values
  let admitsNull: Bool
  /// Tests that every value passes.
  let allowed: CheckedUnaryTests
  /// What a computed value always passes.
  let computed: CellForm
  /// Whether each of the values can be supplied, whatever the other inputs are.
  let isFree: Bool

  /// What it depends on which values pass a test.
  struct Shape: Hashable {
    let values: Values
    let admitsNull: Bool
    let isFree: Bool
  }

  var shape: Shape { Shape(values: values, admitsNull: admitsNull, isFree: isFree) }

  /// The domain of an input expression.
  init(of expression: CheckedExpression, in policy: Policy) {
    admitsNull = expression.type.admitsNull && expression.type != .any
    let supplied = SuppliedValues(expression, in: policy)
    let possible = supplied == nil ? PossibleValues(in: policy).values(of: expression) : .any
    let type = expression.type.nonNull
    allowed = supplied?.allowed ?? .any
    isFree = supplied != nil
    if case .listed(let listed) = possible {
      values = .listed(listed.filter { !$0.isNull }.map(Distinct.init))
      computed = .all
      return
    }
    let zero = Cut(point: .number(.zero), isBehind: false)
    computed =
      possible.isNatural && type.isNumber ? .stretches([Stretch(low: zero, high: nil)]) : .all
    switch type {
    case .boolean:
      values = .listed([Distinct(.boolean(true)), Distinct(.boolean(false))])
    case .string:
      let choices = supplied?.choices ?? []
      values = choices.isEmpty ? .texts : .listed(choices.map { Distinct(.string($0)) })
    case .number(let unit):
      var digits = supplied == nil ? nil : unit.scale
      if Self.keepsToWholeNumbers(allowed) || possible.isWhole { digits = 0 }
      values = .ordered(.number(digits: digits))
    default: values = OrderedKind(type).map { .ordered($0) } ?? .anything
    }
  }

  var kind: OrderedKind? { if case .ordered(let kind) = values { kind } else { nil } }

  /// Whether tests let whole numbers pass alone, as `? >= 0 and floor(?) = ?`.
  private static func keepsToWholeNumbers(_ tests: CheckedUnaryTests) -> Bool {
    guard case .tests(let tests) = tests, !tests.isEmpty else { return false }
    return tests.allSatisfy { test in
      guard case .condition(let condition) = test else { return false }
      return condition.asksForWholeNumber(level: 0)
    }
  }
}

/// A fact, or an entry of a record, as an input.
struct SuppliedValues {
  let allowed: CheckedUnaryTests
  let choices: [String]

  init?(_ expression: CheckedExpression, in policy: Policy) {
    switch expression.node {
    case .item(let id):
      guard case .fact(let fact) = policy.items[id].kind else { return nil }
      allowed = fact.allowed
      choices = fact.choices.map(\.name.text)
    case .path(let record, let name):
      guard case .item(let id) = record.node else { return nil }
      switch policy.items[id].kind {
      case .fact, .element: break
      default: return nil
      }
      guard let entry = policy.entries(of: record.type.nonNull)[name] else { return nil }
      allowed = entry.allowed
      choices = entry.description.choices.map(\.name.text)
    default: return nil
    }
  }
}

extension CheckedExpression {
  /// Whether a condition over the local at a level can hold for whole numbers alone.
  func asksForWholeNumber(level: Int) -> Bool {
    switch node {
    case .conjunction(let left, let right):
      left.asksForWholeNumber(level: level) || right.asksForWholeNumber(level: level)
    default: isTestForWholeNumber(level: level)
    }
  }

  /// `floor(?) = ?`, `modulo(?, 1) = 0` and the like.
  func isTestForWholeNumber(level: Int) -> Bool {
    guard case .comparison(.equal, let left, let right) = node else { return false }
    return [(left, right), (right, left)].contains { one, other in
      guard case .builtIn(let number, let arguments) = one.node,
        let first = arguments.expressions.first, case .local(level) = first.node
      else { return false }
      switch (BuiltIn.all[number].name, other.node) {
      case ("floor", .local(level)), ("ceiling", .local(level)):
        return arguments.expressions.count == 1
      case ("modulo", .constant(.number(let rest))):
        guard case .constant(.number(let divisor))? = arguments.expressions.last?.node else {
          return false
        }
        return rest.isZero && divisor == .one
      default: return false
      }
    }
  }
}
