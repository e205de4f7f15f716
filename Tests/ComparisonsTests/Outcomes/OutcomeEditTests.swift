import Determinations
import Diagnostics
import FEEL
import Foundation
import PolicyModel
import Quantities
import Sampling
import SeededRandom
import Testing

@testable import Comparisons

/// Edits of shipped rules, found again by what they do to applicants at the thresholds of the rules.
@Suite("Seeded edits and the outcomes of applicants", .serialized)
struct OutcomeEditTests {
  // How many applicants at the thresholds are drawn beside those of the cases. They show a tenth more of
  // the edits and take minutes, so that none are drawn unless the environment asks for them.
  private static let sampled =
    Int(ProcessInfo.processInfo.environment["SAMPLED_APPLICANTS"] ?? "") ?? 0
  private static let attempts = 120

  @Test("every effective edit is found with its cause, and none of the others")
  func findsEffectiveEdits() {
    let seed: UInt64 = 1
    let results = SeededEdit.all.mappedConcurrently(inChunksOf: 2) { edit in
      [false, true].map { (edit, $0, found(edit, isReversed: $0, seed: seed)) }
    }.flatMap { $0 }
    var score = (effective: 0, found: 0, ineffective: 0, silent: 0)
    for (edit, isReversed, found) in results {
      let name = "\(edit)\(isReversed ? ", taken back" : "")"
      if edit.isEffective {
        score.effective += 1
        if found.changed > 0 {
          score.found += 1
        }
      } else {
        score.ineffective += 1
        if found.changed == 0 {
          score.silent += 1
        } else {
          Issue.record("\(name): changes somebody")
        }
      }
      if let wrong = found.wrongCause { Issue.record("\(name): the cause is said to be \(wrong)") }
    }
    print(
      "outcome diff, seed \(seed): \(score.found) of \(score.effective) effective edits found with the right cause, \(score.silent) of \(score.ineffective) others left alone"
    )
    #expect(results.count == 2 * SeededEdit.all.count)
  }

  private struct Found {
    var changed = 0
    /// A cause that is not the edit.
    var wrongCause: String?
  }

  private func found(_ edit: SeededEdit, isReversed: Bool, seed: UInt64) -> Found {
    guard let edited = edit.edited() else { return Found() }
    let books =
      isReversed
      ? [edited.rulebook, ShippedRules.rulebook] : [ShippedRules.rulebook, edited.rulebook]
    let comparison = Self.comparison(edit, books[0], books[1])
    var found = Found()
    for applicant in Self.applicants(edit, by: edited.rulebook, seed: seed) {
      for finding in comparison.compare(applicant).findings {
        guard let attribution = finding.attribution else { continue }
        found.changed += 1
        for cause in attribution.causes {
          guard case .change(let id) = cause,
            let wanted = edit.expected.map({ isReversed ? $0.reversed : $0 }),
            SeededEdit.Named(finding.comparison.changes[id]) == wanted
          else {
            found.wrongCause = "\(cause)"
            continue
          }
        }
      }
    }
    return found
  }

  @Test("causes of two and three edits at once add up to the whole change")
  func severalEdits() throws {
    let seed: UInt64 = 20_260_401
    print("several edits at once: seed \(seed)")
    var score = (mixtures: 0, changed: 0, interacting: 0)
    for number in 0..<Self.attempts {
      var random = SplitMix64(seed: seed, stream: UInt64(number))
      guard let edits = Self.several(&random), let rulebook = Self.applying(edits) else { continue }
      score.mixtures += 1
      let comparison = Self.comparison(edits[0], ShippedRules.rulebook, rulebook)
      for applicant in Self.applicants(edits[0], by: rulebook, seed: seed) {
        for finding in comparison.compare(applicant).findings {
          guard let attribution = finding.attribution else { continue }
          score.changed += 1
          if attribution.interacts { score.interacting += 1 }
          #expect(!attribution.causes.isEmpty && !attribution.causes.contains(.circumstances))
          for entry in attribution.whole.entries {
            let from = finding.from.total(in: entry.unit)
            let to = finding.to.total(in: entry.unit)
            #expect(entry.amount == from.flatMap { from in to?.subtracting(from) })
            let parts = attribution.shares.map { $0.alone[entry.unit] }
            guard let whole = entry.amount, !parts.contains(nil),
              let together = attribution.together[entry.unit]
            else { continue }
            let sum = parts.compactMap { $0 }.reduce(together) { $0.adding($1) ?? .zero }
            #expect(sum == whole, "\(edits), \(applicant.id)")
          }
        }
      }
    }
    print(
      "of \(score.mixtures): \(score.changed) changes of outcomes, \(score.interacting) by causes that interact"
    )
    #if !DEBUG
      #expect(score.mixtures >= 60)
      #expect(score.interacting > 0)
    #endif
  }

  // MARK: Edits at once

  /// Two or three effective edits of one file, decided on one day in one place.
  private static func several(_ random: inout SplitMix64) -> [SeededEdit]? {
    let effective = SeededEdit.all.filter(\.isEffective)
    guard let first = random.pick(effective) else { return nil }
    var rest = effective.filter {
      $0.file == first.file && $0.policy == first.policy && $0.pilot == first.pilot
        && $0.date == first.date && $0.name != first.name
    }
    var edits = [first]
    for _ in 0..<(1 + random.below(2)) {
      guard let next = random.pick(rest) else { break }
      rest.removeAll { $0.name == next.name }
      edits.append(next)
    }
    return edits.count > 1 ? edits : nil
  }

  /// The rules with all edits; nil if they do not go together.
  private static func applying(_ edits: [SeededEdit]) -> Rulebook? {
    var text = ShippedRules.asTheyAre.texts[edits[0].file] ?? ""
    for edit in edits {
      guard text.components(separatedBy: edit.find).count == 2 else { return nil }
      text = text.replacingOccurrences(of: edit.find, with: edit.replace)
    }
    let (rulebook, diagnostics) = ShippedRules.asTheyAre.replacing(edits[0].file, with: text)
    let resolution = rulebook.resolve(
      edits[0].policy, pilot: edits[0].pilot, on: edits[0].date, known: .latest)
    guard case .policy = resolution, !diagnostics.contains(where: { $0.severity == .error }) else {
      return nil
    }
    return rulebook
  }

  // MARK: Applicants

  private static func comparison(
    _ edit: SeededEdit, _ from: Rulebook, _ to: Rulebook
  ) -> OutcomeComparison {
    let view = RuleView(date: edit.date, known: .latest)
    let pilot: PilotChoice = edit.pilot.map { .named($0) } ?? .nation
    return OutcomeComparison(
      from: .init(from, pilot: pilot, at: view), to: .init(to, pilot: pilot, at: view),
      policy: edit.policy)
  }

  /// Applicants of the cases beside the rules, and applicants at the thresholds of either rules.
  private static func applicants(
    _ edit: SeededEdit, by edited: Rulebook, seed: UInt64
  ) -> [Applicant] {
    let cases = ShippedApplicants.of(edit.policy, in: edit.pilot)
    return cases + [ShippedRules.rulebook, edited].flatMap { sample(edit, $0, cases, seed) }
  }

  private static func sample(
    _ edit: SeededEdit, _ rulebook: Rulebook, _ cases: [Applicant], _ seed: UInt64
  ) -> [Applicant] {
    guard sampled > 0 else { return [] }
    let question = Sampler.Question(
      policy: edit.policy, pilots: edit.pilot.map { [$0] } ?? [], date: edit.date, known: .latest)
    let examples = cases.map {
      Example($0, on: edit.date, policy: edit.policy, pilot: edit.pilot)
    }
    guard let sampler = try? Sampler(question, from: rulebook, examples: examples, seed: seed)
    else {
      return []
    }
    return (0..<sampled).map { sampler.applicant($0) }
  }
}
