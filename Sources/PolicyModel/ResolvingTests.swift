import Diagnostics
import FEEL
import FEELSyntax
import OrderedCollections
import PolicySyntax

extension PolicyResolver {
  /// Resolves the criteria in order.
  func resolveCriteria() {
    for (index, name) in layered.criteria.keys.enumerated() {
      if let criterion = criterion(name, at: index) { parts.criteria.append(criterion) }
    }
  }

  /// A criterion, checked; nil if something is wrong with it.
  func criterion(_ key: String, at index: Int) -> Criterion? {
    guard let entry = layered.criteria[key] else { return nil }
    let declaration = entry.declaration
    let name = declaration.name
    // What only changes something has less than a declaration.
    let isChange = declaration.condition == nil && declaration.metFrom == nil
    if isChange, let meant = changed(name, among: layered.criteria.keys) {
      diagnostics.append(LayerMessages.nothingToChange(name, meant: meant))
      return nil
    }
    require(declaration.sources, for: name.text, at: name.range)
    if declaration.label == nil {
      diagnostics.append(PolicyMessages.missing("label", of: name, severity: .warning))
    }
    let test: Criterion.Test?
    if let text = declaration.condition {
      test = condition(text).map(Criterion.Test.require)
    } else if let text = declaration.metFrom {
      test = day(text).map(Criterion.Test.metFrom)
    } else {
      diagnostics.append(PolicyMessages.missing("require", of: name))
      test = nil
    }
    let asOf = declaration.asOf.flatMap { day($0) }
    let unmet = declaration.unmet.map { template($0) }
    guard let test else { return nil }
    if declaration.asOf != nil { reportMonthlyFacts(readBy: [test.expression], of: name) }
    var after: [Int] = []
    for other in declaration.after {
      guard let place = layered.criteria.index(forKey: other.text), place < index else {
        diagnostics.append(
          PolicyMessages.noCriterion(
            other, of: name,
            nearest: nearest(to: other.text, among: layered.criteria.keys),
            place: layered.criteria[other.text]?.declaration.name.range))
        continue
      }
      after.append(place)
    }
    return Criterion(
      name: name.text, label: declaration.label, test: test, asOf: asOf, unmet: unmet,
      assumes: declaration.assumes, after: after,
      isWaived: declaration.waived?.value ?? false, sources: declaration.sources,
      range: declaration.range, chain: entry.chain)
  }

  /// The item of the layers below that an entry of an overlay was meant to change.
  func changed(_ name: Name, among names: some Sequence<String>) -> String? {
    guard let layer = layers.first(where: { $0.document.file == name.range.file }),
      case .overlay = layer.document.kind
    else { return nil }
    return nearest(to: name.text, among: names.filter { $0 != name.text })
  }

  /// Resolves conditions with reasons.
  func reasons(
    _ entries: OrderedDictionary<String, Layered<ReferDeclaration>>
  ) -> [Reason] {
    entries.values.compactMap { entry in
      let declaration = entry.declaration
      cite(declaration.sources)
      if declaration.label == nil {
        diagnostics.append(
          PolicyMessages.missing("label", of: declaration.name, severity: .warning))
      }
      guard let text = declaration.condition else {
        diagnostics.append(PolicyMessages.missing("when", of: declaration.name))
        return nil
      }
      let why = declaration.why.map { template($0) }
      let asOf = declaration.asOf.flatMap { day($0) }
      guard let condition = condition(text) else { return nil }
      if asOf != nil { reportMonthlyFacts(readBy: [condition], of: declaration.name) }
      return Reason(
        name: declaration.name.text, label: declaration.label, condition: condition,
        why: why, asOf: asOf,
        sources: declaration.sources, range: declaration.range, chain: entry.chain)
    }
  }

  /// Resolves what is paid or owed.
  func resolveBenefits() {
    checkCharges()
    let entries = layered.charges.isEmpty ? layered.benefits : layered.charges
    parts.isCharge = !layered.charges.isEmpty
    for entry in entries.values {
      let declaration = entry.declaration
      let name = declaration.name
      require(declaration.sources, for: name.text, at: name.range)
      let pays = declaration.pays?.value
      if pays == nil { diagnostics.append(PolicyMessages.missing("pays", of: name)) }
      let unit = unit(of: declaration)
      if declaration.amount == nil {
        diagnostics.append(PolicyMessages.missing("amount", of: name))
      }
      let asOf = declaration.asOf.flatMap { day($0) }
      guard let text = declaration.amount, let amount = check(text), let pays, let unit else {
        continue
      }
      // A unit that does not go with how often is paid says nothing about the amount.
      if !amount.type.conforms(to: .number(unit)), unit.fits(pays) || !amount.type.nonNull.isNumber
      {
        diagnostics.append(
          PolicyMessages.wrongType(.number(unit), found: amount.type, at: text.range))
      }
      if let limit = unit.scale, amount.type.nonNull.isNumber {
        var analysis = ScaleAnalysis(items: parts.items)
        let scale = analysis.scale(of: amount)
        if (scale ?? .max) > limit {
          let culprit = analysis.culprit(in: amount, limit: limit)
          let value = culprit.flatMap { analysis.longValue(of: $0, limit: limit) }
            .flatMap { place(ofValue: $0) }
          // What a pilot sets is amiss there, not in the policy.
          if let value, value.file != text.range.file {
            diagnostics.append(
              PolicyMessages.tooManyDigits(unit, limit, at: value, amount: text.range))
          } else {
            diagnostics.append(
              PolicyMessages.needsRounding(
                unit, limit, at: culprit?.range ?? text.range, amount: text.range))
          }
        }
      }
      if asOf != nil { reportMonthlyFacts(readBy: [amount], of: name) }
      parts.benefits.append(
        Benefit(
          name: name.text, label: declaration.label, pays: pays, amount: amount, unit: unit,
          asOf: asOf, assumes: declaration.assumes, sources: declaration.sources,
          range: declaration.range, chain: entry.chain))
    }
  }

  /// The unit in which something is paid; one that is missing or wrong is reported.
  private func unit(of declaration: BenefitDeclaration) -> Unit? {
    guard let written = declaration.unit else {
      diagnostics.append(PolicyMessages.missing("unit", of: declaration.name))
      return nil
    }
    guard let unit = Unit(written.value) else {
      diagnostics.append(TypeDeclarationMessages.unknownUnit(written.value, at: written.range))
      return nil
    }
    if let pays = declaration.pays?.value, !unit.fits(pays) {
      diagnostics.append(PolicyMessages.unitOfFrequency(written.value, pays, at: written.range))
    }
    return unit
  }

  /// Reports benefits beside charges, and exemptions from nothing.
  func checkCharges() {
    let charge = layered.charges.values.first?.declaration.name
    if let charge, let benefit = layered.benefits.values.first?.declaration.name {
      diagnostics.append(PolicyMessages.benefitsBesideCharges(charge, benefit: benefit.range))
    }
    if charge == nil, let exemption = layered.exempt.values.first?.declaration.name {
      diagnostics.append(PolicyMessages.exemptFromNothing(exemption))
    }
  }

  /// Reports a decision with `as of` that reads a flow.
  func reportMonthlyFacts(readBy rule: LogicRule, of name: Name) {
    reportMonthlyFacts(
      readBy: [rule.base] + rule.exceptions.flatMap { [$0.condition, $0.value] }, of: name)
  }

  /// Reports an item with `as of` that reads a flow: the day says nothing about the month.
  func reportMonthlyFacts(readBy expressions: [CheckedExpression], of name: Name) {
    for id in expressions.flatMap({ itemsRead(by: $0).sorted() }) {
      if case .fact(let fact) = parts.items[id].kind, fact.overTime == .monthly {
        diagnostics.append(
          PolicyMessages.asOfReadsMonthly(
            name, fact: parts.items[id].name, declared: layered.places[parts.items[id].name]?.range)
        )
        return
      }
    }
  }

  /// All items an expression reads, directly or through others, on the same day.
  func itemsRead(by expression: CheckedExpression) -> Set<ItemID> {
    var seen: Set<ItemID> = []
    collect(expression, &seen)
    return seen
  }

  private func collect(_ expression: CheckedExpression, _ seen: inout Set<ItemID>) {
    if case .item(let id) = expression.node, seen.insert(id).inserted {
      switch parts.items[id].kind {
      case .derived(let derived):
        for case .logic(let rule) in derived.definitions where rule.asOf == nil {
          collect(rule.base, &seen)
          for exception in rule.exceptions {
            collect(exception.condition, &seen)
            collect(exception.value, &seen)
          }
        }
      case .function(let function):
        if case .expression(let body, _) = function.body { collect(body, &seen) }
      default: break
      }
    }
    for operand in expression.operands { collect(operand, &seen) }
  }
}

extension Criterion.Test {
  /// The condition, or the day from which on it holds.
  var expression: CheckedExpression {
    switch self {
    case .require(let expression), .metFrom(let expression): expression
    }
  }
}

extension Unit {
  /// Whether an amount paid so often is counted in the unit.
  func fits(_ frequency: Frequency) -> Bool {
    guard case .money(_, let period) = self else { return false }
    return switch frequency {
    case .monthly: period == .month
    case .yearly: period == .year
    case .once: period == nil
    }
  }
}
