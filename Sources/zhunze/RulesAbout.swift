import Determinations
import FEELSyntax
import PolicyModel
import PolicySyntax

extension RulesFolder.Contents {
  /// Those files without which a policy would be decided otherwise: all but those that declare at
  /// their beginning another policy, which is not named, or an overlay of one.
  fileprivate func about(_ policy: PolicyID, naming others: Set<String>) -> Self {
    let bears = { (heading: PolicyDocument.Heading?) in
      switch heading {
      case .policy(let name): name == policy.name || others.contains(name)
      case .overlay(let name): name == policy.name
      case nil: true
      }
    }
    var part = self
    part.rules = rules.filter { bears(PolicyDocument.Heading(of: $0)) }
    part.pilots = pilots.map { pilot in
      .init(
        name: pilot.name, file: pilot.file,
        overlays: pilot.overlays.filter { bears(PolicyDocument.Heading(of: $0)) })
    }
    return part
  }
}

extension RulesRead {
  /// Reads what bears on one policy, for applicants whose claims and grants may name others.
  ///
  /// A determination is the same as if all were read, unless something is reported or no rule is in
  /// force.
  init(
    about policy: PolicyID, for applicants: [Applicant], in contents: RulesFolder.Contents,
    by reader: DocumentReader
  ) {
    // A policy under which something was granted is called by its title.
    let named = Set(applicants.flatMap(\.policiesNamed))
    let part = contents.about(policy, naming: named)
    self.init(reading: part, by: reader)
    // A policy that another goes together with is called by its title.
    let stacked = Set(rulebook.allDocuments.flatMap(\.stacking).map(\.with.text))
    let whole = contents.about(policy, naming: named.union(stacked))
    if whole.ruleFiles.count > part.ruleFiles.count { self.init(reading: whole, by: reader) }
    // Whether a title means one policy alone only all files tell.
    let names = rulebook.namesInGrants
    if !named.allSatisfy(names.isName(ofPolicy:)) { self.init(reading: contents, by: reader) }
  }
}

extension Applicant {
  /// The policies that claims and grants name, by names or titles.
  fileprivate var policiesNamed: [String] {
    var named = claims.map(\.policy.text)
    guard case .list(let entries)? = grants?.content else { return named }
    for case .record(let parts) in entries.map(\.content) {
      for (key, value) in parts where key.text == "policy" {
        if case .text(let text) = value.content { named.append(text) }
      }
    }
    return named
  }
}
