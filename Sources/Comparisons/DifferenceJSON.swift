public import Diagnostics
import PolicyModel
import PolicySyntax
import Quantities

/// Differences for programs: stable, versioned, keys in English.
public enum DifferenceJSON {
  /// The name and version of the form.
  public static let schema = "zhunze.difference/1"

  /// A comparison; `more` stands behind its own members.
  public static func value(
    of comparison: RuleComparison, more: [(String, JSONValue)] = []
  ) -> JSONValue {
    .object(
      [
        ("schema", .string(schema)),
        ("from", comparison.from.json),
        ("to", comparison.to.json),
        ("policies", .array(comparison.entries.map(\.json))),
      ] + more)
  }
}

extension RulesSide {
  /// The side as it was asked for, with the days that were taken.
  public var json: JSONValue {
    .object([
      ("pilot", .orNull(pilot?.name)),
      ("date", .string("\(view.date)")),
      ("known", .string("\(view.known)")),
      ("revision", .orNull(selector.revision)),
      ("rules", .orNull(selector.rules)),
    ])
  }
}

extension RuleComparison.Entry {
  fileprivate var json: JSONValue {
    .object([
      ("policy", .string(policy.name)),
      ("title", (difference.toPolicy ?? difference.fromPolicy)?.title.json ?? .null),
      ("from pilot", .orNull(difference.from.pilot?.name)),
      ("to pilot", .orNull(difference.to.pilot?.name)),
      ("from date", .string("\(difference.from.view.date)")),
      ("to date", .string("\(difference.to.view.date)")),
      ("changes", .array(changes.map(\.json))),
    ])
  }
}

extension RuleChange {
  /// The change for programs.
  public var json: JSONValue {
    .object([
      ("id", .integer(id)),
      ("kind", .string(kind.rawValue)),
      ("name", .string(name)),
      (
        "part",
        part.map { .object([("kind", .string($0.kind.rawValue)), ("name", .string($0.name))]) }
          ?? .null
      ),
      ("label", label?.json ?? .null),
      ("action", .string(action.rawValue)),
      ("effect", .string(effect.rawValue)),
      (
        "details",
        .array(
          details.map {
            .object([
              ("key", .string($0.key)), ("from", .orNull($0.from)), ("to", .orNull($0.to)),
            ])
          })
      ),
      ("from", from?.json ?? .null),
      ("to", to?.json ?? .null),
    ])
  }
}

extension RuleChange.Place {
  fileprivate var json: JSONValue {
    .object([
      ("at", .string(range.place)),
      ("pilot", .orNull(pilot?.name)),
      ("source", .array(clauses.map { .string($0) })),
    ])
  }
}

extension Label {
  fileprivate var json: JSONValue { .object([("zh", .orNull(zh)), ("en", .orNull(en))]) }
}

extension Label? {
  fileprivate var json: JSONValue { self?.json ?? .null }
}

extension JSONValue {
  fileprivate static func orNull(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
