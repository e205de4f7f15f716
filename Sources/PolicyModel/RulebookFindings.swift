public import Diagnostics
import FEELSyntax
import PolicySyntax
import Quantities
import Synchronization

extension Rulebook {
  /// Everything that is wrong anywhere: every policy is resolved in every place and window.
  public var diagnostics: [Diagnostic] { diagnostics(besides: []) }

  /// Everything that is wrong anywhere; files of cases use names as well.
  ///
  /// Unless all files were read whole, nothing is said of what nobody uses.
  public func diagnostics(besides cases: [SourceFile], isWhole: Bool = true) -> [Diagnostic] {
    var found = UniqueFindings(ownDiagnostics)
    var names = UsedNames()
    var read: Set<String> = []
    for made in allMade.map(\.made) {
      found.add(made.diagnostics)
      names.add(made.names)
      read.formUnion(made.vocabularies)
    }
    var texts = CaseTexts(cases)
    var unread: [Diagnostic] = []
    for name in vocabularies.keys.sorted() where !read.contains(name) {
      let resolver = resolver(ofVocabulary: name)
      _ = resolver?.policy()
      found.add(resolver?.diagnostics ?? [])
      guard let resolver, case .vocabulary(let declared)? = vocabularies[name]?.kind else {
        continue
      }
      if texts.mention(name) {
        names.add(UsedNames(resolver))
      } else {
        unread.append(RulebookMessages.unusedVocabulary(declared))
      }
    }
    // A mistake hides what it uses.
    if !isWhole || found.all.contains(where: { $0.severity == .error }) {
      return found.all.withoutMisnamedPermissions
    }
    found.add(unread + unused(names, &texts) + unneededUses(names))
    return found.all
  }

  /// Every policy in every place and window that has it, those of the nation and of pilots above
  /// made before those that rest on them.
  var allMade: [Span] {
    if let known = spans.withLock({ $0 }) { return known }
    var places: [Int: [(policy: PolicyID, pilot: PilotID?)]] = [:]
    for policy in policyIDs {
      places[0, default: []].append((policy, nil))
      for pilot in pilots(adapting: policy) {
        places[pilot.parents.count + 1, default: []].append((policy, pilot.id))
      }
    }
    let all = places.keys.sorted().flatMap { depth in
      (places[depth] ?? []).mappedConcurrently(inChunksOf: depth == 0 ? 1 : 4) {
        self.made($0.policy, $0.pilot)
      }.joined()
    }
    spans.withLock { $0 = all }
    return all
  }

  /// What a policy comes to in a place, by window.
  private func made(_ policy: PolicyID, _ pilot: PilotID?) -> [Span] {
    let days = changeDays(policy, pilot)
    // Without a window, which is reported, any day will do.
    guard !days.isEmpty else {
      return made(policy, pilot, .latest).map { [Span(from: nil, until: nil, made: $0)] } ?? []
    }
    return days.indices.compactMap { index in
      let next = index + 1 < days.count ? days[index + 1].adding(days: -1) : nil
      return made(policy, pilot, days[index]).map {
        Span(from: days[index], until: next, made: $0)
      }
    }
  }

  private func made(_ policy: PolicyID, _ pilot: PilotID?, _ day: CalendarDate) -> Made? {
    (try? layers(policy, pilot, day, known: nil).get()).map { made(policy, pilot, $0) }
  }

  /// Names and sources that nothing uses.
  private func unused(_ names: UsedNames, _ cases: inout CaseTexts) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for (place, name) in names.declared
    where !names.used.contains(place) && !cases.mention(name.text) {
      found.append(PolicyMessages.unused(name))
    }
    for (id, source) in sources where !names.cited.contains(id) {
      found.append(PolicyMessages.unused(Name(id, at: source.range)))
    }
    return DiagnosticReport(found).diagnostics
  }

  /// Vocabularies that a file lists and does not need.
  private func unneededUses(_ names: UsedNames) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for document in allDocuments {
      var files = [document.file]
      // What a policy lists is seen by those that adapt it.
      if case .policy(let name) = document.kind {
        files += adapting.values.flatMap { $0.overlays[PolicyID(name.text)] ?? [] }.map(\.file)
      }
      for use in document.uses {
        guard let vocabulary = vocabularies[use.text],
          !files.contains(where: { names.uses(vocabulary, in: $0) })
        else { continue }
        found.append(RulebookMessages.unneededUse(use))
      }
    }
    return found
  }
}

extension [Diagnostic] {
  /// Without changes that are only not allowed because the permission for them is misspelt.
  fileprivate var withoutMisnamedPermissions: [Diagnostic] {
    let meant = Set(filter { $0.code == "Z0707" }.flatMap { $0.fixes.map(\.replacement) })
    guard !meant.isEmpty else { return self }
    return filter { $0.code != "Z0703" || !meant.contains($0.range?.text ?? "") }
  }
}

/// Findings in the order they come, each once.
private struct UniqueFindings {
  private(set) var all: [Diagnostic] = []
  private var seen: Set<Diagnostic> = []

  init(_ first: [Diagnostic]) { add(first) }

  mutating func add(_ more: [Diagnostic]) {
    for diagnostic in more where seen.insert(diagnostic).inserted { all.append(diagnostic) }
  }
}

/// The texts of files of cases, which use what they mention.
private struct CaseTexts {
  private let texts: [String]
  private var known: [String: Bool] = [:]

  init(_ files: [SourceFile]) { texts = files.map { String(decoding: $0.bytes, as: UTF8.self) } }

  /// Whether one of them holds a name.
  mutating func mention(_ name: String) -> Bool {
    if let known = known[name] { return known }
    let isMentioned = texts.contains { $0.contains(name) }
    known[name] = isMentioned
    return isMentioned
  }
}
