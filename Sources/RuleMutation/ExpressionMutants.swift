import DMN
import Diagnostics
import FEEL
import FEELSyntax
import PolicyModel
import Quantities

/// The edits that each make one mistake in an expression.
struct ExpressionMutants {
  private(set) var found: [(kind: Mutant.Kind, edits: [Mutant.Edit])] = []

  private static let roundings = [
    "round half up", "round half down", "round up", "round down", "floor", "ceiling",
  ]

  /// Adds the mistakes that can be made in an expression and in everything inside it.
  mutating func add(_ expression: CheckedExpression) {
    for operand in expression.operands { add(operand) }
    switch expression.node {
    case .constant(.number): addNumber(expression.range)
    case .comparison(let operation, let left, let right):
      addOperator(operation, between: left.range, and: right.range)
    case .conjunction(let left, let right):
      replace("and", by: "or", between: left.range, and: right.range, .logic)
    case .disjunction(let left, let right):
      replace("or", by: "and", between: left.range, and: right.range, .logic)
    case .arithmetic(let operation, let left, let right):
      let others: [ArithmeticOperator: String] = [
        .add: "-", .subtract: "+", .multiply: "/", .divide: "*",
      ]
      if let other = others[operation] {
        replace(operation.rawValue, by: other, between: left.range, and: right.range, .arithmetic)
      }
    case .interval(let interval): addEnds(interval, expression.range)
    case .membership(_, let tests): tests.forEach { add(test: $0) }
    case .builtIn(let number, let arguments):
      addCall(BuiltIn.all[number].name, arguments, expression.range)
    case .embedded(let logic):
      if let table = logic as? DatedTable {
        for rule in table.table.rules { rule.inputs.forEach { add(cell: $0) } }
      }
    default: break
    }
  }

  private mutating func add(cell: CheckedUnaryTests) {
    switch cell {
    case .any: break
    case .tests(let tests), .negated(let tests): tests.forEach { add(test: $0) }
    }
  }

  private mutating func add(test: CheckedTest) {
    guard case .comparison(let operation, let end) = test else { return }
    let file = end.range.file
    // The sign stands before the end, blanks between them.
    var upper = end.range.lowerBound
    while upper > 0, file.bytes[upper - 1] == 0x20 { upper -= 1 }
    let lower = upper - operation.rawValue.utf8.count
    guard lower >= 0, file.text(in: lower..<upper) == operation.rawValue else { return }
    addComparison(
      operation, SourceRange(file: file, lowerBound: lower, upperBound: upper))
  }

  // MARK: Operators

  private mutating func addOperator(
    _ operation: ComparisonOperator, between left: SourceRange, and right: SourceRange
  ) {
    guard let range = Self.find(operation.rawValue, between: left, and: right) else { return }
    addComparison(operation, range)
  }

  private mutating func addComparison(_ operation: ComparisonOperator, _ range: SourceRange) {
    let others: [String] =
      switch operation {
      case .less: ["<=", ">="]
      case .lessOrEqual: ["<", ">"]
      case .greater: [">=", "<="]
      case .greaterOrEqual: [">", "<"]
      case .equal: ["!="]
      case .notEqual: ["="]
      }
    for other in others { found.append((.comparison, [.init(range: range, text: other)])) }
  }

  private mutating func replace(
    _ word: String, by other: String, between left: SourceRange, and right: SourceRange,
    _ kind: Mutant.Kind
  ) {
    guard let range = Self.find(word, between: left, and: right) else { return }
    found.append((kind, [.init(range: range, text: other)]))
  }

  /// Where a word stands between two operands; brackets may stand there as well, and comments, which
  /// are left alone.
  private static func find(
    _ word: String, between left: SourceRange, and right: SourceRange
  ) -> SourceRange? {
    guard left.file === right.file, left.upperBound <= right.lowerBound else { return nil }
    let bytes = left.file.bytes[left.upperBound..<right.lowerBound]
    let wanted = Array(word.utf8)
    let allowed = Set("() \n\t".utf8)
    guard let start = bytes.firstIndex(where: { !allowed.contains($0) }),
      bytes[start...].starts(with: wanted),
      bytes[(start + wanted.count)...].allSatisfy({ allowed.contains($0) })
    else { return nil }
    return SourceRange(
      file: left.file, lowerBound: start, upperBound: start + wanted.count)
  }

  // MARK: Values

  /// A number one higher and one lower in its last digit.
  mutating func addNumber(_ range: SourceRange, _ kind: Mutant.Kind = .threshold) {
    for text in Self.neighbours(of: range.text) {
      found.append((kind, [.init(range: range, text: text)]))
    }
  }

  /// The numbers that differ by one in the last digit; none if the text is no plain number.
  static func neighbours(of text: String) -> [String] {
    let point = text.firstIndex(of: ".")
    let digits = text.filter { $0 != "." }
    guard !digits.isEmpty, digits.allSatisfy({ ("0"..."9").contains($0) }), let whole = Int(digits)
    else { return [] }
    let places = point.map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
    return [whole + 1, whole - 1].filter { $0 >= 0 }.map { number in
      var shown = String(number)
      while shown.count <= places { shown = "0" + shown }
      guard places > 0 else { return shown }
      return shown.dropLast(places) + "." + shown.suffix(places)
    }
  }

  // MARK: Ranges and calls

  private mutating func addEnds(_ interval: CheckedInterval, _ range: SourceRange) {
    let file = range.file
    for (offset, signs) in [
      (range.lowerBound, ["[": "(", "(": "[", "]": "["]),
      (range.upperBound - 1, ["]": ")", ")": "]", "[": "]"]),
    ] where offset >= range.lowerBound {
      let sign = file.text(in: offset..<(offset + 1))
      guard let other = signs[sign] else { continue }
      found.append(
        (
          .rangeEnd,
          [
            .init(
              range: SourceRange(file: file, lowerBound: offset, upperBound: offset + 1),
              text: other)
          ]
        ))
    }
  }

  private mutating func addCall(
    _ name: String, _ arguments: CheckedArguments, _ range: SourceRange
  ) {
    let file = range.file
    let called = SourceRange(
      file: file, lowerBound: range.lowerBound,
      upperBound: range.lowerBound + name.utf8.count)
    guard called.text == name else { return }
    let others: [String] =
      switch name {
      case "round half up": ["round down", "round up"]
      case "round half down", "round up": ["round down"]
      case "round down": ["round up"]
      case "floor": ["ceiling"]
      case "ceiling": ["floor"]
      case "min": ["max"]
      case "max": ["min"]
      default: []
      }
    for other in others {
      found.append(
        (
          Self.roundings.contains(name) ? .rounding : .arithmetic,
          [.init(range: called, text: other)]
        ))
    }
    if name == "not", let argument = arguments.expressions.first {
      found.append((.logic, [.init(range: range, text: "(\(argument.range.text))")]))
    }
  }
}
