import Diagnostics
import Quantities
import FEELSyntax

/// What is said about layers and what they may change.
enum LayerMessages {
  static func declaredTwice(_ name: Name, first: SourceRange?) -> Diagnostic {
    Diagnostic(
      "Z0701", at: name.range,
      Wording(
        en: "`\(name.text)` is declared a second time", zh: "`\(name.text)` 被再次声明"),
      help: Wording(
        en: "one name has one declaration; choose another name",
        zh: "一个名称只能声明一次，请换一个名称"),
      notes: first.map {
        [.init(Wording(en: "first declared here", zh: "首次声明于此"), at: $0)]
      } ?? [])
  }

  static func changedTwice(_ name: Name, first: SourceRange?) -> Diagnostic {
    Diagnostic(
      "Z0702", at: name.range,
      Wording(
        en: "two files of one pilot change `\(name.text)` on the same date",
        zh: "同一试点的两个文件在同一日期修改了 `\(name.text)`"),
      help: Wording(
        en: "keep one of them, or let their `in force` windows not meet",
        zh: "只保留其中一个，或使两者的 `in force` 期间不重叠"),
      notes: first.map { [.init(Wording(en: "also changed here", zh: "另一处修改"), at: $0)] } ?? [])
  }

  /// `permission` is what the policy would have to say; nil for what can never be changed.
  static func notAllowed(
    _ what: String, _ range: SourceRange, _ first: SourceRange?, permission: String?
  ) -> Diagnostic {
    Diagnostic(
      "Z0703", at: range,
      Wording(
        en: "a pilot may not change `\(what)`", zh: "试点不得修改 `\(what)`"),
      help: permission.map {
        Wording(
          en: "leave it out, or have the policy allow it with `may change: \($0)`",
          zh: "请删去，或由该政策用 `may change: \($0)` 授权")
      } ?? Wording(en: "leave it out, or choose another name", zh: "请删去，或换一个名称"),
      notes: first.map {
        [.init(Wording(en: "declared here, without that permission", zh: "声明于此，未授权修改"), at: $0)]
      } ?? [])
  }

  /// `others` is the first of what the policy has of the kind.
  static func addingNotAllowed(
    _ name: Name, to section: String, others: SourceRange?, policy: SourceRange?
  ) -> Diagnostic {
    let what =
      section == "criteria"
      ? Wording(en: "the criterion `\(name.text)`", zh: "条件 `\(name.text)`")
      : Wording(en: "`\(section): \(name.text)`", zh: " `\(section): \(name.text)`")
    let note =
      others.map {
        Diagnostic.Note(
          Wording(
            en: "the `\(section)` of the policy stand here", zh: "政策的 `\(section)` 在此"), at: $0)
      }
      ?? policy.map {
        Diagnostic.Note(
          Wording(en: "the policy has no `\(section)`", zh: "政策没有 `\(section)`"), at: $0)
      }
    return Diagnostic(
      "Z0704", at: name.range,
      Wording(en: "a pilot may not add \(what.en)", zh: "试点不得增加\(what.zh)"),
      help: Wording(
        en: "the policy allows it with `may change: {\(section): {add: true}}`",
        zh: "政策可用 `may change: {\(section): {add: true}}` 授权"),
      notes: note.map { [$0] } ?? [])
  }

  /// A term, or another policy to stack with, that the policy does not have.
  static func newPartNotAllowed(
    _ what: String, _ range: SourceRange, permission: String, policy: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      "Z0704", at: range,
      Wording(en: "a pilot may not add `\(what)`", zh: "试点不得增加 `\(what)`"),
      help: Wording(
        en: "leave it out, or have the policy allow it with `may change: \(permission)`",
        zh: "请删去，或由该政策用 `may change: \(permission)` 授权"),
      notes: policy.map {
        [.init(Wording(en: "the policy has it not", zh: "政策本身没有此项"), at: $0)]
      } ?? [])
  }

  static func kindChanged(
    _ what: String, _ range: SourceRange, _ first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0705", at: range,
      Wording(
        en: "`\(what)` of what is already declared stays as it is", zh: "已声明内容的 `\(what)` 不得改变"),
      help: Wording(en: "leave `\(what)` out here", zh: "请在此处删去 `\(what)`"),
      notes: [.init(Wording(en: "declared here", zh: "声明于此"), at: first)])
  }

  static func outsideBounds(
    _ name: String, value: String, bounds: String, share: String?, strict: Bool,
    at range: SourceRange, declared: SourceRange
  ) -> Diagnostic {
    let percentage = percentage(value, share)
    return Diagnostic(
      "Z0706", strict ? .error : share == nil ? .note : .warning, at: range,
      Wording(
        en: "`\(name)` is \(value), outside \(bounds)", zh: "`\(name)` 为 \(value)，超出 \(bounds)"),
      help: Wording(
        en: strict
          ? "choose a value within `\(bounds)`\(percentage.en)"
          : "the bounds `\(bounds)` are a guide; the value stands\(percentage.en)",
        zh: strict
          ? "请在 `\(bounds)` 范围内取值\(percentage.zh)"
          : "范围 `\(bounds)` 仅为指引，此值仍然有效\(percentage.zh)"),
      notes: [.init(Wording(en: "the bounds are set here", zh: "范围设定于此"), at: declared)])
  }

  /// A value outside the bounds that the same policy sets for others.
  static func outsideOwnBounds(
    _ name: String, value: String, bounds: String, share: String?, at range: SourceRange,
    declared: SourceRange
  ) -> Diagnostic {
    let percentage = percentage(value, share)
    return Diagnostic(
      "Z0710", .warning, at: range,
      Wording(
        en: "`\(name)` is \(value), outside \(bounds), which this policy sets for pilots",
        zh: "`\(name)` 为 \(value)，超出本政策为试点规定的 \(bounds)"),
      help: Wording(
        en: "correct the value or the bounds\(percentage.en)", zh: "请更正此值或该范围\(percentage.zh)"),
      notes: [.init(Wording(en: "the bounds are set here", zh: "范围设定于此"), at: declared)])
  }

  /// How a value is written as a share, if it is a percentage.
  private static func percentage(_ value: String, _ share: String?) -> Wording {
    guard let share else { return Wording(en: "", zh: "") }
    return Wording(en: "; \(value) % is `\(share)`", zh: "；\(value)% 写作 `\(share)`")
  }

  /// An entry that declares nothing and changes nothing, since its name is misspelt.
  static func nothingToChange(_ name: Name, meant: String) -> Diagnostic {
    Diagnostic(
      "Z0709", at: name.range,
      Wording(
        en: "the policy has no `\(name.text)` that could be changed",
        zh: "该政策没有可供修改的 `\(name.text)`"),
      help: Wording(en: "did you mean `\(meant)`?", zh: "是否指 `\(meant)`？"),
      fixes: [.init(replace: name.range, with: meant)])
  }

  static func unknownPermission(
    _ name: Name, nearest: String?, isOther: Bool
  ) -> Diagnostic {
    Diagnostic(
      "Z0707", at: name.range,
      isOther
        ? Wording(
          en: "`may change` names `\(name.text)` here, but it is of another kind",
          zh: "`may change` 在此列出 `\(name.text)`，但它属于另一类")
        : Wording(
          en: "`may change` names `\(name.text)`, which this policy does not have",
          zh: "`may change` 中的 `\(name.text)` 在本政策中不存在"),
      help: nearest.map { Wording(en: "did you mean `\($0)`?", zh: "是否指 `\($0)`？") }
        ?? (isOther
          ? Wording(
            en: "move it to the section in which it is declared", zh: "请移到声明它的那一类之下")
          : nil),
      fixes: nearest.map { [.init(replace: name.range, with: $0)] } ?? [])
  }

  static func typeChanged(
    _ name: String, from old: String, to new: String, at range: SourceRange, first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0708", at: range,
      Wording(
        en: "`\(name)` is \(old); a layer above may not make it \(new)",
        zh: "`\(name)` 的类型是 \(old)，上层不得改为 \(new)"),
      help: Wording(
        en: "give a value of that type, or add an item with another name",
        zh: "请给出该类型的值，或另用一个名称"),
      notes: [.init(Wording(en: "declared here", zh: "声明于此"), at: first)])
  }
}
