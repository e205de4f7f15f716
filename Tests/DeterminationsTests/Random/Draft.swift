import Determinations
import Diagnostics
import FEELSyntax
import Quantities

/// An applicant in the making: facts under their names, and what was granted before.
struct Draft: Sendable {
  var facts: [String: SuppliedValue] = [:]
  var grants: SuppliedValue?

  init() {}

  /// The facts of a file, with those of its claim under one policy.
  init(_ applicant: Applicant, claiming policy: String) {
    for fact in applicant.facts { facts[fact.name.text] = fact.value }
    for claim in applicant.claims where claim.policy.text == policy {
      for fact in claim.facts { facts[fact.name.text] = fact.value }
    }
    grants = applicant.grants
  }

  var names: [String] { facts.keys.sorted() }

  /// What is named in the facts: a course, the devices that are requested.
  var texts: [String] {
    names.flatMap { name -> [String] in
      guard let content = facts[name]?.content else { return [] }
      switch content {
      case .text(let text):
        let says = Decimal128(text) == nil && CalendarDate(text) == nil
        return says && !["true", "false"].contains(text) ? [text] : []
      default: return facts[name]?.texts(of: "item") ?? []
      }
    }
  }

  /// The numbers among the facts, as they are written: a grant may be for the year that is claimed
  /// now.
  var numbers: [String] {
    names.compactMap { name in
      guard case .text(let text)? = facts[name]?.content else { return nil }
      return Decimal128(text)?.description
    }
  }

  var applicant: Applicant {
    Applicant(
      id: "A-1",
      facts: names.compactMap { name in
        facts[name].map { SuppliedFact(Name(name, at: .nowhere), $0) }
      }, grants: grants)
  }
}

extension Draft: CustomStringConvertible {
  /// As an applicant file would say it.
  var description: String {
    (names.map { "\($0): \(facts[$0].map(\.flow) ?? "")" }
      + (grants.map { ["grants: \($0.flow)"] } ?? [])).joined(separator: "\n")
  }
}

extension SuppliedValue {
  static func text(_ text: String) -> SuppliedValue { SuppliedValue(.text(text), at: .nowhere) }

  static let null = SuppliedValue(.none, at: .nowhere)

  static func list(_ elements: [SuppliedValue]) -> SuppliedValue {
    SuppliedValue(.list(elements), at: .nowhere)
  }

  static func record(_ entries: [(String, SuppliedValue)]) -> SuppliedValue {
    SuppliedValue(.record(entries.map { (Name($0.0, at: .nowhere), $0.1) }), at: .nowhere)
  }

  /// The texts of an entry, in every record of a list.
  func texts(of entry: String) -> [String] {
    guard case .list(let elements) = content else { return [] }
    return elements.compactMap { element in
      guard case .record(let entries) = element.content,
        case .text(let text)? = entries.first(where: { $0.key.text == entry })?.value.content
      else { return nil }
      return text
    }
  }

  /// As YAML would write it on one line.
  var flow: String {
    switch content {
    case .text(let text): text
    case .none: "null"
    case .list(let elements): "[" + elements.map(\.flow).joined(separator: ", ") + "]"
    case .record(let entries):
      "{" + entries.map { "\($0.key.text): \($0.value.flow)" }.joined(separator: ", ") + "}"
    }
  }
}

extension SourceRange {
  /// A place in no file.
  static let nowhere = SourceRange(
    file: SourceFile(name: "drawn", bytes: []), lowerBound: 0, upperBound: 0)
}
