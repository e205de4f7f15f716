import Quantities

/// An input of a table that is made up: a fact with places at which rules may divide its values.
struct DrawnColumn {
  enum Kind: CaseIterable {
    case number, whole, money, date, months, days, text, choiceOrNone, boolean
  }

  /// A place between values that cells name.
  struct Break {
    /// Its rank; its value follows from it.
    let rank: Int
    /// Whether it stands before its value, so that the upper side includes it.
    let isBefore: Bool
    /// The parameter that holds the value; nil if the cells name it themselves.
    let parameter: String?
    /// Whether the upper side is written with the next value, as `>= 5` behind `<= 4`.
    let isStepped: Bool
  }

  let kind: Kind
  let name: String
  let breaks: [Break]
  /// The values of one that is told apart by values; the last may be null.
  let values: [String]

  init(_ kind: Kind, _ index: Int, breaks count: Int, _ random: inout SeededRandom) {
    self.kind = kind
    name = "input \(index)"
    switch kind {
    case .text: values = (0..<6).map { "\"v\($0)\"" }
    case .choiceOrNone: values = (0..<4).map { "\"v\($0)\"" } + ["null"]
    case .boolean: values = ["true", "false"]
    default: values = []
    }
    let isStepping = [Kind.whole, .money, .date, .months].contains(kind)
    breaks =
      values.isEmpty
      ? (0..<count).map { rank in
        let parameter = random.once(in: 3) ? "limit \(index) of \(rank)" : nil
        let isStepped = isStepping && parameter == nil && random.once(in: 2)
        return Break(
          rank: rank, isBefore: isStepped ? false : random.once(in: 2), parameter: parameter,
          isStepped: isStepped)
      } : []
  }

  /// The declaration of the fact.
  var fact: String {
    let head = "  \(name):\n    label: {en: Input \(name)}\n"
    switch kind {
    case .number: return head + "    type: number\n    allowed: '[-1000000..1000000]'\n"
    case .whole: return head + "    type: number\n    allowed: '? >= 0 and floor(?) = ?'\n"
    case .money: return head + "    type: money\n    unit: CNY\n    allowed: '>= 0'\n"
    case .date: return head + "    type: date\n"
    case .months: return head + "    type: months duration\n"
    case .days: return head + "    type: duration\n"
    case .boolean: return head + "    type: boolean\n"
    case .text, .choiceOrNone:
      let choices = values.filter { $0 != "null" }.map { "\($0.filter { $0 != "\"" }): {}" }
      return head + "    type: text\n    choices: {\(choices.joined(separator: ", "))}\n"
        + (kind == .choiceOrNone ? "    none: allowed\n" : "")
    }
  }

  var parameterType: String {
    switch kind {
    case .money: "money\n    unit: CNY"
    case .date: "date"
    case .months: "months duration"
    case .days: "duration"
    default: "number"
    }
  }

  /// The value of a break moved by some steps, as FEEL.
  func value(_ rank: Int, moved: Int = 0, fine: Bool = false) -> String {
    let far = (rank + 1) * 100 + moved
    switch kind {
    case .number, .whole: return "\(far + (fine ? 1 : 0))"
    case .money: return "\(far).\(fine ? "01" : "00")"
    case .date:
      let day = CalendarDate(dayNumber: 10_000 + far + (fine ? 1 : 0))
      return "@\"\(day?.description ?? "")\""
    case .months: return "@\"P\(far + (fine ? 1 : 0))M\""
    case .days: return "@\"P\(far)D\""
    default: return ""
    }
  }
}

/// What a cell says.
enum DrawnCell: Equatable {
  case any
  /// From one break to another; nil for no end.
  case between(Int?, Int?)
  case values([Int])
  case text(String)
}

extension DrawnColumn {
  /// A cell as it is written; the twin of a parameter bounds from below.
  func text(_ cell: DrawnCell) -> String {
    switch cell {
    case .any: return "-"
    case .text(let text): return text
    case .values(let some):
      if some.count == values.count { return "-" }
      // `not` beside a list says the same.
      let others = values.indices.filter { !some.contains($0) }
      if others.count < some.count {
        return "not(" + others.map { values[$0] }.joined(separator: ", ") + ")"
      }
      return some.map { values[$0] }.joined(separator: ", ")
    case .between(nil, nil): return "-"
    case .between(nil, let high?): return (breaks[high].isBefore ? "< " : "<= ") + upper(high)
    case .between(let low?, nil): return (isClosed(low) ? ">= " : "> ") + lower(low)
    case .between(let low?, let high?):
      return (isClosed(low) ? "[" : "(") + lower(low) + ".." + upper(high)
        + (breaks[high].isBefore ? ")" : "]")
    }
  }

  private func isClosed(_ place: Int) -> Bool {
    breaks[place].isBefore || breaks[place].isStepped
  }

  private func upper(_ place: Int) -> String {
    breaks[place].parameter ?? value(breaks[place].rank)
  }

  private func lower(_ place: Int) -> String {
    breaks[place].parameter.map { $0 + " twin" }
      ?? value(breaks[place].rank, fine: breaks[place].isStepped)
  }
}
