import PolicyWriting

/// The dated values of a parameter as rules of a decision table over the determination date.
struct DatedValues {
  /// A value with its days.
  struct Row {
    let value: String
    let days: DayRange?
    let tree: RuleTree
    /// Whether the rule file itself says it.
    let isOwn: Bool
    /// Whether it stands here once more because it goes on until the next is published.
    var isCarriedOn = false

    /// The order of values for the same day: what became known later counts before the rest.
    var rank: (String, String) { (tree["known from"]?.string ?? "", days?.from ?? "") }

    /// The order of values that have ended: what ended later counts before the rest.
    var rankOnceEnded: (String, String, String) { (days?.until ?? "", rank.0, rank.1) }
  }

  /// The rules in the order in which they count.
  let rows: [Row]
  /// Whether no two rules can match.
  let isUnique: Bool
  /// Whether values stand in another order than in the rule file.
  let isDescending: Bool
  /// What holds where no value does.
  let defaultValue: String?

  /// The values of a parameter; nil if it has none.
  init?(of entry: EffectiveEntry) {
    let groups = entry.values.map { values in
      values.items.map { item in
        Row(
          value: item["is"]?.string ?? "null", days: DayRange(of: item), tree: item,
          isOwn: values.isOwn)
      }
    }
    guard groups.contains(where: { !$0.isEmpty }) else { return nil }
    let overlapping = groups.contains(where: Self.overlaps)
    isDescending = overlapping
    let arranged = groups.map { overlapping ? Self.descending($0) { $0.rank > $1.rank } : $0 }
    var rows = arranged.flatMap(\.self)
    if entry.lastValueGoesOn {
      for group in groups {
        let ended = Self.descending(group) { $0.rankOnceEnded > $1.rankOnceEnded }
        for var row in ended where row.days?.until != nil {
          row.isCarriedOn = true
          rows.append(row)
        }
      }
    }
    self.rows = rows
    isUnique = groups.count == 1 && !overlapping && !rows.contains(where: \.isCarriedOn)
    let below = entry.below?.without(["type", "unit", "label", "source"])
    defaultValue = below?["except"] == nil ? below?["is"]?.string : nil
  }

  private static func descending(_ rows: [Row], _ isBefore: (Row, Row) -> Bool) -> [Row] {
    rows.enumerated().sorted { left, right in
      isBefore(left.element, right.element)
        || !isBefore(right.element, left.element) && left.offset < right.offset
    }.map(\.element)
  }

  /// Whether two values cover the same day, as where one was published anew.
  private static func overlaps(_ rows: [Row]) -> Bool {
    let sorted = rows.sorted { ($0.days?.from ?? "") < ($1.days?.from ?? "") }
    return zip(sorted, sorted.dropFirst()).contains { earlier, later in
      guard let end = earlier.days?.until else { return true }
      return (later.days?.from ?? "") <= end
    }
  }
}
