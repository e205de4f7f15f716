import Casework
import Diagnostics
import FEELSyntax
import PolicyModel
import PolicySyntax
import YAMLTree

/// What could not be read of the rules, and what rests on it.
///
/// The rest is checked all the same. A finding about something that rests on what was misread may
/// only follow from that, so it waits until that is mended.
struct Misreadings {
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
  var isEmpty: Bool { damages.isEmpty && !lacksFiles }

  /// Sorts out what the errors in reading touch.
  init(of rules: RulesRead) {
    let rulebook = rules.rulebook
    let documents = rulebook.allDocuments
    let known = Set((rules.policies + rules.pilots.flatMap(\.overlays)).map(\.file.name))
    let errors = rules.diagnostics.filter { $0.severity == .error }
    let files = rules.contents.rules + rules.contents.pilots.flatMap { [$0.file] + $0.overlays }
    let read = Set(files.map(\.name))
    lacksFiles =
      errors.contains { $0.range.map { !read.contains($0.file.name) } ?? true }
      || rules.policies.count < rules.contents.rules.count
      || rules.pilots.count < rules.contents.pilots.count
      || rules.pilots.flatMap(\.overlays).count
        < rules.contents.pilots.flatMap(\.overlays).count
    guard !errors.isEmpty || lacksFiles else { return }
    for file in files where known.contains(file.name) {
      outlines[file.name] = RuleOutline(of: file)
    }
    for error in errors {
      guard let range = error.range else { continue }
      note(error, at: range, isPilot: range.file.name.hasSuffix("/pilot.yaml"))
    }
    notePilots(of: rules, read: known)
    let vocabularies = rulebook.vocabularyDocuments
    for document in documents
    where document.uses.contains(where: { vocabularies[$0.text] == nil }) {
      damages[document.file.name, default: Damage()].isWhole = true
    }
    spread(over: documents, of: rulebook)
  }

  /// Notes the pilots that may lack a parent, or what one declares.
  private mutating func notePilots(of rules: RulesRead, read: Set<String>) {
    let isMisread = { (pilot: RulesFolder.Pilot) in damages[pilot.file.name] != nil }
    let contents = rules.contents.pilots
    let headless = Set(contents.filter(isMisread).map(\.name))
    pilots = headless.union(
      contents.filter { $0.overlays.contains { !read.contains($0.name) } }.map(\.name))
    var below = headless
    var open = pilots
    while let next = open.popFirst() {
      for (pilot, _) in rules.pilots
      where pilot.parent?.text == next && below.insert(pilot.name).inserted {
        open.insert(pilot.name)
      }
    }
    pilots.formUnion(below)
    unplaced = contents.filter { below.contains($0.name) }.flatMap { $0.overlays.map(\.name) }
  }

  /// Notes where an error stands.
  private mutating func note(_ error: Diagnostic, at range: SourceRange, isPilot: Bool) {
    var damage = damages[range.file.name] ?? Damage()
    defer { damages[range.file.name] = damage }
    guard !isPilot, let outline = outlines[range.file.name] else {
      damage.isWhole = true
      return
    }
    let touched = outline.touched(by: range)
    guard !touched.isEmpty else {
      damage.isWhole = true
      return
    }
    damage.entries += touched.map(\.bytes)
    // Nobody knows under which name others expect what has a name that cannot be one.
    if Self.misnamed.contains(error.code) { damage.isWhole = true }
    if error.code == "Z0108" { damage.mayLackName = true }
    // The reader mends these itself, so that what is declared has its name and its type.
    guard !Self.mended.contains(error.code) else { return }
    if touched.contains(where: \.tellsWhatIsSeen) { damage.isWhole = true }
    damage.names.formUnion(touched.flatMap(\.names))
  }

  private static let misnamed: Set<DiagnosticCode> = [
    "Z0530", "Z0531", "Z0532", "Z0533", "Z0534", "Z0535",
  ]

  private static let mended: Set<DiagnosticCode> = [
    "Z0550", "Z0551", "Z0552", "Z0554", "Z0556", "Z0558",
  ]

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
    for id in rulebook.policyIDs {
      let files = rulebook.documents(of: id).map(\.file.name)
      if files.contains(where: { damages[$0] != nil }) { policies.insert(id) }
      rest(in: files)
    }
    for document in documents {
      guard case .vocabulary = document.kind else { continue }
      rest(in: Array(rulebook.files(seenBy: document)))
    }
  }

  /// Marks the entries of files that see one another and mention what cannot be relied upon.
  private mutating func rest(in files: [String]) {
    var open = Set(files.flatMap { damages[$0]?.names ?? [] })
    guard !open.isEmpty else { return }
    var seen = open
    let entries = files.filter { damages[$0]?.isWhole != true }.flatMap { name in
      (outlines[name]?.entries ?? []).map { (file: name, entry: $0) }
    }
    while let next = open.popFirst() {
      for (file, entry) in entries where entry.mentions(next) {
        resting[file, default: []].append(entry.bytes)
        for name in entry.names where seen.insert(name).inserted { open.insert(name) }
      }
    }
  }

  /// Whether a finding in a rule file would be there without what was misread.
  func isIndependent(_ diagnostic: Diagnostic) -> Bool {
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

  /// Whether cases can be held against the policy that they are about.
  func areReliable(of file: CaseFile, in rulebook: Rulebook) -> Bool {
    guard !isEmpty, case .policy(let name) = file.subject else { return true }
    let policy = PolicyID(name.text)
    return !policies.contains(policy) && rulebook.has(policy)
      && !(file.pilot.map(pilots.contains) ?? false)
  }

  /// Whether a finding in a file of cases would be there without what was misread: a fact that
  /// nobody declares may stand in what could not be read.
  func isIndependent(ofCases diagnostic: Diagnostic) -> Bool {
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
