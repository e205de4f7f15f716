import Quantities

/// How many months of its number a claim has used: the fewest and the most it can be.
struct UsedMonths {
  /// Months used for certain, earlier claims included.
  private(set) var least = 0
  /// How many more may have been used, being open themselves.
  private(set) var open = 0
  /// What it waits for how many were used before the claim; nil if that is known.
  private(set) var before: Waiting?
  /// Whether a month lay within the term.
  private(set) var hasBegun = false
  /// The last month that used up one for certain.
  private(set) var last: CalendarDate?

  /// Whether it is still to be read how many months were used before the claim.
  var isToBeBegun: Bool { !hasBegun || before != nil }

  /// Takes note of how many months were used before the claim.
  mutating func begin(after used: Reading<Int>) {
    hasBegun = true
    before = nil
    switch used {
    case .known(let months): least += max(0, months)
    case .unknown(let waiting): before = waiting
    case .none: break
    }
  }

  /// Whether so many may have been used.
  func mayReach(_ number: Int) -> Bool { least + open >= number }

  /// Takes note that a month uses up some, and perhaps some more, as far as the number goes.
  mutating func use(
    _ certain: Int, perhaps: Int, in month: CalendarDate, outOf number: Int?
  ) {
    let most = least + open
    var reached = most + certain + perhaps
    if let number { reached = max(most, min(reached, number)) }
    least += certain
    open = max(0, reached - least)
    if certain > 0 { last = month }
  }
}
