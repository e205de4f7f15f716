/// How often an item of a pattern is repeated.
struct Quantifier: Sendable {
  /// The quantifier in PCRE2, which writes it as XPath does.
  var text = ""
  /// The fewest repetitions.
  var minimum = 1
  /// Whether the number of repetitions can differ.
  var isVariable = false
}

extension PatternTranslator {
  /// `quantifier`: what follows an item, perhaps nothing.
  mutating func quantifier() throws(InvalidPattern) -> Quantifier {
    var quantifier: Quantifier
    if reader.take("?") {
      quantifier = Quantifier(text: "?", minimum: 0, isVariable: true)
    } else if reader.take("*") {
      quantifier = Quantifier(text: "*", minimum: 0, isVariable: true)
    } else if reader.take("+") {
      quantifier = Quantifier(text: "+", minimum: 1, isVariable: true)
    } else if reader.take("{") {
      quantifier = try counts()
    } else {
      return Quantifier()
    }
    if reader.take("?") { quantifier.text += "?" }
    return quantifier
  }

  /// `quantity`: the counts after an opening brace, with the closing one.
  private mutating func counts() throws(InvalidPattern) -> Quantifier {
    let minimum = try count()
    if reader.take("}") { return Quantifier(text: "{\(minimum)}", minimum: minimum) }
    try reader.require(",")
    if reader.take("}") {
      return Quantifier(text: "{\(minimum),}", minimum: minimum, isVariable: true)
    }
    let maximum = try count()
    try reader.require("}")
    guard minimum <= maximum else { throw InvalidPattern() }
    return Quantifier(
      text: "{\(minimum),\(maximum)}", minimum: minimum, isVariable: minimum < maximum)
  }

  private mutating func count() throws(InvalidPattern) -> Int {
    guard var number = reader.takeDigit() else { throw InvalidPattern() }
    while let digit = reader.takeDigit() {
      number = number * 10 + digit
      guard number <= Limits.count else { throw InvalidPattern() }
    }
    return number
  }
}
