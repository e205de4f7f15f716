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
    /// The policy is that of other pilots alone, or there is no such pilot.
    case notAdapted
  }

  /// A pilot with what it adapts; shared, for it is looked up again and again.
  final class Adapting: Sendable {
    let pilot: Pilot
    /// Overlays by the policy they adapt.
    let overlays: [PolicyID: [PolicyDocument]]
    /// Policies that only this pilot has.
    let policies: [PolicyID: [PolicyDocument]]

    init(
      pilot: Pilot, overlays: [PolicyID: [PolicyDocument]], policies: [PolicyID: [PolicyDocument]]
    ) {
      self.pilot = pilot
      self.overlays = overlays
      self.policies = policies
    }
  }

  /// The layers in force together, known by their files.
  private struct Key: Hashable {
    let files: [ObjectIdentifier]
    let pilot: PilotID?
  }

  let vocabularies: [String: PolicyDocument]
  /// The vocabularies as layers of the policies that use them.
  let vocabularyLayers: [String: Layer]
  let vocabularyNames: VocabularyNames
  let policies: [PolicyID: [PolicyDocument]]
  let adapting: [PilotID: Adapting]
  /// The pilots that others have as parents.
  private let parents: Set<PilotID>
  let sources: [String: Source]
  let ownDiagnostics: [Diagnostic]
  /// The names of all policies, pilots' own among them, in order.
  public let policyIDs: [PolicyID]
  /// What policies are called.
  let titles: [PolicyID: Label]
  /// What claims and grants call policies and pilots.
  public let namesInGrants: NamesInGrants
  /// Every document, vocabularies first.
  public let allDocuments: [PolicyDocument]
  /// Whether layers are laid over what those below come to, or all resolved together.
  private let sharesLayers: Bool
  private let cache = Mutex<[Key: Made]>([:])
  private let answers = Mutex<[Question: Resolution]>([:])
  /// The most answers kept; beyond them it begins anew, since every applicant may bring other days.
  private static let mostAnswers = 4096

  /// Which policy is asked for.
  private struct Question: Hashable {
    let policy: PolicyID
    let pilot: PilotID?
    let day: CalendarDate
    let known: CalendarDate?
  }
  /// Every policy in every place and window, once all were made.
  let spans = Mutex<[Span]?>(nil)
  let vocabularyResolvers = Mutex<[String: ResolvedVocabulary]>([:])

  /// A policy as it was made, with what it brought up.
  struct Made: Sendable {
    let resolution: Resolution
    let diagnostics: [Diagnostic]
    let names: UsedNames
    /// The vocabularies among the layers.
    let vocabularies: [String]
    /// What it was made by, to lay further layers over it; nil if it is not sound or no place lies
    /// below.
    let resolver: PolicyResolver?
  }

  /// What a policy comes to in a place while its layers stay the same.
  struct Span: Sendable {
    /// The first day; nil if no layer has a window.
    let from: CalendarDate?
    /// The last day; nil if it goes on.
    let until: CalendarDate?
    let made: Made
  }

  /// Lays out documents that were read.
  public convenience init(
    policies: [PolicyDocument], pilots: [(pilot: PilotDocument, overlays: [PolicyDocument])]
  ) {
    self.init(policies: policies, pilots: pilots, sharesLayers: true)
  }

  /// `sharesLayers` is for tests: without it nothing is taken from the layers below.
  init(
    policies documents: [PolicyDocument],
    pilots: [(pilot: PilotDocument, overlays: [PolicyDocument])], sharesLayers: Bool
  ) {
    self.sharesLayers = sharesLayers
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
    vocabularyLayers = vocabularies.mapValues { Layer(document: $0, pilot: nil, rank: 0) }
    vocabularyNames = VocabularyNames(vocabularies)
    self.policies = policies
    let adapting = Self.adapting(pilots, policies, &diagnostics)
    self.adapting = adapting
    parents = Set(adapting.values.flatMap(\.pilot.parents))
    policyIDs = Set(policies.keys).union(adapting.values.flatMap { $0.policies.keys }).sorted()
    // The nation's title goes before those of pilots that have a policy of the name.
    let owned = [policies] + adapting.sorted { $0.key < $1.key }.map(\.value.policies)
    titles = owned.reversed().reduce(into: [:]) { titles, policies in
      for (id, editions) in policies {
        titles[id] = editions.lazy.compactMap(\.title).first ?? titles[id]
      }
    }
    allDocuments =
      Self.inOrder(vocabularies.mapValues { [$0] }) + Self.inOrder(policies)
      + adapting.sorted { $0.key < $1.key }.flatMap {
        Self.inOrder($0.value.overlays) + Self.inOrder($0.value.policies)
      }
    namesInGrants = NamesInGrants(allDocuments, pilots: adapting.values.map(\.pilot))
    var seen: Set<Diagnostic> = []
    ownDiagnostics = diagnostics.filter { seen.insert($0).inserted }
  }

  private static func inOrder(
    _ documents: [some Comparable & Hashable: [PolicyDocument]]
  ) -> [PolicyDocument] {
    documents.sorted { $0.key < $1.key }.flatMap(\.value)
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

  /// Whose a policy is: the nation's (nil), or that of each pilot that has it as its own.
  public func owners(of policy: PolicyID) -> [Pilot?] {
    if policies[policy] != nil { return [nil] }
    return adapting.values.filter { $0.policies[policy] != nil }.map(\.pilot)
      .sorted { $0.id < $1.id }
  }

  /// Whom a policy is about: `person` or `employer`.
  public func subject(of policy: PolicyID) -> String {
    let editions =
      policies[policy]
      ?? owners(of: policy).compactMap { owner in
        owner.flatMap { adapting[$0.id]?.policies[policy] }
      }.first
    return editions?.lazy.compactMap(\.subject?.value).first ?? "person"
  }

  /// Whether a policy is a pilot's own or the nation's.
  public func has(_ policy: PolicyID) -> Bool { policyIDs.contains(policy) }

  /// What a policy is called; nil if no file gives it a title.
  public func title(of policy: PolicyID) -> Label? { titles[policy] }

  /// The documents of a policy in all places, with the vocabularies they use.
  public func documents(of policy: PolicyID) -> [PolicyDocument] {
    var documents = policies[policy] ?? []
    for id in adapting.keys.sorted() {
      documents += adapting[id]?.policies[policy] ?? []
      documents += adapting[id]?.overlays[policy] ?? []
    }
    var layers: [Layer] = []
    var used: Set<String> = []
    for document in documents { addUses(of: document, &layers, &used) }
    return layers.map(\.document) + documents
  }

  /// The pilot in whose folder a document stands; nil for the nation's.
  public func pilot(of document: PolicyDocument) -> PilotID? {
    adapting.keys.sorted().first { id in
      guard let own = adapting[id] else { return false }
      return [own.overlays, own.policies].contains { documents in
        documents.values.contains { $0.contains { $0.file === document.file } }
      }
    }
  }

  /// Mistakes in how documents go together, whichever policy is meant.
  public var layoutDiagnostics: [Diagnostic] { ownDiagnostics }

  private func key(_ layers: [Layer], _ pilot: PilotID?) -> Key {
    Key(files: layers.map { ObjectIdentifier($0.document.file) }, pilot: pilot)
  }

  /// A policy as it is in force in a place on a day, as known by another; the nation's if no
  /// pilot is given, or one that says nothing about it.
  public func resolve(
    _ policy: PolicyID, pilot: PilotID?, on day: CalendarDate, known: CalendarDate? = nil
  ) -> Resolution {
    let question = Question(policy: policy, pilot: pilot, day: day, known: known)
    if let answer = answers.withLock({ $0[question] }) { return answer }
    let answer =
      switch layers(policy, pilot, day, known: known) {
      case .success(let layers): made(policy, place(of: policy, in: pilot), layers).resolution
      case .failure(let why): why.resolution
      }
    answers.withLock { answers in
      if answers.count >= Self.mostAnswers { answers.removeAll(keepingCapacity: true) }
      answers[question] = answer
    }
    return answer
  }

  /// A policy made of layers, once.
  func made(_ policy: PolicyID, _ pilot: PilotID?, _ layers: [Layer]) -> Made {
    let key = key(layers, pilot)
    if let known = cache.withLock({ $0[key] }) { return known }
    let made = make(policy, pilot, layers)
    return cache.withLock { cache in
      // Another thread may have been first, and what it made may be known by its identity already.
      if let first = cache[key] { return first }
      cache[key] = made
      return made
    }
  }

  /// What a policy is, beside its declarations.
  func head(_ policy: PolicyID, _ pilot: PilotID?, _ layers: [Layer]) -> Policy.Parts {
    let editions = layers.filter {
      if case .vocabulary = $0.document.kind { false } else { true }
    }
    let place = pilot.flatMap { adapting[$0]?.pilot }
    let places = place.map { [$0.id] + $0.parents } ?? []
    return Policy.Parts(
      id: policy, pilot: place,
      title: editions.compactMap(\.document.title).first,
      payer: editions.compactMap(\.document.payer).last,
      subject: editions.compactMap(\.document.subject).first?.value ?? "person",
      windows: editions.compactMap(\.document.inForce), sources: sources, titles: titles,
      pilotTitles: Dictionary(
        places.compactMap { id in adapting[id]?.pilot.title.map { (id, $0) } },
        uniquingKeysWith: { first, _ in first }),
      namesInGrants: namesInGrants)
  }

  private func make(_ policy: PolicyID, _ pilot: PilotID?, _ layers: [Layer]) -> Made {
    let parts = head(policy, pilot, layers)
    if sharesLayers, let made = makeAbove(parts, layers) { return made }
    let resolver = PolicyResolver(layers: layers, vocabularies: vocabularyNames, parts: parts)
    return Made(resolver, resolver.policy(), isBelowOthers: isBelowOthers(pilot))
  }

  /// The policy made by laying the topmost layers over what is below; nil if that cannot be done.
  private func makeAbove(_ parts: Policy.Parts, _ layers: [Layer]) -> Made? {
    guard let rank = layers.last?.rank, rank > 0,
      let split = layers.firstIndex(where: { $0.rank == rank }), split > 0,
      let base = made(parts.id, layers[split - 1].pilot, Array(layers[..<split])).resolver
    else { return nil }
    let resolver = PolicyResolver(Array(layers[split...]), above: base, parts: parts)
    return resolver.policyAbove().map {
      Made(resolver, $0, isBelowOthers: isBelowOthers(parts.pilot?.id))
    }
  }

  /// Whether layers can be laid over those of a place; what made it is kept for them alone.
  private func isBelowOthers(_ pilot: PilotID?) -> Bool {
    pilot.map { parents.contains($0) } ?? true
  }
}

extension Rulebook.Made {
  /// What a resolver made.
  init(_ resolver: PolicyResolver, _ policy: Policy?, isBelowOthers: Bool) {
    resolution = policy.map(Rulebook.Resolution.policy) ?? .unsound(resolver.diagnostics)
    diagnostics = resolver.diagnostics
    names = UsedNames(resolver)
    vocabularies = resolver.layers.compactMap { layer in
      if case .vocabulary(let name) = layer.document.kind { name.text } else { nil }
    }
    self.resolver = policy != nil && isBelowOthers ? resolver : nil
  }
}
