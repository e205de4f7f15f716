import Casework
import Determinations
import Diagnostics
import FEELSyntax
import PolicyModel
import Quantities
import YAMLTree

/// The applicants of the cases beside the shipped rules.
enum ShippedApplicants {
  /// Applicants of the cases of a policy in a place.
  static func of(_ policy: PolicyID, in pilot: PilotID?) -> [Applicant] {
    all.filter { $0.policy == policy.name && $0.pilot == pilot?.name }.map(\.applicant)
  }

  private static let all: [(policy: String, pilot: String?, applicant: Applicant)] = {
    let folders =
      [(folder: "rules/tests", pilot: String?.none)]
      + ShippedRules.names(in: "pilots").map { ("pilots/\($0)/tests", $0) }
    return folders.flatMap { folder, pilot in
      ShippedRules.names(in: folder).flatMap { name in
        let path = "\(folder)/\(name)"
        let source = SourceFile(name: path, text: ShippedRules.text(of: path))
        let file = CaseFile.read(YAMLDocument(reading: source), pilot: pilot).file
        guard let file, case .policy(let policy) = file.subject else {
          return [(policy: String, pilot: String?, applicant: Applicant)]()
        }
        return file.cases.compactMap { entry in
          guard case .decision(let applicant, _, _, _) = entry.trial else { return nil }
          return (policy.text, pilot, applicant)
        }
      }
    }
  }()
}
