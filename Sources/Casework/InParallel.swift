internal import Dispatch
internal import Synchronization

/// Work on all cores whose results stand in the order of what was given.
public enum InParallel {
  /// The result for each element, in order.
  public static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ body: @Sendable (Element) -> Result
  ) -> [Result] {
    // Pieces small enough that no core waits long for the last, large enough to be worth a lock.
    let size = max(1, min(32, elements.count / 64))
    let starts = Array(stride(from: 0, to: elements.count, by: size))
    let pieces = Mutex<[[Result]]>(Array(repeating: [], count: starts.count))
    DispatchQueue.concurrentPerform(iterations: starts.count) { piece in
      let start = starts[piece]
      let results = elements[start..<min(start + size, elements.count)].map(body)
      pieces.withLock { $0[piece] = results }
    }
    return pieces.withLock { $0.flatMap { $0 } }
  }
}
