import DMN
import Diagnostics
import FEEL
import FEELSyntax
import OrderedCollections
import PolicySyntax

extension PolicyResolver {
  /// Adds what the engine supplies.
  func addSuppliedItems() {
    for supplied in Item.Supplied.allCases {
      let type: FEELType =
        switch supplied {
        case .determinationDate, .month: .date
        case .grants, .earlierGrants: .list(Self.grantType)
        case .inTheRegion: .boolean
        }
      let varies = supplied != .grants
      if let clash = layered.places[supplied.rawValue] {
        diagnostics.append(PolicyMessages.nameOfEngine(clash))
      }
      add(
        Item(
          name: supplied.rawValue, label: nil, kind: .supplied(supplied), type: type, chain: [],
          variesInTime: varies))
    }
  }

  /// Adds the entries of records with their constraints.
  func addEntries() {
    for layered in layered.types.values {
      guard let record = recordTypes[layered.declaration.name.text] else { continue }
      var entries: [String: RecordEntry] = [:]
      for field in layered.declaration.fields {
        let type = record.field(field.name.text) ?? .any
        if !field.description.choices.isEmpty, type.nonNull != .string, type != .any {
          diagnostics.append(TypeDeclarationMessages.choicesOfOther(type, at: field.name.range))
        }
        let allowed = field.description.allowed.flatMap { check(allowed: $0, of: type) }
        entries[field.name.text] = RecordEntry(
          description: field.description, allowed: allowed ?? .any)
      }
      parts.entries[record] = entries
    }
  }

  /// Adds the facts with their types and constraints.
  func add(_ facts: some Sequence<Layered<FactDeclaration>>) {
    for entry in facts {
      let declaration = entry.declaration
      let description = declaration.description
      let name = declaration.name
      if description.type == nil {
        diagnostics.append(PolicyMessages.missing("type", of: name))
      }
      let type = type(description) ?? .any
      if description.label == nil {
        diagnostics.append(PolicyMessages.missing("label", of: name, severity: .warning))
      }
      let choices = description.choices.map(\.name.text)
      if !choices.isEmpty, type.nonNull != .string {
        diagnostics.append(TypeDeclarationMessages.choicesOfOther(type, at: name.range))
      }
      var fact = Fact(
        ask: description.ask, overTime: declaration.overTime?.value, allowed: .any,
        allowedText: description.allowed?.source.text, choices: description.choices,
        noneAllowed: description.noneAllowed?.value ?? false, scale: type.nonNull.scale,
        ifNotSupplied: nil, description: description)
      if let allowed = description.allowed, let tests = check(allowed: allowed, of: type) {
        fact = fact.with(allowed: tests)
      }
      add(
        Item(
          name: name.text, label: description.label, kind: .fact(fact), type: type,
          chain: entry.chain, variesInTime: declaration.overTime != nil),
        choices: choices.isEmpty ? nil : choices)
    }
  }

  /// Checks what stands for facts that are not supplied.
  func resolveDefaults(of facts: some Sequence<Layered<FactDeclaration>>) {
    for entry in facts {
      guard let text = entry.declaration.ifNotSupplied,
        let id = parts.names[entry.declaration.name.text],
        case .fact(let fact) = parts.items[id].kind
      else { continue }
      guard let expression = check(text) else { continue }
      if !expression.type.conforms(to: parts.items[id].type) {
        diagnostics.append(
          PolicyMessages.wrongType(parts.items[id].type, found: expression.type, at: text.range))
      }
      let item = parts.items[id]
      parts.items[id] = Item(
        name: item.name, label: item.label, kind: .fact(fact.with(ifNotSupplied: expression)),
        type: item.type, chain: item.chain, variesInTime: item.variesInTime)
    }
  }

  /// Adds the element of `for each`.
  func addElement() {
    guard let loop = layered.forEach else { return }
    if let first = layered.places[loop.variable.text] {
      diagnostics.append(LayerMessages.declaredTwice(loop.variable, first: first.range))
    } else if parts.names[loop.variable.text] != nil {
      diagnostics.append(PolicyMessages.nameOfEngine(loop.variable))
    }
    guard let list = check(loop.list) else { return }
    guard case .list(let element) = list.type else {
      diagnostics.append(PolicyMessages.notAList(list.type, at: loop.list.range))
      return
    }
    let id = add(
      Item(
        name: loop.variable.text, label: nil, kind: .element, type: element, chain: [],
        variesInTime: false))
    parts.forEach = (id, list)
  }

  /// Checks unary tests of values of a type.
  func check(tests text: ExpressionText, of type: FEELType) -> CheckedUnaryTests? {
    guard let scope = scopes[ObjectIdentifier(text.source.file)] else { return nil }
    let result = parseUnaryTests(text.source, names: scope.names, options: Self.options)
    diagnostics += result.diagnostics
    diagnostics += result.tree?.emptyRanges ?? []
    guard let tests = result.tree, tests.emptyRanges.isEmpty, isMeant(tests) else { return nil }
    resolveAll(tests.namesUsed, in: text.source.file)
    guard let current = scopes[ObjectIdentifier(text.source.file)]?.scope else { return nil }
    let input = CheckedExpression(.constant(.null), type.nonNull, at: text.range)
    let checked = Checker.check(tests, of: input, in: current, rigour: .strict)
    diagnostics += checked.checking.diagnostics
    note(itemsRead: checked.checking.items)
    return checked.checking.diagnostics.isEmpty ? checked.tests : nil
  }

  /// Checks tests of supplied values, which cannot name anything: they are read before all else.
  func check(allowed text: ExpressionText, of type: FEELType) -> CheckedUnaryTests? {
    guard let tests = check(tests: text, of: type) else { return nil }
    for expression in tests.expressions where !itemsRead(by: expression).isEmpty {
      diagnostics.append(PolicyMessages.allowedNamesItems(at: expression.range))
      return nil
    }
    return tests
  }
}

extension TypeDescription {
  /// Whether people call it so.
  func isLabelled(_ text: String) -> Bool { label?.zh == text || label?.en == text }
}

extension Fact {
  func with(allowed: CheckedUnaryTests) -> Fact {
    Fact(
      ask: ask, overTime: overTime, allowed: allowed, allowedText: allowedText, choices: choices,
      noneAllowed: noneAllowed, scale: scale, ifNotSupplied: ifNotSupplied,
      description: description)
  }

  func with(ifNotSupplied expression: CheckedExpression) -> Fact {
    Fact(
      ask: ask, overTime: overTime, allowed: allowed, allowedText: allowedText, choices: choices,
      noneAllowed: noneAllowed, scale: scale, ifNotSupplied: expression,
      description: description)
  }
}

extension FEELType {
  /// The most digits after the point of an amount of the type; nil for others.
  var scale: Int? {
    if case .number(let unit) = self { unit.scale } else { nil }
  }
}
