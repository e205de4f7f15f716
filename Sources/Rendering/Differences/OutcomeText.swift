public import Diagnostics

/// Pages about outcomes for terminals.
public struct OutcomeText: Sendable {
  /// The language.
  public let language: Language
  /// Whether ANSI colours are used.
  public let isColoured: Bool
  /// The widest a line may be.
  public let columns: Int

  /// Pages in a language; lines are at least 40 columns wide.
  public init(language: Language, isColoured: Bool = false, columns: Int = 100) {
    self.language = language
    self.isColoured = isColoured
    self.columns = max(40, columns)
  }

  /// A page, ended by a line break.
  public func text(of page: OutcomePage) -> String {
    var writer = OutcomeTextWriter(
      language: language, page: Page(columns: columns, isColoured: isColoured))
    writer.write(page)
    return writer.page.text
  }
}

private struct OutcomeTextWriter {
  let language: Language
  var page: Page

  private func text(_ wording: Wording) -> String { wording.text(in: language) }

  mutating func write(_ outcomes: OutcomePage) {
    page.add(text(outcomes.title), ink: .heading)
    for notice in outcomes.notices { page.add(text(notice), mark: "! ", ink: .heading) }
    let width = outcomes.head.map { DisplayWidth.columns(of: text($0.key)) }.max() ?? 0
    for field in outcomes.head {
      page.add(
        text(field.value), indentation: 2,
        mark: DisplayWidth.pad(text(field.key), to: width) + "  ", markInk: .faint)
    }
    for section in outcomes.sections {
      page.addGap()
      page.add(text(section.heading), ink: .heading)
      page.add(text(section.headline))
      for block in section.blocks { write(block) }
    }
  }

  private mutating func write(_ block: OutcomePage.Block) {
    page.addGap()
    switch block {
    case .table(let table, _): write(table)
    case .causes(let heading, let causes):
      page.add(text(heading), ink: .heading)
      for cause in causes { write(cause) }
    case .changes(let heading, let changes):
      page.add(text(heading), ink: .heading)
      for change in changes {
        let mark = change.sign + "  "
        page.add(text(change.sentence), indentation: 2, mark: mark)
        if let basis = change.basis {
          page.add(text(basis), indentation: 2 + mark.count, ink: .faint)
        }
      }
    case .list(let heading, let entries):
      page.add(text(heading), ink: .heading)
      for entry in entries { page.add(text(entry), indentation: 2, mark: "• ") }
    }
  }

  private mutating func write(_ cause: OutcomePage.Cause) {
    page.add(text(cause.extent), indentation: 2, mark: cause.signs + text(Phrases.colon))
    if let shares = cause.shares { page.add(text(shares), indentation: 4) }
    page.add(text(cause.witness), indentation: 4, ink: .faint)
  }

  /// A table in columns, or row by row where it is too wide.
  private mutating func write(_ table: OutcomePage.Table) {
    page.add(text(table.caption), ink: .heading)
    let head = table.columns.map { text($0.heading) }
    let rows = table.rows.map { $0.map(text) }
    let widths = head.indices.map { column in
      ([head] + rows).map { DisplayWidth.columns(of: $0[column]) }.max() ?? 0
    }
    if widths.reduce(0, { $0 + $1 + 2 }) <= page.columns {
      for (index, row) in ([head] + rows).enumerated() {
        var line = ""
        for (column, cell) in row.enumerated() {
          let blanks = String(
            repeating: " ", count: widths[column] - DisplayWidth.columns(of: cell))
          line += "  " + (table.columns[column].isNumber ? blanks + cell : cell + blanks)
        }
        page.add(line: line, ink: index == 0 ? .faint : .plain)
      }
    } else {
      for row in rows {
        page.add(row.first ?? "", indentation: 2, mark: "• ")
        for (heading, cell) in zip(head, row).dropFirst() {
          page.add(cell, indentation: 4, mark: heading + text(Phrases.colon), markInk: .faint)
        }
      }
    }
    if let note = table.note { page.add(text(note), indentation: 2, ink: .faint) }
  }
}
