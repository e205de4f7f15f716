import Diagnostics

/// A walk through a value and all values inside it, each list and context as good as once.
///
/// A small expression can make lists that hold one another many times over, so that they have more
/// places than anybody can visit; what is stored is still small.
struct ValueWalk {
  /// Where elements are stored that have been looked at, with the deepest level they were met at.
  private var seen: [UnsafeRawPointer: Int] = [:]
  /// How many values have been looked at.
  private(set) var count = 0
  /// What is not known about any of them.
  private(set) var unknown: Unknown?
  /// Whether something was nested deeper than allowed, or more than may be looked at; the rest has
  /// not been looked at.
  private(set) var isTooDeep = false
  private let deepest: Int
  /// The most values that are looked at where the depth is watched.
  static let mostValues = 2_000_000

  /// A walk that goes down at most so many levels.
  init(deepest: Int = .max) { self.deepest = deepest }

  /// Looks at a value and everything inside it.
  mutating func visit(_ value: Value, depth: Int = 0) {
    count += 1
    switch value {
    case .unknown(let other): unknown = unknown?.union(other) ?? other
    case .list(let elements): visit(elements, depth: depth)
    case .context(let context): visit(context.values, depth: depth)
    case .range(let range):
      visit(range.low, depth: depth + 1)
      visit(range.high, depth: depth + 1)
    default: break
    }
  }

  private mutating func visit(_ elements: [Value], depth: Int) {
    guard depth < deepest, deepest == .max || count < Self.mostValues else {
      isTooDeep = true
      return
    }
    // The outermost cannot be met again, and most lists hold no others.
    if depth > 0, !elements.isEmpty {
      let place = elements.withUnsafeBytes { $0.baseAddress }
      guard let place else { return }
      // Only the depth can make a second look worthwhile.
      if let level = seen[place], level >= depth || deepest == .max { return }
      seen[place] = depth
    }
    for element in elements { visit(element, depth: depth + 1) }
  }
}

extension Evaluation {
  /// What is unknown inside a value; each value looked at counts as a step.
  func unknownInside(_ value: Value) throws(EvaluationFailure) -> Unknown? {
    var walk = ValueWalk()
    walk.visit(value)
    try spend(walk.count)
    return walk.unknown
  }

  /// A value, if lists and contexts are not nested in it beyond all reason.
  ///
  /// Whatever walks through a value, and the release of its memory, goes down as deep as it is.
  func bounded(_ value: Value, at range: SourceRange?) throws(EvaluationFailure) -> Value {
    switch value {
    case .list, .context:
      var walk = ValueWalk(deepest: limits.nesting)
      walk.visit(value)
      try spend(walk.count)
      if walk.isTooDeep { throw EvaluationFailure(.tooDeep, at: range) }
      return value
    default: return value
    }
  }
}
