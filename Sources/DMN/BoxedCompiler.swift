import Diagnostics
import FEEL
import FEELSyntax

/// Turns boxed expressions into checked expressions.
///
/// What is wrong with one part becomes a failure at that part, so that the rest of a model can be
/// evaluated (DMN TCK 0093).
struct BoxedCompiler {
  /// The types that can be named.
  let types: ModelTypes
  /// What messages call the element the expressions belong to.
  let name: String
  private(set) var diagnostics: [Diagnostic] = []

  init(types: ModelTypes, name: String) {
    self.types = types
    self.name = name
  }

  /// The checked form of an expression, its value held to the type the expression declares.
  ///
  /// `expected` is what the place asks for; it tells a decision table its output values, and the
  /// result is held to it as well.
  mutating func compile(
    _ expression: BoxedExpression, in place: Surroundings, expecting expected: DeclaredType = .any
  ) -> CheckedExpression {
    let own = declared(expression.type)
    let narrowest = own.isAny ? expected : own
    return self.expression(expression, in: place, expecting: narrowest).typed(own).typed(expected)
  }

  private mutating func expression(
    _ expression: BoxedExpression, in place: Surroundings, expecting expected: DeclaredType
  ) -> CheckedExpression {
    let range = self.range(expression.range)
    switch expression.kind {
    case .literal(let text): return literal(text, in: place)
    case .context(let entries): return context(entries, in: place, at: range)
    case .invocation(let callee, let bindings):
      let callee = compile(callee, in: place)
      let arguments = bindings.map { binding in
        CheckedEntry(binding.parameter.name, argument(binding, in: place, at: range))
      }
      return CheckedExpression(
        .invocation(callee, .named(arguments)), callee.type.resultOfCall, at: range)
    case .list(let elements):
      return list(elements.map { compile($0, in: place) }, at: range)
    case .relation(let columns, let rows):
      return list(rows.map { row($0, columns, in: place, at: range) }, at: range)
    case .function(let definition): return function(definition, in: place, at: range)
    case .conditional(let condition, let consequence, let alternative):
      let logic = BoxedConditionalLogic(
        condition: compile(condition, in: place), consequence: compile(consequence, in: place),
        alternative: compile(alternative, in: place))
      let type = logic.consequence.type.joined(with: logic.alternative.type) ?? .any
      return CheckedExpression(.embedded(logic), type, at: range)
    case .filter(let list, let match): return filter(list, match, in: place, at: range)
    case .iteration(let variable, let domain, let result):
      let domain = compile(domain, in: place)
      let inner = place.adding([
        Scope.Local("partial", .list(.any)),
        Scope.Local(DMNModel.normalized(variable), domain.type.element),
      ])
      let body = compile(result, in: inner)
      let readsPartial = body.localsRead.contains(place.scope.locals.count)
      return CheckedExpression(
        .iteration([CheckedLoop(.list(domain))], result: body, readsPartial: readsPartial),
        .list(body.type), at: range)
    case .quantified(let quantifier, let variable, let domain, let condition):
      let domain = compile(domain, in: place)
      let inner = place.adding([
        Scope.Local(DMNModel.normalized(variable), domain.type.element)
      ])
      return CheckedExpression(
        .quantified(
          quantifier, [CheckedLoop(.list(domain))], compile(condition, in: inner)),
        .boolean, at: range)
    case .table(let table): return self.table(table, in: place, expecting: expected, at: range)
    case .unusable(let reason): return CheckedExpression(.failure(.other(reason)), .any, at: range)
    }
  }

  // MARK: Parts

  /// The type that a reference means; one that nothing bears is reported and is anything.
  mutating func declared(_ name: DMNModel.TypeName?) -> DeclaredType {
    guard let name else { return .any }
    if let type = types.type(name) { return type }
    report(ModelMessages.unknownType(name, among: types.named.keys))
    return .any
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// The place of an expression; an element made without a file has none of its own.
  func range(_ range: SourceRange?) -> SourceRange {
    range ?? SourceText("", name: name).range
  }

  /// The checked form of a text in FEEL.
  mutating func literal(_ text: SourceText, in place: Surroundings) -> CheckedExpression {
    guard let tree = parse(text, in: place) else { return failure(at: text.range) }
    let checking = Checker.check(tree, in: place.scope, rigour: .standard)
    diagnostics.append(contentsOf: checking.diagnostics)
    return checking.expression
  }

  /// The tree of a text in FEEL; nil, and reported, if it is none.
  mutating func parse(_ text: SourceText, in place: Surroundings) -> Expression? {
    let parsed = parseExpression(text, names: place.names)
    diagnostics.append(contentsOf: parsed.diagnostics)
    return parsed.tree
  }

  /// What stands for a text that is no FEEL: null and a failure with the last message.
  func failure(at range: SourceRange) -> CheckedExpression {
    let reason =
      diagnostics.last.map { EvaluationFailure.Reason.other($0.message) } ?? .unknownName(name)
    return CheckedExpression(.failure(reason), .any, at: range)
  }

  func null(at range: SourceRange) -> CheckedExpression {
    CheckedExpression(.constant(.null), .null, at: range)
  }

  func list(_ elements: [CheckedExpression], at range: SourceRange) -> CheckedExpression {
    var type = elements.first?.type ?? .any
    for element in elements.dropFirst() { type = type.joined(with: element.type) ?? .any }
    return CheckedExpression(.list(elements), .list(type), at: range)
  }

  private mutating func argument(
    _ binding: BoxedExpression.Binding, in place: Surroundings, at range: SourceRange
  ) -> CheckedExpression {
    guard let value = binding.value else { return null(at: range) }
    return compile(value, in: place, expecting: declared(binding.parameter.type))
  }

  /// A boxed context; with a last entry without variable, the value of that entry.
  private mutating func context(
    _ entries: [BoxedExpression.ContextEntry], in place: Surroundings, at range: SourceRange
  ) -> CheckedExpression {
    guard entries.count <= Self.mostEntries else {
      report(ModelMessages.tooManyEntries(entries.count, limit: Self.mostEntries, at: range))
      return failure(at: range)
    }
    var inner = place
    var checked: [CheckedEntry] = []
    var fields: [FEELType.Field] = []
    for (index, entry) in entries.enumerated() {
      guard let variable = entry.variable else {
        guard index == entries.count - 1 else {
          report(ModelMessages.resultNotLast(at: entry.value.range ?? range))
          continue
        }
        let logic = BoxedContextLogic(
          entries: checked.map(\.value), result: compile(entry.value, in: inner))
        return CheckedExpression(.embedded(logic), logic.result.type, at: range)
      }
      let value = compile(entry.value, in: inner, expecting: declared(variable.type))
      checked.append(CheckedEntry(variable.name, value))
      let type = value.type.bounded
      fields.removeAll { $0.name == variable.name }
      fields.append(FEELType.Field(variable.name, type))
      inner = inner.adding([Scope.Local(variable.name, type)])
    }
    return CheckedExpression(.context(checked), FEELType.context(fields).bounded, at: range)
  }

  /// A row of a relation, which is a context: cells see those before them.
  private mutating func row(
    _ cells: [BoxedExpression], _ columns: [DMNModel.Variable], in place: Surroundings,
    at range: SourceRange
  ) -> CheckedExpression {
    let entries = columns.enumerated().map { index, column in
      BoxedExpression.ContextEntry(
        column,
        cells.indices.contains(index)
          ? cells[index] : BoxedExpression(.unusable(ModelMessages.missingCell), at: range))
    }
    if cells.count != columns.count {
      report(
        ModelMessages.wrongCellCount(cells.count, columns: columns.count, at: cells.first?.range))
    }
    return context(entries, in: place, at: range)
  }

  private mutating func filter(
    _ list: BoxedExpression, _ match: BoxedExpression, in place: Surroundings,
    at range: SourceRange
  ) -> CheckedExpression {
    let list = compile(list, in: place)
    let element = list.type.element
    // The list is a local, so that the match can be checked as the inside of a filter of it.
    let outer = place.adding([Scope.Local(Self.listName, list.type)])
    let checkedMatch: CheckedExpression
    if case .literal(let text) = match.kind {
      let opened = outer.opening(element).adding([Scope.Local("item", element)])
      guard let tree = parse(text, in: opened) else { return failure(at: text.range) }
      let whole = Expression(
        .filter(Expression(.name(Self.listName), at: text.range), tree), at: text.range)
      let checking = Checker.check(whole, in: outer.scope, rigour: .standard)
      guard case .filter(_, let predicate) = checking.expression.node else {
        return failure(at: text.range)
      }
      checkedMatch = predicate.typed(declared(match.type))
    } else {
      checkedMatch = compile(match, in: outer.adding([Scope.Local("item", element)]))
    }
    return CheckedExpression(
      .embedded(BoxedFilterLogic(list: list, match: checkedMatch)), .list(element), at: range)
  }

  /// The most entries of a context: each has a scope of its own.
  private static let mostEntries = 2_000

  /// A name that no text can hold.
  private static let listName = "\u{0}list"
}

extension FEELType {
  /// What a loop over a value of the type runs over.
  fileprivate var element: FEELType {
    switch nonNull {
    case .list(let element), .range(let element): element
    default: .any
    }
  }

  /// The type of a call of a function of the type.
  fileprivate var resultOfCall: FEELType {
    if case .function(_, let result) = self { result } else { .any }
  }
}
