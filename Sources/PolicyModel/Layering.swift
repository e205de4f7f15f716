import Diagnostics
public import FEELSyntax
import OrderedCollections
public import PolicySyntax

/// A document with the rank it is laid at: the nation 0, each pilot below its parent one more.
final class Layer: Sendable {
  let document: PolicyDocument
  let pilot: PilotID?
  let rank: Int

  init(document: PolicyDocument, pilot: PilotID?, rank: Int) {
    self.document = document
    self.pilot = pilot
    self.rank = rank
  }

  func origin(_ range: SourceRange, _ sources: [Citation] = []) -> Origin {
    Origin(pilot: pilot, range: range, sources: sources, window: document.inForce)
  }
}

/// A declaration with the layers that made it.
public struct Layered<Declaration: Sendable>: Sendable {
  /// The declaration, all layers laid over one another.
  public var declaration: Declaration
  /// The layers, the lowest first.
  public var chain: [Origin]
  /// The highest layer that changed it.
  var rank: Int
  /// The declaration as it was before any layer changed it; nil if none did.
  var original: Declaration?
}

/// A parameter or decision, layer over layer; the lowest first.
public struct LayeredDerived: Sendable {
  /// What a layer declares it to be, and the pilot that does.
  public enum Part: Sendable {
    /// Dated values.
    case parameter(ParameterDeclaration, PilotID?)
    /// A rule.
    case decision(DecisionDeclaration, PilotID?)
  }

  /// Its name, where it was first declared.
  public var name: Name
  /// What the layers declare, the lowest first.
  public var parts: [Part]
  /// The layers, the lowest first.
  public var chain: [Origin]
  var rank: Int
  /// The bounds that layers above have to keep.
  var bounds: [LayeredBound] = []
  /// The decision at the bottom as it was before any layer changed it; nil if none did.
  var original: DecisionDeclaration?
  /// The type as a layer last wrote it.
  var writtenType: Located<DeclaredType>?

  /// The part that says what the item is: type, unit, label.
  public var first: Part { parts[0] }
}

/// A permission with bounds, and the first part of the item that must keep them.
struct LayeredBound: Sendable {
  let permission: Permissions.Permission
  let firstPart: Int
}

/// The declarations of a policy with its vocabularies, and overlays laid over them in order.
///
/// Adding is free; what is there may change only as the layers below allow (`may change`).
struct LayeredPolicy: Sendable {
  var types: OrderedDictionary<String, Layered<TypeDeclaration>> = [:]
  var facts: OrderedDictionary<String, Layered<FactDeclaration>> = [:]
  var derived: OrderedDictionary<String, LayeredDerived> = [:]
  var functions: OrderedDictionary<String, Layered<FunctionDeclaration>> = [:]
  var criteria: OrderedDictionary<String, Layered<CriterionDeclaration>> = [:]
  var refer: OrderedDictionary<String, Layered<ReferDeclaration>> = [:]
  var exempt: OrderedDictionary<String, Layered<ReferDeclaration>> = [:]
  var benefits: OrderedDictionary<String, Layered<BenefitDeclaration>> = [:]
  var charges: OrderedDictionary<String, Layered<BenefitDeclaration>> = [:]
  var term: Layered<TermDeclaration>?
  /// For each part of the term where it was set last, and at which rank.
  var termPlaces: [String: (rank: Int, range: SourceRange)] = [:]
  var stacking: [(declaration: StackingDeclaration, rank: Int)] = []
  var forEach: ForEach?
  var diagnostics: [Diagnostic] = []
  /// Where each name was first declared, whatever its kind.
  var places: [String: Name] = [:]
  /// Where the policy begins that the overlays adapt.
  var bottom: SourceRange?
  private var permissions: [Permissions] = []
  /// Permissions of layers of the rank being laid, in force for the next rank only.
  private var pending: [(rank: Int, permissions: Permissions)] = []

  /// Lays a document over what is there.
  mutating func add(_ layer: Layer) {
    permissions += pending.filter { $0.rank < layer.rank }.map(\.permissions)
    pending.removeAll { $0.rank < layer.rank }
    let document = layer.document
    if bottom == nil, case .policy(let name) = document.kind { bottom = name.range }
    for type in document.types { add(type, layer) }
    for fact in document.facts { add(fact, layer) }
    for parameter in document.parameters { add(parameter, layer) }
    for decision in document.decisions { add(decision, layer) }
    for function in document.functions { add(function, layer) }
    for criterion in document.criteria { add(criterion, layer) }
    for entry in document.refer { add(entry, layer, \.refer, .refer) { $0.refer } }
    for entry in document.exempt { add(entry, layer, \.exempt, .exempt) { $0.exempt } }
    for entry in document.benefits { add(entry, layer, \.benefits, "benefits") }
    for entry in document.charges { add(entry, layer, \.charges, "charges") }
    if let term = document.term { add(term, layer) }
    add(stackingOf: layer)
    if let loop = document.forEach {
      if let first = forEach {
        diagnostics.append(
          LayerMessages.declaredTwice(
            Name("for each", at: loop.variable.range), first: first.variable.range))
      } else {
        forEach = loop
      }
    }
    if let permissions = document.mayChange { pending.append((layer.rank, permissions)) }
  }

  // MARK: Permissions

  /// Everything that layers above may change, the lowest layer's permissions first.
  var allPermissions: [Permissions] { permissions + pending.map(\.permissions) }

  /// The permission for a name, if a layer below gives one.
  func permission(
    _ name: String, _ kind: (Permissions) -> [Permissions.Permission]
  ) -> Permissions.Permission? {
    for permissions in permissions.reversed() {
      if let found = kind(permissions).first(where: { $0.name.text == name }) { return found }
    }
    return nil
  }

  func allows(_ test: (Permissions) -> Bool) -> Bool { permissions.contains(where: test) }

  /// Whether an overlay may change an entry; two of one rank may not change the same.
  mutating func mayChange(
    _ name: Name, _ kind: String, first: SourceRange?, last: Origin?, rank: Int, layer: Layer,
    allowed: Bool
  ) -> Bool {
    if rank == layer.rank {
      diagnostics.append(
        layer.rank == 0
          ? LayerMessages.declaredTwice(name, first: first)
          : LayerMessages.changedTwice(name, first: last?.range))
      return false
    }
    if !allowed {
      let parts = kind.split(separator: ", ")
      let permission =
        parts.count == 2
        ? "{\(parts[0]): {\(parts[1]): [\(name.text)]}}" : "{\(kind): [\(name.text)]}"
      diagnostics.append(
        LayerMessages.notAllowed(
          "\(parts[0]): \(name.text)", name.range, first, permission: permission))
    }
    return allowed
  }

  /// Reports an entry that an overlay may not add; what it would do is shown all the same.
  mutating func mayAdd(
    _ name: Name, to section: Permissions.Section, as kind: String? = nil, _ layer: Layer,
    others: SourceRange?
  ) {
    guard layer.rank > 0, !allows({ $0.allowsAdding(to: section) }) else { return }
    diagnostics.append(
      LayerMessages.addingNotAllowed(
        name, to: kind ?? section.rawValue, others: others, policy: bottom))
  }

  /// Notes a new name; reports one that something else has.
  mutating func declare(_ name: Name) -> Bool {
    if let first = places[name.text] {
      diagnostics.append(LayerMessages.declaredTwice(name, first: first.range))
      return false
    }
    places[name.text] = name
    return true
  }

  /// Reports a change that names no source.
  mutating func requireSource(
    _ sources: [Citation], _ what: String, at range: SourceRange, _ layer: Layer,
    first: SourceRange?
  ) {
    if layer.rank > 0, sources.isEmpty {
      diagnostics.append(SourceMessages.changeWithoutSource(what, at: range, first: first))
    }
  }
}
