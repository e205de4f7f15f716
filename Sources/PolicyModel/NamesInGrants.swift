import Diagnostics
import FEELSyntax
public import PolicySyntax
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

  private let policies: TitledNames
  private let pilots: TitledNames
  /// What the pilots are called, by their names.
  public let pilotTitles: [String: Label]
  /// All rule files, where a name that nothing bears may be compared with.
  private let files: [SourceFile]
  /// What was looked for in them, a few names with the answers: all files are read for each.
  private let compared = Mutex<[String: Bool]>([:])
  private static let mostCompared = 1000

  init(_ documents: [PolicyDocument], pilots: [Pilot]) {
    policies = TitledNames(
      documents.flatMap { document in
        let others = document.stacking.map { ($0.with.text, $0.label) }
        return switch document.kind {
        case .policy(let name), .overlay(let name): [(name.text, document.title)] + others
        case .vocabulary, .sources: others
        }
      })
    self.pilots = TitledNames(pilots.map { ($0.id.name, $0.title) })
    pilotTitles = pilots.reduce(into: [:]) { $0[$1.id.name] = $1.title }
    files = documents.map(\.file)
  }

  /// The policy that a text names.
  ///
  /// Policies are kept elsewhere, too, so only what is all but a known name is taken for a slip.
  public func policy(_ text: String) -> Meaning {
    meaning(of: text, among: policies) { $0.resembling(text) }
  }

  /// The pilot that a text names.
  ///
  /// Places bear names that are much alike, so only one that ends too soon, or a letter too
  /// late, is taken for a slip.
  public func pilot(_ text: String) -> Meaning {
    meaning(of: text, among: pilots) { $0.beginning(like: text) }
  }

  private func meaning(
    of text: String, among names: TitledNames, slip: (TitledNames) -> String?
  ) -> Meaning {
    let found = names.named(text)
    if let first = found.first { return found.count == 1 ? .known(first) : .several(found) }
    if isCompared(text) { return .known(text) }
    return slip(names).map(Meaning.slip) ?? .unknown(nearest: names.nearest(to: text))
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
