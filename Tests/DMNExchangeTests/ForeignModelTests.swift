import DMNExchange
import Diagnostics
import Foundation
import PolicySyntax
import RepositoryRules
import Testing
import YAMLTree

@Suite("Models of other tools")
struct ForeignModelTests {
  private func imported(_ content: String, name: String = "Loan & more") -> DMNImport {
    DMNImport(reading: [
      SourceFile(
        name: "model.dmn",
        text: """
          <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" namespace="urn:m" \
          name="\(name.replacing("&", with: "&amp;"))">\(content)</definitions>
          """)
    ])
  }

  private func text(_ result: DMNImport) throws -> String { try #require(result.files.first?.text) }

  /// What is wrong with the syntax of the files.
  private func findings(_ result: DMNImport) -> String {
    let rules = RuleFiles(result.files.map { SourceFile(name: $0.path, text: $0.text) })
    return DiagnosticReport(rules.diagnostics).text(in: .english)
  }

  @Test("that cannot be decided are told, though the file is written")
  func circles() throws {
    func decision(_ name: String, _ others: [String], _ text: String = "1") -> String {
      let required = others.map {
        "<informationRequirement><requiredDecision href=\"#\($0)\"/></informationRequirement>"
      }
      return "<decision id=\"\(name)\" name=\"\(name)\">" + required.joined()
        + "<literalExpression><text>\(text)</text></literalExpression></decision>"
    }
    let result = imported(
      decision("Alone", ["Alone"]) + decision("Before", []) + decision("One", ["Two", "Before"])
        + decision("Two", ["One"]) + decision("After", ["Two"]))
    #expect(result.files.count == 1)
    let found = result.diagnostics.filter { $0.code == "Z1263" }
    #expect(found.map { $0.message.en.prefix(8) } == ["`Alone` ", "`One` ne", "`Two` ne"])
    #expect(found.allSatisfy { $0.severity == .error })
    let unread = imported(decision("D", [], "1 + + ("))
    #expect(unread.diagnostics.map(\.code) == ["Z1256"])
  }

  @Test("become a policy with facts, types, decisions and functions, everything with a source")
  func skeleton() throws {
    let result = imported(
      """
      <itemDefinition name="tLoan">
        <itemComponent name="amount"><typeRef>number</typeRef></itemComponent>
        <itemComponent name="parts" isCollection="true"><itemComponent name="since"><typeRef>date</typeRef></itemComponent></itemComponent>
      </itemDefinition>
      <itemDefinition name="tKind"><typeRef>string</typeRef><allowedValues><text>"a", "b"</text></allowedValues></itemDefinition>
      <inputData id="i1" name="Loan" label="The loan"><variable name="Loan" typeRef="tLoan"/></inputData>
      <inputData id="i2" name="Kind"><variable name="Kind" typeRef="tKind"/></inputData>
      <decision id="d1" name="Rate"><variable name="Rate" typeRef="number"/>
        <decisionTable hitPolicy="PRIORITY">
          <input><inputExpression><text>Kind</text></inputExpression></input>
          <output><outputValues><text>2, 1</text></outputValues><defaultOutputEntry><text>0</text></defaultOutputEntry></output>
          <annotation name="source"/>
          <rule><inputEntry><text>"a",
            "b"</text></inputEntry><outputEntry><text>1</text></outputEntry><annotationEntry><text>see | below</text></annotationEntry></rule>
          <rule><inputEntry><text></text></inputEntry><outputEntry><text>2</text></outputEntry></rule>
        </decisionTable></decision>
      <businessKnowledgeModel id="b1" name="PMT"><variable name="PMT"/>
        <encapsulatedLogic><formalParameter name="p" typeRef="number"/><formalParameter name="q"/>
        <literalExpression><text>p * 2</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
      """)
    #expect(findings(result) == "")
    #expect(result.diagnostics.isEmpty)
    #expect(result.files.map(\.path) == ["rules/Loan-more.yaml"])
    let written = try text(result)
    #expect(
      written == """
        policy: Loan-more
        title: {en: Loan & more}
        in force: {from: 2000-01-01}

        sources:
          DMN-Loan-more: {title: Loan & more, evidence: illustrative}

        types:
          tLoan:
            amount: {type: number}
            parts: {type: list of tLoan parts}

          tLoan parts:
            since: {type: date}

        facts:
          Loan:
            type: tLoan
            label: {en: The loan}

          Kind:
            type: text
            allowed: |
              "a", "b"

        decisions:
          Rate:
            type: number
            table: |
              | P | Kind     || Rate || note source |
              | 1 | "a", "b" || 1    || see ¦ below |
              | 2 | -        || 2    ||             |
            default: 0
            order: [2, 1]
            source: DMN-Loan-more

        functions:
          PMT:
            parameters: {p: number, q: {}}
            is: p * 2
            source: DMN-Loan-more

        """)
  }

  @Test("have their boxes written as FEEL")
  func boxes() throws {
    let literal = { (text: String) in "<literalExpression><text>\(text)</text></literalExpression>"
    }
    let boxes = [
      "<context><contextEntry><variable name=\"x\"/>\(literal("1"))</contextEntry><contextEntry>\(literal("x + 1"))</contextEntry></context>":
        "{x: 1, result: x + 1}.result",
      "<list>\(literal("1"))\(literal("2"))</list>": "[1, 2]",
      "<relation><column name=\"a\"/><column name=\"b c\"/><row>\(literal("1"))\(literal("2"))</row></relation>":
        "[{a: 1, b c: 2}]",
      "<invocation>\(literal("f"))<binding><parameter name=\"p\"/>\(literal("1"))</binding></invocation>":
        "f(p: 1)",
      "<conditional><if>\(literal("a"))</if><then>\(literal("1"))</then><else>\(literal("2"))</else></conditional>":
        "if a then 1 else 2",
      "<filter><in>\(literal("[1, 2]"))</in><match>\(literal("item &gt; 1"))</match></filter>":
        "([1, 2])[item > 1]",
      "<for iteratorVariable=\"i\"><in>\(literal("a"))</in><return>\(literal("i"))</return></for>":
        "for i in a return i",
      "<every iteratorVariable=\"i\"><in>\(literal("a"))</in><satisfies>\(literal("i"))</satisfies></every>":
        "every i in a satisfies i",
      "<list><decisionTable hitPolicy=\"COLLECT\" aggregation=\"SUM\"><input><inputExpression><text>a</text></inputExpression></input><output/><rule><inputEntry><text>&gt; 1</text></inputEntry><outputEntry><text>5</text></outputEntry></rule></decisionTable></list>":
        "[sum(concatenate(if (a) in (> 1) then [5] else []))]",
    ]
    for (box, expected) in boxes {
      let result = imported("<decision id=\"d\" name=\"d\">\(box)</decision>")
      #expect(findings(result) == "")
      let written = try text(result)
      #expect(written.contains(expected), "\(written)")
    }
  }

  @Test("have names made legal wherever they stand, and renamings told")
  func names() throws {
    let result = imported(
      """
      <inputData id="i" name="Pre-bureau risk"><variable name="Pre-bureau risk" typeRef="number"/></inputData>
      <inputData id="j" name="sum"><variable name="sum" typeRef="number"/></inputData>
      <decision id="d" name="1st.or"><variable name="1st.or"/><literalExpression><text>Pre-bureau risk + sum // Pre-bureau risk
      	+ "Pre-bureau risk"</text></literalExpression></decision>
      """)
    #expect(findings(result) == "")
    #expect(result.diagnostics.filter { $0.code == "Z1255" }.count == 3)
    let written = try text(result)
    #expect(
      written.contains(
        """
          n 1st or_:
            is: |
              Pre bureau risk + sum value // Pre-bureau risk
               + "Pre-bureau risk"
        """), "\(written)")
  }

  @Test("call the built-in where a decision of its name is not required, as in itself")
  func namesOfBuiltIns() throws {
    let result = imported(
      """
      <decision id="d" name="sum"><variable name="sum"/><literalExpression><text>sum([1, 2])</text></literalExpression></decision>
      <decision id="e" name="other"><variable name="other"/>
        <informationRequirement><requiredDecision href="#d"/></informationRequirement>
        <literalExpression><text>max(sum, 1)</text></literalExpression></decision>
      <businessKnowledgeModel id="b" name="max"><variable name="max"/><encapsulatedLogic><formalParameter name="n"/>
        <literalExpression><text>if n = 0 then 1 else max(n - 1)</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
      """)
    let written = try text(result)
    #expect(written.contains("is: sum([1, 2])"), "\(written)")
    #expect(written.contains("is: max(sum value, 1)"), "\(written)")
    #expect(written.contains("else max value(n - 1)"), "\(written)")
  }

  @Test("say what has no place")
  func losses() {
    let result = imported(
      """
      <inputData id="i" name="at time"><variable name="at time" typeRef="time"/></inputData>
      <inputData id="j" name="anything"/>
      <decision id="d" name="supplied"><variable name="supplied" typeRef="number"/></decision>
      <decision id="e" name="asks"><question>What?</question><literalExpression><text> </text></literalExpression></decision>
      <businessKnowledgeModel id="b" name="java"><encapsulatedLogic kind="Java"><literalExpression><text>1</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
      <decisionService id="s" name="service"/>
      """)
    #expect(findings(result) == "")
    #expect(
      result.diagnostics.map(\.code)
        == ["Z1257", "Z1257", "Z1258", "Z1259", "Z1261", "Z1260", "Z1259"])
  }

  @Test("that import each other become a policy and vocabularies")
  func imports() throws {
    let result = DMNImport(reading: [
      SourceFile(
        name: "a.dmn",
        text: """
          <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" namespace="a" name="A">
          <import namespace="b" name="other b" importType="https://www.omg.org/spec/DMN/20191111/MODEL/"/>
          <decision id="d" name="d"><informationRequirement><requiredDecision href="b#x"/></informationRequirement>
          <literalExpression><text>other b.the x + 1</text></literalExpression></decision></definitions>
          """),
      SourceFile(
        name: "b.dmn",
        text: """
          <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" namespace="b" name="B">
          <decision id="x" name="the x"><literalExpression><text>1</text></literalExpression></decision></definitions>
          """),
    ])
    #expect(result.diagnostics.isEmpty)
    #expect(result.files[0].text.contains("policy: A\n"))
    #expect(result.files[0].text.contains("uses: [B]\n"))
    #expect(result.files[0].text.contains("is: the x + 1, source"), "\(result.files[0].text)")
    #expect(result.files[1].text.contains("vocabulary: B\n"))
  }

  @Test("of the DMN TCK are all read, and what is written reads back without mistakes of syntax")
  func technologyCompatibilityKit() throws {
    let folder = Repository.root.appending(path: "../shared/tck/models").standardizedFileURL
    // The vectors are no part of the project.
    guard FileManager.default.fileExists(atPath: folder.path()) else { return }
    var folders: [String: [SourceFile]] = [:]
    let paths =
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
      .compactMap { $0 as? URL } ?? []
    for path in paths where path.pathExtension == "dmn" {
      let file = SourceFile(name: path.lastPathComponent, bytes: Array(try Data(contentsOf: path)))
      folders[path.deletingLastPathComponent().path(), default: []].append(file)
    }
    #expect(folders.count > 40)
    for (name, files) in folders.sorted(by: { $0.key < $1.key }) {
      let result = DMNImport(reading: files)
      #expect(result.files.count == files.count, "\(name)")
      #expect(!result.diagnostics.contains { $0.severity == .error }, "\(name)")
      #expect(findings(result) == "", "\(name)")
    }
  }
}
