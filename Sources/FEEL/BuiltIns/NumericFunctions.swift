import Quantities

extension BuiltIn {
  /// Numeric functions (DMN 1.5, 10.3.4.5).
  static let numericFunctions: [BuiltIn] = [
    BuiltIn("decimal", .rounding(.halfEven)),
    BuiltIn("floor", .roundingToWhole(.floor), .rounding(.floor)),
    BuiltIn("ceiling", .roundingToWhole(.ceiling), .rounding(.ceiling)),
    BuiltIn("round up", .rounding(.up)),
    BuiltIn("round down", .rounding(.down)),
    BuiltIn("round half up", .rounding(.halfUp)),
    BuiltIn("round half down", .rounding(.halfDown)),
    BuiltIn(
      "abs",
      Signature([.init("n", .quantity)], .argument(0)) { arguments in
        arguments[0].number.map { .number($0.magnitude) }
      },
      Signature([.init("n", .daysAndTimeDuration)], .argument(0)) { arguments in
        guard case .daysAndTimeDuration(let duration) = arguments[0] else { return nil }
        return .daysAndTimeDuration(duration.magnitude)
      },
      Signature([.init("n", .yearsAndMonthsDuration)], .argument(0)) { arguments in
        guard case .yearsAndMonthsDuration(let duration) = arguments[0] else { return nil }
        return .yearsAndMonthsDuration(duration.magnitude)
      }),
    BuiltIn(
      "modulo",
      Signature(
        [.init("dividend", .quantity), .init("divisor", .quantity)],
        .computed { $0[0].joined(with: $0[1]) }
      ) { arguments in
        guard let dividend = arguments[0].number, let divisor = arguments[1].number else {
          return nil
        }
        return dividend.modulo(divisor).map(Value.number)
      }),
    BuiltIn("sqrt", .ofNumber(.number) { $0.squareRoot().map(Value.number) }),
    BuiltIn("log", .ofNumber(.number) { $0.naturalLogarithm().map(Value.number) }),
    BuiltIn("exp", .ofNumber(.number) { $0.exponential().map(Value.number) }),
    BuiltIn("odd", .ofNumber(.boolean) { $0.isEven.map { .boolean(!$0) } }),
    BuiltIn("even", .ofNumber(.boolean) { $0.isEven.map(Value.boolean) }),
  ]
}

extension Signature {
  /// A function of a pure number.
  fileprivate static func ofNumber(
    _ result: FEELType, _ apply: @escaping @Sendable (Decimal128) -> Value?
  ) -> Signature {
    Signature([.init("number", .number)], .fixed(result)) { arguments in
      arguments[0].number.flatMap(apply)
    }
  }

  /// Rounding to a number of digits behind the point, which keeps the unit.
  ///
  /// A fraction of the number of digits is dropped.
  fileprivate static func rounding(_ mode: RoundingMode) -> Signature {
    Signature([.init("n", .quantity), .init("scale", .number)], .argument(0)) { arguments in
      guard let number = arguments[0].number, let scale = arguments[1].number?.truncatedInteger
      else { return nil }
      return number.rounded(toScale: scale, mode).map(Value.number)
    }
  }

  /// Rounding to a whole number.
  fileprivate static func roundingToWhole(_ mode: RoundingMode) -> Signature {
    Signature([.init("n", .quantity)], .argument(0)) { arguments in
      arguments[0].number?.rounded(toScale: 0, mode).map(Value.number)
    }
  }
}

extension Decimal128 {
  /// Whether two divides the number; nil for one with a fraction.
  fileprivate var isEven: Bool? {
    isInteger ? modulo(Decimal128(2))?.isZero : nil
  }
}
