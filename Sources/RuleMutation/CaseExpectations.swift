import Determinations
import Diagnostics
import PolicyModel
import Quantities

/// What a determination comes to, as cases expect it: keys of `expect` with their values.
struct CaseExpectations: Sendable {
  /// A key with its value; `criteria`, `benefits` and `term` have keys of their own inside.
  struct Entry: Sendable, Hashable {
    let key: String
    let inner: String?
    let value: String
  }

  let entries: [Entry]

  init(_ determination: Determination) {
    var entries = [Entry(key: "outcome", inner: nil, value: determination.outcome.rawValue)]
    if let day = determination.notBefore {
      let key = determination.outcome == .notYet ? "not yet until" : "not before"
      entries.append(Entry(key: key, inner: nil, value: day.description))
    }
    let benefits = determination.parts == nil ? determination.benefits : determination.total
    entries += benefits.map {
      Entry(key: "benefits", inner: $0.name, value: $0.amount.map(Self.text) ?? "null")
    }
    if determination.parts == nil {
      entries += determination.criteria.map {
        Entry(key: "criteria", inner: $0.name, value: $0.result.rawValue)
      }
    }
    if let term = determination.term {
      let parts = [
        ("starts", term.starts.map { String($0.description.dropLast(3)) }),
        ("ends", term.ends.map { String($0.description.dropLast(3)) }),
        ("months", term.months.map(String.init)),
      ]
      entries += parts.map { Entry(key: "term", inner: $0.0, value: $0.1 ?? "null") }
    }
    let refer = determination.refer.map(\.name).sorted().joined(separator: ", ")
    if !refer.isEmpty { entries.append(Entry(key: "refer", inner: nil, value: "[\(refer)]")) }
    self.entries = entries
  }

  /// An amount with two decimals at least, so that 1.5 and 1.50, which cases take for the same, are.
  private static func text(of amount: Decimal128) -> String {
    let cents = amount.formatted(scale: 2)
    return Decimal128(cents) == amount ? cents : amount.description
  }

  /// The entries that are different in another, the outcome always among them; empty if none is.
  func differing(from other: CaseExpectations?) -> [Entry] {
    let rest = Set(other?.entries ?? [])
    let missed = entries.filter { !rest.contains($0) }
    guard !missed.isEmpty else { return [] }
    return entries.filter { $0.key == "outcome" || !rest.contains($0) }
  }
}
