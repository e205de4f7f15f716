public import Diagnostics
internal import PolicyModel
internal import PolicySyntax

/// Pages of policies for terminals.
public struct PolicyText: Sendable {
  /// The language.
  public let language: Language
  /// Whether ANSI colours are used.
  public let isColoured: Bool
  /// The widest a line may be.
  public let columns: Int

  /// Pages in a language; lines are at least 40 columns wide.
  public init(language: Language, isColoured: Bool = false, columns: Int = 80) {
    self.language = language
    self.isColoured = isColoured
    self.columns = max(40, columns)
  }

  /// A page, ended by a line break.
  public func text(of page: PolicyPage) -> String {
    var writer = PolicyTextWriter(
      language: language, clauses: ClauseTexts(page.sources, language: language),
      page: Page(columns: columns, isColoured: isColoured))
    writer.write(page)
    return writer.page.text
  }
}

private struct PolicyTextWriter {
  let language: Language
  let clauses: ClauseTexts
  var page: Page

  private func text(_ wording: Wording) -> String { wording.text(in: language) }

  mutating func write(_ policy: PolicyPage) {
    page.add(text(policy.title), ink: .heading)
    for notice in policy.notices {
      let isMarked = notice == Phrases.illustrative
      page.add(text(notice), mark: isMarked ? "" : "! ", markInk: .loud, ink: .heading)
    }
    page.addGap()
    let width = policy.head.compactMap(\.key).map { DisplayWidth.columns(of: text($0)) }.max() ?? 0
    for field in policy.head {
      let key = DisplayWidth.pad(field.key.map(text) ?? "", to: width)
      page.add(
        inline(field.content), indentation: 2, mark: key + "  ", markInk: .faint)
    }
    for section in policy.sections {
      heading(section.heading)
      for (index, entry) in section.entries.enumerated() {
        if index > 0 { page.addGap() }
        write(entry)
      }
    }
    guard !policy.sources.isEmpty else { return }
    heading(Phrases.evidence)
    for source in policy.sources {
      page.add(
        "\(source.id)  \(SourceLine(source).text(in: language))", lead: "  ", hang: "      ")
    }
  }

  private mutating func heading(_ wording: Wording) {
    page.addGap()
    page.add(text(wording), ink: .heading)
  }

  private mutating func write(_ entry: PolicyPage.Entry) {
    var title = entry.label.map(text) ?? entry.name
    if entry.label != nil, title != entry.name {
      title += text(Phrases.bracketed(entry.name))
    }
    let mark = entry.remarks.isEmpty ? "• " : "○ "
    page.add(title, indentation: 2, mark: mark)
    for remark in entry.remarks { page.add(text(remark), indentation: 6, mark: "! ", ink: .bad) }
    for field in entry.fields { write(field) }
    if !entry.reads.isEmpty {
      let names = entry.reads.map { text($0.label) }
      line(Phrases.reads, names.joined(separator: text(Phrases.enumeration)), ink: .faint)
    }
    if !entry.sources.isEmpty { line(Phrases.basis, clauses.full(entry.sources), ink: .faint) }
    write(entry.chain)
  }

  private mutating func write(_ field: PolicyPage.Field) {
    switch field.content {
    case .table(let table): write(table)
    case .words(let words):
      var said = text(words)
      if !field.sources.isEmpty, field.key != Phrases.value {
        said += text(Phrases.bracketed(clauses.full(field.sources)))
      }
      line(field.key, said)
    case .expression(let expression): line(field.key, expression, equals: true)
    }
  }

  private mutating func line(
    _ key: Wording?, _ said: String, equals: Bool = false, ink: Page.Ink = .plain
  ) {
    let mark = key.map { text($0) + text(Phrases.colon) } ?? (equals ? "= " : "")
    page.add(said, indentation: 6, mark: mark, markInk: .faint, ink: ink)
  }

  private mutating func write(_ table: PolicyPage.Table) {
    let lead = String(repeating: " ", count: 6)
    if let lines = BoxDrawing(table, columns: page.columns - 6).lines {
      for line in lines { page.add(drawn: line, lead: lead) }
    } else {
      let header =
        [table.hitPolicy] + table.header.inputs + table.header.outputs + table.header.annotations
      for row in table.rows {
        for (name, cell) in zip(header, row) {
          page.add("│ \(name) │ \(cell)", lead: lead, hang: lead + "    ")
        }
      }
    }
    if table.leftOut > 0 {
      page.add(text(Phrases.leftOut(table.leftOut)), indentation: 6, ink: .faint)
    }
  }

  private mutating func write(_ chain: [PolicyPage.Link]) {
    for (index, link) in chain.enumerated() {
      var parts = [text(link.layer), link.place]
      // What one layer alone says stands above.
      if chain.count > 1 { parts += link.says.map(inline) }
      if let days = link.days { parts.append(text(days)) }
      if chain.count > 1 { parts.append(clauses.full(link.sources)) }
      let said = parts.filter { !$0.isEmpty }.joined(separator: text(Phrases.comma))
      page.add(
        index == 0 ? text(Phrases.setBy(said)) : said, indentation: 6,
        mark: index == 0 ? "" : "→ ", ink: .faint)
    }
  }

  private func inline(_ field: PolicyPage.Field) -> String {
    guard let key = field.key else {
      if case .expression(let expression) = field.content { return "= " + oneLine(expression) }
      return inline(field.content)
    }
    return text(key) + text(Phrases.colon) + inline(field.content)
  }

  private func inline(_ content: PolicyPage.Content) -> String {
    switch content {
    case .words(let words): text(words)
    case .expression(let expression): oneLine(expression)
    case .table(let table): text(Phrases.table(rows: table.rows.count))
    }
  }

  private func oneLine(_ text: String) -> String {
    text.singleSpaced
  }
}

/// A source with its number and how well it is attested.
struct SourceLine {
  private let source: Source

  init(_ source: Source) { self.source = source }

  func text(in language: Language) -> String {
    var text = "《\(source.title)》"
    if let number = source.number { text += Phrases.bracketed(number).text(in: language) }
    let comma = Phrases.comma.text(in: language)
    text += comma + Phrases.evidence(source.evidence).text(in: language)
    return text
  }
}
