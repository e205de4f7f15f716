internal import Diagnostics
internal import FEELSyntax
internal import YAMLTree

extension Field {
  /// `may change:`, what a pilot may do to what is there.
  func permissions() -> Permissions? {
    keys(example: "may change: {benefits: [device grant], criteria: {add: true}}") { keys in
      var permissions = Permissions(range: range)
      permissions.parameters = keys["parameters"]?.permitted() ?? []
      permissions.decisions = keys["decisions"]?.permitted() ?? []
      permissions.functions = keys["functions"]?.permitted() ?? []
      permissions.benefits = keys["benefits"]?.permitted(&permissions.adding[.benefits]) ?? []
      permissions.benefits += keys["charges"]?.permitted(&permissions.adding[.benefits]) ?? []
      permissions.refer = keys["refer"]?.permitted(&permissions.adding[.refer]) ?? []
      permissions.exempt = keys["exempt"]?.permitted(&permissions.adding[.exempt]) ?? []
      permissions.facts = keys["facts"]?.permitted() ?? []
      permissions.term =
        keys["term"]?.items(example: "term: [starts, ends]").compactMap {
          $0.word(among: Self.termKeys)
        } ?? []
      permissions.stacking = keys["stacking"]?.flag()
      _ = keys["criteria"]?.keys(example: "criteria: {add: true, change: [earns], waive: [earns]}")
      {
        criteria in
        permissions.adding[.criteria] = criteria["add"]?.flag()
        permissions.changeCriteria =
          criteria["change"]?.references(example: "change: [contribution paid]") ?? []
        permissions.waiveCriteria =
          criteria["waive"]?.references(example: "waive: [registered long enough]") ?? []
      }
      return permissions
    }
  }

  /// Names in a list, or names with bounds; `add: true` among them allows more of their kind.
  private func permitted(_ adding: inout Located<Bool>?) -> [Permissions.Permission] {
    guard case .mapping = node.content else { return permitted() }
    var names: [Permissions.Permission] = []
    for entry in entries(example: "\(title): {add: true}") ?? [] {
      if entry.key?.text == "add", entry.isScalar {
        adding = entry.flag() ?? adding
      } else if let name = entry.permission() {
        names.append(name)
      }
    }
    return names
  }

  /// Names in a list, or names with bounds.
  private func permitted() -> [Permissions.Permission] {
    if case .sequence = node.content {
      return references(example: "\(title): [grant share]").map { .init(name: $0) }
    }
    return (entries(example: "\(title): [grant share]") ?? []).compactMap { $0.permission() }
  }

  /// A name with its bounds.
  private func permission() -> Permissions.Permission? {
    guard let key else { return nil }
    let name = Name(key.text.singleSpaced, at: key.range)
    return keys(example: "\(name.text): {within: \"[0..1]\"}") { keys in
      Permissions.Permission(
        name: name,
        within: keys["within"]?.expression(),
        strict: keys["strict"]?.flag())
    }
  }
}
