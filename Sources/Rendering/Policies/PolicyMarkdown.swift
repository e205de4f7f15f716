public import Diagnostics
internal import PolicyModel
internal import PolicySyntax

/// Pages of policies as Markdown.
public struct PolicyMarkdown: Sendable {
  /// The language.
  public let language: Language

  /// Pages in a language.
  public init(language: Language) { self.language = language }

  /// A page, ended by a line break.
  public func text(of page: PolicyPage) -> String {
    let clauses = ClauseTexts(page.sources, language: language)
    var blocks = ["# " + escaped(page.title)]
    for notice in page.notices { blocks.append("> **\(escaped(notice))**") }
    blocks.append(page.head.map { "- " + line($0, clauses) }.joined(separator: "\n"))
    for section in page.sections {
      blocks.append("## " + escaped(section.heading))
      for entry in section.entries { blocks += self.blocks(of: entry, clauses) }
    }
    if !page.sources.isEmpty {
      blocks.append("## " + escaped(Phrases.evidence))
      blocks.append(page.sources.map(line(of:)).joined(separator: "\n"))
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func blocks(of entry: PolicyPage.Entry, _ clauses: ClauseTexts) -> [String] {
    var title = entry.label.map(escaped) ?? Self.escaped(entry.name)
    if entry.label != nil { title += " " + Self.code(entry.name) }
    var blocks = ["### " + title]
    var lines = entry.remarks.map { "- **\(escaped($0))**" }
    func end() {
      if !lines.isEmpty { blocks.append(lines.joined(separator: "\n")) }
      lines = []
    }
    for field in entry.fields {
      guard case .table(let table) = field.content else {
        lines.append("- " + line(field, clauses))
        continue
      }
      end()
      blocks.append(self.table(table))
      if table.leftOut > 0 { blocks.append("*\(escaped(Phrases.leftOut(table.leftOut)))*") }
    }
    if !entry.reads.isEmpty {
      let names = entry.reads.map { escaped($0.label) }
      lines.append(
        "- \(keyed(Phrases.reads))"
          + names.joined(separator: Phrases.enumeration.text(in: language)))
    }
    if !entry.sources.isEmpty {
      lines.append("- \(keyed(Phrases.basis))" + Self.escaped(clauses.full(entry.sources)))
    }
    end()
    let links = entry.chain.enumerated().map { index, link in
      var parts = [escaped(link.layer), Self.code(link.place)]
      // What one layer alone says stands above.
      if entry.chain.count > 1 { parts += link.says.map { line($0, clauses) } }
      if let days = link.days { parts.append(escaped(days)) }
      if entry.chain.count > 1 { parts.append(Self.escaped(clauses.full(link.sources))) }
      let said = parts.filter { !$0.isEmpty }.joined(separator: Phrases.comma.text(in: language))
      return "\(index + 1). \(said)"
    }
    if !links.isEmpty {
      blocks.append("*\(escaped(Phrases.chain))*")
      blocks.append(links.joined(separator: "\n"))
    }
    return blocks
  }

  /// A field on one line; an expression as code.
  private func line(_ field: PolicyPage.Field, _ clauses: ClauseTexts) -> String {
    let key = field.key.map(keyed) ?? ""
    switch field.content {
    case .words(let words):
      let sources =
        field.sources.isEmpty || field.key == Phrases.value
        ? "" : Phrases.bracketed(clauses.full(field.sources)).text(in: language)
      return key + escaped(words) + Self.escaped(sources)
    case .expression(let expression): return key + Self.code(expression)
    case .table(let table): return key + escaped(Phrases.table(rows: table.rows.count))
    }
  }

  private func line(of source: Source) -> String {
    "- \(Self.code(source.id)) " + Self.escaped(SourceLine(source).text(in: language))
      + (source.url.map { " " + Self.link($0) } ?? "")
  }

  /// An address of the web as a link, anything else as words.
  private static func link(_ url: String) -> String {
    let isAddress = url.hasPrefix("https://") || url.hasPrefix("http://")
    let isPlain = !url.contains { $0.isWhitespace || $0 == "<" || $0 == ">" }
    return isAddress && isPlain ? "<\(url)>" : escaped(url)
  }

  private func table(_ table: PolicyPage.Table) -> String {
    let header =
      [table.hitPolicy] + table.header.inputs + table.header.outputs + table.header.annotations
    var lines = ["| " + header.map(Self.cell).joined(separator: " | ") + " |"]
    lines.append("|" + String(repeating: "---|", count: header.count))
    for row in table.rows {
      lines.append("| " + row.map(Self.cell).joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n")
  }

  private func keyed(_ key: Wording) -> String {
    escaped(key) + Phrases.colon.text(in: language)
  }

  private func escaped(_ wording: Wording) -> String { Self.escaped(wording.text(in: language)) }

  /// Words on one line, with signs that mean something in Markdown or HTML made harmless.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in Wrapping.harmless(text) {
      switch character {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~": result += "\\\(character)"
      case "&": result += "&amp;"
      case "\n": result += " "
      default: result.append(character)
      }
    }
    return result
  }

  /// Code on one line, between as many backticks as it takes.
  static func code(_ text: String) -> String {
    let line = Wrapping.harmless(text).singleSpaced
    var longest = 0
    var run = 0
    for character in line {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let ticks = String(repeating: "`", count: longest + 1)
    let blank = line.hasPrefix("`") || line.hasSuffix("`") ? " " : ""
    return line.isEmpty ? "" : ticks + blank + line + blank + ticks
  }

  /// A cell of a table as code; bars are written so that they do not end it.
  private static func cell(_ text: String) -> String {
    code(text).split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
