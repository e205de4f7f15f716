internal import Determinations
internal import Diagnostics
internal import FEEL
internal import PolicySyntax
internal import Quantities

extension DeterminationWriter {
  /// Every criterion with its result and clauses.
  mutating func writeCriteria() {
    let criteria = determination.criteria
    guard !criteria.isEmpty else { return }
    heading(Phrases.criteria)
    let width =
      Set(criteria.map(\.result)).map { DisplayWidth.columns(of: text(Phrases.result($0))) }.max()
      ?? 0
    for criterion in criteria { write(criterion, width: width) }
  }

  private mutating func write(_ criterion: CriterionResult, width: Int) {
    let result = criterion.result
    let word = DisplayWidth.pad(text(Phrases.result(result)), to: width)
    let mark = "\(result.mark) \(word)  "
    page.add(
      text(criterion.label, or: criterion.name), indentation: indentation + 2, mark: mark,
      markInk: result.ink, ink: result == .unmet ? .heading : .plain)
    let hang = 2 + DisplayWidth.columns(of: mark)
    if result == .unmet {
      let why = criterion.unmet?.text(in: language)
      var parts = why.map { [$0] } ?? []
      if let day = criterion.metFrom?.description, why?.contains(day) != true {
        parts.append(text(Phrases.metFrom(day)))
      }
      remark(parts.joined(separator: text(Phrases.semicolon)), indentation: hang)
    }
    if result == .unmet || result == .unknown {
      let facts = criterion.facts.filter { !$0.value.isUnknown }
      remark(list(of: facts), indentation: hang)
    }
    if result == .unknown, !criterion.waitsFor.isEmpty {
      let facts = list(criterion.waitsFor.map(names.text(of:)))
      remark(text(Phrases.dependsOn(facts)), indentation: hang)
    }
    remark(clauses.full(criterion.sources), indentation: hang, ink: .faint)
  }
}
