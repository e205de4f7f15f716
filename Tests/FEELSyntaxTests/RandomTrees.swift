import Diagnostics
import FEELSyntax

/// Random trees, the same for the same seed.
struct RandomTrees: RandomNumberGenerator {
  static let names = [
    "a", "x1", "subsidy share", "values in a list", "Pre-bureau risk", "Approved/Declined", "金额（元）",
    "every month", "Person's name", "?",
  ]
  private static let place = SourceText("", name: "random").range
  private static let texts = [
    "", "a", "say \"hi\"", "\\s", "line\nbreak", "\u{7}", "残疾", "😀", "\\u0041",
  ]
  private static let numbers = ["0", "1", ".5", "1.20", "1.23e4", "1.2E-3", "007", "12e+3"]
  private static let keys = [
    "b", "foo bar", "p-q", "(x", "a:b", "", "if", "x, y", "🐎", "9 lives", " s", "é",
  ]
  private static let types = [
    "number", "date and time", "years and months duration", "my type", "A.B",
  ]

  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  private mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  private mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[below(choices.count)]
  }

  private mutating func many<Element>(
    _ range: Range<Int>, _ make: (inout RandomTrees) -> Element
  ) -> [Element] {
    let count = range.lowerBound + below(range.count)
    return (0..<count).map { _ in make(&self) }
  }

  private func name(_ text: String) -> Name { Name(text, at: Self.place) }

  mutating func expression(depth: Int) -> Expression {
    Expression(depth == 0 || below(6) == 0 ? leaf() : branch(depth - 1), at: Self.place)
  }

  private mutating func leaf() -> Expression.Kind {
    switch below(8) {
    case 0: .null
    case 1: .boolean(below(2) == 0)
    case 2: .string(pick(Self.texts))
    case 3: .atLiteral("2020-01-01")
    case 4: .number(pick(Self.numbers))
    default: .name(pick(Self.names))
    }
  }

  private mutating func branch(_ depth: Int) -> Expression.Kind {
    switch below(20) {
    case 0: .path(expression(depth: depth), name(pick(["b", "time offset", "end"])))
    case 1: .negation(expression(depth: depth))
    case 2, 3:
      .arithmetic(
        pick(ArithmeticOperator.allCases), expression(depth: depth), expression(depth: depth))
    case 4:
      .comparison(
        pick(ComparisonOperator.allCases), expression(depth: depth), expression(depth: depth))
    case 5:
      .between(
        expression(depth: depth), low: expression(depth: depth), high: expression(depth: depth))
    case 6: .membership(expression(depth: depth), many(1..<4) { $0.test(depth) })
    case 7: .instanceOf(expression(depth: depth), type(2))
    case 8: .conjunction(expression(depth: depth), expression(depth: depth))
    case 9: .disjunction(expression(depth: depth), expression(depth: depth))
    case 10:
      .conditional(
        expression(depth: depth), then: expression(depth: depth), else: expression(depth: depth))
    case 11: .iteration(many(1..<3) { $0.iterator(depth) }, result: expression(depth: depth))
    case 12:
      .quantified(
        pick(Quantifier.allCases), many(1..<3) { $0.iterator(depth) },
        satisfies: expression(depth: depth))
    case 13: .filter(expression(depth: depth), expression(depth: depth))
    case 14: .invocation(expression(depth: depth), arguments(depth))
    case 15: function(depth)
    case 16: .list(many(0..<4) { $0.expression(depth: depth) })
    case 17:
      .context(
        many(0..<3) {
          ContextEntry($0.name($0.pick(Self.keys)), $0.expression(depth: depth))
        })
    case 18:
      .interval(
        Interval(
          low: expression(depth: depth), includesLow: below(2) == 0,
          high: expression(depth: depth), includesHigh: below(2) == 0))
    default: rare(depth)
    }
  }

  private mutating func rare(_ depth: Int) -> Expression.Kind {
    if below(2) == 0 {
      return .unaryInterval(pick(ComparisonOperator.allCases), expression(depth: depth))
    }
    let value = Expression(.name(pick(["a", "subsidy share"])), at: Self.place)
    return .at(value, day: expression(depth: depth))
  }

  private mutating func function(_ depth: Int) -> Expression.Kind {
    let parameters = many(0..<3) {
      FunctionParameter(
        $0.name($0.pick(["p", "unit price"])), type: $0.below(2) == 0 ? $0.type(2) : nil)
    }
    let body = expression(depth: depth)
    guard below(4) == 0 else { return .function(parameters, .expression(body)) }
    return .function(parameters, .external(Expression(.context([]), at: Self.place)))
  }

  private mutating func iterator(_ depth: Int) -> Iterator {
    let name = name(pick(["i", "one item", "t-s"]))
    if below(2) == 0 { return Iterator(name, in: .list(expression(depth: depth))) }
    return Iterator(name, in: .interval(expression(depth: depth), expression(depth: depth)))
  }

  private mutating func arguments(_ depth: Int) -> Arguments {
    if below(3) > 0 { return .positional(many(0..<3) { $0.expression(depth: depth) }) }
    return .named(
      many(1..<3) {
        NamedArgument($0.name($0.pick(["from", "decimal separator"])), $0.expression(depth: depth))
      })
  }

  private mutating func test(_ depth: Int) -> UnaryTest {
    if below(2) == 0 { return .expression(expression(depth: depth)) }
    return .comparison(pick(ComparisonOperator.allCases), expression(depth: depth))
  }

  mutating func unaryTests(depth: Int) -> UnaryTests {
    switch below(5) {
    case 0: .any
    case 1: .negated(many(1..<3) { $0.test(depth) })
    default: .tests(many(1..<3) { $0.test(depth) })
    }
  }

  private mutating func type(_ depth: Int) -> TypeReference {
    let kind: TypeReference.Kind
    switch depth == 0 ? 4 : below(6) {
    case 0: kind = .list(type(depth - 1))
    case 1: kind = .range(type(depth - 1))
    case 2:
      kind = .context(
        many(0..<3) { TypeReference.Field($0.name($0.pick(["a", "b c"])), $0.type(depth - 1)) })
    case 3: kind = .function(many(0..<3) { $0.type(depth - 1) }, result: type(depth - 1))
    default: kind = .named(pick(Self.types))
    }
    return TypeReference(kind, at: Self.place)
  }
}
