import Diagnostics

extension BuiltIn {
  /// The sort function (DMN 1.5, 10.3.4.8).
  static let sortFunctions: [BuiltIn] = [
    BuiltIn(
      "sort",
      Signature(
        [.init("list", .anyList), .init("precedes", .function([.any, .any], .boolean))], .list(0),
        calling: sort))
  ]

  private static func sort(
    _ arguments: [Value], _ call: Signature.Call
  ) throws(EvaluationFailure) -> Value? {
    guard let elements = arguments[0].list, case .function(let precedes) = arguments[1] else {
      return nil
    }
    var sorting = MergeSort(precedes: precedes, call: call)
    let sorted = try sorting.sort(elements[...])
    if let unknown = sorting.unknown { return .unknown(Unknown(causes: unknown.causes)) }
    return sorting.hasFailed ? nil : .list(sorted)
  }
}

/// A stable sort whose order is a function of FEEL, which may fail or not know.
private struct MergeSort {
  let precedes: FunctionValue
  let call: Signature.Call
  /// Why the order is not known, if it is not.
  private(set) var unknown: Unknown?
  /// Whether the function answered with something else than a boolean.
  private(set) var hasFailed = false

  init(precedes: FunctionValue, call: Signature.Call) {
    self.precedes = precedes
    self.call = call
  }

  mutating func sort(_ elements: ArraySlice<Value>) throws(EvaluationFailure) -> [Value] {
    guard elements.count > 1, !hasFailed else { return Array(elements) }
    let middle = elements.startIndex + elements.count / 2
    let left = try sort(elements[..<middle])
    let right = try sort(elements[middle...])
    var merged: [Value] = []
    merged.reserveCapacity(elements.count)
    var next = 0
    for element in right {
      // Equal elements keep their order: one from the right must come strictly before.
      while next < left.count, try !isBefore(element, left[next]) {
        merged.append(left[next])
        next += 1
      }
      merged.append(element)
    }
    return merged + left[next...]
  }

  private mutating func isBefore(
    _ first: Value, _ second: Value
  ) throws(EvaluationFailure) -> Bool {
    guard !hasFailed else { return false }
    switch try call.evaluation.apply(precedes, to: [first, second], at: call.range) {
    case .boolean(let answer): return answer
    case .unknown(let other): unknown = unknown?.union(other) ?? other
    default: hasFailed = true
    }
    return false
  }
}
