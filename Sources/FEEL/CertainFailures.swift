public import Diagnostics
import FEELSyntax
import Quantities

extension CheckedExpression {
  /// What is wrong with the constants in it, whatever the case: a division by 0, a day that does not
  /// exist.
  ///
  /// Both have a meaning in FEEL, and none in a rule.
  public var certainFailures: [Diagnostic] {
    let inside = operands.flatMap(\.certainFailures)
    switch node {
    case .arithmetic(.divide, _, let divisor):
      guard case .constant(.number(let number)) = divisor.node, number == .zero else {
        return inside
      }
      return inside + [TypeMessages.divisionByZero(at: range)]
    case .builtIn(let number, .positional(let values)) where BuiltIn.all[number].name == "date":
      return inside
        + (Self.missingDay(values).map { [TypeMessages.noSuchDay($0, at: range)] } ?? [])
    default: return inside
    }
  }

  /// The day that some constants name; nil if there is such a day, or they are no constants.
  private static func missingDay(_ values: [CheckedExpression]) -> String? {
    let constants = values.compactMap { value -> Value? in
      if case .constant(let constant) = value.node { constant } else { nil }
    }
    guard constants.count == values.count else { return nil }
    if constants.count == 1, let text = constants[0].string, case .noSuchDay = WrittenDay(text) {
      return text
    }
    let numbers = constants.compactMap { $0.number?.integer }
    guard numbers.count == 3, numbers.allSatisfy({ (1...9999).contains($0) }),
      CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]) == nil
    else { return nil }
    return numbers.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: "-")
  }
}
