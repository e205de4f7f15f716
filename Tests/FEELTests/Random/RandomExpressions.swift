/// Well-typed expressions over the facts of `RandomFacts`, the same for the same seed.
struct RandomExpressions: RandomNumberGenerator {
  /// What an expression comes to.
  indirect enum Kind: Sendable {
    case number, string, boolean, date, days, months, record
    case list(Kind)
  }

  private var state: UInt64
  /// Variables that loops and functions have brought into scope.
  private var locals: [(name: String, kind: Kind)] = []

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  mutating func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }

  /// An expression of any kind.
  mutating func expression(depth: Int) -> String {
    let kinds: [Kind] = [
      .boolean, .boolean, .boolean, .number, .number, .string, .date, .days, .months,
      .list(.number), .list(.boolean), .list(.string), .list(.date), .record, .list(.record),
    ]
    return of(pick(kinds), depth)
  }

  private mutating func of(_ kind: Kind, _ depth: Int) -> String {
    if depth <= 0 || below(8) == 0 { return leaf(kind, depth) }
    if below(5) == 0 { return anyKind(kind, depth - 1) }
    return switch kind {
    case .number: number(depth - 1)
    case .string: string(depth - 1)
    case .boolean: boolean(depth - 1)
    case .date: date(depth - 1)
    case .days: days(depth - 1)
    case .months: months(depth - 1)
    case .record: record(depth - 1)
    case .list(let element): list(element, depth - 1)
    }
  }

  // MARK: Leaves

  private mutating func leaf(_ kind: Kind, _ depth: Int) -> String {
    let own = locals.filter { $0.kind.name == kind.name }.map(\.name)
    if !own.isEmpty, below(2) == 0 { return pick(own) }
    let facts = RandomFacts.names(of: kind)
    if !facts.isEmpty, below(4) > 0 { return pick(facts) }
    return literal(kind)
  }

  private mutating func literal(_ kind: Kind) -> String {
    switch kind {
    case .number: return pick(["0", "1", "2", "3", "12", "0.5", "1.50", "100", "-1"])
    case .string: return pick([#""""#, #""a""#, #""low""#, #""残疾""#, #""a,b""#])
    case .boolean: return pick(["true", "false"])
    case .date: return pick([#"@"2026-01-31""#, #"@"2024-02-29""#, #"@"2025-12-01""#])
    case .days: return pick([#"@"P1D""#, #"@"P30D""#, #"@"-P2D""#, #"@"PT0S""#])
    case .months: return pick([#"@"P1M""#, #"@"P1Y""#, #"@"-P3M""#, #"@"P0M""#])
    case .record: return "{n: \(literal(.number)), b: \(literal(.boolean)), d: \(literal(.date))}"
    case .list(let element):
      let count = below(4)
      if count == 0 { return "[\(literal(element))][false]" }
      return "[" + (0..<count).map { _ in literal(element) }.joined(separator: ", ") + "]"
    }
  }

  // MARK: What every kind has

  private mutating func anyKind(_ kind: Kind, _ depth: Int) -> String {
    switch below(7) {
    case 0, 1, 2:
      return "(if \(of(.boolean, depth)) then \(of(kind, depth)) else \(of(kind, depth)))"
    case 3:
      let other = pick([Kind.number, .boolean, .date])
      let value = of(other, depth)
      return "{x: \(value), y: \(binding("x", other) { $0.of(kind, depth) })}.y"
    case 4:
      let other = pick([Kind.number, .boolean])
      let body = binding("p", other) { $0.of(kind, depth) }
      return "(function(p: \(other.name)) \(body))(\(of(other, depth)))"
    case 5:
      // One of a list, where it is certain that there is one.
      return "[\(of(kind, depth)), \(of(kind, depth))][\(pick(["1", "2", "-1"]))]"
    default: return "(\(of(kind, depth)))"
    }
  }

  private mutating func binding(
    _ name: String, _ kind: Kind, _ body: (inout RandomExpressions) -> String
  ) -> String {
    let before = locals
    locals.removeAll { $0.name == name }
    locals.append((name, kind))
    defer { locals = before }
    return body(&self)
  }

  // MARK: Kinds

  private mutating func number(_ depth: Int) -> String {
    switch below(15) {
    case 0, 1, 2:
      return "(\(of(.number, depth)) \(pick(["+", "-", "*", "/"])) \(of(.number, depth)))"
    case 3: return "-(\(of(.number, depth)))"
    case 4:
      let function = pick(["round half up", "floor", "ceiling", "decimal", "round down"])
      return "\(function)(\(of(.number, depth)), \(pick(["0", "2", "1"])))"
    case 5: return "abs(\(of(.number, depth)))"
    case 6: return "modulo(\(of(.number, depth)), \(of(.number, depth)))"
    case 7: return "sum([\(of(.number, depth)), \(of(.number, depth))])"
    case 8: return "\(pick(["min", "max"]))(\(of(.number, depth)), \(of(.number, depth)))"
    case 9: return "count(\(of(.list(pick([.number, .boolean, .record])), depth)))"
    case 10: return "string length(\(of(.string, depth)))"
    case 11: return "(\(of(.date, depth))).\(pick(["year", "month", "day", "weekday"]))"
    case 12: return "(\(of(.days, depth))).days"
    case 13: return "(\(of(.record, depth))).n"
    default:
      return pick([
        "(if nullable number = null then \(of(.number, depth)) else nullable number + 1)",
        "history at(\(of(.date, depth)))", "(\(of(.months, depth))).months",
        "years and months duration(\(of(.date, depth)), \(of(.date, depth))).years",
        "count(index of(\(of(.list(.number), depth)), \(of(.number, depth))))",
        unlessNull(.number, depth),
      ])
    }
  }

  private mutating func boolean(_ depth: Int) -> String {
    switch below(20) {
    case 0, 1, 2:
      return "(\(of(.boolean, depth)) \(pick(["and", "or"])) \(of(.boolean, depth)))"
    case 3: return "not(\(of(.boolean, depth)))"
    case 4, 5, 6:
      let kind = pick([Kind.number, .number, .string, .date, .days])
      let operation = pick(["=", "!=", "<", "<=", ">", ">="])
      return "(\(of(kind, depth)) \(operation) \(of(kind, depth)))"
    case 7:
      let kind = pick([Kind.list(.number), .record, .boolean, .list(.boolean)])
      return "(\(of(kind, depth)) \(pick(["=", "!="])) \(of(kind, depth)))"
    case 8:
      let kind = pick([Kind.number, .date])
      return "(\(of(kind, depth)) between \(of(kind, depth)) and \(of(kind, depth)))"
    case 9, 10: return membership(depth)
    case 11, 12:
      let (domain, kind) = domain(depth)
      let body = binding("i", kind) { $0.of(.boolean, depth) }
      return "(\(pick(["some", "every"])) i in \(domain) satisfies \(body))"
    case 13: return "list contains(\(of(.list(.number), depth)), \(of(.number, depth)))"
    case 14: return "\(pick(["all", "any"]))(\(of(.list(.boolean), depth)))"
    case 15: return "(\(of(.record, depth))).b"
    case 16:
      let function = pick(["contains", "starts with", "ends with"])
      return "\(function)(\(of(.string, depth)), \(of(.string, depth)))"
    case 17:
      return pick([
        "nullable number = null", "(nullable number != null and nullable number > 1)",
        "(nullable number = null or nullable number < \(of(.number, depth)))",
        "(\(of(.list(.number), depth)))[1] = null",
        "\(pick(["even", "odd"]))(\(of(.number, depth)))",
      ])
    case 18:
      return "includes([\(of(.number, depth))..\(of(.number, depth))], \(of(.number, depth)))"
    default:
      let function = pick(["before", "after", "meets", "overlaps"])
      return "\(function)([\(of(.date, depth))..\(of(.date, depth))],"
        + " [\(of(.date, depth))..\(of(.date, depth))])"
    }
  }

  private mutating func membership(_ depth: Int) -> String {
    let kind = pick([Kind.number, .date])
    let value = of(kind, depth)
    let tests = (0..<1 + below(2)).map { _ -> String in
      switch below(4) {
      case 0: "\(pick(["<", ">=", ">"])) \(of(kind, depth))"
      case 1: "[\(of(kind, depth))..\(of(kind, depth))\(pick(["]", ")"]))"
      default: of(kind, depth)
      }
    }
    return "(\(value) in (\(tests.joined(separator: ", "))))"
  }

  private mutating func string(_ depth: Int) -> String {
    switch below(7) {
    case 0: "(\(of(.string, depth)) + \(of(.string, depth)))"
    case 1: "substring(\(of(.string, depth)), \(pick(["1", "2", "-1"])))"
    case 2: "upper case(\(of(.string, depth)))"
    case 3: "string(\(of(pick([.number, .boolean, .date, .days]), depth)))"
    case 4: "string join(\(of(.list(.string), depth)), \",\")"
    case 5: "substring before(\(of(.string, depth)), \(of(.string, depth)))"
    default: "replace(\(of(.string, depth)), \"a\", \(pick([#""b""#, #""""#])))"
    }
  }

  private mutating func date(_ depth: Int) -> String {
    switch below(5) {
    case 0: "(\(of(.date, depth)) \(pick(["+", "-"])) \(of(.days, depth)))"
    case 1: "(\(of(.date, depth)) \(pick(["+", "-"])) \(of(.months, depth)))"
    case 2: "(\(of(.record, depth))).d"
    case 3: unlessNull(.date, depth)
    default: "\(pick(["min", "max"]))(\(of(.date, depth)), \(of(.date, depth)))"
    }
  }

  private mutating func days(_ depth: Int) -> String {
    switch below(4) {
    case 0: "(\(of(.date, depth)) - \(of(.date, depth)))"
    case 1: "(\(of(.days, depth)) \(pick(["+", "-"])) \(of(.days, depth)))"
    case 2: "(\(of(.days, depth)) * \(of(.number, depth)))"
    default: "abs(\(of(.days, depth)))"
    }
  }

  private mutating func months(_ depth: Int) -> String {
    switch below(3) {
    case 0: "(\(of(.months, depth)) \(pick(["+", "-"])) \(of(.months, depth)))"
    case 1: "years and months duration(\(of(.date, depth)), \(of(.date, depth)))"
    default: "abs(\(of(.months, depth)))"
    }
  }

  private mutating func record(_ depth: Int) -> String {
    let entries = "n: \(of(.number, depth)), b: \(of(.boolean, depth)), d: \(of(.date, depth))"
    return "{\(entries)}"
  }

  private mutating func list(_ element: Kind, _ depth: Int) -> String {
    let own = Kind.list(element)
    switch below(12) {
    case 0, 1:
      return "[" + (0..<1 + below(3)).map { _ in of(element, depth) }.joined(separator: ", ") + "]"
    case 2, 3:
      let (domain, kind) = domain(depth)
      return "(for i in \(domain) return \(binding("i", kind) { $0.of(element, depth) }))"
    case 4, 5:
      let condition = binding("item", element) { $0.of(.boolean, depth) }
      return "(\(of(own, depth)))[\(condition)]"
    case 6: return "append(\(of(own, depth)), \(of(element, depth)))"
    case 7: return "\(pick(["concatenate", "union"]))(\(of(own, depth)), \(of(own, depth)))"
    case 8: return "\(pick(["reverse", "distinct values", "flatten"]))(\(of(own, depth)))"
    case 9: return "sublist(\(of(own, depth)), \(of(.number, depth)))"
    case 10: return "insert before(\(of(own, depth)), 1, \(of(element, depth)))"
    default:
      switch element {
      case .number: return "(\(of(.list(.record), depth))).n"
      case .boolean: return "(\(of(.list(.record), depth))).b"
      case .date: return "(\(of(.list(.record), depth))).d"
      default: return "remove(\(of(own, depth)), \(pick(["1", "2", "-1"])))"
      }
    }
  }

  private mutating func domain(_ depth: Int) -> (text: String, kind: Kind) {
    if below(4) == 0 {
      return ("1..\(pick(["2", "3", "count(\(of(.list(.number), depth)))"]))", .number)
    }
    let kind = pick([Kind.number, .boolean, .record, .date])
    return (of(.list(kind), depth), kind)
  }

  /// Something that may be null, used where it is not.
  private mutating func unlessNull(_ kind: Kind, _ depth: Int) -> String {
    var sources = [
      "\(pick(["min", "max"]))(\(of(.list(kind), depth)))", "(\(of(.list(kind), depth)))[1]",
    ]
    if case .number = kind { sources.append("nullable number") }
    let other = of(kind, depth)
    let use = binding("x", kind) { $0.of(kind, depth) }
    let choice =
      below(2) == 0
      ? "if x = null then \(other) else \(use)" : "if x != null then \(use) else \(other)"
    return "{x: \(pick(sources)), y: \(choice)}.y"
  }
}

extension RandomExpressions.Kind {
  /// As FEEL and the facts know it.
  var name: String {
    switch self {
    case .number: "number"
    case .string: "string"
    case .boolean: "boolean"
    case .date: "date"
    case .days: "days and time duration"
    case .months: "years and months duration"
    case .record: "record"
    case .list(let element): "list<\(element.name)>"
    }
  }
}
