public import Diagnostics
public import FEEL
import FEELSyntax
import PolicySyntax
import Synchronization

extension Rulebook {
  /// An expression over the names of a vocabulary, with the policy-like set of items it reads.
  public struct VocabularyExpression: Sendable {
    /// The items of the vocabulary and of those it uses; it has no criteria and pays nothing.
    public let items: Policy
    /// The checked expression.
    public let expression: CheckedExpression
  }

  /// Checks an expression over the names of a vocabulary, such as one of its examples.
  public func check(
    _ text: SourceText, inVocabulary name: String
  ) -> (checked: VocabularyExpression?, diagnostics: [Diagnostic]) {
    guard let vocabulary = vocabularies[name] else {
      let place = Name(name, at: text.range)
      return (
        nil,
        [
          RulebookMessages.unknownVocabulary(
            place, nearest: nearest(to: name, among: vocabularies.keys.sorted()))
        ]
      )
    }
    return vocabularyResolvers.withLock { resolvers in
      if resolvers[name] == nil, let resolver = resolver(ofVocabulary: name) {
        resolvers[name] = ResolvedVocabulary(resolver: resolver, items: resolver.policy())
      }
      guard let resolved = resolvers[name] else { return (nil, []) }
      let resolver = resolved.resolver
      guard let items = resolved.items else { return (nil, resolver.diagnostics) }
      // The text stands in another file, so it is read as if it stood in the vocabulary's.
      resolver.share(scopeOf: vocabulary.file, with: text.file)
      let before = resolver.diagnostics.count
      let expression = resolver.check(ExpressionText(text))
      let found = Array(resolver.diagnostics[before...])
      resolver.diagnostics.removeSubrange(before...)
      return (expression.map { VocabularyExpression(items: items, expression: $0) }, found)
    }
  }
}

/// A vocabulary by itself, resolved once for all expressions over its names.
struct ResolvedVocabulary {
  let resolver: PolicyResolver
  /// Its items; nil if something is wrong with them.
  let items: Policy?
}

extension Rulebook {
  /// A resolver of a vocabulary by itself, with those it uses.
  func resolver(ofVocabulary name: String) -> PolicyResolver? {
    guard let vocabulary = vocabularies[name] else { return nil }
    var layers: [Layer] = []
    var used: Set<String> = [name]
    addUses(of: vocabulary, &layers, &used)
    layers.append(Layer(document: vocabulary, pilot: nil, rank: 0))
    let parts = Policy.Parts(
      id: PolicyID(name), subject: "person", windows: [], sources: sources)
    return PolicyResolver(layers: layers, vocabularies: vocabularyNames, parts: parts)
  }
}

extension PolicyResolver {
  /// Lets the expressions of one file see what those of another do.
  func share(scopeOf file: SourceFile, with other: SourceFile) {
    scopes[ObjectIdentifier(other)] = scopes[ObjectIdentifier(file)]
  }
}
