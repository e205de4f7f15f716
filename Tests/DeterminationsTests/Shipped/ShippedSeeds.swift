import Casework
import Determinations
import FEELSyntax
import PolicyModel
import Quantities
import RepositoryRules

extension Setting {
  /// The applicants of all shipped cases of the policy, wherever they were written, with their
  /// days: good to start from.
  var seeds: [(draft: Draft, date: CalendarDate)] {
    ShippedRules.caseFiles.flatMap { file -> [(Draft, CalendarDate)] in
      guard case .policy(let name) = file.subject, name.text == policy.name else { return [] }
      let isOwn = file.pilot == pilot?.name
      return file.cases.flatMap { entry -> [(Draft, CalendarDate)] in
        guard case .decision(let applicant, let date, _, _) = entry.trial else { return [] }
        var draft = Draft(applicant, claiming: name.text)
        if !isOwn {
          // The region decides; the rest may serve anywhere.
          for name in draft.names where name.hasSuffix("region") { draft.facts[name] = nil }
        }
        return Array(repeating: (draft, date), count: isOwn ? 3 : 1)
      }
    }
  }
}
