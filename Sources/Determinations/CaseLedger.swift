import DMN
import FEEL
import PolicyModel
import Quantities

/// What is evaluated for a case, written down as it happens: every item once for each day.
struct CaseLedger {
  /// The records in the order in which they were begun.
  private(set) var records: [CaseRecord] = []
  /// The day everything is read on.
  private(set) var day: CalendarDate
  /// The record of what is being evaluated; nil if nothing is.
  private(set) var current: Int?
  /// Where the readings of the day stand.
  private var place = 0
  /// For each day the items that were read on it, with their records: few, so that they are found
  /// sooner one by one than by hashing.
  private var readings: [[(item: ItemID, record: Int)]] = [[]]
  /// Where the readings of each day stand.
  private var places: [CalendarDate: Int]

  /// How an item is found on a day.
  enum Finding {
    /// It was evaluated before.
    case value(Value)
    /// It is being evaluated, so it rests on itself.
    case open
    /// It must be evaluated now, as part of another record if there is one.
    case new(record: Int, parent: Int?)
  }

  /// Nothing read yet, with room for so many records.
  init(on day: CalendarDate, capacity: Int) {
    self.day = day
    places = [day: 0]
    records.reserveCapacity(capacity)
  }

  // MARK: Days

  /// A day with the place of its readings.
  typealias Bookmark = (day: CalendarDate, place: Int)

  /// Goes on to another day, and says how to come back.
  mutating func turn(to other: CalendarDate) -> Bookmark {
    let before = (day: day, place: place)
    day = other
    if let known = places[other] {
      place = known
    } else {
      place = readings.count
      places[other] = place
      readings.append([])
    }
    return before
  }

  /// Comes back to a day.
  mutating func turn(back bookmark: Bookmark) { (day, place) = bookmark }

  // MARK: Records

  /// Begins a record and answers with its number and that of the one it is part of.
  mutating func begin(_ item: ItemID?, _ name: String) -> (record: Int, parent: Int?) {
    let begun = (record: records.count, parent: current)
    records.append(CaseRecord(item: item, name: name, day: day, origin: .root))
    current = begun.record
    return begun
  }

  /// Ends what is being evaluated and goes back to the record it is part of.
  mutating func end(backTo parent: Int?) { current = parent }

  /// Looks up an item on the day, for the record that is being evaluated; begins one for it if it
  /// was not read before.
  mutating func find(_ item: ItemID, _ name: @autoclosure () -> String) -> Finding {
    if let earlier = readings[place].first(where: { $0.item == item })?.record {
      if let current, !records[current].children.contains(earlier) {
        records[current].children.append(earlier)
      }
      return records[earlier].value.map(Finding.value) ?? .open
    }
    let (record, parent) = begin(item, name())
    readings[place].append((item, record))
    if let parent { records[parent].children.append(record) }
    return .new(record: record, parent: parent)
  }

  /// Ends the evaluation of an item with its value; with none it may be asked for again where it
  /// matters.
  mutating func end(_ record: Int, of item: ItemID, with value: Value?, backTo parent: Int?) {
    current = parent
    if let value {
      records[record].value = value
    } else {
      readings[place].removeAll { $0.item == item }
    }
  }

  /// Writes down something that what is being evaluated rests on.
  mutating func add(_ record: CaseRecord) {
    guard let current else { return }
    records[current].children.append(records.count)
    records.append(record)
  }

  /// Writes down what a table came to in what is being evaluated.
  mutating func add(_ result: TableResult, of table: DatedTable) {
    guard let current else { return }
    records[current].tables.append((table, result.matched, result.possible))
  }

  /// Writes down a value.
  mutating func set(value: Value?, of record: Int) { records[record].value = value }

  /// Writes down how a value came about.
  mutating func set(origin: CaseRecord.Origin, of record: Int) { records[record].origin = origin }
}
