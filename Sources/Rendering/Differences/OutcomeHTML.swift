public import Diagnostics

/// Pages about outcomes for browsers and printers: one file with its style and charts, which needs no
/// scripts.
///
/// The markup is well-formed XML too. Every chart stands beside the table it is drawn from, which is
/// what screen readers read.
public struct OutcomeHTML: Sendable {
  /// The language.
  public let language: Language

  /// Pages in a language.
  public init(language: Language) { self.language = language }

  /// A page, ended by a line break.
  public func text(of page: OutcomePage) -> String {
    var lines = [
      "<!DOCTYPE html>",
      "<html lang=\"\(language == .chinese ? "zh-Hans" : "en")\">",
      "<head>",
      "<meta charset=\"utf-8\"/>",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>",
      "<title>\(escaped(page.title))</title>",
      "<style>",
      OutcomeStyle.css,
      "</style>",
      "</head>",
      "<body>",
      "<header>",
      "<h1>\(escaped(page.title))</h1>",
    ]
    lines += page.notices.map { "<p class=\"notice\" role=\"note\">\(escaped($0))</p>" }
    lines.append("<dl>")
    for field in page.head {
      lines.append(
        "<div><dt>\(escaped(field.key))</dt><dd>\(escaped(field.value))</dd></div>")
    }
    lines += ["</dl>", "</header>"]
    if page.sections.count > 1 {
      lines.append("<nav>")
      for (index, section) in page.sections.enumerated() {
        lines.append("<a href=\"#policy-\(index + 1)\">\(escaped(section.heading))</a>")
      }
      lines.append("</nav>")
    }
    lines.append("<main>")
    for (index, section) in page.sections.enumerated() {
      lines += [
        "<section id=\"policy-\(index + 1)\">", "<h2>\(escaped(section.heading))</h2>",
        "<p class=\"headline\">\(escaped(section.headline))</p>",
      ]
      for block in section.blocks { lines += self.lines(of: block) }
      lines.append("</section>")
    }
    lines += ["</main>", "</body>", "</html>"]
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(of block: OutcomePage.Block) -> [String] {
    switch block {
    case .table(let table, let chart):
      return ["<h3>\(escaped(table.caption))</h3>"] + (chart.map(drawing) ?? []) + lines(of: table)
    case .causes(let heading, let causes):
      return ["<h3>\(escaped(heading))</h3>", "<ul class=\"causes\">"]
        + causes.flatMap(lines) + ["</ul>"]
    case .changes(let heading, let changes):
      return ["<h3>\(escaped(heading))</h3>", "<dl class=\"changes\">"]
        + changes.map { change in
          let basis = change.basis.map { "<div class=\"basis\">\(escaped($0))</div>" } ?? ""
          return
            "<div><dt class=\"sign\">\(change.sign)</dt><dd>\(marked(change.sentence))\(basis)</dd></div>"
        } + ["</dl>"]
    case .list(let heading, let entries):
      return ["<h3>\(escaped(heading))</h3>", "<ul>"]
        + entries.map { "<li>\(marked($0))</li>" } + ["</ul>"]
    }
  }

  // MARK: Tables and causes

  private func lines(of table: OutcomePage.Table) -> [String] {
    let caption = escaped(table.caption)
    let head = table.columns.map { column in
      "<th scope=\"col\"\(column.isNumber ? " class=\"number\"" : "")>\(escaped(column.heading))</th>"
    }
    var lines = [
      "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"\(caption)\"><table>",
      "<caption>\(caption)</caption>", "<thead><tr>\(head.joined())</tr></thead>", "<tbody>",
    ]
    for row in table.rows {
      let cells = zip(table.columns, row).enumerated().map { index, cell in
        let text = escaped(cell.1)
        if index == 0 { return "<th scope=\"row\">\(text)</th>" }
        return cell.0.isNumber ? "<td class=\"number\">\(text)</td>" : "<td>\(text)</td>"
      }
      lines.append("<tr>\(cells.joined())</tr>")
    }
    lines += ["</tbody>", "</table></div>"]
    if let note = table.note { lines.append("<p class=\"note\">\(escaped(note))</p>") }
    return lines
  }

  private func lines(of cause: OutcomePage.Cause) -> [String] {
    var lines = [
      "<li>",
      "<p class=\"extent\"><b class=\"sign\">\(cause.signs)</b> \(escaped(cause.extent))</p>",
    ]
    if let shares = cause.shares { lines.append("<p>\(escaped(shares))</p>") }
    return lines + ["<p class=\"witness\">\(marked(cause.witness))</p>", "</li>"]
  }

  /// A text in which what stands between backticks is code.
  private func marked(_ wording: Wording) -> String {
    let parts = wording.text(in: language).split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else { return escaped(wording) }
    return parts.enumerated().map { index, part in
      let text = PolicyHTML.escaped(String(part))
      return index % 2 == 1 ? "<code>\(text)</code>" : text
    }.joined()
  }

  // MARK: Charts

  /// Bars beside their labels.
  ///
  /// The words are HTML so that they stay legible on a phone; only the bars are drawn and stretch.
  private func drawing(of chart: OutcomePage.Chart) -> [String] {
    var lines = ["<figure class=\"chart\" aria-hidden=\"true\">"]
    switch chart {
    case .costs(let bars):
      lines.append(legend([("before", Phrases.earlierAmount), ("gain", Phrases.laterAmount)]))
      for bar in bars {
        lines += row(
          bar.label, [(0, bar.before, "before")], value: escaped(bar.beforeText), width: 1000)
        lines += row(nil, [(0, bar.after, "gain")], value: escaped(bar.afterText), width: 1000)
      }
    case .balance(let bars, let counted):
      lines.append(legend([("loss", Phrases.losses), ("gain", Phrases.gains)], of: counted))
      for bar in bars {
        lines += row(
          bar.label, [(1000 - bar.left, bar.left, "loss"), (1000, bar.right, "gain")],
          value: escaped(bar.value), width: 2000, hasAxis: true)
      }
    case .distribution(let bars):
      lines.append(legend([("loss", Phrases.losses), ("gain", Phrases.gains)], of: Phrases.count))
      let most = max(1, bars.map(\.count).max() ?? 1)
      for bar in bars {
        let kind = bar.sign < 0 ? "loss" : bar.sign > 0 ? "gain" : "before"
        lines += row(
          bar.label, [(0, bar.count * 1000 / most, kind)], value: "\(bar.count)", width: 1000)
      }
    }
    return lines + ["</figure>"]
  }

  /// What the colours mean and, where the labels do not say it, what the figures count.
  private func legend(
    _ entries: [(kind: String, label: Wording)], of counted: Wording? = nil
  ) -> String {
    var parts = entries.map { kind, label in
      "<span><svg viewBox=\"0 0 10 10\"><rect class=\"\(kind)\" width=\"10\" height=\"10\"/></svg> "
        + "\(escaped(label))</span>"
    }
    if let counted { parts.append("<span>\(escaped(counted))</span>") }
    return "<p class=\"legend\">\(parts.joined())</p>"
  }

  /// One line of a chart; bars are given by where they begin, how long they are and what they mean.
  private func row(
    _ label: Wording?, _ bars: [(start: Int, length: Int, kind: String)], value: String,
    width: Int, hasAxis: Bool = false
  ) -> [String] {
    let rects = bars.filter { $0.length > 0 }.map { bar in
      "<rect class=\"\(bar.kind)\" x=\"\(bar.start)\" y=\"2\" width=\"\(max(bar.length, width / 500))\" height=\"16\"/>"
    }
    let axis =
      hasAxis
      ? "<line x1=\"\(width / 2)\" x2=\"\(width / 2)\" y1=\"0\" y2=\"20\" vector-effect=\"non-scaling-stroke\"/>"
      : ""
    return [
      "<div class=\"bar\"><span class=\"label\">\(label.map(escaped) ?? "")</span>"
        + "<svg viewBox=\"0 0 \(width) 20\" preserveAspectRatio=\"none\">\(rects.joined())\(axis)</svg>"
        + "<span class=\"value\">\(value)</span></div>"
    ]
  }

  private func escaped(_ wording: Wording) -> String {
    PolicyHTML.escaped(wording.text(in: language))
  }
}
