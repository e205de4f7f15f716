import Diagnostics
import FEELSyntax
import OrderedCollections
import PolicySyntax

extension LayeredPolicy {
  mutating func add(_ type: TypeDeclaration, _ layer: Layer) {
    if let existing = types[type.name.text] {
      let first = existing.declaration.name.range
      diagnostics.append(
        layer.rank == existing.rank
          ? LayerMessages.declaredTwice(type.name, first: first)
          : LayerMessages.notAllowed(
            "types: \(type.name.text)", type.name.range, first, permission: nil))
      return
    }
    types[type.name.text] = Layered(
      declaration: type, chain: [layer.origin(type.name.range)], rank: layer.rank)
  }

  mutating func add(_ fact: FactDeclaration, _ layer: Layer) {
    let name = fact.name
    guard var existing = facts[name.text] else {
      guard declare(name) else { return }
      facts[name.text] = Layered(
        declaration: fact, chain: [layer.origin(fact.range)], rank: layer.rank)
      return
    }
    guard
      mayChange(
        name, "facts", first: existing.declaration.name.range, last: existing.chain.last,
        rank: existing.rank, layer: layer,
        allowed: permission(name.text) { $0.facts } != nil)
    else { return }
    // Wording and choices may be adapted; what the fact is may not.
    let change = fact.description
    let fixed: [(String, SourceRange?)] = [
      ("type", change.type?.range), ("unit", change.unit?.range),
      ("none", change.noneAllowed?.range), ("over time", fact.overTime?.range),
      ("if not supplied", fact.ifNotSupplied?.range),
    ]
    for (key, range) in fixed {
      guard let range else { continue }
      diagnostics.append(
        LayerMessages.kindChanged(key, range, existing.declaration.name.range))
    }
    if let label = change.label { existing.declaration.description.label = label }
    if let ask = change.ask { existing.declaration.description.ask = ask }
    if let allowed = change.allowed { existing.declaration.description.allowed = allowed }
    if !change.choices.isEmpty { existing.declaration.description.choices = change.choices }
    existing.chain.append(layer.origin(fact.range))
    existing.rank = layer.rank
    facts[name.text] = existing
  }

  mutating func add(_ parameter: ParameterDeclaration, _ layer: Layer) {
    let name = parameter.name
    guard var existing = derived[name.text] else {
      guard declare(name) else { return }
      derived[name.text] = LayeredDerived(
        name: name, parts: [.parameter(parameter, layer.pilot)],
        chain: [layer.origin(parameter.range, parameter.values?.flatMap(\.sources) ?? [])],
        rank: layer.rank, writtenType: parameter.description.type)
      return
    }
    let permission = permissionForDerived(existing)
    guard
      mayChange(
        name, existing.kind, first: existing.name.range, last: existing.chain.last,
        rank: existing.rank, layer: layer, allowed: permission != nil)
    else { return }
    keepsType(parameter.description, &existing)
    existing.parts.append(.parameter(parameter, layer.pilot))
    existing.chain.append(
      layer.origin(parameter.range, parameter.values?.flatMap(\.sources) ?? []))
    existing.rank = layer.rank
    existing.keep(permission)
    derived[name.text] = existing
  }

  mutating func add(_ decision: DecisionDeclaration, _ layer: Layer) {
    let name = decision.name
    guard var existing = derived[name.text] else {
      guard declare(name) else { return }
      derived[name.text] = LayeredDerived(
        name: name, parts: [.decision(decision, layer.pilot)],
        chain: [layer.origin(decision.range, decision.sources)], rank: layer.rank,
        writtenType: decision.description.type)
      return
    }
    let permission = permissionForDerived(existing)
    guard
      mayChange(
        name, existing.kind, first: existing.name.range, last: existing.chain.last,
        rank: existing.rank, layer: layer, allowed: permission != nil)
    else { return }
    if decision.expression != nil || decision.table != nil {
      let rowSources = decision.table?.rows.flatMap(\.sources) ?? []
      requireSource(
        decision.sources + rowSources, name.text, at: name.range, layer, first: existing.name.range)
    }
    for exception in decision.exceptions where exception.condition != nil || exception.value != nil
    {
      requireSource(
        exception.sources, exception.name.text, at: exception.name.range, layer,
        first: existing.name.range)
    }
    keepsType(decision.description, &existing)
    if case .decision(let below, _)? = existing.parts.last {
      if existing.parts.count == 1 { existing.original = existing.original ?? below }
      existing.parts[existing.parts.count - 1] = .decision(
        Self.merged(below, with: decision), layer.pilot)
    } else {
      existing.parts.append(.decision(decision, layer.pilot))
    }
    existing.chain.append(layer.origin(decision.range, decision.sources))
    existing.rank = layer.rank
    existing.keep(permission)
    derived[name.text] = existing
  }

  /// Reports a share that a layer makes a plain number, or the reverse.
  ///
  /// To expressions both are numbers; a change of any other type shows when types are resolved.
  private mutating func keepsType(
    _ description: TypeDescription, _ existing: inout LayeredDerived
  ) {
    guard let type = description.type else { return }
    if let before = existing.writtenType, let old = before.value.wordForNumber,
      let new = type.value.wordForNumber, old != new
    {
      diagnostics.append(
        LayerMessages.typeChanged(
          existing.name.text, from: old, to: new, at: type.range, first: before.range))
    } else {
      existing.writtenType = existing.writtenType ?? type
    }
  }

  private func permissionForDerived(_ existing: LayeredDerived) -> Permissions.Permission? {
    switch existing.first {
    case .parameter: permission(existing.name.text) { $0.parameters }
    case .decision: permission(existing.name.text) { $0.decisions }
    }
  }

  /// Key by key: `is` and `table` displace each other, exceptions merge by their names.
  private static func merged(
    _ below: DecisionDeclaration, with change: DecisionDeclaration
  ) -> DecisionDeclaration {
    var result = below
    if change.expression != nil || change.table != nil {
      result.expression = change.expression
      result.table = change.table
      result.defaultValue = change.defaultValue
      result.order = change.order
      result.sources = change.sources
      result.assumes = change.assumes
      result.range = change.range
    } else {
      if let value = change.defaultValue { result.defaultValue = value }
      if !change.order.isEmpty { result.order = change.order }
    }
    for exception in change.exceptions {
      if let index = result.exceptions.firstIndex(where: { $0.name == exception.name }) {
        var old = result.exceptions[index]
        if let condition = exception.condition { old.condition = condition }
        if let value = exception.value { old.value = value }
        if !exception.over.isEmpty { old.over = exception.over }
        if let label = exception.label { old.label = label }
        if let from = exception.from { old.from = from }
        if let until = exception.until { old.until = until }
        if let known = exception.knownFrom { old.knownFrom = known }
        if !exception.sources.isEmpty { old.sources = exception.sources }
        old.range = exception.range
        result.exceptions[index] = old
      } else {
        result.exceptions.append(exception)
      }
    }
    if let asOf = change.asOf { result.asOf = asOf }
    if let label = change.description.label { result.description.label = label }
    if let type = change.description.type { result.description.type = type }
    if let unit = change.description.unit { result.description.unit = unit }
    if let supplied = change.mayBeSupplied { result.mayBeSupplied = supplied }
    if let assumes = change.assumes { result.assumes = assumes }
    return result
  }

  mutating func add(_ function: FunctionDeclaration, _ layer: Layer) {
    let name = function.name
    guard var existing = functions[name.text] else {
      guard declare(name) else { return }
      functions[name.text] = Layered(
        declaration: function, chain: [layer.origin(function.range, function.sources)],
        rank: layer.rank)
      return
    }
    guard
      mayChange(
        name, "functions", first: existing.declaration.name.range, last: existing.chain.last,
        rank: existing.rank, layer: layer,
        allowed: permission(name.text) { $0.functions } != nil)
    else { return }
    existing.original = existing.original ?? existing.declaration
    if function.expression != nil || function.table != nil {
      requireSource(
        function.sources + (function.table?.rows.flatMap(\.sources) ?? []), name.text,
        at: name.range, layer, first: existing.declaration.name.range)
      existing.declaration.expression = function.expression
      existing.declaration.table = function.table
      existing.declaration.defaultValue = function.defaultValue
      existing.declaration.order = function.order
      existing.declaration.sources = function.sources
    }
    if let parameters = function.parameters,
      parameters.map(\.name.text) != existing.declaration.parameters?.map(\.name.text)
        || parameters.map(\.description.type?.value)
          != existing.declaration.parameters?.map(\.description.type?.value)
        || parameters.map(\.description.unit?.value)
          != existing.declaration.parameters?.map(\.description.unit?.value)
    {
      diagnostics.append(
        LayerMessages.kindChanged(
          "parameters", parameters.first?.name.range ?? name.range,
          existing.declaration.name.range))
    }
    if let label = function.label { existing.declaration.label = label }
    existing.chain.append(layer.origin(function.range, function.sources))
    existing.rank = layer.rank
    functions[name.text] = existing
  }
}

extension LayeredDerived {
  /// The section it was declared in, and in which a permission for it stands.
  var kind: String {
    switch first {
    case .parameter: "parameters"
    case .decision: "decisions"
    }
  }

  /// Notes the bounds of a permission, which the part on top and all above it must keep.
  mutating func keep(_ permission: Permissions.Permission?) {
    guard let permission, permission.within != nil else { return }
    bounds.append(LayeredBound(permission: permission, firstPart: parts.count - 1))
  }
}

extension DeclaredType {
  /// The word for a type whose values are numbers without a unit.
  fileprivate var wordForNumber: String? {
    switch self {
    case .number: "number"
    case .ratio: "ratio"
    default: nil
    }
  }
}
