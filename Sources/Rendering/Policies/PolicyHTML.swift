public import Diagnostics
internal import PolicyModel
internal import PolicySyntax
internal import Quantities

/// Pages of policies for browsers and printers: one file with its style, which needs no scripts.
///
/// The markup is well-formed XML too, so that it can be checked and transformed.
public struct PolicyHTML: Sendable {
  /// The language.
  public let language: Language

  /// Pages in a language.
  public init(language: Language) { self.language = language }

  /// A page, ended by a line break.
  public func text(of page: PolicyPage) -> String {
    let clauses = ClauseTexts(page.sources, language: language)
    var lines = [
      "<!DOCTYPE html>",
      "<html lang=\"\(language == .chinese ? "zh-Hans" : "en")\">",
      "<head>",
      "<meta charset=\"utf-8\"/>",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>",
      "<title>\(escaped(page.windowTitle))</title>",
      "<style>",
      PolicyStyle.text,
      "</style>",
      "</head>",
      "<body>",
      "<header>",
      "<h1>\(escaped(page.title))</h1>",
    ]
    lines += page.notices.map { "<p class=\"notice\" role=\"note\">\(escaped($0))</p>" }
    lines.append("<dl>")
    for field in page.head { lines += self.lines(of: field, clauses) }
    lines += ["</dl>", "</header>"]
    lines += contents(of: page)
    lines.append("<main>")
    for section in page.sections {
      lines.append("<section id=\"\(section.anchor)\">")
      lines.append("<h2>\(escaped(section.heading))</h2>")
      for entry in section.entries { lines += self.lines(of: entry, clauses) }
      lines.append("</section>")
    }
    lines += drawing(of: page) + sources(of: page) + ["</main>", "</body>", "</html>"]
    return lines.joined(separator: "\n") + "\n"
  }

  private func contents(of page: PolicyPage) -> [String] {
    var links = page.sections.map { section in
      "<a href=\"#\(section.anchor)\">\(escaped(section.heading))</a>"
    }
    if !graph(of: page).isEmpty {
      links.append("<a href=\"#graph\">\(escaped(Phrases.graphSection))</a>")
    }
    if !page.sources.isEmpty {
      links.append("<a href=\"#sources\">\(escaped(Phrases.evidence))</a>")
    }
    return ["<nav>"] + links + ["</nav>"]
  }

  private func graph(of page: PolicyPage) -> [String] {
    RequirementDrawing(of: page.graph, language: language)
      .lines(leadingTo: Set(page.sections.flatMap(\.entries).map(\.anchor)))
  }

  private func drawing(of page: PolicyPage) -> [String] {
    let drawing = graph(of: page)
    guard !drawing.isEmpty else { return [] }
    return [
      "<section id=\"graph\">", "<h2>\(escaped(Phrases.graphSection))</h2>", "<figure>",
      "<figcaption>\(escaped(Phrases.graphLegend))</figcaption>",
      wide(escaped(Phrases.graphSection)),
    ] + drawing + ["</div>", "</figure>", "</section>"]
  }

  private func sources(of page: PolicyPage) -> [String] {
    guard !page.sources.isEmpty else { return [] }
    var lines = [
      "<section id=\"sources\">", "<h2>\(escaped(Phrases.evidence))</h2>", "<dl class=\"sources\">",
    ]
    for source in page.sources {
      var text = Self.escaped(SourceLine(source).text(in: language))
      // Only addresses of the web become links.
      if let url = source.url, url.hasPrefix("https://") || url.hasPrefix("http://") {
        text += " <a href=\"\(Self.escaped(url))\">\(Self.escaped(url))</a>"
      } else if let url = source.url {
        text += " " + Self.escaped(url)
      }
      lines.append("<dt>\(Self.escaped(source.id))</dt><dd>\(text)</dd>")
    }
    return lines + ["</dl>", "</section>"]
  }

  private func lines(of entry: PolicyPage.Entry, _ clauses: ClauseTexts) -> [String] {
    var title = entry.label.map(escaped) ?? Self.escaped(entry.name)
    if let label = entry.label, label.text(in: language) != entry.name {
      title += " <code>\(Self.escaped(entry.name))</code>"
    }
    var lines = ["<article id=\"\(entry.anchor)\">", "<h3>\(title)</h3>"]
    lines += entry.remarks.map { "<p class=\"remark\">\(escaped($0))</p>" }
    // Fields stand in a list, tables between the lists.
    var list: [String] = []
    func end() {
      if !list.isEmpty { lines += ["<dl>"] + list + ["</dl>"] }
      list = []
    }
    for field in entry.fields {
      if case .table(let table) = field.content {
        end()
        lines += self.lines(
          of: table, caption: title, name: entry.label.map(escaped) ?? Self.escaped(entry.name))
      } else {
        list += self.lines(of: field, clauses)
      }
    }
    if !entry.reads.isEmpty {
      let links = entry.reads.map { reference in
        let label = escaped(reference.label)
        return reference.anchor.map { "<a href=\"#\($0)\">\(label)</a>" } ?? label
      }
      list.append(
        origin(Phrases.reads, links.joined(separator: escaped(Phrases.enumeration))))
    }
    if !entry.sources.isEmpty {
      list.append(origin(Phrases.basis, Self.escaped(clauses.full(entry.sources))))
    }
    if let link = entry.chain.first, entry.chain.count == 1 {
      // What one layer alone says stands above.
      let parts = [place(of: link)] + [link.days].compactMap { $0 }.map(escaped)
      list.append(origin(Phrases.chain, parts.joined(separator: escaped(Phrases.comma))))
    }
    end()
    return lines + chain(of: entry, clauses) + ["</article>"]
  }

  private func place(of link: PolicyPage.Link) -> String {
    "\(escaped(link.layer)) <code>\(Self.escaped(link.place))</code>"
  }

  /// The layers that changed an entry, open so that they are printed.
  private func chain(of entry: PolicyPage.Entry, _ clauses: ClauseTexts) -> [String] {
    guard entry.chain.count > 1 else { return [] }
    let layers = entry.chain.map { escaped($0.layer) }.joined(separator: " → ")
    var lines = [
      "<details open=\"open\">",
      "<summary>\(escaped(Phrases.chain))\(escaped(Phrases.colon))\(layers)</summary>",
      "<ol>",
    ]
    for link in entry.chain {
      var parts = [place(of: link)]
      parts += link.says.map { field in
        (field.key.map { escaped($0) + escaped(Phrases.colon) } ?? "") + content(field, clauses)
      }
      if let days = link.days { parts.append(escaped(days)) }
      let sources = clauses.full(link.sources)
      if !sources.isEmpty { parts.append(Self.escaped(sources)) }
      lines.append("<li>\(parts.joined(separator: "<br/>"))</li>")
    }
    return lines + ["</ol>", "</details>"]
  }

  private func lines(of field: PolicyPage.Field, _ clauses: ClauseTexts) -> [String] {
    [pair(field.key ?? Phrases.rule, content(field, clauses))]
  }

  private func pair(_ key: Wording, _ content: String, look: String = "") -> String {
    "<div\(look)><dt>\(escaped(key))</dt><dd>\(content)</dd></div>"
  }

  /// Where something comes from, which is shown smaller than what it says.
  private func origin(_ key: Wording, _ content: String) -> String {
    pair(key, content, look: " class=\"origin\"")
  }

  private func content(_ field: PolicyPage.Field, _ clauses: ClauseTexts) -> String {
    switch field.content {
    case .words(let words):
      let sources =
        field.sources.isEmpty || field.key == Phrases.value
        ? "" : Phrases.bracketed(clauses.full(field.sources)).text(in: language)
      return escaped(words) + Self.escaped(sources)
    case .expression(let expression): return "<code>\(Self.escaped(expression))</code>"
    case .table(let table): return escaped(Phrases.table(rows: table.rows.count))
    }
  }

  private func lines(
    of table: PolicyPage.Table, caption: String, name: String
  ) -> [String] {
    let groups = [
      ("input", [table.hitPolicy] + table.header.inputs), ("output", table.header.outputs),
      ("note", table.header.annotations),
    ]
    let kinds = groups.flatMap { kind, names in
      names.indices.map { $0 == 0 && kind != "input" ? "\(kind) first" : kind }
    }
    let header = zip(kinds, groups.flatMap(\.1)).map { kind, name in
      "<th scope=\"col\" class=\"\(kind)\">\(Self.escaped(name))</th>"
    }
    var lines = [
      wide(name), "<table>", "<caption>\(caption)</caption>",
      "<thead><tr>\(header.joined())</tr></thead>", "<tbody>",
    ]
    for row in table.rows {
      let cells = zip(kinds, row).enumerated().map { index, cell in
        let text = Self.escaped(cell.1)
        let look = cell.0 + (CalendarDate(cell.1) == nil ? "" : " day")
        return index == 0
          ? "<th scope=\"row\">\(text)</th>" : "<td class=\"\(look)\">\(text)</td>"
      }
      lines.append("<tr>\(cells.joined())</tr>")
    }
    lines += [
      "</tbody>", "</table></div>",
      "<p class=\"origin\">\(escaped(Phrases.hitPolicy(table.hitPolicy)))</p>",
    ]
    if table.leftOut > 0 {
      lines.append("<p class=\"left-out\">\(escaped(Phrases.leftOut(table.leftOut)))</p>")
    }
    return lines
  }

  /// Begins what may be wider than the page; it can be moved with the keyboard.
  private func wide(_ name: String) -> String {
    "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"\(name)\">"
  }

  private func escaped(_ wording: Wording) -> String { Self.escaped(wording.text(in: language)) }

  /// A text with signs that mean something in HTML made harmless.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in Wrapping.harmless(text) {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.append(character)
      }
    }
    return result
  }
}
