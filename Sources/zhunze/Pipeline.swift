import Determinations
import Diagnostics
import Exchange
import PolicyModel
import PolicySyntax
import Quantities
import Rendering
import Synchronization
import YAMLTree

// The way of the data, from bytes to a decision that people read:
//
//   bytes → SourceFile → YAMLDocument → PolicyDocument, PilotDocument → Rulebook
//                                     ↘ Applicant                     ↘ Policy
//                                                     Applicant, Policy → Determination → text

/// All rules of a folder, with what reading them brought up.
struct RulesRead {
  /// The files.
  let contents: RulesFolder.Contents
  let rulebook: Rulebook
  /// The documents of `rules/` as they were read.
  let policies: [PolicyDocument]
  /// Those of `pilots/`, by pilot.
  let pilots: [(pilot: PilotDocument, overlays: [PolicyDocument])]
  /// What is wrong with single files and with how they go together; policies are not checked yet.
  let diagnostics: [Diagnostic]

  /// Whether something is so wrong that no decision may rest on the rules.
  var isSound: Bool { !diagnostics.contains { $0.severity == .error } }

  /// Everything that is wrong, policies as they are in force among it, so that nothing may be said of
  /// the rules as a whole.
  var errors: [Diagnostic] {
    (diagnostics + (isSound ? rulebook.diagnostics : [])).filter { $0.severity == .error }
  }

  /// Files, their trees, their documents, the rulebook.
  init(reading contents: RulesFolder.Contents) {
    self.contents = contents
    let policies = contents.rules.mappedConcurrently { Self.document($0, inPilot: false) }
    let pilots = contents.pilots.mappedConcurrently { pilot in
      let yaml = YAMLDocument(reading: pilot.file)
      let reading = PilotDocument.read(yaml, folder: pilot.name)
      return (
        own: reading.document, diagnostics: yaml.diagnostics + reading.diagnostics,
        overlays: pilot.overlays.map { Self.document($0, inPilot: true) }
      )
    }
    self.policies = policies.compactMap(\.document)
    self.pilots = pilots.compactMap { pilot in
      pilot.own.map { (pilot: $0, overlays: pilot.overlays.compactMap(\.document)) }
    }
    rulebook = Rulebook(policies: self.policies, pilots: self.pilots)
    diagnostics =
      contents.diagnostics + policies.flatMap(\.diagnostics)
      + pilots.flatMap { $0.diagnostics + $0.overlays.flatMap(\.diagnostics) }
      + rulebook.layoutDiagnostics
    Self.kept.withLock { $0.append(self) }
  }

  /// Rules are held until the process ends: to take them apart would take as long as to read them.
  private static let kept = Mutex<[RulesRead]>([])

  /// A file's document, with what reading it brought up.
  private static func document(
    _ file: SourceFile, inPilot: Bool
  ) -> (document: PolicyDocument?, diagnostics: [Diagnostic]) {
    let yaml = YAMLDocument(reading: file)
    let reading = PolicyDocument.read(yaml, inPilot: inPilot)
    return (reading.document, yaml.diagnostics + reading.diagnostics)
  }
}

/// What is decided, and in what light.
struct Question {
  let policy: PolicyID?
  let pilot: PilotID?
  let date: CalendarDate
  let known: CalendarDate
  let explainsAll: Bool
}

/// The determinations of a question, with the files that each was made from.
struct Answers {
  private(set) var determinations: [(Determination, RulesDigest)] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Decides for applicants by a rulebook.
  init(to question: Question, for applicants: [Applicant], by rulebook: Rulebook) {
    let pilot = question.pilot.map { PilotChoice.named($0) } ?? .fitting
    let decider = Decider(rulebook, explains: question.explainsAll)
    for applicant in applicants {
      let decisions = decider.decide(
        applicant, policy: question.policy, pilot: pilot, on: question.date,
        known: question.known)
      determinations += decisions.determinations.map { ($0, Self.digest(of: $0, in: rulebook)) }
      diagnostics += decisions.diagnostics
    }
  }

  /// The determinations for people, a line between any two.
  func text(in language: Language, explainsAll: Bool, isColoured: Bool) -> String {
    let page = DeterminationText(
      language: language, explainsAll: explainsAll, isColoured: isColoured)
    let line = String(repeating: "─", count: page.columns)
    return determinations.map { page.text(of: $0.0) }.joined(separator: "\n\(line)\n\n")
  }

  /// The determinations for programs: one as an object, none or several as an array.
  func json(explainsAll: Bool) -> JSONValue {
    let form = DeterminationJSON(engine: Zhunze.version, explainsAll: explainsAll)
    let values = determinations.map { form.value(of: $0.0, rules: $0.1) }
    return values.count == 1 ? values[0] : .array(values)
  }

  /// The digest of the files of the policy in force; of all rules if none is.
  private static func digest(of determination: Determination, in rulebook: Rulebook) -> RulesDigest
  {
    let resolution = rulebook.resolve(
      determination.policy, pilot: determination.pilot?.id, on: determination.date,
      known: determination.known)
    guard case .policy(let policy) = resolution else {
      return RulesDigest(of: rulebook.allDocuments.map(\.file))
    }
    return RulesDigest(of: policy.files)
  }
}
