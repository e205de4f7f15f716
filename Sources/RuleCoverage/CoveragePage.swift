public import Diagnostics

extension Coverage {
  /// A page that stands by itself, with a table of shares and every rule file with its lines marked.
  ///
  /// It needs no script and no other file, and prints.
  public func page(in language: Language) -> String {
    let title = Wording(en: "Coverage of the rules by their cases", zh: "规则的用例覆盖情况")
      .text(in: language)
    var body = "<h1>\(title)</h1>\n"
    let total = targets.count()
    let summary = Wording(
      en: "\(cases) cases; \(total.covered) of \(total.all) covered, \(total.percent) %",
      zh: "\(cases) 个用例；覆盖 \(total.covered)/\(total.all)，\(total.percent) %")
    body += "<p>\(summary.text(in: language))</p>\n<main>\n" + table(in: language)
    if !files.isEmpty {
      body += "<h2>\(Wording(en: "Rule files", zh: "规则文件").text(in: language))</h2>\n"
    }
    for (index, file) in files.enumerated() { body += listing(of: file, index, in: language) }
    body += "</main>\n"
    let code = language == .chinese ? "zh-Hans" : "en"
    return """
      <!DOCTYPE html>
      <html lang="\(code)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      \(body)</body>
      </html>

      """
  }

  private static let style = """
    :root { color-scheme: light; }
    body { font: 15px/1.5 system-ui, "Noto Sans CJK SC", sans-serif; margin: 2rem auto; max-width: 72rem;
      padding: 0 1rem; color: #1a1a1a; background: #fff; }
    h1 { line-height: 1.25; }
    h2 { margin: 2rem 0 .5rem; }
    table { border-collapse: collapse; font-size: .875rem; width: 100%; }
    th, td { border-bottom: 1px solid #ccc; padding: .2rem .4rem; text-align: right; vertical-align: bottom; }
    th[scope="row"], th:first-child { text-align: left; }
    th[scope="row"] { font-weight: normal; min-width: 8rem; overflow-wrap: break-word; }
    thead th { word-break: keep-all; }
    td { white-space: nowrap; }
    .whole { font-weight: 600; }
    td.full { background: #e3f4e5; } td.part { background: #fff1cf; } td.none { background: #fbe0de; }
    a { color: #1a4fb4; }
    details { margin: .6rem 0; border: 1px solid #ccc; border-radius: 4px; }
    summary { padding: .4rem .6rem; cursor: pointer; font-weight: 600; overflow-wrap: anywhere; }
    ol { margin: 0; padding: 0 0 .5rem 3.2rem; font: 13px/1.45 ui-monospace, "Noto Sans Mono CJK SC", monospace; }
    li { padding-left: .5rem; border-left: 4px solid transparent; white-space: pre-wrap; overflow-wrap: anywhere; }
    li.full { border-color: #2f8f3f; } li.part { border-color: #c98a00; background: #fff8e6; }
    li.none { border-color: #c0392b; background: #fdeeed; }
    .gap { display: block; font: 12.5px/1.4 system-ui, sans-serif; color: #8a2318; margin-left: 1.5rem; }
    @media screen and (max-width: 50rem) {
      thead { display: none; }
      table, tbody, tr, th, td { display: block; border: 0; text-align: left; }
      tr { border-bottom: 1px solid #ccc; padding: .4rem 0; }
      tr th[scope="row"] { overflow-wrap: anywhere; }
      td { display: inline-block; margin: .1rem .2rem .1rem 0; border-radius: 3px; }
      td:empty { display: none; }
      td::before { content: attr(data-kind) " "; }
      ol { padding-left: 2.6rem; }
    }
    @page { margin: 15mm 12mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
    @media print {
      body { margin: 0; padding: 0; max-width: none; font-size: 10pt; }
      table { font-size: 7.5pt; }
      th, td { padding: .15rem .25rem; }
      a { color: inherit; text-decoration: none; }
      details { break-inside: auto; border: 0; }
      summary, h2 { break-after: avoid; }
      h1 { margin-top: 0; }
      ol { font-size: 8.5pt; }
      tr, li { break-inside: avoid; }
      td, li { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }
    """

  private func table(in language: Language) -> String {
    let kinds = CoverageTarget.Kind.allCases.filter { targets.count($0).all > 0 }
    let names = kinds.map { $0.wording.text(in: language) }
    let whole = Wording(en: "in all", zh: "合计").text(in: language)
    let caption = Wording(en: "Policies and pilots", zh: "各项政策与试点").text(in: language)
    // On a phone rows are drawn as blocks; the roles keep them a table for screen readers.
    var text = "<h2>\(caption)</h2>\n<table role=\"table\" aria-label=\"\(caption)\">\n"
    text += "<thead role=\"rowgroup\"><tr role=\"row\"><th role=\"columnheader\" scope=\"col\">"
    text += Wording(en: "policy and pilot", zh: "政策与试点").text(in: language) + "</th>"
    for name in names + [whole] {
      text += "<th role=\"columnheader\" scope=\"col\">\(name)</th>"
    }
    text += "</tr></thead>\n<tbody role=\"rowgroup\">\n"
    let all = (name: Wording(en: "all rules", zh: "全部规则"), targets: targets)
    for group in [all] + groups {
      text +=
        "<tr role=\"row\"><th role=\"rowheader\" scope=\"row\">\(label(of: group, in: language))</th>"
      for (kind, name) in zip(kinds, names) {
        text += Self.cell(group.targets.count(kind), name)
      }
      let count = group.targets.count()
      text += Self.cell(count, whole, "\(count.percent) %", look: " whole") + "</tr>\n"
    }
    return text + "</tbody></table>\n"
  }

  /// The name of a group, which leads to the first of its files.
  private func label(
    of group: (name: Wording, targets: [CoverageTarget]), in language: Language
  ) -> String {
    let name = Self.escaped(group.name.text(in: language))
    let first = group.targets.first?.range.file
    guard group.targets.count < targets.count || groups.count == 1,
      let index = files.firstIndex(where: { $0.file === first })
    else { return name }
    return "<a href=\"#f\(index)\">\(name)</a>"
  }

  /// A figure; the kind stands beside it where there is no room for a head of the table.
  private static func cell(
    _ count: CoverageCount, _ kind: String, _ figure: String? = nil, look: String = ""
  ) -> String {
    guard count.all > 0 else { return "<td role=\"cell\"></td>" }
    return "<td role=\"cell\" class=\"\(mark(count))\(look)\" data-kind=\"\(escaped(kind))\">"
      + "\(figure ?? "\(count.covered)/\(count.all)")</td>"
  }

  private func listing(of file: File, _ index: Int, in language: Language) -> String {
    let byLine = Dictionary(grouping: file.targets) { $0.range.start.line }
    let count = file.targets.count()
    let isOpen = count.covered < count.all ? " open" : ""
    var text = "<details\(isOpen) id=\"f\(index)\"><summary>\(Self.escaped(file.file.name)) "
    text += "\(count.percent) %</summary>\n<ol>\n"
    for line in 1...file.file.lineStarts.count {
      let targets = byLine[line] ?? []
      let mark = targets.isEmpty ? "" : " class=\"\(Self.mark(targets.count()))\""
      text += "<li\(mark)>" + Self.escaped(file.file.text(in: file.file.offsets(ofLine: line)))
      for target in targets {
        for aspect in target.aspects where aspect.hits == 0 {
          let what = Self.title(of: aspect, target, in: language)
          let dash = language == .chinese ? "——" : " — "
          text += "<span class=\"gap\">"
          text += Self.escaped(what + dash + aspect.hint.text(in: language)) + "</span>"
        }
      }
      text += "</li>\n"
    }
    return text + "</ol></details>\n"
  }

  private static func mark(_ count: CoverageCount) -> String {
    count.covered == count.all ? "full" : count.covered == 0 ? "none" : "part"
  }

  /// A text as HTML shows it.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\0": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
