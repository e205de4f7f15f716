import Determinations
import Diagnostics
import Exchange
import Foundation
import PolicyModel
import Quantities
import RepositoryRules
import Testing

@testable import Sampling

@Suite("Samples of the shipped policies")
struct ShippedSamplesTests {
  /// Without optimisation some of them take as long as all do with it.
  private static var questions: [(question: Sampler.Question, canBePaid: Bool)] {
    #if DEBUG
      ShippedRules.questions.enumerated().filter { $0.offset % 8 == 0 }.map(\.element)
    #else
      ShippedRules.questions
    #endif
  }

  @Test("every applicant is read back, decides without an error, and shows both sides")
  func everyPlace() throws {
    var sides = 0
    var thresholds = 0
    var gaps: [String] = []
    for (question, canBePaid) in Self.questions {
      let sampler = try Sampler(
        question, from: ShippedRules.rulebook, examples: ShippedRules.examples, seed: 1)
      // Without a pilot there is one place for each; the first is the nation's.
      let place = try #require(sampler.places.first)
      let count = 2 * place.boundaries.count * sampler.places.count + 120
      let applicants = (0..<min(count, 1500)).map { sampler.applicant($0) }
      let outcomes = try decided(applicants, question)
      // Where no case beside the rules is paid, every one goes to a person.
      #expect(
        outcomes.contains { $0 == .eligible || $0 == .payable || !canBePaid && $0 == .refer },
        "\(question)")
      #expect(outcomes.contains { $0 == .ineligible || $0 == .exempt }, "\(question)")
      for prepared in sampler.places {
        let own = applicants.map { Draft($0, claiming: question.policy.name) }
        var seen = SignsSeen(prepared.place)
        for draft in own { _ = seen.add(draft) }
        for (index, threshold) in prepared.place.thresholds.enumerated()
        where threshold.isOfCriteria {
          thresholds += 1
          if seen.seen[index].count > 1 {
            sides += 1
          } else {
            gaps.append("\(question.testDescription): \(threshold.range.place) \(seen.seen[index])")
          }
        }
      }
    }
    print("both sides of \(sides) of \(thresholds) thresholds of criteria")
    for gap in gaps { print("  \(gap)") }
    #expect(sides * 100 >= thresholds * 90)
  }

  /// What applicants come to after they were written and read back.
  private func decided(
    _ applicants: [Applicant], _ question: Sampler.Question
  ) throws -> Set<Outcome> {
    var writing = ApplicantWriting(.yaml, columns: [])
    let text = writing.head + applicants.map { writing.text(of: $0) }.joined() + writing.foot
    let reading = ApplicantReading(reading: SourceFile(name: "s.yaml", bytes: Array(text.utf8)))
    #expect(reading.diagnostics == [])
    #expect(reading.applicants.count == applicants.count)
    var outcomes: Set<Outcome> = []
    let decider = Decider(ShippedRules.rulebook)
    for applicant in reading.applicants {
      let decisions = decider.decide(
        applicant, policy: question.policy,
        pilot: question.pilots.first.map { .named($0) } ?? .fitting, on: question.date,
        known: question.known)
      let errors = decisions.diagnostics.filter { $0.severity == .error }
      #expect(errors == [], "\(question.testDescription) \(applicant.json.compact)")
      outcomes.formUnion(decisions.determinations.map(\.outcome))
    }
    return outcomes
  }
}
