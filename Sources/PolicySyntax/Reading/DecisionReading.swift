internal import Diagnostics
internal import FEELSyntax
internal import YAMLTree

extension Field {
  /// `decisions:`, each an expression or a group of entries.
  func decisions() -> [DecisionDeclaration] {
    declared(example: "rent part: round half up(grant share * rent paid, 2)").compactMap {
      name, field in
      guard case .mapping = field.node.content, !field.looksLikeContext else {
        return DecisionDeclaration(
          name: name, description: TypeDescription(), expression: field.expression(),
          range: field.range)
      }
      return field.decision(name)
    }
  }

  /// Whether the short form is a context in braces, which YAML takes for entries.
  private var looksLikeContext: Bool {
    guard node.isFlow, case .mapping(let entries) = node.content, !entries.isEmpty else {
      return false
    }
    let known = [
      "is", "table", "default", "order", "type", "unit", "label", "except", "source", "as of",
      "may be supplied", "assumes",
    ]
    return !entries.contains {
      known.contains($0.key.text) || nearest(to: $0.key.text, among: known) != nil
    }
  }

  private func decision(_ name: Name) -> DecisionDeclaration? {
    keys(example: "\(name.text): {is: …, source: N-1}") { keys in
      let logic = keys.logic()
      for key in ["when", "require"] { keys.elsewhere(key, Self.decisionsAreNotConditions) }
      keys.elsewhere("values", Self.valuesBelongToParameters)
      return DecisionDeclaration(
        name: name,
        description: keys.derivedType(),
        expression: logic.expression,
        table: logic.table,
        defaultValue: logic.defaultValue,
        order: logic.order,
        exceptions: keys["except"]?.exceptions() ?? [],
        sources: keys["source"]?.citations() ?? [],
        asOf: keys["as of"]?.expression(),
        mayBeSupplied: keys["may be supplied"]?.flag(),
        assumes: keys["assumes"]?.label(),
        range: range)
    }
  }

  private static let decisionsAreNotConditions = Wording(
    en: "a decision has `is` or `table`; conditions stand under `except`, `criteria` and `refer`",
    zh: "决策使用 `is` 或 `table`；条件写在 `except`、`criteria` 或 `refer` 中")

  private static let valuesBelongToParameters = Wording(
    en: "dated values stand under `parameters`", zh: "带日期的值写在 `parameters` 中")

  private func exceptions() -> [ExceptionDeclaration] {
    let example = "low income: {when: household is low income, is: 0.6, source: R-ZS1}"
    return declared(example: example).compactMap { name, field in
      field.keys(example: example) { keys in
        let period = keys.openWindow()
        return ExceptionDeclaration(
          name: name,
          label: keys["label"]?.label(),
          condition: keys["when"]?.expression(),
          value: keys["is"]?.expression(),
          over: keys["over"]?.references(example: "over: [low income]") ?? [],
          sources: keys["source"]?.citations() ?? [],
          from: period.from, until: period.until, knownFrom: period.knownFrom,
          range: field.range)
      }
    }
  }

  /// `functions:`, what is computed from arguments.
  func functions() -> [FunctionDeclaration] {
    let example = "age on: {parameters: {born: date}, is: …}"
    return declared(example: example).compactMap { name, field in
      field.keys(example: example) { keys in
        for key in ["type", "unit"] { keys.elsewhere(key, Self.functionsHaveNoType) }
        let label = keys["label"]?.label()
        let parameters = keys["parameters"]?.functionParameters()
        let logic = keys.logic()
        return FunctionDeclaration(
          name: name, label: label, parameters: parameters, expression: logic.expression,
          table: logic.table, defaultValue: logic.defaultValue, order: logic.order,
          sources: keys["source"]?.citations() ?? [],
          range: field.range)
      }
    }
  }

  private func functionParameters() -> [(name: Name, description: TypeDescription)] {
    let example = "parameters: {code: text, paid: {type: money, unit: CNY/month}}"
    return declared(example: example).map { ($0.name, $0.field.typeDescription()) }
  }

  private static let functionsHaveNoType = Wording(
    en: "the type of a function follows from its parameters and `is`",
    zh: "函数的类型由参数和 `is` 推出")
}

/// How something is derived: by an expression or by a table.
struct DecisionLogic {
  var expression: ExpressionText?
  var table: TableText?
  var defaultValue: ExpressionText?
  var order: [ExpressionText]
}

extension Keys {
  /// `is`, or `table` with what stands beside it.
  func logic() -> DecisionLogic {
    exclusive("is", "table")
    exclusive("is", "default")
    exclusive("is", "order")
    return DecisionLogic(
      expression: self["is"]?.expression(),
      table: self["table"]?.table(),
      defaultValue: self["default"]?.expression(),
      order: self["order"]?.items(example: "order: ['\"high\"', '\"low\"']").compactMap {
        $0.expression()
      } ?? [])
  }
}
