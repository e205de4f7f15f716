import Diagnostics
import FEELSyntax
import PolicySyntax
import Quantities

/// One key of a declaration with what it says.
struct Aspect {
  let key: String
  let text: String
  let range: SourceRange?
  let effect: RuleChange.Effect

  init(
    _ key: String, _ text: String, at range: SourceRange? = nil,
    _ effect: RuleChange.Effect = .outcome
  ) {
    self.key = key
    self.text = text
    self.range = range
    self.effect = effect
  }
}

/// The aspects of a declaration, in the order in which they are shown.
struct Aspects {
  private(set) var all: [Aspect] = []
  let reader: ExpressionReader

  init(_ reader: ExpressionReader) { self.reader = reader }

  /// Adds an aspect; a key that stands there already, as of an input and an output of one name, is
  /// numbered.
  private mutating func append(_ aspect: Aspect) {
    var key = aspect.key
    var number = 1
    while all.contains(where: { $0.key == key }) {
      number += 1
      key = "\(aspect.key) (\(number))"
    }
    all.append(Aspect(key, aspect.text, at: aspect.range, aspect.effect))
  }

  mutating func add(_ key: String, _ text: ExpressionText?, locals: [String] = []) {
    guard let text else { return }
    append(Aspect(key, reader.text(of: text, locals: locals), at: text.range))
  }

  mutating func add(tests key: String, _ text: ExpressionText?) {
    guard let text else { return }
    append(Aspect(key, reader.text(ofTests: text.source), at: text.range))
  }

  mutating func add(
    _ key: String, _ text: String?, at range: SourceRange? = nil,
    _ effect: RuleChange.Effect = .outcome
  ) {
    guard let text, !text.isEmpty else { return }
    append(Aspect(key, text, at: range, effect))
  }

  mutating func add<Value>(
    _ key: String, _ value: Located<Value>?, _ text: (Value) -> String
  ) {
    // What says the same as its absence is written as nothing.
    guard let value, case let text = text(value.value), !text.isEmpty else { return }
    append(Aspect(key, text, at: value.range))
  }

  mutating func add(_ key: String, _ label: Label?) {
    add(key + " (zh)", label?.zh, at: label?.range, .wording)
    add(key + " (en)", label?.en, at: label?.range, .wording)
  }

  mutating func add(_ sources: [Citation]) {
    add(
      "source", sources.map(\.text).joined(separator: ", "), at: sources.first?.source.range,
      .source)
  }

  mutating func add(_ names: [Name], _ key: String) {
    add(key, names.map(\.text).sorted().joined(separator: ", "), at: names.first?.range)
  }

  mutating func add(_ description: TypeDescription) {
    add("type", description.type) { $0.text }
    add("unit", description.unit) { $0 }
    add("none", description.noneAllowed) { $0 ? "allowed" : "" }
    add(tests: "allowed", description.allowed)
    add(
      "choices", description.choices.map(\.name.text).joined(separator: ", "),
      at: description.choices.first?.name.range)
    add("label", description.label)
    add("ask", description.ask)
    for choice in description.choices { add("label of \(choice.name.text)", choice.label) }
  }

  mutating func add(_ window: Window?) {
    guard let window else { return }
    add("from", window.from) { "\($0)" }
    add("until", window.until) { "\($0)" }
    add("known from", window.knownFrom) { "\($0)" }
  }

  mutating func addDays(
    from: Located<CalendarDate>?, until: Located<CalendarDate>?,
    knownFrom: Located<CalendarDate>?
  ) {
    add("from", from) { "\($0)" }
    add("until", until) { "\($0)" }
    add("known from", knownFrom) { "\($0)" }
  }
}
