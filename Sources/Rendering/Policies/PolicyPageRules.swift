internal import Diagnostics
internal import FEEL
import FEELSyntax
internal import PolicyModel
internal import PolicySyntax

extension PolicyPageBuilder {
  var criteria: [PolicyPage.Entry] {
    policy.criteria.enumerated().map { index, criterion in
      var entry = PolicyPage.Entry(
        anchor: "criteria-\(index + 1)", name: criterion.name,
        label: criterion.label.map { wording($0, or: "") })
      if criterion.isWaived {
        entry.remarks = [waiver(of: criterion).map(Phrases.waived(by:)) ?? Phrases.waived]
      }
      switch criterion.test {
      case .require(let condition): entry.fields = [.expression(nil, written(condition))]
      case .metFrom(let day):
        entry.fields = [.expression(Phrases.metFromField, written(day))]
      }
      addDay(criterion.asOf, to: &entry)
      let after = criterion.after.map { index in
        let other = policy.criteria[index]
        return wording(other.label, or: other.name)
      }
      if let after = Wording.both(after) { entry.fields.append(.words(Phrases.after, after)) }
      if let unmet = wording(criterion.unmet) { entry.fields.append(.words(Phrases.unmet, unmet)) }
      addAssumption(criterion.assumes, to: &entry)
      entry.reads = references([criterion.expression, criterion.asOf])
      entry.sources = criterion.sources
      entry.chain = criterion.chain.map { origin in
        link(origin, says: document(of: origin).map { says($0, criterion: criterion.name) } ?? [])
      }
      return entry
    }
  }

  /// The layer that waives a criterion, and where.
  private func waiver(of criterion: Criterion) -> Wording? {
    let origin = criterion.chain.last { origin in
      document(of: origin)?.criteria.contains {
        $0.name.text == criterion.name && $0.waived?.value == true
      } ?? false
    }
    return origin.map { layer($0.pilot) }
  }

  private func says(_ document: PolicyDocument, criterion name: String) -> [PolicyPage.Field] {
    guard let own = document.criteria.first(where: { $0.name.text == name }) else { return [] }
    var says: [PolicyPage.Field] = []
    if let condition = own.condition { says.append(.expression(nil, Self.text(condition))) }
    if let day = own.metFrom { says.append(.expression(Phrases.metFromField, Self.text(day))) }
    if let waived = own.waived?.value {
      says.append(.words(nil, waived ? Phrases.waived : Phrases.notWaived))
    }
    if let day = own.asOf { says.append(.expression(Phrases.asOf, Self.text(day))) }
    return says
  }

  /// Reasons to refer or exempt.
  func reasons(_ reasons: [Reason], _ kind: String) -> [PolicyPage.Entry] {
    reasons.enumerated().map { index, reason in
      var entry = PolicyPage.Entry(
        anchor: "\(kind)-\(index + 1)", name: reason.name,
        label: reason.label.map { wording($0, or: "") })
      entry.fields = [.expression(Phrases.when, written(reason.condition))]
      addDay(reason.asOf, to: &entry)
      if let why = wording(reason.why) { entry.fields.append(.words(Phrases.whyField, why)) }
      entry.reads = references([reason.condition, reason.asOf])
      entry.sources = reason.sources
      entry.chain = reason.chain.map { origin in
        let own = document(of: origin).flatMap { document in
          (kind == "refer" ? document.refer : document.exempt).first {
            $0.name.text == reason.name
          }
        }
        let condition = own?.condition.map {
          PolicyPage.Field.expression(Phrases.when, Self.text($0))
        }
        return link(origin, says: [condition].compactMap { $0 })
      }
      return entry
    }
  }

  var benefits: [PolicyPage.Entry] {
    policy.benefits.enumerated().map { index, benefit in
      var entry = PolicyPage.Entry(
        anchor: "benefits-\(index + 1)", name: benefit.name,
        label: benefit.label.map { wording($0, or: "") })
      entry.fields = [
        .expression(Phrases.amount, written(benefit.amount)),
        .words(Phrases.pays, Phrases.pays(benefit.pays, benefit.unit)),
      ]
      addDay(benefit.asOf, to: &entry)
      addAssumption(benefit.assumes, to: &entry)
      entry.reads = references([benefit.amount, benefit.asOf])
      entry.sources = benefit.sources
      entry.chain = benefit.chain.map { origin in
        let own = document(of: origin).flatMap { document in
          (document.benefits + document.charges).first { $0.name.text == benefit.name }
        }
        let amount = own?.amount.map {
          PolicyPage.Field.expression(Phrases.amount, Self.text($0))
        }
        return link(origin, says: [amount].compactMap { $0 })
      }
      return entry
    }
  }

  var term: [PolicyPage.Entry] {
    guard let term = policy.term else { return [] }
    var entry = PolicyPage.Entry(
      anchor: "term-1", name: "term", label: Phrases.termSection)
    let parts: [(Wording, CheckedExpression?)] = [
      (Phrases.starts, term.starts), (Phrases.lastMonth, term.lastMonth),
      (Phrases.monthsOfTerm, term.months), (Phrases.usedBefore, term.usedBefore),
    ]
    for (key, expression) in parts {
      if let expression { entry.fields.append(.expression(key, written(expression))) }
    }
    entry.fields.append(.words(Phrases.counts, Phrases.counts(term.counts)))
    for (key, events) in [(Phrases.ends, term.ends), (Phrases.suspended, term.suspended)] {
      for event in events { entry.fields += fields(of: event, key) }
    }
    addAssumption(term.assumes, to: &entry)
    entry.reads = references(term.expressions)
    entry.sources = term.sources
    entry.chain = term.chain.map { origin in
      link(origin, says: document(of: origin)?.term.map(says) ?? [])
    }
    return [entry]
  }

  private func fields(of event: TermEvent, _ key: Wording) -> [PolicyPage.Field] {
    var details = [Phrases.reading(event.reading), Phrases.effect(event.effect)]
    if let afterwards = event.afterwards { details.append(Phrases.afterwards(afterwards)) }
    if event.afterwards == .paid { details.append(Phrases.rate(event.atTheRate)) }
    if let most = event.atMost { details.append(Phrases.atMost(written(most))) }
    let title = wording(event.label, or: event.name)
    let words = Wording.both([title] + details, Phrases.semicolon) ?? title
    return [
      .words(key, words, event.sources), .expression(Phrases.when, written(event.condition)),
    ]
  }

  private func says(_ term: TermDeclaration) -> [PolicyPage.Field] {
    let parts: [(Wording, ExpressionText?)] = [
      (Phrases.starts, term.starts), (Phrases.lastMonth, term.lastMonth),
      (Phrases.monthsOfTerm, term.months), (Phrases.usedBefore, term.usedBefore),
    ]
    var says = parts.compactMap { key, text in
      text.map { PolicyPage.Field.expression(key, Self.text($0)) }
    }
    for (key, events) in [(Phrases.ends, term.ends), (Phrases.suspended, term.suspended)] {
      for event in events {
        says.append(.words(key, wording(event.label, or: event.name.text), event.sources))
      }
    }
    return says
  }

  var stacking: [PolicyPage.Entry] {
    policy.stacking.enumerated().map { index, stacking in
      var entry = PolicyPage.Entry(
        anchor: "stacking-\(index + 1)", name: stacking.with.name)
      entry.fields = [.words(Phrases.effectField, Phrases.stacking(stacking.mode))]
      entry.sources = stacking.sources
      let owner = layers.last { $0.document.file === stacking.range.file }
      entry.chain = [link(owner?.pilot, stacking.range, owner?.document.inForce)]
      return entry
    }
  }

  // MARK: - Parts of several

  func addDay(_ day: CheckedExpression?, to entry: inout PolicyPage.Entry) {
    if let day { entry.fields.append(.expression(Phrases.asOf, written(day))) }
  }

  func addAssumption(_ label: Label?, to entry: inout PolicyPage.Entry) {
    if let label { entry.fields.append(.words(Phrases.assumes, wording(label, or: ""))) }
  }

  /// An expression as its author wrote it.
  static func text(_ expression: ExpressionText) -> String {
    var text = unindented(expression.source.text)
    while text.first?.isWhitespace == true { text.removeFirst() }
    return text
  }

  // MARK: - Chains

  /// The document of a layer.
  func document(of origin: Origin) -> PolicyDocument? {
    layers.first { $0.document.file === origin.range.file }?.document
  }

  /// A layer with what it says.
  func link(_ origin: Origin, says: [PolicyPage.Field], days: Wording? = nil) -> PolicyPage.Link {
    link(origin.pilot, origin.range, origin.window, says: says, days: days, origin.sources)
  }

  /// A layer that declares something at a place.
  func link(
    _ pilot: PilotID?, _ range: SourceRange, _ window: Window?, says: [PolicyPage.Field] = [],
    days: Wording? = nil, _ sources: [Citation] = []
  ) -> PolicyPage.Link {
    PolicyPage.Link(
      layer: layer(pilot), place: "\(range.file.name):\(range.start.line)", says: says,
      days: days ?? window.map { self.days(of: $0) }, sources: sources)
  }
}
