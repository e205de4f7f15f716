import Diagnostics
import FEELSyntax
import PolicyModel
import PolicySyntax

// What a policy says of itself, what a pilot is, permissions and sources.

extension DifferenceBuilder {
  mutating func compareHead() {
    compareDays()
    comparePilot()
    let first = spot(of: from)
    let second = spot(of: to)
    compareWords(first, second)
    var old = Aspects(before)
    old.add("subject", from.subject)
    var new = Aspects(after)
    new.add("subject", to.subject)
    if let id = noteChange(.policy, "subject", old.all, new.all, from: first, to: second) {
      let subject = to.subject
      mix { draft, choice in if choice.has(id) { draft.subject = subject } }
    }
    old = Aspects(before)
    old.add("jurisdiction", from.jurisdiction?.text, at: from.jurisdiction?.range)
    new = Aspects(after)
    new.add("jurisdiction", to.jurisdiction?.text, at: to.jurisdiction?.range)
    if let id = noteChange(.policy, "jurisdiction", old.all, new.all, from: first, to: second) {
      let jurisdiction = to.jurisdiction
      mix { draft, choice in if choice.has(id) { draft.jurisdiction = jurisdiction } }
    }
    compareWindows(first, second)
    compareForEach(first, second)
  }

  /// The file of the edition.
  private func spot(of draft: PolicyDraft) -> Spot {
    for (document, _) in draft.documents {
      if case .policy(let name) = document.kind { return Spot(name.range) }
    }
    return Spot(
      draft.documents.last.map { SourceRange(file: $0.document.file, lowerBound: 0, upperBound: 0) }
        ?? SourceRange(
          file: SourceFile(name: "", bytes: []), lowerBound: 0, upperBound: 0))
  }

  private mutating func compareDays() {
    if movesDay {
      _ = note(
        .date, "determination date", .changed, .outcome,
        [.init(key: "date", from: "\(fromView.date)", to: "\(toView.date)")], from: nil, to: nil)
    }
    if movesKnowledge {
      _ = note(
        .known, "known", .changed, .outcome,
        [.init(key: "known", from: "\(fromView.known)", to: "\(toView.known)")], from: nil, to: nil)
    }
  }

  private mutating func comparePilot() {
    func aspects(_ pilot: Pilot?) -> [Aspect] {
      guard let pilot else { return [] }
      return [
        Aspect("pilot", pilot.id.name), Aspect("region", pilot.region),
        Aspect("parents", pilot.parents.map(\.name).joined(separator: ", ")),
      ]
    }
    let differing = Self.differing(aspects(from.pilot), aspects(to.pilot))
    let old = from.pilot
    let new = to.pilot
    if !differing.isEmpty {
      let id = note(
        .pilot, new?.id.name ?? old?.id.name ?? "",
        old == nil ? .added : new == nil ? .removed : .changed, .outcome,
        differing.map { .init(key: $0.key, from: $0.old?.text, to: $0.new?.text) },
        from: place(of: old), to: place(of: new), label: new?.title ?? old?.title)
      mix { draft, choice in if choice.has(id) { draft.pilot = new } }
    }
    guard let old, let new, old.id == new.id else { return }
    var first = Aspects(before)
    first.add("title", old.title)
    first.add("notice", old.notice)
    var second = Aspects(after)
    second.add("title", new.title)
    second.add("notice", new.notice)
    guard let start = place(of: old), let end = place(of: new) else { return }
    _ = noteChange(
      .pilot, new.id.name, first.all, second.all, from: Spot(start.range), to: Spot(end.range),
      label: new.title)
  }

  private func place(of pilot: Pilot?) -> RuleChange.Place? {
    pilot?.title.map { RuleChange.Place(range: $0.range, citations: [], pilot: pilot?.id) }
  }

  private mutating func compareWords(_ first: Spot, _ second: Spot) {
    for (key, path) in [("title", \PolicyDraft.title), ("payer", \.payer)] {
      var old = Aspects(before)
      old.add(key, from[keyPath: path])
      var new = Aspects(after)
      new.add(key, to[keyPath: path])
      _ = noteChange(.policy, key, old.all, new.all, from: first, to: second)
    }
  }

  /// The windows of the edition and of the overlays, by the layer they are of.
  private mutating func compareWindows(_ first: Spot, _ second: Spot) {
    func windows(_ draft: PolicyDraft) -> [Aspect] {
      draft.documents.compactMap { document, pilot in
        guard let window = document.inForce else { return nil }
        let days =
          "\(window.from.map { "\($0.value)" } ?? "")..\(window.until.map { "\($0.value)" } ?? "")"
        let known = window.knownFrom.map { ", known from \($0.value)" } ?? ""
        return Aspect(
          "in force" + (pilot.map { " (\($0.name))" } ?? ""), days + known, at: window.range,
          .dates)
      }
    }
    let differing = Self.differing(windows(from), windows(to))
    guard !differing.isEmpty else { return }
    let id = note(
      .policy, "in force", .changed, .dates,
      differing.map { .init(key: $0.key, from: $0.old?.text, to: $0.new?.text) },
      from: first.at(differing[0].old?.range), to: second.at(differing[0].new?.range))
    let windows = to.windows
    mix { draft, choice in if choice.has(id) { draft.windows = windows } }
  }

  private mutating func compareForEach(_ first: Spot, _ second: Spot) {
    func aspects(_ loop: ForEach?, _ reader: ExpressionReader) -> [Aspect] {
      var aspects = Aspects(reader)
      aspects.add("element", loop?.variable.text, at: loop?.variable.range)
      aspects.add("list", loop?.list)
      return aspects.all
    }
    if let id = noteChange(
      .policy, "for each", aspects(from.forEach, before), aspects(to.forEach, after), from: first,
      to: second)
    {
      let loop = to.forEach
      mix { draft, choice in if choice.has(id) { draft.forEach = loop } }
    }
  }

  // MARK: Permissions

  /// Compares what pilots may change; answers for each item whose bounds differ the change.
  mutating func comparePermissions() -> [String: Int] {
    let first = changes.count
    _ = picks(
      .permission, PermissionEntry.all(in: from), PermissionEntry.all(in: to), name: \.name,
      label: { _ in nil }, spot: { Spot($0.range) }, effect: .permission,
      aspects: { entry, reader in
        var aspects = Aspects(reader)
        aspects.add("allowed", "true", at: entry.range, .permission)
        if let within = entry.within {
          aspects.add(
            "within", reader.text(ofTests: within.source), at: within.range, .permission)
          aspects.add("strict", "\(entry.isStrict)", at: entry.range, .permission)
        }
        return aspects.all
      })
    var bounds: [String: Int] = [:]
    for change in changes[first...] {
      let parts = change.name.split(separator: ": ", maxSplits: 1)
      if parts.count == 2, parts[0] == "parameters" || parts[0] == "decisions" {
        bounds[String(parts[1])] = change.id
      }
    }
    return bounds
  }

  // MARK: Sources

  mutating func compareSources() {
    let cited = reached.sources
    func sources(_ draft: PolicyDraft) -> [Source] {
      draft.sources.values.filter { cited.contains($0.id) }.sorted { $0.id < $1.id }
    }
    let entries = picks(
      .source, sources(from), sources(to), name: \.id, label: { _ in nil },
      spot: { Spot($0.range) }, effect: .source,
      aspects: { source, reader in
        var aspects = Aspects(reader)
        aspects.add("title", source.title, at: source.range, .source)
        aspects.add("number", source.number, at: source.range, .source)
        aspects.add("url", source.url, at: source.range, .source)
        aspects.add("text", source.text, at: source.range, .source)
        aspects.add("evidence", source.evidence.rawValue, at: source.range, .source)
        return aspects.all
      })
    let others = to.sources
    mix { draft, choice in
      // What either side cites is there, however they are mixed.
      var all = draft.sources.merging(others) { first, _ in first }
      for source in entries.compactMap({ $0(choice) }) { all[source.id] = source }
      draft.sources = all
    }
  }
}

/// A permission of any kind, with the section it stands in.
private struct PermissionEntry: Sendable {
  let name: String
  let within: ExpressionText?
  let isStrict: Bool
  let range: SourceRange

  private init(_ section: String, _ permission: Permissions.Permission) {
    name = "\(section): \(permission.name.text)"
    within = permission.within
    isStrict = permission.strict?.value ?? true
    range = permission.name.range
  }

  private init(_ name: String, at range: SourceRange) {
    self.name = name
    within = nil
    isStrict = true
    self.range = range
  }

  /// All permissions of a draft; of several for one thing the highest layer's.
  static func all(in draft: PolicyDraft) -> [PermissionEntry] {
    var entries: [PermissionEntry] = []
    for permissions in draft.permissions {
      let named: [(String, [Permissions.Permission])] = [
        ("parameters", permissions.parameters), ("decisions", permissions.decisions),
        ("functions", permissions.functions), ("benefits", permissions.benefits),
        ("refer", permissions.refer), ("exempt", permissions.exempt),
        ("facts", permissions.facts),
      ]
      for (section, list) in named { entries += list.map { PermissionEntry(section, $0) } }
      entries += permissions.term.map { PermissionEntry("term: \($0.value)", at: $0.range) }
      for section in Permissions.Section.allCases {
        if let add = permissions.adding[section], add.value {
          entries.append(PermissionEntry("\(section.rawValue): add", at: add.range))
        }
      }
      entries += permissions.changeCriteria.map {
        PermissionEntry("criteria, change: \($0.text)", at: $0.range)
      }
      entries += permissions.waiveCriteria.map {
        PermissionEntry("criteria, waive: \($0.text)", at: $0.range)
      }
      if let stacking = permissions.stacking, stacking.value {
        entries.append(PermissionEntry("stacking", at: stacking.range))
      }
    }
    var seen: Set<String> = []
    return entries.reversed().filter { seen.insert($0.name).inserted }.reversed()
  }
}
