import FEEL
import Quantities

/// A supplied fact read by its declared type: what it was, when, and since when that is known.
struct BoundFact: Sendable {
  /// A value with the days it holds for.
  struct Entry: Sendable {
    /// The first day; nil for a value that always holds.
    let from: CalendarDate?
    /// The last day; nil if it goes on until the next.
    let until: CalendarDate?
    /// The day by which it had been reported, if that is said.
    let known: CalendarDate?
    /// The value.
    let value: Value
  }

  /// In the order of their first days.
  let entries: [Entry]
  /// Whether a value lasts until the next begins; a flow has values for its own months only.
  let lasts: Bool

  /// Whether the value is the same on every day, whatever has been reported.
  var isConstant: Bool {
    guard entries.count == 1, let entry = entries.first else { return false }
    return entry.from == nil && entry.until == nil && entry.known == nil
  }

  /// The value on a day as it was known by another; nil if there is none.
  func entry(on day: CalendarDate, known: CalendarDate) -> Entry? {
    var found: Entry?
    for entry in entries {
      if let reported = entry.known, reported > known { continue }
      if let from = entry.from, from > day { continue }
      if let until = entry.until, until < day { continue }
      // A state that lasts is what began last; of a flow, what was reported last corrects the rest.
      if !lasts, let before = found?.known, entry.known.map({ $0 < before }) ?? true { continue }
      found = entry
    }
    return found
  }
}

/// The facts of one case, bound to the items of a policy.
struct BoundCase: Sendable {
  /// Facts and supplied decisions by item.
  var facts: [Int: BoundFact] = [:]
  /// What was granted before; nil if that is not known.
  var grants: [Value]?
  /// Decisions that are taken to be something, whatever follows from the facts.
  var supposed: [Int: Value] = [:]
}
