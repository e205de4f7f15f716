import Diagnostics
import FEELSyntax
import PolicySyntax

/// Gathers the keys of an entry in the order in which they are added; what is absent adds nothing.
struct TreeBuilder {
  /// A key and whether the author has chosen it.
  struct Key {
    let text: String
    let isName: Bool

    init(_ text: String, isName: Bool) {
      self.text = text
      self.isName = isName
    }
  }

  private var entries: [RuleTree.Entry] = []

  var tree: RuleTree { .entries(entries) }
  var isEmpty: Bool { entries.isEmpty }

  mutating func add(_ key: String, _ value: RuleTree?) {
    if let value { entries.append(.init(key, value)) }
  }

  mutating func add(_ key: String, _ text: String?) { add(key, text.map(RuleTree.text)) }

  mutating func add(_ key: String, _ flag: Bool?) { add(key, flag.map { "\($0)" }) }

  mutating func add(_ key: String, _ expression: ExpressionText?) {
    add(key, expression.map { RuleTree.expression($0.source.text) })
  }

  mutating func add(_ key: String, _ label: Label?) { add(key, label.map(RuleTree.init(of:))) }

  mutating func add(_ key: String, list: [RuleTree]) {
    if !list.isEmpty { add(key, RuleTree.list(list)) }
  }

  mutating func add(_ key: String, names: [Name]) {
    add(key, list: names.map { .text($0.text) })
  }

  /// One source stands alone, several in a list.
  mutating func add(_ key: String, citations: [Citation]) {
    if citations.count == 1 {
      add(key, citations[0].text)
    } else {
      add(key, list: citations.map { .text($0.text) })
    }
  }

  /// A section of entries with names; an empty one is left out.
  mutating func add(_ key: String, _ section: [(Key, RuleTree)]) {
    guard !section.isEmpty else { return }
    add(
      key,
      RuleTree.entries(
        section.map { key, value in
          key.isName ? .init(name: key.text, value) : .init(key.text, value)
        }))
  }

  /// Names in a list if none of them has bounds.
  mutating func add(
    _ key: String, permissions: [Permissions.Permission], _ adding: Located<Bool>? = nil
  ) {
    guard
      adding != nil || permissions.contains(where: { $0.within != nil || $0.strict != nil })
    else {
      add(key, names: permissions.map(\.name))
      return
    }
    let more = adding.map { [(Key("add", isName: false), RuleTree.text("\($0.value)"))] } ?? []
    add(
      key,
      more
        + permissions.map { permission in
          var tree = TreeBuilder()
          tree.add("within", permission.within)
          tree.add("strict", permission.strict?.value)
          return (Key(permission.name.text, isName: true), tree.tree)
        })
  }
}

extension RuleTree {
  /// A text for people, always with its language.
  init(of label: Label) {
    var tree = TreeBuilder()
    tree.add("zh", label.zh)
    tree.add("en", label.en)
    self = tree.tree
  }
}
