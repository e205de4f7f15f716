import Diagnostics
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities

// A mixture is decided on one day, as known by one day. What it takes from a side that was looked at
// on another day must say on this one what it said on that.

extension TableText.Row.Period? {
  /// Whether a row with these days is in force.
  func covers(_ view: RuleView) -> Bool {
    guard let self else { return true }
    return (self.from.map { $0.value <= view.date } ?? true)
      && (self.until.map { view.date <= $0.value } ?? true)
      && (self.knownFrom.map { $0.value <= view.known } ?? true)
  }
}

extension TableText.Row {
  /// The row as rows that are in force in the light of the mixture exactly if it was in its own.
  func fitted(from view: RuleView, _ choice: Choice) -> [TableText.Row] {
    guard var period, view != choice.at else { return [self] }
    let wasInForce = period.covers(view)
    if let known = period.knownFrom, known.value <= view.known {
      period.knownFrom = Located(min(known.value, choice.at.known), at: known.range)
    }
    var row = self
    row.period = period
    guard view.date != choice.at.date, Optional(period).covers(choice.at) != wasInForce else {
      return [row]
    }
    if wasInForce {
      var day = row
      day.period = Period(
        from: Located(choice.at.date, at: range), until: Located(choice.at.date, at: range))
      return [row, day]
    }
    return period.spans(without: choice.at.date, at: range).map { span in
      var part = row
      part.period = span
      return part
    }
  }
}

extension TableText.Row.Period {
  fileprivate func covers(_ view: RuleView) -> Bool { Optional(self).covers(view) }

  /// What is left of it without a day.
  func spans(without day: CalendarDate, at range: SourceRange) -> [TableText.Row.Period] {
    var spans: [TableText.Row.Period] = []
    if from.map({ $0.value < day }) ?? true, let end = day.adding(days: -1) {
      spans.append(.init(from: from, until: Located(end, at: range), knownFrom: knownFrom))
    }
    if until.map({ $0.value > day }) ?? true, let start = day.adding(days: 1) {
      spans.append(.init(from: Located(start, at: range), until: until, knownFrom: knownFrom))
    }
    return spans
  }
}

extension ExceptionDeclaration {
  var period: TableText.Row.Period? {
    guard from != nil || until != nil || knownFrom != nil else { return nil }
    return TableText.Row.Period(from: from, until: until, knownFrom: knownFrom)
  }

  /// The exception, in force in the light of the mixture exactly if it was in its own; nil if it is
  /// not in force there.
  func fitted(from view: RuleView, _ choice: Choice) -> ExceptionDeclaration? {
    guard let period, view != choice.at else { return self }
    if period.covers(view) {
      if period.covers(choice.at) { return self }
      var fitted = self
      fitted.from = Located(choice.at.date, at: range)
      fitted.until = fitted.from
      fitted.knownFrom = nil
      return fitted
    }
    return period.covers(choice.at) ? nil : self
  }
}

extension DatedValue {
  fileprivate var period: TableText.Row.Period {
    .init(from: window.from, until: window.until, knownFrom: window.knownFrom)
  }

  fileprivate func with(_ period: TableText.Row.Period) -> DatedValue {
    var value = self
    value.window.from = period.from
    value.window.until = period.until
    value.window.knownFrom = period.knownFrom
    return value
  }
}

extension LayeredDerived {
  /// A value that is in force.
  typealias InForce = (part: Int, value: DatedValue, isProvisional: Bool)

  /// The value in force in a light: its part, its place among the values, and whether it only goes
  /// on because none is published.
  func valueInForce(_ view: RuleView) -> InForce? {
    var goesOn = false
    for index in parts.indices.reversed() {
      guard case .parameter(let parameter, _) = parts[index] else { return nil }
      if parameter.whileUnpublished != nil { goesOn = true }
      let covering = (parameter.values ?? []).filter { $0.period.covers(view) }
      if let value = covering.max(by: Self.isBefore) { return (index, value, false) }
    }
    guard goesOn else { return nil }
    for index in parts.indices.reversed() {
      guard case .parameter(let parameter, _) = parts[index] else { continue }
      let earlier = (parameter.values ?? []).filter { value in
        (value.window.from.map { $0.value <= view.date } ?? true)
          && (value.window.knownFrom.map { $0.value <= view.known } ?? true)
      }
      if let value = earlier.max(by: Self.isBefore) { return (index, value, true) }
    }
    return nil
  }

  private static func isBefore(_ one: DatedValue, _ other: DatedValue) -> Bool {
    (one.window.from?.value.dayNumber ?? .min, one.window.knownFrom?.value.dayNumber ?? .min)
      < (
        other.window.from?.value.dayNumber ?? .min, other.window.knownFrom?.value.dayNumber ?? .min
      )
  }

  /// The parameter with, on the mixture's day, the value that it has in a light of its own.
  func fitted(from view: RuleView, _ choice: Choice) -> LayeredDerived {
    guard view != choice.at else { return self }
    let inForce = valueInForce(view)
    var fitted = self
    for index in parts.indices {
      guard case .parameter(var parameter, let pilot) = parts[index],
        let values = parameter.values
      else { continue }
      var kept = values.compactMap { $0.publishedEarly(in: view, choice) }
      if view.date != choice.at.date {
        kept = kept.flatMap { value in
          value.period.spans(without: choice.at.date, at: value.range).map { value.with($0) }
        }
        if let inForce, inForce.part == index {
          let day = Located(choice.at.date, at: inForce.value.range)
          kept.append(inForce.value.with(.init(from: day, until: day)))
        }
      }
      parameter.values = kept
      fitted.parts[index] = .parameter(parameter, pilot)
    }
    return fitted
  }
}

extension DatedValue {
  /// The value as known in the light of the mixture exactly if it was known in its own.
  func publishedEarly(in view: RuleView, _ choice: Choice) -> DatedValue? {
    guard let known = window.knownFrom, view.known != choice.at.known else { return self }
    guard known.value <= view.known else { return nil }
    var value = self
    value.window.knownFrom = Located(min(known.value, choice.at.known), at: known.range)
    return value
  }
}

extension PolicyDraft {
  /// The declarations without values, rows and exceptions that had not become known by a day.
  func known(by day: CalendarDate) -> PolicyDraft {
    func isKnown(_ from: Located<CalendarDate>?) -> Bool { from.map { $0.value <= day } ?? true }
    var draft = self
    for index in draft.derived.indices {
      draft.derived[index].parts = draft.derived[index].parts.map { part in
        switch part {
        case .parameter(var parameter, let pilot):
          parameter.values = parameter.values?.filter { isKnown($0.window.knownFrom) }
          return .parameter(parameter, pilot)
        case .decision(var decision, let pilot):
          decision.table?.rows.removeAll { !isKnown($0.period?.knownFrom) }
          decision.exceptions.removeAll { !isKnown($0.knownFrom) }
          return .decision(decision, pilot)
        }
      }
    }
    for index in draft.functions.indices {
      draft.functions[index].declaration.table?.rows.removeAll { !isKnown($0.period?.knownFrom) }
    }
    return draft
  }
}
