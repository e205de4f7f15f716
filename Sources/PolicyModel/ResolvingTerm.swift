import Diagnostics
import FEEL
import FEELSyntax
import OrderedCollections
import PolicySyntax
import Quantities

extension PolicyResolver {
  /// Resolves the months a claim can be paid for.
  func resolveTerm() {
    guard let entry = layered.term else { return }
    let declaration = entry.declaration
    cite(declaration.sources)
    if declaration.starts == nil {
      diagnostics.append(PolicyMessages.missing("starts", of: "term", at: declaration.range))
    }
    let starts = declaration.starts.flatMap { day($0) }
    let last = declaration.lastMonth.flatMap { nullable($0, .date) }
    let months = declaration.months.flatMap { number(of: "months", $0) }
    let usedBefore = declaration.usedBefore.flatMap { number(of: "used before", $0) }
    if declaration.months != nil, declaration.usedBefore == nil {
      diagnostics.append(
        PolicyMessages.missing("used before", of: "term", at: declaration.range))
    }
    let ends = declaration.ends.compactMap { event($0, suspends: false) }
    let suspended = declaration.suspended.compactMap { event($0, suspends: true) }
    guard let starts else { return }
    parts.term = Term(
      starts: starts, lastMonth: last, months: months, usedBefore: usedBefore,
      counts: declaration.counts?.value ?? .payableMonths, ends: ends, suspended: suspended,
      sources: declaration.sources, assumes: declaration.assumes, range: declaration.range,
      chain: entry.chain)
  }

  /// An expression of a type that may also be null.
  private func nullable(_ text: ExpressionText, _ type: FEELType) -> CheckedExpression? {
    guard let expression = check(text) else { return nil }
    if expression.type.conforms(to: .optional(type)) { return expression }
    diagnostics.append(PolicyMessages.wrongType(type, found: expression.type, at: text.range))
    return nil
  }

  /// A number of months; a constant that counts nothing is reported.
  private func number(of key: String, _ text: ExpressionText) -> CheckedExpression? {
    guard let expression = nullable(text, .number) else { return nil }
    if case .constant(.number(let number)) = expression.node,
      !number.isInteger || number < Decimal128.zero
    {
      diagnostics.append(PolicyMessages.noCount(key, at: text.range))
    }
    return expression
  }

  private func event(_ entry: EndDeclaration, suspends: Bool) -> TermEvent? {
    cite(entry.sources)
    if entry.condition == nil { diagnostics.append(PolicyMessages.missing("when", of: entry.name)) }
    if entry.effect == nil { diagnostics.append(PolicyMessages.missing("effect", of: entry.name)) }
    if suspends, entry.afterwards == nil {
      diagnostics.append(PolicyMessages.missing("afterwards", of: entry.name))
    }
    let atMost = entry.atMost.flatMap { number(of: "at most", $0) }
    guard let condition = entry.condition.flatMap({ condition($0) }),
      let effect = entry.effect?.value
    else { return nil }
    return TermEvent(
      name: entry.name.text, label: entry.label, condition: condition,
      reading: entry.reading?.value ?? .lastDay, effect: effect,
      afterwards: entry.afterwards?.value, atMost: atMost,
      atTheRate: entry.atTheRate?.value ?? .ofTheMonth, sources: entry.sources,
      range: entry.range)
  }
}
