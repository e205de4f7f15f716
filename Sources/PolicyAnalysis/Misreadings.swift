public import Diagnostics
import FEELSyntax
public import PolicyModel
import PolicySyntax

/// A file that rules were read from.
public struct RuleFile: Sendable {
  /// What stands in it.
  public enum Role: Sendable {
    /// What all pilots share.
    case shared
    /// What a pilot is, and the name of the one above it.
    case pilot(String, parent: String?)
    /// Rules in the folder of a pilot.
    case ofPilot(String)
  }

  let source: SourceFile
  let role: Role
  let isRead: Bool

  /// A file, and whether anything could be made of it.
  public init(_ source: SourceFile, _ role: Role, isRead: Bool) {
    self.source = source
    self.role = role
    self.isRead = isRead
  }
}

/// What could not be read of the rules, and what rests on it.
///
/// The rest is checked all the same. A finding about something that rests on what was misread may
/// only follow from that, so it waits until that is mended.
public struct Misreadings {
  /// What was misread of one file.
  private struct Damage {
    /// Names whose declarations cannot be relied upon.
    var names: Set<RuleOutline.Name> = []
    /// Entries whose own text cannot be relied upon, as ranges from key to end.
    var entries: [Range<Int>] = []
    /// Whether anything may be missing.
    var isWhole = false
    /// Whether a name may be missing: what stands below it may have gone to the entry before.
    var mayLackName = false
  }

  /// Whether files are missing, so that nobody knows what they declare.
  private let lacksFiles: Bool
  private var damages: [String: Damage] = [:]
  private var outlines: [String: RuleOutline] = [:]
  /// Stretches of files that rest on what was misread.
  private var resting: [String: [Range<Int>]] = [:]
  /// Files that may see a name which was not read.
  private var unsureOfNames: Set<String> = []
  /// Names that cannot be relied upon, whoever declares them.
  private var names: Set<String> = []
  /// Policies of which something was misread.
  private var policies: Set<PolicyID> = []
  /// Files of pilots of which nobody knows what lies above them.
  private var unplaced: [String] = []
  /// Pilots of which a file could not be read, and those below them.
  private var pilots: Set<String> = []

  /// Whether everything was read.
  public var isEmpty: Bool { damages.isEmpty && !lacksFiles }

  /// Sorts out what the errors in reading files touch of the rules that were made of them.
  public init(of files: [RuleFile], _ diagnostics: [Diagnostic], in rulebook: Rulebook) {
    let errors = diagnostics.filter { $0.severity == .error }
    let given = Set(files.map(\.source.name))
    lacksFiles =
      errors.contains { $0.range.map { !given.contains($0.file.name) } ?? true }
      || files.contains { !$0.isRead }
    guard !errors.isEmpty || lacksFiles else { return }
    for file in files where file.isRead {
      if case .pilot = file.role { continue }
      outlines[file.source.name] = RuleOutline(of: file.source)
    }
    for error in errors {
      guard let range = error.range else { continue }
      note(error, at: range)
    }
    notePilots(among: files)
    let documents = rulebook.allDocuments
    let vocabularies = rulebook.vocabularyDocuments
    for document in documents
    where document.uses.contains(where: { vocabularies[$0.text] == nil }) {
      damages[document.file.name, default: Damage()].isWhole = true
    }
    spread(over: documents, of: rulebook)
  }

  /// Notes the pilots that may lack a parent, or what one declares.
  private mutating func notePilots(among files: [RuleFile]) {
    var parents: [String: String] = [:]
    var below: Set<String> = []
    for file in files {
      switch file.role {
      case .shared: break
      case .ofPilot(let name): if !file.isRead { pilots.insert(name) }
      case .pilot(let name, let parent):
        parents[name] = parent
        if damages[file.source.name] != nil { below.insert(name) }
      }
    }
    pilots.formUnion(below)
    var open = pilots
    while let next = open.popFirst() {
      for (pilot, parent) in parents where parent == next && below.insert(pilot).inserted {
        open.insert(pilot)
      }
    }
    pilots.formUnion(below)
    unplaced = files.filter { file in
      if case .ofPilot(let name) = file.role { below.contains(name) } else { false }
    }.map(\.source.name)
  }

  /// Notes where an error stands.
  private mutating func note(_ error: Diagnostic, at range: SourceRange) {
    var damage = damages[range.file.name] ?? Damage()
    defer { damages[range.file.name] = damage }
    guard let outline = outlines[range.file.name] else {
      damage.isWhole = true
      return
    }
    let touched = outline.touched(by: range)
    guard !touched.isEmpty else {
      damage.isWhole = true
      return
    }
    damage.entries += touched.map(\.bytes)
    switch error.loss {
    case .nothing: return
    case .name: damage.isWhole = true
    case .boundary: damage.mayLackName = true
    case .declaration: break
    }
    if touched.contains(where: \.tellsWhatIsSeen) { damage.isWhole = true }
    damage.names.formUnion(touched.flatMap(\.names))
  }

  /// Finds what rests on it: files that see a file of which anything may be missing, and entries
  /// that mention a name that cannot be relied upon.
  private mutating func spread(over documents: [PolicyDocument], of rulebook: Rulebook) {
    let views = documents.map { (name: $0.file.name, sees: rulebook.files(seenBy: $0)) }
    let whole = Set(damages.filter(\.value.isWhole).map(\.key))
    for view in views where view.sees.contains(where: whole.contains) {
      damages[view.name, default: Damage()].isWhole = true
    }
    let lacking = Set(damages.filter(\.value.mayLackName).map(\.key))
    unsureOfNames = Set(views.filter { $0.sees.contains(where: lacking.contains) }.map(\.name))
    for (name, damage) in damages where damage.isWhole {
      damages[name]?.names.formUnion(outlines[name]?.entries.flatMap(\.names) ?? [])
    }
    // What these declare was read and can be relied upon.
    for name in unplaced { damages[name, default: Damage()].isWhole = true }
    names = Set(damages.values.flatMap(\.names).map(\.text))
    for (name, damage) in damages { resting[name] = damage.entries }
    let index = EntryIndex(outlines.filter { damages[$0.key]?.isWhole != true })
    for id in rulebook.policyIDs {
      let files = rulebook.documents(of: id).map(\.file.name)
      if files.contains(where: { damages[$0] != nil }) { policies.insert(id) }
      rest(in: Set(files), by: index)
    }
    for document in documents {
      guard case .vocabulary = document.kind else { continue }
      rest(in: rulebook.files(seenBy: document), by: index)
    }
  }

  /// Marks the entries of files that see one another and mention what cannot be relied upon.
  private mutating func rest(in files: Set<String>, by index: EntryIndex) {
    var open = Set(files.flatMap { damages[$0]?.names ?? [] })
    var seen = open
    while let next = open.popFirst() {
      for place in index.places(mentioning: next) where files.contains(place.file) {
        resting[place.file, default: []].append(place.entry.bytes)
        for name in place.entry.names where seen.insert(name).inserted { open.insert(name) }
      }
    }
  }

  /// Whether a finding in a rule file would be there without what was misread.
  public func isIndependent(_ diagnostic: Diagnostic) -> Bool {
    guard !isEmpty else { return true }
    // An id that nobody declares may stand in what could not be read.
    if diagnostic.code == "Z0803" {
      if lacksFiles { return false }
      if let text = diagnostic.range?.text, names.contains(text) { return false }
    }
    if diagnostic.code == "Z0203", let file = diagnostic.range?.file.name,
      unsureOfNames.contains(file)
    {
      return false
    }
    return ([diagnostic.range] + diagnostic.notes.map(\.range)).allSatisfy { range in
      range.map(isSound) ?? true
    }
  }

  private func isSound(_ range: SourceRange) -> Bool {
    let name = range.file.name
    if let damage = damages[name] {
      // What stands outside all entries is about the file as it is.
      guard !damage.isWhole, outlines[name]?.entry(around: range) != nil else { return false }
    }
    return !(resting[name] ?? []).contains {
      $0.lowerBound <= range.lowerBound && range.lowerBound < max($0.upperBound, $0.lowerBound + 1)
    }
  }

  /// Whether cases can be held against a policy, in a pilot or in the nation.
  public func isReliable(_ policy: PolicyID, in pilot: PilotID?, of rulebook: Rulebook) -> Bool {
    guard !isEmpty else { return true }
    return !policies.contains(policy) && rulebook.has(policy)
      && !(pilot.map { pilots.contains($0.name) } ?? false)
  }

  /// Whether a finding in a file of cases would be there without what was misread: a fact that
  /// nobody declares may stand in what could not be read.
  public func isIndependent(ofCases diagnostic: Diagnostic) -> Bool {
    guard !isEmpty, diagnostic.code.rawValue.hasPrefix("Z09") else { return true }
    guard !lacksFiles, !damages.values.contains(where: \.isWhole) else { return false }
    return !(diagnostic.range.map { names.contains($0.text) } ?? false)
  }
}

extension Rulebook {
  /// The vocabularies by name.
  fileprivate var vocabularyDocuments: [String: PolicyDocument] {
    allDocuments.reduce(into: [:]) { found, document in
      if case .vocabulary(let name) = document.kind { found[name.text] = document }
    }
  }

  /// The files whose names a document sees, its own among them.
  fileprivate func files(seenBy document: PolicyDocument) -> Set<String> {
    var files: Set<String> = []
    var open = [document]
    let vocabularies = vocabularyDocuments
    if case .overlay(let name) = document.kind {
      let own = pilot(of: document)
      let above = own.flatMap { pilot($0) }?.parents ?? []
      open += documents(of: PolicyID(name.text)).filter { other in
        switch other.kind {
        case .policy, .overlay: pilot(of: other).map { $0 == own || above.contains($0) } ?? true
        case .vocabulary, .sources: false
        }
      }
    }
    while let next = open.popLast() {
      guard files.insert(next.file.name).inserted else { continue }
      open += next.uses.compactMap { vocabularies[$0.text] }
    }
    return files
  }
}
