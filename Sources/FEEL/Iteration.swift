import FEELSyntax
import Quantities

extension Evaluation {
  /// `for`: the results in order; `partial` holds those made so far.
  func iterate(
    _ loops: [CheckedLoop], _ result: CheckedExpression, readsPartial: Bool,
    at expression: CheckedExpression, _ locals: inout [Value]
  ) throws(EvaluationFailure) -> Value {
    let level = locals.count
    locals.append(.list([]))
    defer { locals.removeSubrange(level...) }
    let first = try firstList(of: loops, &locals)
    let once = {
      (list: Value?, locals: inout [Value]) throws(EvaluationFailure) -> Value in
      var results: [Value] = []
      var open: Unknown?
      let passOver = { (unknown: Unknown) -> Bool in
        open = open?.union(unknown) ?? unknown
        // What `partial` holds is not known then.
        return !readsPartial
      }
      let end = try self.run(loops[...], over: list, at: expression, &locals, passOver) {
        (locals: inout [Value]) throws(EvaluationFailure) -> Bool in
        if readsPartial { locals[level] = .list(results) }
        let value = try self.evaluate(result, &locals)
        // Only `partial` can make values nested deeper than the expression is.
        results.append(readsPartial ? try self.bounded(value, at: expression.range) : value)
        if results.count > self.limits.listLength {
          throw EvaluationFailure(.listTooLong, at: expression.range)
        }
        return true
      }
      guard let open else { return end ?? .list(results) }
      // The results that there are count, however many there are beside them.
      return .unknown(
        open.with(open.isFinal ? nil : .list(count: results.count...Int.max, each: nil)))
    }
    guard let unknown = first?.unknown else { return try once(first, &locals) }
    if let lists = unknown.alternatives {
      return Alternatives.oneOfLists(try each(of: lists, &locals, once), causes: unknown)
    }
    // Each of the elements that nobody knows gives what one gives that can be any of them.
    guard !readsPartial, case .list(let count, let element?)? = unknown.extent,
      let results = try each(of: [.list([element])], &locals, once)[0],
      case .list(let counts, let result)? = Extent(of: [results])
    else { return try once(first, &locals) }
    if counts.upperBound == 0 { return .list([]) }
    let isOneEach = counts.lowerBound == 1 && counts.upperBound == 1
    return .unknown(
      unknown.with(.list(count: isOneEach ? count : 0...Int.max, each: result)))
  }

  /// `some`, `every`: in rule files it stops at the element that decides.
  func quantify(
    _ quantifier: Quantifier, _ loops: [CheckedLoop], _ condition: CheckedExpression,
    at expression: CheckedExpression, _ locals: inout [Value]
  ) throws(EvaluationFailure) -> Value {
    let first = try firstList(of: loops, &locals)
    let once = {
      (list: Value?, locals: inout [Value]) throws(EvaluationFailure) -> Value in
      try self.quantify(quantifier, loops, over: list, condition, at: expression, &locals)
    }
    guard let unknown = first?.unknown else { return try once(first, &locals) }
    if let lists = unknown.alternatives {
      return Alternatives.merged(try each(of: lists, &locals, once), causes: unknown)
    }
    guard case .list(let count, let element?)? = unknown.extent,
      case .boolean(let holds)? = try each(of: [.list([element])], &locals, once)[0],
      // Of none at all every one satisfies a condition, and none does.
      count.lowerBound > 0 || holds == (quantifier == .every)
    else { return try once(first, &locals) }
    return .boolean(holds)
  }

  private func quantify(
    _ quantifier: Quantifier, _ loops: [CheckedLoop], over list: Value?,
    _ condition: CheckedExpression, at expression: CheckedExpression, _ locals: inout [Value]
  ) throws(EvaluationFailure) -> Value {
    let deciding = quantifier == .some
    var met: [Value] = []
    var decided = false
    var isUndefined = false
    var end: Value?
    let count = locals.count
    do {
      let passOver = { (unknown: Unknown) -> Bool in
        met.append(.unknown(unknown))
        return true
      }
      end = try run(loops[...], over: list, at: expression, &locals, passOver) {
        (locals: inout [Value]) throws(EvaluationFailure) -> Bool in
        let value = try self.evaluate(condition, &locals)
        switch value {
        case .boolean(deciding):
          decided = true
          // Something that is no condition makes the whole null wherever it stands (DMN TCK 1154).
          return rigour == .standard
        case .boolean: break
        case .unknown: met.append(value)
        default:
          isUndefined = isUndefined || !value.isNull
          met.append(
            try self.fail(
              .undefined(operation: quantifier.rawValue, operands: [value.kindName]),
              at: condition.range))
        }
        return true
      }
    } catch {
      // An element behind one that may decide is perhaps not looked at, so it may fail.
      guard !error.isLimit, met.contains(where: \.isUnknown) else { throw error }
      locals.removeSubrange(count...)
    }
    if isUndefined { return .null }
    if decided { return .boolean(deciding) }
    if let end { return end }
    return deciding ? Logic.or(met) : Logic.and(met)
  }

  /// What the first loop runs over; nil if it runs from one end to another.
  private func firstList(
    of loops: [CheckedLoop], _ locals: inout [Value]
  ) throws(EvaluationFailure) -> Value? {
    guard case .list(let list)? = loops.first?.domain else { return nil }
    return try evaluate(list, &locals)
  }

  /// What comes of each list that one could be; nil where that fails.
  private func each(
    of lists: [Value], _ locals: inout [Value],
    _ once: (Value?, inout [Value]) throws(EvaluationFailure) -> Value
  ) throws(EvaluationFailure) -> [Value?] {
    var results: [Value?] = []
    for list in lists {
      results.append(
        try attempt(&locals) { (locals: inout [Value]) throws(EvaluationFailure) -> Value in
          try once(list, &locals)
        })
    }
    return results
  }

  /// Runs a body for every combination of the loops, the last the fastest, until it answers
  /// false; answers with a value if a domain is none that can be run over.
  ///
  /// The first loop runs over the list that is given, if one is. A domain that is not known is passed
  /// over, unless `passOver` answers false.
  private func run(
    _ loops: ArraySlice<CheckedLoop>, over list: Value?, at expression: CheckedExpression,
    _ locals: inout [Value], _ passOver: (Unknown) -> Bool,
    _ body: (inout [Value]) throws(EvaluationFailure) -> Bool
  ) throws(EvaluationFailure) -> Value? {
    var stopped = false
    return try run(loops, over: list, at: expression, &locals, &stopped, passOver, body)
  }

  private func run(
    _ loops: ArraySlice<CheckedLoop>, over first: Value? = nil, at expression: CheckedExpression,
    _ locals: inout [Value], _ stopped: inout Bool, _ passOver: (Unknown) -> Bool,
    _ body: (inout [Value]) throws(EvaluationFailure) -> Bool
  ) throws(EvaluationFailure) -> Value? {
    guard let loop = loops.first else {
      stopped = try !body(&locals)
      return nil
    }
    let operands: [Value]
    let domain: LoopDomain?
    switch loop.domain {
    case .list(let list):
      if let first { operands = [first] } else { operands = [try evaluate(list, &locals)] }
      domain = LoopDomain(over: operands[0])
    case .interval(let low, let high):
      operands = [try evaluate(low, &locals), try evaluate(high, &locals)]
      domain = LoopDomain(from: operands[0], through: operands[1])
    }
    guard let domain else {
      if let unknown = Unknown.union(of: operands) {
        stopped = !passOver(unknown.withoutAlternatives)
        return nil
      }
      return try fail(undefined(expression, operands), at: expression.range)
    }
    guard domain.count <= limits.listLength else {
      throw EvaluationFailure(.listTooLong, at: expression.range)
    }
    let level = locals.count
    defer { locals.removeSubrange(level...) }
    for index in 0..<domain.count {
      try spend()
      locals.append(domain[index])
      let end = try run(loops.dropFirst(), at: expression, &locals, &stopped, passOver, body)
      locals.removeSubrange(level...)
      if stopped || end != nil { return end }
    }
    return nil
  }
}

/// What a loop runs over, made element by element.
private struct LoopDomain {
  let count: Int
  private let element: (Int) -> Value

  subscript(index: Int) -> Value { element(index) }

  private init(_ count: Int, _ element: @escaping (Int) -> Value) {
    self.count = count
    self.element = element
  }

  /// The elements of a list, or the whole numbers or days of a closed range; a single value is
  /// taken as a list of one.
  init?(over value: Value) {
    switch value {
    case .list(let elements): self.init(elements.count) { elements[$0] }
    case .range(let range):
      guard range.includesLow, range.includesHigh else { return nil }
      self.init(from: range.low, through: range.high)
    case .null, .unknown, .function: return nil
    default: self.init(1) { _ in value }
    }
  }

  /// From one whole number or day to another, up or down.
  init?(from low: Value, through high: Value) {
    switch (low, high) {
    case (.number(let from), .number(let to)):
      guard let from = from.integer, let to = to.integer else { return nil }
      self.init(from, to) { .number(Decimal128($0)) }
    case (.date(let from), .date(let to)):
      self.init(from.dayNumber, to.dayNumber) {
        CalendarDate(dayNumber: $0).map(Value.date) ?? .null
      }
    default: return nil
    }
  }

  private init?(_ from: Int, _ to: Int, _ element: @escaping (Int) -> Value) {
    let (distance, overflow) = to.subtractingReportingOverflow(from)
    guard !overflow, distance.magnitude < Int.max.magnitude else { return nil }
    self.init(abs(distance) + 1) { element(distance < 0 ? from - $0 : from + $0) }
  }
}
