/// What is left of an operation on values that are not known, by all that they could be.
enum Alternatives {
  /// One value if all possible results agree, else unknown with the possible results.
  ///
  /// An operation that fails for one of them makes all of them uncertain.
  static func merged(_ results: [Value?], causes: Unknown) -> Value {
    var distinct: [Value] = []
    var open = results.contains { $0 == nil } ? causes.withoutAlternatives : nil
    for case let result? in results {
      if let inner = result.unknownInside {
        open = (open ?? causes).union(inner)
      } else if !distinct.contains(where: { same($0, result) }) {
        distinct.append(result)
      }
    }
    if let open { return .unknown(open.with(Extent(of: results))) }
    if distinct.count == 1 { return distinct[0] }
    return .unknown(
      Unknown(
        causes: causes.causes, alternatives: distinct,
        extent: distinct.count > Unknown.mostAlternatives ? Extent(of: results) : nil))
  }

  /// An operation on two values of which at least one is unknown.
  static func combined(
    _ left: Value, _ right: Value, _ operation: (Value, Value) -> Value?
  ) -> Value {
    let causes =
      switch (left.unknownInside, right.unknownInside) {
      // An operand that is the same number whatever it waits for is not worth waiting for.
      case (let one?, let other?) where left.isOneNumber != right.isOneNumber:
        left.isOneNumber ? other : one
      case (let left?, let right?): left.needed(with: right)
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

  /// Whether two known values cannot be told apart by any expression; 1.0 and 1 can, by `string`.
  static func same(_ left: Value, _ right: Value) -> Bool {
    Equality.compare(left, right) == .decided(true) && left.literal == right.literal
  }

  // MARK: Lists

  /// The most elements of a list of which it may be open whether they belong to it, so that all
  /// lists that it could be are kept apart.
  private static let mostOpenElements = 4

  /// A list of which it is not known whether the elements at some places belong to it.
  ///
  /// What is not known inside the elements stays so: their number may be all that is asked for.
  static func sublist(of elements: [Value], without open: [Int], causes: Unknown) -> Value {
    guard open.count <= mostOpenElements else {
      let count = elements.count - open.count...elements.count
      let each = Value.any(of: elements)
      return .unknown(causes.withoutAlternatives.with(.list(count: count, each: each)))
    }
    let lists = (0..<1 << open.count).map { choice -> Value in
      let left = Set(open.indices.filter { choice >> $0 & 1 == 0 }.map { open[$0] })
      return .list(elements.indices.filter { !left.contains($0) }.map { elements[$0] })
    }
    return oneOfLists(lists, causes: causes)
  }

  /// One of several lists, nobody knows which; elements may not be known either.
  static func oneOfLists(_ results: [Value?], causes: Unknown) -> Value {
    var causes = causes
    var lists: [Value] = []
    for result in results {
      guard let result else { return .unknown(causes.withoutAlternatives) }
      if case .unknown(let unknown) = result { causes = causes.union(unknown) }
      guard let possible = possible(result) else {
        return .unknown(causes.withoutAlternatives.with(Extent(of: results)))
      }
      // Lists that hold something unknown cannot be told to be the same.
      for list in possible
      where list.unknownInside != nil || !lists.contains(where: { same($0, list) }) {
        lists.append(list)
      }
    }
    guard lists.count > 1 else { return lists[0] }
    return .unknown(
      Unknown(
        causes: causes.causes, alternatives: lists,
        extent: lists.count > Unknown.mostAlternatives ? Extent(of: lists) : nil))
  }
}
