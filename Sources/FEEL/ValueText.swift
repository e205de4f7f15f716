import FEELSyntax
import Quantities

extension Value {
  /// The value as the function `string` gives it: a string as it is, anything else as a literal.
  ///
  /// At most some megabytes; what is longer is cut off.
  public var text: String {
    if case .string(let text) = self { return text }
    return literal
  }

  /// The value as FEEL writes it: strings quoted, dates and times as at literals when they stand
  /// inside something else.
  ///
  /// At most some megabytes; what is longer is cut off.
  public var literal: String {
    var writer = ValueWriter(limit: 10_000_000)
    writer.write(self, isInside: false)
    return writer.isFull ? writer.text + "…" : writer.text
  }

  /// The value as the function `string` gives it; nil if that has more bytes than allowed.
  func text(upTo limit: Int) -> String? {
    if case .string(let text) = self { return text.utf8.count <= limit ? text : nil }
    var writer = ValueWriter(limit: limit)
    writer.write(self, isInside: false)
    return writer.isFull ? nil : writer.text
  }
}

/// Writes values as FEEL does.
///
/// Lists can hold one another many times over, so the text of a small value may have no end.
private struct ValueWriter {
  private(set) var text = ""
  /// Whether the text would have grown beyond the limit.
  private(set) var isFull = false
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  private mutating func put(_ part: String) {
    guard !isFull, text.utf8.count + part.utf8.count <= limit else {
      isFull = true
      return
    }
    text += part
  }

  mutating func write(_ value: Value, isInside: Bool) {
    switch value {
    case .null: put("null")
    case .boolean(let value): put(value ? "true" : "false")
    case .number(let value): put(value.description)
    case .string(let value): put(LiteralText.string(value))
    case .date(let value): putTemporal(value.description, isInside)
    case .time(let value): putTemporal(value.description, isInside)
    case .dateAndTime(let value): putTemporal(value.description, isInside)
    case .daysAndTimeDuration(let value): putTemporal(value.description, isInside)
    case .yearsAndMonthsDuration(let value): putTemporal(value.description, isInside)
    case .list(let elements):
      put("[")
      writeSeparated(elements) { $0.write($1, isInside: true) }
      put("]")
    case .context(let context):
      put("{")
      writeSeparated(context.entries) { writer, entry in
        writer.put(LiteralText.key(entry.key) + ": ")
        writer.write(entry.value, isInside: true)
      }
      put("}")
    case .range(let range): write(range)
    case .function(let function): put(function.title)
    case .unknown: put("unknown")
    }
  }

  private mutating func putTemporal(_ text: String, _ isInside: Bool) {
    put(isInside ? "@\"\(text)\"" : text)
  }

  private mutating func writeSeparated<Element>(
    _ elements: [Element], _ write: (inout ValueWriter, Element) -> Void
  ) {
    for (index, element) in elements.enumerated() {
      guard !isFull else { return }
      if index > 0 { put(", ") }
      write(&self, element)
    }
  }

  private mutating func write(_ range: RangeValue) {
    switch range.form {
    case .interval:
      put(range.includesLow ? "[" : "(")
      write(range.low, isInside: true)
      put("..")
      write(range.high, isInside: true)
      put(range.includesHigh ? "]" : ")")
    case .unary:
      put(
        range.low.isNull
          ? range.includesHigh ? "(<= " : "(< " : range.includesLow ? "(>= " : "(> ")
      write(range.low.isNull ? range.high : range.low, isInside: true)
      put(")")
    case .equal, .notEqual:
      put(range.form == .equal ? "(= " : "(!= ")
      write(range.low, isInside: true)
      put(")")
    }
  }
}

extension FunctionValue {
  /// The name of a built-in, else the function's head.
  fileprivate var title: String {
    if case .builtIn(let number) = body { return BuiltIn.all[number].name }
    return "function(" + parameters.map(\.name).joined(separator: ", ") + ")"
  }
}
