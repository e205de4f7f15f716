import Diagnostics
import FEELSyntax
import Quantities

extension Checker {
  mutating func number(_ digits: String, at range: SourceRange) -> CheckedExpression {
    guard let number = Decimal128(digits) else {
      report(TypeMessages.numberOutOfRange(digits, at: range))
      return CheckedExpression(.failure(.outOfDomain(digits)), .number, at: range)
    }
    // A literal that is rounded is the standard's number, but not what a rule file says.
    if isStrict, !Decimal128.isExact(digits) {
      report(TypeMessages.tooManyDigits(digits, at: range))
    }
    return CheckedExpression(
      .constant(.number(number)), .number(isStrict ? .adaptable : .none), at: range)
  }

  mutating func atLiteral(_ text: String, at range: SourceRange) -> CheckedExpression {
    guard let value = Temporal.value(text) else {
      report(TypeMessages.invalidTemporal(text, at: range))
      return CheckedExpression(.failure(.invalidLiteral(text)), .any, at: range)
    }
    return CheckedExpression(.constant(value), value.temporalType, at: range)
  }

  /// The innermost thing of the name: a local, an entry of a filtered element, an item, a built-in.
  mutating func resolve(_ name: String, at range: SourceRange) -> CheckedExpression {
    var level = locals.count - 1
    while level >= 0 {
      // An entry that is called `item` hides the element it belongs to (DMN TCK 0069).
      if opened.contains(level), let entry = openedEntry(name, level, at: range) { return entry }
      if locals[level].name == name { return local(level, at: range) }
      level -= 1
    }
    if let symbol = scope.items[name] {
      if !items.contains(symbol.item) { items.append(symbol.item) }
      let type = known.contains(.item(symbol.item)) ? symbol.type.nonNull : symbol.type
      return CheckedExpression(.item(symbol.item), type, at: range)
    }
    if let number = BuiltIn.named[name] {
      note(builtIn: number)
      let function = FunctionValue(parameters: [], body: .builtIn(number))
      return CheckedExpression(
        .constant(.function(function)), BuiltIn.all[number].valueType, at: range)
    }
    if isStrict { diagnostics.append(unknown(name, at: range)) }
    return CheckedExpression(.failure(.unknownName(name)), .any, at: range)
  }

  mutating func note(builtIn number: Int) {
    if !builtIns.contains(number) { builtIns.append(number) }
  }

  private mutating func local(_ level: Int, at range: SourceRange) -> CheckedExpression {
    if locals[level].name == "partial" { readPartial.insert(level) }
    let type = locals[level].type
    return CheckedExpression(
      .local(level), known.contains(.local(level)) ? type.nonNull : type, at: range)
  }

  /// A name inside a filter that means an entry of the element, if it does.
  private mutating func openedEntry(
    _ name: String, _ level: Int, at range: SourceRange
  ) -> CheckedExpression? {
    let element = locals[level].type.nonNull
    let item = CheckedExpression(.local(level), element, at: range)
    if let type = element.field(name) {
      return CheckedExpression(.path(item, name), type, at: range)
    }
    switch element {
    case .any, .context: break
    default: return nil
    }
    if isStrict { return nil }
    // Contexts may have more entries than are declared: the element is asked when it is there.
    if name == locals[level].name {
      return CheckedExpression(
        .entryOrElse(local: level, name, local(level, at: range)), .any, at: range)
    }
    let opened = self.opened
    let locals = self.locals
    self.opened.removeAll { $0 >= level }
    self.locals.removeSubrange(level...)
    let other = resolve(name, at: range)
    self.opened = opened
    self.locals = locals
    return CheckedExpression(.entryOrElse(local: level, name, other), .any, at: range)
  }

  private func unknown(_ name: String, at range: SourceRange) -> Diagnostic {
    if let reason = scope.outOfReach[name] {
      return NameMessages.outOfReach(name, reason, at: range)
    }
    guard suggests, diagnostics.count < Suggestion.mostFindings else {
      return NameMessages.unknown(
        name, nearest: nil, inCell: place == .cell, isChoice: false, at: range)
    }
    let candidates = locals.map(\.name) + scope.items.keys + BuiltIn.named.keys
    if let meant = meant(byLabel: name) {
      return NameMessages.label(name, of: meant, at: range)
    }
    if let counterpart, let value = value(meantBy: name, comparedWith: counterpart) {
      return NameMessages.value(name, meant: value, inCell: place == .cell, at: range)
    }
    // A name may begin with a denial itself; one that denies what this does not is never near.
    let near = nearest(to: name, among: candidates)
    if near == nil, let denied = denied(by: name, at: range) { return denied }
    let isChoice = scope.items.values.contains { $0.choices?.contains(name) ?? false }
    return NameMessages.unknown(
      name, nearest: near, inCell: place == .cell, isChoice: isChoice, at: range)
  }

  /// `not student` for `not(student)`: without the denial the contrary would be said.
  private func denied(by name: String, at range: SourceRange) -> Diagnostic? {
    guard let rest = Opposites.denied(by: name) else { return nil }
    let item =
      scope.items[rest] != nil
      ? rest : meant(byLabel: rest) ?? nearest(to: rest, among: scope.items.keys.sorted())
    guard let item, let symbol = scope.items[item] else { return nil }
    return NameMessages.denial(
      name, of: item, isCondition: symbol.type.nonNull == .boolean, at: range)
  }

  /// The value that a word means where it is compared with something: a choice, a truth value.
  private func value(
    meantBy word: String, comparedWith other: CheckedExpression
  ) -> String? {
    if let choices = choices(of: other) {
      let labelled = labelledChoices(of: other)
      return
        (choices.contains(word)
        ? word
        : labelled[word] ?? nearest(to: word, among: choices)
          ?? nearest(to: word, among: labelled.keys.sorted()).flatMap { labelled[$0] })
        .map { "\"\($0)\"" }
    }
    switch other.type.nonNull {
    case .boolean:
      switch word.lowercased() {
      case "是", "真", "true", "yes": return "true"
      case "否", "假", "false", "no": return "false"
      default: return nil
      }
    default: return nil
    }
  }

  /// The item that people call so.
  private func meant(byLabel label: String) -> String? {
    scope.items.filter { $0.value.labels.contains(label) }.keys.min()
  }

  mutating func onDay(
    _ operand: Expression, _ day: Expression, at range: SourceRange
  ) -> CheckedExpression {
    let day = nonNull(check(day))
    require(day, .date)
    let checked = check(operand)
    var isFunction = false
    if case .function = checked.type { isFunction = true }
    guard case .item(let item) = checked.node, !isFunction else {
      report(NameMessages.atNeedsItem(at: operand.range))
      return CheckedExpression(.failure(.unknownName("at")), .any, at: range)
    }
    if case .name(let name) = operand.kind, let symbol = scope.items[name], !symbol.variesInTime {
      report(NameMessages.atOnConstant(name, at: operand.range))
    }
    return CheckedExpression(.itemOnDay(item, day), checked.type, at: range)
  }

  /// A test of a type; one that nobody knows cannot be tested, not even by `Any`.
  mutating func instance(
    _ operand: Expression, of reference: TypeReference, at range: SourceRange
  ) -> CheckedExpression {
    let operand = check(operand)
    let before = unknownTypes.count
    let type = resolve(reference)
    guard unknownTypes.count == before else {
      return CheckedExpression(.failure(.unknownName(unknownTypes[before])), .boolean, at: range)
    }
    return CheckedExpression(.instanceOf(operand, type), .boolean, at: range)
  }

  /// The type that a reference means.
  mutating func resolve(_ reference: TypeReference) -> FEELType {
    switch reference.kind {
    case .named(let name):
      if let type = scope.types[name] { return type }
      if let type = FEELType(builtIn: name) { return type }
      let nearest = isStrict ? nearest(to: name, among: scope.types.keys.sorted()) : nil
      report(NameMessages.unknownType(name, nearest: nearest, at: reference.range))
      unknownTypes.append(name)
      return .any
    case .list(let element): return .list(resolve(element))
    case .range(let element): return .range(resolve(element))
    case .context(let fields):
      return .context(fields.map { FEELType.Field($0.name.text, resolve($0.type)) })
    case .function(let parameters, let result):
      return .function(parameters.map { resolve($0) }, resolve(result))
    }
  }
}

/// Literals of dates, times and durations.
public enum Temporal {
  /// The value an at literal stands for, or nil.
  public static func value(_ text: String) -> Value? {
    if let value = CalendarDate(text) { return .date(value) }
    if let value = TimeOfDay(text) { return .time(value) }
    if text.utf8.contains(0x54), let value = DateAndTime(text) { return .dateAndTime(value) }
    return duration(text)
  }

  /// The duration of either kind that a text stands for, or nil.
  static func duration(_ text: String) -> Value? {
    if let value = YearsAndMonthsDuration(text) { return .yearsAndMonthsDuration(value) }
    return DaysAndTimeDuration(text).map(Value.daysAndTimeDuration)
  }
}

extension Value {
  /// The type of a date, time or duration.
  var temporalType: FEELType {
    switch self {
    case .date: .date
    case .time: .time
    case .dateAndTime: .dateAndTime
    case .daysAndTimeDuration: .daysAndTimeDuration
    case .yearsAndMonthsDuration: .yearsAndMonthsDuration
    default: .any
    }
  }
}
