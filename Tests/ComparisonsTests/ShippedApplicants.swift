import Casework
import Determinations
import FEELSyntax
import PolicyModel
import Quantities
import RepositoryRules
import Sampling

/// The applicants of the cases beside the shipped rules.
enum ShippedApplicants {
  /// Applicants of the cases of a policy in a place.
  static func of(_ policy: PolicyID, in pilot: PilotID?) -> [Applicant] {
    all.filter { $0.policy == policy.name && $0.pilot == pilot?.name }.map(\.applicant)
  }

  /// All of them, as examples of what is plausible.
  static let examples: [Example] = all.map {
    Example(
      $0.applicant, on: $0.date, policy: PolicyID($0.policy), pilot: $0.pilot.map { PilotID($0) })
  }

  private typealias Entry = (
    policy: String, pilot: String?, applicant: Applicant, date: CalendarDate
  )

  private static let all: [Entry] = ShippedRules.caseFiles.flatMap { file -> [Entry] in
    guard case .policy(let policy) = file.subject else { return [] }
    return file.cases.compactMap { entry -> Entry? in
      switch entry.trial {
      case .decision(let applicant, let date, _, _),
        .schedule(let applicant, let date, _, _, _, _):
        return (policy.text, file.pilot, applicant, date)
      case .expression: return nil
      }
    }
  }
}
