import Diagnostics
import PolicySyntax

/// Names of policies, or of pilots, with the titles they bear: what a text names, and what it was
/// meant to name.
struct TitledNames: Sendable {
  private(set) var names: Set<String> = []
  /// The names that bear each title.
  private var bearers: [String: Set<String>] = [:]

  init(_ named: [(name: String, title: Label?)]) {
    for (name, title) in named {
      names.insert(name)
      for title in [title?.zh, title?.en].compactMap({ $0 }) {
        bearers[title, default: []].insert(name)
      }
    }
  }

  /// The name that a text is, or those that bear it as their title; none if nothing is called so.
  func named(_ text: String) -> [String] {
    names.contains(text) ? [text] : bearers[text]?.sorted() ?? []
  }

  private var all: [String] { names.union(bearers.keys).sorted() }

  /// The name or title nearest to a text.
  func nearest(to text: String) -> String? { Diagnostics.nearest(to: text, among: all) }

  /// The name that a title, the beginning of one, or a slip in either was meant to be.
  func name(meantBy text: String) -> String? {
    let written = text.lowercased()
    if let name = only(where: { $0 == written }) { return name }
    if let near = nearest(to: text) {
      return names.contains(near) ? near : only { $0 == near.lowercased() }
    }
    return text.count < 2 ? nil : only { $0.hasPrefix(written) }
  }

  /// The one name with a title like that; nil if there are several.
  private func only(where isLike: (String) -> Bool) -> String? {
    let found = bearers.filter { isLike($0.key.lowercased()) }.values.reduce(into: Set()) {
      $0.formUnion($1)
    }
    return found.count == 1 ? found.first : nil
  }

  /// The name or title that a text is all but: a few letters are others, or it is cut short.
  func resembling(_ text: String) -> String? {
    if let nearest = nearest(to: text), nearest.count > 5,
      isSlip(text, nearest, letters: text.isChinese ? 2 : 3)
    {
      return nearest
    }
    return all.first { text.shortens($0) }
  }

  /// The name or title that a text begins like, with a letter more, or one or two less.
  func beginning(like text: String) -> String? {
    let written = text.lowercased()
    return all.first { name in
      let known = name.lowercased()
      return known.hasPrefix(written) && written.count > 1 && known.count <= written.count + 2
        || written.hasPrefix(known) && known.count > 1 && written.count == known.count + 1
    }
  }
}

extension Rulebook {
  /// The policy that a text was meant to name: a name misspelt, or its title.
  public func policyName(meantBy text: String) -> String? {
    TitledNames(policyIDs.map { ($0.name, titles[$0]) }).name(meantBy: text)
  }

  /// The pilot that a text was meant to name: a name misspelt, or its title.
  public func pilotName(meantBy text: String) -> String? {
    TitledNames(pilots.map { ($0.id.name, $0.title) }).name(meantBy: text)
  }
}

extension String {
  fileprivate var isChinese: Bool { unicodeScalars.allSatisfy { $0.value >= 0x2E80 } }

  /// Whether its characters all stand in a longer name in the same order, as in an abbreviation.
  fileprivate func shortens(_ name: String) -> Bool {
    // Chinese says in four characters what takes a few words elsewhere.
    guard count >= (isChinese ? 4 : 12), count < name.count else { return false }
    var rest = name[...]
    for character in self {
      guard let place = rest.firstIndex(of: character) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }
}
