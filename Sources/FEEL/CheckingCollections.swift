import Diagnostics
import FEELSyntax

extension Checker {
  mutating func path(
    _ operand: Expression, _ name: Name, at range: SourceRange
  ) -> CheckedExpression {
    let owner = knownName(operand)
    let operand = nonNull(check(operand))
    let node = CheckedExpression.Node.path(operand, name.text)
    if let type = member(name.text, of: operand.type) {
      let isKnown = owner.map { known.contains(.entry($0, name.text)) } ?? false
      return CheckedExpression(node, isKnown ? type.nonNull : type, at: range)
    }
    report(
      NameMessages.noMember(
        name.text, of: operand.type,
        nearest: nearest(to: name.text, among: operand.type.memberNames), at: name.range))
    return CheckedExpression(node, .any, at: range)
  }

  private func member(_ name: String, of type: FEELType) -> FEELType? {
    switch type {
    case .any, .context([]): .any
    case .context: type.field(name)
    case .list(let element): member(name, of: element.nonNull).map(FEELType.list)
    default: Properties.type(name, of: type)
    }
  }

  mutating func list(_ elements: [Expression], at range: SourceRange) -> CheckedExpression {
    let checked = elements.map { check($0) }
    var type: FEELType? = checked.first?.type ?? .any
    for element in checked.dropFirst() {
      guard let joined = type?.joined(with: element.type) else {
        report(
          TypeMessages.elementsDiffer(checked[0].type, element.type, at: element.range))
        type = .any
        break
      }
      type = joined
    }
    return CheckedExpression(.list(checked), .list(type ?? .any), at: range)
  }

  mutating func context(_ entries: [ContextEntry], at range: SourceRange) -> CheckedExpression {
    let count = locals.count
    var checked: [CheckedEntry] = []
    var fields: [FEELType.Field] = []
    for entry in entries {
      let value = check(entry.value)
      if fields.contains(where: { $0.name == entry.key.text }) {
        report(NameMessages.duplicateEntry(entry.key.text, at: entry.key.range))
      } else {
        fields.append(FEELType.Field(entry.key.text, value.type))
      }
      checked.append(CheckedEntry(entry.key.text, value))
      locals.append(Scope.Local(entry.key.text, value.type))
    }
    locals.removeSubrange(count...)
    if fields.count < checked.count {
      return CheckedExpression(.failure(NameMessages.duplicateEntry), .any, at: range)
    }
    return CheckedExpression(.context(checked), .context(fields), at: range)
  }

  mutating func interval(_ interval: Interval, at range: SourceRange) -> CheckedExpression {
    let low = check(interval.low)
    let high = check(interval.high)
    requireOrdered(low, high)
    let type = low.type.nonNull.joined(with: high.type.nonNull) ?? .any
    return CheckedExpression(
      .interval(
        CheckedInterval(
          low: low, includesLow: interval.includesLow, high: high,
          includesHigh: interval.includesHigh)),
      .range(type), at: range)
  }

  mutating func filter(
    _ list: Expression, _ predicate: Expression, at range: SourceRange
  ) -> CheckedExpression {
    let list = nonNull(check(list))
    let element: FEELType
    switch list.type {
    case .list(let type): element = type
    case .any: element = .any
    default:
      report(TypeMessages.expected(.list(.any), found: list.type, at: list.range))
      element = isStrict ? .any : list.type
    }
    let level = locals.count
    opened.append(level)
    let checked = with([Scope.Local("item", element)]) { $0.check(predicate) }
    opened.removeLast()
    let type: FEELType
    switch checked.type.nonNull {
    case .boolean: type = .list(element)
    case .number: type = element
    case .any: type = .any
    default:
      report(TypeMessages.expected(.boolean, found: checked.type, at: checked.range))
      type = .any
    }
    return CheckedExpression(.filter(list, checked), type, at: range)
  }

  mutating func iteration(
    _ iterators: [Iterator], _ result: Expression, at range: SourceRange
  ) -> CheckedExpression {
    let level = locals.count
    locals.append(Scope.Local("partial", .list(.any)))
    let loops = self.loops(iterators)
    let body = check(result)
    locals.removeSubrange(level...)
    let readsPartial = readPartial.remove(level) != nil
    return CheckedExpression(
      .iteration(loops, result: body, readsPartial: readsPartial), .list(body.type), at: range)
  }

  mutating func quantified(
    _ quantifier: Quantifier, _ iterators: [Iterator], _ condition: Expression,
    at range: SourceRange
  ) -> CheckedExpression {
    let level = locals.count
    let loops = self.loops(iterators)
    let body = nonNull(check(condition))
    require(body, .boolean)
    locals.removeSubrange(level...)
    return CheckedExpression(.quantified(quantifier, loops, body), .boolean, at: range)
  }

  /// Checks what variables run over and leaves the variables in scope.
  private mutating func loops(_ iterators: [Iterator]) -> [CheckedLoop] {
    var loops: [CheckedLoop] = []
    for iterator in iterators {
      let element: FEELType
      switch iterator.domain {
      case .list(let list):
        let list = nonNull(check(list))
        loops.append(CheckedLoop(.list(list)))
        switch list.type {
        case .list(let type), .range(let type): element = type
        case .any: element = .any
        default:
          report(TypeMessages.expected(.list(.any), found: list.type, at: list.range))
          // What it has no elements of cannot be asked for their entries.
          element = isStrict ? .any : list.type
        }
      case .interval(let low, let high):
        let low = nonNull(check(low))
        let high = nonNull(check(high))
        if low.type.nonNull != .date { require(low, .number) }
        requireOrdered(low, high)
        loops.append(CheckedLoop(.interval(low, high)))
        element = low.type.isNumber ? .number : low.type
      }
      locals.append(Scope.Local(iterator.name.text, element))
    }
    return loops
  }
}

extension FEELType {
  /// The names that may stand behind a point.
  public var memberNames: [String] {
    switch self {
    case .context(let fields): fields.map(\.name)
    case .list(let element): element.memberNames
    case .optional(let type): type.memberNames
    default: Properties.names.sorted().filter { Properties.type($0, of: self) != nil }
    }
  }
}
