import Determinations
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities

/// Values near the one that was supplied.
struct NearbyValues {
  /// Numbers that the mistake is about.
  let numbers: [Decimal128]
  /// The day of the case.
  let date: CalendarDate

  func values(of supplied: SuppliedValue, _ item: Item) -> [SuppliedValue.Content] {
    switch supplied.content {
    case .none: return []
    case .text(let text): return texts(near: text, item)
    case .list(let elements):
      guard let first = elements.first else { return [] }
      // An element left out, or there twice, or with one of its entries changed.
      return [.list(Array(elements.dropFirst())), .list(elements + [first])]
        + values(of: first, item).flatMap { content -> [SuppliedValue.Content] in
          let changed = SuppliedValue(content, at: first.range)
          return [.list([changed] + elements.dropFirst()), .list(elements + [changed])]
        }
    case .record(let entries):
      return entries.indices.flatMap { index -> [SuppliedValue.Content] in
        var rest = entries
        rest.remove(at: index)
        return [.record(rest)]
          + values(of: entries[index].value, item).map { content in
            var changed = entries
            changed[index].value = SuppliedValue(content, at: entries[index].value.range)
            return .record(changed)
          }
      }
    }
  }

  private func texts(near text: String, _ item: Item) -> [SuppliedValue.Content] {
    var texts: [String] = []
    if text == "true" || text == "false" {
      texts.append(text == "true" ? "false" : "true")
    } else if let day = CalendarDate(text) {
      let near =
        [-1, 1].map { day.adding(days: $0) } + [-12, -1, 1, 12].map { day.adding(months: $0) }
      let today = [-1, 0, 1].map { date.adding(days: $0) }
      let counted = numbers.compactMap(\.integer).filter { (1...600).contains($0) }.flatMap {
        count in
        [date.adding(months: -count), date.adding(months: -12 * count), date.adding(days: -count)]
      }
      texts += (near + today + counted).compactMap { $0?.description }
    } else if let own = Decimal128(text) {
      texts += ExpressionMutants.neighbours(of: text)
      for number in numbers {
        for step in ["0", "1", "-1", "0.01", "-0.01"] {
          if let sum = Decimal128(step).flatMap({ number.adding($0) }) {
            texts.append(sum.description)
          }
        }
      }
      for step in ["0.01", "0.02", "0.03", "0.07", "1000", "-1000"] {
        if let sum = Decimal128(step).flatMap({ own.adding($0) }) { texts.append(sum.description) }
      }
      texts += ["0", "0.01", "0.50", "1", "1000.01", "1000.02", "1000.03", "1000.04", "100000.00"]
    }
    var found: [SuppliedValue.Content] = []
    if case .fact(let declared) = item.kind {
      texts += declared.choices.map(\.name.text)
      if declared.noneAllowed { found.append(.none) }
    }
    var seen: Set<String> = [text]
    return texts.filter { seen.insert($0).inserted }.map { .text($0) } + found
  }
}
