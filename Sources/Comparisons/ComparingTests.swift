import Diagnostics
import FEELSyntax
import PolicyModel
import PolicySyntax

// Criteria, reasons, benefits, the term and stacking: what is decided, entry by entry.

extension DifferenceBuilder {
  mutating func compareTests() {
    let criteria = picks(
      .criterion, from.criteria, to.criteria, name: { $0.declaration.name.text },
      label: \.declaration.label,
      spot: { Spot($0.declaration.name.range, $0.declaration.sources, $0.pilot) },
      aspects: { Aspects.of($0.declaration, $1) })
    mix { draft, choice in
      draft.criteria = criteria.compactMap { $0(choice) }
      // A criterion that is not in the mixture is not waited for.
      let names = Set(draft.criteria.map(\.declaration.name))
      for index in draft.criteria.indices {
        draft.criteria[index].declaration.after.removeAll { !names.contains($0) }
      }
    }
    let refer = reasons(.refer, from.refer, to.refer)
    mix { draft, choice in draft.refer = refer.compactMap { $0(choice) } }
    let exempt = reasons(.exempt, from.exempt, to.exempt)
    mix { draft, choice in draft.exempt = exempt.compactMap { $0(choice) } }
    let benefits = amounts(.benefit, from.benefits, to.benefits)
    mix { draft, choice in draft.benefits = benefits.compactMap { $0(choice) } }
    let charges = amounts(.charge, from.charges, to.charges)
    mix { draft, choice in draft.charges = charges.compactMap { $0(choice) } }
  }

  private mutating func reasons(
    _ kind: RuleChange.Kind, _ old: [Layered<ReferDeclaration>],
    _ new: [Layered<ReferDeclaration>]
  ) -> [Pick<Layered<ReferDeclaration>>] {
    picks(
      kind, old, new, name: { $0.declaration.name.text }, label: \.declaration.label,
      spot: { Spot($0.declaration.name.range, $0.declaration.sources, $0.pilot) },
      aspects: { Aspects.of($0.declaration, $1) })
  }

  private mutating func amounts(
    _ kind: RuleChange.Kind, _ old: [Layered<BenefitDeclaration>],
    _ new: [Layered<BenefitDeclaration>]
  ) -> [Pick<Layered<BenefitDeclaration>>] {
    picks(
      kind, old, new, name: { $0.declaration.name.text }, label: \.declaration.label,
      spot: { Spot($0.declaration.name.range, $0.declaration.sources, $0.pilot) },
      aspects: { Aspects.of($0.declaration, $1) })
  }

  mutating func compareStacking() {
    let stacking = picks(
      .stacking, from.stacking, to.stacking, name: { $0.with.text }, label: \.label,
      spot: { Spot($0.with.range, $0.sources) }, aspects: { Aspects.of($0, $1) })
    mix { draft, choice in draft.stacking = stacking.compactMap { $0(choice) } }
  }

  // MARK: The term

  private typealias TermPath = any WritableKeyPath<TermDeclaration, ExpressionText?> & Sendable
  private typealias EventPath = any WritableKeyPath<TermDeclaration, [EndDeclaration]> & Sendable

  mutating func compareTerm() {
    guard let old = from.term, let new = to.term else {
      compareWholeTerm()
      return
    }
    let first = Spot(old.declaration.range, old.declaration.sources, old.pilot)
    let second = Spot(new.declaration.range, new.declaration.sources, new.pilot)
    let texts: [(String, TermPath)] = [
      ("starts", \.starts), ("last month", \.lastMonth), ("months", \.months),
      ("used before", \.usedBefore),
    ]
    for (key, path) in texts {
      var before = Aspects(self.before)
      before.add(key, old.declaration[keyPath: path])
      var after = Aspects(self.after)
      after.add(key, new.declaration[keyPath: path])
      guard
        let id = noteChange(.term, key, before.all, after.all, from: first, to: second)
      else { continue }
      let text = new.declaration[keyPath: path]
      mix { draft, choice in
        if choice.has(id) { draft.term?.declaration[keyPath: path] = text }
      }
    }
    compareCounts(old, new, first, second)
    compare(.ends, \.ends, old, new)
    compare(.suspended, \.suspended, old, new)
  }

  private mutating func compareCounts(
    _ old: Layered<TermDeclaration>, _ new: Layered<TermDeclaration>, _ first: Spot,
    _ second: Spot
  ) {
    func counts(_ term: TermDeclaration) -> [Aspect] {
      var aspects = Aspects(before)
      aspects.add("counts", term.counts) { $0 == .payableMonths ? "" : $0.rawValue }
      return aspects.all
    }
    if let id = noteChange(
      .term, "counts", counts(old.declaration), counts(new.declaration), from: first, to: second)
    {
      mix { draft, choice in
        if choice.has(id) { draft.term?.declaration.counts = new.declaration.counts }
      }
    }
    func words(_ term: TermDeclaration) -> [Aspect] {
      var aspects = Aspects(before)
      aspects.add("assumes", term.assumes)
      aspects.add(term.sources)
      return aspects.all
    }
    if let id = noteChange(
      .term, "term", words(old.declaration), words(new.declaration), from: first, to: second)
    {
      mix { draft, choice in
        guard choice.has(id) else { return }
        draft.term?.declaration.assumes = new.declaration.assumes
        draft.term?.declaration.sources = new.declaration.sources
      }
    }
  }

  private mutating func compare(
    _ kind: RuleChange.Kind, _ path: EventPath, _ old: Layered<TermDeclaration>,
    _ new: Layered<TermDeclaration>
  ) {
    let events = picks(
      kind, old.declaration[keyPath: path], new.declaration[keyPath: path], name: { $0.name.text },
      label: \.label, spot: { Spot($0.name.range, $0.sources) }, aspects: { Aspects.of($0, $1) })
    mix { draft, choice in
      draft.term?.declaration[keyPath: path] = events.compactMap { $0(choice) }
    }
  }

  /// A term that only one side has.
  private mutating func compareWholeTerm() {
    guard let entry = to.term ?? from.term else { return }
    let isAdded = to.term != nil
    var aspects = Aspects(isAdded ? after : before)
    let term = entry.declaration
    aspects.add("starts", term.starts)
    aspects.add("last month", term.lastMonth)
    aspects.add("months", term.months)
    aspects.add("used before", term.usedBefore)
    aspects.add("counts", term.counts) { $0.rawValue }
    aspects.add(term.ends.map(\.name), "ends")
    aspects.add(term.suspended.map(\.name), "suspended")
    aspects.add(term.sources)
    let id = noteSingle(
      .term, "term", aspects.all, Spot(term.range, term.sources, entry.pilot), isAdded: isAdded)
    mix { draft, choice in draft.term = choice.has(id) == isAdded ? entry : nil }
  }
}
