import DMN
import Diagnostics
import FEEL
import FEELSyntax
import OrderedCollections
import PolicySyntax
import Quantities

extension LayeredDerived {
  /// The bounds that a part must keep.
  func bounds(ofPart part: Int) -> [Permissions.Permission] {
    bounds.filter { $0.firstPart <= part }.map(\.permission)
  }
}

extension PolicyResolver {
  /// Reports a value outside bounds.
  func check(
    _ value: Value, at range: SourceRange, _ name: String, within permission: Permissions.Permission
  ) {
    guard let within = permission.within, let tests = tests(within, broughtDownBy: value) else {
      return
    }
    diagnostics.append(
      LayerMessages.outsideBounds(
        name, value: range.text, bounds: within.source.text,
        share: share(value, range.text, within: tests), strict: permission.strict?.value ?? true,
        at: range, declared: within.range))
  }

  /// Reports values of a policy outside the bounds that it sets for those who may change them.
  func checkOwnValues(_ permission: Permissions.Permission, in file: SourceFile) {
    guard let within = permission.within, let id = parts.names[permission.name.text],
      case .derived(let derived) = parts.items[id].kind
    else { return }
    let written = writtenValues(of: permission.name.text)
    for definition in derived.definitions {
      let values: [(value: Value, range: SourceRange)] =
        switch definition {
        case .values(let values):
          values.compactMap { rule in written[rule.range].map { (rule.value, $0) } }
        case .logic(let rule):
          outputs(of: rule).compactMap { output in constant(output).map { ($0, output.range) } }
        }
      for (value, range) in values where range.file == file {
        guard let tests = tests(within, broughtDownBy: value) else { continue }
        diagnostics.append(
          LayerMessages.outsideOwnBounds(
            permission.name.text, value: range.text, bounds: within.source.text,
            share: share(value, range.text, within: tests), at: range, declared: within.range))
      }
    }
  }

  /// Where a value of a parameter is written.
  func place(ofValue value: (name: String, rule: DatedValueRule)) -> SourceRange? {
    writtenValues(of: value.name)[value.rule.range]
  }

  /// Where the value of each entry of a parameter's `values` is written.
  private func writtenValues(of name: String) -> [SourceRange: SourceRange] {
    (layered.derived[name]?.parts ?? []).reduce(into: [:]) { places, part in
      guard case .parameter(let parameter, _) = part else { return }
      for entry in parameter.values ?? [] { places[entry.range] = entry.value.range }
    }
  }

  /// The tests of bounds that a value does not pass; nil if it does.
  private func tests(
    _ within: ExpressionText, broughtDownBy value: Value
  ) -> CheckedUnaryTests? {
    guard let type = value.typeOfBounds, let tests = check(tests: within, of: type),
      case .boolean(false)? = try? Self.evaluation().passes(tests, value, locals: [])
    else { return nil }
    return tests
  }

  /// How a value outside bounds is written if it is a percentage within them.
  private func share(_ value: Value, _ text: String, within tests: CheckedUnaryTests) -> String? {
    // A whole number where a share is expected is most likely a percentage.
    guard case .number(let number) = value, number.isInteger, Decimal128.one < number,
      let share = WrittenNumber.nearest(to: text + "%"), let meant = Decimal128(share),
      case .boolean(true)? = try? Self.evaluation().passes(tests, .number(meant), locals: [])
    else { return nil }
    return share
  }

  /// Reports constants outside bounds among all that a decision can come to.
  func checkOutputs(
    of rule: LogicRule, _ name: String, within permissions: [Permissions.Permission],
    type: FEELType
  ) {
    guard !permissions.isEmpty else { return }
    for output in outputs(of: rule) {
      guard let value = constant(output) else { continue }
      for permission in permissions { check(value, at: output.range, name, within: permission) }
    }
  }

  /// All expressions of which a decision's value is one.
  private func outputs(of rule: LogicRule) -> [CheckedExpression] {
    ([rule.base] + rule.exceptions.map(\.value)).flatMap { leaves(of: $0) }
  }

  private func leaves(of expression: CheckedExpression) -> [CheckedExpression] {
    switch expression.node {
    case .conditional(_, let first, let second): return leaves(of: first) + leaves(of: second)
    case .embedded(let logic):
      guard let table = (logic as? DatedTable)?.table, table.outputs.count == 1 else {
        return [expression]
      }
      switch table.hitPolicy {
      case .unique, .any, .priority, .first, .collect(.min?), .collect(.max?):
        return table.rules.flatMap(\.outputs).flatMap { leaves(of: $0) }
          + table.outputs.compactMap(\.defaultValue)
      default: return [expression]
      }
    default: return [expression]
    }
  }

  /// The bounds that only a case can show to be kept, because something is computed.
  func openBounds(_ derived: LayeredDerived, type: FEELType, _ definitions: [Derived.Definition])
    -> [Bound]
  {
    let isOpen = definitions.contains { definition in
      if case .logic(let rule) = definition {
        return outputs(of: rule).contains { constant($0) == nil }
      }
      return false
    }
    return derived.bounds.compactMap { bound in
      guard let within = bound.permission.within, let tests = check(tests: within, of: type) else {
        return nil
      }
      let namesItems = tests.expressions.contains { !itemsRead(by: $0).isEmpty }
      guard isOpen || namesItems else { return nil }
      return Bound(
        tests: tests, text: within.source.text, isStrict: bound.permission.strict?.value ?? true,
        range: within.range)
    }
  }
}

extension Value {
  /// The type by which tests of a constant are checked; nil where there is nothing to test.
  fileprivate var typeOfBounds: FEELType? {
    switch self {
    case .null, .unknown: nil
    case .number: .number(.adaptable)
    case .string: .string
    case .boolean: .boolean
    case .date: .date
    default: .any
    }
  }
}
