/// Orders elements so that what one requires stands before it.
///
/// Chains of requirements can be longer than a stack is deep, so nothing here calls itself.
enum ElementOrder {
  /// All elements, each behind what it requires as far as that is possible.
  static func order(_ elements: some Sequence<Int>, requiring: (Int) -> [Int]) -> [Int] {
    var order: [Int] = []
    walk(elements, requiring: requiring, leaving: { order.append($0) }, meetingCycle: { _ in })
    return order
  }

  /// The cycles among elements, each as the elements in the order they require one another; one
  /// for each requirement that closes a cycle.
  static func cycles(_ elements: some Sequence<Int>, requiring: (Int) -> [Int]) -> [[Int]] {
    var cycles: [[Int]] = []
    walk(
      elements, requiring: requiring, leaving: { _ in },
      meetingCycle: { if cycles.count < 20 { cycles.append(Array($0)) } })
    return cycles
  }

  private struct Step {
    let element: Int
    let required: [Int]
    var next = 0
  }

  private static func walk(
    _ elements: some Sequence<Int>, requiring: (Int) -> [Int], leaving: (Int) -> Void,
    meetingCycle: (ArraySlice<Int>) -> Void
  ) {
    var left: Set<Int> = []
    var running: Set<Int> = []
    for root in elements where !left.contains(root) {
      var path = [Step(element: root, required: requiring(root))]
      running.insert(root)
      while let step = path.last {
        if step.next == step.required.count {
          path.removeLast()
          running.remove(step.element)
          left.insert(step.element)
          leaving(step.element)
          continue
        }
        path[path.count - 1].next += 1
        let next = step.required[step.next]
        if running.contains(next) {
          let start = path.lastIndex { $0.element == next } ?? 0
          meetingCycle(path[start...].map(\.element)[...])
        } else if !left.contains(next) {
          running.insert(next)
          path.append(Step(element: next, required: requiring(next)))
        }
      }
    }
  }
}
