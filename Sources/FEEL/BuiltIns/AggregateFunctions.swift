import Quantities

extension BuiltIn {
  /// List functions that come to one value, and `mode` (DMN 1.5, 10.3.4.4).
  ///
  /// All take a list or its elements one by one. Of an empty list most are null.
  static let aggregateFunctions: [BuiltIn] = [
    aggregate("min", of: .any, .checkedElement(isOrdered)) { extreme($0) { $0 < 0 } },
    aggregate("max", of: .any, .checkedElement(isOrdered)) { extreme($0) { $0 > 0 } },
    aggregate("sum", of: .quantity, .element(0)) { ofNumbers($0, sum) },
    aggregate("mean", of: .quantity, .element(0)) { ofNumbers($0, mean) },
    aggregate("product", of: .number, .element(0)) { ofNumbers($0, product) },
    aggregate("median", of: .quantity, .element(0)) { ofNumbers($0, median) },
    aggregate("stddev", of: .quantity, .element(0)) { ofNumbers($0, deviation) },
    aggregate("mode", of: .quantity, .list(0)) { elements in
      numbers(elements).map { .list(mode($0).map(Value.number)) }
    },
    aggregate("all", of: .optional(.boolean), looksInside: false, .fixed(.boolean)) {
      Logic.and($0)
    },
    aggregate("any", of: .optional(.boolean), looksInside: false, .fixed(.boolean)) {
      Logic.or($0)
    },
  ]

  /// A function of a list that can also be given by its elements.
  private static func aggregate(
    _ name: String, of element: FEELType, looksInside: Bool = true, _ result: Signature.Result,
    _ apply: @escaping @Sendable ([Value]) -> Value?
  ) -> BuiltIn {
    let list = Signature.Parameter("list", .list(element))
    let elements = Signature.Parameter("list", .list(element), passedOn: !looksInside)
    return BuiltIn(
      name, looksInside: looksInside,
      Signature([list], result) { $0[0].list.flatMap(apply) },
      Signature([elements], variadic: true, result) { $0[0].list.flatMap(apply) })
  }

  /// The numbers of a list; nil if one of the elements is none.
  private static func numbers(_ elements: [Value]) -> [Decimal128]? {
    let numbers = elements.compactMap(\.number)
    return numbers.count == elements.count ? numbers : nil
  }

  /// What an operation makes of a list of numbers, null of an empty one.
  private static func ofNumbers(
    _ elements: [Value], _ operation: ([Decimal128]) -> Decimal128?
  ) -> Value? {
    guard !elements.isEmpty else { return .null }
    return numbers(elements).flatMap(operation).map(Value.number)
  }

  private static func sum(_ numbers: [Decimal128]) -> Decimal128? {
    var total = Decimal128.zero
    for number in numbers {
      guard let next = total.adding(number) else { return nil }
      total = next
    }
    return total
  }

  private static func mean(_ numbers: [Decimal128]) -> Decimal128? {
    sum(numbers)?.divided(by: Decimal128(numbers.count))
  }

  private static func product(_ numbers: [Decimal128]) -> Decimal128? {
    var total = Decimal128.one
    for number in numbers {
      guard let next = total.multiplied(by: number) else { return nil }
      total = next
    }
    return total
  }

  /// The middle one in order, or the mean of the two in the middle.
  private static func median(_ numbers: [Decimal128]) -> Decimal128? {
    let sorted = numbers.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : mean([sorted[middle - 1], sorted[middle]])
  }

  /// The standard deviation of a sample, which one number is not.
  private static func deviation(_ numbers: [Decimal128]) -> Decimal128? {
    guard let mean = mean(numbers), numbers.count > 1 else { return nil }
    var squares: [Decimal128] = []
    for number in numbers {
      guard let distance = number.subtracting(mean),
        let square = distance.multiplied(by: distance)
      else { return nil }
      squares.append(square)
    }
    return sum(squares)?.divided(by: Decimal128(numbers.count - 1))?.squareRoot()
  }

  /// The most frequent numbers in ascending order.
  private static func mode(_ numbers: [Decimal128]) -> [Decimal128] {
    var counts: [Decimal128: Int] = [:]
    for number in numbers { counts[number, default: 0] += 1 }
    let most = counts.values.max()
    // The numbers themselves, not the keys, whose scale depends on the order of equal ones.
    var modes: [Decimal128] = []
    for number in numbers.sorted() where counts[number] == most && modes.last != number {
      modes.append(number)
    }
    return modes
  }

  /// The first or last element in order; nil if two of them have no order.
  private static func extreme(_ elements: [Value], _ precedes: (Int) -> Bool) -> Value? {
    guard var best = elements.first else { return .null }
    guard Ordering.compare(best, best) != nil else { return nil }
    for element in elements.dropFirst() {
      guard let order = Ordering.compare(element, best) else { return nil }
      if precedes(order) { best = element }
    }
    return best
  }

  /// Whether values of a type have an order.
  private static func isOrdered(_ type: FEELType) -> Bool {
    switch type {
    case .any, .number, .string, .date, .time, .dateAndTime, .daysAndTimeDuration,
      .yearsAndMonthsDuration:
      true
    default: false
    }
  }
}

extension Signature.Result {
  /// The element type of the only argument, if it is one of those accepted.
  fileprivate static func checkedElement(
    _ accepts: @escaping @Sendable (FEELType) -> Bool
  ) -> Signature.Result {
    .computed { types in
      let element = types[0].elementOrSelf
      return accepts(element) ? element : nil
    }
  }
}
