internal import Diagnostics
import FEELSyntax
internal import PolicyModel
internal import PolicySyntax

extension PolicyPageBuilder {
  /// What pilots may change, by the layer that allows it.
  var permissions: [PolicyPage.Entry] {
    var entries: [PolicyPage.Entry] = []
    for (document, pilot) in layers {
      guard let allowed = document.mayChange else { continue }
      var entry = PolicyPage.Entry(
        anchor: "permissions-\(entries.count + 1)", name: document.file.name, label: layer(pilot))
      entry.fields = fields(of: allowed)
      entry.chain = [link(pilot, allowed.range, document.inForce)]
      entries.append(entry)
    }
    return entries
  }

  private func fields(of allowed: Permissions) -> [PolicyPage.Field] {
    let lists: [(Wording, [Permissions.Permission], Permissions.Section?)] = [
      (Phrases.parameters, allowed.parameters, nil), (Phrases.decisions, allowed.decisions, nil),
      (Phrases.functions, allowed.functions, nil),
      (policy.isCharge ? Phrases.charges : Phrases.benefits, allowed.benefits, .benefits),
      (Phrases.reasonsToRefer, allowed.refer, .refer),
      (Phrases.reasonsToExempt, allowed.exempt, .exempt), (Phrases.facts, allowed.facts, nil),
    ]
    var fields: [PolicyPage.Field] = lists.flatMap { key, list, section in
      let names = Wording.both(list.map(words(of:)))
      let more = section.map(allowed.allowsAdding(to:)) == true ? Phrases.mayBeAdded : nil
      return [names, more].compactMap { $0 }.map { PolicyPage.Field.words(key, $0) }
    }
    if let parts = Wording.both(allowed.term.map { Phrases.partOfTerm($0.value) }) {
      fields.append(.words(Phrases.termSection, parts))
    }
    if allowed.allowsAdding(to: .criteria) {
      fields.append(.words(Phrases.criteria, Phrases.mayBeAdded))
    }
    if let names = Wording.both(allowed.changeCriteria.map { criterion($0.text) }) {
      fields.append(.words(Phrases.mayChangeCriteria, names))
    }
    if let names = Wording.both(allowed.waiveCriteria.map { criterion($0.text) }) {
      fields.append(.words(Phrases.mayWaiveCriteria, names))
    }
    if allowed.stacking?.value == true {
      fields.append(.words(Phrases.stackingSection, Phrases.mayBeChanged))
    }
    return fields
  }

  /// The name of what may be changed, with its bounds.
  private func words(of permission: Permissions.Permission) -> Wording {
    let name = permission.name.text
    let label = label(ofChanged: name)
    guard let within = permission.within else { return label }
    return Phrases.within(
      label, Self.text(within), isStrict: permission.strict?.value ?? true)
  }

  private func label(ofChanged name: String) -> Wording {
    if let id = policy.names[name] { return label(of: id) }
    let benefit = policy.benefits.first { $0.name == name }?.label
    let reason = (policy.refer + policy.exempt).first { $0.name == name }?.label
    return wording(benefit ?? reason, or: name)
  }

  private func criterion(_ name: String) -> Wording {
    let criterion = policy.criteria.first { $0.name == name }
    return wording(criterion?.label, or: name)
  }
}
