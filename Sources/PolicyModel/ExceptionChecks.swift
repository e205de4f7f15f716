import Diagnostics
import FEEL
import FEELSyntax
import PolicySyntax

extension PolicyResolver {
  /// Reports `over` that names nothing, or leads in a circle.
  func checkOver(_ exceptions: [ExceptionDeclaration]) {
    let byName = Dictionary(exceptions.map { ($0.name.text, $0) }) { first, _ in first }
    for exception in exceptions {
      for other in exception.over {
        guard byName[other.text] != nil else {
          diagnostics.append(
            PolicyMessages.noException(
              other, nearest: nearest(to: other.text, among: exceptions.map(\.name.text))))
          continue
        }
        if Self.leads(from: other.text, to: exception.name.text, byName) {
          diagnostics.append(PolicyMessages.overInACircle(other, of: exception.name))
        }
      }
    }
  }

  /// Whether one exception goes before another, directly or through others.
  private static func leads(
    from start: String, to end: String, _ exceptions: [String: ExceptionDeclaration]
  ) -> Bool {
    var open = [start]
    var seen: Set<String> = [start]
    while let name = open.popLast() {
      if name == end { return true }
      for next in exceptions[name]?.over ?? [] where seen.insert(next.text).inserted {
        open.append(next.text)
      }
    }
    return false
  }

  /// Warns of exceptions with different constants that can hold together, none going before the
  /// other: such a case would be for a person.
  func checkTogether(_ exceptions: [ExceptionRule], _ declarations: [ExceptionDeclaration]) {
    for (index, later) in exceptions.enumerated() {
      guard let value = constant(later.value) else { continue }
      for earlier in exceptions[..<index] {
        guard let other = constant(earlier.value),
          case .boolean(false) = Evaluation.equal(value, other),
          !later.over.contains(earlier.name), !earlier.over.contains(later.name),
          Self.overlap(earlier.window, later.window),
          !Condition.excludes(earlier.condition, later.condition),
          !exceptions.contains(where: { $0.settles(earlier, later) }),
          let name = declarations.first(where: { $0.name.text == later.name })?.name,
          let first = declarations.first(where: { $0.name.text == earlier.name })?.name
        else { continue }
        diagnostics.append(PolicyMessages.holdTogether(name, first))
        // One such pair shows what is to be done.
        return
      }
    }
  }

  private static func overlap(_ first: Window?, _ second: Window?) -> Bool {
    guard let first, let second else { return true }
    return first.overlaps(second)
  }
}

extension LogicRule {
  /// Whether exceptions may hold together and give different values, none going before the others.
  public var mayContradictItself: Bool {
    exceptions.indices.contains { index in
      exceptions[..<index].contains { mayContradict($0, exceptions[index]) }
    }
  }

  private func mayContradict(_ first: ExceptionRule, _ second: ExceptionRule) -> Bool {
    if first.over.contains(second.name) || second.over.contains(first.name) { return false }
    if case .constant(let value) = first.value.node, case .constant(let other) = second.value.node,
      case .boolean(true) = Evaluation.equal(value, other)
    {
      return false
    }
    return !Condition.excludes(first.condition, second.condition) && !settles(first, second)
  }

  /// Whether one of the exceptions goes before two others, and holds for certain where both do.
  public func settles(_ first: ExceptionRule, _ second: ExceptionRule) -> Bool {
    exceptions.contains { $0.settles(first, second) }
  }
}

extension ExceptionRule {
  /// Whether it goes before two others, and holds for certain where both do.
  fileprivate func settles(_ first: ExceptionRule, _ second: ExceptionRule) -> Bool {
    window == nil && over.contains(first.name) && over.contains(second.name)
      && Condition.follows(condition, from: [first.condition, second.condition])
  }
}

/// What can be seen of conditions without solving them.
enum Condition {
  /// A comparison of something named with a constant.
  private struct Comparison {
    let subject: String
    let operation: ComparisonOperator
    let value: Value

    /// Whether it is the same as another.
    func says(_ other: Comparison) -> Bool {
      subject == other.subject && operation == other.operation
        && Condition.isTrue(Evaluation.equal(value, other.value))
    }
  }

  /// Whether two conditions can never hold together, as far as that is plain to see.
  static func excludes(_ first: CheckedExpression, _ second: CheckedExpression) -> Bool {
    let left = comparisons(first)
    let right = comparisons(second)
    return left.contains { one in
      right.contains { other in one.subject == other.subject && isDisjoint(one, other) }
    }
  }

  /// Whether a condition holds where some others do, since it says nothing that they do not say.
  static func follows(
    _ condition: CheckedExpression, from others: [CheckedExpression]
  ) -> Bool {
    if case .conjunction(let left, let right) = condition.node {
      return follows(left, from: others) && follows(right, from: others)
    }
    let said = comparisons(condition)
    return said.count == 1 && others.flatMap(comparisons).contains { $0.says(said[0]) }
  }

  /// The comparisons that all must hold for a condition to hold.
  private static func comparisons(_ condition: CheckedExpression) -> [Comparison] {
    switch condition.node {
    case .conjunction(let left, let right): return comparisons(left) + comparisons(right)
    case .comparison(let operation, let left, let right):
      if let subject = subject(left), case .constant(let value) = right.node {
        return [Comparison(subject: subject, operation: operation, value: value)]
      }
      if let subject = subject(right), case .constant(let value) = left.node {
        return [Comparison(subject: subject, operation: operation.mirrored, value: value)]
      }
      return []
    case .builtIn(let number, let arguments)
    where BuiltIn.all[number].name == "not" && arguments.expressions.count == 1:
      guard let subject = subject(arguments.expressions[0]) else { return [] }
      return [Comparison(subject: subject, operation: .equal, value: .boolean(false))]
    default:
      guard let subject = subject(condition) else { return [] }
      return [Comparison(subject: subject, operation: .equal, value: .boolean(true))]
    }
  }

  /// A key for a name, or for an entry of one.
  private static func subject(_ expression: CheckedExpression) -> String? {
    switch expression.node {
    case .item(let id): return "\(id)"
    case .path(let operand, let name): return subject(operand).map { "\($0).\(name)" }
    default: return nil
    }
  }

  private static func isDisjoint(_ one: Comparison, _ other: Comparison) -> Bool {
    let equal = Evaluation.equal(one.value, other.value)
    switch (one.operation, other.operation) {
    case (.equal, .equal): return isFalse(equal)
    case (.equal, .notEqual), (.notEqual, .equal): return isTrue(equal)
    case (.equal, _): return isFalse(holds(other.operation, one.value, other.value))
    case (_, .equal): return isFalse(holds(one.operation, other.value, one.value))
    default: break
    }
    guard let low = one.operation.isLowerEnd ? one : other.operation.isLowerEnd ? other : nil,
      let high = one.operation.isUpperEnd ? one : other.operation.isUpperEnd ? other : nil
    else { return false }
    if isTrue(holds(.greater, low.value, high.value)) { return true }
    return isTrue(equal) && (low.operation == .greater || high.operation == .less)
  }

  /// Whether two constants compare so; nil if they cannot be compared.
  private static func holds(
    _ operation: ComparisonOperator, _ left: Value, _ right: Value
  ) -> Value? {
    let end = CheckedExpression(.constant(right), .any, at: .nowhere)
    return try? PolicyResolver.evaluation().passes(
      .tests([.comparison(operation, end)]), left, locals: [])
  }

  private static func isTrue(_ value: Value?) -> Bool {
    if case .boolean(true)? = value { true } else { false }
  }

  private static func isFalse(_ value: Value?) -> Bool {
    if case .boolean(false)? = value { true } else { false }
  }
}

extension ComparisonOperator {
  /// The operator with its sides exchanged.
  fileprivate var mirrored: ComparisonOperator {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    default: self
    }
  }

  fileprivate var isLowerEnd: Bool { self == .greater || self == .greaterOrEqual }
  fileprivate var isUpperEnd: Bool { self == .less || self == .lessOrEqual }
}

extension SourceRange {
  /// A place for what stands in no file and is never shown.
  fileprivate static let nowhere = SourceRange(
    file: SourceFile(name: "", text: ""), lowerBound: 0, upperBound: 0)
}
