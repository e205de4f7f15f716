public import Comparisons
public import Diagnostics
internal import PolicyModel
internal import PolicySyntax

/// Rule changes for terminals: by policy, each with what both sides say, where and under which clause.
public struct DifferenceText: Sendable {
  /// The language.
  public let language: Language
  /// Whether ANSI colours are used.
  public let isColoured: Bool
  /// The widest a line may be.
  public let columns: Int

  /// Differences in a language; lines are at least 40 columns wide.
  public init(language: Language, isColoured: Bool = false, columns: Int = 80) {
    self.language = language
    self.isColoured = isColoured
    self.columns = max(40, columns)
  }

  /// A comparison, ended by a line break.
  public func text(of comparison: RuleComparison) -> String {
    var writer = DifferenceWriter(
      language: language, page: Page(columns: columns, isColoured: isColoured))
    writer.write(comparison)
    return writer.page.text
  }

  /// One change with what both sides say, for reports that name it as a cause.
  public func title(of change: RuleChange) -> String {
    DifferenceWriter(language: language, page: Page(columns: columns, isColoured: false))
      .title(of: change)
  }
}

private struct DifferenceWriter {
  let language: Language
  var page: Page

  private func text(_ wording: Wording) -> String { wording.text(in: language) }

  mutating func write(_ comparison: RuleComparison) {
    page.add(
      side(comparison.from), mark: "− " + pad(Phrases.earlierSide) + "  ", ink: .heading)
    page.add(side(comparison.to), mark: "+ " + pad(Phrases.laterSide) + "  ", ink: .heading)
    guard !comparison.entries.isEmpty else {
      page.addGap()
      page.add(text(Phrases.noRuleDifference))
      return
    }
    for entry in comparison.entries { write(entry, comparison) }
  }

  private func pad(_ wording: Wording) -> String {
    let width =
      [Phrases.earlierSide, .init(en: Phrases.laterSide.en, zh: Phrases.laterSide.zh)]
      .map { DisplayWidth.columns(of: text($0)) }.max() ?? 0
    return DisplayWidth.pad(text(wording), to: width)
  }

  private func side(_ side: RulesSide) -> String {
    var parts: [String] = []
    if let pilot = side.pilot {
      let title = side.rulebook.pilot(pilot)?.title?.text(in: language)
      parts.append(title.map { $0 + text(Phrases.bracketed(pilot.name)) } ?? pilot.name)
    }
    parts.append(text(Phrases.date("\(side.view.date)")))
    parts.append(text(Phrases.knownBy("\(side.view.known)")))
    if let revision = side.selector.revision { parts.append(text(Phrases.revision(revision))) }
    if let rules = side.selector.rules { parts.append(text(Phrases.rulesIn(rules))) }
    return parts.joined(separator: text(Phrases.comma))
  }

  // MARK: - Policies

  private mutating func write(_ entry: RuleComparison.Entry, _ comparison: RuleComparison) {
    let difference = entry.difference
    page.addGap()
    let policy = difference.toPolicy ?? difference.fromPolicy
    var title = policy?.title?.text(in: language) ?? entry.policy.name
    if title != entry.policy.name { title += text(Phrases.bracketed(entry.policy.name)) }
    if comparison.from.pilot == nil, comparison.to.pilot == nil, let pilot = policy?.pilot {
      title = (pilot.title?.text(in: language) ?? pilot.id.name) + text(Phrases.colon) + title
    }
    if difference.to.view != comparison.to.view {
      title += text(Phrases.comma) + text(Phrases.date("\(difference.to.view.date)"))
    }
    page.add(title, ink: .heading)
    let changes = entry.changes.filter { $0.kind != .date && $0.kind != .known }
    page.add(text(Phrases.changes(changes.count, noEffect: changes.count { !$0.canTouchOutcome })))
    let clauses = Clauses(difference, language)
    let words = DetailWords(
      policies: [difference.toPolicy, difference.fromPolicy].compactMap { $0 }, language: language)
    for kind in RuleChange.Kind.allCases {
      let own = changes.filter { $0.kind == kind }
      guard !own.isEmpty else { continue }
      page.addGap()
      page.add(text(Phrases.heading(kind)), indentation: 2, ink: .heading)
      for change in own { write(change, clauses, words) }
    }
  }

  // MARK: - Changes

  func title(of change: RuleChange) -> String {
    var title = change.label?.text(in: language) ?? Phrases.name(of: change).text(in: language)
    if change.label != nil, title.lowercased() != change.name.lowercased() {
      title += text(Phrases.bracketed(change.name))
    }
    if let part = change.part { title += text(Phrases.comma) + text(Phrases.part(part)) }
    return title + text(Phrases.colon) + text(Phrases.action(change.action))
      + (change.effect == .outcome
        ? "" : text(Phrases.bracketed(text(Phrases.effect(change.effect)))))
  }

  private mutating func write(
    _ change: RuleChange, _ clauses: Clauses, _ words: DetailWords
  ) {
    let (mark, ink): (String, Page.Ink) =
      switch change.action {
      case .added, .published, .begins: ("+ ", .good)
      case .removed, .unpublished, .ends: ("− ", .bad)
      default: ("~ ", .open)
      }
    page.add(title(of: change), indentation: 2, mark: mark, markInk: ink)
    // What is cited stands below with the titles, and how a new item is called above.
    let isWhole = change.from == nil || change.to == nil
    write(
      change.details.filter { detail in
        detail.key != "source" && !(isWhole && detail.key.hasPrefix("label "))
      }.map { detail in
        func said(_ text: String?) -> String? { value(text, under: detail.key, of: change, words) }
        return (text(Phrases.key(detail.key)), said(detail.from), said(detail.to))
      })
    write([
      (text(Phrases.clauseField), clauses.from(change), clauses.to(change)),
      (text(Phrases.placeField), change.from?.range.place, change.to?.range.place),
    ])
  }

  /// Fields one below the other, what they say in one column.
  private mutating func write(_ fields: [(key: String, from: String?, to: String?)]) {
    let fields = fields.filter { $0.from != nil || $0.to != nil }
    let width = fields.map { DisplayWidth.columns(of: $0.key) }.max() ?? 0
    for field in fields {
      write(DisplayWidth.pad(field.key, to: width) + "  ", field.from, field.to)
    }
  }

  private func value(
    _ text: String?, under key: String, of change: RuleChange, _ words: DetailWords
  ) -> String? {
    switch text {
    case "true": return self.text(Phrases.yes)
    case "false": return self.text(Phrases.no)
    default: return text.map { words.text($0, under: key, of: change.name) }
    }
  }

  /// A field of both sides: on one line if they say the same or there is room, else one below the
  /// other.
  private mutating func write(_ key: String, _ from: String?, _ to: String?) {
    guard let from, let to, from != to else {
      let isBoth = from != nil && to != nil
      let sign = isBoth ? "" : from == nil ? "+ " : "− "
      page.add(
        sign + (to ?? from ?? ""), indentation: 6, mark: key, markInk: .faint,
        ink: isBoth ? .plain : from == nil ? .good : .bad)
      return
    }
    let line = "\(from) → \(to)"
    if DisplayWidth.columns(of: key + line) + 6 <= page.columns, !line.contains("\n") {
      page.add(line, indentation: 6, mark: key, markInk: .faint)
      return
    }
    page.add("− " + from, indentation: 6, mark: key, markInk: .faint, ink: .bad)
    let blanks = String(repeating: " ", count: DisplayWidth.columns(of: key))
    page.add("+ " + to, indentation: 6, mark: blanks, ink: .good)
  }
}

/// The clauses of both sides with the titles of the documents.
private struct Clauses {
  private let before: ClauseTexts
  private let after: ClauseTexts

  init(_ difference: RuleDifference, _ language: Language) {
    before = ClauseTexts(difference.from.rulebook.allSources, language: language)
    after = ClauseTexts(difference.to.rulebook.allSources, language: language)
  }

  func from(_ change: RuleChange) -> String? { Self.text(change.from, before) }
  func to(_ change: RuleChange) -> String? { Self.text(change.to, after) }

  private static func text(_ place: RuleChange.Place?, _ texts: ClauseTexts) -> String? {
    guard let place, !place.citations.isEmpty else { return nil }
    return texts.full(place.citations)
  }
}
