internal import Comparisons
internal import Determinations
internal import Diagnostics
internal import FEEL
internal import PolicySyntax
internal import Quantities

/// Amounts and outcomes of comparisons in both languages.
enum AmountWords {
  /// The digits of an amount, as many behind the point as the unit has.
  static func digits(_ amount: Decimal128, _ unit: Unit) -> String {
    guard let scale = unit.scale, let rounded = amount.rounded(toScale: scale, .halfUp),
      rounded == amount
    else { return amount.description }
    return amount.formatted(scale: scale)
  }

  /// The digits behind a sign.
  static func signed(_ amount: Decimal128, _ unit: Unit) -> String {
    let digits = digits(amount.magnitude, unit)
    if amount.isZero { return digits }
    return (amount.isNegative ? "−" : "+") + digits
  }

  /// A change with its unit.
  static func change(_ amount: Decimal128, _ unit: Unit) -> Wording {
    guard case .money(let currency, let period) = unit else {
      return Wording(en: signed(amount, unit), zh: signed(amount, unit))
    }
    return Phrases.amount(signed(amount, unit), currency: currency, per: period)
  }

  /// A sum in a table, whose heading says the unit.
  static func cell(_ sum: Sum, _ unit: Unit, isChange: Bool = false) -> Wording {
    let text = isChange ? signed(sum.known, unit) : digits(sum.known, unit)
    guard sum.open > 0 else { return Wording(en: text, zh: text) }
    if sum.known.isZero { return Phrases.onlyOpen(sum.open) }
    let more = Phrases.openAmounts(sum.open)
    return Wording(en: text + more.en, zh: text + more.zh)
  }

  /// Sums of changes with their units, those of nothing left out.
  static func changes(_ sums: UnitSums) -> Wording? {
    joined(
      sums.units.compactMap { unit in
        let sum = sums[unit]
        guard !sum.known.isZero || sum.open > 0 else { return nil }
        if sum.known.isZero { return Phrases.onlyOpen(sum.open) }
        let known = change(sum.known, unit)
        guard sum.open > 0 else { return known }
        let more = Phrases.openAmounts(sum.open)
        return Wording(en: known.en + more.en, zh: known.zh + more.zh)
      })
  }

  static func joined(_ texts: [Wording]) -> Wording? {
    guard !texts.isEmpty else { return nil }
    return Wording(
      en: texts.map(\.en).joined(separator: Phrases.semicolon.en),
      zh: texts.map(\.zh).joined(separator: Phrases.semicolon.zh))
  }

  /// What an applicant comes to, with the amounts.
  static func outcome(_ outcome: CaseOutcome) -> Wording {
    let name = Phrases.outcome(outcome.outcome)
    guard outcome.isGranted else {
      guard let day = outcome.notBefore else { return name }
      let from = Phrases.notBefore(day.description)
      return Wording(en: "\(name.en), \(from.en)", zh: "\(name.zh)，\(from.zh)")
    }
    let amounts = Set(outcome.amounts.map(\.unit)).sorted { $0.description < $1.description }
      .map { unit -> Wording in
        guard let total = outcome.total(in: unit) else { return Phrases.amountUnknown }
        guard case .money(let currency, let period) = unit else {
          return Wording(en: total.description, zh: total.description)
        }
        return Phrases.amount(digits(total, unit), currency: currency, per: period)
      }
    return joined(amounts) ?? name
  }

  /// A value by which is grouped.
  static func value(_ value: NamedValue?) -> Wording {
    guard let value else { return Phrases.notAsked }
    guard value.value.unknown == nil else { return Phrases.unknownHere }
    func text(_ language: Language) -> String {
      if let label = value.valueLabel { return label.text(in: language) }
      return RenderedValue(language: language).text(of: value.value, unit: value.unit)
    }
    return Wording(en: text(.english), zh: text(.chinese))
  }
}
