public import Diagnostics
public import Quantities

/// A decision table as it is drawn, cell by cell.
public struct TableText: Sendable {
  /// A row with its cells.
  public struct Row: Sendable {
    /// The rule number as written.
    public var number: SourceText
    /// Input entries.
    public var inputs: [SourceText]
    /// Output entries.
    public var outputs: [SourceText]
    /// Annotation entries, in the order of the table's annotations.
    public var annotations: [SourceText]
    /// What it rests on, from the annotation `source`.
    public var sources: [Citation] = []
    /// When it is in force and known, from the annotations `from`, `until` and `known from`; nil if
    /// none of them says anything.
    public var period: Period?
    /// Where the row stands.
    public var range: SourceRange

    /// Days of a row or an exception, each of which may be left open.
    public struct Period: Sendable, Hashable {
      /// The first day.
      public var from: Located<CalendarDate>?
      /// The last day.
      public var until: Located<CalendarDate>?
      /// The day on which it became known.
      public var knownFrom: Located<CalendarDate>?

      /// Days, each of which may be left open.
      public init(
        from: Located<CalendarDate>?, until: Located<CalendarDate>?,
        knownFrom: Located<CalendarDate>? = nil
      ) {
        self.from = from
        self.until = until
        self.knownFrom = knownFrom
      }
    }
  }

  /// The corner: the hit policy.
  public var hitPolicy: SourceText
  /// Input expressions.
  public var inputs: [SourceText]
  /// Names of outputs.
  public var outputs: [SourceText]
  /// Names of annotations.
  public var annotations: [SourceText]
  /// The rules.
  public var rows: [Row]
  /// Where the table stands.
  public var range: SourceRange
}
