public import Diagnostics
import FEEL
import FEELSyntax
public import PolicySyntax
public import Quantities
import Synchronization

/// All policies with all pilots: what was read, laid out so that any of them can be resolved.
///
/// It is the last stage that can complain about rules; a `Policy` that it hands out is sound.
public final class Rulebook: Sendable {
  /// What a policy comes to in a place on a day.
  public enum Resolution: Sendable {
    /// The policy as it is in force.
    case policy(Policy)
    /// No edition or overlay covers the day.
    case noRuleInForce
    /// Something is wrong with the rules; see the diagnostics.
    case unsound([Diagnostic])
    /// There is no such policy.
    case unknownPolicy
    /// The pilot does not adapt the policy, nor does a parent.
    case notAdapted
  }

  /// A pilot with what it adapts.
  struct Adapting: Sendable {
    let pilot: Pilot
    /// Overlays by the policy they adapt.
    let overlays: [PolicyID: [PolicyDocument]]
    /// Policies that only this pilot has.
    let policies: [PolicyID: [PolicyDocument]]
  }

  /// The layers in force together, known by their files.
  private struct Key: Hashable {
    let files: [ObjectIdentifier]
    let pilot: PilotID?
  }

  let vocabularies: [String: PolicyDocument]
  let policies: [PolicyID: [PolicyDocument]]
  let adapting: [PilotID: Adapting]
  let sources: [String: Source]
  let ownDiagnostics: [Diagnostic]
  private let cache = Mutex<[Key: Made]>([:])

  /// A policy as it was made, with what it brought up.
  struct Made: Sendable {
    let resolution: Resolution
    let diagnostics: [Diagnostic]
    let names: UsedNames
  }

  /// Lays out documents that were read.
  public init(
    policies documents: [PolicyDocument],
    pilots: [(pilot: PilotDocument, overlays: [PolicyDocument])]
  ) {
    var diagnostics: [Diagnostic] = []
    var vocabularies: [String: PolicyDocument] = [:]
    var policies: [PolicyID: [PolicyDocument]] = [:]
    for document in documents {
      switch document.kind {
      case .vocabulary(let name):
        if case .vocabulary(let first)? = vocabularies[name.text]?.kind {
          diagnostics.append(LayerMessages.declaredTwice(name, first: first.range))
        } else {
          vocabularies[name.text] = document
        }
      case .policy(let name): policies[PolicyID(name.text), default: []].append(document)
      case .overlay(let name):
        diagnostics.append(RulebookMessages.overlayOutsidePilot(name))
      case .sources: break
      }
    }
    let all = documents + pilots.flatMap(\.overlays)
    sources = Self.sources(in: all, &diagnostics)
    Self.checkUses(all, vocabularies, &diagnostics)
    Self.checkCircles(vocabularies, &diagnostics)
    Self.checkStacking(all, policies, &diagnostics)
    for editions in policies.values { Self.checkEditions(editions, &diagnostics) }
    self.vocabularies = vocabularies
    self.policies = policies
    adapting = Self.adapting(pilots, policies, &diagnostics)
    var seen: Set<Diagnostic> = []
    ownDiagnostics = diagnostics.filter { seen.insert($0).inserted }
  }

  /// The names of all policies, pilots' own among them, in order.
  public var policyIDs: [PolicyID] {
    Set(policies.keys).union(adapting.values.flatMap { $0.policies.keys }).sorted()
  }

  /// All pilots in order.
  public var pilots: [Pilot] { adapting.values.map(\.pilot).sorted { $0.id < $1.id } }

  /// The pilot of a name.
  public func pilot(_ id: PilotID) -> Pilot? { adapting[id]?.pilot }

  /// The pilots that adapt a policy, or have it alone, in order.
  public func pilots(adapting policy: PolicyID) -> [Pilot] {
    adapting.values.filter { $0.overlays[policy] != nil || $0.policies[policy] != nil }
      .map(\.pilot).sorted { $0.id < $1.id }
  }

  /// Whether a policy is a pilot's own or the nation's.
  public func has(_ policy: PolicyID) -> Bool { policyIDs.contains(policy) }

  /// Every document, vocabularies first.
  public var allDocuments: [PolicyDocument] {
    vocabularies.keys.sorted().compactMap { vocabularies[$0] }
      + policies.keys.sorted().flatMap { policies[$0] ?? [] }
      + adapting.keys.sorted().flatMap { id -> [PolicyDocument] in
        guard let own = adapting[id] else { return [] }
        return own.overlays.keys.sorted().flatMap { own.overlays[$0] ?? [] }
          + own.policies.keys.sorted().flatMap { own.policies[$0] ?? [] }
      }
  }

  /// Mistakes in how documents go together, whichever policy is meant.
  public var layoutDiagnostics: [Diagnostic] { ownDiagnostics }

  private func key(_ layers: [Layer], _ pilot: PilotID?) -> Key {
    Key(files: layers.map { ObjectIdentifier($0.document.file) }, pilot: pilot)
  }

  /// A policy as it is in force in a place on a day, as known by another; the nation's if no
  /// pilot is given.
  public func resolve(
    _ policy: PolicyID, pilot: PilotID?, on day: CalendarDate, known: CalendarDate? = nil
  ) -> Resolution {
    let layers: [Layer]
    switch self.layers(policy, pilot, day, known: known) {
    case .success(let found): layers = found
    case .failure(let why): return why.resolution
    }
    return made(policy, pilot, layers).resolution
  }

  /// A policy made of layers, once.
  func made(_ policy: PolicyID, _ pilot: PilotID?, _ layers: [Layer]) -> Made {
    let key = key(layers, pilot)
    if let known = cache.withLock({ $0[key] }) { return known }
    let made = make(policy, pilot, layers)
    cache.withLock { $0[key] = made }
    return made
  }

  private func make(_ policy: PolicyID, _ pilot: PilotID?, _ layers: [Layer]) -> Made {
    let editions = layers.filter {
      if case .vocabulary = $0.document.kind { false } else { true }
    }
    let parts = Policy.Parts(
      id: policy, pilot: pilot.flatMap { adapting[$0]?.pilot },
      title: editions.compactMap(\.document.title).first,
      payer: editions.compactMap(\.document.payer).last,
      subject: editions.compactMap(\.document.subject).first?.value ?? "person",
      windows: editions.compactMap(\.document.inForce), sources: sources)
    let resolver = PolicyResolver(layers: layers, vocabularies: vocabularies, parts: parts)
    let policy = resolver.policy()
    return Made(
      resolution: policy.map(Resolution.policy) ?? .unsound(resolver.diagnostics),
      diagnostics: resolver.diagnostics, names: UsedNames(resolver))
  }
}

extension Rulebook {
  /// Why there are no layers.
  enum Absence: Error {
    case unknownPolicy
    case noRuleInForce
    case notAdapted

    var resolution: Resolution {
      switch self {
      case .unknownPolicy: .unknownPolicy
      case .noRuleInForce: .noRuleInForce
      case .notAdapted: .notAdapted
      }
    }
  }

  /// The layers of a policy in a place on a day, the lowest first.
  func layers(
    _ policy: PolicyID, _ pilot: PilotID?, _ day: CalendarDate, known: CalendarDate?
  ) -> Result<[Layer], Absence> {
    let inForce = { (document: PolicyDocument) in
      guard let window = document.inForce else { return true }
      return window.contains(day) && (known.map { window.isKnown(by: $0) } ?? true)
    }
    let own = pilot.flatMap { adapting[$0]?.policies[policy] }
    guard let editions = policies[policy] ?? own else { return .failure(.unknownPolicy) }
    guard let edition = editions.first(where: inForce) else { return .failure(.noRuleInForce) }
    var documents: [(PolicyDocument, PilotID?, Int)] = [(edition, own == nil ? nil : pilot, 0)]
    if let pilot {
      let chain = (adapting[pilot].map { $0.pilot.parents.reversed() + [pilot] }) ?? []
      var adapts = own != nil
      for (index, id) in chain.enumerated() {
        guard let overlays = adapting[id]?.overlays[policy] else { continue }
        adapts = true
        let current = overlays.filter(inForce)
        if current.isEmpty, id == pilot { return .failure(.noRuleInForce) }
        documents += current.map { ($0, id, index + 1) }
      }
      if !adapts { return .failure(.notAdapted) }
    }
    var layers: [Layer] = []
    var used: Set<String> = []
    for (document, _, _) in documents { addUses(of: document, &layers, &used) }
    return .success(
      layers + documents.map { Layer(document: $0.0, pilot: $0.1, rank: $0.2) })
  }

  func addUses(
    of document: PolicyDocument, _ layers: inout [Layer], _ used: inout Set<String>
  ) {
    for use in document.uses where used.insert(use.text).inserted {
      guard let vocabulary = vocabularies[use.text] else { continue }
      addUses(of: vocabulary, &layers, &used)
      layers.append(Layer(document: vocabulary, pilot: nil, rank: 0))
    }
  }

  /// Days on which another edition or overlay begins to be in force, in order.
  public func changeDays(_ policy: PolicyID, _ pilot: PilotID?) -> [CalendarDate] {
    var documents = policies[policy] ?? []
    if let pilot, let own = adapting[pilot] {
      documents += own.policies[policy] ?? []
      for id in own.pilot.parents + [pilot] {
        documents += adapting[id]?.overlays[policy] ?? []
      }
    }
    var days: Set<CalendarDate> = []
    for document in documents {
      if let from = document.inForce?.from?.value { days.insert(from) }
      if let until = document.inForce?.until?.value.adding(days: 1) { days.insert(until) }
    }
    return days.sorted()
  }
}
