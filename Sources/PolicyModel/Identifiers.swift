/// The name of a policy, such as `housing-grant`.
public struct PolicyID: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The name.
  public let name: String

  /// A policy's name.
  public init(_ name: String) { self.name = name }

  /// Policies are ordered by name.
  public static func < (left: PolicyID, right: PolicyID) -> Bool { left.name < right.name }

  /// The name.
  public var description: String { name }
}

/// The name of a pilot, which is that of its folder.
public struct PilotID: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The name.
  public let name: String

  /// A pilot's name.
  public init(_ name: String) { self.name = name }

  /// Pilots are ordered by name.
  public static func < (left: PilotID, right: PilotID) -> Bool { left.name < right.name }

  /// The name.
  public var description: String { name }
}

/// The place of an item among the items of its policy.
public typealias ItemID = Int
