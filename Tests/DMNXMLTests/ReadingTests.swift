import DMN
import DMNXML
import Diagnostics
import FEEL
import Quantities
import Testing

@Suite("reading DMN XML")
struct ReadingTests {
  static let everything = document(
    """
    <import namespace="urn:other" name="other" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
    <itemDefinition name="grades" isCollection="true">
      <typeRef>number</typeRef><allowedValues><text>[1..4]</text></allowedValues>
    </itemDefinition>
    <itemDefinition name="f"><functionItem outputTypeRef="number">
      <parameters name="n" typeRef="number"/></functionItem></itemDefinition>
    <itemDefinition name="pair"><typeConstraint><text>count(?) = 2</text></typeConstraint>
      </itemDefinition>
    <inputData id="i" name="n"><variable name="n" typeRef="number"/></inputData>
    <businessKnowledgeModel id="k" name="twice"><variable name="twice" typeRef="f"/>
      <encapsulatedLogic><formalParameter name="n" typeRef="number"/>
        <literalExpression><text>n * 2</text></literalExpression></encapsulatedLogic>
    </businessKnowledgeModel>
    <decisionService id="s" name="service"><outputDecision href="#table"/>
      <inputData href="#i"/></decisionService>
    <decision id="table" name="table">
      <informationRequirement><requiredInput href="#i"/></informationRequirement>
      <decisionTable hitPolicy="COLLECT" aggregation="SUM">
        <input><inputExpression typeRef="number"><text>n</text></inputExpression>
          <inputValues><text>&lt; 100</text></inputValues></input>
        <output name="o" typeRef="number"><outputValues><text>1, 2</text></outputValues>
          <defaultOutputEntry><text>0</text></defaultOutputEntry></output>
        <annotation name="why"/>
        <rule><inputEntry><text>&gt; 0</text></inputEntry><outputEntry><text>1</text></outputEntry>
          <annotationEntry><text>none</text></annotationEntry></rule>
        <rule><inputEntry><text>&gt; 1</text></inputEntry><outputEntry><text>2</text></outputEntry></rule>
      </decisionTable></decision>
    <decision id="boxes" name="boxes">
      <informationRequirement><requiredDecision href="urn:test#table"/></informationRequirement>
      <knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement>
      <knowledgeRequirement><requiredKnowledge href="#s"/></knowledgeRequirement>
      <context>
        <contextEntry><variable name="list"/><list><literalExpression><text>1</text></literalExpression>
          <literalExpression><text>2</text></literalExpression></list></contextEntry>
        <contextEntry><variable name="relation"/><relation><column name="a"/>
          <row><literalExpression><text>1</text></literalExpression></row></relation></contextEntry>
        <contextEntry><variable name="call"/><invocation>
          <literalExpression><text>twice</text></literalExpression>
          <binding><parameter name="n"/><literalExpression><text>3</text></literalExpression></binding>
          </invocation></contextEntry>
        <contextEntry><variable name="own"/><functionDefinition kind="FEEL">
          <formalParameter name="x"/><literalExpression><text>x</text></literalExpression>
          </functionDefinition></contextEntry>
        <contextEntry><variable name="if"/><conditional>
          <if><literalExpression><text>true</text></literalExpression></if>
          <then><literalExpression><text>"yes"</text></literalExpression></then>
          <else><literalExpression><text>"no"</text></literalExpression></else></conditional>
          </contextEntry>
        <contextEntry><variable name="some of"/><filter>
          <in><literalExpression><text>list</text></literalExpression></in>
          <match><literalExpression><text>item &gt; 1</text></literalExpression></match></filter>
          </contextEntry>
        <contextEntry><variable name="loop"/><for iteratorVariable="i">
          <in><literalExpression><text>list</text></literalExpression></in>
          <return><literalExpression><text>i + 1</text></literalExpression></return></for></contextEntry>
        <contextEntry><variable name="some"/><some iteratorVariable="i">
          <in><literalExpression><text>list</text></literalExpression></in>
          <satisfies><literalExpression><text>i = 2</text></literalExpression></satisfies></some>
          </contextEntry>
        <contextEntry><variable name="every"/><every iteratorVariable="i">
          <in><literalExpression><text>list</text></literalExpression></in>
          <satisfies><literalExpression><text>i = 2</text></literalExpression></satisfies></every>
          </contextEntry>
        <contextEntry><literalExpression>
          <text>[table, relation, call, own(5), some of, loop, service(1)]</text>
          </literalExpression></contextEntry>
      </context></decision>
    <textAnnotation id="t"><text>free text</text></textAnnotation>
    """)

  @Test("every element and every boxed form is read")
  func everyForm() throws {
    let read = read(Self.everything)
    #expect(read.diagnostics.isEmpty)
    let model = try #require(read.model)
    #expect(model.imports.map(\.name) == ["other"])
    #expect(model.itemDefinitions.map(\.name) == ["grades", "f", "pair"])
    #expect(
      value("boxes", of: Self.everything, inputs: ["n": .number(Decimal128(5))])
        == "[3, [{a: 1}], 6, 5, [2], [2, 3], 1]")
    #expect(value("table", of: Self.everything, inputs: ["n": .number(Decimal128(100))]) == "null")
    #expect(value("table", of: Self.everything, inputs: ["n": .number(Decimal128(0))]) == "0")
  }

  @Test(
    "the namespaces of DMN 1.1 to 1.5 are read, with or without prefix, and no others",
    arguments: [
      ("http://www.omg.org/spec/DMN/20151101/dmn.xsd", true),
      ("http://www.omg.org/spec/DMN/20180521/MODEL/", true),
      ("https://www.omg.org/spec/DMN/20191111/MODEL/", true),
      ("https://www.omg.org/spec/DMN/20211108/MODEL/", true),
      ("https://www.omg.org/spec/DMN/20230324/MODEL/", true),
      ("http://www.omg.org/spec/BPMN/20100524/MODEL", false),
    ])
  func versions(namespace: String, isRead: Bool) {
    for (prefix, declaration) in [("", "xmlns"), ("dmn:", "xmlns:dmn")] {
      let text = """
        <\(prefix)definitions \(declaration)="\(namespace)" namespace="urn:a" name="a">
        <\(prefix)decision name="d"><\(prefix)literalExpression><\(prefix)text>1 + 1</\(prefix)text>
        </\(prefix)literalExpression></\(prefix)decision></\(prefix)definitions>
        """
      #expect(value("d", of: text) == (isRead ? "2" : "no model"))
      #expect(read(text).diagnostics.map(\.code.rawValue) == (isRead ? [] : ["Z1205"]))
    }
  }

  @Test("types are named with a prefix of a namespace, as in DMN 1.1")
  func qualifiedTypes() {
    let text = """
      <definitions xmlns="http://www.omg.org/spec/DMN/20151101/dmn.xsd" namespace="urn:a" name="a"
        xmlns:feel="http://www.omg.org/spec/FEEL/20140401" xmlns:own="urn:a">
      <itemDefinition name="grade"><typeRef>feel:number</typeRef></itemDefinition>
      <decision name="d"><variable name="d" typeRef="own:grade"/><literalExpression>
      <text>"a"</text></literalExpression></decision>
      <decision name="e"><variable name="e" typeRef="feel:dayTimeDuration"/><literalExpression>
      <text>@"P1D"</text></literalExpression></decision></definitions>
      """
    #expect(value("d", of: text) == "null")
    #expect(value("e", of: text) != "null")
  }

  @Test("elements of other vocabularies and extension elements are passed over")
  func extensions() {
    let text = document(
      """
      <extensionElements><decision name="d"><literalExpression><text>0</text></literalExpression>
      </decision></extensionElements>
      <x:decision xmlns:x="urn:x" name="d"><literalExpression><text>0</text></literalExpression></x:decision>
      <decision name="d" x:kind="1" xmlns:x="urn:x"><extensionElements><x:a/></extensionElements>
      <literalExpression><x:text xmlns:x="urn:x">0</x:text><text>1</text></literalExpression></decision>
      """)
    #expect(value("d", of: text) == "1")
    #expect(read(text).diagnostics.isEmpty)
  }

  @Test("character data, references and comments are text")
  func texts() {
    let text = document(
      """
      <decision name="d"><literalExpression><text><![CDATA["<" + ]]>"&lt;&#x4e2d;&amp;"<!-- no --> + "\u{1F40E}"</text>
      </literalExpression></decision>
      """)
    #expect(value("d", of: text) == "\"<<中&\u{1F40E}\"")
  }

  @Test(
    "a mistake in FEEL is reported at its line and column",
    arguments: [
      ("1 + )", "3:47"), ("&#x31; &lt; )", "3:52"), ("\n\n  1 + )", "5:5"),
      ("<!-- ) -->1 + )", "3:57"), ("<![CDATA[1 < )]]>", "3:56"),
    ])
  func places(expression: String, place: String) throws {
    let text = document(
      "<decision name=\"d\"><literalExpression><text>\(expression)</text></literalExpression></decision>"
    )
    let model = try #require(read(text).model)
    let found = DecisionModel(resolving: [model]).diagnostics
    #expect(found.map { $0.range?.place } == ["test.dmn:\(place)"])
  }

  @Test(
    "what is missing or wrong in a document is reported where it is",
    arguments: [
      ("<decision name=\"d\"><literalExpression/></decision>", "Z1207", 3),
      ("<decision><literalExpression><text>1</text></literalExpression></decision>", "Z1206", 3),
      ("\n<decision name=\"d\"><context>\n<contextEntry/></context></decision>", "Z1208", 5),
      ("<decision name=\"d\"><decisionTable hitPolicy=\"FRIST\"/></decision>", "Z1209", 3),
      (
        "<decision name=\"d\"><literalExpression expressionLanguage=\"urn:js\"><text>1</text></literalExpression></decision>",
        "Z1210", 3
      ),
      (
        "<decision name=\"d\"><informationRequirement><requiredInput href=\"x\"/></informationRequirement></decision>",
        "Z1212", 3
      ),
      ("<import name=\"x\"/>", "Z1206", 3),
      ("<decision name=\"d\"><conditional/></decision>", "Z1207", 3),
    ])
  func mistakes(body: String, code: String, line: Int) throws {
    let first = try #require(read(document(body)).diagnostics.first)
    #expect(first.code.rawValue == code)
    #expect(first.range?.start.line == line)
  }
}
