import Diagnostics
import FEEL
import FEELSyntax
import OrderedCollections
import PolicySyntax

extension PolicyResolver {
  /// Resolves the criteria in order.
  func resolveCriteria() {
    for (index, entry) in layered.criteria.values.enumerated() {
      let declaration = entry.declaration
      let name = declaration.name
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
      guard let test else { continue }
      if declaration.asOf != nil, case .require(let expression) = test {
        reportMonthlyFacts(in: expression, of: name)
      }
      var after: [Int] = []
      for other in declaration.after {
        guard let place = layered.criteria.keys.firstIndex(of: other.text), place < index else {
          diagnostics.append(
            PolicyMessages.noCriterion(
              other, nearest: nearest(to: other.text, among: Array(layered.criteria.keys)),
              exists: layered.criteria[other.text] != nil))
          continue
        }
        after.append(place)
      }
      parts.criteria.append(
        Criterion(
          name: name.text, label: declaration.label, test: test, asOf: asOf, unmet: unmet,
          assumes: declaration.assumes, after: after,
          isWaived: declaration.waived?.value ?? false, sources: declaration.sources,
          range: declaration.range, chain: entry.chain))
    }
  }

  /// Resolves conditions with reasons.
  func reasons(
    _ entries: OrderedDictionary<String, Layered<ReferDeclaration>>
  ) -> [Reason] {
    entries.values.compactMap { entry in
      let declaration = entry.declaration
      cite(declaration.sources)
      guard let text = declaration.condition else {
        diagnostics.append(PolicyMessages.missing("when", of: declaration.name))
        return nil
      }
      guard let condition = condition(text) else { return nil }
      return Reason(
        name: declaration.name.text, label: declaration.label, condition: condition,
        why: declaration.why.map { template($0) }, asOf: declaration.asOf.flatMap { day($0) },
        sources: declaration.sources, range: declaration.range)
    }
  }

  /// Resolves what is paid or owed.
  func resolveBenefits() {
    let entries = layered.charges.isEmpty ? layered.benefits : layered.charges
    parts.isCharge = !layered.charges.isEmpty
    for entry in entries.values {
      let declaration = entry.declaration
      let name = declaration.name
      require(declaration.sources, for: name.text, at: name.range)
      guard let pays = declaration.pays?.value else {
        diagnostics.append(PolicyMessages.missing("pays", of: name))
        continue
      }
      guard let written = declaration.unit else {
        diagnostics.append(PolicyMessages.missing("unit", of: name))
        continue
      }
      guard let unit = Unit(written.value) else {
        diagnostics.append(TypeDeclarationMessages.unknownUnit(written.value, at: written.range))
        continue
      }
      if !unit.fits(pays) {
        diagnostics.append(
          PolicyMessages.unitOfFrequency(written.value, pays, at: written.range))
      }
      guard let text = declaration.amount else {
        diagnostics.append(PolicyMessages.missing("amount", of: name))
        continue
      }
      guard let amount = check(text) else { continue }
      if !amount.type.conforms(to: .number(unit)) {
        diagnostics.append(
          PolicyMessages.wrongType(.number(unit), found: amount.type, at: text.range))
      }
      if let limit = unit.scale {
        var analysis = ScaleAnalysis(items: parts.items)
        let scale = analysis.scale(of: amount)
        if (scale ?? .max) > limit {
          diagnostics.append(
            PolicyMessages.needsRounding(
              unit, limit, at: analysis.culprit(in: amount, limit: limit)?.range ?? text.range,
              amount: text.range))
        }
      }
      let asOf = declaration.asOf.flatMap { day($0) }
      if asOf != nil { reportMonthlyFacts(in: amount, of: name) }
      parts.benefits.append(
        Benefit(
          name: name.text, label: declaration.label, pays: pays, amount: amount, unit: unit,
          asOf: asOf, assumes: declaration.assumes, sources: declaration.sources,
          range: declaration.range))
    }
  }

  /// Reports an item with `as of` that reads a flow: the day says nothing about the month.
  private func reportMonthlyFacts(in expression: CheckedExpression, of name: Name) {
    for id in itemsRead(by: expression) {
      if case .fact(let fact) = parts.items[id].kind, fact.overTime == .monthly {
        diagnostics.append(
          PolicyMessages.asOfReadsMonthly(name, fact: parts.items[id].name))
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

  // MARK: Templates

  /// A text with names in braces.
  func template(_ label: Label) -> Template {
    Template(
      zh: label.zh.map { pieces($0, at: label.range) },
      en: label.en.map { pieces($0, at: label.range) })
  }

  private func pieces(_ text: String, at range: SourceRange) -> [Template.Piece] {
    var pieces: [Template.Piece] = []
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      let inner = String(rest[rest.index(after: open)..<close])
      if let expression = interpolation(inner, at: range) { pieces.append(.value(expression)) }
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    return pieces
  }

  /// The expression inside braces; its place is that of the text, for its own is inside a string.
  private func interpolation(_ text: String, at range: SourceRange) -> CheckedExpression? {
    let bytes = range.file.bytes[range.lowerBound..<range.upperBound]
    let needle = Array("{\(text)}".utf8)
    var start = range.lowerBound
    if let offset = bytes.indices.first(where: { bytes[$0...].starts(with: needle) }) {
      start = offset + 1
    }
    let source = SourceText(
      text: text, file: range.file, segments: [.init(textOffset: 0, fileOffset: start)],
      fileEnd: start + text.utf8.count)
    return check(ExpressionText(source))
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
