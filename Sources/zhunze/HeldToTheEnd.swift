import Synchronization

/// What is held until the process ends, because to take it apart would take as long as to make it.
enum HeldToTheEnd {
  private static let values = Mutex<[any Sendable]>([])

  static func hold(_ value: some Sendable) { values.withLock { $0.append(value) } }
}
