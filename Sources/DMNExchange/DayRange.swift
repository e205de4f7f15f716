import PolicyWriting

/// First and last day of a value, a rule or an exception, as days of rule files.
struct DayRange: Equatable {
  var from: String?
  var until: String?

  init?(from: String?, until: String?) {
    if (from ?? "").isEmpty, (until ?? "").isEmpty { return nil }
    self.from = from?.isEmpty == true ? nil : from
    self.until = until?.isEmpty == true ? nil : until
  }

  /// The days of an entry with the keys `from` and `until`; nil if it has neither.
  init?(of tree: RuleTree) {
    self.init(from: tree["from"]?.string, until: tree["until"]?.string)
  }

  /// The days that the annotations of a rule tell; nil if they tell none.
  init?(of row: RuleTable.Row, in table: RuleTable) {
    func cell(_ name: String) -> String? {
      guard let index = table.annotations.firstIndex(of: name), index < row.annotations.count
      else { return nil }
      return row.annotations[index]
    }
    self.init(from: cell("from"), until: cell("until"))
  }

  private static func date(_ day: String) -> String { "date(\"\(day)\")" }

  /// The days as tests of a decision table.
  var tests: String {
    switch (from, until) {
    case (let from?, let until?): "[\(Self.date(from))..\(Self.date(until))]"
    case (let from?, nil): ">= " + Self.date(from)
    case (nil, let until?): "<= " + Self.date(until)
    case (nil, nil): "-"
    }
  }

  /// The days as a condition on the determination date.
  var condition: String {
    let day = EngineModel.determinationDate
    return switch (from, until) {
    case (.some, .some): "\(day) in \(tests)"
    default: "\(day) \(tests)"
    }
  }

  /// The days that tests of a decision table tell, in the forms that modellers use; nil for others.
  init?(tests: String) {
    let text = tests.filter { !$0.isWhitespace }
    var rest = Substring(text)
    func take(_ part: String) -> Bool {
      guard rest.hasPrefix(part) else { return false }
      rest = rest.dropFirst(part.count)
      return true
    }
    func day() -> String? {
      let isCall = take("date(\"")
      guard isCall || take("@\"") else { return nil }
      let text = String(rest.prefix(10))
      guard text.count == 10 else { return nil }
      rest = rest.dropFirst(10)
      return take(isCall ? "\")" : "\"") ? text : nil
    }
    if take("[") {
      guard let first = day(), take(".."), let last = day(), take("]"), rest.isEmpty else {
        return nil
      }
      self.init(from: first, until: last)
    } else if take(">=") {
      guard let first = day(), rest.isEmpty else { return nil }
      self.init(from: first, until: nil)
    } else if take("<=") {
      guard let last = day(), rest.isEmpty else { return nil }
      self.init(from: nil, until: last)
    } else {
      return nil
    }
  }
}
