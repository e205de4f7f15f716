internal import Determinations
internal import Diagnostics
internal import FEELSyntax

/// What the columns of a table are, by the names at its head.
struct CSVHead: Sendable {
  /// What a column holds.
  enum Column: Sendable {
    case applicant, subject, grants
    /// A fact, by its name or label.
    case fact(Name)
    /// What is applied for under a policy.
    case claim(policy: Name, fact: Name)
  }

  let columns: [Column]

  /// The words for the columns that hold no facts.
  private static let words: [String: Column] = [
    "applicant": .applicant, "申请人": .applicant, "subject": .subject, "grants": .grants,
  ]

  /// Reads the row of names; there is no head if it cannot be told what a column holds.
  static func read(_ file: SourceFile) -> (head: CSVHead?, diagnostics: [Diagnostic]) {
    let row = CSVCells(of: file)
    var diagnostics = row.diagnostics
    var columns: [Column] = []
    var places: [String: SourceRange] = [:]
    var hasApplicant = false
    for cell in row.cells {
      let text = cell.text.singleSpaced
      guard !text.isEmpty else {
        diagnostics.append(StreamMessages.emptyColumn(at: cell.range))
        continue
      }
      if let first = places[text] {
        diagnostics.append(StreamMessages.columnTwice(text, at: cell.range, first: first))
        continue
      }
      places[text] = cell.range
      let column = words[text] ?? claim(text, at: cell.range) ?? .fact(Name(text, at: cell.range))
      if case .applicant = column { hasApplicant = true }
      columns.append(column)
    }
    if diagnostics.isEmpty, !hasApplicant {
      let separator: Character? =
        columns.count == 1 ? [";", "\t", "；", "，", "|"].first(where: text(of: row).contains) : nil
      diagnostics.append(StreamMessages.noApplicantColumn(at: file.whole, separator: separator))
    }
    return (diagnostics.isEmpty ? CSVHead(columns: columns) : nil, diagnostics)
  }

  private static func text(of row: CSVCells) -> String { row.cells.first?.text ?? "" }

  /// `claims.POLICY.FACT`: no name of a fact holds a full stop.
  private static func claim(_ text: String, at range: SourceRange) -> Column? {
    let parts = text.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "claims", !parts[1].isEmpty, !parts[2].isEmpty else {
      return nil
    }
    return .claim(
      policy: Name(String(parts[1]), at: range), fact: Name(String(parts[2]), at: range))
  }
}

/// Reads one row of a table as an applicant.
///
/// An empty cell supplies nothing, so that the fact is unknown; `null` says that there is none; a
/// cell that begins with `{` or `[` is read as it would be in an applicant's file.
struct CSVRowReader {
  private(set) var diagnostics: [Diagnostic] = []
  private let file: SourceFile
  private let head: CSVHead

  init(_ file: SourceFile, _ head: CSVHead) {
    self.file = file
    self.head = head
  }

  mutating func applicant() -> Applicant? {
    let row = CSVCells(of: file)
    diagnostics = row.diagnostics
    guard diagnostics.isEmpty else { return nil }
    guard row.cells.count == head.columns.count else {
      diagnostics.append(
        StreamMessages.cells(row.cells.count, expected: head.columns.count, at: file.whole))
      return nil
    }
    var id: String?
    var subject: String?
    var facts: [SuppliedFact] = []
    var claims: [(policy: Name, facts: [SuppliedFact])] = []
    var grants: SuppliedValue?
    for (cell, column) in zip(row.cells, head.columns) where !cell.text.isEmpty {
      switch column {
      case .applicant: id = cell.text
      case .subject:
        guard ApplicantReader.subjects.contains(cell.text) else {
          diagnostics.append(
            ApplicantMessages.subject(
              cell.text, at: cell.range,
              nearest: nearest(to: cell.text, among: ApplicantReader.subjects)))
          continue
        }
        subject = cell.text
      case .grants: grants = self.grants(in: cell)
      case .fact(let name): if let value = value(in: cell) { facts.append(.init(name, value)) }
      case .claim(let policy, let name):
        guard let value = value(in: cell) else { continue }
        let index = claims.firstIndex { $0.policy.text == policy.text } ?? claims.count
        if index == claims.count { claims.append((policy, [])) }
        claims[index].facts.append(.init(name, value))
      }
    }
    if id == nil { diagnostics.append(ApplicantMessages.missingID(at: file.whole)) }
    guard let id, diagnostics.isEmpty else { return nil }
    return Applicant(
      id: id, subject: subject, facts: facts,
      claims: claims.map { Applicant.Claim(policy: $0.policy, facts: $0.facts) }, grants: grants)
  }

  private mutating func value(in cell: CSVCell) -> SuppliedValue? {
    if cell.text == "null", !cell.isQuoted { return SuppliedValue(.none, at: cell.range) }
    guard cell.text.hasPrefix("{") || cell.text.hasPrefix("[") else {
      return SuppliedValue(.text(cell.text), at: cell.range)
    }
    let tree = SourceFile(name: file.name, text: cell.text, start: cell.range.start)
    let reading = ApplicantReader.value(in: tree)
    diagnostics += reading.diagnostics
    return reading.value
  }

  private mutating func grants(in cell: CSVCell) -> SuppliedValue? {
    guard let value = value(in: cell) else { return nil }
    switch value.content {
    case .list: return value
    case .text(let text) where SuppliedValue.saysNone(text): return value
    case .none: diagnostics.append(ApplicantMessages.noneForGrants(at: cell.range))
    case .text, .record: diagnostics.append(ApplicantMessages.textForGrants(at: cell.range))
    }
    return nil
  }
}
