import Determinations
import Diagnostics
import FEEL
import PolicyModel
import PolicySyntax
import Quantities

/// Says what a case would need to go through something that no case goes through.
struct CoverageHints {
  private let policy: Policy
  /// For each item the facts that its value can rest on.
  private let facts: [ItemID: Set<ItemID>]

  static let met = Wording(en: "met", zh: "符合")
  static let unmet = Wording(en: "unmet", zh: "不符合")
  static let unknown = Wording(en: "unknown", zh: "未知")
  static let waived = Wording(en: "waived", zh: "免除")
  static let holds = Wording(en: "true", zh: "成立")
  static let fails = Wording(en: "false", zh: "不成立")
  static let before = Wording(en: "before", zh: "之前")
  static let after = Wording(en: "after", zh: "之后")

  init(_ policy: Policy) {
    self.policy = policy
    facts = Self.facts(in: policy)
  }

  var any: Wording { Wording(en: "any case", zh: "任一用例") }

  var paid: Wording { Wording(en: "a case in which it is paid", zh: "需要一个应予支付的用例") }

  func holding(_ condition: CheckedExpression, in window: Window? = nil) -> Wording {
    let words = Self.words(condition)
    return with(
      Wording(en: "a case with `\(words)` true", zh: "需要 `\(words)` 成立的用例"), condition, window)
  }

  func failing(_ condition: CheckedExpression, in window: Window? = nil) -> Wording {
    let words = Self.words(condition)
    return with(
      Wording(en: "a case with `\(words)` false", zh: "需要 `\(words)` 不成立的用例"), condition,
      window)
  }

  func open(_ condition: CheckedExpression, _ day: CheckedExpression?) -> Wording {
    let facts = facts(of: condition).union(day.map(facts(of:)) ?? [])
    let names = list(facts)
    return switch facts.count {
    // It rests on what rules say alone, and they say nothing yet.
    case 0:
      Wording(en: "a case for a day for which no value is published", zh: "需要数值尚未公布之日的用例")
    case 1: Wording(en: "a case without the fact \(names.en)", zh: "需要未提供 \(names.zh) 的用例")
    default:
      Wording(
        en: "a case without one of the facts \(names.en)", zh: "需要缺少下列某项事实的用例：\(names.zh)")
    }
  }

  /// What a test can come to: with a parameter alone, what its values say.
  func results(of test: CheckedExpression) -> Set<CriterionResult.Result> {
    guard case .item(let id) = test.node, case .derived(let derived) = policy.items[id].kind,
      !derived.mayBeSupplied
    else { return mayBeUnknown(test) ? [.met, .unmet, .unknown] : [.met, .unmet] }
    var results: Set<CriterionResult.Result> = []
    for definition in derived.definitions {
      guard case .values(let values) = definition else {
        return mayBeUnknown(test) ? [.met, .unmet, .unknown] : [.met, .unmet]
      }
      for value in values { results.insert(value.value.boolean == true ? .met : .unmet) }
    }
    // Without a value it is not published.
    return results.isEmpty ? [.unknown] : results
  }

  /// Whether the value can be unknown: whether it rests on something that must be supplied.
  func mayBeUnknown(_ expression: CheckedExpression) -> Bool { !facts(of: expression).isEmpty }

  private func with(
    _ wording: Wording, _ expression: CheckedExpression, _ window: Window?
  ) -> Wording {
    var en = wording.en
    var zh = wording.zh
    let names = facts(of: expression)
    if !names.isEmpty {
      let list = list(names)
      en += "; it rests on \(list.en)"
      zh += "；取决于 \(list.zh)"
    }
    if let window, window.from != nil || window.until != nil {
      let days = Self.days(window)
      en += "; \(days.en)"
      zh += "；\(days.zh)"
    }
    return Wording(en: en, zh: zh)
  }

  private func list(_ items: Set<ItemID>) -> Wording {
    let names = items.sorted().map { "`\(policy.items[$0].name)`" }
    let shown = names.prefix(6) + (names.count > 6 ? ["…"] : [])
    return Wording(en: shown.joined(separator: ", "), zh: shown.joined(separator: "、"))
  }

  // MARK: Facts

  private func facts(of expression: CheckedExpression) -> Set<ItemID> {
    Self.items(in: expression).reduce(into: []) { $0.formUnion(facts[$1] ?? []) }
  }

  private static func facts(in policy: Policy) -> [ItemID: Set<ItemID>] {
    var facts: [ItemID: Set<ItemID>] = [:]
    var reads: [ItemID: Set<ItemID>] = [:]
    for (id, item) in policy.items.enumerated() {
      switch item.kind {
      case .fact(let fact):
        facts[id] = [id]
        if let expression = fact.ifNotSupplied {
          facts[id] = []
          reads[id] = items(in: expression)
        }
      case .supplied(.grants), .supplied(.earlierGrants): facts[id] = [id]
      case .supplied(.inTheRegion): reads[id] = policy.jurisdiction.map { [$0] } ?? []
      case .derived(let derived):
        reads[id] = derived.definitions.reduce(into: []) { found, definition in
          guard case .logic(let rule) = definition else { return }
          for expression in [rule.base] + [rule.asOf].compactMap({ $0 })
            + rule.exceptions.flatMap({ [$0.condition, $0.value] })
          {
            found.formUnion(items(in: expression))
          }
        }
      case .function(let function):
        if case .expression(let body, _) = function.body { reads[id] = items(in: body) }
      case .element: reads[id] = policy.forEach.map { items(in: $0.list) } ?? []
      case .supplied: break
      }
    }
    // What items rest on spreads until nothing new is found.
    var isChanging = true
    while isChanging {
      isChanging = false
      for (id, others) in reads {
        let found = others.reduce(into: facts[id] ?? []) { $0.formUnion(facts[$1] ?? []) }
        if found != facts[id] ?? [] {
          facts[id] = found
          isChanging = true
        }
      }
    }
    return facts
  }

  private static func items(in expression: CheckedExpression) -> Set<ItemID> {
    var found: Set<ItemID> = []
    var pending = [expression]
    while let next = pending.popLast() {
      switch next.node {
      case .item(let item), .itemOnDay(let item, _): found.insert(item)
      default: break
      }
      pending += next.operands
    }
    return found
  }

  // MARK: Places

  /// An expression as it is written, on one line.
  static func words(_ expression: CheckedExpression) -> String {
    let words = expression.range.text.singleSpaced
    return words.count > 80 ? words.prefix(79) + "…" : words
  }

  static func within(_ window: Window) -> Wording {
    let days = days(window)
    return Wording(en: "a case that reads it on a day \(days.en)", zh: "需要在\(days.zh)读取它的用例")
  }

  static func monthBefore(_ day: CalendarDate) -> Wording {
    Wording(
      en: "a case that reads it in the month before \(day)", zh: "需要在 \(day) 之前一个月内读取它的用例")
  }

  static func monthFrom(_ day: CalendarDate) -> Wording {
    Wording(
      en: "a case that reads it in the month from \(day)", zh: "需要在 \(day) 起一个月内读取它的用例")
  }

  static func reading(_ name: String, in pilot: String) -> Wording {
    Wording(en: "a case in \(pilot) that reads `\(name)`", zh: "需要在 \(pilot) 读取 `\(name)` 的用例")
  }

  /// The cells of a row that say something.
  static func matching(_ table: DatedTable, _ index: Int) -> Wording {
    let row = table.text.rows[index]
    var cells = zip(table.text.inputs, row.inputs).compactMap { input, cell in
      cell.text == "-"
        ? nil
        : Wording(en: "\(input.text): \(cell.text)", zh: "\(input.text)：\(cell.text)")
    }
    if let window = table.windows[index], window.from != nil || window.until != nil {
      cells.append(days(window))
    }
    guard !cells.isEmpty else {
      return Wording(en: "a case that no other row takes", zh: "需要不属于其他各行的用例")
    }
    let en = cells.map(\.en).joined(separator: "; ")
    let zh = cells.map(\.zh).joined(separator: "；")
    return Wording(en: "a case with \(en)", zh: "需要满足 \(zh) 的用例")
  }

  private static func days(_ window: Window) -> Wording {
    switch (window.from?.value, window.until?.value) {
    case (let from?, let until?):
      Wording(en: "from \(from) until \(until)", zh: " \(from) 至 \(until) 期间")
    case (let from?, nil): Wording(en: "from \(from) on", zh: " \(from) 及以后")
    case (nil, let until?): Wording(en: "until \(until)", zh: " \(until) 及以前")
    case (nil, nil): Wording(en: "at any time", zh: "任何时候")
    }
  }
}
