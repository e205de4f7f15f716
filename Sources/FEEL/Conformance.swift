public import Diagnostics
import Quantities

/// Whether values conform to types, and the conversions DMN makes (DMN 1.5, 10.3.2.9.4).
public enum Conformance {
  /// Whether a value is of a type, as `instance of` answers: structural, without conversion.
  public static func isInstance(_ value: Value, of type: FEELType) -> Bool {
    switch (value, type) {
    case (.null, _): type == .null
    case (_, .any): true
    default: conforms(value, to: type)
    }
  }

  /// Whether a value may stand where the type is declared; null always may.
  public static func conforms(_ value: Value, to type: FEELType) -> Bool {
    switch (value, type) {
    case (.null, _), (.unknown, _), (_, .any): return true
    case (_, .optional(let inner)): return conforms(value, to: inner)
    case (.boolean, .boolean), (.number, .number), (.string, .string), (.date, .date),
      (.time, .time), (.dateAndTime, .dateAndTime),
      (.daysAndTimeDuration, .daysAndTimeDuration),
      (.yearsAndMonthsDuration, .yearsAndMonthsDuration):
      return true
    case (.list(let elements), .list(let element)):
      return elements.allSatisfy { conforms($0, to: element) }
    case (.range(let range), .range(let element)):
      return conforms(range.low, to: element) && conforms(range.high, to: element)
        && !(range.low.isNull && range.high.isNull)
    case (.context(let context), .context(let fields)):
      return fields.allSatisfy { field in
        context[field.name].map { conforms($0, to: field.type) } ?? false
      }
    case (.function(let function), .function(let parameters, let result)):
      return function.conforms(toParameters: parameters, result: result)
    default: return false
    }
  }

  /// The value as one of the type: itself, its only element, a list of it, the moment a date
  /// begins; nil if it cannot be one.
  public static func converted(_ value: Value, to type: FEELType) -> Value? {
    if conforms(value, to: type) { return value }
    switch (value, type.nonNull) {
    case (.list(let elements), let target) where elements.count == 1:
      return conforms(elements[0], to: target) ? elements[0] : nil
    case (.date(let date), .dateAndTime): return .dateAndTime(date.atMidnightUTC)
    default: return nil
    }
  }

  /// The value as an argument for a parameter of the type: as `converted`, and a single value
  /// becomes a list of one where a list is asked for.
  public static func argument(_ value: Value, for type: FEELType) -> Value? {
    if let converted = converted(value, to: type) { return converted }
    if case .list(let element) = type.nonNull, conforms(value, to: element) {
      return .list([value])
    }
    return nil
  }
}

extension FunctionValue {
  /// Whether it can be called as a function of the type.
  func conforms(toParameters types: [FEELType], result target: FEELType) -> Bool {
    switch body {
    case .builtIn(let number):
      BuiltIn.all[number].signatures.contains {
        $0.conforms(toParameters: types, result: target)
      }
    case .expression, .logic:
      parameters.count == types.count && result.conforms(to: target)
        && zip(types, parameters).allSatisfy { $0.conforms(to: $1.type) }
    }
  }
}

extension Signature {
  /// Whether it takes arguments of the types, for a result of another as far as its own is always the
  /// same (DMN 1.5, 10.3.2.9.3).
  fileprivate func conforms(toParameters types: [FEELType], result target: FEELType) -> Bool {
    switch result {
    case .fixed(let type), .checked(let type, _):
      guard type.nonNull.conforms(to: target.nonNull) else { return false }
    case .argument(let place):
      guard types.indices.contains(place), types[place].nonNull.conforms(to: target.nonNull)
      else { return false }
    default: break
    }
    return accepts(count: types.count)
      && types.enumerated().allSatisfy { place, type in
        let own = parameters[min(place, parameters.count - 1)].type.nonNull
        if type.nonNull.conforms(to: own) { return true }
        guard isVariadic, case .list(let element) = own else { return false }
        return type.nonNull.conforms(to: element.nonNull)
      }
  }
}

extension Evaluation {
  /// The value converted to a declared type, or a failure if it does not conform.
  public func convert(
    _ value: Value, to type: FEELType, at range: SourceRange?
  ) throws(EvaluationFailure) -> Value {
    if let converted = Conformance.converted(value, to: type) { return converted }
    return try fail(
      .wrongType(expected: type.description, found: value.kindName), at: range)
  }
}
