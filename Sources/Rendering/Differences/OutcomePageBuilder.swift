internal import Comparisons
internal import Determinations
internal import Diagnostics
internal import FEEL
internal import PolicyModel
internal import PolicySyntax
internal import Quantities

/// Makes the section of one policy.
struct OutcomePageBuilder {
  let summary: PolicySummary
  let names: [String]
  private let policy: Policy?
  private let isCharge: Bool
  private let totals: (causes: [PolicySummary.CauseTotal], together: UnitSums)

  init(_ summary: PolicySummary, names: [String]) {
    self.summary = summary
    self.names = names
    policy = summary.comparisons.compactMap(\.resolved).first
    isCharge = policy?.isCharge ?? false
    totals = summary.causeTotals
  }

  var section: OutcomePage.Section {
    OutcomePage.Section(heading: heading, headline: headline, blocks: blocks)
  }

  /// The most groups of one name that are shown.
  private static let mostGroups = 100

  private var heading: Wording {
    let name = summary.policy.name
    guard let title = policy?.title ?? writtenTitle else { return Wording(en: name, zh: name) }
    return Wording(en: title.text(in: .english), zh: title.text(in: .chinese))
  }

  /// The title in the rules of either side, where the policy is in force on neither day.
  private var writtenTitle: Label? {
    let documents = summary.comparisons.flatMap { comparison in
      [comparison.to, comparison.from].flatMap { $0.rulebook.documents(of: summary.policy) }
    }
    for document in documents {
      if case .policy = document.kind, let title = document.title { return title }
    }
    return nil
  }

  private var headline: Wording {
    var text = Phrases.headline(summary.tally)
    if let sum = AmountWords.changes(summary.tally.change) {
      let total = Phrases.inTotal(sum)
      text = Wording(en: "\(text.en): \(total.en)", zh: "\(text.zh)：\(total.zh)")
    }
    if summary.undecided > 0 {
      text = Wording(
        en: "\(text.en); \(summary.undecided) \(Phrases.undecided.en)",
        zh: "\(text.zh)；\(summary.undecided) 名\(Phrases.undecided.zh)")
    }
    return text
  }

  private var blocks: [OutcomePage.Block] {
    var blocks: [OutcomePage.Block] = [.table(changes, nil)]
    if !summary.costs.isEmpty { blocks.append(.table(costs, costChart)) }
    if !totals.causes.isEmpty {
      blocks.append(.changes(Phrases.changesThatMatter, changesThatMatter))
      blocks.append(.table(effects, effectChart))
      blocks.append(.causes(Phrases.byCause, summary.causes.map(cause)))
    }
    for (name, groups) in zip(names, summary.groups) {
      let shown = Array(groups.prefix(Self.mostGroups))
      var table = table(of: shown, named: name)
      if groups.count > shown.count { table.note = Phrases.moreRows(groups.count - shown.count) }
      blocks.append(.table(table, balance(of: shown)))
    }
    for unit in summary.distribution.keys.sorted(by: { $0.description < $1.description }) {
      blocks.append(distribution(in: unit))
    }
    if !summary.firstChanged.isEmpty { blocks.append(.table(applicants, nil)) }
    let untouched = untouchedChanges
    if !untouched.isEmpty { blocks.append(.list(Phrases.untouched, untouched)) }
    return blocks
  }

  private func number(_ count: Int) -> Wording { Wording(en: "\(count)", zh: "\(count)") }

  // MARK: Changes and costs

  /// The units in which anything changes or is paid.
  private var units: [Unit] {
    Set(summary.tally.before.units + summary.tally.after.units)
      .sorted { $0.description < $1.description }
  }

  private var changes: OutcomePage.Table {
    var table = OutcomePage.Table(
      caption: Phrases.byChange,
      columns: [.init(Phrases.kindOfChange, isNumber: false), .init(Phrases.count)]
        + units.map { .init(Phrases.inUnit(Phrases.difference, $0)) })
    for change in OutcomeChange.allCases {
      guard let tally = summary.changes[change] else { continue }
      table.rows.append(
        [Phrases.change(change, isCharge: isCharge), number(tally.count)]
          + units.map { AmountWords.cell(tally.change[$0], $0, isChange: true) })
    }
    return table
  }

  private func label(of benefit: String) -> Wording {
    guard let label = policy?.benefits.first(where: { $0.name == benefit })?.label else {
      return Wording(en: benefit, zh: benefit)
    }
    return Wording(en: label.text(in: .english), zh: label.text(in: .chinese))
  }

  private var costs: OutcomePage.Table {
    var table = OutcomePage.Table(
      caption: Phrases.byCost,
      columns: [
        .init(Phrases.benefitColumn, isNumber: false), .init(Phrases.payers),
        .init(Phrases.earlierAmount), .init(Phrases.laterAmount), .init(Phrases.difference),
      ])
    for (key, cost) in summary.costs.sorted(by: { $0.key < $1.key }) {
      let difference = cost.after.known.subtracting(cost.before.known) ?? .zero
      let counts = "\(cost.countBefore) → \(cost.countAfter)"
      let signed = AmountWords.signed(difference, key.unit)
      table.rows.append([
        Phrases.inUnit(label(of: key.name), key.unit),
        Wording(en: counts, zh: counts), AmountWords.cell(cost.before, key.unit),
        AmountWords.cell(cost.after, key.unit), Wording(en: signed, zh: signed),
      ])
    }
    return table
  }

  private var costChart: OutcomePage.Chart {
    let all = summary.costs.sorted { $0.key < $1.key }
    return .costs(
      all.map { key, cost in
        // Bars of one unit can be compared.
        let most =
          all.filter { $0.key.unit == key.unit }
          .flatMap { [$0.value.before.known, $0.value.after.known] }.max() ?? .zero
        return OutcomePage.CostBar(
          label: Phrases.inUnit(label(of: key.name), key.unit),
          before: share(cost.before.known, of: most),
          after: share(cost.after.known, of: most),
          beforeText: AmountWords.cell(cost.before, key.unit),
          afterText: AmountWords.cell(cost.after, key.unit))
      })
  }

  /// An amount in thousandths of another.
  private func share(_ amount: Decimal128, of most: Decimal128) -> Int {
    guard !most.isZero, !amount.isNegative,
      let thousandths = amount.multiplied(by: Decimal128(1000)),
      let share = thousandths.divided(by: most)?.rounded(toScale: 0, .halfUp)
    else { return 0 }
    return Int(share.formatted(scale: 0)) ?? 0
  }

  // MARK: Groups

  private func table(
    of groups: [PolicySummary.Group], named name: String
  ) -> OutcomePage.Table {
    let label = groups.lazy.compactMap(\.value?.label).first
    let title = Wording(
      en: label?.text(in: .english) ?? name, zh: label?.text(in: .chinese) ?? name)
    var table = OutcomePage.Table(
      caption: Phrases.groupedBy(title),
      columns: [
        .init(title, isNumber: false), .init(Phrases.count), .init(Phrases.gains),
        .init(Phrases.losses), .init(Phrases.otherChanges), .init(Phrases.unchangedColumn),
      ] + units.map { .init(Phrases.inUnit(Phrases.difference, $0)) })
    for group in groups {
      let tally = group.tally
      table.rows.append(
        [
          AmountWords.value(group.value), number(tally.count), number(tally.gains),
          number(tally.losses), number(tally.others), number(tally.unchanged),
        ] + units.map { AmountWords.cell(tally.change[$0], $0, isChange: true) })
    }
    return table
  }

  /// Whom a group has that gets less, and whom that gets more; nil if nobody does.
  private func balance(of groups: [PolicySummary.Group]) -> OutcomePage.Chart? {
    let most = groups.map { max($0.tally.gains, $0.tally.losses) }.max() ?? 0
    guard most > 0 else { return nil }
    return .balance(
      groups.map { group in
        let counts = "−\(group.tally.losses) +\(group.tally.gains)"
        return OutcomePage.BalanceBar(
          label: AmountWords.value(group.value), left: group.tally.losses * 1000 / most,
          right: group.tally.gains * 1000 / most, value: Wording(en: counts, zh: counts))
      }, of: Phrases.count)
  }

  /// What each change does alone; nil unless there is one unit and all is known.
  private var effectChart: OutcomePage.Chart? {
    guard let unit = units.first, units.count == 1 else { return nil }
    var amounts = totals.causes.enumerated().map { index, total in
      (Wording(en: sign(index), zh: sign(index)), total.alone[unit])
    }
    amounts.append((Phrases.togetherRow, totals.together[unit]))
    let most = amounts.map(\.1.known.magnitude).max() ?? .zero
    guard !most.isZero else { return nil }
    return .balance(
      amounts.map { label, sum in
        let length = share(sum.known.magnitude, of: most)
        return OutcomePage.BalanceBar(
          label: label, left: sum.known.isNegative ? length : 0,
          right: sum.known.isNegative ? 0 : length,
          value: AmountWords.cell(sum, unit, isChange: true))
      }, of: Phrases.unitName(unit))
  }

  private func distribution(in unit: Unit) -> OutcomePage.Block {
    let bands = (summary.distribution[unit] ?? [:]).sorted { $0.key < $1.key }
    let caption = Phrases.inUnit(Phrases.byAmount, unit)
    var table = OutcomePage.Table(
      caption: caption, columns: [.init(Phrases.difference, isNumber: false), .init(Phrases.count)])
    for (band, count) in bands { table.rows.append([label(of: band), number(count)]) }
    return .table(
      table,
      .distribution(
        bands.map { band, count in
          .init(label: label(of: band), count: count, sign: band.index.signum())
        }))
  }

  private func label(of band: ChangeBand) -> Wording {
    guard band.index != 0 else { return number(0) }
    let sign = band.index < 0 ? "−" : "+"
    let (from, to) = band.bounds
    guard let to else { return Wording(en: "\(sign)\(from) or more", zh: "\(sign)\(from) 及以上") }
    if from.isZero { return Wording(en: "\(sign)under \(to)", zh: "\(sign)\(to) 以下") }
    return Wording(en: "\(sign)\(from) to \(sign)\(to)", zh: "\(sign)\(from) 至 \(sign)\(to)")
  }

  // MARK: Causes and applicants

  private func sign(_ index: Int) -> String { "R\(index + 1)" }

  /// The sign of a cause.
  private func sign(_ cause: Attribution.Cause, of comparison: PolicyComparison) -> String {
    let index = totals.causes.firstIndex { $0.comparison === comparison && $0.cause == cause }
    return sign(index ?? 0)
  }

  private var changesThatMatter: [OutcomePage.Change] {
    totals.causes.enumerated().map { index, total in
      let words = ChangeSentence(comparison: total.comparison)
      return OutcomePage.Change(
        sign: sign(index), sentence: words.wording(of: total.cause),
        basis: words.basis(of: total.cause))
    }
  }

  /// What each change does alone, what they do together, and that this is the whole change.
  private var effects: OutcomePage.Table {
    var table = OutcomePage.Table(
      caption: Phrases.whatEachDoes,
      columns: [.init(Phrases.kindOfChange, isNumber: false), .init(Phrases.count)]
        + units.map { .init(Phrases.inUnit(Phrases.aloneColumn, $0)) })
    for (index, total) in totals.causes.enumerated() {
      let sign = sign(index)
      table.rows.append(
        [Wording(en: sign, zh: sign), number(total.count)]
          + units.map { AmountWords.cell(total.alone[$0], $0, isChange: true) })
    }
    let interacting = summary.causes.reduce(0) { $0 + $1.interacting }
    table.rows.append(
      [Phrases.togetherRow, number(interacting)]
        + units.map { AmountWords.cell(totals.together[$0], $0, isChange: true) })
    let changed = summary.tally.count - summary.tally.unchanged
    table.rows.append(
      [Phrases.sumOfAll, number(changed)]
        + units.map { AmountWords.cell(changedSums[$0], $0, isChange: true) })
    return table
  }

  /// The change of those that change.
  private var changedSums: UnitSums {
    summary.causes.reduce(into: UnitSums()) { $0.add($1.tally.change) }
  }

  private func cause(_ group: CauseGroup) -> OutcomePage.Cause {
    var extent = Phrases.people(group.tally.count)
    func add(_ more: Wording) {
      extent = Wording(
        en: extent.en + Phrases.comma.en + more.en, zh: extent.zh + Phrases.comma.zh + more.zh)
    }
    let kinds = OutcomeChange.allCases.compactMap { change in
      group.changes[change].map { (Phrases.change(change, isCharge: isCharge), $0) }
    }
    add(
      Wording(
        en: kinds.map { kinds.count == 1 ? $0.0.en : "\($0.1) \($0.0.en)" }.joined(separator: ", "),
        zh: kinds.map { kinds.count == 1 ? $0.0.zh : "\($0.0.zh) \($0.1) 名" }
          .joined(separator: "、")))
    for unit in group.extent.keys.sorted(by: { $0.description < $1.description }) {
      guard let range = group.extent[unit], group.tally.change[unit].open == 0 else { continue }
      let least = AmountWords.change(range.lowerBound, unit)
      guard !range.lowerBound.isZero || !range.upperBound.isZero else { continue }
      add(
        range.lowerBound == range.upperBound
          ? Phrases.each(least)
          : Phrases.between(least, AmountWords.change(range.upperBound, unit)))
    }
    if let sum = AmountWords.changes(group.tally.change) { add(Phrases.inTotal(sum)) }
    return OutcomePage.Cause(
      signs: group.causes.map { sign($0, of: group.comparison) }.joined(separator: " + "),
      extent: extent, shares: shares(of: group),
      witness: Phrases.witness(
        group.witness.applicant, AmountWords.outcome(group.witness.from),
        AmountWords.outcome(group.witness.to)))
  }

  /// What several causes do alone, and what they do together.
  private func shares(of group: CauseGroup) -> Wording? {
    guard group.causes.count > 1, !group.together.units.isEmpty else { return nil }
    let nothing = Wording(en: "0", zh: "0")
    var parts = zip(group.causes, group.alone).map { cause, alone in
      Phrases.alone(sign(cause, of: group.comparison), AmountWords.changes(alone) ?? nothing)
    }
    if group.interacting > 0 {
      parts.append(Phrases.together(AmountWords.changes(group.together) ?? nothing))
    } else if group.together.units.contains(where: { group.together[$0].open > 0 }) {
      parts.append(Phrases.nothingKnownOfShares)
    } else {
      parts.append(Phrases.addsUp)
    }
    return AmountWords.joined(parts)
  }

  private var applicants: OutcomePage.Table {
    var table = OutcomePage.Table(
      caption: Phrases.applicantsChanged,
      columns: [
        .init(Phrases.applicantColumn, isNumber: false),
        .init(Phrases.earlierAmount, isNumber: false),
        .init(Phrases.laterAmount, isNumber: false), .init(Phrases.difference),
        .init(Phrases.causeColumn, isNumber: false),
      ])
    for finding in summary.firstChanged {
      let causes = (finding.attribution?.causes ?? [])
        .map { sign($0, of: finding.comparison) }.joined(separator: " + ")
      let sums = AmountWords.joined(
        (finding.attribution?.whole.entries ?? []).map { entry in
          entry.amount.map { AmountWords.change($0, entry.unit) } ?? Phrases.unknownHere
        })
      table.rows.append([
        Wording(en: finding.applicant, zh: finding.applicant), AmountWords.outcome(finding.from),
        AmountWords.outcome(finding.to), sums ?? Wording(en: "–", zh: "–"),
        Wording(en: causes, zh: causes),
      ])
    }
    let rest = summary.tally.count - summary.tally.unchanged - summary.firstChanged.count
    if rest > 0 { table.note = Phrases.moreApplicants(rest) }
    return table
  }

  /// Changes that could do something and did nothing to anybody.
  private var untouchedChanges: [Wording] {
    summary.comparisons.flatMap { comparison in
      let touched = Set(
        summary.causes.filter { $0.comparison === comparison }.flatMap(\.causes))
      let sentence = ChangeSentence(comparison: comparison)
      return comparison.changes.filter {
        $0.effect == .outcome && !touched.contains(.change($0.id))
      }
      .filter { ![.date, .known, .pilot].contains($0.kind) }
      .map(sentence.wording)
    }
  }
}
