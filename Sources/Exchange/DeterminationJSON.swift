public import Determinations
public import Diagnostics
internal import PolicyModel
internal import PolicySyntax
internal import Quantities

/// The machine form of determinations: stable, versioned, the same bytes for the same input.
///
/// Keys are English and stand in one order; amounts are decimal strings with the digits of their
/// unit. Keys whose absence says the same are left out; lists are always there.
public struct DeterminationJSON: Sendable {
  /// The name and version of the form.
  public static let schema = "zhunze.determination/1"

  /// Whether everything that was evaluated is written, not the short explanation alone.
  public let explainsAll: Bool
  /// The version of the engine that decided.
  public let engine: String

  /// A writer of determinations made by a version of the engine.
  public init(engine: String, explainsAll: Bool = false) {
    self.engine = engine
    self.explainsAll = explainsAll
  }

  /// A determination that was made from rules with a digest.
  public func value(of determination: Determination, rules digest: RulesDigest) -> JSONValue {
    let head: [(String, JSONValue)] = [
      ("schema", .string(Self.schema)),
      ("applicant", .string(determination.applicant)),
      ("policy", .string(determination.policy.name)),
      ("pilot", determination.pilot.map { .string($0.id.name) } ?? .null),
      ("date", .string(determination.date.description)),
      ("month", .string(determination.date.monthText)),
      ("known", .string(determination.known.description)),
    ]
    let rules = JSONValue.object([
      ("digest", .string(digest.description)), ("engine", .string(engine)),
    ])
    return .object(
      head + decided(determination) + [
        ("sources", .array(determination.sources.map(\.json))),
        ("rules", rules),
        ("explanation", ExplanationJSON(determination.explanation).value(all: explainsAll)),
      ])
  }

  /// What was decided, for a whole case or one element of it.
  private func decided(_ determination: Determination) -> [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [("outcome", .string(determination.outcome.rawValue))]
    members.add("notBefore", determination.notBefore.map { .string($0.description) })
    members.add("remark", determination.remark?.json)
    members += [
      ("criteria", .array(determination.criteria.map(\.json))),
      ("benefits", .array(determination.benefits.map(\.json))),
    ]
    if let parts = determination.parts {
      members += [
        ("parts", .array(parts.map(value(of:)))),
        ("total", .array(determination.total.map(\.json))),
      ]
    }
    members += [
      ("term", determination.term?.json ?? .null),
      ("missing", .array(determination.missing.map(\.json))),
      ("unpublished", .array(determination.unpublished.map(\.json))),
      ("provisional", .array(determination.provisional.map(\.json))),
      ("refer", .array(determination.refer.map(\.json))),
      ("exempt", .array(determination.exempt.map(\.json))),
      ("assumes", .array(determination.assumes.map(\.json))),
      ("assumed", .array(determination.assumed.map(\.json))),
      (
        "excludes",
        .array(
          determination.excludes.map { entry in
            .object([
              ("policy", .string(entry.with.name)),
              ("title", entry.title?.json ?? .null),
              ("why", entry.why.json),
              ("at", .string(entry.range.place)),
              ("source", .array(entry.sources.map { .string($0.text) })),
            ])
          })
      ),
      ("evidence", determination.evidence.map { .string($0.rawValue) } ?? .null),
    ]
    return members
  }

  private func value(of part: Determination.Part) -> JSONValue {
    let explanation = ExplanationJSON(part.determination.explanation).value(all: explainsAll)
    return .object(
      [("element", part.element.json ?? .null)] + decided(part.determination)
        + [("explanation", explanation)])
  }
}

extension CalendarDate {
  /// The month of the day, `yyyy-mm`.
  var monthText: String { String(description.dropLast(3)) }
}

extension [(String, JSONValue)] {
  /// Adds a member, if there is one.
  mutating func add(_ key: String, _ value: JSONValue?) {
    if let value { append((key, value)) }
  }
}
