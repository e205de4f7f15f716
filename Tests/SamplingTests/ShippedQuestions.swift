import Casework
import Determinations
import FEELSyntax
import PolicyModel
import Quantities
import RepositoryRules
import Sampling

extension ShippedRules {
  /// The applicants of the cases.
  static let examples: [Example] = caseFiles.flatMap { file -> [Example] in
    guard case .policy(let policy) = file.subject else { return [] }
    return file.cases.compactMap { trial in
      guard case .decision(let applicant, let date, _, _) = trial.trial else { return nil }
      return Example(
        applicant, on: date, policy: PolicyID(policy.text), pilot: file.pilot.map { PilotID($0) })
    }
  }

  /// Every policy in every place with cases, on the last day on which one of them is paid.
  static let questions: [(question: Sampler.Question, canBePaid: Bool)] = rulebook.policyIDs.flatMap
  { policy in
    ([nil] + rulebook.pilots(adapting: policy).map { Optional($0.id) }).compactMap { pilot in
      let own = examples.filter { $0.policy == policy && $0.pilot == pilot }
      let paid = own.filter { example in
        let decided = Decider(rulebook).decide(
          example.applicant, policy: policy, pilot: pilot.map { .named($0) } ?? .nation,
          on: example.date, known: .latest)
        let outcome = decided.determinations.first?.outcome
        return outcome == .eligible || outcome == .payable
      }
      let days = (paid.isEmpty ? own : paid).map(\.date)
      guard let day = days.max(by: { $0.dayNumber < $1.dayNumber }),
        case .policy = rulebook.resolve(policy, pilot: pilot, on: day, known: .latest)
      else { return nil }
      let question = Sampler.Question(
        policy: policy, pilots: pilot.map { [$0] } ?? [], date: day, known: .latest)
      return (question, !paid.isEmpty)
    }
  }
}

extension Sampler.Question {
  var testDescription: String {
    "\(policy) \(pilots.first?.name ?? "nation") \(date)"
  }
}
