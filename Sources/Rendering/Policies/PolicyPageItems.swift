import DMN
internal import Determinations
internal import Diagnostics
internal import FEEL
import FEELSyntax
internal import PolicyModel
internal import PolicySyntax

extension PolicyPageBuilder {
  /// An entry for an item, with its label, what it reads and its layers.
  private func entry(
    _ id: ItemID, says: (PolicyDocument, ChainLink) -> [PolicyPage.Field]
  ) -> PolicyPage.Entry {
    let item = policy.items[id]
    var entry = PolicyPage.Entry(
      anchor: anchors[id] ?? item.name, name: item.name,
      label: item.label.map { wording($0, or: "") })
    entry.reads = references(Requirements.expressions(of: item))
    entry.chain = item.links(on: day, known: known).map { link in
      let value = link.value
      let origin = link.origin
      return self.link(
        origin.pilot, origin.range, origin.window,
        says: document(of: origin).map { says($0, link) } ?? [],
        days: value.map { days(of: $0.window) }, link.sources)
    }
    return entry
  }

  /// Parameters and decisions.
  func derived(_ belongs: (Derived) -> Bool) -> [PolicyPage.Entry] {
    items.compactMap { id in
      guard case .derived(let derived) = policy.items[id].kind, belongs(derived) else {
        return nil
      }
      return entry(id, derived)
    }
  }

  private func entry(_ id: ItemID, _ derived: Derived) -> PolicyPage.Entry {
    let item = policy.items[id]
    var entry = entry(id) { document, link in says(document, item, link) }
    let rule = valueInForce(derived)
    if let rule {
      entry.fields.append(.words(Phrases.value, value(of: rule, item.type), rule.sources))
      entry.fields.append(.words(Phrases.days, days(of: rule.window)))
      entry.fields.append(.words(Phrases.setByField, layer(rule.pilot)))
      entry.sources = rule.sources
    } else if let logic = derived.logic {
      add(logic, to: &entry)
    } else if derived.lastValueGoesOn, let last = derived.lastValue(before: day, known: known) {
      entry.remarks.append(Phrases.goesOn)
      entry.fields.append(.words(Phrases.value, value(of: last, item.type), last.sources))
      entry.fields.append(.words(Phrases.days, days(of: last.window)))
      entry.fields.append(.words(Phrases.setByField, layer(last.pilot)))
      entry.sources = last.sources
    } else if derived.setByPilot, policy.pilot == nil {
      entry.remarks.append(Phrases.setByPilots)
    } else if derived.setByPilot, derived.definitions.isEmpty {
      entry.remarks.append(Phrases.notSetHere)
    } else {
      entry.remarks.append(Phrases.notPublished)
    }
    entry.fields.append(.words(Phrases.type, Phrases.type(item.type)))
    if derived.mayBeSupplied { entry.fields.append(.words(Phrases.supply, Phrases.mayBeSupplied)) }
    for bound in derived.bounds {
      entry.fields.append(.expression(Phrases.within, bound.text))
    }
    addAssumption(derived.assumes, to: &entry)
    return entry
  }

  /// The dated value that decides; nil if a rule decides, or nothing is published.
  private func valueInForce(_ derived: Derived) -> DatedValueRule? {
    for definition in derived.definitions {
      guard case .values(let values) = definition else { return nil }
      if let rule = values.inForce(on: day, known: known) {
        return rule
      }
    }
    return nil
  }

  private func add(_ rule: LogicRule, to entry: inout PolicyPage.Entry) {
    entry.fields.append(field(nil, rule.base))
    addDefault(of: rule.base, to: &entry)
    for exception in rule.exceptions {
      if let window = exception.window, !window.applies(on: day, known: known) { continue }
      entry.fields.append(
        .words(
          Phrases.exceptionField, wording(exception.label, or: exception.name),
          exception.sources))
      entry.fields.append(.expression(Phrases.when, written(exception.condition)))
      entry.fields.append(.expression(Phrases.then, written(exception.value)))
      if let over = Wording.both(exception.over.map { Wording($0) }) {
        entry.fields.append(.words(Phrases.goesBefore, over))
      }
      if let window = exception.window {
        entry.fields.append(.words(Phrases.days, days(of: window)))
      }
    }
    addDay(rule.asOf, to: &entry)
    var sources = rule.sources
    if case .embedded(let logic) = rule.base.node, let table = logic as? DatedTable {
      for citation in table.sources.joined() where !sources.contains(citation) {
        sources.append(citation)
      }
    }
    entry.sources = sources
  }

  /// A rule as it is drawn, or as it is written.
  private func field(_ key: Wording?, _ rule: CheckedExpression) -> PolicyPage.Field {
    guard case .embedded(let logic) = rule.node, let table = logic as? DatedTable else {
      return .expression(key, written(rule))
    }
    return PolicyPage.Field(key: key, content: .table(drawn(table)))
  }

  private func drawn(_ table: DatedTable) -> PolicyPage.Table {
    let text = table.text
    let inForce = table.rules(on: day, known: known)
    return PolicyPage.Table(
      hitPolicy: text.hitPolicy.text,
      header: (text.inputs.map(\.text), text.outputs.map(\.text), text.annotations.map(\.text)),
      rows: inForce.map { index in
        let row = text.rows[index]
        return [row.number.text] + (row.inputs + row.outputs + row.annotations).map(\.text)
      },
      leftOut: text.rows.count - inForce.count)
  }

  private func addDefault(of rule: CheckedExpression, to entry: inout PolicyPage.Entry) {
    guard case .embedded(let logic) = rule.node, let table = logic as? DatedTable else { return }
    for output in table.table.outputs {
      if let value = output.defaultValue {
        entry.fields.append(.expression(Phrases.otherwise, written(value)))
      }
    }
  }

  /// What a layer says of a parameter or decision.
  private func says(
    _ document: PolicyDocument, _ item: Item, _ link: ChainLink
  ) -> [PolicyPage.Field] {
    if let value = link.value { return [.expression(nil, value.text)] }
    if let parameter = document.parameters.first(where: { $0.range == link.origin.range }) {
      if let values = parameter.values, !values.isEmpty {
        return [.words(nil, Phrases.noValueThen)]
      }
      return parameter.setBy == nil ? [] : [.words(nil, Phrases.setByPilots)]
    }
    guard let decision = document.decisions.first(where: { $0.range == link.origin.range })
    else { return [] }
    var says: [PolicyPage.Field] = []
    if let expression = decision.expression {
      says.append(.expression(nil, Self.text(expression)))
    } else if let table = decision.table {
      says.append(.words(nil, Phrases.table(rows: table.rows.count)))
    }
    for exception in decision.exceptions {
      says.append(
        .words(
          Phrases.exceptionField, wording(exception.label, or: exception.name.text),
          exception.sources))
      if let condition = exception.condition {
        says.append(.expression(Phrases.when, Self.text(condition)))
      }
      if let value = exception.value {
        says.append(.expression(Phrases.then, Self.text(value)))
      }
    }
    return says
  }

  var functions: [PolicyPage.Entry] {
    items.compactMap { id in
      let item = policy.items[id]
      guard case .function(let function) = item.kind else { return nil }
      var entry = entry(id) { document, link in
        guard let own = document.functions.first(where: { $0.range == link.origin.range })
        else { return [] }
        if let expression = own.expression { return [.expression(nil, Self.text(expression))] }
        return own.table.map { [.words(nil, Phrases.table(rows: $0.rows.count))] } ?? []
      }
      // Signs are those that a call is written with, in both languages.
      let types = function.parameters.map { ($0.name, Phrases.type($0.type)) }
      let en = types.map { "\($0): \($1.en)" }.joined(separator: ", ")
      let zh = types.map { "\($0): \($1.zh)" }.joined(separator: ", ")
      entry.fields.append(
        .words(Phrases.signature, Wording(en: "\(item.name)(\(en))", zh: "\(item.name)(\(zh))")))
      if case .expression(let body, _) = function.body {
        entry.fields.append(field(nil, body))
        addDefault(of: body, to: &entry)
      }
      entry.sources = item.chain.last { !$0.sources.isEmpty }?.sources ?? []
      return entry
    }
  }

  var facts: [PolicyPage.Entry] {
    items.compactMap { id in
      let item = policy.items[id]
      guard case .fact(let fact) = item.kind else { return nil }
      var entry = entry(id) { _, _ in [] }
      if let ask = fact.ask { entry.fields.append(.words(Phrases.question, wording(ask, or: ""))) }
      entry.fields.append(.words(Phrases.type, Phrases.type(item.type)))
      let choices = fact.choices.map { choice in
        let name = choice.name.text
        let label = wording(choice.label, or: name)
        return label == Wording(name)
          ? label
          : Wording(
            en: label.en == name ? name : "\(name) (\(label.en))",
            zh: label.zh == name ? name : "\(name)（\(label.zh)）")
      }
      if let choices = Wording.both(choices) {
        entry.fields.append(.words(Phrases.oneOf, choices))
      }
      if let allowed = fact.allowedText {
        entry.fields.append(.expression(Phrases.allowed, allowed))
      }
      if let overTime = fact.overTime {
        entry.fields.append(.words(Phrases.overTime, Phrases.overTime(overTime)))
      }
      if let assumed = fact.ifNotSupplied {
        entry.fields.append(.expression(Phrases.ifNotSupplied, written(assumed)))
      }
      return entry
    }
  }
}
