import Diagnostics
import FEEL
import PolicyModel
import Quantities

@testable import Determinations

/// A policy with the rules of one place: what an applicant is decided by.
struct Setting: Sendable, CustomStringConvertible {
  let rulebook: Rulebook
  let policy: PolicyID
  let pilot: PilotID?

  var description: String { "\(policy) \(pilot?.name ?? "nation")" }

  /// The policy in force on a day.
  func policy(on date: CalendarDate, known: CalendarDate) -> Policy? {
    guard case .policy(let found) = rulebook.resolve(policy, pilot: pilot, on: date, known: known)
    else { return nil }
    return found
  }

  /// Decides without looking for the pilot and without checking names, which takes long.
  func decide(_ draft: Draft, on date: CalendarDate, known: CalendarDate) -> Verdict {
    guard let policy = policy(on: date, known: known) else { return .noRule }
    let applicant = draft.applicant
    let binding = Binding(applicant, to: policy)
    if let first = binding.diagnostics.first(where: { $0.severity == .error }) {
      return .badFacts(first.message.en)
    }
    let run = PolicyRun(
      policy: policy, onDay: { self.policy(on: $0, known: known) }, applicant: applicant,
      bound: binding.bound, date: date, known: known, detail: .grounds)
    do {
      return .decided(try run.determination())
    } catch {
      let place = error.range.map(\.place) ?? "nowhere"
      return .failed("\(place) \(error.diagnostic.message.en)")
    }
  }
}

/// What became of an attempt to decide.
enum Verdict {
  /// No edition covers the day.
  case noRule
  /// The facts do not fit their declarations.
  case badFacts(String)
  /// The rules could not be evaluated.
  case failed(String)
  /// A determination.
  case decided(Determination)

  var determination: Determination? {
    if case .decided(let determination) = self { determination } else { nil }
  }
}
