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
    /// Entries whose own text cannot be relied upon, by their places in the file.
    var entries: Set<Int> = []
    /// Parts of which that is known of all entries, and of their names.
    var parts: [Range<Int>: Bool] = [:]
    /// Whether anything may be missing.
    var isWhole = false
    /// Whether a name may be missing: what stands below it may have gone to the entry before.
    var mayLackName = false

    /// Notes where an error stands.
    mutating func note(_ error: Diagnostic, at range: SourceRange, in outline: RuleOutline?) {
      guard let outline, let touched = outline.touched(by: range) else {
        isWhole = true
        return
      }
      switch error.loss {
      case .nothing, .declaration: break
      case .name: isWhole = true
      case .boundary: mayLackName = true
      }
      let losesNames = error.loss != .nothing
      switch touched {
      case .entries(let places):
        for place in places { note(outline.entries[place], at: place, losesNames) }
      case .part(let places):
        guard parts[places].map({ losesNames && !$0 }) ?? true else { return }
        parts[places] = losesNames
        for place in places { note(outline.entries[place], at: place, losesNames) }
      }
    }

    private mutating func note(_ entry: RuleOutline.Entry, at place: Int, _ losesNames: Bool) {
      entries.insert(place)
      guard losesNames else { return }
      if entry.tellsWhatIsSeen { isWhole = true }
      names.formUnion(entry.names)
    }
  }

  /// Whether files are missing, so that nobody knows what they declare.
  private let lacksFiles: Bool
  private var damages: [String: Damage] = [:]
  private var outlines: [String: RuleOutline] = [:]
  /// Stretches of files that rest on what was misread.
  private var resting: [String: FileStretches] = [:]
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

  /// Ids of sources that files cite and whose declaration is misspelt.
  private var meantSources: Set<String> = []
  /// Whether a source was declared under the id of another, so that its own is declared nowhere.
  private var lacksSource = false

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
      // In its place, for there may be as many errors as a file has entries.
      damages[range.file.name, default: Damage()].note(
        error, at: range, in: outlines[range.file.name])
    }
    meantSources = Set(
      errors.filter { $0.code == "Z0512" }.flatMap { $0.fixes.map(\.replacement) })
    let ids = Set(rulebook.allSources.map(\.id))
    lacksSource = errors.contains { $0.code == "Z0108" && ids.contains($0.range?.text ?? "") }
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
    for (name, damage) in damages {
      guard let entries = outlines[name]?.entries else { continue }
      resting[name] = FileStretches(damage.entries.map { entries[$0].bytes })
    }
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
    for name in resting.keys { resting[name]?.sort() }
  }

  /// Marks the entries of files that see one another and mention what cannot be relied upon.
  private mutating func rest(in files: Set<String>, by index: EntryIndex) {
    var open = Set(files.flatMap { damages[$0]?.names ?? [] })
    var seen = open
    while let next = open.popFirst() {
      for place in index.places(mentioning: next) where files.contains(place.file) {
        resting[place.file, default: FileStretches()].add(place.entry.bytes)
        for name in place.entry.names where seen.insert(name).inserted { open.insert(name) }
      }
    }
  }

  /// Whether a finding in a rule file would be there without what was misread.
  public func isIndependent(_ diagnostic: Diagnostic) -> Bool {
    guard !isEmpty else { return true }
    // An id that nobody declares may stand in what could not be read.
    if diagnostic.code == "Z0803" {
      if lacksFiles || lacksSource { return false }
      if let text = diagnostic.range?.text, names.contains(text) || meantSources.contains(text) {
        return false
      }
    }
    // A change of what cannot be found looks like a declaration that lacks its parts.
    if diagnostic.code == "Z0203" || diagnostic.code == "Z0601",
      let file = diagnostic.range?.file.name,
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
      guard !damage.isWhole, outlines[name]?.place(around: range) != nil else { return false }
    }
    return !(resting[name]?.contains(range.lowerBound) ?? false)
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

/// Stretches of one file, of which it is asked for every finding whether it lies in one.
private struct FileStretches {
  private var stretches: [Range<Int>]

  init(_ stretches: [Range<Int>] = []) { self.stretches = stretches }

  mutating func add(_ stretch: Range<Int>) { stretches.append(stretch) }

  /// Puts them in order, those that overlap as one; nothing is found before.
  mutating func sort() {
    var joined: [Range<Int>] = []
    for stretch in stretches.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let end = max(stretch.upperBound, stretch.lowerBound + 1)
      if let last = joined.last, stretch.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, end)
      } else {
        joined.append(stretch.lowerBound..<end)
      }
    }
    stretches = joined
  }

  func contains(_ offset: Int) -> Bool {
    var (low, high) = (0, stretches.count)
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 && stretches[low - 1].contains(offset)
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
