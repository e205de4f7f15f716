/// What is left of an operation on values that are not known, by all that they could be.
enum Alternatives {
  /// One value if all possible results agree, else unknown with the possible results.
  ///
  /// An operation that fails for one of them makes all of them uncertain.
  static func merged(_ results: [Value?], causes: Unknown) -> Value {
    var distinct: [Value] = []
    for result in results {
      guard let result, result.unknownInside == nil else {
        return .unknown(Unknown(causes: causes.causes))
      }
      if !distinct.contains(where: { same($0, result) }) { distinct.append(result) }
    }
    if distinct.count == 1 { return distinct[0] }
    return .unknown(Unknown(causes: causes.causes, alternatives: distinct))
  }

  /// An operation on two values of which at least one is unknown.
  static func combined(
    _ left: Value, _ right: Value, _ operation: (Value, Value) -> Value?
  ) -> Value {
    let causes =
      switch (left.unknownInside, right.unknownInside) {
      // What waits in vain makes the other not worth waiting for.
      case (let left?, _) where left.absorbsAll: left
      case (_, let right?) where right.absorbsAll: right
      case (let left?, let right?): left.union(right)
      case (let one?, nil), (nil, let one?): one
      case (nil, nil): Unknown(causes: [])
      }
    guard let lefts = possible(left), let rights = possible(right),
      lefts.count * rights.count <= Unknown.mostAlternatives * 4
    else { return .unknown(Unknown(causes: causes.causes)) }
    var results: [Value?] = []
    for left in lefts {
      for right in rights { results.append(operation(left, right)) }
    }
    return merged(results, causes: causes)
  }

  /// All that a value could be, or nil if that is not known either.
  static func possible(_ value: Value) -> [Value]? {
    guard case .unknown(let unknown) = value else { return [value] }
    return unknown.alternatives
  }

  /// Whether two known values cannot be told apart by any expression.
  static func same(_ left: Value, _ right: Value) -> Bool {
    Equality.compare(left, right) == .decided(true)
  }
}
