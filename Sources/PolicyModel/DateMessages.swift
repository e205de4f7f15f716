import Diagnostics
import FEELSyntax
import PolicySyntax
import Quantities

/// What is said about days.
enum DateMessages {
  static func overlap(
    _ name: String, at range: SourceRange, first: SourceRange, _ window: Window,
    _ earlier: Window
  ) -> Diagnostic {
    Diagnostic(
      "Z0620", at: range,
      Wording(
        en: "two values of `\(name)` hold on the same days", zh: "`\(name)` 的两个值在同一日期有效"),
      help: parting(window, earlier),
      notes: [.init(Wording(en: "the other stands here", zh: "另一个值在此"), at: first)])
  }

  /// How two stretches of days that meet are set apart.
  ///
  /// What is proposed leaves days to both.
  private static func parting(_ later: Window, _ earlier: Window) -> Wording {
    let end = later.from?.value.adding(days: -1).flatMap { end in
      earlier.from.map { $0.value <= end } ?? true ? end : nil
    }
    let next = earlier.until?.value.adding(days: 1).flatMap { next in
      later.until.map { next <= $0.value } ?? true ? next : nil
    }
    switch (end, next) {
    case (let end?, let next?):
      return Wording(
        en: "end the earlier one with `until: \(end)`, or begin this one with `from: \(next)`",
        zh: "请用 `until: \(end)` 结束前一个，或将此处改为 `from: \(next)`")
    case (let end?, nil):
      return Wording(
        en: "end the earlier one with `until: \(end)`", zh: "请用 `until: \(end)` 结束前一个")
    case (nil, let next?):
      return Wording(
        en: "begin this one with `from: \(next)`, or delete one of the two",
        zh: "请将此处改为 `from: \(next)`，或删除其中一个")
    case (nil, nil):
      return Wording(
        en: "delete one of the two, or correct their days", zh: "请删除其中一个，或更正两者的日期")
    }
  }

  /// A correction without a last day, which replaces a value that begins later as well.
  static func correctionHides(
    _ name: String, from begins: CalendarDate, until end: CalendarDate, at range: SourceRange,
    hidden: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0627", .warning, at: range,
      Wording(
        en: "published later and without a last day, this value of `\(name)` replaces the one from"
          + " \(begins) too",
        zh: "`\(name)` 的这个值公布在后，又没有写明终止日，\(begins) 起的值也会被它取代"),
      help: Wording(
        en: "write `until: \(end)`; if it does hold from \(begins) on as well, say so with a value"
          + " `from: \(begins)`",
        zh: "请写 `until: \(end)`；如果 \(begins) 起也照此执行，请另写一个 `from: \(begins)` 的值"),
      notes: [.init(Wording(en: "the value replaced", zh: "被取代的值"), at: hidden)])
  }

  static func gap(
    _ name: String, from: CalendarDate, until: CalendarDate, at range: SourceRange,
    first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0621", .warning, at: range,
      Wording(
        en: "no value of `\(name)` covers \(from) to \(until)",
        zh: "`\(name)` 在 \(from) 至 \(until) 没有值"),
      help: Wording(
        en: "on these days it is unknown: add a value, begin this one with `from: \(from)`, or end"
          + " the one before with `until: \(until)`",
        zh: "这些日期的值将视为未知：请补充一个值，或将此处改为 `from: \(from)`，或将前一个改为 `until: \(until)`"),
      notes: [.init(Wording(en: "the value before ends here", zh: "前一个值止于此"), at: first)])
  }

  static func editionsOverlap(_ window: Window, _ earlier: Window) -> Diagnostic {
    let isInOrder =
      (earlier.from?.value.dayNumber ?? .min) <= (window.from?.value.dayNumber ?? .min)
    return Diagnostic(
      "Z0622", at: window.range,
      Wording(
        en: "two editions of the policy are in force on the same days",
        zh: "同一政策的两个版本在同一日期有效"),
      help: isInOrder
        ? parting(window, earlier)
        : parting(earlier, window),
      notes: [.init(Wording(en: "the other edition", zh: "另一版本"), at: earlier.range)])
  }
}

/// What is said about sources.
enum SourceMessages {
  static func missing(_ what: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0801", at: range,
      Wording(en: "`\(what)` names no source", zh: "`\(what)` 没有注明来源"),
      help: Wording(
        en: "add `source:` with the id of a document and the place in it",
        zh: "请补充 `source:`，写明文件编号和条款"))
  }

  static func changeWithoutSource(
    _ what: String, at range: SourceRange, first: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      "Z0802", at: range,
      Wording(
        en: "`\(what)` is changed here without naming a source", zh: "此处修改了 `\(what)`，但没有注明来源"),
      help: Wording(
        en: "add `source:` with the local document that says so", zh: "请补充 `source:`，写明依据的地方文件"),
      notes: first.map { [.init(Wording(en: "declared here", zh: "声明于此"), at: $0)] } ?? [])
  }

  static func missingInTable(_ name: String, row: SourceText, rows: Int) -> Diagnostic {
    Diagnostic(
      "Z0801", at: row.range,
      rows == 1
        ? Wording(
          en: "row \(row.text) of the table `\(name)` names no source",
          zh: "表 `\(name)` 的第 \(row.text) 行没有注明来源")
        : Wording(
          en: "\(rows) rows of the table `\(name)` name no source, row \(row.text) first",
          zh: "表 `\(name)` 有 \(rows) 行没有注明来源，首先是第 \(row.text) 行"),
      help: Wording(
        en: "add `source:` beside the table, or a column `source` behind the second `||`",
        zh: "请在表旁补充 `source:`，或在第二个 `||` 之后加一列 `source`"))
  }

  /// A citation whose place goes on with another source.
  static func several(_ citation: Citation, other: String) -> Diagnostic {
    let name = citation.source
    let separators: Set<Character> = [",", "，", "、", ";", "；", " ", "\u{3000}"]
    func trimmed(_ text: Substring) -> String {
      var text = text
      while let last = text.last, separators.contains(last) { text.removeLast() }
      return String(text)
    }
    let split = citation.text.start(ofWord: other)
    let meant =
      split.map { "[\(trimmed(citation.text[..<$0])), \(citation.text[$0...])]" } ?? other
    return Diagnostic(
      "Z0512", at: name.range,
      Wording(
        en: "the place in `\(name.text)` names another source, `\(other)`, which is not cited so",
        zh: "`\(name.text)` 的条款中写有另一来源 `\(other)`，这样写不算引用它"),
      help: Wording(
        en: "several sources stand in a list: `\(meant)`", zh: "多个来源要写成列表：`\(meant)`"))
  }

  static func title(_ name: Name, of id: String) -> Diagnostic {
    Diagnostic(
      "Z0803", at: name.range,
      Wording(
        en: "`\(name.text)` is a title; a source is named by its id",
        zh: "`\(name.text)` 是文件名称，来源要写编号"),
      help: Wording(en: "write `\(id)`", zh: "请写 `\(id)`"),
      fixes: [.init(replace: name.range, with: id)])
  }

  static func unknown(_ name: Name, nearest: String?) -> Diagnostic {
    Diagnostic(
      "Z0803", at: name.range,
      Wording(en: "no source is called `\(name.text)`", zh: "没有编号为 `\(name.text)` 的来源"),
      help: nearest.map { Wording(en: "did you mean `\($0)`?", zh: "是否指 `\($0)`？") }
        ?? Wording(en: "declare it under `sources:`", zh: "请在 `sources:` 中声明"),
      fixes: nearest.map { [.init(replace: name.range, with: $0)] } ?? [])
  }
}

extension String {
  /// Where a word begins for the last time.
  fileprivate func start(ofWord word: String) -> String.Index? {
    var index = endIndex
    while index > startIndex {
      index = self.index(before: index)
      if self[index...].hasPrefix(word) { return index }
    }
    return nil
  }
}
