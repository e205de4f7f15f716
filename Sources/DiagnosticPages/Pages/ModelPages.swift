internal import Diagnostics

extension DiagnosticPage {
  /// What can be wrong with how elements of DMN models go together.
  static let models: [DiagnosticPage] = [
    DiagnosticPage(
      "Z1220",
      title: Wording(en: "Two models have the same namespace", zh: "两个模型的命名空间相同"),
      text: Wording(
        en: """
          Elements are found by namespace and id, so elements of two such models cannot \
          be told apart. Give each model a namespace of its own.
          """,
        zh: """
          元素按命名空间和 id 查找，这两个模型的元素无法区分。请给每个模型不同的命名空\
          间。
          """)),
    DiagnosticPage(
      "Z1221",
      title: Wording(en: "An id stands twice", zh: "id 重复"),
      text: Wording(
        en: """
          References find an element by its id, so the second one can never be meant. \
          Give it another id.
          """,
        zh: """
          引用按 id 查找元素，第二个永远不会被找到。请换一个 id。
          """),
      example: .model(
        wrong: """
          <inputData id="i1" name="cost">
            <variable name="cost"/>
          </inputData>
          <inputData id="i1" name="rent">
            <variable name="rent"/>
          </inputData>
          """,
        right: """
          <inputData id="i1" name="cost">
            <variable name="cost"/>
          </inputData>
          <inputData id="i2" name="rent">
            <variable name="rent"/>
          </inputData>
          """)),
    DiagnosticPage(
      "Z1222",
      title: Wording(en: "A reference leads nowhere", zh: "引用的元素不存在"),
      text: Wording(
        en: """
          The element is missing, or the model that holds it was not given to the \
          command.
          """,
        zh: """
          该元素不存在，或含有它的模型没有提供给命令。
          """),
      example: .model(
        wrong: """
          <inputData id="i1" name="cost">
            <variable name="cost"/>
          </inputData>
          <decision id="d1" name="share">
            <variable name="share"/>
            <informationRequirement>
              <requiredInput href="#i2"/>
            </informationRequirement>
            <literalExpression>
              <text>cost / 2</text>
            </literalExpression>
          </decision>
          """,
        right: """
          <inputData id="i1" name="cost">
            <variable name="cost"/>
          </inputData>
          <decision id="d1" name="share">
            <variable name="share"/>
            <informationRequirement>
              <requiredInput href="#i1"/>
            </informationRequirement>
            <literalExpression>
              <text>cost / 2</text>
            </literalExpression>
          </decision>
          """)),
    DiagnosticPage(
      "Z1223",
      title: Wording(en: "The model is not imported", zh: "没有导入该模型"),
      text: Wording(
        en: """
          A reference leads into another model that this one does not name as an import. \
          Add the import.
          """,
        zh: """
          引用指向另一个模型，而本模型没有导入它。请补上导入。
          """)),
    DiagnosticPage(
      "Z1224",
      title: Wording(en: "An imported model is not there", zh: "导入的模型不存在"),
      text: Wording(
        en: """
          The model names another as an import, and it was not given to the command, or \
          it is no DMN model and cannot be used.
          """,
        zh: """
          模型导入了另一个模型，但没有提供给命令，或它不是 DMN 模型，无法使用。
          """)),
    DiagnosticPage(
      "Z1225",
      title: Wording(en: "No such type is declared", zh: "没有声明这个类型"),
      text: Wording(
        en: """
          A type is one of FEEL or an item definition of the model or of an imported \
          one. This name is neither.
          """,
        zh: """
          类型应是 FEEL 自带的，或本模型、导入模型中的类型定义。这个名称都不是。
          """),
      example: .model(
        wrong: """
          <inputData id="i1" name="cost">
            <variable name="cost" typeRef="numbr"/>
          </inputData>
          """,
        right: """
          <inputData id="i1" name="cost">
            <variable name="cost" typeRef="number"/>
          </inputData>
          """)),
    DiagnosticPage(
      "Z1226",
      title: Wording(en: "A type is declared by itself", zh: "类型由自身定义"),
      text: Wording(
        en: """
          The definition leads back to itself without an entry or a list between. It \
          could never be known.
          """,
        zh: """
          类型定义绕回了自身，永远无法确定。
          """)),
    DiagnosticPage(
      "Z1227",
      title: Wording(en: "A type is declared twice", zh: "类型声明了两次"),
      text: Wording(
        en: """
          Two item definitions have the same name. Rename one.
          """,
        zh: """
          两个类型定义同名。请改其中一个。
          """)),
    DiagnosticPage(
      "Z1228",
      title: Wording(en: "A decision requires itself", zh: "决策依赖自身"),
      text: Wording(
        en: """
          Its requirements lead in a circle, so it could never be computed. The circle \
          is listed; one of its members must not require the next.
          """,
        zh: """
          它的依赖关系形成循环，永远算不出来。提示列出了循环，请让其中一个不再依赖下一\
          个。
          """),
      example: .model(
        wrong: """
          <decision id="d1" name="share">
            <variable name="share"/>
            <informationRequirement>
              <requiredDecision href="#d1"/>
            </informationRequirement>
            <literalExpression>
              <text>share + 1</text>
            </literalExpression>
          </decision>
          """,
        right: """
          <decision id="d1" name="share">
            <variable name="share"/>
            <literalExpression>
              <text>1</text>
            </literalExpression>
          </decision>
          """)),
    DiagnosticPage(
      "Z1229",
      title: Wording(en: "A rule has more or fewer entries than the table", zh: "规则的格数与表不符"),
      text: Wording(
        en: """
          Every rule of a decision table has one entry for each input and each output. \
          Complete it in the program that made the model.
          """,
        zh: """
          决策表的每条规则对每个输入、输出都有一格。请在生成模型的软件中改正。
          """),
      example: .model(
        wrong: """
          <decision id="d1" name="share">
            <variable name="share"/>
            <decisionTable>
              <input><inputExpression><text>1</text></inputExpression></input>
              <output/>
              <rule>
                <inputEntry><text>-</text></inputEntry>
              </rule>
            </decisionTable>
          </decision>
          """,
        right: """
          <decision id="d1" name="share">
            <variable name="share"/>
            <decisionTable>
              <input><inputExpression><text>1</text></inputExpression></input>
              <output/>
              <rule>
                <inputEntry><text>-</text></inputEntry>
                <outputEntry><text>0.5</text></outputEntry>
              </rule>
            </decisionTable>
          </decision>
          """)),
  ]
}
