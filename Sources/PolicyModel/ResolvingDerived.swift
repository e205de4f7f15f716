import Diagnostics
import FEEL
import FEELSyntax
import OrderedCollections
import PolicySyntax
import Quantities

extension PolicyResolver {
  /// Resolves a parameter or decision with all its layers.
  func resolve(_ derived: LayeredDerived) {
    let name = derived.name
    var definitions: [Derived.Definition] = []
    var type = typeBelow(derived)
    var varies = false
    var label: Label?
    var lastValueGoesOn = false
    var mayBeSupplied = false
    var setByPilot = false
    var isParameter = false
    var assumes: Label?
    for (index, part) in derived.parts.enumerated() {
      switch part {
      case .parameter(let parameter, let pilot):
        if index == 0 { isParameter = true }
        label = parameter.description.label ?? label
        type = declaredType(parameter.description, of: derived, before: type, index)
        if index == 0, type == nil {
          if let meant = changed(name, among: layered.derived.keys.sorted()) {
            diagnostics.append(LayerMessages.nothingToChange(name, meant: meant))
          } else {
            diagnostics.append(PolicyMessages.missing("type", of: name))
          }
          type = .any
        }
        if parameter.setBy != nil {
          setByPilot = true
          // Pilots give it values with days.
          varies = true
        }
        if parameter.whileUnpublished != nil { lastValueGoesOn = true }
        if index == 0, parameter.values == nil, parameter.setBy == nil {
          diagnostics.append(PolicyMessages.missing("values", of: name))
        }
        if index == 0, let setBy = parameter.setBy, let value = parameter.values?.first {
          diagnostics.append(
            PolicyMessages.setByPilotBesideValues(name.text, at: setBy.range, value: value.range))
        }
        if let values = parameter.values {
          varies = true
          definitions.insert(
            .values(
              self.values(
                values, of: name, type: type ?? .any, pilot, derived.bounds(ofPart: index))),
            at: 0)
        }
      case .decision(let decision, let pilot):
        label = decision.description.label ?? label
        assumes = decision.assumes ?? assumes
        if decision.mayBeSupplied?.value == true { mayBeSupplied = true }
        type = declaredType(decision.description, of: derived, before: type, index)
        let hasLogic = decision.expression != nil || decision.table != nil
        guard hasLogic else {
          if index == 0 {
            diagnostics.append(PolicyMessages.missing("is", of: name))
          } else if let exception = decision.exceptions.first {
            diagnostics.append(
              PolicyMessages.exceptionWithoutRule(exception.name, of: derived.name))
          }
          continue
        }
        cite(decision.sources)
        let isChange = index > 0 || derived.original != nil
        guard
          let logic = logic(
            decision, name: name, type: type, pilot, first: isChange ? derived.name.range : nil)
        else { continue }
        if type == nil { type = logic.type }
        checkOutputs(
          of: logic.rule, name.text, within: derived.bounds(ofPart: index), type: logic.type)
        varies = varies || logic.varies
        definitions.insert(.logic(logic.rule), at: 0)
      }
    }
    let item = Item(
      name: name.text, label: label,
      kind: .derived(
        Derived(
          definitions: definitions, lastValueGoesOn: lastValueGoesOn,
          mayBeSupplied: mayBeSupplied, isParameter: isParameter, setByPilot: setByPilot,
          assumes: assumes, bounds: openBounds(derived, type: type ?? .any, definitions))),
      type: type ?? .any, chain: derived.chain, variesInTime: varies || mayBeSupplied)
    add(item)
  }

  /// The type of a decision as it was before a layer changed it; nil if none did.
  private func typeBelow(_ derived: LayeredDerived) -> FEELType? {
    if let base, let id = base.parts.names[derived.name.text] {
      let type = base.parts.items[id].type
      return type == .any ? nil : type
    }
    guard let original = derived.original else { return nil }
    // What is wrong with it is reported where it is in force.
    let before = diagnostics
    defer { diagnostics = before }
    if let declared = type(original.description) { return declared }
    let logic = logic(original, name: derived.name, type: nil, nil, first: nil)
    return logic?.type == .any ? nil : logic?.type
  }

  /// The type a layer declares; it must be the one below's.
  private func declaredType(
    _ description: TypeDescription, of derived: LayeredDerived, before: FEELType?, _ index: Int
  ) -> FEELType? {
    if description.type == nil, let unit = description.unit, let new = Unit(unit.value),
      case .number(let old)? = before?.nonNull
    {
      if new != old {
        diagnostics.append(
          LayerMessages.typeChanged(
            derived.name.text, from: old.description, to: new.description, at: unit.range,
            first: derived.name.range))
      }
      return before
    }
    guard let own = type(description) else { return before }
    if let before, own != before {
      diagnostics.append(
        LayerMessages.typeChanged(
          derived.name.text, from: before.description, to: own.description,
          at: description.type?.range ?? derived.name.range, first: derived.name.range))
      return before
    }
    return own
  }

  // MARK: Values

  private func values(
    _ values: [DatedValue], of name: Name, type: FEELType, _ pilot: PilotID?,
    _ bounds: [Permissions.Permission]
  ) -> [DatedValueRule] {
    var rules: [DatedValueRule] = []
    for entry in values {
      require(entry.sources, for: name.text, at: entry.range)
      guard let expression = check(entry.value) else { continue }
      guard expression.type.conforms(to: type) else {
        diagnostics.append(
          PolicyMessages.wrongType(type, found: expression.type, at: entry.value.range))
        continue
      }
      guard let value = constant(expression) else {
        diagnostics.append(PolicyMessages.notConstant(at: entry.value.range))
        continue
      }
      for bound in bounds { check(value, at: expression.range, name.text, within: bound) }
      rules.append(
        DatedValueRule(
          value: value, text: entry.value.source.text, window: entry.window,
          sources: entry.sources, pilot: pilot, range: entry.range))
    }
    let sorted = rules.sorted {
      ($0.window.from?.value.dayNumber ?? .min, $0.window.knownFrom?.value.dayNumber ?? .min)
        < ($1.window.from?.value.dayNumber ?? .min, $1.window.knownFrom?.value.dayNumber ?? .min)
    }
    if !isMixed { checkDates(sorted, of: name) }
    return sorted
  }

  // MARK: Logic

  private func logic(
    _ decision: DecisionDeclaration, name: Name, type: FEELType?, _ pilot: PilotID?,
    first: SourceRange?
  ) -> (rule: LogicRule, type: FEELType, varies: Bool)? {
    let base: CheckedExpression?
    if let table = decision.table {
      base = self.table(
        table, name: name.text, type: type, defaultValue: decision.defaultValue,
        order: decision.order, locals: [], sources: decision.sources)
    } else {
      base = decision.expression.flatMap { check($0) }
    }
    guard var base else { return nil }
    if let type, !base.type.conforms(to: type) {
      let range = decision.expression?.range ?? decision.table?.range ?? name.range
      if let table = decision.table, case .list(let element) = base.type.nonNull,
        element.conforms(to: type)
      {
        diagnostics.append(
          TableModelMessages.givesList(
            table.hitPolicy.text, of: element, expected: type, at: table.hitPolicy.range))
      } else if let first, type.nonNull != base.type.nonNull {
        diagnostics.append(
          LayerMessages.typeChanged(
            name.text, from: type.description, to: base.type.description, at: range, first: first))
      } else {
        diagnostics.append(PolicyMessages.wrongType(type, found: base.type, at: range))
      }
    }
    let general = type ?? base.type.settled
    base = CheckedExpression(base.node, general, at: base.range)
    let exceptions = decision.exceptions.compactMap { exception($0, type: general) }
    checkOver(decision.exceptions)
    checkTogether(exceptions, decision.exceptions)
    let asOf = decision.asOf.flatMap { day($0) }
    let rule = LogicRule(
      base: base, exceptions: exceptions, asOf: asOf, sources: decision.sources, pilot: pilot,
      range: decision.range)
    if asOf != nil { reportMonthlyFacts(readBy: rule, of: name) }
    let expressions =
      [base] + exceptions.flatMap { [$0.condition, $0.value] }
    let dated = exceptions.contains { $0.window != nil }
    return (rule, general, dated || expressions.contains { varies($0) })
  }

  private func exception(_ entry: ExceptionDeclaration, type: FEELType) -> ExceptionRule? {
    cite(entry.sources)
    guard let whenText = entry.condition else {
      diagnostics.append(PolicyMessages.missing("when", of: entry.name))
      return nil
    }
    guard let valueText = entry.value else {
      diagnostics.append(PolicyMessages.missing("is", of: entry.name))
      return nil
    }
    guard let condition = condition(whenText), let value = check(valueText) else { return nil }
    if !value.type.conforms(to: type) {
      diagnostics.append(PolicyMessages.wrongType(type, found: value.type, at: valueText.range))
    }
    var window: Window?
    if entry.from != nil || entry.until != nil || entry.knownFrom != nil {
      window = Window(
        from: entry.from, until: entry.until, knownFrom: entry.knownFrom, at: entry.range)
    }
    return ExceptionRule(
      name: entry.name.text, label: entry.label, condition: condition, value: value,
      over: entry.over.map(\.text), window: window, sources: entry.sources, range: entry.range)
  }

  /// A condition: an expression that is true or false.
  func condition(_ text: ExpressionText) -> CheckedExpression? {
    guard let expression = check(text) else { return nil }
    if expression.type.conforms(to: .boolean) { return expression }
    diagnostics.append(PolicyMessages.wrongType(.boolean, found: expression.type, at: text.range))
    return nil
  }

  /// A day.
  func day(_ text: ExpressionText) -> CheckedExpression? {
    guard let expression = check(text) else { return nil }
    if expression.type.conforms(to: .date) { return expression }
    diagnostics.append(PolicyMessages.wrongType(.date, found: expression.type, at: text.range))
    return nil
  }

  /// Whether an expression can have different values on different days.
  func varies(_ expression: CheckedExpression) -> Bool {
    switch expression.node {
    case .item(let id): if parts.items[id].variesInTime { return true }
    case .embedded(let logic):
      if let table = logic as? DatedTable, table.windows.contains(where: { $0 != nil }) {
        return true
      }
    default: break
    }
    return expression.operands.contains { varies($0) }
  }
}

extension FEELType {
  /// The type with numbers that took no unit made pure numbers.
  var settled: FEELType {
    switch self {
    case .number(.adaptable): .number
    case .list(let element): .list(element.settled)
    case .optional(let type): .optional(type.settled)
    case .context(let fields): .context(fields.map { .init($0.name, $0.type.settled) })
    default: self
    }
  }
}
