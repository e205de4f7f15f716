import Diagnostics
import FEELSyntax
import PolicySyntax

// What each kind of declaration says, key by key, named as rule files name it.

extension Aspects {
  static func of(_ fact: FactDeclaration, _ reader: ExpressionReader) -> [Aspect] {
    var aspects = Aspects(reader)
    aspects.add(fact.description)
    aspects.add("over time", fact.overTime) { $0.rawValue }
    aspects.add("if not supplied", fact.ifNotSupplied)
    return aspects.all
  }

  static func of(_ description: TypeDescription, _ reader: ExpressionReader) -> [Aspect] {
    var aspects = Aspects(reader)
    aspects.add(description)
    return aspects.all
  }

  static func of(_ value: DatedValue, _ reader: ExpressionReader) -> [Aspect] {
    var aspects = Aspects(reader)
    aspects.add("is", value.value)
    aspects.add(value.window)
    aspects.add(value.sources)
    return aspects.all
  }

  static func ofHead(of parameter: ParameterDeclaration, _ reader: ExpressionReader) -> [Aspect] {
    var aspects = Aspects(reader)
    aspects.add(parameter.description)
    aspects.add("set by", parameter.setBy) { $0 }
    aspects.add("while unpublished", parameter.whileUnpublished) { $0 }
    return aspects.all
  }

  /// A decision but for its rows and exceptions.
  static func ofHead(of decision: DecisionDeclaration, _ reader: ExpressionReader) -> [Aspect] {
    var aspects = Aspects(reader)
    aspects.add("is", decision.expression)
    aspects.add(headOf: decision.table)
    aspects.add("default", decision.defaultValue)
    aspects.add(
      "order", decision.order.map { reader.text(of: $0) }.joined(separator: ", "),
      at: decision.order.first?.range)
    aspects.add("as of", decision.asOf)
    aspects.add("may be supplied", decision.mayBeSupplied) { $0 ? "true" : "" }
    aspects.add(decision.description)
    aspects.add("assumes", decision.assumes)
    aspects.add(decision.sources)
    return aspects.all
  }

  /// A function but for its rows.
  static func ofHead(of function: FunctionDeclaration, _ reader: ExpressionReader) -> [Aspect] {
    var aspects = Aspects(reader)
    let locals = function.localNames
    aspects.add(
      "parameters",
      (function.parameters ?? []).map { parameter in
        let unit = parameter.description.unit.map { " \($0.value)" } ?? ""
        let choices = parameter.description.choices.map(\.name.text).joined(separator: "|")
        return "\(parameter.name.text): \(parameter.description.type?.value.text ?? "")\(unit)"
          + (choices.isEmpty ? "" : " (\(choices))")
      }.joined(separator: ", "), at: function.parameters?.first?.name.range)
    aspects.add("is", function.expression, locals: locals)
    aspects.add(headOf: function.table, locals: locals)
    aspects.add("default", function.defaultValue, locals: locals)
    aspects.add(
      "order", function.order.map { reader.text(of: $0) }.joined(separator: ", "),
      at: function.order.first?.range)
    aspects.add("label", function.label)
    aspects.add(function.sources)
    return aspects.all
  }

  private mutating func add(headOf table: TableText?, locals: [String] = []) {
    guard let table else { return }
    add("hit policy", table.hitPolicy.text, at: table.hitPolicy.range)
    add(
      "inputs",
      table.inputs.map { reader.text(of: $0, locals: locals) }.joined(separator: " | "),
      at: table.inputs.first?.range)
    add(
      "outputs", table.outputs.map(\.text).joined(separator: " | "),
      at: table.outputs.first?.range)
  }

  static func of(
    _ row: TableText.Row, in table: TableText, locals: [String], _ reader: ExpressionReader
  ) -> [Aspect] {
    var aspects = Aspects(reader)
    for (header, cell) in zip(table.inputs, row.inputs) {
      aspects.add(
        header.text, reader.text(ofTests: cell, locals: locals), at: cell.range)
    }
    for (header, cell) in zip(table.outputs, row.outputs) {
      aspects.add(header.text, reader.text(of: cell, locals: locals), at: cell.range)
    }
    aspects.addDays(
      from: row.period?.from, until: row.period?.until, knownFrom: row.period?.knownFrom)
    for (header, cell) in zip(table.annotations, row.annotations)
    where !["source", "from", "until", "known from"].contains(header.text) {
      aspects.add(header.text, cell.text, at: cell.range, .wording)
    }
    aspects.add(row.sources)
    return aspects.all
  }

  /// The rows of a table, each as one text.
  static func rows(
    of table: TableText?, locals: [String], _ reader: ExpressionReader
  ) -> [Aspect] {
    guard let table else { return [] }
    return table.rows.map { row in
      let cells = of(row, in: table, locals: locals, reader)
        .filter { $0.effect == .outcome }.map(\.text).joined(separator: " | ")
      return Aspect("row \(row.number.text)", cells, at: row.range)
    }
  }

  static func of(_ exception: ExceptionDeclaration, _ reader: ExpressionReader) -> [Aspect] {
    var aspects = Aspects(reader)
    aspects.add("when", exception.condition)
    aspects.add("is", exception.value)
    aspects.add(exception.over, "over")
    aspects.addDays(
      from: exception.from, until: exception.until, knownFrom: exception.knownFrom)
    aspects.add("label", exception.label)
    aspects.add(exception.sources)
    return aspects.all
  }

  static func of(_ criterion: CriterionDeclaration, _ reader: ExpressionReader) -> [Aspect] {
    var aspects = Aspects(reader)
    aspects.add("require", criterion.condition)
    aspects.add("met from", criterion.metFrom)
    aspects.add("as of", criterion.asOf)
    aspects.add(criterion.after, "after")
    if criterion.waived?.value == true {
      aspects.add("waived", "true", at: criterion.waived?.range)
    }
    aspects.add("label", criterion.label)
    aspects.add("unmet", criterion.unmet)
    aspects.add("assumes", criterion.assumes)
    aspects.add(criterion.sources)
    return aspects.all
  }

  static func of(_ reason: ReferDeclaration, _ reader: ExpressionReader) -> [Aspect] {
    var aspects = Aspects(reader)
    aspects.add("when", reason.condition)
    aspects.add("as of", reason.asOf)
    aspects.add("label", reason.label)
    aspects.add("why", reason.why)
    aspects.add(reason.sources)
    return aspects.all
  }

  static func of(_ benefit: BenefitDeclaration, _ reader: ExpressionReader) -> [Aspect] {
    var aspects = Aspects(reader)
    aspects.add("pays", benefit.pays) { $0.rawValue }
    aspects.add("amount", benefit.amount)
    aspects.add("unit", benefit.unit) { $0 }
    aspects.add("as of", benefit.asOf)
    aspects.add("label", benefit.label)
    aspects.add("assumes", benefit.assumes)
    aspects.add(benefit.sources)
    return aspects.all
  }

  static func of(_ event: EndDeclaration, _ reader: ExpressionReader) -> [Aspect] {
    var aspects = Aspects(reader)
    aspects.add("when", event.condition)
    aspects.add("on", event.reading) { $0 == .lastDay ? "" : $0.rawValue }
    aspects.add("effect", event.effect) { $0.rawValue }
    aspects.add("afterwards", event.afterwards) { $0.rawValue }
    aspects.add("at most", event.atMost)
    aspects.add("at the rate", event.atTheRate) { $0 == .ofTheMonth ? "" : $0.rawValue }
    aspects.add("label", event.label)
    aspects.add(event.sources)
    return aspects.all
  }

  static func of(_ entry: StackingDeclaration, _ reader: ExpressionReader) -> [Aspect] {
    var aspects = Aspects(reader)
    aspects.add("mode", entry.mode) { $0.rawValue }
    aspects.add("label", entry.label)
    aspects.add(entry.sources)
    return aspects.all
  }
}

extension FunctionDeclaration {
  /// The names of its parameters.
  var localNames: [String] { (parameters ?? []).map(\.name.text) }
}
