internal import Determinations
internal import Diagnostics
internal import FEEL
internal import PolicyModel
internal import PolicySyntax
internal import Quantities

extension DeterminationWriter {
  /// The outcome, what must be known about it at once, and what was decided for whom and when.
  mutating func writeHead() {
    writeOutcome()
    writeNotices()
    page.addGap()
    var rows = [
      (Phrases.policy, text(determination.title, or: determination.policy.name)),
      (Phrases.place, place),
      (Phrases.applicant, determination.applicant),
      (
        Phrases.month,
        text(
          Phrases.month(
            values.month(of: determination.date), readOn: determination.date.description))
      ),
      (Phrases.known, text(Phrases.known(by: determination.known.description))),
    ]
    if let term = determination.term { rows.append((Phrases.term, text(of: term))) }
    let width = rows.map { DisplayWidth.columns(of: text($0.0)) }.max() ?? 0
    for (key, value) in rows {
      page.add(
        value, indentation: 2, mark: DisplayWidth.pad(text(key), to: width) + "  ", markInk: .faint)
    }
  }

  /// The pilot; without one the nation, unless it is not known yet which pilot it will be.
  private var place: String {
    if let pilot = determination.pilot { return text(pilot.title, or: pilot.id.name) }
    return text(isPlaceOpen ? Phrases.unknown : Phrases.nation)
  }

  /// Whether anything was tested: nothing is without the place, or without the list whose elements are
  /// decided one by one, and what else must be known is not known then either.
  private var isBegun: Bool {
    determination.outcome != .undetermined || !determination.criteria.isEmpty
      || !determination.benefits.isEmpty || determination.parts != nil
  }

  /// Whether it is not known yet whose rules apply.
  private var isPlaceOpen: Bool {
    !isBegun && determination.missing.contains { $0.neededBy.contains("region") }
  }

  /// The outcome with the amount, the day or the number of facts that goes with it.
  mutating func writeOutcome() {
    let outcome = determination.outcome
    var details: [String] = []
    switch outcome {
    case .eligible, .payable: details = amounts
    case .notYet:
      if let day = determination.notBefore {
        details = [text(Phrases.eligibleFrom(day.description))]
      }
    case .undetermined:
      let count = missing.count
      if isPlaceOpen {
        details.append(text(Phrases.placeFirst))
      } else if count > 0 {
        details.append(text(isBegun ? Phrases.factsMissing(count) : Phrases.factsFirst(count)))
      }
      if let day = determination.notBefore {
        details.append(text(Phrases.notBefore(day.description)))
      }
    case .noRuleInForce, .ineligible, .refer, .exempt: break
    }
    if let remark = determination.remark { details.append(text(remark)) }
    let ending =
      details.isEmpty
      ? "" : text(Phrases.colon) + details.joined(separator: text(Phrases.semicolon))
    page.add(
      text(Phrases.outcome(outcome)) + ending, indentation: indentation,
      mark: outcome.mark + " ", markInk: outcome.ink, ink: .heading)
  }

  private mutating func writeNotices() {
    if let notice = determination.pilot?.notice {
      page.add(notice.text(in: language), mark: "! ", markInk: .loud, ink: .heading)
    }
    let kinds = determination.all(\.sources).map(\.evidence)
    if determination.evidence == .illustrative || kinds.contains(.illustrative) {
      page.add(text(Phrases.illustrative), ink: .loud)
    }
  }

  func text(of term: TermResult) -> String {
    text(
      Phrases.term(
        starts: term.starts.map(values.month(of:)), ends: term.ends.map(values.month(of:)),
        movesOn: term.movesOn, months: term.months))
  }

  /// The amounts that stand beside the outcome.
  private var amounts: [String] {
    let isTotal = determination.parts != nil
    let benefits = isTotal ? determination.total : determination.benefits
    let texts = benefits.map { benefit in
      let amount = text(ofAmount: benefit)
      return benefits.count > 1 ? "\(text(benefit.label, or: benefit.name)) \(amount)" : amount
    }
    guard isTotal, let first = texts.first else { return texts }
    return ["\(text(Phrases.inTotal)) \(first)"] + texts.dropFirst()
  }

  /// An amount with its unit, or that it is not known.
  func text(ofAmount benefit: BenefitResult) -> String {
    benefit.amount.map { values.text(of: $0, unit: benefit.unit) }
      ?? text(Phrases.amountUnknown)
  }
}
