import Diagnostics
import FEELSyntax
import OrderedCollections
import PolicySyntax

extension PolicyResolver {
  /// Resolves how the policy goes together with others.
  func resolveStacking() {
    for entry in layered.stacking.map(\.declaration) {
      require(entry.sources, for: entry.with.text, at: entry.range)
      if entry.with.text == parts.id.name {
        diagnostics.append(PolicyMessages.stacksWithItself(entry.with))
      }
      let name = entry.with.text
      parts.stacking.append(
        Stacking(
          with: PolicyID(name),
          title: parts.titles[PolicyID(name)] ?? entry.label
            ?? Label(zh: name, en: name, at: entry.with.range),
          mode: entry.mode.value, sources: entry.sources, range: entry.range))
    }
  }

  /// Reports permissions for names that are not there.
  func checkPermissions(of layers: [Layer]) {
    for layer in layers {
      guard let permissions = layer.document.mayChange else { continue }
      let file = layer.document.file
      let kinds: [([Permissions.Permission], [String])] = [
        (permissions.parameters, derivedNames(declaredAs: "parameters")),
        (permissions.decisions, derivedNames(declaredAs: "decisions")),
        (permissions.functions, Array(layered.functions.keys)),
        (permissions.benefits, Array(layered.benefits.keys) + Array(layered.charges.keys)),
        (permissions.refer, Array(layered.refer.keys)),
        (permissions.exempt, Array(layered.exempt.keys)),
        (permissions.facts, Array(layered.facts.keys)),
      ]
      for (entries, names) in kinds {
        for entry in entries {
          note([entry.name.text], usedIn: file)
          checkBounds(entry)
          checkOwnValues(entry, in: file)
          if !names.contains(entry.name.text) { reportUnknown(entry.name, among: names) }
        }
      }
      let criteria = Array(layered.criteria.keys)
      for name in permissions.changeCriteria + permissions.waiveCriteria
      where !criteria.contains(name.text) {
        reportUnknown(name, among: criteria)
      }
    }
  }

  private func derivedNames(declaredAs kind: String) -> [String] {
    layered.derived.values.filter { $0.kind == kind }.map(\.name.text)
  }

  private func reportUnknown(_ name: Name, among names: [String]) {
    diagnostics.append(
      LayerMessages.unknownPermission(
        name, nearest: nearest(to: name.text, among: names), isOther: layered.has(name.text)))
  }

  /// Checks bounds that nothing has to keep yet.
  private func checkBounds(_ permission: Permissions.Permission) {
    guard let within = permission.within, let derived = layered.derived[permission.name.text],
      !derived.bounds.contains(where: { $0.permission.within?.range == within.range }),
      let id = parts.names[derived.name.text]
    else { return }
    _ = check(tests: within, of: parts.items[id].type)
  }
}

extension LayeredPolicy {
  /// Whether something of any kind bears a name.
  func has(_ name: String) -> Bool {
    places[name] != nil || criteria[name] != nil || refer[name] != nil || exempt[name] != nil
      || benefits[name] != nil || charges[name] != nil
  }
}
