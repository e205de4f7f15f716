import Diagnostics
import FEEL

/// What is said about DMN models when their names are resolved and when they are evaluated.
enum ModelMessages {
  static func duplicateNamespace(_ model: DMNModel) -> Diagnostic {
    Diagnostic(
      "Z1220", .warning, at: model.range,
      Wording(
        en:
          "another model has the namespace `\(model.namespace)`; its elements cannot be told apart",
        zh: "另一个模型也使用命名空间 `\(model.namespace)`，两者的元素无法区分"))
  }

  static func duplicateID(_ id: String, at range: SourceRange?, first: SourceRange?) -> Diagnostic {
    Diagnostic(
      "Z1221", .warning, at: range,
      Wording(en: "the id `\(id)` stands twice in this model", zh: "标识 `\(id)` 在本模型中出现了两次"),
      notes: [.init(Wording(en: "first used here", zh: "首次出现于此"), at: first)])
  }

  static func unknownReference(_ reference: DMNModel.Reference) -> Diagnostic {
    let text = (reference.namespace ?? "") + "#" + reference.id
    return Diagnostic(
      "Z1222", at: reference.range,
      Wording(en: "nothing is at `\(text)`", zh: "`\(text)` 没有指向任何元素"),
      help: Wording(
        en: "the element is missing, or its model is not loaded", zh: "该元素不存在，或其模型未载入"))
  }

  static func notImported(_ reference: DMNModel.Reference, _ namespace: String) -> Diagnostic {
    Diagnostic(
      "Z1223", at: reference.range,
      Wording(
        en: "this model does not import `\(namespace)`", zh: "本模型没有导入 `\(namespace)`"))
  }

  static func missingImport(_ item: DMNModel.Import) -> Diagnostic {
    Diagnostic(
      "Z1224", item.isDMN ? .error : .warning, at: item.range,
      item.isDMN
        ? Wording(
          en: "the imported model `\(item.namespace)` is not loaded",
          zh: "未载入所导入的模型 `\(item.namespace)`")
        : Wording(
          en: "`\(item.namespace)` is no DMN model and cannot be used",
          zh: "`\(item.namespace)` 不是 DMN 模型，无法使用"))
  }

  static func unknownType(
    _ name: DMNModel.TypeName, among types: some Collection<String>
  ) -> Diagnostic {
    // Looking for the nearest of very many names takes longer than it helps.
    let nearest = types.count <= 500 ? nearest(to: name.text, among: types.sorted()) : nil
    return Diagnostic(
      "Z1225", at: name.range,
      Wording(en: "no type is called `\(name.text)`", zh: "没有名为 `\(name.text)` 的类型"),
      help: nearest.map {
        Wording(en: "did you mean `\($0)`?", zh: "是否指 `\($0)`？")
      })
  }

  static func cyclicType(_ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "Z1226", at: range,
      Wording(en: "the type `\(name)` is declared by itself", zh: "类型 `\(name)` 以自身来定义"))
  }

  static func typesTooDeep(_ limit: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "Z1236", at: range,
      Wording(
        en: "more than \(limit) types are declared by one another in a row",
        zh: "连续以彼此定义的类型超过 \(limit) 个"))
  }

  static func duplicateType(_ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "Z1227", at: range,
      Wording(en: "the type `\(name)` is declared twice", zh: "类型 `\(name)` 声明了两次"))
  }

  static func cyclicRequirement(_ names: [String], at range: SourceRange?) -> Diagnostic {
    let shown = names.prefix(8).map { "`\($0)`" }.joined(separator: " → ")
    let all = names.count > 8 ? shown + " → …" : shown
    return Diagnostic(
      "Z1228", at: range,
      Wording(en: "the decision requires itself: \(all)", zh: "该决策依赖于自身：\(all)"))
  }

  static func wrongEntryCount(
    _ rule: BoxedTable.Rule, inputs: Int, outputs: Int, at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      "Z1229", at: rule.range ?? range,
      Wording(
        en: """
          the rule has \(rule.inputs.count) input and \(rule.outputs.count) output entries; \
          the table has \(inputs) inputs and \(outputs) outputs
          """,
        zh: """
          该规则有 \(rule.inputs.count) 个输入项和 \(rule.outputs.count) 个输出项；\
          而决策表有 \(inputs) 个输入和 \(outputs) 个输出
          """))
  }

  static func missingExpression(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "Z1230", at: range,
      Wording(en: "an expression is missing here", zh: "此处缺少表达式"))
  }

  static func javaDescription(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "Z1231", at: range,
      Wording(
        en: "a Java function is described by a context with `class` and `method signature`",
        zh: "Java 函数须用含有 `class` 和 `method signature` 的上下文来描述"))
  }

  static func noOutput(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "Z1232", at: range,
      Wording(en: "the decision table has no output", zh: "决策表没有输出"))
  }

  static func resultNotLast(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z1234", at: range,
      Wording(
        en: "only the last entry of a context can go without a name",
        zh: "上下文中只有最后一项可以没有名称"))
  }

  static func tooManyEntries(_ count: Int, limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z1237", at: range,
      Wording(
        en: "the context has \(count) entries, at most \(limit) are read",
        zh: "上下文有 \(count) 项，最多读取 \(limit) 项"))
  }

  static func wrongCellCount(_ cells: Int, columns: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "Z1235", at: range,
      Wording(
        en: "the row has \(cells) cells, the relation \(columns) columns",
        zh: "该行有 \(cells) 格，而关系表有 \(columns) 列"))
  }

  static func wrongKind(_ reference: DMNModel.Reference, expected: Wording) -> Diagnostic {
    Diagnostic(
      "Z1233", at: reference.range,
      Wording(
        en: "`\(reference.id)` is no \(expected.en)", zh: "`\(reference.id)` 不是\(expected.zh)"))
  }

  static let decision = Wording(en: "decision", zh: "决策")
  static let inputData = Wording(en: "input data", zh: "输入数据")

  // What failures say.

  static func valueNotAllowed(_ value: Value) -> Wording {
    Wording(
      en: "the value, a \(value.kindName), is none of the allowed ones",
      zh: "该值（\(value.kindName)）不在允许的取值之内")
  }

  static let missingCell = Wording(
    en: "the row has no cell for this column", zh: "该行缺少此列的单元格")

  static let pmml = Wording(
    en: "PMML models cannot be evaluated", zh: "无法计算 PMML 模型")

  static let noLogic = Wording(
    en: "it is not said how this is decided", zh: "未说明如何作出此项决策")

  static func noDecision(_ name: String) -> Wording {
    Wording(en: "no decision is called `\(name)`", zh: "没有名为 `\(name)` 的决策")
  }

  static func noService(_ name: String) -> Wording {
    Wording(en: "no decision service is called `\(name)`", zh: "没有名为 `\(name)` 的决策服务")
  }

  static func noOutput(_ name: String, of service: String) -> Wording {
    Wording(
      en: "the service `\(service)` has no output decision `\(name)`",
      zh: "决策服务 `\(service)` 没有输出决策 `\(name)`")
  }
}
