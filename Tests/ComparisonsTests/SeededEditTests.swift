import Diagnostics
import PolicyModel
import Quantities
import RepositoryRules
import Testing

@testable import Comparisons

@Suite("Seeded edits")
struct SeededEditTests {
  @Test("the rule diff names each edit, in both directions, and nothing else")
  func namesEachEdit() {
    var score = (named: 0, all: 0)
    var kinds: Set<String> = []
    for edit in SeededEdit.all {
      for isReversed in [false, true] {
        score.all += 1
        let mistake = mistake(in: edit, isReversed: isReversed)
        if let mistake {
          Issue.record("\(edit)\(isReversed ? ", taken back" : ""): \(mistake)")
        } else {
          score.named += 1
        }
      }
      kinds.insert(edit.expected?.kind ?? "nothing")
    }
    print(
      "rule diff: \(score.named) of \(score.all) seeded edits named exactly, \(kinds.count) kinds")
    #expect(score.all >= 300)
  }

  /// What the difference gets wrong; nil if it names the edit and nothing else.
  private func mistake(in edit: SeededEdit, isReversed: Bool) -> String? {
    guard let edited = edit.edited() else { return "the text is not there, or twice" }
    if let error = edited.diagnostics.first(where: { $0.severity == .error }) {
      return "not sound: \(error.message.en)"
    }
    let view = RuleView(date: edit.date, known: .latest)
    let sides = [ShippedRules.rulebook, edited.rulebook].map {
      RuleSide(edit.policy, pilot: edit.pilot, in: $0, at: view)
    }
    if let problem = sides[1].problems.first(where: { $0.severity == .error }) {
      return "not sound: \(problem.message.en)"
    }
    let difference = RuleDifference(
      from: sides[isReversed ? 1 : 0], to: sides[isReversed ? 0 : 1])
    guard difference.fromPolicy != nil, difference.toPolicy != nil else {
      return "no rule in force"
    }
    let found = difference.changes.map { SeededEdit.Named($0) }
    let wanted = (edit.expected.map { [isReversed ? $0.reversed : $0] } ?? [])
    guard found != wanted else { return nil }
    return "found \(found), not \(wanted)"
  }
}
