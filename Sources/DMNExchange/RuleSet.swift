public import PolicySyntax

/// The rule files that an export takes from, as they were read.
public struct RuleSet: Sendable {
  /// Policies, vocabularies and sources.
  public var policies: [PolicyDocument]
  /// Pilots, each with what it adapts or has alone.
  public var pilots: [(pilot: PilotDocument, overlays: [PolicyDocument])]

  /// Rule files that belong together.
  public init(
    policies: [PolicyDocument], pilots: [(pilot: PilotDocument, overlays: [PolicyDocument])]
  ) {
    self.policies = policies
    self.pilots = pilots
  }
}

/// A file that is to be written.
public struct ExchangedFile: Sendable, Hashable {
  /// The path below the folder that was chosen, such as `rules/calendar.dmn`.
  public let path: String
  /// What stands in it.
  public let text: String

  /// A file with its text.
  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}
