import Diagnostics
import PolicyModel

/// What is said about the names under which something was granted.
enum GrantNameMessages {
  /// Whose name it is.
  enum Kind {
    case policy, pilot

    fileprivate var wording: Wording {
      switch self {
      case .policy: Wording(en: "policy", zh: "政策")
      case .pilot: Wording(en: "pilot", zh: "试点")
      }
    }
  }

  /// A name that would count for nothing, since another was most likely meant.
  static func slip(_ text: String, _ kind: Kind, meant: String, at range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      "Z0941", at: range, nobody(text, kind),
      help: Wording(
        en: "did you mean `\(meant)`? if not, write the name in full",
        zh: "是否指 `\(meant)`？如不是，请写全称"),
      fixes: [.init(replace: range, with: meant)])
  }

  /// A title that several bear.
  static func several(
    _ text: String, _ kind: Kind, _ names: [String], at range: SourceRange
  ) -> Diagnostic {
    let list = names.map { "`\($0)`" }
    let what = kind.wording
    return Diagnostic(
      "Z0942", at: range,
      Wording(
        en: "more than one \(what.en) is called `\(text)`", zh: "名为 `\(text)` 的\(what.zh)不止一个"),
      help: Wording(
        en: "write one of \(list.joined(separator: ", "))",
        zh: "请写其中之一：\(list.joined(separator: "、"))"))
  }

  /// A name that no rule knows, as policies and places without rules here have it.
  static func unknown(
    _ text: String, _ kind: Kind, nearest: String?, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "Z0943", .warning, at: range, nobody(text, kind),
      help: nearest.map {
        Wording(
          en: "did you mean `\($0)`? as it stands no rule takes it for one of its own",
          zh: "是否指 `\($0)`？现在没有规则会把它算作自己的")
      }
        ?? Wording(
          en: "if rules shall count it, write the name or title as they have it",
          zh: "如果规则应计入它，请按规则中的名称或标题填写"))
  }

  private static func nobody(_ text: String, _ kind: Kind) -> Wording {
    let what = kind.wording
    return Wording(
      en: "no \(what.en) is called `\(text)`, nor does a rule name it",
      zh: "没有名为 `\(text)` 的\(what.zh)，也没有规则提到它")
  }
}

extension Binding {
  /// The name that a text in a grant stands for; nil if that cannot be said.
  ///
  /// A name that no rule knows stands for itself: something else was granted.
  mutating func name(
    _ text: String, _ kind: GrantNameMessages.Kind, at range: SourceRange
  ) -> String? {
    guard let names = policy.namesInGrants else { return text }
    switch kind == .policy ? names.policy(text) : names.pilot(text) {
    case .known(let name): return name
    case .several(let bearers):
      diagnostics.append(GrantNameMessages.several(text, kind, bearers, at: range))
      return nil
    case .slip(let meant):
      diagnostics.append(GrantNameMessages.slip(text, kind, meant: meant, at: range))
      return nil
    case .unknown(let nearest):
      diagnostics.append(GrantNameMessages.unknown(text, kind, nearest: nearest, at: range))
      return text
    }
  }
}
