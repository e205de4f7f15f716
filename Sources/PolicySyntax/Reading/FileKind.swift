internal import Diagnostics
internal import FEELSyntax
internal import YAMLTree

/// What a rule file declares itself to be.
enum FileKind: String, CaseIterable {
  case policy
  case vocabulary
  case overlay = "adapts"
  case sources

  /// Finds the key that says it; reports a file that says nothing, or two things.
  init?(of entries: [Field], at range: SourceRange, _ findings: Findings) {
    let found = entries.compactMap { entry in
      FileKind(rawValue: entry.title).map { (kind: $0, field: entry) }
    }.filter { $0.kind != .sources }
    if let first = found.first {
      if found.count > 1, let key = found[1].field.key, let firstKey = first.field.key {
        findings.add(StructureMessages.exclusive(key, with: firstKey))
      }
      self = first.kind
      return
    }
    if entries.contains(where: { $0.title == FileKind.sources.rawValue }) {
      self = .sources
      return
    }
    findings.add(FileMessages.unknownKind(entries.compactMap(\.key), at: range))
    return nil
  }

  /// Reads the key that says it, and checks that such a file belongs here.
  func read(_ keys: Keys, _ entries: [Field], inPilot: Bool) -> PolicyDocument.Kind? {
    for other in FileKind.allCases where other != .sources && other != self {
      // Reported already; asked for so that it is not reported again.
      _ = keys[other.rawValue]
    }
    let field = keys[rawValue]
    if let key = field?.key { checkPlace(key, inPilot: inPilot, keys) }
    switch self {
    case .sources: return .sources
    case .policy:
      return field?.identifier(example: "policy: housing-grant").map { .policy($0) }
    case .vocabulary:
      return field?.identifier(example: "vocabulary: calendar").map { .vocabulary($0) }
    case .overlay:
      return field?.identifier(example: "adapts: housing-grant").map {
        .overlay(adapts: $0)
      }
    }
  }

  private func checkPlace(_ key: YAMLScalar, inPilot: Bool, _ keys: Keys) {
    switch (self, inPilot) {
    case (.overlay, false): keys.add(FileMessages.overlayOutsidePilot(key.range))
    case (.vocabulary, true), (.sources, true):
      keys.add(FileMessages.sharedFileInPilot(key, isVocabulary: self == .vocabulary))
    default: break
    }
  }
}
