import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// The results of a function for all elements, in their order, worked out on all processors.
  ///
  /// Elements are taken a few at a time: few enough that the processors end together, and enough of
  /// them to cost little.
  public func mappedConcurrently<Result: Sendable>(
    inChunksOf chunk: Int = 8, _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    let count = (self.count + chunk - 1) / chunk
    guard count > 1 else { return map(transform) }
    let results = Mutex<[Int: [Result]]>([:])
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let part = self[index * chunk..<Swift.min(self.count, (index + 1) * chunk)].map(transform)
      results.withLock { $0[index] = part }
    }
    return results.withLock { parts in (0..<count).flatMap { parts[$0] ?? [] } }
  }
}
