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

  /// Reports uses of vocabularies that are not there, and circles among vocabularies.
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
        if parent.text == document.name || parents.contains(PilotID(parent.text)) {
          diagnostics.append(RulebookMessages.circularParents(parent))
          break
        }
        parents.append(PilotID(parent.text))
        next = found.parent
      }
      var adapted: [PolicyID: [PolicyDocument]] = [:]
      var own: [PolicyID: [PolicyDocument]] = [:]
      for overlay in overlays {
        switch overlay.kind {
        case .overlay(let name):
          if policies[PolicyID(name.text)] == nil {
            diagnostics.append(
              RulebookMessages.unknownPolicy(
                name, nearest: nearest(to: name.text, among: policies.keys.map(\.name).sorted())))
          }
          if overlay.inForce == nil {
            diagnostics.append(PolicyMessages.missing("in force", of: name))
          }
          adapted[PolicyID(name.text), default: []].append(overlay)
        case .policy(let name): own[PolicyID(name.text), default: []].append(overlay)
        case .vocabulary(let name):
          diagnostics.append(RulebookMessages.vocabularyInPilot(name))
        case .sources: break
        }
      }
      for editions in own.values { checkEditions(editions, &diagnostics) }
      result[PilotID(document.name)] = Adapting(
        pilot: Pilot(
          id: PilotID(document.name), title: document.title,
          region: document.region?.value ?? "", parents: parents, notice: document.notice),
        overlays: adapted, policies: own)
    }
    return result
  }
}

/// What is said about how documents go together.
enum RulebookMessages {
  static func overlayOutsidePilot(_ name: Name) -> Diagnostic {
    Diagnostic(
      "Z0720", at: name.range,
      Wording(
        en: "only a file in a pilot's folder adapts a policy", zh: "只有试点文件夹中的文件才能 `adapts`"),
      help: Wording(
        en: "move the file to `pilots/NAME/`", zh: "请把文件移到 `pilots/名称/`"))
  }

  static func vocabularyInPilot(_ name: Name) -> Diagnostic {
    Diagnostic(
      "Z0721", at: name.range,
      Wording(en: "a pilot has no vocabularies of its own", zh: "试点不能有自己的词汇文件"),
      help: Wording(
        en: "move the file to `rules/`, or declare the items in the overlay",
        zh: "请把文件移到 `rules/`，或在适配文件中声明"))
  }

  static func unknownVocabulary(_ name: Name, nearest: String?) -> Diagnostic {
    unknown(
      "Z0722", name, nearest, Wording(en: "vocabulary", zh: "词汇文件"))
  }

  static func unknownPilot(_ name: Name, nearest: String?) -> Diagnostic {
    unknown("Z0723", name, nearest, Wording(en: "pilot", zh: "试点"))
  }

  static func unknownPolicy(_ name: Name, nearest: String?) -> Diagnostic {
    unknown("Z0724", name, nearest, Wording(en: "policy", zh: "政策"))
  }

  private static func unknown(
    _ code: DiagnosticCode, _ name: Name, _ nearest: String?, _ kind: Wording
  ) -> Diagnostic {
    Diagnostic(
      code, at: name.range,
      Wording(
        en: "no \(kind.en) is called `\(name.text)`", zh: "没有名为 `\(name.text)` 的\(kind.zh)"),
      help: nearest.map { Wording(en: "did you mean `\($0)`?", zh: "是否指 `\($0)`？") },
      fixes: nearest.map { [.init(replace: name.range, with: $0)] } ?? [])
  }

  static func circularParents(_ name: Name) -> Diagnostic {
    Diagnostic(
      "Z0725", at: name.range,
      Wording(en: "a pilot cannot be its own parent", zh: "试点不能是自己的上级"),
      help: Wording(en: "correct one of the `parent` lines", zh: "请更正其中一个 `parent`"))
  }
}
