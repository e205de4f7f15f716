internal import Determinations
internal import FEEL
internal import Quantities

/// Months one after another that have the same value.
struct MonthRun {
  /// The first month.
  let first: CalendarDate
  /// The last month.
  private(set) var last: CalendarDate
  /// How many months there are.
  private(set) var count = 1
  /// What each of them has.
  let value: Value
  /// How the value is read.
  let words: ValueWords?

  /// The runs of a list of records of a month and one value each; nil if it is no such list.
  static func runs(of elements: [Value], _ words: ValueWords?) -> [MonthRun]? {
    guard let entries = words?.entries, entries.count == 2, !elements.isEmpty,
      let month = entries.first(where: { $0.value.isMonth })?.key,
      let other = entries.keys.first(where: { $0 != month })
    else { return nil }
    var runs: [MonthRun] = []
    for element in elements {
      guard case .context(let context) = element, case .date(let day)? = context[month],
        let value = context[other]
      else { return nil }
      if let run = runs.last, run.last.adding(months: 1) == day,
        Evaluation.equal(run.value, value).boolean == true
      {
        runs[runs.count - 1].last = day
        runs[runs.count - 1].count += 1
      } else {
        runs.append(MonthRun(first: day, last: day, value: value, words: entries[other]))
      }
    }
    return runs
  }
}
