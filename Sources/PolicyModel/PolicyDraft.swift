public import Diagnostics
public import FEELSyntax
import OrderedCollections
public import PolicySyntax
public import Quantities

/// The declarations that make a policy in one place on one day, layer laid over layer, not resolved
/// yet: what two versions of a policy are compared by, and mixed of.
public struct PolicyDraft: Sendable {
  /// Record types.
  public var types: [Layered<TypeDeclaration>]
  /// What somebody must supply.
  public var facts: [Layered<FactDeclaration>]
  /// Parameters and decisions.
  public var derived: [LayeredDerived]
  /// Functions.
  public var functions: [Layered<FunctionDeclaration>]
  /// What must hold.
  public var criteria: [Layered<CriterionDeclaration>]
  /// Cases for a person.
  public var refer: [Layered<ReferDeclaration>]
  /// Who owes nothing.
  public var exempt: [Layered<ReferDeclaration>]
  /// What is paid.
  public var benefits: [Layered<BenefitDeclaration>]
  /// What is owed.
  public var charges: [Layered<BenefitDeclaration>]
  /// The months a claim can be paid for.
  public var term: Layered<TermDeclaration>?
  /// How the policy goes together with others.
  public var stacking: [StackingDeclaration]
  /// The element decided one by one.
  public var forEach: ForEach?
  /// The fact that decides which pilot's rules apply.
  public var jurisdiction: Name?
  /// What layers above may change; a permission with bounds is in force for the items of the draft.
  public let permissions: [Permissions]
  /// What the policy is, beside its declarations.
  var head: Policy.Parts
  /// The files that are read together: one side, or two if declarations of both are mixed.
  var sides: [DraftSide]

  init(_ layers: [Layer], _ vocabularies: VocabularyNames, _ head: Policy.Parts) {
    var layered = LayeredPolicy()
    for layer in layers { layered.add(layer) }
    types = Array(layered.types.values)
    facts = Array(layered.facts.values)
    derived = Array(layered.derived.values)
    functions = Array(layered.functions.values)
    criteria = Array(layered.criteria.values)
    refer = Array(layered.refer.values)
    exempt = Array(layered.exempt.values)
    benefits = Array(layered.benefits.values)
    charges = Array(layered.charges.values)
    term = layered.term
    stacking = layered.stacking.map(\.declaration)
    forEach = layered.forEach
    jurisdiction = layers.compactMap(\.document.jurisdiction).last
    permissions = layered.allPermissions
    self.head = head
    sides = [DraftSide(layers: layers, vocabularies: vocabularies)]
  }

  /// The layers of all sides, each once.
  var layers: [Layer] {
    var seen: Set<ObjectIdentifier> = []
    return sides.flatMap(\.layers).filter {
      seen.insert(ObjectIdentifier($0.document.file)).inserted
    }
  }
}

/// The files of one side with the vocabularies that they list.
struct DraftSide: Sendable {
  let layers: [Layer]
  let vocabularies: VocabularyNames
}

extension PolicyDraft {
  /// The documents, vocabularies first, each with its pilot.
  public var documents: [(document: PolicyDocument, pilot: PilotID?)] {
    layers.map { ($0.document, $0.pilot) }
  }

  /// The pilot whose rules they are; nil for the nation's.
  public var pilot: Pilot? {
    get { head.pilot }
    set { head.pilot = newValue }
  }

  /// The title of the policy.
  public var title: Label? { head.title }

  /// Who pays.
  public var payer: Label? { head.payer }

  /// Whom the policy is about.
  public var subject: String {
    get { head.subject }
    set { head.subject = newValue }
  }

  /// The windows of the edition and of the overlays.
  public var windows: [Window] {
    get { head.windows }
    set { head.windows = newValue }
  }

  /// Sources of law by id.
  public var sources: [String: Source] {
    get { head.sources }
    set { head.sources = newValue }
  }

  /// Lets declarations of another draft be used beside its own: each file goes on to see what it
  /// sees on its own side.
  public mutating func admitDeclarations(of other: PolicyDraft) { sides += other.sides }

  /// The policy that the declarations make, or what is wrong with it.
  public func policy() -> Result<Policy, RulesUnsound> {
    let resolver = PolicyResolver(self)
    guard let policy = resolver.policy() else {
      return .failure(RulesUnsound(diagnostics: resolver.diagnostics))
    }
    return .success(policy)
  }

  /// The names with which its expressions are read.
  public var namesInScope: NamesInScope { PolicyResolver(self).names }
}

extension LayeredDerived {
  /// Takes over the bounds that the values of the item must keep on another side.
  public mutating func takeBounds(from other: LayeredDerived) { bounds = other.bounds }
}

/// Rules that make no policy.
public struct RulesUnsound: Error {
  /// What is wrong with them.
  public let diagnostics: [Diagnostic]
}

extension LayeredPolicy {
  /// The declarations of a draft.
  init(_ draft: PolicyDraft) {
    self.init()
    for entry in draft.types { types[entry.declaration.name.text] = entry }
    for entry in draft.facts { facts[entry.declaration.name.text] = entry }
    for entry in draft.derived { derived[entry.name.text] = entry }
    for entry in draft.functions { functions[entry.declaration.name.text] = entry }
    for entry in draft.criteria { criteria[entry.declaration.name.text] = entry }
    for entry in draft.refer { refer[entry.declaration.name.text] = entry }
    for entry in draft.exempt { exempt[entry.declaration.name.text] = entry }
    for entry in draft.benefits { benefits[entry.declaration.name.text] = entry }
    for entry in draft.charges { charges[entry.declaration.name.text] = entry }
    term = draft.term
    stacking = draft.stacking.map { ($0, 0) }
    forEach = draft.forEach
    let names =
      draft.facts.map(\.declaration.name) + draft.derived.map(\.name)
      + draft.functions.map(\.declaration.name)
    for name in names where places[name.text] == nil { places[name.text] = name }
  }
}

extension Rulebook {
  /// The declarations of a policy in a place on a day, as known by another; nil if no rule of it is
  /// in force there.
  public func draft(
    of policy: PolicyID, pilot: PilotID?, on day: CalendarDate, known: CalendarDate
  ) -> PolicyDraft? {
    guard case .success(let layers) = layers(policy, pilot, day, known: known) else { return nil }
    return PolicyDraft(layers, vocabularyNames, head(policy, place(of: policy, in: pilot), layers))
  }
}
