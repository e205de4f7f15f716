import Diagnostics
import FEEL
import FEELSyntax
import OrderedCollections
import PolicySyntax

extension PolicyResolver {
  /// Resolves the months a claim can be paid for.
  func resolveTerm() {
    guard let entry = layered.term else { return }
    let declaration = entry.declaration
    cite(declaration.sources)
    guard let startsText = declaration.starts else {
      diagnostics.append(PolicyMessages.missing("starts", of: "term", at: declaration.range))
      return
    }
    guard let starts = day(startsText) else { return }
    let last = declaration.lastMonth.flatMap { nullable($0, .date) }
    let months = declaration.months.flatMap { nullable($0, .number) }
    let usedBefore = declaration.usedBefore.flatMap { nullable($0, .number) }
    if declaration.months != nil, declaration.usedBefore == nil {
      diagnostics.append(
        PolicyMessages.missing("used before", of: "term", at: declaration.range))
    }
    parts.term = Term(
      starts: starts, lastMonth: last, months: months, usedBefore: usedBefore,
      counts: declaration.counts?.value ?? .payableMonths,
      ends: declaration.ends.compactMap { event($0, suspends: false) },
      suspended: declaration.suspended.compactMap { event($0, suspends: true) },
      sources: declaration.sources, assumes: declaration.assumes, range: declaration.range)
  }

  /// An expression of a type that may also be null.
  private func nullable(_ text: ExpressionText, _ type: FEELType) -> CheckedExpression? {
    guard let expression = check(text) else { return nil }
    if expression.type.conforms(to: .optional(type)) { return expression }
    diagnostics.append(PolicyMessages.wrongType(type, found: expression.type, at: text.range))
    return nil
  }

  private func event(_ entry: EndDeclaration, suspends: Bool) -> TermEvent? {
    cite(entry.sources)
    guard let text = entry.condition else {
      diagnostics.append(PolicyMessages.missing("when", of: entry.name))
      return nil
    }
    guard let effect = entry.effect?.value else {
      diagnostics.append(PolicyMessages.missing("effect", of: entry.name))
      return nil
    }
    if suspends, entry.afterwards == nil {
      diagnostics.append(PolicyMessages.missing("afterwards", of: entry.name))
    }
    guard let condition = condition(text) else { return nil }
    return TermEvent(
      name: entry.name.text, label: entry.label, condition: condition,
      reading: entry.reading?.value ?? .lastDay, effect: effect,
      afterwards: entry.afterwards?.value, atMost: entry.atMost.flatMap { check($0) },
      atTheRate: entry.atTheRate?.value ?? .ofTheMonth, sources: entry.sources,
      range: entry.range)
  }

  /// Resolves how the policy goes together with others.
  func resolveStacking() {
    for entry in layered.stacking {
      require(
        entry.declaration.sources, for: entry.declaration.with.text, at: entry.declaration.range)
      parts.stacking.append(
        Stacking(
          with: PolicyID(entry.declaration.with.text), mode: entry.declaration.mode.value,
          sources: entry.declaration.sources, range: entry.declaration.range))
    }
  }

  /// Reports permissions for names that are not there.
  func checkPermissions() {
    for layer in layers {
      guard let permissions = layer.document.mayChange else { continue }
      let derived = Array(layered.derived.keys)
      let kinds: [([Permissions.Permission], [String])] = [
        (permissions.parameters, derived), (permissions.decisions, derived),
        (permissions.functions, Array(layered.functions.keys)),
        (permissions.benefits, Array(layered.benefits.keys) + Array(layered.charges.keys)),
        (permissions.refer, Array(layered.refer.keys)),
        (permissions.facts, Array(layered.facts.keys)),
      ]
      for (entries, names) in kinds {
        for entry in entries {
          if names.contains(entry.name.text) {
            used.insert(entry.name.text)
          } else {
            diagnostics.append(
              LayerMessages.unknownPermission(
                entry.name, nearest: nearest(to: entry.name.text, among: names)))
          }
        }
      }
      let criteria = Array(layered.criteria.keys)
      for name in permissions.changeCriteria + permissions.waiveCriteria
      where !criteria.contains(name.text) {
        diagnostics.append(
          LayerMessages.unknownPermission(name, nearest: nearest(to: name.text, among: criteria)))
      }
    }
  }
}
