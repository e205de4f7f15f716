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
      permissions.benefits = keys["benefits"]?.permitted() ?? []
      permissions.benefits += keys["charges"]?.permitted() ?? []
      permissions.refer = keys["refer"]?.permitted() ?? []
      permissions.exempt = keys["exempt"]?.permitted() ?? []
      permissions.facts = keys["facts"]?.permitted() ?? []
      permissions.term =
        keys["term"]?.items(example: "term: [starts, ends]").compactMap {
          $0.word(among: Self.termKeys)
        } ?? []
      permissions.stacking = keys["stacking"]?.flag()
      _ = keys["criteria"]?.keys(example: "criteria: {add: true, change: [earns], waive: [earns]}")
      {
        criteria in
        permissions.addCriteria = criteria["add"]?.flag()
        permissions.changeCriteria =
          criteria["change"]?.references(example: "change: [contribution paid]") ?? []
        permissions.waiveCriteria =
          criteria["waive"]?.references(example: "waive: [registered long enough]") ?? []
      }
      return permissions
    }
  }

  /// Names in a list, or names with bounds.
  private func permitted() -> [Permissions.Permission] {
    if case .sequence = node.content {
      return references(example: "\(title): [grant share]").map { .init(name: $0) }
    }
    let example = "\(title): {grant share: {within: \"[0..1]\"}}"
    return (entries(example: "\(title): [grant share]") ?? []).compactMap { entry in
      guard let key = entry.key else { return nil }
      let name = Name(key.text.singleSpaced, at: key.range)
      return entry.keys(example: example) { keys in
        Permissions.Permission(
          name: name,
          within: keys["within"]?.expression(),
          strict: keys["strict"]?.flag())
      }
    }
  }
}
