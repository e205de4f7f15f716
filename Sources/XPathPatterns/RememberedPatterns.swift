import Synchronization

extension XPathPattern {
  /// The most patterns that are remembered.
  private static let mostRemembered = 64

  private struct Key: Hashable {
    let pattern: String
    let flags: String
  }

  /// Patterns that were asked for, those that are not valid among them.
  private static let remembered = Mutex<[Key: XPathPattern?]>([:])

  /// A pattern with its flags, parsed once while few others are asked for; nil if it is not valid.
  public static func remembered(_ pattern: String, flags: String = "") -> XPathPattern? {
    let key = Key(pattern: pattern, flags: flags)
    if let known = remembered.withLock({ $0[key] }) { return known }
    let parsed = XPathPattern(pattern, flags: flags)
    remembered.withLock { patterns in
      // Rules use few patterns; one made of data is new each time, and old ones make room.
      if patterns.count >= mostRemembered { patterns.removeAll(keepingCapacity: true) }
      patterns[key] = .some(parsed)
    }
    return parsed
  }
}
