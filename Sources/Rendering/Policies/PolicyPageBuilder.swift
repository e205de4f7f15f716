internal import Determinations
internal import Diagnostics
internal import FEEL
internal import PolicyModel
internal import PolicySyntax
internal import Quantities

/// Makes the page of a policy, section by section.
struct PolicyPageBuilder {
  let policy: Policy
  let rulebook: Rulebook
  let day: CalendarDate
  let known: CalendarDate
  /// The documents that the policy is made of, the lowest first.
  let layers: [(document: PolicyDocument, pilot: PilotID?)]
  let requirements: Requirements
  /// The items that the policy rests on, in the order in which they are declared.
  let items: [ItemID]
  /// Their anchors.
  let anchors: [ItemID: String]

  init(_ policy: Policy, _ rulebook: Rulebook, _ day: CalendarDate, _ known: CalendarDate) {
    self.policy = policy
    self.rulebook = rulebook
    self.day = day
    self.known = known
    let layers = rulebook.layers(of: policy.id, pilot: policy.pilot?.id, on: day, known: known)
    self.layers = layers
    let requirements = Requirements(of: policy)
    self.requirements = requirements
    // Layers in their order, and in each the items as they stand.
    let place = { (id: ItemID) -> (Int, Int, String) in
      let item = policy.items[id]
      guard let range = item.chain.first?.range else { return (.max, 0, item.name) }
      let layer = layers.firstIndex { $0.document.file === range.file } ?? .max
      return (layer, range.lowerBound, item.name)
    }
    items = requirements.reached.sorted { place($0) < place($1) }
    var anchors: [ItemID: String] = [:]
    for (index, id) in items.enumerated() { anchors[id] = "item-\(index + 1)" }
    self.anchors = anchors
  }

  var sections: [PolicyPage.Section] {
    let all: [(String, Wording, [PolicyPage.Entry])] = [
      ("criteria", Phrases.criteria, criteria),
      ("refer", Phrases.reasonsToRefer, reasons(policy.refer, "refer")),
      ("exempt", Phrases.reasonsToExempt, reasons(policy.exempt, "exempt")),
      ("benefits", policy.isCharge ? Phrases.charges : Phrases.benefits, benefits),
      ("term", Phrases.termSection, term),
      ("parameters", Phrases.parameters, derived { $0.isParameter }),
      ("decisions", Phrases.decisions, derived { !$0.isParameter }),
      ("functions", Phrases.functions, functions),
      ("facts", Phrases.facts, facts),
      ("stacking", Phrases.stackingSection, stacking),
      ("permissions", Phrases.permissions, permissions),
    ]
    return all.filter { !$0.2.isEmpty }
      .map { PolicyPage.Section(anchor: $0.0, heading: $0.1, entries: $0.2) }
  }

  /// A title with the place and the day.
  func windowTitle(_ title: Wording) -> Wording {
    Wording.both([title, layer(policy.pilot?.id), Wording(day.description)], Phrases.comma) ?? title
  }

  /// What must be known before all.
  func notices(_ sources: [Source]) -> [Wording] {
    var notices = [policy.pilot?.notice].compactMap { $0 }.map { wording($0, or: "") }
    if sources.contains(where: { $0.evidence == .illustrative }) {
      notices.append(Phrases.illustrative)
    }
    return notices
  }

  /// The place, the days, the files.
  var head: [PolicyPage.Field] {
    var head: [PolicyPage.Field] = []
    func add(_ key: Wording, _ words: Wording?) {
      if let words { head.append(.init(key: key, content: .words(words))) }
    }
    add(Phrases.policy, Wording(en: policy.id.name, zh: policy.id.name))
    add(Phrases.place, layer(policy.pilot?.id))
    add(Phrases.shownOn, Wording(en: day.description, zh: day.description))
    add(Phrases.known, Phrases.known(by: known.description))
    let rules = layers.filter { if case .vocabulary = $0.document.kind { false } else { true } }
    let windows = rules.compactMap { document, pilot in
      document.inForce.flatMap { Wording.both([layer(pilot), days(of: $0)], Phrases.colon) }
    }
    add(Phrases.inForceSection, Wording.both(windows, Phrases.semicolon))
    add(Phrases.payer, policy.payer.map { wording($0, or: "") })
    add(Phrases.subject, Phrases.subject(policy.subject))
    add(Phrases.jurisdiction, policy.jurisdiction.map(label(of:)))
    if let each = policy.forEach {
      head.append(.init(key: Phrases.decidedForEach, content: .expression(written(each.list))))
    }
    add(Phrases.ruleFiles, Wording.both(rules.map { Wording($0.document.file.name) }))
    return head
  }

  // MARK: - Words

  func wording(_ label: Label?, or name: String) -> Wording {
    Wording(
      en: label?.text(in: .english) ?? name, zh: label?.text(in: .chinese) ?? name)
  }

  /// What an item is called.
  func label(of id: ItemID) -> Wording {
    let item = policy.items[id]
    if case .supplied(let supplied) = item.kind { return Phrases.engineItem(supplied) }
    return wording(item.label, or: item.name)
  }

  /// What the layer of a pilot is called; nil is the nation's.
  func layer(_ pilot: PilotID?) -> Wording {
    guard let pilot else { return Phrases.nation }
    return wording(rulebook.pilot(pilot)?.title, or: pilot.name)
  }

  /// A value in both languages.
  func value(_ value: Value, _ type: FEELType) -> Wording {
    var unit: Unit?
    if case .number(let own) = type.nonNull { unit = own }
    return Wording(
      en: RenderedValue(language: .english).text(of: value, unit: unit),
      zh: RenderedValue(language: .chinese).text(of: value, unit: unit))
  }

  /// A dated value; as it is written where its digits do not end, such as `2/3`.
  func value(of rule: DatedValueRule, _ type: FEELType) -> Wording {
    let shown = value(rule.value, type)
    return shown.en.contains("…") ? Wording(rule.text) : shown
  }

  /// The days of a window.
  func days(of window: Window) -> Wording {
    Phrases.window(
      from: window.from?.value.description, until: window.until?.value.description,
      knownFrom: window.knownFrom?.value.description)
  }

  /// An expression as it is written, moved to the left as far as its lines allow.
  func written(_ expression: CheckedExpression) -> String {
    Self.unindented(expression.range.text)
  }

  static func unindented(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let blanks =
      lines.dropFirst().filter { $0.contains { $0 != " " } }
      .map { $0.prefix { $0 == " " }.count }.min() ?? 0
    let rest = lines.dropFirst().map { String($0.dropFirst(min(blanks, $0.count))) }
    var result = ([lines.first ?? ""] + rest).joined(separator: "\n")
    while result.last?.isWhitespace == true { result.removeLast() }
    return result
  }

  /// The words of a text for people, with its expressions in braces.
  func wording(_ template: Template?) -> Wording? {
    guard let template, let first = template.en ?? template.zh else { return nil }
    let text = { (pieces: [Template.Piece]) -> String in
      pieces.map { piece in
        switch piece {
        case .text(let words): words
        case .value(let expression): "{\(written(expression))}"
        }
      }.joined()
    }
    return Wording(en: text(first), zh: text(template.zh ?? first))
  }

  /// The items that expressions read, each once, with their names and anchors.
  func references(_ expressions: [CheckedExpression?]) -> [PolicyPage.Reference] {
    var seen: Set<ItemID> = []
    return expressions.compactMap { $0 }.flatMap { Requirements.reads(of: $0) }
      .filter { seen.insert($0).inserted }
      .map { PolicyPage.Reference(anchor: anchors[$0], label: label(of: $0)) }
  }
}

extension Wording {
  /// The same in both languages.
  init(_ text: String) { self.init(en: text, zh: text) }

  /// Several one after the other; nil if there are none.
  static func both(_ parts: [Wording], _ separator: Wording = Phrases.enumeration) -> Wording? {
    let parts = parts.filter { !$0.en.isEmpty || !$0.zh.isEmpty }
    guard !parts.isEmpty else { return nil }
    return Wording(
      en: parts.map(\.en).joined(separator: separator.en),
      zh: parts.map(\.zh).joined(separator: separator.zh))
  }
}

extension PolicyPage.Field {
  static func words(_ key: Wording?, _ words: Wording, _ sources: [Citation] = []) -> Self {
    Self(key: key, content: .words(words), sources: sources)
  }

  static func expression(_ key: Wording?, _ text: String, _ sources: [Citation] = []) -> Self {
    Self(key: key, content: .expression(text), sources: sources)
  }
}
