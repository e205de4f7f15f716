import Diagnostics
import FEELSyntax
import PolicySyntax
import Synchronization

/// What policies and pilots are called where somebody else names them: in claims and grants.
///
/// A name is taken as it is, and a title for what bears it.
public final class NamesInGrants: Sendable {
  /// What a text can mean.
  public enum Meaning: Sendable, Hashable {
    /// What bears the name or title.
    case known(String)
    /// Several bear the title.
    case several([String])
    /// A name that another was most likely meant by, so that it would count for nothing.
    case slip(nearest: String)
    /// A name that no rule knows, with the nearest one that some rule does.
    case unknown(nearest: String?)
  }

  private let policies: Names
  private let pilots: Names
  /// All rule files, where a name that nothing bears may be compared with.
  private let files: [SourceFile]
  /// What was looked for in them, a few names with the answers: all files are read for each.
  private let compared = Mutex<[String: Bool]>([:])
  private static let mostCompared = 1000

  init(_ documents: [PolicyDocument], pilots: [Pilot]) {
    var policies = Names()
    for document in documents {
      switch document.kind {
      case .policy(let name), .overlay(let name): policies.add(name.text, document.title)
      case .vocabulary, .sources: break
      }
      for entry in document.stacking { policies.add(entry.with.text, nil) }
    }
    self.policies = policies
    self.pilots = pilots.reduce(into: Names()) { $0.add($1.id.name, $1.title) }
    files = documents.map(\.file)
  }

  /// The policy that a text names.
  ///
  /// Policies are kept elsewhere, too, so only what is all but a known name is taken for a slip.
  public func policy(_ text: String) -> Meaning {
    guard case .unknown = policies.meaning(of: text) else { return policies.meaning(of: text) }
    if isCompared(text) { return .known(text) }
    if let meant = policies.resembling(text) { return .slip(nearest: meant) }
    return .unknown(nearest: policies.nearest(to: text))
  }

  /// The pilot that a text names.
  ///
  /// Places bear names that are much alike, so only one that ends too soon, or a letter too
  /// late, is taken for a slip.
  public func pilot(_ text: String) -> Meaning {
    guard case .unknown = pilots.meaning(of: text) else { return pilots.meaning(of: text) }
    if isCompared(text) { return .known(text) }
    if let meant = pilots.beginning(like: text) { return .slip(nearest: meant) }
    return .unknown(nearest: pilots.nearest(to: text))
  }

  /// Whether a policy bears the text as its name, not as its title.
  public func isName(ofPolicy text: String) -> Bool { policies.names.contains(text) }

  /// The policy name, or the title, nearest to a text.
  public func nearestPolicy(to text: String) -> String? { policies.nearest(to: text) }

  /// Whether rules hold the text as a literal, as they do what they compare grants with.
  ///
  /// Only names that nothing bears are looked for.
  private func isCompared(_ text: String) -> Bool {
    if let known = compared.withLock({ $0[text] }) { return known }
    let literal = Array("\"\(text)\"".utf8)
    let found = files.contains { $0.bytes.contains(literal) }
    compared.withLock { compared in
      if compared.count < Self.mostCompared { compared[text] = found }
    }
    return found
  }
}

/// The names of policies, or of pilots, and their titles.
private struct Names {
  private(set) var names: Set<String> = []
  private var titles: [String: Set<String>] = [:]

  mutating func add(_ name: String, _ title: Label?) {
    names.insert(name)
    for title in [title?.zh, title?.en].compactMap({ $0 }) {
      titles[title, default: []].insert(name)
    }
  }

  func meaning(of text: String) -> NamesInGrants.Meaning {
    if names.contains(text) { return .known(text) }
    guard let bearers = titles[text] else { return .unknown(nearest: nil) }
    return bearers.count == 1 ? .known(bearers.first ?? text) : .several(bearers.sorted())
  }

  private var all: [String] { (names.union(titles.keys)).sorted() }

  func nearest(to text: String) -> String? { Diagnostics.nearest(to: text, among: all) }

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
