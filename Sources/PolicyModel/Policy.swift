public import Diagnostics
public import FEEL
public import PolicySyntax
import Quantities

/// A policy as it is in force in one place in one window of time: every name resolved, every
/// expression checked, every layer laid over the one below.
public final class Policy: Sendable {
  /// What makes it up; see the accessors.
  let parts: Parts

  /// The parts of a policy, as the checker collects them.
  struct Parts: Sendable {
    var id: PolicyID
    var pilot: Pilot?
    var title: Label?
    var payer: Label?
    var subject: String
    var jurisdiction: ItemID?
    var windows: [Window]
    var items: [Item] = []
    var names: [String: ItemID] = [:]
    var criteria: [Criterion] = []
    var refer: [Reason] = []
    var exempt: [Reason] = []
    var benefits: [Benefit] = []
    var isCharge = false
    var term: Term?
    var stacking: [Stacking] = []
    var forEach: (element: ItemID, list: CheckedExpression)?
    var files: [SourceFile] = []
    var sources: [String: Source] = [:]
    /// What other policies are called.
    var titles: [PolicyID: Label] = [:]
    /// What the pilot and those above it are called.
    var pilotTitles: [PilotID: Label] = [:]
    /// What claims and grants call policies and pilots.
    var namesInGrants: NamesInGrants?
    var fields: [String: TypeDescription] = [:]
    var entries: [FEELType: [String: RecordEntry]] = [:]
  }

  /// The functions whose results follow from their arguments alone.
  let pureFunctions: Set<ItemID>
  /// Those functions, remembering their results, by item; nil for every other item.
  public let rememberedFunctions: [FunctionValue?]
  /// The items that may be supplied, by name and by label.
  public let suppliableNames: [String: ItemID]

  init(_ parts: Parts, pureFunctions: Set<ItemID>, suppliableNames: [String: ItemID]) {
    self.parts = parts
    self.pureFunctions = pureFunctions
    rememberedFunctions = Self.remembered(pureFunctions, among: parts.items)
    self.suppliableNames = suppliableNames
  }

  /// Its name.
  public var id: PolicyID { parts.id }
  /// The pilot in which it is in force; nil for the nation.
  public var pilot: Pilot? { parts.pilot }
  /// Its title.
  public var title: Label? { parts.title }
  /// What claims and grants call policies and pilots; nil for names of a vocabulary alone.
  public var namesInGrants: NamesInGrants? { parts.namesInGrants }
  /// Who pays.
  public var payer: Label? { parts.payer }
  /// Whom it is about: `person` or `employer`.
  public var subject: String { parts.subject }
  /// The fact that decides which pilot's rules apply.
  public var jurisdiction: ItemID? { parts.jurisdiction }
  /// The windows of the edition and of the overlays, all of which cover the day decided.
  public var windows: [Window] { parts.windows }
  /// Everything that can be named.
  public var items: [Item] { parts.items }
  /// Items by name.
  public var names: [String: ItemID] { parts.names }
  /// What must hold.
  public var criteria: [Criterion] { parts.criteria }
  /// Cases for a person.
  public var refer: [Reason] { parts.refer }
  /// Who owes nothing.
  public var exempt: [Reason] { parts.exempt }
  /// What is paid or owed.
  public var benefits: [Benefit] { parts.benefits }
  /// Whether it is about what is owed.
  public var isCharge: Bool { parts.isCharge }
  /// The months a claim can be paid for.
  public var term: Term? { parts.term }
  /// How it goes together with other policies.
  public var stacking: [Stacking] { parts.stacking }
  /// The element decided one by one, with its list.
  public var forEach: (element: ItemID, list: CheckedExpression)? { parts.forEach }
  /// The rule files it was made from.
  public var files: [SourceFile] { parts.files }

  /// The entries of records by name, with their labels and choices.
  public var fields: [String: TypeDescription] { parts.fields }

  /// The entries of a record type by name.
  public func entries(of record: FEELType) -> [String: RecordEntry] {
    parts.entries[record] ?? [:]
  }

  /// The source with an id.
  public func source(_ id: String) -> Source? { parts.sources[id] }

  /// What policies are called, others too, those that have a title.
  public var policyTitles: [PolicyID: Label] { parts.titles }

  /// What the pilot and those above it are called.
  public var pilotTitles: [PilotID: Label] { parts.pilotTitles }

  /// The item the engine supplies under a name.
  public func item(_ supplied: Item.Supplied) -> ItemID? { parts.names[supplied.rawValue] }
}

/// A pilot: a region that adapts policies.
public struct Pilot: Sendable, Hashable {
  /// Its name.
  public let id: PilotID
  /// What it is called.
  public let title: Label?
  /// Its GB/T 2260 code.
  public let region: String
  /// The pilots above it, the nearest first.
  public let parents: [PilotID]
  /// What the reader of a determination must know about it.
  public let notice: Label?

  /// Whether a region's code lies within the pilot's, by its non-zero pairs.
  public func covers(_ code: String) -> Bool {
    let own = Array(region.utf8)
    let other = Array(code.utf8)
    guard own.count == 6, other.count == 6 else { return false }
    var length = 6
    while length > 0, own[length - 2] == 0x30, own[length - 1] == 0x30 { length -= 2 }
    return own[..<length].elementsEqual(other[..<length])
  }
}

/// An entry of a record, with what a supplied value must keep to.
public struct RecordEntry: Sendable {
  /// Its type, label, question and choices.
  public let description: TypeDescription
  /// Tests that a supplied value must pass.
  public let allowed: CheckedUnaryTests
}

/// A source of law.
public struct Source: Sendable, Hashable {
  /// Its id.
  public let id: String
  /// The document's title.
  public let title: String
  /// Its number.
  public let number: String?
  /// Where it can be read.
  public let url: String?
  /// How well it is attested.
  public let evidence: Evidence
  /// What it says, in short.
  public let text: String?
  /// Where it is declared.
  public let range: SourceRange

  init(
    id: String, title: String, number: String?, url: String?, evidence: Evidence,
    text: String? = nil, range: SourceRange
  ) {
    self.id = id
    self.title = title
    self.number = number
    self.url = url
    self.evidence = evidence
    self.text = text
    self.range = range
  }
}

/// A text for people with values of items in it.
public struct Template: Sendable {
  /// A piece of the text.
  public enum Piece: Sendable {
    /// Words.
    case text(String)
    /// The value of an expression.
    case value(CheckedExpression)
  }

  /// The pieces in Chinese; nil if there is no such text.
  public let zh: [Piece]?
  /// The pieces in English; nil if there is no such text.
  public let en: [Piece]?
}

/// What must hold.
public final class Criterion: Sendable {
  /// How it is tested.
  public enum Test: Sendable {
    /// The condition holds.
    case require(CheckedExpression)
    /// The day has come.
    case metFrom(CheckedExpression)
  }

  /// Its name.
  public let name: String
  /// What it is called.
  public let label: Label?
  /// How it is tested.
  public let test: Test
  /// The day it is read on; the determination's if nil.
  public let asOf: CheckedExpression?
  /// What is said when it does not hold.
  public let unmet: Template?
  /// A reading that the text leaves open.
  public let assumes: Label?
  /// Criteria that must be met before it is tested, by their places.
  public let after: [Int]
  /// Whether it is waived.
  public let isWaived: Bool
  /// What it rests on.
  public let sources: [Citation]
  /// Where it stands.
  public let range: SourceRange
  /// Who declared and changed it.
  public let chain: [Origin]

  init(
    name: String, label: Label?, test: Test, asOf: CheckedExpression?, unmet: Template?,
    assumes: Label?, after: [Int], isWaived: Bool, sources: [Citation], range: SourceRange,
    chain: [Origin]
  ) {
    self.name = name
    self.label = label
    self.test = test
    self.asOf = asOf
    self.unmet = unmet
    self.assumes = assumes
    self.after = after
    self.isWaived = isWaived
    self.sources = sources
    self.range = range
    self.chain = chain
  }
}

/// A condition with a reason: to refer a case to a person, or to exempt it.
public final class Reason: Sendable {
  /// Its name.
  public let name: String
  /// What it is called.
  public let label: Label?
  /// When it holds.
  public let condition: CheckedExpression
  /// The reason that is told.
  public let why: Template?
  /// The day it is read on.
  public let asOf: CheckedExpression?
  /// What it rests on.
  public let sources: [Citation]
  /// Where it stands.
  public let range: SourceRange
  /// Who declared and changed it.
  public let chain: [Origin]

  init(
    name: String, label: Label?, condition: CheckedExpression, why: Template?,
    asOf: CheckedExpression?, sources: [Citation], range: SourceRange, chain: [Origin]
  ) {
    self.name = name
    self.label = label
    self.condition = condition
    self.why = why
    self.asOf = asOf
    self.sources = sources
    self.range = range
    self.chain = chain
  }
}

/// What is paid or owed.
public final class Benefit: Sendable {
  /// Its name.
  public let name: String
  /// What it is called.
  public let label: Label?
  /// How often.
  public let pays: Frequency
  /// How much.
  public let amount: CheckedExpression
  /// In which unit.
  public let unit: Unit
  /// The day it is read on.
  public let asOf: CheckedExpression?
  /// A reading that the text leaves open.
  public let assumes: Label?
  /// What it rests on.
  public let sources: [Citation]
  /// Where it stands.
  public let range: SourceRange
  /// Who declared and changed it.
  public let chain: [Origin]

  init(
    name: String, label: Label?, pays: Frequency, amount: CheckedExpression, unit: Unit,
    asOf: CheckedExpression?, assumes: Label?, sources: [Citation], range: SourceRange,
    chain: [Origin]
  ) {
    self.name = name
    self.label = label
    self.pays = pays
    self.amount = amount
    self.unit = unit
    self.asOf = asOf
    self.assumes = assumes
    self.sources = sources
    self.range = range
    self.chain = chain
  }
}

/// The months a claim can be paid for.
public final class Term: Sendable {
  /// The first month that can be paid: a day in it.
  public let starts: CheckedExpression
  /// The last month, or nil if there is none.
  public let lastMonth: CheckedExpression?
  /// How many months; nil or null for no number of its own.
  public let months: CheckedExpression?
  /// How many were used before the claim.
  public let usedBefore: CheckedExpression?
  /// Which months use up the number.
  public let counts: TermDeclaration.Counts
  /// What ends it for good.
  public let ends: [TermEvent]
  /// What interrupts it.
  public let suspended: [TermEvent]
  /// What it rests on.
  public let sources: [Citation]
  /// A reading that the text leaves open.
  public let assumes: Label?
  /// Where it stands.
  public let range: SourceRange
  /// Who declared and changed it.
  public let chain: [Origin]

  init(
    starts: CheckedExpression, lastMonth: CheckedExpression?, months: CheckedExpression?,
    usedBefore: CheckedExpression?, counts: TermDeclaration.Counts, ends: [TermEvent],
    suspended: [TermEvent], sources: [Citation], assumes: Label?, range: SourceRange,
    chain: [Origin]
  ) {
    self.starts = starts
    self.lastMonth = lastMonth
    self.months = months
    self.usedBefore = usedBefore
    self.counts = counts
    self.ends = ends
    self.suspended = suspended
    self.sources = sources
    self.assumes = assumes
    self.range = range
    self.chain = chain
  }
}

/// Something that ends or suspends a term.
public final class TermEvent: Sendable {
  /// Its name.
  public let name: String
  /// What it is called.
  public let label: Label?
  /// When it holds.
  public let condition: CheckedExpression
  /// When in the month it is read.
  public let reading: EndDeclaration.Reading
  /// From which month on it bites.
  public let effect: EndDeclaration.Effect
  /// What becomes of suspended months.
  public let afterwards: EndDeclaration.Afterwards?
  /// How many of them are paid at most.
  public let atMost: CheckedExpression?
  /// At which rate.
  public let atTheRate: EndDeclaration.Rate
  /// What it rests on.
  public let sources: [Citation]
  /// Where it stands.
  public let range: SourceRange

  init(
    name: String, label: Label?, condition: CheckedExpression, reading: EndDeclaration.Reading,
    effect: EndDeclaration.Effect, afterwards: EndDeclaration.Afterwards?,
    atMost: CheckedExpression?, atTheRate: EndDeclaration.Rate, sources: [Citation],
    range: SourceRange
  ) {
    self.name = name
    self.label = label
    self.condition = condition
    self.reading = reading
    self.effect = effect
    self.afterwards = afterwards
    self.atMost = atMost
    self.atTheRate = atTheRate
    self.sources = sources
    self.range = range
  }
}

/// How a policy goes together with another.
public final class Stacking: Sendable {
  /// The other policy.
  public let with: PolicyID
  /// What the other policy is called; its name, if it has no title.
  public let title: Label
  /// What it does to this one.
  public let mode: StackingDeclaration.Mode
  /// What it rests on.
  public let sources: [Citation]
  /// Where it stands.
  public let range: SourceRange

  init(
    with: PolicyID, title: Label, mode: StackingDeclaration.Mode, sources: [Citation],
    range: SourceRange
  ) {
    self.with = with
    self.title = title
    self.mode = mode
    self.sources = sources
    self.range = range
  }
}
