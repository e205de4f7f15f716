import Quantities

extension BuiltIn {
  /// List functions that make a list out of others (DMN 1.5, 10.3.4.4).
  static let listCombiningFunctions: [BuiltIn] = [
    BuiltIn(
      "append", looksInside: false,
      Signature(
        [.init("list", .anyList), .init("item", .any, passedOn: true)], .computed(appended),
        calling: append),
      Signature(
        [.init("list", .anyList), .init("item", .anyList, passedOn: true)], variadic: true,
        .computed { appended([$0[0], $0[1].elementOrSelf]) },
        calling: appendAll)),
    BuiltIn(
      "concatenate", looksInside: false,
      Signature([.init("list", .anyList)], .list(0)) { $0[0] },
      Signature(
        [.init("list", .anyList)], variadic: true, .computed(joined), calling: concatenate)),
    BuiltIn(
      "union",
      Signature([.init("list", .anyList)], .list(0), calling: distinctValues),
      Signature(
        [.init("list", .anyList)], variadic: true, .computed(joined), calling: union)),
    BuiltIn(
      "insert before", looksInside: false,
      Signature(
        [
          .init("list", .anyList), .init("position", .number),
          .init("newItem", .any, passedOn: true),
        ],
        .computed { appended([$0[0], $0[2]]) }, calling: insert)),
    BuiltIn(
      "flatten", looksInside: false,
      Signature(
        [.init("list", .anyList)], .computed { .list($0[0].innermostElement) }, calling: flatten)),
  ]

  /// The type of a list with one more item.
  private static func appended(_ types: [FEELType]) -> FEELType? {
    types[0].elementOrSelf.joined(with: types[1]).map(FEELType.list)
  }

  /// The type of lists one behind the other, which have been gathered in a list.
  private static func joined(_ types: [FEELType]) -> FEELType? {
    .list(types[0].elementOrSelf.elementOrSelf)
  }

  private static func append(
    _ arguments: [Value], _ call: Signature.Call
  ) throws(EvaluationFailure) -> Value? {
    guard let elements = arguments[0].list else { return nil }
    return try call.list(elements + [arguments[1]])
  }

  private static func appendAll(
    _ arguments: [Value], _ call: Signature.Call
  ) throws(EvaluationFailure) -> Value? {
    guard let elements = arguments[0].list, let items = arguments[1].list else { return nil }
    return try call.list(elements + items)
  }

  private static func insert(
    _ arguments: [Value], _ call: Signature.Call
  ) throws(EvaluationFailure) -> Value? {
    guard var elements = arguments[0].list, let index = arguments[1].index(in: elements) else {
      return nil
    }
    elements.insert(arguments[2], at: index)
    return try call.list(elements)
  }

  private static func union(
    _ arguments: [Value], _ call: Signature.Call
  ) throws(EvaluationFailure) -> Value? {
    guard let elements = try concatenate(arguments, call)?.list else { return nil }
    return .list(try distinct(elements, call))
  }

  /// The elements of lists one behind the other; a single value is a list of one.
  private static func concatenate(
    _ arguments: [Value], _ call: Signature.Call
  ) throws(EvaluationFailure) -> Value? {
    guard let lists = arguments[0].list else { return nil }
    var elements: [Value] = []
    for list in lists {
      switch list {
      case .list(let more): elements += more
      case .null: return nil
      default: elements.append(list)
      }
      _ = try call.list(elements)
    }
    return .list(elements)
  }

  private static func flatten(
    _ arguments: [Value], _ call: Signature.Call
  ) throws(EvaluationFailure) -> Value? {
    var elements: [Value] = []
    if let unknown = try flatten(arguments[0], into: &elements, call) {
      return .unknown(unknown.withoutAlternatives)
    }
    return .list(elements)
  }

  /// Takes apart all lists inside; answers what is unknown, for it might be a list too.
  private static func flatten(
    _ value: Value, into elements: inout [Value], _ call: Signature.Call
  ) throws(EvaluationFailure) -> Unknown? {
    switch value {
    case .list(let parts):
      try call.evaluation.spend(parts.count)
      var unknown: Unknown?
      for part in parts {
        guard let other = try flatten(part, into: &elements, call) else { continue }
        unknown = unknown?.union(other) ?? other
      }
      return unknown
    case .unknown(let unknown):
      return unknown
    default:
      elements.append(value)
      guard elements.count <= call.evaluation.limits.listLength else {
        throw EvaluationFailure(.listTooLong, at: call.range)
      }
      return nil
    }
  }
}

extension FEELType {
  /// The type of what is inside lists of lists.
  fileprivate var innermostElement: FEELType {
    if case .list(let element) = self { element.innermostElement } else { self }
  }
}
