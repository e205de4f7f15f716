import Diagnostics
import FEELSyntax
import PolicySyntax
import Quantities

/// What is said about dates, documents and texts that somebody should look at.
enum EditorialMessages {
  static func editionEnds(
    _ policy: String, on day: CalendarDate, isPast: Bool, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z1330", .note, at: range,
      Wording(
        en: "`\(policy)` is in force here until \(day), and nothing follows",
        zh: "`\(policy)` 在此有效至 \(day)，之后没有后续版本"),
      help: Wording(
        en: "from the next day on nothing is decided; add the edition that follows",
        zh: "次日起将不再作出判定；请补充后续版本"))
  }

  static func valueEnds(
    _ name: String, on day: CalendarDate, isPast: Bool, goesOn: Bool, at range: SourceRange
  ) -> Diagnostic {
    let after =
      goesOn
      ? Wording(
        en: "the last value goes on and is reported as provisional", zh: "将沿用最后一个值并标为暂定")
      : Wording(en: "it is unknown from then on", zh: "此后将视为未知")
    return Diagnostic(
      isPast ? "Z1331" : "Z1330", .note, at: range,
      isPast
        ? Wording(
          en: "the last value of `\(name)` ended on \(day)", zh: "`\(name)` 的最后一个值已于 \(day) 到期")
        : Wording(
          en: "the last value of `\(name)` ends on \(day)", zh: "`\(name)` 的最后一个值将于 \(day) 到期"),
      help: Wording(
        en: "\(after.en); add the value that has been published since",
        zh: "\(after.zh)；新值公布后请补充"))
  }

  static func publishedLate(
    _ name: String, from: CalendarDate, source: String, published: CalendarDate,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z1332", .note, at: range,
      Wording(
        en: "`\(name)` holds from \(from), before `\(source)` can have been published "
          + "(\(published) or later)",
        zh: "`\(name)` 自 \(from) 起适用，早于 `\(source)` 可能的公布日（\(published) 或之后）"),
      help: Wording(
        en: "add `known from:` with the day of publication, so that a decision of that time "
          + "can be made again as it was",
        zh: "请补充 `known from:`（公布日），以便按当时已知的规则重现判定"))
  }

  static func languageMissing(
    _ name: String, _ language: Language, isQuestion: Bool, at range: SourceRange
  ) -> Diagnostic {
    let word = Wording(
      en: language == .chinese ? "Chinese" : "English", zh: language == .chinese ? "中文" : "英文")
    let what =
      isQuestion
      ? Wording(en: "question", zh: "提问") : Wording(en: "label", zh: "名称")
    return Diagnostic(
      "Z1333", .note, at: range,
      Wording(
        en: "the \(what.en) of `\(name)` lacks \(word.en), which most others in this file have",
        zh: "`\(name)` 的\(what.zh)缺少\(word.zh)，而本文件多数条目都有"),
      help: Wording(
        en: "add `\(language.rawValue):`", zh: "请补充 `\(language.rawValue):`"))
  }

  static func weakEvidence(_ source: Name, _ evidence: Evidence) -> Diagnostic {
    let what =
      evidence == .illustrative
      ? Wording(en: "made up", zh: "虚构") : Wording(en: "remembered", zh: "凭记忆")
    return Diagnostic(
      "Z1334", .note, at: source.range,
      Wording(
        en: "`\(source.text)` is \(what.en), and other rules of this file are attested",
        zh: "`\(source.text)` 为\(what.zh)来源，而本文件其他规则有据可查"),
      help: Wording(
        en: "look for the text; until then every determination that rests on it says so",
        zh: "请查找原文；在此之前，凡依据它的判定都会注明"))
  }

  static func hides(_ name: Name, of function: String) -> Diagnostic {
    Diagnostic(
      "Z1335", .note, at: name.range,
      Wording(
        en: "inside `\(function)` the parameter hides the `\(name.text)` that is declared outside",
        zh: "在 `\(function)` 中，此参数遮住了外部声明的 `\(name.text)`"),
      help: Wording(en: "give it another name", zh: "请换一个名称"))
  }
}
