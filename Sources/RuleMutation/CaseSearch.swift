import Casework
import Determinations
import Diagnostics
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities

/// Looks for a case that comes out differently with a mistake in the rules than without: near the
/// cases there are, one or two facts or the day changed.
struct CaseSearch {
  let mutant: Mutant
  let rulebook: Rulebook
  let mistaken: Rulebook
  let cases: TracedCases

  /// The most cases that it starts from, and the most that it tries.
  private static let mostStarts = 6
  private static let mostTries = 6000

  init(_ mutant: Mutant, _ rulebook: Rulebook, _ mistaken: Rulebook, _ cases: TracedCases) {
    self.mutant = mutant
    self.rulebook = rulebook
    self.mistaken = mistaken
    self.cases = cases
  }

  /// The first case found; of every start the variants with the least changed before others.
  func proposal() -> ProposedCase? {
    let right = Decider(rulebook)
    let wrong = Decider(mistaken)
    var tries = 0
    let starts = starts
    for stage in 0..<CaseVariants.stages {
      for (question, variants) in starts {
        // A stage may not use up what is left for the others.
        for (changed, day) in variants.variants(stage).prefix(Self.mostTries / 4) {
          tries += 1
          if tries > Self.mostTries { return nil }
          guard let one = question.decide(changed, on: day, by: right) else { continue }
          let other = question.decide(changed, on: day, by: wrong)
          // Where the mistake makes the rules fail, everything is different.
          let expected = CaseExpectations(one).differing(from: other.map { CaseExpectations($0) })
          guard !expected.isEmpty else { continue }
          return ProposedCase(
            question: question, applicant: changed, date: day, expected: expected,
            name: mutant.name, sources: clauses(else: one))
        }
      }
    }
    return nil
  }

  /// The cases to start from: those that reach the mistake, few of each file, else those near it;
  /// those of the pilot whose file holds it go before others, and of each those that are paid.
  private var starts: [(CaseQuestion, CaseVariants)] {
    let reaching = cases.reaching(mutant)
    let all = reaching.isEmpty ? cases.near(mutant) : reaching
    let pilot = rulebook.allDocuments.first { $0.file.name == mutant.place.file.name }
      .flatMap { rulebook.pilot(of: $0) }
    let own = all.filter { $0.file.pilot == pilot?.name }
    let others = all.filter { $0.file.pilot != pilot?.name }
    let ordered = [own, others].flatMap { $0.filter(\.isPaid) + $0.filter { !$0.isPaid } }
    var perFile: [String: Int] = [:]
    var starts: [(CaseQuestion, CaseVariants)] = []
    for traced in ordered where starts.count < Self.mostStarts {
      guard perFile[traced.file.file.name, default: 0] < 3,
        case .policy(let policy) = traced.file.subject,
        case .decision(let applicant, let date, let known, _) = traced.entry.trial
      else { continue }
      perFile[traced.file.file.name, default: 0] += 1
      let question = CaseQuestion(
        policy: PolicyID(policy.text), pilot: traced.file.pilot.map { PilotID($0) }, known: known)
      let variants = CaseVariants(
        of: applicant, on: date, near: mutant, in: rulebook, question, cases)
      starts.append((question, variants))
    }
    return starts
  }
}

/// What is asked of an applicant: under which policy and where.
struct CaseQuestion: Sendable {
  let policy: PolicyID
  let pilot: PilotID?
  let known: CalendarDate?

  /// The determination; nil if the facts or the rules do not allow one.
  func decide(
    _ applicant: Applicant, on date: CalendarDate, by decider: Decider
  ) -> Determination? {
    decider.decide(
      applicant, policy: policy, pilot: pilot.map { .named($0) } ?? .nation, on: date,
      known: known ?? .latest
    ).determinations.first
  }
}

extension CaseSearch {
  /// The clauses of what the mistake is in; where it rests on none itself, those of what decided.
  private func clauses(else decided: Determination) -> [String] {
    let own =
      mutant.sources.isEmpty ? decided.explanation.short.flatMap(\.sources) : mutant.sources
    var texts: [String] = []
    for text in own.map(\.text) where !texts.contains(text) { texts.append(text) }
    return Array(texts.prefix(2))
  }
}
