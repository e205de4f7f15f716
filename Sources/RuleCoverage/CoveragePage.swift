public import Diagnostics

extension Coverage {
  /// A page that stands by itself, with a table of shares and every rule file with its lines marked.
  ///
  /// It
  /// needs no script and no other file, and prints.
  public func page(in language: Language) -> String {
    let title = Wording(en: "Coverage of the rules by their cases", zh: "规则的用例覆盖情况")
      .text(in: language)
    var body = "<h1>\(title)</h1>\n"
    let total = targets.count()
    let summary = Wording(
      en: "\(cases) cases; \(total.covered) of \(total.all) covered, \(total.percent) %",
      zh: "\(cases) 个用例；覆盖 \(total.covered)/\(total.all)，\(total.percent) %")
    body += "<p>\(summary.text(in: language))</p>\n" + table(in: language)
    for (index, file) in files.enumerated() { body += listing(of: file, index, in: language) }
    let code = language == .chinese ? "zh-CN" : "en"
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
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; font-size: .875rem; }
    th, td { border-bottom: 1px solid #ccc; padding: .2rem .6rem; text-align: right; white-space: nowrap; }
    th:first-child, td:first-child { text-align: left; }
    td.full { background: #e3f4e5; } td.part { background: #fff1cf; } td.none { background: #fbe0de; }
    details { margin: .6rem 0; border: 1px solid #ccc; border-radius: 4px; }
    summary { padding: .4rem .6rem; cursor: pointer; font-weight: 600; overflow-wrap: anywhere; }
    ol { margin: 0; padding: 0 0 .5rem 3.2rem; font: 13px/1.45 ui-monospace, "Noto Sans Mono CJK SC", monospace; }
    li { padding-left: .5rem; border-left: 4px solid transparent; white-space: pre-wrap; overflow-wrap: anywhere; }
    li.full { border-color: #2f8f3f; } li.part { border-color: #c98a00; background: #fff8e6; }
    li.none { border-color: #c0392b; background: #fdeeed; }
    .gap { display: block; font: 12.5px/1.4 system-ui, sans-serif; color: #8a2318; margin-left: 1.5rem; }
    @media print { body { margin: 0; max-width: none; font-size: 10pt; } details { break-inside: auto; border: 0; }
      tr, li { break-inside: avoid; } td, li { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
    """

  private func table(in language: Language) -> String {
    let kinds = CoverageTarget.Kind.allCases
    var text = "<div class=\"scroll\"><table>\n<thead><tr><th>"
    text += Wording(en: "policy and pilot", zh: "政策与试点").text(in: language) + "</th>"
    for kind in kinds { text += "<th>\(kind.wording.text(in: language))</th>" }
    text += "</tr></thead>\n<tbody>\n"
    let all = (name: Wording(en: "all rules", zh: "全部规则").text(in: language), targets: targets)
    for group in [all] + groups {
      text += "<tr><td>\(Self.escaped(group.name))</td>"
      for kind in kinds {
        let count = group.targets.count(kind)
        text +=
          count.all == 0
          ? "<td></td>"
          : "<td class=\"\(Self.mark(count))\">\(count.percent) % (\(count.covered)/\(count.all))</td>"
      }
      text += "</tr>\n"
    }
    return text + "</tbody></table></div>\n"
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
          let name = aspect.name.text(in: language)
          let what = target.name + (name.isEmpty ? "" : ": \(name)")
          text += "<span class=\"gap\">"
          text += Self.escaped("\(what) — \(aspect.hint.text(in: language))") + "</span>"
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
