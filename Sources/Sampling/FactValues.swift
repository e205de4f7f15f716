import Determinations
import FEEL
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities

/// Values that facts of a place can have: those of examples, and those their declarations give.
struct FactValues: Sendable {
  private let place: Place
  private var seen: [String: [SuppliedValue]] = [:]

  /// The most values of one fact that are kept from examples.
  private static let most = 40

  init(_ place: Place, examples: [Draft]) {
    self.place = place
    for draft in examples {
      for name in draft.names + [Draft.grantsName] {
        guard let value = draft[name] else { continue }
        let known = seen[name] ?? []
        if known.count < Self.most, !known.contains(where: { $0.isSame(as: value) }) {
          seen[name, default: []].append(value)
        }
      }
    }
  }

  /// Values of a fact, those of examples first.
  func values(of name: String) -> [SuppliedValue] {
    var values = seen[name] ?? []
    for value in declared(name) where !values.contains(where: { $0.isSame(as: value) }) {
      values.append(value)
    }
    return values
  }

  private func declared(_ name: String) -> [SuppliedValue] {
    if name == Draft.grantsName { return grants }
    guard let id = place.asked[name], case .fact(let fact) = place.policy.items[id].kind else {
      return []
    }
    if id == place.policy.jurisdiction { return regions }
    let type = place.policy.items[id].type
    let values = values(of: type.nonNull, choices: fact.choices.map(\.name.text))
    return values + (type.admitsNull ? [.null] : [])
  }

  private func values(of type: FEELType, choices: [String], depth: Int = 0) -> [SuppliedValue] {
    switch type {
    case .boolean: return [.text("true"), .text("false")]
    case .string:
      if !choices.isEmpty { return choices.map { .text($0) } }
      return place.texts.filter { !$0.isEmpty }.prefix(20).map { .text($0) } + [.text("-")]
    case .number(let unit):
      let whole = ["0", "1", "2", "3", "12", "100"].map { SuppliedValue.text($0) }
      let large = unit.scale == nil ? [] : ["1000.00", "3000.00", "10000.00"]
      let named = place.numbers.prefix(30).filter { !$0.isNegative && $0.scale <= unit.scale ?? 9 }
      return whole + large.map { .text($0) } + named.map { .text($0.description) }
    case .date:
      return [0, -1, -30, -31, -90, -180, -365, -366, -1000, -3650, -10000, 1, 30, 365, 1000]
        .compactMap { place.date.adding(days: $0) }.map { .text($0.description) }
    case .yearsAndMonthsDuration: return ["P0M", "P1Y", "P3Y"].map { .text($0) }
    case .daysAndTimeDuration: return ["P0D", "P30D"].map { .text($0) }
    case .list(let element):
      guard depth < 2 else { return [.list([])] }
      let elements = values(of: element.nonNull, choices: choices, depth: depth + 1).prefix(6)
      return [.list([])] + elements.map { .list([$0]) } + [.list(Array(elements))]
    case .context(let fields):
      let declared = place.policy.entries(of: type)
      let columns = fields.map { field in
        let own = declared[field.name]?.description.choices.map(\.name.text) ?? []
        return values(of: field.type.nonNull, choices: own, depth: depth + 1)
      }
      guard columns.allSatisfy({ !$0.isEmpty }) else { return [] }
      return (0..<min(8, columns.map(\.count).max() ?? 0)).map { row in
        .record(zip(fields, columns).map { ($0.name, $1[row % $1.count]) })
      }
    default: return []
    }
  }

  private var regions: [SuppliedValue] {
    guard let pilot = place.policy.pilot else { return [.text("990000")] }
    let inner = pilot.region.hasSuffix("00") ? pilot.region.dropLast(2) + "05" : pilot.region[...]
    return [.text(String(inner)), .text(pilot.region), .text("990000")]
  }

  private var grants: [SuppliedValue] {
    let others = [place.policy.id.name] + place.policy.stacking.map(\.with.name)
    let month = place.date.firstOfMonth
    let earlier = month.adding(months: -12) ?? month
    return [.list([])]
      + others.flatMap { name in
        [("0.00", earlier, month), ("100.00", month, month)].map { amount, first, last in
          .list([
            .record([
              ("policy", .text(name)), ("approved", .text(first.description)),
              (
                "paid",
                .record([("\(first.monthText)..\(last.monthText)", .text(amount))])
              ),
            ])
          ])
        }
      }
  }
}

extension SuppliedValue {
  /// Whether two values say the same.
  func isSame(as other: SuppliedValue) -> Bool {
    switch (content, other.content) {
    case (.text(let one), .text(let other)): one == other
    case (.none, .none): true
    case (.list(let one), .list(let other)):
      one.count == other.count && zip(one, other).allSatisfy { $0.isSame(as: $1) }
    case (.record(let one), .record(let other)):
      one.count == other.count
        && zip(one, other).allSatisfy {
          $0.key.text == $1.key.text && $0.value.isSame(as: $1.value)
        }
    default: false
    }
  }
}
