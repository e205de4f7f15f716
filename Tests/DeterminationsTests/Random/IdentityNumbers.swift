/// Numbers of identity cards and disability certificates as the shipped rules read them.
enum IdentityNumbers {
  /// A citizen ID with the right check character, for somebody born on a day.
  static func citizen(_ random: inout SplitMix64) -> String {
    let years = [
      1958, 1963, 1964, 1965, 1966, 1969, 1970, 1971, 1975, 1976, 1990, 2008, 2010, 2011,
    ]
    let year = random.chance(70) ? random.pick(years) : random.from(1950...2015)
    let month = random.from(1...12)
    let body =
      random.pick(["110105", "120101", "320102", "510104", "440304", "370102"]) + "\(year)"
      + padded(month, 2) + padded(random.from(1...28), 2) + padded(random.below(1000), 3)
    return body + check(body)
  }

  /// A certificate of somebody, as it should be.
  static func certificate(of citizen: String, _ random: inout SplitMix64) -> String {
    citizen + "\(random.from(1...7))\(random.from(1...4))" + random.pick(["", "", "", "B", "B1"])
  }

  /// The number with one mistake in it.
  static func mistaken(_ number: String, _ random: inout SplitMix64) -> String {
    var characters = Array(number)
    guard !characters.isEmpty else { return "1" }
    switch random.below(4) {
    case 0: characters.removeLast()
    case 1: characters[random.below(characters.count)] = "7"
    case 2: return number.lowercased()
    default: characters.append("9")
    }
    return String(characters)
  }

  private static func check(_ body: String) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(body, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
    return ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"][sum % 11]
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
