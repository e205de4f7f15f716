import DMNXML
import PolicyWriting

/// A decision table of DMN as one of rule files.
struct TableReading {
  /// The table without columns that stand only for days.
  private(set) var table: RuleTable
  /// The default of the first output.
  let defaultValue: String?
  /// The values of the first output in their order.
  let order: [String]
  /// The tests of the column that stands for days, one for each rule; empty if there is none.
  let days: [String]
  /// Marks of our own on the rules, such as `carriedOn`.
  let marks: [String?]

  private static let hitPolicies = [
    "UNIQUE": "U", "ANY": "A", "PRIORITY": "P", "FIRST": "F", "RULE ORDER": "R",
    "OUTPUT ORDER": "O", "COLLECT": "C",
  ]
  private static let aggregations = ["SUM": "C+", "MIN": "C<", "MAX": "C>", "COUNT": "C#"]

  init(
    _ element: XMLElement, name: String,
    rewrite: (String, _ isTests: Bool) -> String = { text, _ in text },
    rename: (String) -> String = { $0 }
  ) {
    var hitPolicy = Self.hitPolicies[element.attribute("hitPolicy") ?? "UNIQUE"] ?? "U"
    if hitPolicy == "C", let aggregation = element.attribute("aggregation") {
      hitPolicy = Self.aggregations[aggregation] ?? "C"
    }
    let inputs = element.children("input")
    let dayColumn = inputs.firstIndex { $0.ownExtension?.name == "days" }
    let outputs = element.children("output")
    let isSingle = outputs.count < 2
    func expression(_ text: String, or empty: String) -> String {
      let line = CellText.oneLine(text)
      return line.isEmpty ? empty : CellText.oneLine(rewrite(line, false))
    }
    func tests(_ text: String) -> String {
      let line = CellText.oneLine(text)
      return line.isEmpty ? "-" : CellText.oneLine(rewrite(line, true))
    }
    let rules = element.children("rule")
    let annotations = element.children("annotation").map { $0.attribute("name") ?? "" }
    table = RuleTable(
      hitPolicy: hitPolicy,
      inputs: inputs.enumerated().filter { $0.offset != dayColumn }.map { _, input in
        expression(input.child("inputExpression")?.child("text")?.text ?? "", or: "null")
      },
      outputs: outputs.enumerated().map { index, output in
        let own = rename(output.attribute("name") ?? "")
        return own.isEmpty ? (isSingle ? name : "output \(index + 1)") : own
      },
      annotations: annotations,
      rows: rules.map { rule in
        let cells = rule.children("inputEntry").map { tests($0.child("text")?.text ?? "") }
        return RuleTable.Row(
          inputs: inputs.indices.filter { $0 != dayColumn }.map {
            $0 < cells.count ? cells[$0] : "-"
          },
          outputs: outputs.indices.map { index in
            let cells = rule.children("outputEntry")
            let text = index < cells.count ? cells[index].child("text")?.text ?? "" : ""
            let value = expression(text, or: "null")
            return value == "-" ? "null" : value
          },
          annotations: annotations.indices.map { index in
            let cells = rule.children("annotationEntry")
            return index < cells.count
              ? CellText.annotation(cells[index].child("text")?.text ?? "") : ""
          })
      })
    let first = outputs.first
    defaultValue = first?.child("defaultOutputEntry")?.child("text").map {
      expression($0.text, or: "null")
    }
    order = CellText.parts(first?.child("outputValues")?.child("text")?.text ?? "").map {
      rewrite($0, false)
    }
    days =
      dayColumn.map { column in
        rules.map { rule in
          let cells = rule.children("inputEntry")
          return column < cells.count
            ? CellText.oneLine(cells[column].child("text")?.text ?? "") : "-"
        }
      } ?? []
    marks = rules.map { $0.ownExtension?.name }
  }

  /// Puts days into the annotations of a rule.
  mutating func set(_ days: DayRange?, ofRow row: Int) {
    for (name, day) in [("from", days?.from), ("until", days?.until)] {
      if let column = table.annotations.firstIndex(of: name) {
        table.rows[row].annotations[column] = day ?? ""
      } else if let day {
        table.annotations.append(name)
        for index in table.rows.indices { table.rows[index].annotations.append("") }
        table.rows[row].annotations[table.annotations.count - 1] = day
      }
    }
  }
}

extension XMLElement {
  /// The first element of our own vocabulary in the extensions of this one.
  var ownExtension: XMLElement? {
    child("extensionElements")?.children.first { $0.namespace == Vocabulary.rules }
  }
}
