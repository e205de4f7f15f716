import Diagnostics
import PolicySyntax

/// Names of policies or pilots, found by what people call them.
struct NamesByTitle {
  private let names: [String]
  /// Titles with the names they belong to, in the order of the names.
  private let titles: [(title: String, name: String)]

  init(_ named: [(name: String, title: Label?)]) {
    names = named.map(\.name)
    titles = named.flatMap { entry in
      [entry.title?.zh, entry.title?.en].compactMap { $0 }.map { ($0, entry.name) }
    }
  }

  /// The name that a title, the beginning of one, or a slip in either was meant to be.
  func name(meantBy text: String) -> String? {
    let written = text.lowercased()
    if let name = only(where: { $0 == written }) { return name }
    if let near = nearest(to: text, among: names + titles.map(\.title)) {
      return names.contains(near) ? near : only { $0 == near.lowercased() }
    }
    return text.count < 2 ? nil : only { $0.hasPrefix(written) }
  }

  /// The one name whose title is like that; nil if there are several.
  private func only(where isLike: (String) -> Bool) -> String? {
    let found = Set(titles.filter { isLike($0.title.lowercased()) }.map(\.name))
    return found.count == 1 ? found.first : nil
  }
}

extension Rulebook {
  /// The policy that a text was meant to name: a name misspelt, or its title.
  public func policyName(meantBy text: String) -> String? {
    NamesByTitle(policyIDs.map { ($0.name, titles[$0]) }).name(meantBy: text)
  }

  /// The pilot that a text was meant to name: a name misspelt, or its title.
  public func pilotName(meantBy text: String) -> String? {
    NamesByTitle(pilots.map { ($0.id.name, $0.title) }).name(meantBy: text)
  }
}
