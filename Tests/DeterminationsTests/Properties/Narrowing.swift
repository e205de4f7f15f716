import Determinations
import FEEL
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities

/// Fills in what is missing, fact by fact, so that one of them stays asked for until it is all that is
/// missing: the likeliest place to see it matter.
struct Narrowing {
  let trial: Trial
  let generator: ApplicantGenerator
  let fact: MissingFact

  private static let mostSteps = 30
  private static let mostFillings = 12

  private var telling: TellingValues { TellingValues(trial: trial, generator: generator) }

  /// An applicant of whom nothing but the fact is asked for any more; nil if the way was lost.
  func next(_ random: inout SplitMix64) -> Draft? {
    var draft = trial.partial
    var asked = asked(of: draft)
    for _ in 0..<Self.mostSteps {
      let others = asked.filter { !isMeant($0) }
      guard others.count < asked.count else { return nil }
      guard !others.isEmpty else { return draft }
      let other = random.pick(others)
      var found = false
      for _ in 0..<Self.mostFillings where !found {
        guard let next = filled(draft, other, &random) else { continue }
        let left = self.asked(of: next)
        guard left.contains(where: isMeant), !left.contains(where: { isSame($0, other) })
        else { continue }
        (draft, asked, found) = (next, left, true)
      }
      guard found else { return nil }
    }
    return nil
  }

  /// The applicant with something in the place of a fact that is missing, and of no other.
  func filled(
    _ draft: Draft, _ missing: MissingFact, _ random: inout SplitMix64
  ) -> Draft? {
    var filled = draft
    let name = missing.name
    if name == "grants" {
      guard let own = draft.grants else {
        filled.grants = random.chance(30) ? telling.grants(of: draft, &random) : nil
        filled.grants =
          filled.grants ?? generator.grants(of: draft, complete: true, &random)
        return filled
      }
      filled.grants = Self.records(
        own, generator.completed(draft, &random).grants, taking: missing.part)
    } else if let own = draft.facts[name] {
      let drawn =
        random.chance(50)
        ? telling.filledAlike(name, own, of: draft, &random)
        : generator.completed(draft, &random).facts[name]
      filled.facts[name] =
        missing.part.isEmpty ? drawn : Self.records(own, drawn, taking: missing.part)
    } else if missing.type.nonNull.isNumber, random.chance(10) {
      filled.facts[name] = TellingValues.large
    } else {
      let shipped = trial.shipped.compactMap { $0.facts[name] }
      filled.facts[name] =
        !shipped.isEmpty && random.chance(30)
        ? random.pick(shipped) : telling.value(name, of: draft, &random)
      if filled.facts[name] == nil { return nil }
    }
    return filled
  }

  /// Records with one entry, where they lack it, as it is in others.
  private static func records(
    _ own: SuppliedValue, _ drawn: SuppliedValue?, taking part: String
  ) -> SuppliedValue? {
    guard case .list(let elements) = own.content, case .list(let others)? = drawn?.content,
      elements.count == others.count
    else { return drawn }
    return .list(
      zip(elements, others).map { element, other in
        guard case .record(let entries) = element.content,
          case .record(let drawn) = other.content,
          !entries.contains(where: { $0.key.text == part })
        else { return element }
        return .record(
          (entries + drawn.filter { $0.key.text == part }).map { ($0.key.text, $0.value) })
      })
  }

  private func asked(of draft: Draft) -> [MissingFact] {
    trial.setting.decide(draft, on: trial.date, known: trial.known).determination?.missing ?? []
  }

  private func isMeant(_ other: MissingFact) -> Bool { isSame(fact, other) }

  private func isSame(_ one: MissingFact, _ other: MissingFact) -> Bool {
    one.name == other.name && one.part == other.part
  }
}
