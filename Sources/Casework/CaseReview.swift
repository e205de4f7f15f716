import Determinations
public import Diagnostics
import Entitlements
import FEELSyntax
public import PolicyModel
import PolicySyntax
import Quantities

/// Looks for what cases say that no run can bear out.
///
/// That are names, words and values that the rules do not have. Nothing is decided.
public struct CaseReview {
  /// What is found, in the order of the cases.
  public private(set) var diagnostics: [Diagnostic] = []
  private var seen: Set<Diagnostic> = []
  private let rulebook: Rulebook
  private let decider: Decider

  /// Looks at the cases of some files.
  public init(of files: [CaseFile], by rulebook: Rulebook) {
    self.rulebook = rulebook
    decider = Decider(rulebook)
    for file in files { review(file) }
  }

  private mutating func review(_ file: CaseFile) {
    guard case .policy(let name) = file.subject else { return }
    guard rulebook.has(PolicyID(name.text)) else {
      add([CaseMessages.noPolicy(name, nearest: rulebook.policyName(meantBy: name.text))])
      return
    }
    for entry in file.cases {
      switch entry.trial {
      case .decision(let applicant, let date, _, let expectations):
        review(applicant, expectations, file, PolicyID(name.text), on: date, isSchedule: false)
      case .schedule(let applicant, _, let last, _, _, let expectations):
        review(
          applicant, expectations, file, PolicyID(name.text), on: last.lastOfMonth,
          isSchedule: true)
      case .expression: break
      }
    }
  }

  private mutating func review(
    _ applicant: Applicant, _ expectations: [Expectation], _ file: CaseFile, _ id: PolicyID,
    on date: CalendarDate, isSchedule: Bool
  ) {
    add(decider.unknownNames(of: applicant))
    for expectation in expectations { checkWord(expectation) }
    // Names are those of the rules in force; on a day without rules there are none.
    guard
      case .policy(let policy) = rulebook.resolve(
        id, pilot: file.pilot.map { PilotID($0) }, on: date)
    else { return }
    add(Claim(applicant, under: policy).diagnostics)
    let names = NamesOfOutcomes(policy)
    for expectation in expectations { checkNames(expectation, names) }
  }

  /// The word that is expected must be one that can come out.
  private mutating func checkWord(_ expectation: Expectation) {
    guard !expectation.isNull, let text = expectation.expected.first else { return }
    let words: [String]
    let kind: String
    switch expectation.subject {
    case .outcome: (kind, words) = ("outcome", Outcome.allCases.map(\.rawValue))
    case .criterion:
      (kind, words) = ("criteria", CriterionResult.Result.allCases.map(\.rawValue))
    case .evidence: (kind, words) = ("evidence", Evidence.allCases.map(\.rawValue))
    case .month where Decimal128(text) == nil:
      (kind, words) = ("months", ScheduledMonth.Status.allCases.map(\.rawValue))
    default: return
    }
    guard !words.contains(text) else { return }
    add([CaseMessages.unknownWord(Name(text, at: expectation.range), of: kind, among: words)])
  }

  /// What is looked at must be something the policy has.
  private mutating func checkNames(_ expectation: Expectation, _ names: NamesOfOutcomes) {
    switch expectation.subject {
    case .benefit(let name):
      check(name, at: expectation.nameRange, Wording(en: "benefit", zh: "补贴项目"), names.benefits)
    case .criterion(let name):
      check(name, at: expectation.nameRange, Wording(en: "criterion", zh: "条件"), names.criteria)
    case .term(let name):
      check(
        name, at: expectation.nameRange, Wording(en: "part of the term", zh: "期限内容"),
        ["starts", "ends", "months"])
    case .refer: check(expectation, Wording(en: "case for a person", zh: "转人工事由"), names.refer)
    case .missing, .missingIncludes:
      check(expectation, Wording(en: "fact", zh: "事实"), names.items, isPath: true)
    case .unpublished, .provisional:
      check(expectation, Wording(en: "parameter", zh: "参数"), names.items)
    default: break
    }
  }

  private mutating func check(
    _ expectation: Expectation, _ kind: Wording, _ names: [String], isPath: Bool = false
  ) {
    for (text, place) in zip(expectation.expected, expectation.places) {
      let name = isPath ? text.split(separator: ".").first.map(String.init) ?? text : text
      if !names.contains(name) { check(text, at: place, kind, names) }
    }
  }

  private mutating func check(
    _ name: String, at place: SourceRange?, _ kind: Wording, _ names: [String]
  ) {
    guard let place, !names.contains(name) else { return }
    add([CaseMessages.nothingOfThatName(Name(name, at: place), kind, among: names)])
  }

  /// What stands in `given` is said once, not for every case.
  private mutating func add(_ more: [Diagnostic]) {
    for diagnostic in more where seen.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }
}

/// The names that what comes out of a policy can have.
private struct NamesOfOutcomes {
  let benefits: [String]
  let criteria: [String]
  let refer: [String]
  let items: [String]

  init(_ policy: Policy) {
    benefits = policy.benefits.map(\.name)
    criteria =
      policy.criteria.map(\.name) + ["region", "term"]
      + policy.stacking.map { "stacking \($0.with.name)" }
    refer = (policy.refer + policy.exempt).map(\.name)
    items = policy.items.map(\.name)
  }
}
