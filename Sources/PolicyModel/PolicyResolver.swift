import Diagnostics
import FEEL
import FEELSyntax
import OrderedCollections
import PolicySyntax
import Quantities

/// Makes a policy of the layers that are in force together: resolves every name, checks every
/// expression and collects everything that is wrong.
///
/// Items are checked in the order of their dependencies, on demand; a cycle is an error.
///
/// INVARIANT: once its policy is made and it is handed on as a base, nothing changes it any more.
final class PolicyResolver: @unchecked Sendable {
  let layers: [Layer]
  let layered: LayeredPolicy
  let vocabularies: VocabularyNames
  /// The names that expressions are parsed with.
  var names = NamesInScope([])
  /// What an overlay of the next rank sees without listing it.
  var visibleAbove: Set<String> = []
  /// The items among it, once all are resolved.
  var scopeAbove = Scope()
  /// The files that see the items that are being added.
  var openFiles: [ObjectIdentifier] = []
  /// The functions whose results follow from their arguments alone.
  var pureFunctions: Set<ItemID> = []
  /// What may be supplied, by name and by label; nil as long as that is not worked out.
  var suppliableNames: [String: ItemID]?
  /// The fact that decides which pilot's rules apply.
  let jurisdiction: Name?
  /// Whether the rules are mixed from two sides: what concerns the files alone is not checked.
  let isMixed: Bool
  /// What lies below the layers that are resolved, if that was resolved before.
  let base: PolicyResolver?
  /// For each derived item and function those that it names.
  var reads: [String: Set<String>] = [:]
  /// Whether a layer changes what others rest on, so that all must be resolved together.
  var mustResolveAll = false
  var parts: Policy.Parts
  var diagnostics: [Diagnostic] = []
  /// For each file the names its expressions may use, and how they are parsed.
  var scopes: [ObjectIdentifier: DocumentScope] = [:]
  var recordTypes: [String: FEELType] = [:]
  var typeExtents: [String: TypeExtent] = [:]
  var parsed: [SourceRange: Expression?] = [:]
  var state: [String: ResolutionState] = [:]
  /// Names that something refers to, whether they exist or not, by the file that does.
  var usedNames: [SourceFile: Set<String>] = [:]
  /// Record types that something is declared to be.
  var usedTypes: Set<String> = []
  /// Sources cited.
  var cited: Set<String> = []
  /// The items being resolved, the outermost first.
  var stack: [Running] = []
  /// For each item how many rest on one another below it.
  var heights: [ItemID: Int] = [:]
  /// Whether a chain that is too long has been reported.
  var hasReportedHeight = false

  enum ResolutionState {
    case running
    case done
  }

  /// What the expressions of one file see.
  struct DocumentScope {
    var visible: Set<String>
    var scope: Scope
    var names: NamesInScope
  }

  init(layers: [Layer], vocabularies: VocabularyNames, parts: Policy.Parts) {
    self.layers = layers
    self.vocabularies = vocabularies
    self.parts = parts
    base = nil
    isMixed = false
    jurisdiction = layers.compactMap(\.document.jurisdiction).last
    var layered = LayeredPolicy()
    for layer in layers { layered.add(layer) }
    self.layered = layered
    diagnostics = layered.diagnostics
    makeTypes()
    makeScopes(of: [DraftSide(layers: layers, vocabularies: vocabularies)])
    openFiles = Array(scopes.keys)
  }

  /// Resolves declarations that may come from two sides; each file sees what it sees on its own.
  init(_ draft: PolicyDraft) {
    layers = draft.layers
    vocabularies = draft.sides[0].vocabularies
    base = nil
    isMixed = draft.sides.count > 1
    jurisdiction = draft.jurisdiction
    layered = LayeredPolicy(draft)
    parts = draft.head
    makeTypes()
    makeScopes(of: draft.sides)
    openFiles = Array(scopes.keys)
  }

  /// Lays further layers over a policy that was resolved and is sound; see `policyAbove`.
  init(_ upper: [Layer], above base: PolicyResolver, parts head: Policy.Parts) {
    layers = base.layers + upper
    vocabularies = base.vocabularies
    self.base = base
    isMixed = false
    jurisdiction = layers.compactMap(\.document.jurisdiction).last
    var layered = base.layered
    layered.diagnostics = []
    for layer in upper { layered.add(layer) }
    self.layered = layered
    diagnostics = layered.diagnostics
    parts = base.parts
    parts.pilot = head.pilot
    parts.title = head.title
    parts.pilotTitles = head.pilotTitles
    parts.payer = head.payer
    parts.windows = head.windows
    parts.files = layers.map(\.document.file)
    scopes = base.scopes
    recordTypes = base.recordTypes
    parsed = base.parsed
    state = base.state
    heights = base.heights
    reads = base.reads
    makeScopes(of: upper, above: base)
  }

  /// The policy, if nothing is wrong with it.
  func policy() -> Policy? {
    addSuppliedItems()
    addEntries()
    add(layered.facts.values)
    addElement()
    for name in layered.derived.keys { resolve(name) }
    for name in layered.functions.keys { resolve(name) }
    resolveDefaults(of: layered.facts.values)
    resolveCriteria()
    parts.refer = reasons(layered.refer)
    parts.exempt = reasons(layered.exempt)
    resolveBenefits()
    resolveTerm()
    resolveStacking()
    if !isMixed { checkPermissions(of: layers) }
    resolveJurisdiction()
    if !isMixed { checkLabels() }
    parts.files = layers.map(\.document.file)
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    pureFunctions = Policy.pureFunctions(among: parts.items)
    scopeAbove = Scope(types: recordTypes)
    scopeAbove.outOfReach = vocabularies.outOfReach
    addItems(visibleAbove, to: &scopeAbove)
    return made()
  }

  /// The policy of the parts.
  func made() -> Policy {
    let names = suppliableNames ?? Policy.suppliableNames(among: parts.items)
    suppliableNames = names
    return Policy(parts, pureFunctions: pureFunctions, suppliableNames: names)
  }

  /// Finds the fact that decides which pilot's rules apply.
  private func resolveJurisdiction() {
    guard let name = jurisdiction else { return }
    note([name.text], usedIn: name.range.file)
    guard let id = parts.names[name.text], case .fact = parts.items[id].kind else {
      diagnostics.append(
        PolicyMessages.noFact(
          name,
          nearest: layered.facts.first { $0.value.declaration.description.isLabelled(name.text) }?
            .key
            ?? nearest(to: name.text, among: Array(layered.facts.keys))))
      return
    }
    let type = parts.items[id].type
    if type.nonNull != .string, type != .any {
      diagnostics.append(
        PolicyMessages.jurisdictionIsNoCode(
          name, type, fact: layered.places[name.text]?.range))
    }
    parts.jurisdiction = id
  }

  /// Adds an item and makes its name known where it may be used.
  @discardableResult
  func add(_ item: Item, choices: [String]? = nil) -> ItemID {
    if let base, let id = base.parts.names[item.name] {
      let before = base.parts.items[id]
      // What names it was checked with what it was.
      if item.type != before.type || item.variesInTime != before.variesInTime {
        mustResolveAll = true
      }
      parts.items[id] = item
      return id
    }
    let id = parts.items.count
    parts.items.append(item)
    parts.names[item.name] = id
    let symbol = ItemSymbol(item, id, choices: choices)
    for key in openFiles where scopes[key]?.visible.contains(item.name) == true {
      scopes[key]?.scope.items[item.name] = symbol
    }
    return id
  }

  /// Whether there are so few findings yet that it is worth finding out what was meant.
  private var suggests: Bool { diagnostics.count < Suggestion.mostFindings }

  /// The candidate that a misspelt word was most likely meant to be; not sought for ever more words.
  func nearest(
    to word: String, among candidates: @autoclosure () -> some Sequence<String>
  ) -> String? {
    suggests ? Diagnostics.nearest(to: word, among: candidates()) : nil
  }

  /// Parses and checks an expression; nil if something is wrong with it.
  func check(
    _ text: ExpressionText, locals: [Scope.Local] = [], place: Checker.Place = .expression
  ) -> CheckedExpression? {
    guard let expression = parse(text.source, locals: locals.map(\.name)) else { return nil }
    return check(expression, in: text.source.file, locals: locals, place: place)
  }

  /// Checks a parsed expression; items it names are resolved before.
  func check(
    _ expression: Expression, in file: SourceFile, locals: [Scope.Local] = [],
    place: Checker.Place = .expression
  ) -> CheckedExpression? {
    resolveAll(expression.namesUsed.subtracting(locals.map(\.name)), in: file)
    guard let scope = scopes[ObjectIdentifier(file)]?.scope.adding(locals: locals) else {
      return nil
    }
    let checking = Checker.check(
      expression, in: scope, rigour: .strict, place: place, suggests: suggests)
    diagnostics += checking.diagnostics
    note(itemsRead: checking.items)
    guard checking.diagnostics.isEmpty else { return nil }
    diagnostics += checking.expression.certainFailures
    return checking.expression
  }

  /// Parses an expression once.
  func parse(_ source: SourceText, locals: [String] = []) -> Expression? {
    if locals.isEmpty, let known = parsed[source.range] { return known }
    guard let scope = scopes[ObjectIdentifier(source.file)] else { return nil }
    let names = locals.isEmpty ? scope.names : scope.names.adding(locals)
    let result = parseExpression(source, names: names, options: Self.options)
    diagnostics += result.diagnostics
    diagnostics += result.tree?.habits ?? []
    if locals.isEmpty { parsed[source.range] = .some(result.tree) }
    for variable in result.tree?.variables ?? [] where scope.visible.contains(variable.text) {
      diagnostics.append(PolicyMessages.variableHides(variable))
    }
    return result.tree
  }

  /// How expressions of rule files are parsed.
  static let options: ParsingOptions = {
    var options = ParsingOptions()
    options.allowsAt = true
    return options
  }()

  /// Notes names that a file refers to.
  func note(_ names: Set<String>, usedIn file: SourceFile) {
    usedNames[file, default: []].formUnion(names)
  }

  /// Resolves the items among the names that a file uses, so that their types are known.
  func resolveAll(_ names: Set<String>, in file: SourceFile) {
    note(names, usedIn: file)
    if let reader = stack.last?.name { reads[reader, default: []].formUnion(names) }
    for name in names.sorted() where layered.derived[name] != nil || layered.functions[name] != nil
    {
      resolve(name)
    }
  }

  /// Looks up citations; unknown ones and missing ones are reported.
  func cite(_ citations: [Citation]) {
    for citation in citations {
      cited.insert(citation.source.text)
      if !citation.place.isEmpty, suggests, let other = otherSource(in: citation) {
        diagnostics.append(SourceMessages.several(citation, other: other))
      }
      if parts.sources[citation.source.text] == nil {
        let text = citation.source.text
        let titled = (suggests ? Array(parts.sources.values) : []).filter { source in
          text.count > 3 && (source.title.hasPrefix(text) || source.number == text)
        }
        if let id = titled.map(\.id).min() {
          diagnostics.append(SourceMessages.title(citation.source, of: id))
          continue
        }
        diagnostics.append(
          SourceMessages.unknown(
            citation.source,
            nearest: nearest(to: citation.source.text, among: parts.sources.keys.sorted())))
      }
    }
  }

  /// Another source whose id stands in the place of a citation, as in `A-1 第一条，A-2 第二条`.
  private func otherSource(in citation: Citation) -> String? {
    // The first part is the place itself, where a source may be named in passing, as an annex is.
    citation.place.split { ",，、;；".contains($0) }.dropFirst().lazy
      .compactMap { part in part.split(whereSeparator: \.isWhitespace).first.map(String.init) }
      .first { id in
        id != citation.source.text && self.parts.sources[id] != nil
          && id.count > 1 && !id.allSatisfy(\.isNumber)
      }
  }

  /// Reports a missing source for something that must have one.
  func require(_ citations: [Citation], for what: String, at range: SourceRange) {
    if citations.isEmpty { diagnostics.append(SourceMessages.missing(what, at: range)) }
    cite(citations)
  }
}
