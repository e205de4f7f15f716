import Diagnostics
import FEELSyntax
import PolicySyntax
import Quantities

/// What is said about how documents go together.
enum RulebookMessages {
  static func overlayOutsidePilot(_ name: Name) -> Diagnostic {
    Diagnostic(
      "Z0720", at: name.range,
      Wording(
        en: "only a file in a pilot's folder adapts a policy", zh: "只有试点文件夹中的文件才能 `adapts`"),
      help: Wording(
        en: "move the file to `pilots/NAME/`", zh: "请把文件移到 `pilots/名称/`"))
  }

  static func vocabularyInPilot(_ name: Name) -> Diagnostic {
    Diagnostic(
      "Z0721", at: name.range,
      Wording(en: "a pilot has no vocabularies of its own", zh: "试点不能有自己的词汇文件"),
      help: Wording(
        en: "move the file to `rules/`, or declare the items in the overlay",
        zh: "请把文件移到 `rules/`，或在适配文件中声明"))
  }

  static func unknownVocabulary(_ name: Name, nearest: String?) -> Diagnostic {
    unknown(
      "Z0722", name, nearest, Wording(en: "vocabulary", zh: "词汇文件"))
  }

  static func unknownPilot(_ name: Name, nearest: String?) -> Diagnostic {
    unknown("Z0723", name, nearest, Wording(en: "pilot", zh: "试点"))
  }

  static func unknownPolicy(_ name: Name, nearest: String?) -> Diagnostic {
    unknown("Z0724", name, nearest, Wording(en: "policy", zh: "政策"))
  }

  private static func unknown(
    _ code: DiagnosticCode, _ name: Name, _ nearest: String?, _ kind: Wording
  ) -> Diagnostic {
    // Names that a full-width comma does not divide.
    let parts = name.text.split { "、，；".contains($0) }
    let several = parts.count > 1 ? parts.joined(separator: ", ") : nil
    return Diagnostic(
      code, at: name.range,
      Wording(
        en: "no \(kind.en) is called `\(name.text)`", zh: "没有名为 `\(name.text)` 的\(kind.zh)"),
      help: several.map { Wording(en: "write `\($0)`", zh: "请写 `\($0)`") }
        ?? nearest.map { Wording(en: "did you mean `\($0)`?", zh: "是否指 `\($0)`？") },
      fixes: (several ?? nearest).map { [.init(replace: name.range, with: $0)] } ?? [])
  }

  static func regionOutside(
    _ region: Located<String>, parent: Name, _ above: Located<String>
  ) -> Diagnostic {
    let beginning = above.value.pairsThatCount
    return Diagnostic(
      "Z0731", at: region.range,
      Wording(
        en:
          "`\(region.value)` does not lie within `\(above.value)`, the region of `\(parent.text)`",
        zh: "`\(region.value)` 不在上级试点 `\(parent.text)` 的地区 `\(above.value)` 之内"),
      help: Wording(
        en: "the code begins with `\(beginning)`, or `parent` is another pilot",
        zh: "代码应以 `\(beginning)` 开头，否则请更正 `parent`"),
      notes: [.init(Wording(en: "the region above", zh: "上级地区在此"), at: above.range)])
  }

  static func regionTwice(
    _ region: Located<String>, also other: String, _ second: Located<String>, policy: String
  ) -> Diagnostic {
    Diagnostic(
      "Z0732", at: region.range,
      Wording(
        en: "the pilot `\(other)` has the region `\(region.value)`, too, and both have rules for "
          + "`\(policy)`",
        zh: "试点 `\(other)` 的地区也是 `\(region.value)`，两者都有 `\(policy)` 的规则"),
      help: Wording(
        en: "correct the code of the one that is elsewhere, or, if one lies above the other, "
          + "say so with `parent`",
        zh: "请更正其中一个的代码；如为上下级，请写 `parent`"),
      notes: [
        .init(
          Wording(
            en: "the other region, in `\(second.range.file.name)`",
            zh: "另一处在 `\(second.range.file.name)`"), at: second.range)
      ])
  }

  static func circularParents(_ name: Name, _ members: [String]) -> Diagnostic {
    let path = (members + [name.text]).map { "`\($0)`" }.joined(separator: " → ")
    return Diagnostic(
      "Z0725", at: name.range,
      Wording(
        en: "a pilot cannot be its own parent: \(path)", zh: "试点不能是自己的上级：\(path)"),
      help: Wording(en: "correct one of the `parent` lines", zh: "请更正其中一个 `parent`"))
  }

  static func circularUses(_ name: Name, _ members: [String]) -> Diagnostic {
    let path = members.map { "`\($0)`" }.joined(separator: " → ")
    return Diagnostic(
      "Z0726", at: name.range,
      Wording(
        en: "vocabularies use one another in a circle: \(path)", zh: "词汇文件循环引用：\(path)"),
      help: Wording(
        en: "move what both need into one of them", zh: "请把双方都需要的内容移到其中一个文件"))
  }

  static func meetsNoEdition(
    _ policy: String, at range: SourceRange, edition: Window
  ) -> Diagnostic {
    Diagnostic(
      "Z0727", at: range,
      Wording(
        en: "no edition of `\(policy)` is in force on these days, so nothing reads this file",
        zh: "这些日期没有 `\(policy)` 的版本有效，本文件不会被读取"),
      help: Wording(
        en: "correct the days here, or those of the policy, which is in force from"
          + " \(edition.from.map { "\($0.value)" } ?? "…")\(edition.until.map { " to \($0.value)" } ?? "")",
        zh:
          "请更正此处的日期，或该政策的日期（\(edition.from.map { "\($0.value)" } ?? "…") 起\(edition.until.map { "至 \($0.value) " } ?? "")有效）"
      ),
      notes: [
        .init(
          Wording(en: "an edition of the policy is in force then", zh: "该政策的一个版本在此期间有效"),
          at: edition.range)
      ])
  }

  static func unknownStacking(_ name: Name, nearest: String) -> Diagnostic {
    Diagnostic(
      "Z0728", .warning, at: name.range,
      Wording(
        en: "no policy here is called `\(name.text)`", zh: "此处没有名为 `\(name.text)` 的政策"),
      help: Wording(en: "did you mean `\(nearest)`?", zh: "是否指 `\(nearest)`？"),
      fixes: [.init(replace: name.range, with: nearest)])
  }

  static func ownAndAbove(_ name: Name, first: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0729", at: name.range,
      Wording(
        en: "the nation or a pilot above has a policy `\(name.text)` already",
        zh: "全国或上级试点已有政策 `\(name.text)`"),
      help: Wording(
        en: "write `adapts: \(name.text)`, or choose another name",
        zh: "请写 `adapts: \(name.text)`，或换一个名称"),
      notes: [.init(Wording(en: "declared here", zh: "声明于此"), at: first)])
  }

  static func policyOfAnotherPilot(_ name: Name, at other: SourceRange) -> Diagnostic {
    Diagnostic(
      "Z0730", at: name.range,
      Wording(
        en: "`\(name.text)` is a policy of another pilot, which is not above this one",
        zh: "`\(name.text)` 是另一试点的政策，该试点不是本试点的上级"),
      help: Wording(
        en: "declare a policy of this pilot's own with `policy:`, or set the `parent` of the pilot",
        zh: "请用 `policy:` 声明本试点自己的政策，或更正试点的 `parent`"),
      notes: [.init(Wording(en: "declared here", zh: "声明于此"), at: other)])
  }

  static func unusedVocabulary(_ name: Name) -> Diagnostic {
    Diagnostic(
      "Z0222", .warning, at: name.range,
      Wording(
        en: "no policy uses the vocabulary `\(name.text)`, so nothing reads this file",
        zh: "没有政策引用词汇文件 `\(name.text)`，本文件不会被读取"),
      help: Wording(
        en: "add it to the `uses` of a policy, or delete the file",
        zh: "请在某项政策的 `uses` 中加入，或删除本文件"))
  }

  static func unneededUse(_ name: Name) -> Diagnostic {
    Diagnostic(
      "Z0221", .warning, at: name.range,
      Wording(
        en: "nothing of the vocabulary `\(name.text)` is used in this file",
        zh: "本文件没有使用词汇文件 `\(name.text)` 中的任何内容"),
      help: Wording(
        en: "remove `\(name.text)` from `uses`", zh: "请从 `uses` 中删去 `\(name.text)`"))
  }
}
