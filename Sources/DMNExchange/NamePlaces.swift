import Diagnostics
import FEELSyntax

/// Where names stand in the text of an expression, so that they can be replaced and the rest kept.
struct NamePlaces {
  /// A stretch of the text with the name that it means.
  struct Place {
    let offsets: Range<Int>
    let name: String
    /// Whether what the name means is called.
    var isCalled = false
  }

  private(set) var places: [Place] = []
  private let prefixes: Set<String>

  /// The names in an expression; `prefixes` are names of imports, which stand before a point.
  init(in expression: Expression, prefixes: Set<String>) {
    self.prefixes = prefixes
    collect(expression)
  }

  /// The names in tests.
  init(in tests: UnaryTests, prefixes: Set<String>) {
    self.prefixes = prefixes
    switch tests {
    case .any: break
    case .tests(let tests), .negated(let tests): for test in tests { collect(test.expression) }
    }
  }

  private mutating func add(_ name: Name) { add(name.text, name.range) }

  private mutating func add(_ name: String, _ range: SourceRange) {
    places.append(Place(offsets: range.lowerBound..<range.upperBound, name: name))
  }

  private mutating func collect(_ expression: Expression) {
    switch expression.kind {
    case .null, .boolean, .number, .string, .atLiteral: break
    case .name(let name): add(name, expression.range)
    case .path(let operand, let name):
      if case .name(let prefix) = operand.kind, prefixes.contains(prefix) {
        add(name.text, operand.range.union(name.range))
      } else {
        collect(operand)
        add(name)
      }
    case .negation(let operand), .unaryInterval(_, let operand), .instanceOf(let operand, _):
      collect(operand)
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right),
      .conjunction(let left, let right), .disjunction(let left, let right),
      .filter(let left, let right), .at(let left, let right):
      collect(left)
      collect(right)
    case .between(let first, let second, let third),
      .conditional(let first, let second, let third):
      for operand in [first, second, third] { collect(operand) }
    case .membership(let value, let tests):
      collect(value)
      for test in tests { collect(test.expression) }
    case .iteration(let iterators, let result):
      collect(iterators)
      collect(result)
    case .quantified(_, let iterators, let condition):
      collect(iterators)
      collect(condition)
    case .invocation(let callee, let arguments): collect(callee, arguments)
    case .function(let parameters, let body):
      for parameter in parameters { add(parameter.name) }
      if case .expression(let body) = body { collect(body) }
    case .list(let elements): for element in elements { collect(element) }
    case .context(let entries):
      for entry in entries {
        add(entry.key)
        collect(entry.value)
      }
    case .interval(let interval):
      collect(interval.low)
      collect(interval.high)
    }
  }

  private mutating func collect(_ callee: Expression, _ arguments: Arguments) {
    if case .name(let name) = callee.kind {
      let range = callee.range
      places.append(
        Place(offsets: range.lowerBound..<range.upperBound, name: name, isCalled: true))
    } else {
      collect(callee)
    }
    switch arguments {
    case .positional(let values): for value in values { collect(value) }
    case .named(let values):
      for value in values {
        add(value.name)
        collect(value.value)
      }
    }
  }

  private mutating func collect(_ iterators: [Iterator]) {
    for iterator in iterators {
      add(iterator.name)
      switch iterator.domain {
      case .list(let list): collect(list)
      case .interval(let low, let high):
        collect(low)
        collect(high)
      }
    }
  }

  /// The text with names replaced, but for those of `functions` where they are called.
  func replaced(
    in text: String, keeping functions: Set<String> = [], by rename: (String) -> String
  ) -> String {
    var bytes = Array(text.utf8)
    let sorted = places.sorted { $0.offsets.lowerBound > $1.offsets.lowerBound }
    for place in sorted where place.offsets.upperBound <= bytes.count {
      if place.isCalled, functions.contains(place.name) { continue }
      let new = rename(place.name)
      let old = String(decoding: bytes[place.offsets], as: UTF8.self)
      // A key of a context may be a string literal.
      guard new != place.name || old.contains("."), new != old else { continue }
      guard !old.hasPrefix("\"") else {
        bytes.replaceSubrange(place.offsets, with: LiteralText.string(new).utf8)
        continue
      }
      bytes.replaceSubrange(place.offsets, with: new.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
