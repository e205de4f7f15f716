internal import Comparisons
internal import Determinations
internal import Diagnostics
internal import PolicyModel
internal import PolicySyntax

/// A change of the rules in one sentence, in the words of rule files: what changed, from what to
/// what, by which clause, and where it is written.
struct ChangeSentence {
  let comparison: PolicyComparison

  /// The sentence of a cause.
  func wording(of cause: Attribution.Cause) -> Wording {
    switch cause {
    case .change(let id): wording(of: comparison.changes[id])
    case .circumstances: circumstances
    }
  }

  /// By which clause a cause came about, and where that is written; nil for what no rule says.
  func basis(of cause: Attribution.Cause) -> Wording? {
    guard case .change(let id) = cause else { return nil }
    let change = comparison.changes[id]
    let wording = Wording(en: clauses(of: change, .english), zh: clauses(of: change, .chinese))
    return wording.en.isEmpty ? nil : wording
  }

  private var circumstances: Wording {
    if comparison.from.view.date != comparison.to.view.date { return Phrases.theDate }
    if comparison.movesApplicants { return Phrases.thePlace }
    if comparison.from.view.known != comparison.to.view.known { return Phrases.theKnowledge }
    return Phrases.theRest
  }

  /// The sentence of a change.
  func wording(of change: RuleChange) -> Wording {
    Wording(en: text(of: change, .english), zh: text(of: change, .chinese))
  }

  private func text(of change: RuleChange, _ language: Language) -> String {
    switch change.kind {
    case .date, .known, .pilot: return circumstance(change, language)
    default: break
    }
    var text = name(of: change, language)
    let details = telling(change)
    let says = details.prefix(3).map { detail(of: $0, in: change, language) }
      .joined(separator: Phrases.semicolon.text(in: language))
    let isSaid = details.contains { $0.key == "in force" && $0.from != nil && $0.to != nil }
    text += Phrases.colon.text(in: language)
    if change.action == .changed || isSaid, !says.isEmpty {
      text += says
    } else {
      text += Phrases.action(change.action).text(in: language)
      if !says.isEmpty { text += Phrases.bracketed(says).text(in: language) }
    }
    return text
  }

  private func circumstance(_ change: RuleChange, _ language: Language) -> String {
    let detail = change.details.first
    let fact =
      switch change.kind {
      case .date: Phrases.theDate
      case .known: Phrases.theKnowledge
      default: Phrases.thePlace
      }
    let arrow = "\(detail?.from ?? "–") → \(detail?.to ?? "–")"
    return Phrases.noun(change.kind).text(in: language) + Phrases.colon.text(in: language) + arrow
      + Phrases.bracketed(fact.text(in: language)).text(in: language)
  }

  private static func isWording(_ key: String) -> Bool {
    key == "source" || key.hasPrefix("label") || key.hasPrefix("ask") || key.hasPrefix("unmet")
      || key.hasPrefix("why") || key.hasPrefix("assumes")
  }

  /// The details that tell what changed; what is in force on the day tells more than what is written.
  private func telling(_ change: RuleChange) -> [RuleChange.Detail] {
    let all = change.details.filter { !Self.isWording($0.key) }
    let hasValue = all.contains { $0.key == "in force" }
    return all.filter { detail in
      if detail.key == "waived", change.action == .waived { return false }
      if detail.key == "is", hasValue { return false }
      return !Self.goesWithoutSaying(detail.key, change) || all.count == 1
    }
  }

  /// Whether a detail is of no use beside others: the days of a value that is named by them, and that
  /// what is waived is waived.
  private static func goesWithoutSaying(_ key: String, _ change: RuleChange) -> Bool {
    key == "dates"
      || (change.part?.kind == .value && ["from", "until", "known from"].contains(key))
  }

  private func name(of change: RuleChange, _ language: Language) -> String {
    var text = Phrases.noun(change.kind).text(in: language) + " "
    if let label = change.label?.text(in: language), label != change.name {
      text += language == .chinese ? "“\(label)”`\(change.name)`" : "`\(change.name)` (\(label))"
    } else {
      text += "`\(change.name)`"
    }
    if let part = change.part {
      text += Phrases.comma.text(in: language) + Phrases.part(part).text(in: language)
    }
    return text
  }

  private func detail(
    of detail: RuleChange.Detail, in change: RuleChange, _ language: Language
  ) -> String {
    // Of a policy or a row it is told whether it is in force, of a parameter which value is.
    let isWhether =
      detail.key == "in force" && (change.kind == .policy || change.part?.kind == .row)
    let words = DetailWords(
      policies: [comparison.to, comparison.from].compactMap(\.resolved), language: language)
    func said(_ text: String) -> String {
      isWhether
        ? Phrases.inForce(text == "true").text(in: language)
        : Self.short(words.text(text, under: detail.key, of: change.name))
    }
    let isValue = detail.key == "in force" || detail.key == "is"
    let key = isValue ? "" : Phrases.key(detail.key).text(in: language) + " "
    switch (detail.from, detail.to) {
    case (let from?, let to?): return "\(key)\(said(from)) → \(said(to))"
    case (nil, let to?): return key + said(to)
    case (let from?, nil): return key + said(from)
    case (nil, nil): return detail.key
    }
  }

  /// The first part of a text of many lines.
  private static func short(_ text: String) -> String {
    let line = text.singleSpaced
    return line.count > 120 ? line.prefix(117) + "…" : line
  }

  /// The clause that brought the change, with its document's title, or the one that is gone; and the
  /// place in the rules.
  private func clauses(of change: RuleChange, _ language: Language) -> String {
    guard let place = change.to ?? change.from else { return "" }
    let side = change.to == nil ? comparison.from : comparison.to
    let clauses = ClauseTexts(side.rulebook.allSources, language: language).full(place.citations)
    return [clauses, place.range.place].filter { !$0.isEmpty }
      .joined(separator: Phrases.semicolon.text(in: language))
  }
}
