public import Comparisons
internal import Determinations
public import Diagnostics
internal import FEEL
internal import PolicyModel
internal import PolicySyntax
internal import Quantities

/// The machine form of an outcome comparison: stable, versioned, the same bytes for the same input.
///
/// It is written piece by piece, so that it never stands in memory whole: what is compared, the
/// applicants that change one by one, and at the end what they come to together.
public struct OutcomeJSON: Sendable {
  /// The name and version of the form.
  public static let schema = "zhunze.outcomes/1"

  private var isFirst = true

  /// A writer that has written nothing yet.
  public init() {}

  /// The beginning, up to the list of applicants.
  public func opening(from: JSONValue, to: JSONValue) -> String {
    let head = JSONValue.object([
      ("schema", .string(Self.schema)), ("from", from), ("to", to),
    ])
    return head.compact.dropLast() + ",\"applicants\":["
  }

  /// An applicant that changes, with the comma before; nothing for one that does not.
  public mutating func element(of finding: OutcomeFinding) -> String {
    guard let attribution = finding.attribution else { return "" }
    defer { isFirst = false }
    let shares = attribution.shares.map { share in
      JSONValue.object([
        ("cause", .string(finding.name(of: share.cause))), ("alone", share.alone.json),
      ])
    }
    let value = JSONValue.object([
      ("applicant", .string(finding.applicant)),
      ("policy", .string(finding.comparison.policy.name)),
      ("change", .string(finding.change.rawValue)), ("from", finding.from.json),
      ("to", finding.to.json), ("difference", attribution.whole.json),
      ("causes", .array(shares)), ("together", attribution.together.json),
      ("groups", .array(finding.groups.map { $0?.value.json ?? .null })),
    ])
    return (isFirst ? "\n" : ",\n") + value.compact
  }

  /// The end: everything together, and the policies for which no applicant was found.
  public func closing(_ summary: OutcomeSummary, without: [String] = []) -> String {
    var rest: [(String, JSONValue)] = [
      ("read", .integer(summary.applicants)), ("broken", .integer(summary.broken)),
      ("policies", .array(summary.policies.map { $0.json(groupedBy: summary.names) })),
    ]
    if !without.isEmpty {
      rest.append(("withoutApplicants", .array(without.map(JSONValue.string))))
    }
    return "\n]," + JSONValue.object(rest).compact.dropFirst() + "\n"
  }
}

extension UnitAmounts {
  /// The amounts by unit; null for one that is not known.
  fileprivate var json: JSONValue {
    .object(
      entries.map { entry in
        (
          entry.unit.description,
          entry.amount.map { .string(entry.unit.text(of: $0)) } ?? .null
        )
      })
  }
}

extension UnitSums {
  /// The sums by unit, with the number of amounts that are not known.
  fileprivate var json: JSONValue {
    .object(units.map { ($0.description, self[$0].json($0)) })
  }
}

extension Sum {
  fileprivate func json(_ unit: Unit) -> JSONValue {
    .object([("known", .string(unit.text(of: known))), ("open", .integer(open))])
  }
}

extension CaseOutcome {
  fileprivate var json: JSONValue {
    var members: [(String, JSONValue)] = [("outcome", .string(outcome.rawValue))]
    members.add("notBefore", notBefore.map { .string($0.description) })
    members.append(
      (
        "benefits",
        .array(
          amounts.map { entry in
            .object([
              ("name", .string(entry.name)),
              ("amount", entry.amount.map { .string(entry.unit.text(of: $0)) } ?? .null),
              ("unit", .string(entry.unit.description)),
            ])
          })
      ))
    return .object(members)
  }
}

extension Tally {
  fileprivate var members: [(String, JSONValue)] {
    [
      ("count", .integer(count)), ("more", .integer(gains)), ("less", .integer(losses)),
      ("otherwise", .integer(others)), ("unchanged", .integer(unchanged)),
      ("before", before.json), ("after", after.json), ("difference", change.json),
    ]
  }
}

extension PolicySummary {
  fileprivate func json(groupedBy names: [String]) -> JSONValue {
    .object([
      ("policy", .string(policy.name)), ("applicants", .object(tally.members)),
      ("undecided", .integer(undecided)),
      (
        "changes",
        .array(
          OutcomeChange.allCases.compactMap { change in
            changes[change].map { tally in
              .object([
                ("change", .string(change.rawValue)), ("count", .integer(tally.count)),
                ("difference", tally.change.json),
              ])
            }
          })
      ),
      ("transitions", .array(transitionsInOrder)),
      ("costs", .array(costs.sorted { $0.key < $1.key }.map { Self.json($0.key, $0.value) })),
      ("causes", .array(causes.map(Self.json))),
      (
        "groups",
        .array(
          zip(names, groups).map { name, groups in
            .object([
              ("by", .string(name)),
              (
                "groups",
                .array(
                  groups.map { group in
                    .object([("value", group.value?.value.json ?? .null)] + group.tally.members)
                  })
              ),
            ])
          })
      ),
      ("distribution", .array(distributionInOrder)),
    ])
  }

  private var transitionsInOrder: [JSONValue] {
    Outcome.allCases.flatMap { from in
      Outcome.allCases.compactMap { to in
        transitions[Transition(from: from, to: to)].map { count in
          .object([
            ("from", .string(from.rawValue)), ("to", .string(to.rawValue)),
            ("count", .integer(count)),
          ])
        }
      }
    }
  }

  private static func json(_ key: BenefitKey, _ cost: Cost) -> JSONValue {
    .object([
      ("name", .string(key.name)), ("unit", .string(key.unit.description)),
      ("countBefore", .integer(cost.countBefore)), ("countAfter", .integer(cost.countAfter)),
      ("before", cost.before.json(key.unit)), ("after", cost.after.json(key.unit)),
    ])
  }

  private static func json(_ group: CauseGroup) -> JSONValue {
    let shares = zip(group.causes, group.alone).map { cause, alone -> JSONValue in
      var members: [(String, JSONValue)] = [("cause", .string(group.witness.name(of: cause)))]
      if case .change(let id) = cause {
        let change = group.comparison.changes[id]
        members.append(("action", .string(change.action.rawValue)))
        members.append(
          (
            "details",
            .array(
              change.details.map { detail in
                .object([
                  ("key", .string(detail.key)),
                  ("from", detail.from.map(JSONValue.string) ?? .null),
                  ("to", detail.to.map(JSONValue.string) ?? .null),
                ])
              })
          ))
        if let place = change.to ?? change.from {
          members.append(("at", .string(place.range.place)))
          members.append(("source", .array(place.clauses.map(JSONValue.string))))
        }
      }
      members.append(("alone", alone.json))
      return .object(members)
    }
    return .object([
      ("from", group.comparison.from.pilot.map { .string($0.name) } ?? .null),
      ("to", group.comparison.to.pilot.map { .string($0.name) } ?? .null),
      ("causes", .array(shares)), ("together", group.together.json),
      ("interacting", .integer(group.interacting)), ("applicants", .object(group.tally.members)),
      ("witness", .string(group.witness.applicant)),
    ])
  }

  private var distributionInOrder: [JSONValue] {
    distribution.keys.sorted { $0.description < $1.description }.map { unit in
      .object([
        ("unit", .string(unit.description)),
        (
          "bands",
          .array(
            (distribution[unit] ?? [:]).sorted { $0.key < $1.key }.map { band, count in
              let bounds = band.bounds
              return .object([
                ("sign", .integer(band.index.signum())),
                ("from", .string(bounds.from.description)),
                ("to", bounds.to.map { .string($0.description) } ?? .null),
                ("count", .integer(count)),
              ])
            })
        ),
      ])
    }
  }
}
