internal import Diagnostics

extension DiagnosticPage {
  /// What can be wrong with files of DMN models.
  static let modelFiles: [DiagnosticPage] = [
    DiagnosticPage(
      "Z1201",
      title: Wording(en: "The file is no well-formed XML", zh: "文件不是格式正确的 XML"),
      text: Wording(
        en: """
          A DMN model is an XML file. This one is empty, or its elements are not closed \
          or not written as XML requires; the reader's own words say where. Export the \
          model again from the program that made it.
          """,
        zh: """
          DMN 模型是 XML 文件。这个文件是空的，或元素没有闭合、写法不合 XML；提示中有读\
          取程序的原话和位置。请从生成它的软件重新导出。
          """),
      example: .model(
        wrong: """
          <definitions
          """,
        right: """
          <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="m" namespace="m"/>
          """)),
    DiagnosticPage(
      "Z1202",
      title: Wording(en: "Document types are not read", zh: "不读取文档类型声明"),
      text: Wording(
        en: """
          `<!DOCTYPE …>` can make a file pull in others or grow without end. Models do \
          not need it. Take it out.
          """,
        zh: """
          `<!DOCTYPE …>` 可能使文件引入其他文件或无限膨胀，模型用不到它。请删去。
          """),
      example: .model(
        wrong: """
          <!DOCTYPE definitions>
          <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="m" namespace="m"/>
          """,
        right: """
          <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="m" namespace="m"/>
          """)),
    DiagnosticPage(
      "Z1203",
      title: Wording(en: "The model is too large", zh: "模型过大"),
      text: Wording(
        en: """
          The size of the file, the number of its elements and the length of its \
          attributes have limits, so that a damaged file cannot stop the computer. \
          Divide the model.
          """,
        zh: """
          文件大小、元素个数和属性长度都有上限，以免损坏的文件拖垮电脑。请拆分模型。
          """)),
    DiagnosticPage(
      "Z1204",
      title: Wording(en: "Elements are nested too deep", zh: "元素嵌套过深"),
      text: Wording(
        en: """
          More elements stand inside one another than are read. Give inner parts a \
          decision of their own.
          """,
        zh: """
          元素的嵌套层数超过上限。请把里面的部分改成单独的决策。
          """)),
    DiagnosticPage(
      "Z1205",
      title: Wording(en: "The file is no DMN model", zh: "文件不是 DMN 模型"),
      text: Wording(
        en: """
          The first element must be `definitions` in one of the namespaces of DMN 1.1 to \
          1.5. The file is of another kind, such as BPMN or a web page.
          """,
        zh: """
          第一个元素必须是 `definitions`，并属于 DMN 1.1 至 1.5 的命名空间。这个文件是别\
          的种类，如 BPMN 或网页。
          """),
      example: .model(
        wrong: """
          <html/>
          """,
        right: """
          <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="m" namespace="m"/>
          """)),
    DiagnosticPage(
      "Z1206",
      title: Wording(en: "An element lacks an attribute", zh: "元素缺少属性"),
      text: Wording(
        en: """
          The standard requires this attribute, such as the name of a decision or the \
          target of a reference. Complete the model in the program that made it.
          """,
        zh: """
          标准要求有这个属性，例如决策的名称或引用的目标。请在生成模型的软件中补全。
          """),
      example: .model(
        wrong: """
          <decision id="d1">
            <literalExpression>
              <text>0.5</text>
            </literalExpression>
          </decision>
          """,
        right: """
          <decision id="d1" name="share">
            <literalExpression>
              <text>0.5</text>
            </literalExpression>
          </decision>
          """)),
    DiagnosticPage(
      "Z1207",
      title: Wording(en: "An element lacks a part", zh: "元素缺少组成部分"),
      text: Wording(
        en: """
          The standard requires another element inside this one. Complete the model in \
          the program that made it.
          """,
        zh: """
          标准要求该元素内部还有另一个元素。请在生成模型的软件中补全。
          """),
      example: .model(
        wrong: """
          <decision id="d1" name="share">
            <variable name="share"/>
            <conditional>
              <if><literalExpression><text>true</text></literalExpression></if>
              <then><literalExpression><text>1</text></literalExpression></then>
            </conditional>
          </decision>
          """,
        right: """
          <decision id="d1" name="share">
            <variable name="share"/>
            <conditional>
              <if><literalExpression><text>true</text></literalExpression></if>
              <then><literalExpression><text>1</text></literalExpression></then>
              <else><literalExpression><text>0</text></literalExpression></else>
            </conditional>
          </decision>
          """)),
    DiagnosticPage(
      "Z1208",
      title: Wording(en: "An element has no expression", zh: "元素中没有表达式"),
      text: Wording(
        en: """
          Where something is computed, an expression, a table or another boxed \
          expression must stand. Complete the model.
          """,
        zh: """
          需要计算的地方必须有表达式、表格或其他框式表达式。请补全模型。
          """),
      example: .model(
        wrong: """
          <decision id="d1" name="share">
            <variable name="share"/>
            <conditional>
              <if/>
              <then><literalExpression><text>1</text></literalExpression></then>
              <else><literalExpression><text>0</text></literalExpression></else>
            </conditional>
          </decision>
          """,
        right: """
          <decision id="d1" name="share">
            <variable name="share"/>
            <conditional>
              <if><literalExpression><text>true</text></literalExpression></if>
              <then><literalExpression><text>1</text></literalExpression></then>
              <else><literalExpression><text>0</text></literalExpression></else>
            </conditional>
          </decision>
          """)),
    DiagnosticPage(
      "Z1209",
      title: Wording(en: "The attribute has an unknown value", zh: "属性的值不认识"),
      text: Wording(
        en: """
          The attribute takes one of a few words, such as a hit policy. They are listed \
          in the message.
          """,
        zh: """
          该属性只能取几个固定的词之一，如命中策略。提示列出了可用的词。
          """),
      example: .model(
        wrong: """
          <decision id="d1" name="share">
            <variable name="share"/>
            <decisionTable hitPolicy="ONLY">
              <input><inputExpression><text>1</text></inputExpression></input>
              <output/>
              <rule>
                <inputEntry><text>-</text></inputEntry>
                <outputEntry><text>0.5</text></outputEntry>
              </rule>
            </decisionTable>
          </decision>
          """,
        right: """
          <decision id="d1" name="share">
            <variable name="share"/>
            <decisionTable hitPolicy="UNIQUE">
              <input><inputExpression><text>1</text></inputExpression></input>
              <output/>
              <rule>
                <inputEntry><text>-</text></inputEntry>
                <outputEntry><text>0.5</text></outputEntry>
              </rule>
            </decisionTable>
          </decision>
          """)),
    DiagnosticPage(
      "Z1210",
      title: Wording(en: "The expression language is not FEEL", zh: "表达式语言不是 FEEL"),
      text: Wording(
        en: """
          The model says that its expressions are written in another language, which \
          cannot be evaluated. Write them in FEEL.
          """,
        zh: """
          模型声明其表达式使用另一种语言，无法计算。请改用 FEEL 书写。
          """),
      example: .model(
        wrong: """
          <decision id="d1" name="share">
            <variable name="share"/>
            <literalExpression expressionLanguage="javascript">
              <text>return 0.5</text>
            </literalExpression>
          </decision>
          """,
        right: """
          <decision id="d1" name="share">
            <variable name="share"/>
            <literalExpression>
              <text>0.5</text>
            </literalExpression>
          </decision>
          """)),
    DiagnosticPage(
      "Z1211",
      title: Wording(en: "Values of other documents are not read", zh: "不读取其他文档中的值"),
      text: Wording(
        en: """
          The model takes an expression or values from another document. Write them into \
          the model itself.
          """,
        zh: """
          模型要从另一个文档取表达式或值。请把它们写进模型本身。
          """),
      example: .model(
        wrong: """
          <decision id="d1" name="share">
            <variable name="share"/>
            <literalExpression>
              <importedValues/>
            </literalExpression>
          </decision>
          """,
        right: """
          <decision id="d1" name="share">
            <variable name="share"/>
            <literalExpression>
              <text>0.5</text>
            </literalExpression>
          </decision>
          """)),
    DiagnosticPage(
      "Z1212",
      title: Wording(en: "The reference leads to no element", zh: "引用没有指向元素"),
      text: Wording(
        en: """
          A reference is written `#id` or `namespace#id`. This text is neither.
          """,
        zh: """
          引用写作 `#id` 或 `命名空间#id`。这里两者都不是。
          """),
      example: .model(
        wrong: """
          <inputData id="i1" name="cost">
            <variable name="cost"/>
          </inputData>
          <decision id="d1" name="share">
            <variable name="share"/>
            <informationRequirement>
              <requiredInput href="i1"/>
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
      "Z1213",
      title: Wording(en: "An element has several expressions", zh: "元素中有多个表达式"),
      text: Wording(
        en: """
          Only the first is used; the others have no effect. Delete those that are not \
          meant.
          """,
        zh: """
          只使用第一个，其余不起作用。请删去不需要的。
          """),
      example: .model(
        wrong: """
          <decision id="d1" name="share">
            <variable name="share"/>
            <literalExpression>
              <text>0.5</text>
            </literalExpression>
            <literalExpression>
              <text>0.6</text>
            </literalExpression>
          </decision>
          """,
        right: """
          <decision id="d1" name="share">
            <variable name="share"/>
            <literalExpression>
              <text>0.5</text>
            </literalExpression>
          </decision>
          """)),
  ]
}
