public import Diagnostics
public import FEELSyntax
public import Quantities

/// A rule file as its author wrote it, nothing resolved.
///
/// A policy, a vocabulary and an overlay share one shape: an overlay leaves out what it does not
/// change, so every entry's parts are optional here and the rulebook asks for what must be there.
public final class PolicyDocument: Sendable {
  /// What the file declares itself to be.
  public enum Kind: Sendable {
    /// `policy: NAME`
    case policy(Name)
    /// `vocabulary: NAME`
    case vocabulary(Name)
    /// `adapts: POLICY`, in a pilot's folder.
    case overlay(adapts: Name)
    /// A file of `sources:` alone, seen everywhere.
    case sources
  }

  /// The file.
  public let file: SourceFile
  /// What it is.
  public let kind: Kind
  /// The title of the policy.
  public let title: Label?
  /// Who pays; information only.
  public let payer: Label?
  /// Whom the policy is about: `person`, `employer`; a person if it does not say.
  public let subject: Located<String>?
  /// The fact that decides which pilot's rules apply.
  public let jurisdiction: Name?
  /// When the edition or overlay is in force.
  public let inForce: Window?
  /// The vocabularies whose names it sees.
  public let uses: [Name]
  /// The element decided one by one, with the list it is taken from.
  public let forEach: ForEach?
  /// Sources of law, by id.
  public let sources: [SourceDeclaration]
  /// Record types.
  public let types: [TypeDeclaration]
  /// What somebody must supply.
  public let facts: [FactDeclaration]
  /// Dated constants.
  public let parameters: [ParameterDeclaration]
  /// Decisions.
  public let decisions: [DecisionDeclaration]
  /// Functions, DMN's business knowledge models.
  public let functions: [FunctionDeclaration]
  /// What must hold.
  public let criteria: [CriterionDeclaration]
  /// Cases for a person.
  public let refer: [ReferDeclaration]
  /// What is paid.
  public let benefits: [BenefitDeclaration]
  /// What is owed; a policy has benefits or charges.
  public let charges: [BenefitDeclaration]
  /// Who owes nothing, beside charges.
  public let exempt: [ReferDeclaration]
  /// The months a claim can be paid for.
  public let term: TermDeclaration?
  /// How it goes together with other policies.
  public let stacking: [StackingDeclaration]
  /// What a pilot may change.
  public let mayChange: Permissions?

  /// Reads what a file of its kind may hold.
  ///
  /// Keys that it may not hold are not asked for, so they are reported as unknown.
  init(_ keys: Keys, of file: SourceFile, declaring kind: Kind, as form: FileKind) {
    let isPolicy = form == .policy
    let hasRules = isPolicy || form == .overlay
    let hasNames = hasRules || form == .vocabulary
    func section(_ name: String, _ isAllowed: Bool) -> Field? { isAllowed ? keys[name] : nil }

    self.file = file
    self.kind = kind
    title = section("title", hasNames)?.label()
    payer = section("payer", isPolicy)?.label()
    subject = section("subject", isPolicy)?.word(among: ["person", "employer"])
    jurisdiction = section("jurisdiction", isPolicy)?
      .reference(example: "jurisdiction: registration region")
    inForce = section("in force", hasRules)?.window()
    uses = section("uses", hasNames)?.references(example: "uses: [calendar, person]") ?? []
    forEach = section("for each", isPolicy)?.forEach()
    sources = keys["sources"]?.sources() ?? []
    types = section("types", hasNames)?.types() ?? []
    facts = section("facts", hasNames)?.facts() ?? []
    parameters = section("parameters", hasNames)?.parameters() ?? []
    decisions = section("decisions", hasNames)?.decisions() ?? []
    functions = section("functions", hasNames)?.functions() ?? []
    criteria = section("criteria", hasRules)?.criteria() ?? []
    refer = section("refer", hasRules)?.conditions() ?? []
    benefits = section("benefits", hasRules)?.benefits() ?? []
    charges = section("charges", hasRules)?.benefits() ?? []
    exempt = section("exempt", hasRules)?.conditions() ?? []
    term = section("term", hasRules)?.term()
    stacking = section("stacking", hasRules)?.stacking() ?? []
    mayChange = section("may change", hasRules)?.permissions()
  }
}

/// A value and where it stands.
public struct Located<Value: Sendable>: Sendable {
  /// The value.
  public var value: Value
  /// Where it stands.
  public var range: SourceRange

  /// A value at a place.
  public init(_ value: Value, at range: SourceRange) {
    self.value = value
    self.range = range
  }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}

/// A text for people in one or both languages; shared, for determinations are full of them.
public final class Label: Sendable {
  /// Chinese.
  public let zh: String?
  /// English.
  public let en: String?
  /// Where it stands.
  public let range: SourceRange
  /// The Chinese text with its places, for names in braces; nil if it was not read from a file.
  public let zhSource: SourceText?
  /// The English text with its places.
  public let enSource: SourceText?

  /// A label at a place.
  public init(zh: String?, en: String?, at range: SourceRange) {
    self.zh = zh
    self.en = en
    self.range = range
    zhSource = nil
    enSource = nil
  }

  /// A label read from a file.
  init(zh: SourceText?, en: SourceText?, at range: SourceRange) {
    self.zh = zh?.text
    self.en = en?.text
    self.range = range
    zhSource = zh
    enSource = en
  }

  /// The text in a language, else in the other; never empty for a label that was read.
  public func text(in language: Language) -> String {
    switch language {
    case .chinese: zh ?? en ?? ""
    case .english: en ?? zh ?? ""
    }
  }
}

extension Label: Hashable {
  /// Whether both say the same and stand at the same place.
  public static func == (left: Label, right: Label) -> Bool {
    left.zh == right.zh && left.en == right.en && left.range == right.range
      && left.zhSource == right.zhSource && left.enSource == right.enSource
  }

  /// Hashes what it says and where it stands.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(zh)
    hasher.combine(en)
    hasher.combine(range)
  }
}

/// An expression's text, to be parsed once the names in scope are known.
public struct ExpressionText: Sendable, Hashable {
  /// The text with its places.
  public var source: SourceText

  /// An expression's text.
  public init(_ source: SourceText) { self.source = source }

  /// Where it stands.
  public var range: SourceRange { source.range }
}

/// A first and a last day, both included.
public struct Window: Sendable, Hashable {
  /// The first day; nil if it has always held.
  public var from: Located<CalendarDate>?
  /// The last day; nil if it goes on.
  public var until: Located<CalendarDate>?
  /// The day on which it became known, if that is later than its start.
  public var knownFrom: Located<CalendarDate>?
  /// Where it stands.
  public var range: SourceRange

  /// Whether a day lies in it.
  public func contains(_ day: CalendarDate) -> Bool {
    (from.map { $0.value <= day } ?? true) && (until.map { day <= $0.value } ?? true)
  }

  /// Whether two windows share a day.
  public func overlaps(_ other: Window) -> Bool {
    Self.begins(other.from, before: until) && Self.begins(from, before: other.until)
  }
}

extension Window {
  private static func begins(
    _ start: Located<CalendarDate>?, before end: Located<CalendarDate>?
  ) -> Bool {
    guard let start, let end else { return true }
    return start.value <= end.value
  }

  /// A window from its days, for documents that give them apart.
  public init(
    from: Located<CalendarDate>?, until: Located<CalendarDate>?,
    knownFrom: Located<CalendarDate>?, at range: SourceRange
  ) {
    self.from = from
    self.until = until
    self.knownFrom = knownFrom
    self.range = range
  }
}

/// A source that a rule rests on: an id and a place in it.
public struct Citation: Sendable, Hashable {
  /// The source's id.
  public var source: Name
  /// The place in the source, such as `第二条`; empty for the whole.
  public var place: String

  /// As it was written.
  public var text: String { place.isEmpty ? source.text : "\(source.text) \(place)" }
}

/// How well a source is attested, from best to worst.
public enum Evidence: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Read in the text of a statute or on an official page.
  case official
  /// An official page quoted elsewhere.
  case quoted
  /// A secondary text.
  case secondary
  /// From memory.
  case memory
  /// Made up to show how it would work.
  case illustrative

  /// A worse attested kind is greater.
  public static func < (left: Evidence, right: Evidence) -> Bool {
    let all = Evidence.allCases
    return (all.firstIndex(of: left) ?? 0) < (all.firstIndex(of: right) ?? 0)
  }
}

/// A source of law.
public struct SourceDeclaration: Sendable {
  /// The id.
  public var name: Name
  /// The document's title.
  public var title: Located<String>?
  /// Its number.
  public var number: Located<String>?
  /// Where it can be read.
  public var url: Located<String>?
  /// How well it is attested.
  public var evidence: Located<Evidence>?
  /// What it says, in short.
  public var text: Located<String>?
}
