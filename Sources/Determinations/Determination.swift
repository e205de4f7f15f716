public import Diagnostics
public import FEEL
public import PolicyModel
public import PolicySyntax
public import Quantities

/// What a policy comes to for one applicant on one day, as known by a day, and why.
public struct Determination: Sendable {
  /// The applicant's number.
  public var applicant: String
  /// The policy.
  public var policy: PolicyID
  /// Its title.
  public var title: Label?
  /// The pilot whose rules were applied; nil for the nation's.
  public var pilot: Pilot?
  /// The day everything is read on.
  public var date: CalendarDate
  /// The day by which everything used had become known.
  public var known: CalendarDate
  /// The outcome.
  public var outcome: Outcome
  /// For `notYet` the day on which it will be eligible; for `undetermined` the day before which it
  /// cannot be.
  public var notBefore: CalendarDate?
  /// Why an outcome is what it is when no criterion says so, such as an empty list of requests.
  public var remark: Wording?
  /// All criteria, those the engine makes among them.
  public var criteria: [CriterionResult] = []
  /// What is paid or owed.
  public var benefits: [BenefitResult] = []
  /// The months of the claim; nil if the policy has no term.
  public var term: TermResult?
  /// Facts that can still change the outcome or an amount, the most useful first.
  public var missing: [MissingFact] = []
  /// Items without a value published by the day it must be known.
  public var unpublished: [UnpublishedItem] = []
  /// Items whose last value goes on because the next is not published.
  public var provisional: [UnpublishedItem] = []
  /// Reasons to refer the case to a person.
  public var refer: [ReasonResult] = []
  /// Reasons why nothing is owed.
  public var exempt: [ReasonResult] = []
  /// Reasons to refer or exempt of which it is not known whether they hold.
  public var openReasons: [ReasonResult] = []
  /// What is called how of all that is named and not listed: what criteria and amounts wait for, and
  /// what needs a fact, by the names in `waitsFor` and `neededBy`.
  public var labels: [String: Label] = [:]
  /// How the values of items are read that do not say everything themselves, by the item's name.
  public var words: [String: ValueWords] = [:]
  /// Readings that a text leaves open and on which it rests.
  public var assumes: [Assumption] = []
  /// Facts that were not supplied and were taken to be something.
  public var assumed: [AssumedFact] = []
  /// The worst evidence among the sources it rests on; nil if it rests on none.
  public var evidence: Evidence?
  /// The sources it rests on.
  public var sources: [Source] = []
  /// Policies that are paid in the same run and with which this one may not be paid.
  public var excludes: [Exclusion] = []
  /// Why: in short and in full.
  public var explanation = Explanation()
  /// With `for each`: one determination per element.
  public var parts: [Part]?
  /// With `for each`: what all parts come to.
  public var total: [BenefitResult] = []

  /// The determination of one element.
  public struct Part: Sendable {
    /// The element.
    public var element: Value
    /// How the element is read.
    public var words = ValueWords()
    /// What it comes to.
    public var determination: Determination
  }
}

/// A policy that may not be paid together with another.
public struct Exclusion: Sendable {
  /// The other policy.
  public var with: PolicyID
  /// Its title.
  public var title: Label?
  /// What the exclusion rests on.
  public var sources: [Citation]
  /// Where it is written; in the rules of either.
  public var range: SourceRange

  /// Why the policy is not simply paid.
  public var why: Label {
    Label(
      zh: "不与“\(title?.text(in: .chinese) ?? with.name)”同时支付：申请人也符合该项，两者只能享受其一",
      en:
        "not paid beside \(title?.text(in: .english) ?? with.name), for which the applicant is eligible too: only one of the two is",
      at: range)
  }
}

/// What a determination can come to.
public enum Outcome: String, Sendable, Hashable, CaseIterable {
  /// No edition or overlay covers the day.
  case noRuleInForce = "no rule in force"
  /// A criterion is not met.
  case ineligible
  /// Eligible from a later day on.
  case notYet = "not yet"
  /// A person must decide.
  case refer
  /// Something that matters is not known.
  case undetermined
  /// It is paid.
  case eligible
  /// It is owed.
  case payable
  /// It is not owed.
  case exempt
}

/// What became of a criterion.
public struct CriterionResult: Sendable {
  /// Whether it holds.
  public enum Result: String, Sendable, Hashable, CaseIterable {
    /// It holds.
    case met
    /// It does not.
    case unmet
    /// That is not known.
    case unknown
    /// It need not hold.
    case waived
    /// Criteria before it do not hold, or are not known to.
    case notTested = "not tested"
  }

  /// Its name.
  public var name: String
  /// What it is called.
  public var label: Label?
  /// Whether it holds.
  public var result: Result
  /// What is said when it does not hold, values filled in.
  public var unmet: Label?
  /// The day from which on it will hold.
  public var metFrom: CalendarDate?
  /// What it rests on.
  public var sources: [Citation] = []
  /// The items it named, with their values, in the order they were read.
  public var facts: [NamedValue] = []
  /// Where it is declared; nil for those the engine makes.
  public var range: SourceRange?
  /// Names of the facts it waits for.
  public var waitsFor: [String] = []
}

/// An item with its value.
public struct NamedValue: Sendable {
  /// The item's name.
  public var name: String
  /// What it is called.
  public var label: Label?
  /// Its value.
  public var value: Value
  /// The label of the value, where it is one of declared choices.
  public var valueLabel: Label?
  /// The unit, if it is money.
  public var unit: Unit?
}

/// What is paid or owed.
public struct BenefitResult: Sendable {
  /// Its name.
  public var name: String
  /// What it is called.
  public var label: Label?
  /// How often.
  public var pays: Frequency
  /// How much; nil if that is not known.
  public var amount: Decimal128?
  /// In which unit.
  public var unit: Unit
  /// What it rests on.
  public var sources: [Citation] = []
  /// What it is made up of: the decisions its amount names, with their clauses.
  public var parts: [BenefitPart] = []
  /// What was taken off because another policy pays.
  public var offset: Decimal128?
  /// Names of the facts its amount waits for.
  public var waitsFor: [String] = []
}

/// A decision that an amount is made up of.
public struct BenefitPart: Sendable {
  /// The decision with its value.
  public var value: NamedValue
  /// The unit, if it is money.
  public var unit: Unit?
  /// What it rests on.
  public var sources: [Citation] = []
  /// Whether it says nothing of the case: it read nothing and rests on no clause, such as a sum of one
  /// yuan by which a formula divides.
  public var isFixed = false
}

/// The months of a claim.
public struct TermResult: Sendable {
  /// The first month: its first day; nil if that is not known.
  public var starts: CalendarDate?
  /// The last month: its first day; nil if there is none or it is not known.
  public var ends: CalendarDate?
  /// How many months the claim can be paid for; nil if that is not known or there is no number.
  public var months: Int?
  /// Whether every month to come that is not paid moves the last month on, none being used up by it.
  public var movesOn = false
  /// Whether something ended the claim, so that the last month stays what it is.
  public var hasEnded = false

  /// A term as far as it is known.
  public init(starts: CalendarDate? = nil, ends: CalendarDate? = nil, months: Int? = nil) {
    self.starts = starts
    self.ends = ends
    self.months = months
  }
}

/// A fact that is not supplied and still matters.
public struct MissingFact: Sendable {
  /// Its name.
  public var name: String
  /// What it is called.
  public var label: Label?
  /// How it is asked for.
  public var ask: Label?
  /// The only answers there are.
  public var choices: [TypeDescription.Choice] = []
  /// The entry of a record that is missing; empty for the fact as a whole.
  public var part: String = ""
  /// What that entry is called.
  public var partLabel: Label?
  /// The type of the answer.
  public var type: FEELType
  /// The criteria and benefits that wait for it.
  public var neededBy: [String] = []
  /// The earlier months of the claim that wait for it: their first days, in order.
  public var months: [CalendarDate] = []
}

/// An item whose value for the day is not published.
public struct UnpublishedItem: Sendable {
  /// Its name.
  public var name: String
  /// What it is called.
  public var label: Label?
  /// The day it was asked for.
  public var date: CalendarDate
  /// The value that goes on, for provisional ones.
  public var value: Value?
  /// The unit, if it is money.
  public var unit: Unit?
  /// The first day of that value.
  public var from: CalendarDate?
  /// What that value rests on.
  public var sources: [Citation] = []
  /// Whether only a pilot could set it.
  public var isLeftToPilots = false
}

/// A reason that holds, or may hold.
public struct ReasonResult: Sendable {
  /// Its name.
  public var name: String
  /// What it is called.
  public var label: Label?
  /// The reason, values filled in.
  public var why: Label?
  /// Whether it holds; nil if that is not known.
  public var holds: Bool?
  /// What it rests on.
  public var sources: [Citation] = []
  /// Where it is declared.
  public var range: SourceRange?
}

/// A reading that a text leaves open.
public struct Assumption: Sendable {
  /// The item that rests on it.
  public var name: String
  /// The reading.
  public var text: Label
  /// Where it is declared.
  public var range: SourceRange?
}

/// A fact that was taken to be something because it was not supplied.
public struct AssumedFact: Sendable {
  /// Its name.
  public var name: String
  /// What it is called.
  public var label: Label?
  /// What it was taken to be.
  public var value: Value
}
