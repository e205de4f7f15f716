import Diagnostics
import FEELSyntax
import OrderedCollections
import PolicySyntax

/// What policies declare and use, so that what nothing uses can be found.
struct UsedNames: Sendable {
  /// Items and types by the place where they are declared.
  private(set) var declared: [SourceRange: Name] = [:]
  /// The places of those that something uses.
  private(set) var used: Set<SourceRange> = []
  /// The names that each file refers to.
  private(set) var byFile: [SourceFile: Set<String>] = [:]
  /// The ids of sources cited.
  private(set) var cited: Set<String> = []

  /// Of no policy.
  init() {}

  /// Of the policy that was resolved; what lies below, if that was resolved before, is left out.
  init(_ resolver: PolicyResolver) {
    let layered = resolver.layered
    let own = resolver.layers[(resolver.base?.layers.count ?? 0)...]
    for document in own.map(\.document) {
      for name in document.declarations where layered.places[name.text]?.range == name.range {
        declared[name.range] = name
      }
      for name in document.types.map(\.name)
      where layered.types[name.text]?.declaration.name.range == name.range {
        declared[name.range] = name
      }
    }
    for name in resolver.usedNames.values.joined() {
      if let place = layered.places[name] { used.insert(place.range) }
    }
    for name in resolver.usedTypes {
      if let type = layered.types[name] { used.insert(type.declaration.name.range) }
    }
    byFile = resolver.usedNames
    for layer in own {
      byFile[layer.document.file, default: []].formUnion(layer.document.typesUsed)
    }
    cited = resolver.cited
  }

  mutating func add(_ other: UsedNames) {
    declared.merge(other.declared) { first, _ in first }
    used.formUnion(other.used)
    byFile.merge(other.byFile) { $0.union($1) }
    cited.formUnion(other.cited)
  }

  /// Whether a file refers to something that a vocabulary declares.
  func uses(_ vocabulary: PolicyDocument, in file: SourceFile) -> Bool {
    guard let names = byFile[file] else { return false }
    return !names.isDisjoint(with: vocabulary.declaredNames)
      || vocabulary.types.contains { names.contains($0.name.text) }
  }
}

extension PolicyDocument {
  /// The record types that the file's facts, parameters, decisions and functions are declared to be.
  fileprivate var typesUsed: Set<String> {
    var descriptions = facts.map(\.description) + parameters.map(\.description)
    descriptions += decisions.map(\.description)
    descriptions += functions.flatMap { $0.parameters ?? [] }.map(\.description)
    descriptions += types.flatMap(\.fields).map(\.description)
    return Set(descriptions.compactMap { $0.type?.value.recordName })
  }
}

extension DeclaredType {
  /// The record that it is, or that it is a list of.
  fileprivate var recordName: String? {
    switch self {
    case .record(let name): name
    case .list(let element): element.recordName
    default: nil
    }
  }
}
