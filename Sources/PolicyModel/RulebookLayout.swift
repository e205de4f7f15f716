import Diagnostics
import FEELSyntax
import PolicySyntax

extension Rulebook {
  /// All declared sources; one id has one declaration.
  static func sources(
    in documents: [PolicyDocument], _ diagnostics: inout [Diagnostic]
  ) -> [String: Source] {
    var sources: [String: Source] = [:]
    for declaration in documents.flatMap(\.sources) {
      let name = declaration.name
      if let first = sources[name.text] {
        diagnostics.append(LayerMessages.declaredTwice(name, first: first.range))
        continue
      }
      if declaration.evidence == nil {
        diagnostics.append(PolicyMessages.missing("evidence", of: name))
      }
      sources[name.text] = Source(
        id: name.text, title: declaration.title?.value ?? name.text,
        number: declaration.number?.value, url: declaration.url?.value,
        evidence: declaration.evidence?.value ?? .illustrative, range: name.range)
    }
    return sources
  }

  /// Reports uses of vocabularies that are not there.
  static func checkUses(
    _ documents: [PolicyDocument], _ vocabularies: [String: PolicyDocument],
    _ diagnostics: inout [Diagnostic]
  ) {
    for document in documents {
      for use in document.uses where vocabularies[use.text] == nil {
        diagnostics.append(
          RulebookMessages.unknownVocabulary(
            use, nearest: nearest(to: use.text, among: vocabularies.keys.sorted())))
      }
    }
  }

  /// Reports editions that are in force on the same days.
  static func checkEditions(
    _ editions: [PolicyDocument], _ diagnostics: inout [Diagnostic]
  ) {
    for (index, edition) in editions.enumerated() {
      guard let window = edition.inForce else {
        if case .policy(let name) = edition.kind {
          diagnostics.append(PolicyMessages.missing("in force", of: name))
        }
        continue
      }
      for other in editions[..<index] {
        if let first = other.inForce, first.overlaps(window) {
          diagnostics.append(
            DateMessages.editionsOverlap(at: window.range, first: first.range))
        }
      }
    }
  }

  /// The pilots with their parents and overlays.
  static func adapting(
    _ pilots: [(pilot: PilotDocument, overlays: [PolicyDocument])],
    _ policies: [PolicyID: [PolicyDocument]], _ diagnostics: inout [Diagnostic]
  ) -> [PilotID: Adapting] {
    let byName = Dictionary(pilots.map { ($0.pilot.name, $0.pilot) }) { first, _ in first }
    var result: [PilotID: Adapting] = [:]
    for (document, overlays) in pilots {
      var parents: [PilotID] = []
      var next = document.parent
      while let parent = next {
        guard let found = byName[parent.text] else {
          diagnostics.append(
            RulebookMessages.unknownPilot(
              parent, nearest: nearest(to: parent.text, among: byName.keys.sorted())))
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
      var adapted: [PolicyID: [PolicyDocument]] = [:]
      var own: [PolicyID: [PolicyDocument]] = [:]
      for overlay in overlays {
        switch overlay.kind {
        case .overlay(let name):
          if let editions = policies[PolicyID(name.text)] {
            checkWindow(of: overlay, name, editions, &diagnostics)
          } else {
            diagnostics.append(
              RulebookMessages.unknownPolicy(
                name, nearest: nearest(to: name.text, among: policies.keys.map(\.name).sorted())))
          }
          if overlay.inForce == nil {
            diagnostics.append(PolicyMessages.missing("in force", of: name))
          }
          adapted[PolicyID(name.text), default: []].append(overlay)
        case .policy(let name):
          own[PolicyID(name.text), default: []].append(overlay)
          if let edition = policies[PolicyID(name.text)]?.first,
            case .policy(let first) = edition.kind
          {
            diagnostics.append(RulebookMessages.ownAndNational(name, first: first.range))
          }
        case .vocabulary(let name):
          diagnostics.append(RulebookMessages.vocabularyInPilot(name))
        case .sources: break
        }
      }
      for id in own.keys.sorted() { checkEditions(own[id] ?? [], &diagnostics) }
      if document.region == nil {
        diagnostics.append(PolicyMessages.missing("region", of: document.name, at: document.start))
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
        overlays: adapted, policies: own)
    }
    return result
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
      RulebookMessages.meetsNoEdition(name.text, at: window.range, edition: nearest.range))
  }

  /// Reports vocabularies that use one another in a circle.
  static func checkCircles(
    _ vocabularies: [String: PolicyDocument], _ diagnostics: inout [Diagnostic]
  ) {
    for name in vocabularies.keys.sorted() {
      var path: [String: String] = [:]
      var open = [name]
      while let next = open.popLast() {
        for use in vocabularies[next]?.uses ?? [] where path[use.text] == nil {
          path[use.text] = next
          open.append(use.text)
          guard use.text == name else { continue }
          var members = [name]
          var before = next
          while before != name, let earlier = path[before] {
            members.insert(before, at: 0)
            before = earlier
          }
          // Each circle is reported once, at its first member.
          if members.allSatisfy({ $0 >= name }) {
            diagnostics.append(RulebookMessages.circularUses(use, [name] + members))
          }
        }
      }
    }
  }

  /// Reports names of other policies that look misspelt; grants may name policies kept elsewhere.
  static func checkStacking(
    _ documents: [PolicyDocument], _ policies: [PolicyID: [PolicyDocument]],
    _ diagnostics: inout [Diagnostic]
  ) {
    let names = Set(
      documents.compactMap { document -> String? in
        if case .policy(let name) = document.kind { name.text } else { nil }
      })
    for entry in documents.flatMap(\.stacking) where !names.contains(entry.with.text) {
      if let nearest = nearest(to: entry.with.text, among: names.sorted()),
        isSlip(entry.with.text, nearest)
      {
        diagnostics.append(RulebookMessages.unknownStacking(entry.with, nearest: nearest))
      }
    }
  }
}

/// Whether two long names differ in a letter or two, and not in a word.
private func isSlip(_ first: String, _ second: String) -> Bool {
  var counts: [Character: Int] = [:]
  for character in first { counts[character, default: 0] += 1 }
  for character in second { counts[character, default: 0] -= 1 }
  return counts.values.reduce(0) { $0 + abs($1) } <= 2
}

extension PilotDocument {
  /// The beginning of the file, where what is missing is reported.
  fileprivate var start: SourceRange {
    title?.range ?? SourceRange(file: file, lowerBound: 0, upperBound: 0)
  }
}
