import Quantities

extension BuiltIn {
  /// List functions that look at one list (DMN 1.5, 10.3.4.4).
  ///
  /// Positions count from 1, or with a sign from the end; a fraction is dropped (DMN TCK 1155).
  static let listFunctions: [BuiltIn] = [
    BuiltIn(
      "list contains", looksInside: false,
      Signature(
        [.init("list", .anyList), .init("element", .any)],
        .checked(.boolean) { $0[0].elementOrSelf.joined(with: $0[1]) != nil }, calling: contains)),
    BuiltIn(
      "count", looksInside: false,
      Signature([.init("list", .anyList)], .fixed(.number)) { arguments in
        arguments[0].list.map { .number(Decimal128($0.count)) }
      }),
    BuiltIn(
      "sublist", looksInside: false,
      Signature(
        [.init("list", .anyList), .init("start position", .number)], .list(0)
      ) { arguments in
        arguments[0].list.flatMap { sublist($0, from: arguments[1]) }
      },
      Signature(
        [.init("list", .anyList), .init("start position", .number), .init("length", .number)],
        .list(0)
      ) { arguments in
        guard let elements = arguments[0].list, let length = arguments[2].number else { return nil }
        return sublist(elements, from: arguments[1], length: length)
      }),
    BuiltIn(
      "remove", looksInside: false,
      Signature([.init("list", .anyList), .init("position", .number)], .list(0)) { arguments in
        guard var elements = arguments[0].list,
          let index = arguments[1].index(in: elements)
        else { return nil }
        elements.remove(at: index)
        return .list(elements)
      }),
    BuiltIn(
      "reverse", looksInside: false,
      Signature([.init("list", .anyList)], .list(0)) { arguments in
        arguments[0].list.map { .list($0.reversed()) }
      }),
    BuiltIn(
      "index of",
      Signature(
        [.init("list", .anyList), .init("match", .any)],
        .checked(.list(.number)) { $0[0].elementOrSelf.joined(with: $0[1]) != nil },
        calling: places)),
    BuiltIn(
      "distinct values",
      Signature([.init("list", .anyList)], .list(0), calling: distinctValues)),
    BuiltIn(
      "list replace", looksInside: false,
      Signature(
        [
          .init("list", .anyList), .init("position", .number),
          .init("newItem", .any, passedOn: true),
        ],
        .computed { $0[0].elementOrSelf.joined(with: $0[2]).map(FEELType.list) }
      ) { arguments in
        guard var elements = arguments[0].list,
          let index = arguments[1].index(in: elements)
        else { return nil }
        elements[index] = arguments[2]
        return .list(elements)
      },
      Signature(
        [
          .init("list", .anyList), .init("match", .function([.any, .any], .boolean)),
          .init("newItem", .any, passedOn: true),
        ],
        .computed { $0[0].elementOrSelf.joined(with: $0[2]).map(FEELType.list) },
        calling: replaceMatches)),
  ]

  private static func contains(
    _ arguments: [Value], _ call: Signature.Call
  ) throws(EvaluationFailure) -> Value? {
    guard let elements = arguments[0].list else { return nil }
    var results: [Value] = []
    for element in elements {
      let isEqual = try call.evaluation.equalOrFalse(element, arguments[1])
      if case .boolean(true) = isEqual { return isEqual }
      results.append(isEqual)
    }
    return Logic.or(results)
  }

  private static func places(
    _ arguments: [Value], _ call: Signature.Call
  ) throws(EvaluationFailure) -> Value? {
    guard let elements = arguments[0].list else { return nil }
    var places: [Value] = []
    for (index, element) in elements.enumerated()
    where try call.evaluation.equality(element, arguments[1]) == .decided(true) {
      places.append(.number(Decimal128(index + 1)))
    }
    return .list(places)
  }

  /// So many elements from a position; nil if they are not all there.
  private static func sublist(
    _ elements: [Value], from position: Value, length: Decimal128? = nil
  ) -> Value? {
    guard let start = position.index(in: elements) else { return nil }
    let rest = elements.count - start
    guard let length else { return .list(Array(elements[start...])) }
    guard let count = length.truncatedInteger, count >= 0, count <= rest else { return nil }
    return .list(Array(elements[start..<start + count]))
  }

  static func distinctValues(
    _ arguments: [Value], _ call: Signature.Call
  ) throws(EvaluationFailure) -> Value? {
    guard let elements = arguments[0].list else { return nil }
    return .list(try distinct(elements, call))
  }

  /// The elements without those that equal an earlier one.
  static func distinct(
    _ elements: [Value], _ call: Signature.Call
  ) throws(EvaluationFailure) -> [Value] {
    var seen: Set<ScalarKey> = []
    var kept: [Value] = []
    // What has no key must be compared with everything else that has none.
    var others: [Value] = []
    for element in elements {
      if let key = ScalarKey(element) {
        if seen.insert(key).inserted { kept.append(element) }
        continue
      }
      try call.evaluation.spend(others.count)
      var isRepeated = false
      for other in others where try call.evaluation.equality(other, element) == .decided(true) {
        isRepeated = true
        break
      }
      if !isRepeated {
        others.append(element)
        kept.append(element)
      }
    }
    return kept
  }

  /// The list with a new item in place of each that a function picks.
  private static func replaceMatches(
    _ arguments: [Value], _ call: Signature.Call
  ) throws(EvaluationFailure) -> Value? {
    guard let elements = arguments[0].list, case .function(let match) = arguments[1] else {
      return nil
    }
    var replaced: [Value] = []
    replaced.reserveCapacity(elements.count)
    for element in elements {
      let answer = try call.evaluation.apply(
        match, to: [element, arguments[2]], at: call.range)
      switch answer {
      case .boolean(let isMatch): replaced.append(isMatch ? arguments[2] : element)
      case .unknown(let unknown):
        replaced.append(Evaluation.eitherOf([arguments[2], element], because: unknown))
      default: return nil
      }
    }
    return .list(replaced)
  }
}

extension Value {
  /// The index of the position that a number names, from the end if it is negative; nil if there
  /// is none.
  func index(in elements: [Value]) -> Int? {
    guard let position = number?.truncatedInteger, position != 0,
      position.magnitude <= elements.count
    else { return nil }
    return position > 0 ? position - 1 : elements.count + position
  }
}

/// A value that is equal to another exactly if the keys are.
private enum ScalarKey: Hashable {
  case null
  case boolean(Bool)
  case number(Decimal128)
  case string([UInt8])
  case date(CalendarDate)

  /// Nil for kinds whose equality is less simple.
  init?(_ value: Value) {
    switch value {
    case .null: self = .null
    case .boolean(let value): self = .boolean(value)
    case .number(let value): self = .number(value)
    case .string(let value): self = .string(Array(value.utf8))
    case .date(let value): self = .date(value)
    default: return nil
    }
  }
}
