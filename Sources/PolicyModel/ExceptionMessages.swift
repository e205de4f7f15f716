import Diagnostics
import FEELSyntax

/// What is said about exceptions to general rules.
extension PolicyMessages {
  static func noException(_ name: Name, nearest: String?) -> Diagnostic {
    Diagnostic(
      "Z0607", at: name.range,
      Wording(en: "no exception is called `\(name.text)`", zh: "没有名为 `\(name.text)` 的例外"),
      help: nearest.map { Wording(en: "did you mean `\($0)`?", zh: "是否指 `\($0)`？") },
      fixes: nearest.map { [.init(replace: name.range, with: $0)] } ?? [])
  }

  static func exceptionWithoutRule(_ name: Name, of decision: Name) -> Diagnostic {
    Diagnostic(
      "Z0624", at: name.range,
      Wording(
        en: "`\(decision.text)` is a parameter, so this exception has no general rule beside it",
        zh: "`\(decision.text)` 是参数，此例外没有与之并列的一般规则"),
      help: Wording(
        en: "add `is:` with the general rule", zh: "请补充写有一般规则的 `is:`"),
      notes: [.init(Wording(en: "declared here", zh: "声明于此"), at: decision.range)])
  }

  static func overInACircle(_ other: Name, of name: Name) -> Diagnostic {
    Diagnostic(
      "Z0614", at: other.range,
      Wording(
        en: "`\(name.text)` goes before `\(other.text)`, which goes before it in turn",
        zh: "`\(name.text)` 优先于 `\(other.text)`，后者又优先于前者"),
      help: Wording(en: "keep one of the two `over`", zh: "请只保留其中一个 `over`"),
      notes: [.init(Wording(en: "this exception", zh: "本例外"), at: name.range)])
  }

  static func holdTogether(_ name: Name, _ first: Name) -> Diagnostic {
    Diagnostic(
      "Z0615", .warning, at: name.range,
      Wording(
        en: "`\(name.text)` and `\(first.text)` may hold together and give different values",
        zh: "`\(name.text)` 与 `\(first.text)` 可能同时成立而结果不同"),
      help: Wording(
        en: "such a case would be for a person; say `over: [\(first.text)]` if one goes before",
        zh: "这样的个案将转人工；若其中一个优先，请写 `over: [\(first.text)]`"),
      notes: [.init(Wording(en: "the other exception", zh: "另一例外"), at: first.range)])
  }
}
