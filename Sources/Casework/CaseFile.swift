public import Determinations
public import Diagnostics
public import FEELSyntax
public import Quantities

/// A file of cases beside the rules: what is given and what must come out.
public struct CaseFile: Sendable {
  /// What the cases are about.
  public enum Subject: Sendable {
    /// A policy.
    case policy(Name)
    /// A vocabulary: the cases are expressions over its names.
    case vocabulary(Name)
  }

  /// The file.
  public let file: SourceFile
  /// What the cases are about.
  public let subject: Subject
  /// The pilot whose rules apply; nil for the nation's.
  public let pilot: String?
  /// The cases in order.
  public let cases: [Case]

  /// One case.
  public struct Case: Sendable {
    /// What it is called.
    public let name: String
    /// Where it stands.
    public let range: SourceRange
    /// What is tried.
    public let trial: Trial
  }

  /// What is tried, with what must come out.
  public enum Trial: Sendable {
    /// An applicant, decided on a day.
    case decision(Applicant, date: CalendarDate, known: CalendarDate?, [Expectation])
    /// A claim over months, as known by a day and against what was known by another.
    case schedule(
      Applicant, from: CalendarDate, through: CalendarDate, known: CalendarDate?,
      against: CalendarDate?, [Expectation])
    /// An expression, with the expression it must equal.
    case expression(SourceText, equals: SourceText, date: CalendarDate)
  }
}

extension CaseFile {
  /// The same file with some of its cases.
  public func filtered(_ isWanted: (Case, CaseFile) -> Bool) -> CaseFile {
    CaseFile(
      file: file, subject: subject, pilot: pilot, cases: cases.filter { isWanted($0, self) })
  }
}

/// One thing that must come out.
public struct Expectation: Sendable {
  /// What is looked at.
  public enum Subject: Sendable, Hashable {
    /// The outcome.
    case outcome
    /// The amount of a benefit.
    case benefit(String)
    /// The result of a criterion.
    case criterion(String)
    /// The day until which it is `not yet`.
    case notYetUntil
    /// The day before which it cannot be.
    case notBefore
    /// A part of the term: `starts`, `ends`, `months`.
    case term(String)
    /// The names of all missing facts.
    case missing
    /// Names that must be among the missing facts.
    case missingIncludes
    /// The names of all unpublished items.
    case unpublished
    /// The names of all provisional items.
    case provisional
    /// The names of all reasons to refer.
    case refer
    /// The total of all parts.
    case total
    /// The evidence it rests on.
    case evidence
    /// The status or the amount paid of a month, `2026-04`.
    case month(String)
    /// How many months are payable, unknown or used, as the word says.
    case count(String)
    /// The sum of what changed against what was known before.
    case difference
    /// The part of it that is for months which could not be decided then.
    case firstDecided
  }

  /// What is looked at.
  public let subject: Subject
  /// What must be there: one text, or the names of a list in any order.
  public let expected: [String]
  /// Whether the expected value is null.
  public let isNull: Bool
  /// Where it is written.
  public let range: SourceRange
  /// Where the name of what is looked at is written, if it has one.
  var nameRange: SourceRange?
  /// Where each of the expected names of a list is written.
  var places: [SourceRange] = []
}
