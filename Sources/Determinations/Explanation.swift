public import Diagnostics
public import FEEL
public import PolicyModel
public import PolicySyntax
public import Quantities

/// Why a determination is what it is, made from the evaluation that ran.
public struct Explanation: Sendable {
  /// The facts, values and clauses that decided, ten lines at most.
  public var short: [ShortLine] = []
  /// The facts that decided: deciding again with these alone gives the same outcome.
  public var facts: [NamedValue] = []
  /// Everything that was evaluated, the criteria and benefits first; items that several of them
  /// read stand once and are referred to by number.
  public var nodes: [ExplanationNode] = []
  /// The nodes to begin with.
  public var roots: [Int] = []
  /// The sources that the nodes cite, those among them that decided nothing.
  public var sources: [Source] = []
  /// What the pilots are called whose layers the nodes name.
  public var pilots: [PilotID: Label] = [:]

  /// The most lines of the short form.
  static let mostLines = 10

  /// Nothing to explain.
  public init() {}
}

/// A line of the short explanation.
public struct ShortLine: Sendable {
  /// What the line is about.
  public enum Subject: Sendable {
    /// Criteria with one result, by name and label.
    case criteria(CriterionResult.Result, [(name: String, label: Label?)])
    /// An amount.
    case amount(BenefitResult)
    /// A reason to refer or exempt.
    case reason(ReasonResult)
    /// The term.
    case term(TermResult)
    /// Whose rules apply by the facts: a pilot's, or the nation's.
    case place(Pilot?)
  }

  /// What it is about.
  public var subject: Subject
  /// The day to come that it is about; nil for the determination's own.
  public var day: CalendarDate?
  /// The facts and values it rests on.
  public var facts: [NamedValue] = []
  /// The clauses it rests on.
  public var sources: [Citation] = []
  /// Of an amount, what it is made up of and the parameters behind that, with their clauses.
  public var values: [GroundedValue] = []

  /// A line.
  public init(subject: Subject, facts: [NamedValue] = [], sources: [Citation] = []) {
    self.subject = subject
    self.facts = facts
    self.sources = sources
  }
}

/// A value with what it rests on.
public struct GroundedValue: Sendable {
  /// The item with its value.
  public var value: NamedValue
  /// The clauses it rests on.
  public var sources: [Citation]
}

/// Something that was evaluated.
public struct ExplanationNode: Sendable {
  /// How its value came about.
  public enum Origin: Sendable {
    /// It was supplied, for a period or from a day on.
    case supplied(period: String?)
    /// It was not supplied and was taken to be something.
    case assumed
    /// It was not supplied.
    case missing
    /// The engine supplies it.
    case engine
    /// A dated value.
    case dated(DatedValueRule, isProvisional: Bool)
    /// No value was published.
    case unpublished
    /// An expression.
    case expression(text: String)
    /// A table; the rows that matched and those that may match, as they are drawn.
    case table(header: [String], matched: [[String]], possible: [[String]])
    /// An exception held.
    case exception(String, label: Label?, text: String)
    /// Exceptions held that give different values, none going before the others.
    case contradiction([(name: String, label: Label?)])
    /// A criterion, reason, benefit or part of the term.
    case root
    /// It was not evaluated.
    case notEvaluated(Wording)
  }

  /// The name.
  public var name: String
  /// What it is called.
  public var label: Label?
  /// The value; nil if there is none to speak of.
  public var value: Value?
  /// The unit, if it is money.
  public var unit: Unit?
  /// The value before it was rounded, if it was.
  public var beforeRounding: Value?
  /// The day it was read on, if that is not the determination's.
  public var day: CalendarDate?
  /// How the value came about.
  public var origin: Origin
  /// What it rests on.
  public var sources: [Citation] = []
  /// Who declared and changed it, from the nation to the county.
  public var chain: [ChainLink] = []
  /// Where it is declared.
  public var range: SourceRange?
  /// The nodes that it read, in order.
  public var children: [Int] = []
}
