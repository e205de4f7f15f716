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

  /// The name under which grants stand among the facts.
  static let grantsName = "grants"

  /// The names of the facts, in order.
  var names: [String] { facts.keys.sorted() }

  /// A fact, or what was granted before.
  subscript(name: String) -> SuppliedValue? {
    get { name == Self.grantsName ? grants : facts[name] }
    set {
      if name == Self.grantsName {
        grants = newValue
      } else {
        facts[name] = newValue
      }
    }
  }

  /// The draft with all its texts changed.
  func mapTexts(_ change: (String) -> String) -> Draft {
    var changed = self
    for name in facts.keys { changed.facts[name] = facts[name]?.mapTexts(change) }
    changed.grants = grants?.mapTexts(change)
    return changed
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

  /// All texts inside, keys apart.
  var texts: [String] {
    switch content {
    case .text(let text): [text]
    case .none: []
    case .list(let elements): elements.flatMap(\.texts)
    case .record(let entries): entries.flatMap(\.value.texts)
    }
  }

  /// The value with all its texts changed, keys apart.
  func mapTexts(_ change: (String) -> String) -> SuppliedValue {
    switch content {
    case .text(let text): SuppliedValue(.text(change(text)), at: range)
    case .none: self
    case .list(let elements):
      SuppliedValue(.list(elements.map { $0.mapTexts(change) }), at: range)
    case .record(let entries):
      SuppliedValue(.record(entries.map { ($0.key, $0.value.mapTexts(change)) }), at: range)
    }
  }

  /// The text at a path of places in lists and records; nil where there is none.
  func text(at path: ArraySlice<Int>) -> String? {
    guard let first = path.first else {
      if case .text(let text) = content { return text }
      return nil
    }
    switch content {
    case .list(let elements) where elements.indices.contains(first):
      return elements[first].text(at: path.dropFirst())
    case .record(let entries) where entries.indices.contains(first):
      return entries[first].value.text(at: path.dropFirst())
    default: return nil
    }
  }

  /// The value with something else at a path.
  func replacing(at path: ArraySlice<Int>, by value: SuppliedValue) -> SuppliedValue {
    guard let first = path.first else { return value }
    switch content {
    case .list(var elements) where elements.indices.contains(first):
      elements[first] = elements[first].replacing(at: path.dropFirst(), by: value)
      return SuppliedValue(.list(elements), at: range)
    case .record(var entries) where entries.indices.contains(first):
      entries[first].value = entries[first].value.replacing(at: path.dropFirst(), by: value)
      return SuppliedValue(.record(entries), at: range)
    default: return self
    }
  }

  /// The paths to all texts inside.
  var paths: [[Int]] {
    switch content {
    case .text: [[]]
    case .none: []
    case .list(let elements):
      elements.enumerated().flatMap { place, element in element.paths.map { [place] + $0 } }
    case .record(let entries):
      entries.enumerated().flatMap { place, entry in entry.value.paths.map { [place] + $0 } }
    }
  }
}

extension SourceRange {
  /// A place in no file, for what was drawn.
  static let nowhere = SourceRange(
    file: SourceFile(name: "sample", bytes: []), lowerBound: 0, upperBound: 0)
}
