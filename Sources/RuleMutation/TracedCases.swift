import Casework
import Determinations
import Diagnostics
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities

/// The cases that pass, each with the places of the rules that it goes through.
struct TracedCases: Sendable {
  /// A case that passes.
  struct Traced: Sendable {
    let entry: CaseFile.Case
    let file: CaseFile
    /// The places of items and criteria it goes through.
    let places: Set<SourceRange>
    /// The names of the rule files it was decided by.
    let rules: Set<String>

    /// Whether it expects that something is paid or owed.
    var isPaid: Bool {
      guard case .decision(_, _, _, let expectations) = entry.trial else { return false }
      return expectations.contains {
        $0.subject == .outcome && ["eligible", "payable"].contains($0.expected.first)
      }
    }

    /// Whether the rules of the case are refused by a rulebook.
    func isRefused(by rulebook: Rulebook) -> Bool {
      guard case .policy(let policy) = file.subject, let day = entry.day else { return false }
      let pilot = file.pilot.map { PilotID($0) }
      if case .unsound = rulebook.resolve(PolicyID(policy.text), pilot: pilot, on: day) {
        return true
      }
      return false
    }
  }

  let all: [Traced]
  /// The values that cases supply for each fact, each once, few of each.
  let values: [String: [SuppliedValue.Content]]

  init(_ files: [CaseFile], _ rulebook: Rulebook) {
    let runner = CaseRunner(rulebook)
    let entries = files.flatMap { file in file.cases.map { (entry: $0, file: file) } }
    all = entries.mappedConcurrently { entry -> Traced? in
      let trace = DecisionTrace()
      let report = runner.run(entry.entry, of: entry.file, trace: trace)
      guard report.hasPassed else { return nil }
      var places: Set<SourceRange> = []
      for event in trace.events {
        switch event {
        case .item(let range), .rule(let range), .value(let range): places.insert(range)
        default: break
        }
      }
      return Traced(
        entry: entry.entry, file: entry.file, places: places,
        rules: Self.rules(of: entry.entry, entry.file, rulebook))
    }.compactMap { $0 }
    values = Self.values(in: all)
  }

  /// What was granted before in cases about a policy, a few of them.
  func grants(under policy: PolicyID) -> [SuppliedValue] {
    var seen: Set<String> = []
    var found: [SuppliedValue] = []
    for traced in all where found.count < 6 {
      guard case .policy(let name) = traced.file.subject, name.text == policy.name,
        case .decision(let applicant, _, _, _) = traced.entry.trial,
        let grants = applicant.grants, case .list(let elements) = grants.content,
        !elements.isEmpty, seen.insert(grants.range.text).inserted
      else { continue }
      found.append(grants)
    }
    return found
  }

  private static func values(in cases: [Traced]) -> [String: [SuppliedValue.Content]] {
    var seen: [String: Set<String>] = [:]
    var values: [String: [SuppliedValue.Content]] = [:]
    for traced in cases {
      guard case .decision(let applicant, _, _, _) = traced.entry.trial else { continue }
      for fact in applicant.facts {
        guard case .text(let text) = fact.value.content,
          values[fact.name.text]?.count ?? 0 < 24,
          seen[fact.name.text, default: []].insert(text).inserted
        else { continue }
        values[fact.name.text, default: []].append(fact.value.content)
      }
    }
    return values
  }

  private static func rules(
    of entry: CaseFile.Case, _ file: CaseFile, _ rulebook: Rulebook
  ) -> Set<String> {
    guard case .policy(let policy) = file.subject else { return [] }
    let id = PolicyID(policy.text)
    let pilot = file.pilot.map { PilotID($0) }
    var days = [entry.day].compactMap { $0 }
    // Over months several editions can have their say.
    if case .schedule = entry.trial { days += rulebook.changeDays(id, pilot) }
    var names: Set<String> = []
    for day in days {
      if case .policy(let resolved) = rulebook.resolve(id, pilot: pilot, on: day) {
        names.formUnion(resolved.files.map(\.name))
      }
    }
    return names
  }

  /// The cases that may notice a mutant, those of the file's own pilot first.
  func reaching(_ mutant: Mutant) -> [Traced] {
    let name = mutant.place.file.name
    guard mutant.reachedBy.isEmpty else {
      return all.filter { !$0.places.isDisjoint(with: mutant.reachedBy) }
    }
    return all.filter { $0.rules.contains(name) }
  }

  /// The cases that are decided by the file of a mutant, whatever they go through.
  func near(_ mutant: Mutant) -> [Traced] {
    let name = mutant.place.file.name
    return all.filter { $0.rules.contains(name) }
  }

  /// Whether the rules of a case that would be near a mutant are refused.
  func isRefused(_ mutant: Mutant, by rulebook: Rulebook) -> Bool {
    near(mutant).first?.isRefused(by: rulebook) ?? false
  }
}

extension CaseFile.Case {
  /// The day it is decided on; the last of its months.
  var day: CalendarDate? {
    switch trial {
    case .decision(_, let date, _, _): date
    case .schedule(_, _, let through, _, _, _): through.lastOfMonth
    case .expression: nil
    }
  }
}
