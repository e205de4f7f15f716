/// How much of a file is read before it is refused, so that rubbish costs neither memory nor time.
public struct YAMLLimits: Sendable, Hashable {
  /// The most bytes a file may have.
  public var bytes: Int
  /// The most collections that may stand one inside the other.
  public var depth: Int
  /// The most scalars and collections a file may hold.
  public var nodes: Int
  /// The most findings that are reported one by one.
  public var findings: Int

  /// Limits that no rule file written by people comes near, unless others are given.
  public init(
    bytes: Int = 8 << 20, depth: Int = 64, nodes: Int = 1_000_000, findings: Int = 100
  ) {
    self.bytes = bytes
    self.depth = depth
    self.nodes = nodes
    self.findings = findings
  }
}
