internal import Diagnostics
internal import FEELSyntax
internal import YAMLTree

extension Field {
  /// `parameters:`, dated constants.
  func parameters() -> [ParameterDeclaration] {
    let example = "standard term: {type: number, values: [{from: 2018-01-01, is: 36, source: N-1}]}"
    return declared(example: example).compactMap { name, field in
      field.keys(example: example) { keys in
        for key in ["is", "value", "from", "until", "source"] {
          keys.elsewhere(key, Self.valuesAreDated)
        }
        for key in ["table", "except", "default"] { keys.elsewhere(key, Self.notDerived) }
        return ParameterDeclaration(
          name: name,
          description: keys.derivedType(),
          setBy: keys["set by"]?.word(among: ["pilot"]),
          whileUnpublished: keys["while unpublished"]?.word(among: ["last value"]),
          values: keys["values"]?.values(),
          range: field.range)
      }
    }
  }

  private func values() -> [DatedValue] {
    let example = "- {from: 2024-07-01, is: 6821, source: R-BJ4}"
    return items(example: example).compactMap { item in
      item.keys(example: example) { keys in
        let window = keys.window(in: item.range)
        let value = keys["is"]
        keys.require("is", example: "is: 6821")
        let expression = value?.expression()
        let sources = keys["source"]?.citations() ?? []
        guard let window, let expression else { return nil }
        return DatedValue(value: expression, window: window, sources: sources, range: item.range)
      } ?? nil
    }
  }

  private static let valuesAreDated = Wording(
    en: "a parameter has dated values: `values:`, and below it"
      + " `- {from: 2024-07-01, is: 6821, source: R-BJ4}`",
    zh: "参数的值要注明日期：在 `values:` 之下写 `- {from: 2024-07-01, is: 6821, source: R-BJ4}`")

  private static let notDerived = Wording(
    en: "what is derived stands under `decisions`", zh: "推导得出的写在 `decisions` 中")
}
