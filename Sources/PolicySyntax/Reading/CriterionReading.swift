internal import Diagnostics
internal import FEELSyntax
internal import YAMLTree

extension Field {
  /// `criteria:`, what must hold.
  func criteria() -> [CriterionDeclaration] {
    let example = "recognised: {require: recognised as in difficulty, source: N-1}"
    return declared(example: example).compactMap { name, field in
      field.keys(example: example, textBelongsUnder: "require") { keys in
        keys.exclusive("require", "met from")
        keys.elsewhere("is", Self.criteriaRequire)
        return CriterionDeclaration(
          name: name,
          label: keys["label"]?.label(),
          condition: keys["require"]?.expression(),
          metFrom: keys["met from"]?.expression(),
          asOf: keys["as of"]?.expression(),
          unmet: keys["unmet"]?.label(),
          assumes: keys["assumes"]?.label(),
          after: keys["after"]?.references(example: "after: [registered]") ?? [],
          waived: keys["waived"]?.flag(),
          sources: keys["source"]?.citations() ?? [],
          range: field.range)
      }
    }
  }

  private static let criteriaRequire = Wording(
    en: "write the condition behind `require`, or the day from which it holds behind `met from`",
    zh: "条件写在 `require` 后；如为满足之日，写在 `met from` 后")

  /// `refer:` and `exempt:`, conditions with a reason.
  func conditions() -> [ReferDeclaration] {
    let example = "certificate expired: {when: certificate expiry < determination date, why: …}"
    return declared(example: example).compactMap { name, field in
      field.keys(example: example, textBelongsUnder: "when") { keys in
        keys.elsewhere("require", Self.conditionsAreWhen)
        return ReferDeclaration(
          name: name,
          label: keys["label"]?.label(),
          condition: keys["when"]?.expression(),
          why: keys["why"]?.label(),
          asOf: keys["as of"]?.expression(),
          sources: keys["source"]?.citations() ?? [],
          range: field.range)
      }
    }
  }

  private static let conditionsAreWhen = Wording(
    en: "write the condition behind `when`; `require` stands in a criterion",
    zh: "条件写在 `when` 后；`require` 用于 `criteria`")

  /// `benefits:` and `charges:`, what is paid or owed.
  func benefits() -> [BenefitDeclaration] {
    let example = "device grant: {pays: once, amount: granted, unit: CNY, source: N-1}"
    return declared(example: example).compactMap { name, field in
      field.keys(example: example, textBelongsUnder: "amount") { keys in
        keys.elsewhere("exempt", Self.exemptBesideCharges)
        return BenefitDeclaration(
          name: name,
          label: keys["label"]?.label(),
          pays: keys["pays"]?.word(Frequency.self),
          amount: keys["amount"]?.expression(),
          unit: keys["unit"]?.text(example: "unit: CNY/month"),
          asOf: keys["as of"]?.expression(),
          assumes: keys["assumes"]?.label(),
          sources: keys["source"]?.citations() ?? [],
          range: field.range)
      }
    }
  }

  private static let exemptBesideCharges = Wording(
    en: "write `exempt:` beside `charges:`, at the left margin",
    zh: "请把 `exempt:` 写在与 `charges:` 同一层")

  /// `stacking:`, how the policy goes together with others.
  func stacking() -> [StackingDeclaration] {
    let example = "- {with: other-grant, mode: excludes, source: R-ZS1}"
    return items(example: example).compactMap { item in
      item.keys(example: example) { keys in
        keys.require("with", example: "with: other-grant")
        keys.require("mode", example: "mode: excludes")
        let other = keys["with"]?.identifier(example: "with: other-grant")
        let label = keys["label"]?.label()
        let mode = keys["mode"]?.word(StackingDeclaration.Mode.self)
        let sources = keys["source"]?.citations() ?? []
        guard let other, let mode else { return nil }
        return StackingDeclaration(
          with: other, label: label, mode: mode, sources: sources, range: item.range)
      } ?? nil
    }
  }
}
