internal import Diagnostics

extension DiagnosticPage {
  /// What can be wrong with the logic of DMN models.
  static let modelLogic: [DiagnosticPage] = [
    DiagnosticPage(
      "Z1230",
      title: Wording(en: "A function has no expression", zh: "函数没有表达式"),
      text: Wording(
        en: """
          A function that is written in FEEL computes something, and here nothing stands \
          inside it. Write the expression, or `null`.
          """,
        zh: """
          用 FEEL 写的函数要计算某个内容，这里是空的。请写上表达式，或写 `null`。
          """),
      example: .model(
        wrong: """
          <businessKnowledgeModel id="b1" name="half">
            <variable name="half"/>
            <encapsulatedLogic>
              <formalParameter name="x"/>
            </encapsulatedLogic>
          </businessKnowledgeModel>
          """,
        right: """
          <businessKnowledgeModel id="b1" name="half">
            <variable name="half"/>
            <encapsulatedLogic>
              <formalParameter name="x"/>
              <literalExpression><text>x / 2</text></literalExpression>
            </encapsulatedLogic>
          </businessKnowledgeModel>
          """)),
    DiagnosticPage(
      "Z1231",
      title: Wording(en: "A Java function is not described as it should be", zh: "Java 函数的描述不合要求"),
      text: Wording(
        en: """
          The standard describes a Java function by a context with `class` and `method \
          signature`. One of them is missing.
          """,
        zh: """
          标准规定 Java 函数用带 `class` 和 `method signature` 的上下文描述，这里缺了其\
          中之一。
          """)),
    DiagnosticPage(
      "Z1232",
      title: Wording(en: "A decision table has no output", zh: "决策表没有输出"),
      text: Wording(
        en: """
          A table without an output column decides nothing. Add one.
          """,
        zh: """
          没有输出列的表什么也不决定。请补上。
          """),
      example: .model(
        wrong: """
          <decision id="d1" name="share">
            <variable name="share"/>
            <decisionTable>
              <input><inputExpression><text>1</text></inputExpression></input>
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
    DiagnosticPage(
      "Z1233",
      title: Wording(en: "A decision service names an element of another kind", zh: "决策服务引用了另一种元素"),
      text: Wording(
        en: """
          The inputs of a service are input data, its input decisions and outputs are \
          decisions. The element named exists and is of another kind.
          """,
        zh: """
          决策服务的输入应为输入数据，其输入决策和输出应为决策。所引用的元素存在，但种类\
          不对。
          """),
      example: .model(
        wrong: """
          <inputData id="i1" name="cost">
            <variable name="cost"/>
          </inputData>
          <decision id="d1" name="share">
            <literalExpression>
              <text>0.5</text>
            </literalExpression>
          </decision>
          <decisionService id="s1" name="shares">
            <outputDecision href="#i1"/>
          </decisionService>
          """,
        right: """
          <inputData id="i1" name="cost">
            <variable name="cost"/>
          </inputData>
          <decision id="d1" name="share">
            <literalExpression>
              <text>0.5</text>
            </literalExpression>
          </decision>
          <decisionService id="s1" name="shares">
            <outputDecision href="#d1"/>
          </decisionService>
          """)),
    DiagnosticPage(
      "Z1234",
      title: Wording(en: "An entry of a context has no name", zh: "上下文的条目没有名称"),
      text: Wording(
        en: """
          Only the last entry of a context can go without a name: it is the result. Give \
          the others names.
          """,
        zh: """
          上下文只有最后一个条目可以没有名称，它就是结果。请给其余条目起名。
          """),
      example: .model(
        wrong: """
          <decision id="d1" name="share">
            <variable name="share"/>
            <context>
              <contextEntry>
                <literalExpression><text>1</text></literalExpression>
              </contextEntry>
              <contextEntry>
                <literalExpression><text>2</text></literalExpression>
              </contextEntry>
            </context>
          </decision>
          """,
        right: """
          <decision id="d1" name="share">
            <variable name="share"/>
            <context>
              <contextEntry>
                <variable name="low"/>
                <literalExpression><text>1</text></literalExpression>
              </contextEntry>
              <contextEntry>
                <literalExpression><text>low + 1</text></literalExpression>
              </contextEntry>
            </context>
          </decision>
          """)),
    DiagnosticPage(
      "Z1235",
      title: Wording(en: "A row of a relation has another number of cells", zh: "关系表的行格数不符"),
      text: Wording(
        en: """
          A relation is a table of values; each row has one cell for each column.
          """,
        zh: """
          关系表是数值表，每行的格数要与列数相同。
          """),
      example: .model(
        wrong: """
          <decision id="d1" name="share">
            <variable name="share"/>
            <relation>
              <column name="low"/>
              <column name="high"/>
              <row>
                <literalExpression><text>1</text></literalExpression>
              </row>
            </relation>
          </decision>
          """,
        right: """
          <decision id="d1" name="share">
            <variable name="share"/>
            <relation>
              <column name="low"/>
              <column name="high"/>
              <row>
                <literalExpression><text>1</text></literalExpression>
                <literalExpression><text>2</text></literalExpression>
              </row>
            </relation>
          </decision>
          """)),
    DiagnosticPage(
      "Z1236",
      title: Wording(en: "Too many types rest one on the other", zh: "类型逐级定义过深"),
      text: Wording(
        en: """
          A type is declared by a second, that by a third, and so on for more steps than \
          are followed. Declare it directly.
          """,
        zh: """
          类型由第二个类型定义，第二个又由第三个定义，层数超过上限。请直接定义。
          """)),
    DiagnosticPage(
      "Z1237",
      title: Wording(en: "A context has too many entries", zh: "上下文条目过多"),
      text: Wording(
        en: """
          More entries stand in one context than are read. Divide it into several \
          decisions.
          """,
        zh: """
          一个上下文的条目超过上限。请拆成几个决策。
          """)),
  ]
}
