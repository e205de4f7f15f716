import Determinations
import Diagnostics
import FEEL
import Foundation
import PolicyModel
import Quantities
import RepositoryRules
import Sampling
import SeededRandom
import Testing

@testable import Comparisons

/// Edits of shipped rules, found again by what they do to applicants.
@Suite("Seeded edits and the outcomes of applicants", .serialized)
struct OutcomeEditTests {
  private static let attempts = 120

  /// How many applicants are tried for an edit that is said to have no effect, in the place named or in
  /// a few; whoever doubts it asks for more by the environment, which takes minutes, in every place.
  private static let mostProbes = askedProbes ?? 200
  private static let askedProbes = Int(
    ProcessInfo.processInfo.environment["PROBED_APPLICANTS"] ?? "")

  @Test("every effective edit is found with its cause, and none of the others")
  func findsEffectiveEdits() {
    let results = SeededEdit.all.mappedConcurrently(inChunksOf: 1) { edit in (edit, found(edit)) }
    var score = (effective: 0, found: 0, ineffective: 0, silent: 0)
    for (edit, found) in results {
      for (direction, found) in zip(["", ", taken back"], found) {
        if edit.isEffective {
          score.effective += 1
          if found.changed > 0 {
            score.found += 1
          } else {
            Issue.record("\(edit)\(direction): changes nobody")
          }
        } else {
          score.ineffective += 1
          if let changed = found.example {
            Issue.record("\(edit)\(direction): changes \(changed)")
          } else {
            score.silent += 1
          }
        }
        if let wrong = found.wrongCause {
          Issue.record("\(edit)\(direction): the cause is said to be \(wrong)")
        }
      }
    }
    print(
      "outcome diff: \(score.found) of \(score.effective) effective edits found with the right cause, \(score.silent) of \(score.ineffective) others left alone"
    )
    #expect(score.effective + score.ineffective >= 500)
  }

  private struct Found {
    var changed = 0
    /// Somebody whom it changes.
    var example: String?
    /// A cause that is not the edit.
    var wrongCause: String?
  }

  /// What is found of an edit, and of taking it back: with the applicants of the cases beside the
  /// rules, else with applicants aimed at it.
  private func found(_ edit: SeededEdit) -> [Found] {
    guard let edited = edit.edited() else { return [Found(), Found()] }
    let directions = [
      (from: ShippedRules.rulebook, to: edited.rulebook),
      (from: edited.rulebook, to: ShippedRules.rulebook),
    ]
    let sides = Self.places(edit).map { place in
      (place, directions.map { Self.comparison(edit, place, $0.from, $0.to) })
    }
    var found = [Found(), Found()]
    for (place, comparisons) in sides where found.contains(where: { $0.changed == 0 }) {
      let applicants = ShippedApplicants.of(edit.policy, in: place)
      for (index, comparison) in comparisons.enumerated() {
        note(applicants, edit, isReversed: index == 1, comparison, &found[index])
      }
    }
    for (place, comparisons) in sides where found.contains(where: { $0.changed == 0 }) {
      // Whom an edit touches, taking it back touches.
      let aim = Aim(
        comparisons[0].comparison(of: edit.policy, from: place, to: place),
        examples: ShippedApplicants.examples,
        deciding: edit.isEffective ? Aim.mostDecisions : Self.mostProbes)
      let applicants = aim.applicants().flatMap(\.applicants)
      for (index, comparison) in comparisons.enumerated() {
        note(applicants, edit, isReversed: index == 1, comparison, &found[index])
      }
    }
    return found
  }

  /// The places where an edit is looked for: the one named, or else where its policy applies; a few
  /// of these if it is said to have no effect.
  private static func places(_ edit: SeededEdit) -> [PilotID?] {
    if let pilot = edit.pilot { return [pilot] }
    let pilots = ShippedRules.rulebook.pilots(adapting: edit.policy).map { Optional($0.id) }
    return [nil] + (edit.isEffective || askedProbes != nil ? pilots : Array(pilots.prefix(4)))
  }

  private func note(
    _ applicants: [Applicant], _ edit: SeededEdit, isReversed: Bool,
    _ comparison: OutcomeComparison, _ found: inout Found
  ) {
    for applicant in applicants {
      let result = comparison.compare(applicant)
      // By the rules of one side nothing can be decided: they say where they fail.
      for failure in result.diagnostics where failure.code.rawValue.hasPrefix("Z10") {
        guard !result.undecided.isEmpty, failure.severity == .error else { continue }
        found.changed += 1
        found.example = "\(applicant.id): \(failure.message.en)"
        if failure.range?.file.name != edit.file { found.wrongCause = failure.message.en }
      }
      for finding in result.findings {
        guard let attribution = finding.attribution else { continue }
        found.changed += 1
        found.example = "\(applicant.id): \(finding.from.outcome) to \(finding.to.outcome)"
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
      let comparison = Self.comparison(
        edits[0], edits[0].pilot, ShippedRules.rulebook, rulebook)
      for applicant in ShippedApplicants.of(edits[0].policy, in: edits[0].pilot) {
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
    var text = ShippedRules.text(of: edits[0].file)
    for edit in edits {
      guard text.components(separatedBy: edit.find).count == 2 else { return nil }
      text = text.replacingOccurrences(of: edit.find, with: edit.replace)
    }
    let files = ShippedRules.replacing(edits[0].file, with: text)
    let rulebook = files.rulebook
    let resolution = rulebook.resolve(
      edits[0].policy, pilot: edits[0].pilot, on: edits[0].date, known: .latest)
    guard case .policy = resolution, !files.diagnostics.contains(where: { $0.severity == .error })
    else {
      return nil
    }
    return rulebook
  }

  // MARK: Applicants

  private static func comparison(
    _ edit: SeededEdit, _ place: PilotID?, _ from: Rulebook, _ to: Rulebook
  ) -> OutcomeComparison {
    let view = RuleView(date: edit.date, known: .latest)
    let pilot: PilotChoice = place.map { .named($0) } ?? .nation
    return OutcomeComparison(
      from: .init(from, pilot: pilot, at: view), to: .init(to, pilot: pilot, at: view),
      policy: edit.policy)
  }
}
