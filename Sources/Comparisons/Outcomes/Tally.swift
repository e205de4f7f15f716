public import FEEL
public import Quantities

/// Amounts added up, with the number of those that could not be because they are not known.
public struct Sum: Sendable, Hashable {
  /// The sum of those that are known.
  public private(set) var known = Decimal128.zero
  /// How many are not.
  public private(set) var open = 0

  mutating func add(_ amount: Decimal128?) {
    if let amount, let sum = known.adding(amount) { known = sum } else { open += 1 }
  }

  mutating func add(_ other: Sum) {
    known = known.adding(other.known) ?? known
    open += other.open
  }
}

/// One sum for each unit.
public struct UnitSums: Sendable, Hashable {
  private var sums: [Unit: Sum] = [:]

  /// Nothing yet.
  public init() {}

  /// The units in the order of their names.
  public var units: [Unit] { sums.keys.sorted { $0.description < $1.description } }

  /// The sum in a unit; nothing if there is none.
  public subscript(unit: Unit) -> Sum { sums[unit] ?? Sum() }

  mutating func add(_ amounts: UnitAmounts) {
    for entry in amounts.entries { add(entry.amount, in: entry.unit) }
  }

  /// Adds other sums.
  public mutating func add(_ other: UnitSums) {
    for (unit, sum) in other.sums { sums[unit, default: Sum()].add(sum) }
  }

  mutating func add(_ amount: Decimal128?, in unit: Unit) {
    sums[unit, default: Sum()].add(amount)
  }
}

/// Applicants counted, with what they get or owe on both sides.
public struct Tally: Sendable, Hashable {
  /// How many.
  public private(set) var count = 0
  /// For how many more is paid or owed than before.
  public private(set) var gains = 0
  /// For how many less is.
  public private(set) var losses = 0
  /// For how many nothing changes.
  public private(set) var unchanged = 0
  /// What is paid or owed on the earlier side.
  public private(set) var before = UnitSums()
  /// And on the later.
  public private(set) var after = UnitSums()
  /// The difference.
  public private(set) var change = UnitSums()

  /// How many change in a way that is neither more nor less.
  public var others: Int { count - gains - losses - unchanged }

  mutating func add(_ finding: OutcomeFinding) {
    count += 1
    if finding.change.isGain { gains += 1 }
    if finding.change.isLoss { losses += 1 }
    if finding.change == .unchanged { unchanged += 1 }
    let units = finding.from.units(with: finding.to)
    let from = finding.from.totals(in: units)
    let to = finding.to.totals(in: units)
    before.add(from)
    after.add(to)
    change.add(to.subtracting(from))
  }
}
