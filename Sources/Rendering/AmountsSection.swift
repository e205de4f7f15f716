internal import Determinations
internal import Diagnostics
internal import FEEL
internal import PolicySyntax

extension DeterminationWriter {
  /// What is paid or owed, and what it is made up of.
  mutating func writeAmounts() {
    guard !determination.benefits.isEmpty else { return }
    heading(Phrases.amounts)
    for benefit in determination.benefits {
      item(text(benefit.label, or: benefit.name) + text(Phrases.colon) + text(ofAmount: benefit))
      if let offset = benefit.offset {
        remark(text(Phrases.offset(values.text(of: offset, unit: benefit.unit))))
      }
      if benefit.amount == nil, !benefit.waitsFor.isEmpty {
        remark(text(Phrases.dependsOn(list(benefit.waitsFor.map(names.text(of:))))))
      }
      remark(clauses.full(benefit.sources), ink: .faint)
      for part in benefit.parts where !part.isFixed { write(part) }
    }
  }

  private mutating func write(_ part: BenefitPart) {
    let fact = part.value
    let value = text(
      fact.valueLabel,
      or: values.text(of: fact.value, unit: part.unit, words: determination.words[fact.name]))
    page.add(
      text(fact.label, or: fact.name) + text(Phrases.colon) + value,
      indentation: indentation + 4, mark: "· ")
    remark(clauses.full(part.sources), indentation: 6, ink: .faint)
  }

  /// With `for each`: every element with its own outcome.
  mutating func writeParts(explainsAll: Bool) {
    guard let parts = determination.parts else { return }
    for (index, part) in parts.enumerated() {
      let number = text(Phrases.part(index + 1, of: parts.count))
      page.addGap()
      page.add(
        number + text(Phrases.colon) + values.text(of: part.element, words: part.words),
        indentation: indentation,
        ink: .heading)
      var writer = DeterminationWriter(part.determination, within: self)
      writer.writeOutcome()
      writer.writeShortExplanation()
      writer.writeReasons()
      writer.writeCriteria()
      writer.writeAmounts()
      if explainsAll { writer.writeTree() }
      page = writer.page
    }
  }
}
