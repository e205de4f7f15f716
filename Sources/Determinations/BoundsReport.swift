import Diagnostics
import FEEL
import PolicyModel

/// Values of one run that lie outside the bounds set for what pilots may change.
final class BoundsReport {
  private(set) var diagnostics: [Diagnostic] = []

  /// Notes what an environment came to.
  func add(_ environment: CaseEnvironment) {
    for (id, bound, value) in environment.outsideBounds {
      let diagnostic = DecisionMessages.outsideBounds(
        environment.policy.items[id], value: value.text, bound)
      if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
    }
  }
}

extension DecisionMessages {
  static func outsideBounds(_ item: Item, value: String, _ bound: Bound) -> Diagnostic {
    Diagnostic(
      "Z1003", bound.isStrict ? .error : .warning, at: item.chain.last?.range,
      Wording(
        en: "`\(item.name)` comes to \(value) in this case, outside \(bound.text)",
        zh: "`\(item.name)` 在本个案中为 \(value)，超出 \(bound.text)"),
      help: bound.isStrict
        ? Wording(
          en: "nothing is decided; the rule must keep the bounds",
          zh: "不作判定；规则必须保持在范围内")
        : Wording(en: "the bounds are a guide; the value stands", zh: "该范围仅为指引，此值仍然有效"),
      notes: [.init(Wording(en: "the bounds are set here", zh: "范围设定于此"), at: bound.range)])
  }
}
