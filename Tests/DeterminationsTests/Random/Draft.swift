import Determinations
import Diagnostics
import FEELSyntax

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
