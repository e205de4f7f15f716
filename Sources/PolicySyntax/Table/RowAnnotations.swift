internal import Diagnostics
internal import Quantities

/// Reads the annotations of a rule that mean something: `source`, `from`, `until`, `known from`.
struct RowAnnotations {
  /// The names in the header.
  let names: [String]
  let findings: Findings

  private static let meaningful = ["source", "from", "until", "known from"]
  /// What documents head such columns with.
  private static let chinese = [
    "依据": "source", "来源": "source", "出处": "source", "条款": "source", "起": "from", "自": "from",
    "开始": "from", "生效日期": "from", "起始日期": "from", "止": "until", "至": "until", "结束": "until",
    "截止日期": "until", "终止日期": "until", "公布日期": "known from",
  ]

  /// Warns about a name that looks like a slip, because such a column would only be shown.
  func reportMisspelt(_ header: [SourceText]) {
    for name in header where !Self.meaningful.contains(name.text) {
      guard
        let meant = Self.chinese[name.text] ?? nearest(to: name.text, among: Self.meaningful),
        !names.contains(meant)
      else { continue }
      findings.add(TableMessages.misspeltAnnotation(name, meant: meant))
    }
  }

  /// The sources a rule cites: one, or several in brackets.
  func sources(_ cells: [SourceText]) -> [Citation] {
    guard let cell = cell("source", cells) else { return [] }
    guard cell.text.hasPrefix("["), cell.text.hasSuffix("]") else {
      return Citation.reading(cell, canBeBracketed: true, findings).map { [$0] } ?? []
    }
    var citations: [Citation] = []
    var start = 1
    let bytes = Array(cell.text.utf8)
    for index in 1..<bytes.count
    where bytes[index] == UInt8(ascii: ",") || index == bytes.count - 1 {
      let part = cell.slice(start..<index).trimmed
      start = index + 1
      citations += Citation.reading(part, canBeBracketed: false, findings).map { [$0] } ?? []
    }
    return citations
  }

  /// When a rule is in force; nil if it does not say.
  func period(_ cells: [SourceText]) -> TableText.Row.Period? {
    let period = TableText.Row.Period(
      from: day("from", cells), until: day("until", cells), knownFrom: day("known from", cells))
    if let message = period.reversal { findings.add(message) }
    let isOpen = period.from == nil && period.until == nil && period.knownFrom == nil
    return isOpen ? nil : period
  }

  private func day(_ name: String, _ cells: [SourceText]) -> Located<CalendarDate>? {
    guard let cell = cell(name, cells) else { return nil }
    guard cell.text != "-" else {
      findings.add(TableMessages.dashForNoDay(name, at: cell.range))
      return nil
    }
    return DateText.day(cell, at: cell.range, findings)
  }

  private func cell(_ name: String, _ cells: [SourceText]) -> SourceText? {
    guard let index = names.firstIndex(of: name), cells.indices.contains(index),
      !cells[index].text.isEmpty
    else { return nil }
    return cells[index]
  }
}
