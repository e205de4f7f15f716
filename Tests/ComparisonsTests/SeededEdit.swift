import Diagnostics
import Foundation
import PolicyModel
import Quantities
import RepositoryRules
import YAMLTree

@testable import Comparisons

/// One edit of a shipped rule file, and what the difference must say.
struct SeededEdit: Sendable, CustomStringConvertible {
  let name: String
  let file: String
  let find: String
  let replace: String
  let policy: PolicyID
  let pilot: PilotID?
  let date: CalendarDate
  /// Whether it can change what is decided on the date.
  let isEffective: Bool
  /// The one change that must be named; nil if there is none.
  let expected: Named?

  /// A change as the data name it.
  struct Named: Hashable, CustomStringConvertible {
    var kind: String
    var name: String
    var part: String?
    var action: String
    var effect: String

    var description: String {
      "\(kind) \(name)\(part.map { ", \($0)" } ?? ""): \(action) (\(effect))"
    }

    /// The change seen from the other side.
    var reversed: Named {
      var other = self
      let opposites = [
        "added": "removed", "removed": "added", "waived": "restored", "restored": "waived",
      ]
      other.action = opposites[action] ?? action
      return other
    }
  }

  var description: String { "\(file): \(name)" }

  /// All edits of the corpus.
  static let all: [SeededEdit] = {
    let name = "Tests/Golden/Comparisons/edits.yaml"
    let root = Repository.file(name).flatMap { YAMLDocument(reading: $0).root }
    guard case .sequence(let items)? = root?.content else { return [] }
    return items.compactMap { SeededEdit($0) }
  }()

  private init?(_ node: YAMLNode) {
    guard let name = node.text("edit"), let file = node.text("file"), let find = node.text("find"),
      let replace = node.text("replace"), let policy = node.text("policy"),
      let date = node.text("date").flatMap({ CalendarDate($0) }),
      let isEffective = node.text("effective").flatMap({ Bool($0) })
    else { return nil }
    self.name = name
    self.file = file
    self.find = find
    self.replace = replace
    self.policy = PolicyID(policy)
    pilot = node.text("pilot").map { PilotID($0) }
    self.date = date
    self.isEffective = isEffective
    expected = node.entry("expect").flatMap { entry in
      guard let kind = entry.text("kind"), let name = entry.text("name"),
        let effect = entry.text("effect"), let action = entry.text("action")
      else { return nil }
      return Named(
        kind: kind, name: name, part: entry.text("part"), action: action, effect: effect)
    }
  }

  /// The rules with the edit; nil if it does not fit the file.
  func edited() -> (rulebook: Rulebook, diagnostics: [Diagnostic])? {
    let text = ShippedRules.text(of: file)
    guard text.components(separatedBy: find).count == 2 else { return nil }
    let files = ShippedRules.replacing(
      file, with: text.replacingOccurrences(of: find, with: replace))
    return (files.rulebook, files.diagnostics)
  }
}

extension SeededEdit.Named {
  init(_ change: RuleChange) {
    self.init(
      kind: change.kind.rawValue, name: change.name,
      part: change.part.map { "\($0.kind.rawValue) \($0.name)" }, action: change.action.rawValue,
      effect: change.effect.rawValue)
  }
}

extension YAMLNode {
  /// The value of a key of a mapping.
  fileprivate func entry(_ key: String) -> YAMLNode? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key.text == key }?.value
  }

  /// The text of a key of a mapping.
  fileprivate func text(_ key: String) -> String? { entry(key)?.scalarText }
}

extension YAMLNode {
  /// The text, if it is one.
  fileprivate var scalarText: String? {
    if case .scalar(let scalar) = content { scalar.text } else { nil }
  }
}
