internal import Determinations
internal import Diagnostics
internal import FEEL
internal import FEELSyntax
internal import PolicyModel
internal import PolicySyntax
internal import Quantities

extension DeterminationWriter {
  /// Every fact still to be asked for, of the whole and its parts, each once.
  var missing: [MissingFact] {
    determination.all(\.missing) { $0.name + "\u{0}" + $0.part }
  }

  /// What is missing, as questions, the most useful first.
  mutating func writeMissing() {
    let missing = missing
    guard !missing.isEmpty else { return }
    heading(Phrases.missing)
    let width = String(missing.count).count
    for (index, fact) in missing.enumerated() {
      let number = String(index + 1)
      let blanks = String(repeating: " ", count: width - number.count)
      page.add(
        question(for: fact), indentation: indentation + 2, mark: "\(blanks)\(number). ",
        markInk: .open)
      let hang = 4 + width
      if !fact.choices.isEmpty {
        let choices = fact.choices.map { choice in
          choice.name.text
            + (choice.label.map { text(Phrases.bracketed($0.text(in: language))) } ?? "")
        }
        remark(text(Phrases.choices(list(choices))), indentation: hang)
      }
      let entries = entries(of: fact)
      if !entries.isEmpty { remark(text(Phrases.entries(list(entries))), indentation: hang) }
      if !fact.neededBy.isEmpty {
        remark(
          text(Phrases.neededBy(list(fact.neededBy.map(names.text(of:))))), indentation: hang,
          ink: .faint)
      }
      if let first = fact.months.first, let last = fact.months.last {
        remark(
          text(
            Phrases.earlierMonths(
              fact.months.count, first: values.month(of: first), last: values.month(of: last))),
          indentation: hang, ink: .faint)
      }
    }
  }

  /// What the entries of the records are called that a missing list is of.
  private func entries(of fact: MissingFact) -> [String] {
    guard fact.part.isEmpty, case .list(let element) = fact.type,
      case .context(let fields) = element, let words = determination.words[fact.name]
    else { return [] }
    // What the engine asks for by itself says so in the question.
    guard Item.Supplied(rawValue: fact.name) == nil else { return [] }
    return fields.map { text(words.entries[$0.name]?.label, or: $0.name) }
  }

  private func question(for fact: MissingFact) -> String {
    let label = text(fact.label, or: fact.name)
    let entry = fact.part.isEmpty ? "" : text(fact.partLabel, or: fact.part)
    let isSaid = entry.isEmpty || fact.ask == nil && entry == label
    let part = isSaid ? "" : text(Phrases.bracketed(entry))
    if let ask = fact.ask { return ask.text(in: language) + part }
    return text(Phrases.question(label + part, isYesOrNo: fact.type == .boolean))
  }

  /// Reasons to refer the case to a person, and reasons why nothing is owed.
  mutating func writeReasons() {
    write(determination.refer, below: Phrases.reasonsToRefer, mark: "!")
    write(determination.exempt, below: Phrases.reasonsToExempt, mark: "○")
  }

  private mutating func write(_ reasons: [ReasonResult], below title: Wording, mark: String) {
    let reasons = reasons.filter { $0.holds != false }
    guard !reasons.isEmpty else { return }
    heading(title)
    for reason in reasons {
      item(text(of: reason), mark: reason.holds == nil ? "?" : mark, ink: .open)
      remark(clauses.full(reason.sources), ink: .faint)
    }
  }

  /// Other policies of the run that may not be paid beside this one.
  mutating func writeExclusions() {
    guard !determination.excludes.isEmpty else { return }
    heading(Phrases.exclusions)
    for entry in determination.excludes {
      item(text(entry.why, or: entry.with.name), mark: "!", ink: .open)
      remark(clauses.full(entry.sources), ink: .faint)
    }
  }

  /// What is not published, and what goes on in its place.
  mutating func writeUnpublished() {
    let unpublished = determination.all(\.unpublished, by: \.key)
    if !unpublished.isEmpty {
      heading(Phrases.unpublished)
      for entry in unpublished {
        item(
          text(
            Phrases.unpublished(
              text(entry.label, or: entry.name), on: entry.date.description,
              byPilot: entry.isLeftToPilots)), mark: "?", ink: .open)
      }
    }
    let provisional = determination.all(\.provisional, by: \.key)
    guard !provisional.isEmpty else { return }
    heading(Phrases.provisional)
    for entry in provisional {
      item(
        text(
          Phrases.provisional(
            text(entry.label, or: entry.name), on: entry.date.description,
            value: values.text(of: entry.value ?? .null, unit: entry.unit),
            from: entry.from?.description)),
        mark: "~", ink: .open)
      remark(clauses.full(entry.sources), ink: .faint)
    }
  }

  /// Readings that a text leaves open, and facts taken to be something.
  mutating func writeAssumptions() {
    let facts = determination.all(\.assumed) { $0.name }
    let readings = determination.all(\.assumes) { $0.name + "\u{0}" + $0.text.text(in: language) }
    guard !facts.isEmpty || !readings.isEmpty else { return }
    heading(Phrases.assumptions)
    for fact in facts {
      item(
        text(
          Phrases.assumed(
            text(fact.label, or: fact.name),
            values.text(of: fact.value, words: determination.words[fact.name]))),
        mark: "·")
    }
    for reading in readings {
      item(reading.text.text(in: language), mark: "·")
    }
  }

  /// How well the sources are attested.
  mutating func writeEvidence() {
    let sources = determination.all(\.sources) { $0.id }
    let counts = Evidence.allCases.map { kind in
      (kind: kind, count: sources.count { $0.evidence == kind })
    }.filter { $0.count > 0 }
    guard !counts.isEmpty || determination.evidence != nil else { return }
    heading(Phrases.evidence)
    if !counts.isEmpty {
      let kinds = counts.map { text(Phrases.evidence($0.kind, count: $0.count)) }
      item(kinds.joined(separator: text(Phrases.semicolon)))
    }
    if let weakest = determination.evidence, counts.count != 1 {
      item(text(Phrases.weakest(weakest)))
    }
  }
}

extension UnpublishedItem {
  /// What tells one entry from another.
  fileprivate var key: String { name + "\u{0}" + date.description }
}
