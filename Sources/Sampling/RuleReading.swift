import Determinations
import FEEL
import PolicyModel
import Quantities

/// What the rules come to for a draft: on a day, for an element.
struct RuleReading {
  private let values: RuleValues
  private let element: Value?
  /// The day everything is read on.
  let day: CalendarDate

  init(_ values: RuleValues, on day: CalendarDate, element: Value?) {
    self.values = values
    self.day = day
    self.element = element
  }

  /// The value of an expression; nil where it has none or is not known.
  func value(of expression: CheckedExpression) -> Value? {
    guard let value = values.value(of: expression), value.unknownInside == nil else { return nil }
    return value
  }

  /// The value of an item; nil where it has none or is not known.
  func value(of item: ItemID) -> Value? {
    guard let value = values.value(of: item), value.unknownInside == nil else { return nil }
    return value
  }

  /// The same on another day: the last of several, each read on the one before.
  func read(on days: [CheckedExpression]) -> RuleReading? {
    var reading = self
    for day in days {
      guard let next = reading.value(of: day)?.date else { return nil }
      reading = RuleReading(values.read(on: next, element: element), on: next, element: element)
    }
    return reading
  }
}
