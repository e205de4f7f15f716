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
    if let misspelt = Self.misspelt(in: entries) {
      findings.add(FileMessages.unknownKind([misspelt.key], at: range))
      self = misspelt.kind
      return
    }
    if entries.contains(where: { $0.title == FileKind.sources.rawValue }) {
      self = .sources
      return
    }
    findings.add(FileMessages.unknownKind(entries.compactMap(\.key), at: range))
    return nil
  }

  /// The key that was meant to say it, and is none of the format's.
  private static func misspelt(in entries: [Field]) -> (key: YAMLScalar, kind: FileKind)? {
    let words = FileKind.allCases.filter { $0 != .sources }.map(\.rawValue)
    let known = Set(FileShape.document.keys)
    return entries.lazy.compactMap { entry in
      guard let key = entry.key, entry.isScalar, !known.contains(key.text),
        let kind = nearest(to: key.text, among: words).flatMap(FileKind.init(rawValue:))
      else { return nil }
      return (key, kind)
    }.first
  }

  /// Reads the key that says it, and checks that such a file belongs here.
  func read(_ keys: Keys, _ entries: [Field], inPilot: Bool) -> PolicyDocument.Kind? {
    for other in FileKind.allCases where other != .sources && other != self {
      // Reported already; asked for so that it is not reported again.
      _ = keys[other.rawValue]
    }
    // A misspelt one has been reported, and is read as what it was meant to be.
    let field = keys[rawValue] ?? Self.misspelt(in: entries).flatMap { keys[$0.key.text] }
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
