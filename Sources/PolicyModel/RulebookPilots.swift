import Diagnostics
import FEELSyntax
import PolicySyntax

extension Rulebook {
  /// The pilots with their parents, overlays and own policies.
  static func adapting(
    _ pilots: [(pilot: PilotDocument, overlays: [PolicyDocument])],
    _ policies: [PolicyID: [PolicyDocument]], _ diagnostics: inout [Diagnostic]
  ) -> [PilotID: Adapting] {
    let byName = Dictionary(pilots.map { ($0.pilot.name, $0.pilot) }) { first, _ in first }
    var result: [PilotID: Adapting] = [:]
    for (document, documents) in pilots {
      let parents = parents(of: document, byName, &diagnostics)
      var overlays: [PolicyID: [PolicyDocument]] = [:]
      var own: [PolicyID: [PolicyDocument]] = [:]
      for file in documents {
        switch file.kind {
        case .overlay(let name): overlays[PolicyID(name.text), default: []].append(file)
        case .policy(let name): own[PolicyID(name.text), default: []].append(file)
        case .vocabulary(let name): diagnostics.append(RulebookMessages.vocabularyInPilot(name))
        case .sources: break
        }
      }
      for id in own.keys.sorted() { checkEditions(own[id] ?? [], &diagnostics) }
      if document.region == nil {
        diagnostics.append(PolicyMessages.missing("region", of: document.name, at: document.start))
      }
      if let region = document.region, let parent = document.parent,
        let above = byName[parent.text]?.region, !region.value.lies(within: above.value),
        // In a circle nothing lies above.
        parents.last.flatMap({ byName[$0.name]?.parent?.text }) != document.name
      {
        diagnostics.append(RulebookMessages.regionOutside(region, parent: parent, above))
      }
      if document.title == nil {
        diagnostics.append(
          PolicyMessages.missing("title", of: document.name, at: document.start, severity: .warning)
        )
      }
      result[PilotID(document.name)] = Adapting(
        pilot: Pilot(
          id: PilotID(document.name), title: document.title,
          region: document.region?.value ?? "", parents: parents, notice: document.notice),
        overlays: overlays, policies: own)
    }
    for id in result.keys.sorted() { checkPolicies(of: id, result, policies, &diagnostics) }
    checkRegions(pilots.map(\.pilot), result, &diagnostics)
    return result
  }

  /// Reports pilots of one region that have a policy in common: whose rules apply there cannot be
  /// told, unless one lies above the other.
  private static func checkRegions(
    _ pilots: [PilotDocument], _ adapting: [PilotID: Adapting], _ diagnostics: inout [Diagnostic]
  ) {
    let alike = Dictionary(grouping: pilots.filter { $0.region != nil }) {
      $0.region?.value.pairsThatCount ?? ""
    }
    for document in pilots {
      guard let region = document.region, let place = adapting[PilotID(document.name)] else {
        continue
      }
      for other in alike[region.value.pairsThatCount] ?? [] {
        guard let second = other.region, let beside = adapting[PilotID(other.name)],
          beside !== place, !place.pilot.parents.contains(beside.pilot.id),
          !beside.pilot.parents.contains(place.pilot.id),
          let policy = place.decided.intersection(beside.decided).min()
        else { continue }
        diagnostics.append(
          RulebookMessages.regionTwice(region, also: other.name, second, policy: policy.name))
      }
    }
  }

  /// The pilots above one, the nearest first.
  private static func parents(
    of document: PilotDocument, _ byName: [String: PilotDocument],
    _ diagnostics: inout [Diagnostic]
  ) -> [PilotID] {
    var parents: [PilotID] = []
    var next = document.parent
    while let parent = next {
      guard let found = byName[parent.text] else {
        diagnostics.append(
          RulebookMessages.unknownPilot(
            parent,
            nearest: TitledNames(
              byName.keys.sorted().filter { $0 != document.name }.map { ($0, byName[$0]?.title) }
            ).name(meantBy: parent.text)))
        break
      }
      if parent.text == document.name {
        diagnostics.append(
          RulebookMessages.circularParents(parent, [document.name] + parents.map(\.name)))
        break
      }
      // A circle further up is reported for its own members.
      if parents.contains(PilotID(parent.text)) { break }
      parents.append(PilotID(parent.text))
      next = found.parent
    }
    return parents
  }

  /// Reports overlays of policies that the pilot does not have, or not on their days, and own
  /// policies that the nation or a pilot above has as well.
  private static func checkPolicies(
    of id: PilotID, _ adapting: [PilotID: Adapting], _ policies: [PolicyID: [PolicyDocument]],
    _ diagnostics: inout [Diagnostic]
  ) {
    guard let place = adapting[id] else { return }
    func editions(_ policy: PolicyID, in places: [PilotID]) -> [PolicyDocument]? {
      policies[policy] ?? places.lazy.compactMap { adapting[$0]?.policies[policy] }.first
    }
    for document in place.policies.keys.sorted().flatMap({ place.policies[$0] ?? [] }) {
      guard case .policy(let name) = document.kind else { continue }
      if document.jurisdiction == nil {
        // Whom it is for cannot be told, so everybody is decided by it.
        diagnostics.append(PolicyMessages.missing("jurisdiction", of: name, severity: .warning))
      }
      if let above = editions(PolicyID(name.text), in: place.pilot.parents)?.first,
        case .policy(let first) = above.kind
      {
        diagnostics.append(RulebookMessages.ownAndAbove(name, first: first.range))
      }
    }
    for document in place.overlays.keys.sorted().flatMap({ place.overlays[$0] ?? [] }) {
      guard case .overlay(let name) = document.kind else { continue }
      if document.inForce == nil {
        diagnostics.append(PolicyMessages.missing("in force", of: name))
      }
      if let adapted = editions(PolicyID(name.text), in: [id] + place.pilot.parents) {
        checkWindow(of: document, name, adapted, &diagnostics)
      } else if let other = adapting.keys.sorted().lazy
        .compactMap({ adapting[$0]?.policies[PolicyID(name.text)]?.first }).first,
        case .policy(let elsewhere) = other.kind
      {
        diagnostics.append(RulebookMessages.policyOfAnotherPilot(name, at: elsewhere.range))
      } else {
        let names = Set(policies.keys)
          .union(
            ([id] + place.pilot.parents).flatMap { adapting[$0]?.policies.keys.map { $0 } ?? [] })
        diagnostics.append(
          RulebookMessages.unknownPolicy(
            name,
            nearest: TitledNames(
              names.sorted().map { other in
                let own = ([id] + place.pilot.parents).lazy
                  .compactMap { adapting[$0]?.policies[other]?.first?.title }.first
                return (other.name, policies[other]?.first?.title ?? own)
              }
            ).name(meantBy: name.text)))
      }
    }
  }

  /// Reports an overlay whose window meets none of the policy's editions: nothing reads it.
  private static func checkWindow(
    of overlay: PolicyDocument, _ name: Name, _ editions: [PolicyDocument],
    _ diagnostics: inout [Diagnostic]
  ) {
    guard let window = overlay.inForce else { return }
    let windows = editions.compactMap(\.inForce)
    guard windows.count == editions.count, !windows.contains(where: { $0.overlaps(window) }),
      let nearest = windows.first
    else { return }
    diagnostics.append(
      RulebookMessages.meetsNoEdition(name.text, at: window.range, edition: nearest))
  }
}

extension Rulebook.Adapting {
  /// The policies that it adapts or has alone.
  fileprivate var decided: Set<PolicyID> { Set(overlays.keys).union(policies.keys) }
}

extension PilotDocument {
  /// The beginning of the file, where what is missing is reported.
  fileprivate var start: SourceRange {
    title?.range ?? SourceRange(file: file, lowerBound: 0, upperBound: 0)
  }
}

extension String {
  /// The first pairs of a region's code that are not zero, which all codes within it begin with.
  var pairsThatCount: String {
    stride(from: 0, to: 6, by: 2).map { dropFirst($0).prefix(2) }.prefix { $0 != "00" }.joined()
  }

  /// Whether a region's code lies within that of another.
  fileprivate func lies(within other: String) -> Bool { hasPrefix(other.pairsThatCount) }
}
