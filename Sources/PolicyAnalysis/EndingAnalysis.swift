import Diagnostics
import FEEL
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities

/// Finds values, editions and overlays that end soon, or have ended without another behind them.
struct EndingAnalysis {
  /// How far ahead it looks, in months.
  static let months = 3

  private let today: CalendarDate
  private let horizon: CalendarDate
  private var found: [SourceRange: Diagnostic] = [:]

  init(on today: CalendarDate) {
    self.today = today
    horizon = today.adding(months: Self.months) ?? today
  }

  /// What was found.
  var diagnostics: [Diagnostic] { Array(found.values) }

  /// Adds the editions of policies and the overlays of pilots.
  mutating func add(_ documents: [PolicyDocument]) {
    for document in documents {
      guard let window = document.inForce, let until = window.until, isSoon(until.value),
        let name = document.kind.policyName
      else { continue }
      let folder = document.file.folder
      let isContinued = documents.contains { other in
        other.kind.policyName == name && other.file.folder == folder
          && other.inForce?.from.map { $0.value > until.value } ?? false
      }
      if isContinued { continue }
      found[until.range] = EditorialMessages.editionEnds(
        name, on: until.value, isPast: until.value < today, at: until.range)
    }
  }

  /// Adds the dated values that a policy reads in one place, if it is in force.
  mutating func add(_ edition: Rulebook.Edition) {
    guard edition.contains(today) else { return }
    for item in edition.policy.items {
      guard case .derived(let derived) = item.kind, let last = Self.last(of: derived),
        let until = last.window.until, isSoon(until.value) || until.value < today
      else { continue }
      if let end = edition.until, end <= until.value { continue }
      found[until.range] = EditorialMessages.valueEnds(
        item.name, on: until.value, isPast: until.value < today,
        goesOn: derived.lastValueGoesOn, at: until.range)
    }
  }

  private func isSoon(_ day: CalendarDate) -> Bool { day >= today && day <= horizon }

  /// The value that holds longest; nil if one has no end or a rule stands behind the values.
  private static func last(of derived: Derived) -> DatedValueRule? {
    var last: DatedValueRule?
    for definition in derived.definitions {
      guard case .values(let values) = definition else { return nil }
      for value in values {
        guard let until = value.window.until?.value else { return nil }
        if until > last?.window.until?.value ?? .earliest { last = value }
      }
    }
    return last
  }
}

extension CalendarDate {
  /// Before all days that rules name.
  fileprivate static let earliest = CalendarDate(dayNumber: -1_000_000) ?? .latest
}

extension PolicyDocument.Kind {
  /// The policy that a file declares or adapts; nil for others.
  var policyName: String? {
    switch self {
    case .policy(let name), .overlay(adapts: let name): name.text
    case .vocabulary, .sources: nil
    }
  }
}

extension SourceFile {
  /// The folder that the file stands in.
  fileprivate var folder: Substring { name[..<(name.lastIndex(of: "/") ?? name.startIndex)] }
}
