public import Comparisons
public import Diagnostics

/// What a comparison of outcomes says, in words, ready to be laid out as text or for browsers.
public struct OutcomePage: Sendable {
  /// A pair of lines at the head of the page.
  struct Field: Sendable {
    let key: Wording
    let value: Wording
  }

  /// Cells below headings; the first column names the row.
  struct Table: Sendable {
    struct Column: Sendable {
      let heading: Wording
      let isNumber: Bool

      init(_ heading: Wording, isNumber: Bool = true) {
        self.heading = heading
        self.isNumber = isNumber
      }
    }

    let caption: Wording
    let columns: [Column]
    var rows: [[Wording]] = []
    /// What stands below it.
    var note: Wording?
  }

  /// What is drawn beside a table.
  enum Chart: Sendable {
    /// Pairs of bars: before and after.
    case costs([CostBar])
    /// Bars to the left and to the right of a line in the middle, and what their figures count.
    case balance([BalanceBar], of: Wording)
    /// Bars of applicants, of which those of losses and of gains look different.
    case distribution([DistributionBar])
  }

  struct CostBar: Sendable {
    let label: Wording
    /// Lengths from 0 to 1000.
    let before: Int
    let after: Int
    let beforeText: Wording
    let afterText: Wording
  }

  struct BalanceBar: Sendable {
    let label: Wording
    /// Lengths from 0 to 1000.
    let left: Int
    let right: Int
    let value: Wording
  }

  struct DistributionBar: Sendable {
    let label: Wording
    let count: Int
    /// -1 for losses, 0 for no change, 1 for gains.
    let sign: Int
  }

  /// A change of the rules, or what else differs, that matters to somebody.
  struct Change: Sendable {
    /// By what it is called further on: `R1`.
    let sign: String
    /// What changed, from what to what.
    let sentence: Wording
    /// By which clause, and where that is written; nil for what no rule says.
    let basis: Wording?
  }

  /// Applicants whose change has the same causes.
  struct Cause: Sendable {
    /// The signs of the changes.
    let signs: String
    /// How many applicants, and how much.
    let extent: Wording
    /// What each does alone, and together; nil for a single one.
    let shares: Wording?
    let witness: Wording
  }

  /// A part of a policy's section.
  enum Block: Sendable {
    case table(Table, Chart?)
    case changes(Wording, [Change])
    case causes(Wording, [Cause])
    case list(Wording, [Wording])
  }

  /// What is said about one policy.
  struct Section: Sendable {
    let heading: Wording
    let headline: Wording
    let blocks: [Block]
  }

  /// The title.
  public let title: Wording
  let head: [Field]
  let notices: [Wording]
  let sections: [Section]

  /// The page of a summary; the sides are said in words.
  public init(of summary: OutcomeSummary, from: Wording, to: Wording, notices: [Wording] = []) {
    title = Phrases.outcomeReport
    var head = [
      Field(key: Phrases.earlierSide, value: from), Field(key: Phrases.laterSide, value: to),
      Field(
        key: Phrases.applicantsRead,
        value: Wording(en: "\(summary.applicants)", zh: "\(summary.applicants)")),
    ]
    if summary.broken > 0 {
      head.append(
        Field(
          key: Phrases.brokenRecords,
          value: Wording(en: "\(summary.broken)", zh: "\(summary.broken)")))
    }
    self.head = head
    self.notices = notices
    sections = summary.policies.map { OutcomePageBuilder($0, names: summary.names).section }
  }
}
