public import Determinations
public import Diagnostics
internal import FEEL
internal import PolicyModel
internal import PolicySyntax
internal import Quantities

/// Determinations as people read them: the outcome first, then why, then everything it rests on.
public struct DeterminationText: Sendable {
  /// The language.
  public let language: Language
  /// Whether everything that was evaluated is shown.
  public let explainsAll: Bool
  /// Whether ANSI colours are used; marks say the same without.
  public let isColoured: Bool
  /// The widest a line may be.
  public let columns: Int

  /// Determinations in a language; lines are at least 40 columns wide.
  public init(
    language: Language, explainsAll: Bool = false, isColoured: Bool = false, columns: Int = 80
  ) {
    self.language = language
    self.explainsAll = explainsAll
    self.isColoured = isColoured
    self.columns = max(40, columns)
  }

  /// What an outcome is called.
  public static func words(of outcome: Outcome) -> Wording { Phrases.outcome(outcome) }

  /// What something is called that the engine supplies; nil for every other name.
  public static func words(ofSupplied name: String) -> Wording? {
    Item.Supplied(rawValue: name).map(Phrases.engineItem)
  }

  /// A determination, ended by a line break.
  public func text(of determination: Determination) -> String {
    var writer = DeterminationWriter(
      determination, language: language,
      page: Page(columns: columns, isColoured: isColoured))
    // What a whole says of its criteria is what its elements say of theirs.
    let isWhole = determination.parts?.isEmpty == false
    writer.writeHead()
    if !isWhole { writer.writeShortExplanation() }
    writer.writeMissing()
    if !isWhole {
      writer.writeReasons()
      writer.writeCriteria()
      writer.writeAmounts()
    }
    writer.writeParts(explainsAll: explainsAll)
    writer.writeExclusions()
    writer.writeUnpublished()
    writer.writeAssumptions()
    writer.writeEvidence()
    if explainsAll, !isWhole { writer.writeTree() }
    return writer.page.text
  }
}

/// Writes one determination, or one element of it, section by section.
struct DeterminationWriter {
  let determination: Determination
  let language: Language
  var values: RenderedValue
  let clauses: ClauseTexts
  let names: ItemNames
  /// How far everything is moved in.
  let indentation: Int
  var page: Page

  init(_ determination: Determination, language: Language, page: Page) {
    self.determination = determination
    self.language = language
    self.page = page
    values = RenderedValue(language: language)
    clauses = ClauseTexts(
      determination.all(\.sources) + determination.all(\.explanation.sources), language: language)
    names = ItemNames(of: determination, language: language)
    indentation = 0
  }

  /// A writer of one element, below the others on the same page.
  init(_ part: Determination, within whole: DeterminationWriter) {
    determination = part
    language = whole.language
    values = whole.values
    clauses = whole.clauses
    names = ItemNames(of: part, language: whole.language)
    indentation = whole.indentation + 2
    page = whole.page
  }

  func text(_ wording: Wording) -> String { wording.text(in: language) }

  func text(_ label: Label?, or name: String) -> String {
    label.map { $0.text(in: language) } ?? name
  }

  /// `label value`, as it stands in lists of facts.
  func text(of fact: NamedValue) -> String {
    let value = text(
      fact.valueLabel,
      or: values.text(of: fact.value, unit: fact.unit, words: determination.words[fact.name]))
    return "\(text(fact.label, or: name(ofItem: fact.name))) \(value)"
  }

  /// The name of an item without a label; what the engine supplies has words of its own.
  func name(ofItem name: String) -> String {
    Item.Supplied(rawValue: name).map { text(Phrases.engineItem($0)) }
      ?? text(determination.labels[name], or: name)
  }

  func list(_ parts: [String]) -> String { parts.joined(separator: text(Phrases.enumeration)) }

  /// Facts with their values, parted so that a label with commas in it does no harm.
  func list(of facts: [NamedValue]) -> String {
    facts.map(text(of:)).joined(separator: text(Phrases.semicolon))
  }

  mutating func heading(_ wording: Wording) {
    page.addGap()
    page.add(text(wording), indentation: indentation, ink: .heading)
  }

  mutating func item(_ text: String, mark: String = "", ink: Page.Ink = .plain) {
    page.add(
      text, indentation: indentation + 2, mark: mark.isEmpty ? "" : mark + " ", markInk: ink)
  }

  /// A line below an item.
  mutating func remark(_ text: String, indentation more: Int = 4, ink: Page.Ink = .plain) {
    if !text.isEmpty { page.add(text, indentation: indentation + more, ink: ink) }
  }
}

/// What the criteria, benefits and facts of a determination are called.
struct ItemNames {
  private var labels: [String: String] = [:]

  init(of determination: Determination, language: Language) {
    func add(_ name: String, _ label: Label?) {
      if let label, labels[name] == nil { labels[name] = label.text(in: language) }
    }
    for criterion in determination.criteria { add(criterion.name, criterion.label) }
    for benefit in determination.benefits { add(benefit.name, benefit.label) }
    let reasons = determination.refer + determination.exempt + determination.all(\.openReasons)
    for reason in reasons { add(reason.name, reason.label) }
    for fact in determination.all(\.missing) { add(fact.name, fact.label) }
    for item in determination.all(\.unpublished) { add(item.name, item.label) }
    for (name, label) in determination.labels { add(name, label) }
    for node in determination.explanation.nodes { add(node.name, node.label) }
  }

  /// The label of a name, or the name.
  func text(of name: String) -> String { labels[name] ?? name }
}

extension Determination {
  /// What it and its parts list, one after the other.
  func all<Element>(_ list: KeyPath<Determination, [Element]>) -> [Element] {
    self[keyPath: list] + (parts ?? []).flatMap { $0.determination.all(list) }
  }

  /// What it and its parts list, each once by a key.
  func all<Element>(
    _ list: KeyPath<Determination, [Element]>, by key: (Element) -> String
  ) -> [Element] {
    var keys: Set<String> = []
    return all(list).filter { keys.insert(key($0)).inserted }
  }
}
