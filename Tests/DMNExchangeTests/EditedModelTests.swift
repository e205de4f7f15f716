import DMNExchange
import Diagnostics
import RepositoryRules
import Testing

@Suite("Exported models that another tool has edited")
struct EditedModelTests {
  /// The rule file that comes of an exported model with some of its text replaced.
  private func imported(
    _ replacements: [(old: String, new: String)]
  ) throws -> (text: String, findings: [Diagnostic]) {
    let rules = RuleFiles([SourceFile(name: "rules/demo.yaml", text: Self.policy)])
    let export = DMNExport(policy: "demo", pilot: nil, in: rules.set)
    let file = try #require(export.files.first { $0.path == "rules/demo.dmn" })
    var text = file.text
    for (old, new) in replacements {
      #expect(text.contains(old), "\(old)")
      text = text.replacing(old, with: new)
    }
    let result = DMNImport(reading: [SourceFile(name: "demo.dmn", text: text)])
    return (try #require(result.files.first?.text), result.diagnostics)
  }

  private static let policy = """
    policy: demo
    in force: {from: 2020-01-01}
    sources:
      X-1: {title: Law, evidence: memory}
    facts:
      paid: {type: money, unit: CNY, label: {zh: 付, en: Paid}, ask: {en: "How much?"}}
      kind: {type: text, choices: {a: {zh: 甲}, b: {zh: 乙}}}
    parameters:
      rate:
        type: ratio
        values:
          - {from: 2020-01-01, until: 2020-12-31, is: 0.25, source: X-1 第一条}
          - {from: 2021-01-01, is: 0.5, source: X-1}
    decisions:
      part:
        is: rate * paid
        source: X-1
        except:
          small: {when: paid < 7, is: 11, from: 2020-01-01, until: 2020-06-30, source: X-1}
      grade:
        table: |
          | U | paid || grade || source | from       |
          | 1 | > 77 || 1     || X-1    | 2020-01-01 |
          | 2 | -    || 2     || X-1    |            |
    criteria:
      pays: {require: paid > 99, source: X-1}
    benefits:
      total sum: {pays: once, amount: 'round half up(part, 2)', unit: CNY, source: X-1}
    """

  @Test("keep what was not edited")
  func unedited() throws {
    let (text, findings) = try imported([])
    let rules = RuleFiles([SourceFile(name: "rules/demo.yaml", text: Self.policy)])
    #expect(text == rules.texts["rules/demo.yaml"])
    #expect(findings.isEmpty)
  }

  @Test("say what the edited expressions and tables say")
  func expressions() throws {
    let (text, findings) = try imported([
      ("<text>rate * paid</text>", "<text>rate * paid + 1</text>"),
      ("<text>11</text>", "<text>12</text>"),
      ("<text>&gt; 77</text>", "<text>&gt; 78</text>"),
      ("<text>paid &gt; 99</text>", "<text>paid &gt; 98</text>"),
      ("<text>0.25</text>", "<text>0.26</text>"),
      ("round half up(part, 2)", "floor(part)"),
      ("label=\"付\"", "label=\"交\""),
    ])
    #expect(findings.isEmpty)
    for part in [
      "is: rate * paid + 1", "is: 12", "> 78", "require: paid > 98", "is: 0.26, source: X-1 第一条",
      "amount: floor(part)", "label: {zh: 交, en: Paid}", "type: money", "unit: CNY",
    ] {
      #expect(text.contains(part), "\(part)\n\(text)")
    }
  }

  @Test("take days from the column that decides, not from the annotations")
  func days() throws {
    let (text, findings) = try imported([
      (
        "<text>[date(\"2020-01-01\")..date(\"2020-12-31\")]</text>",
        "<text>[date(\"2020-01-01\")..date(\"2020-11-30\")]</text>"
      ),
      ("<text>&gt;= date(\"2020-01-01\")</text>", "<text>&lt;= date(\"2023-01-01\")</text>"),
      (
        "determination date in [date(\"2020-01-01\")..date(\"2020-06-30\")] and",
        "determination date &gt;= @\"2020-02-01\" and"
      ),
    ])
    #expect(findings.isEmpty)
    #expect(text.contains("{from: 2020-01-01, until: 2020-11-30, is: 0.25"), "\(text)")
    #expect(text.contains("| until      |") && text.contains("2023-01-01"), "\(text)")
    #expect(
      text.contains("small: {when: paid < 7, is: 11, from: 2020-02-01, source: X-1}"), "\(text)")
  }

  @Test("keep the days they had where the edited ones cannot be read, and say so")
  func unreadableDays() throws {
    let (text, findings) = try imported([
      (
        "<text>[date(\"2020-01-01\")..date(\"2020-12-31\")]</text>",
        "<text>date(\"2020-01-01\"), date(\"2020-12-31\")</text>"
      )
    ])
    #expect(findings.map(\.code) == ["Z1254"])
    #expect(text.contains("{from: 2020-01-01, until: 2020-12-31, is: 0.25"))
  }

  @Test("take the type and the allowed values of DMN where they differ")
  func types() throws {
    let (text, _) = try imported([
      ("<text>\"a\", \"b\"</text>", "<text>\"b\", \"c\"</text>"),
      (
        "<variable name=\"paid\" typeRef=\"number\"/>",
        "<variable name=\"paid\" typeRef=\"string\"/>"
      ),
    ])
    #expect(text.contains("choices: {b: {zh: 乙}, c: {}}"), "\(text)")
    #expect(text.contains("type: text\n    unit: CNY"), "\(text)")
  }

  @Test(
    "may have other boxes: a parameter becomes a decision, a table inside a benefit a conditional")
  func otherBoxes() throws {
    let rules = RuleFiles([SourceFile(name: "rules/demo.yaml", text: Self.policy)])
    let export = DMNExport(policy: "demo", pilot: nil, in: rules.set)
    var text = try #require(export.files.first { $0.path == "rules/demo.dmn" }?.text)
    let table = try #require(
      text.firstRange(of: "<decisionTable id=\"parameter_rate.table\""))
    let end = try #require(text[table.upperBound...].firstRange(of: "</decisionTable>"))
    text.replaceSubrange(
      table.lowerBound..<end.upperBound,
      with: "<literalExpression><text>0.3</text></literalExpression>")
    text = text.replacing(
      """
      <literalExpression>
            <text>round half up(part, 2)</text>
          </literalExpression>
      """,
      with: """
        <decisionTable hitPolicy="FIRST">
          <input><inputExpression><text>kind</text></inputExpression></input>
          <output><defaultOutputEntry><text>0</text></defaultOutputEntry></output>
          <rule><inputEntry><text>"a", "b"</text></inputEntry><outputEntry><text>part</text></outputEntry></rule>
          <rule><inputEntry><text>not("c")</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>
        </decisionTable>
        """)
    let result = DMNImport(reading: [SourceFile(name: "demo.dmn", text: text)])
    #expect(result.diagnostics.map(\.code) == ["Z1253"])
    let imported = try #require(result.files.first?.text)
    #expect(imported.contains("  rate: {type: ratio, is: 0.3}\n"), "\(imported)")
    #expect(
      imported.contains(
        #"if (kind) in ("a", "b") then part else if not((kind) in ("c")) then 1 else 0"#),
      "\(imported)")
  }

  @Test("may have new elements, which become facts and decisions")
  func newElements() throws {
    let (text, findings) = try imported([
      (
        "<decision id=\"criterion_pays\"",
        """
        <inputData id="i9" name="hours"><variable name="hours" typeRef="number"/></inputData>
        <decision id="d9" name="half"><variable name="half" typeRef="number"/>
        <literalExpression><text>hours / 2</text></literalExpression></decision>
        <decision id="criterion_pays"
        """
      )
    ])
    #expect(findings.isEmpty)
    #expect(text.contains("hours: {type: number}"))
    #expect(text.contains("  half: {type: number, is: hours / 2}\n"), "\(text)")
  }

  @Test("lead nowhere else than to rule files")
  func paths() throws {
    for path in ["../x.yaml", "rules/../../x.yaml", "/etc/x.yaml", "rules/x.txt", "rules/.x.yaml"] {
      let rules = RuleFiles([SourceFile(name: "rules/demo.yaml", text: Self.policy)])
      let export = DMNExport(policy: "demo", pilot: nil, in: rules.set)
      let file = try #require(export.files.first { $0.path == "rules/demo.dmn" })
      let text = file.text.replacing("path=\"rules/demo.yaml\"", with: "path=\"\(path)\"")
      let result = DMNImport(reading: [SourceFile(name: "demo.dmn", text: text)])
      #expect(result.files.isEmpty)
      #expect(result.diagnostics.map(\.code) == ["Z1251"])
    }
  }

  @Test("with more exceptions than can be nested are told of")
  func manyExceptions() throws {
    let exceptions = (1...120).map { "      e\($0): {when: n = \($0), is: \($0)}\n" }.joined()
    let text = """
      policy: many
      in force: {from: 2020-01-01}
      facts: {n: {type: number}}
      decisions:
        d:
          is: 0
          except:

      """ + exceptions
    let rules = RuleFiles([SourceFile(name: "rules/many.yaml", text: text)])
    let export = DMNExport(policy: "many", pilot: nil, in: rules.set)
    #expect(export.diagnostics.map(\.code) == ["Z1262"])
  }
}
