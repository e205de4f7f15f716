public import Determinations
public import Diagnostics
internal import FEELSyntax

/// Writes applicants so that they are read back as they are, one after the other.
public struct ApplicantWriting: Sendable {
  /// In which form.
  public enum Form: String, Sendable, CaseIterable {
    /// A list below `applicants:`, for people.
    case yaml
    /// A list of objects.
    case json
    /// An object on each line.
    case jsonl
    /// A row for each, the facts in columns.
    case csv
  }

  /// A column of a table.
  public enum Column: Sendable, Hashable {
    /// A fact, by its name.
    case fact(String)
    /// What is claimed under a policy.
    case claim(policy: String, fact: String)
  }

  private let form: Form
  private let columns: [Column]
  private var isFirst = true

  /// A writer; the columns are those of a table and of no account for other forms.
  public init(_ form: Form, columns: [Column]) {
    self.form = form
    self.columns = columns
  }

  /// What stands before the first applicant.
  public var head: String {
    switch form {
    case .yaml: "applicants:\n"
    case .json: "["
    case .jsonl: ""
    case .csv: Self.row(["applicant", "subject"] + columns.map(\.title) + ["grants"])
    }
  }

  /// What stands behind the last.
  public var foot: String { form == .json ? "\n]\n" : "" }

  /// The next applicant.
  public mutating func text(of applicant: Applicant) -> String {
    defer { isFirst = false }
    switch form {
    case .yaml: return Self.yaml(applicant)
    case .json: return (isFirst ? "\n" : ",\n") + applicant.json.compact
    case .jsonl: return applicant.json.compact + "\n"
    case .csv: return csv(applicant)
    }
  }

  // MARK: Tables

  private func csv(_ applicant: Applicant) -> String {
    let cells = columns.map { column -> String in
      let facts: [SuppliedFact]
      let name: String
      switch column {
      case .fact(let fact): (facts, name) = (applicant.facts, fact)
      case .claim(let policy, let fact):
        facts = applicant.claims.first { $0.policy.text == policy }?.facts ?? []
        name = fact
      }
      return facts.first { $0.name.text == name }.map { Self.cell($0.value) } ?? ""
    }
    return Self.row(
      [Self.cell(.init(.text(applicant.id), at: Self.nowhere)), applicant.subject ?? ""] + cells
        + [applicant.grants.map(Self.cell) ?? ""])
  }

  /// A value as a cell, in quotation marks where it needs them; an empty cell supplies nothing.
  private static func cell(_ value: SuppliedValue) -> String {
    switch value.content {
    case .none: "null"
    case .text(let text): text == "null" || text.isEmpty ? "\"\(text)\"" : quoted(text)
    case .list, .record: quoted(value.json.compact)
    }
  }

  private static func quoted(_ text: String) -> String {
    guard text.contains(where: { ",\"\n\r".contains($0) }) || text.first == " " || text.last == " "
    else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  private static func row(_ cells: [String]) -> String { cells.joined(separator: ",") + "\r\n" }

  private static let nowhere = SourceRange(
    file: SourceFile(name: "", bytes: []), lowerBound: 0, upperBound: 0)

  // MARK: YAML

  private static func yaml(_ applicant: Applicant) -> String {
    var text = "  - applicant: \(scalar(applicant.id))\n"
    if let subject = applicant.subject { text += "    subject: \(subject)\n" }
    if applicant.facts.isEmpty {
      text += "    facts: {}\n"
    } else {
      text += "    facts:\n" + lines(applicant.facts, indented: 6)
    }
    if !applicant.claims.isEmpty { text += "    claims:\n" }
    for claim in applicant.claims {
      text += "      \(scalar(claim.policy.text)):\n" + lines(claim.facts, indented: 8)
    }
    if let grants = applicant.grants { text += "    grants: \(flow(grants))\n" }
    return text
  }

  private static func lines(_ facts: [SuppliedFact], indented width: Int) -> String {
    let blanks = String(repeating: " ", count: width)
    return facts.map { "\(blanks)\(scalar($0.name.text)): \(flow($0.value))\n" }.joined()
  }

  private static func flow(_ value: SuppliedValue) -> String {
    switch value.content {
    case .text(let text): scalar(text)
    case .none: "null"
    case .list(let elements): "[" + elements.map(flow).joined(separator: ", ") + "]"
    case .record(let entries):
      "{" + entries.map { "\(scalar($0.key.text)): \(flow($0.value))" }.joined(separator: ", ")
        + "}"
    }
  }

  /// A text as YAML takes it anywhere, in quotation marks where it needs them.
  private static func scalar(_ text: String) -> String {
    let isPlain =
      text != "null" && text != "~" && text.last != " " && text.utf8.count < 500
      && text.first.map { $0.isLetter || $0.isNumber } ?? false
      && text.allSatisfy { $0.isLetter || $0.isNumber || " -._/()".contains($0) }
    return isPlain ? text : JSONValue.string(text).compact
  }
}

extension ApplicantWriting.Column {
  /// What stands at its head.
  fileprivate var title: String {
    switch self {
    case .fact(let name): name
    case .claim(let policy, let fact): "claims.\(policy).\(fact)"
    }
  }
}

extension Applicant {
  /// The applicant as a JSON file holds it.
  public var json: JSONValue {
    var members: [(String, JSONValue)] = [("applicant", .string(id))]
    if let subject { members.append(("subject", .string(subject))) }
    members.append(("facts", facts.json))
    if !claims.isEmpty {
      members.append(("claims", .object(claims.map { ($0.policy.text, $0.facts.json) })))
    }
    if let grants { members.append(("grants", grants.json)) }
    return .object(members)
  }
}

extension [SuppliedFact] {
  fileprivate var json: JSONValue { .object(map { ($0.name.text, $0.value.json) }) }
}

extension SuppliedValue {
  /// The value as a JSON file holds it: texts, lists and objects.
  public var json: JSONValue {
    switch content {
    case .text(let text): .string(text)
    case .none: .null
    case .list(let elements): .array(elements.map(\.json))
    case .record(let entries): .object(entries.map { ($0.key.text, $0.value.json) })
    }
  }
}
