internal import Diagnostics
internal import FEELSyntax
internal import YAMLTree

extension Field {
  /// `types:`, records with their entries.
  func types() -> [TypeDeclaration] {
    declared(example: "requested device: {item: {type: text}}").map { name, field in
      if TypeText.own.contains(name.text) {
        findings.add(StructureMessages.hidesType(name.text, at: name.range))
      }
      return TypeDeclaration(
        name: name,
        fields: field.declared(example: "item: {type: text, label: {zh: 名称}}").map {
          ($0.name, $0.field.typeDescription())
        })
    }
  }

  /// `facts:`, what somebody must supply.
  func facts() -> [FactDeclaration] {
    declared(example: "rent paid: {type: money, unit: CNY/month}").compactMap { name, field in
      field.keys(example: "\(name.text): {type: text}", textBelongsUnder: "type") { keys in
        keys.elsewhere("source", Self.factsHaveNoSource)
        for key in ["is", "table", "values"] { keys.elsewhere(key, Self.factsAreSupplied) }
        return FactDeclaration(
          name: name,
          description: keys.typeDescription(),
          overTime: keys["over time"]?.word(OverTime.self),
          ifNotSupplied: keys["if not supplied"]?.expression(),
          range: field.range)
      }
    }
  }

  private static let factsHaveNoSource = Wording(
    en: "a fact is supplied and rests on no clause; cite it where the fact is used",
    zh: "事实由申请人提供，不需要来源；请在使用它的条件或决策中写明来源")

  private static let factsAreSupplied = Wording(
    en: "a fact is supplied; what is derived stands under `decisions`, and what a text fixes under"
      + " `parameters`",
    zh: "事实由申请人提供；推导得出的写在 `decisions`，文件规定的数值写在 `parameters`")

  /// `for each:`, the name of an element and the list it is taken from.
  func forEach() -> ForEach? {
    let entries = declared(example: "for each: {device: requested devices}")
    if let second = entries.dropFirst().first, let key = second.field.key {
      findings.add(
        StructureMessages.misplaced(
          key,
          Wording(
            en: "a policy is decided once per element of one list", zh: "一项政策只能按一个列表逐项判定")))
    }
    guard let first = entries.first, let list = first.field.expression() else { return nil }
    return ForEach(variable: first.name, list: list)
  }
}
