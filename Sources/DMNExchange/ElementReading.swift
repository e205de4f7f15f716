import DMNXML
import Diagnostics
import PolicySyntax
import PolicyWriting

/// Reads one element of an exported model back as an entry of a rule file.
struct ElementReading {
  let element: XMLElement
  let role: Role
  let types: OwnTypes
  private let own: XMLElement?
  /// Keys whose DMN form only repeats what lower layers say.
  private let inherited: Set<String>

  init(_ element: XMLElement, role: Role, types: OwnTypes) {
    self.element = element
    self.role = role
    self.types = types
    own = element.ownExtension
    inherited = Set(
      (own?.attribute("inherits") ?? "").split(separator: ",").map { CellText.trimmed(String($0)) })
  }

  private var declared: RuleTree { own.map { ExtensionCoding.entries(of: $0) } ?? .entries([]) }
  private var expression: XMLElement? { BoxedText.expression(in: element) }
  private var typeReference: String? { element.child("variable")?.attribute("typeRef") }

  /// The entry, with the role it has now: a parameter whose values are no table any more is a
  /// decision.
  func read(_ diagnostics: inout [Diagnostic]) -> (RuleTree, Role) {
    var role = role
    var entries = labelled(declared).entries ?? []
    switch role {
    case .fact:
      entries =
        types.merged(.entries(entries), types.found(typeReference), inherited: inherited).entries
        ?? []
    case .parameter:
      let isTable = expression.map { $0.name == "decisionTable" } ?? true
      entries = typed(entries)
      if isTable {
        if let values = values(&diagnostics) { entries.append(.init("values", values)) }
      } else {
        diagnostics.append(ExchangeMessages.parameterWithoutValues(element))
        role = .decision
        entries.removeAll { ["set by", "while unpublished"].contains($0.key) }
        entries += decision(&diagnostics)
      }
    case .decision:
      entries = typed(entries)
      entries += decision(&diagnostics)
    case .function: entries += function(&diagnostics)
    case .criterion: entries = criterion(entries, &diagnostics)
    case .refer, .exempt, .end, .suspension: entries += slot("when", &diagnostics)
    case .benefit, .charge: entries += slot("amount", &diagnostics)
    case .termPart: entries += slot("is", &diagnostics)
    }
    return (RuleTree.entries(entries).ordered(by: role.keyOrder), role)
  }

  /// The tree with the label as it stands in DMN, where one language can be edited.
  private func labelled(_ tree: RuleTree) -> RuleTree {
    guard var entries = tree.entries, let text = element.attribute("label"), !text.isEmpty,
      let index = entries.firstIndex(where: { $0.key == "label" }),
      var texts = entries[index].value.entries, let first = texts.indices.first,
      entries[index].value.labelText != text
    else { return tree }
    let shown = texts.firstIndex { $0.key == "zh" } ?? first
    texts[shown].value = .text(text)
    entries[index].value = .entries(texts)
    return .entries(entries)
  }

  private func typed(_ entries: [RuleTree.Entry]) -> [RuleTree.Entry] {
    var found = types.found(typeReference)
    found.allowed = nil
    return types.merged(.entries(entries), found, inherited: inherited).entries ?? []
  }

  /// The logic as an expression under a key.
  private func slot(_ key: String, _ diagnostics: inout [Diagnostic]) -> [RuleTree.Entry] {
    guard !inherited.contains(key), let expression else { return [] }
    return [.init(key, .expression(text(of: expression, &diagnostics)))]
  }

  private func text(of expression: XMLElement, _ diagnostics: inout [Diagnostic]) -> String {
    var boxed = BoxedText()
    let text = boxed.text(of: expression)
    diagnostics += boxed.losses.map { ExchangeMessages.loss($0, in: element) }
    return text
  }

  // MARK: Decisions and functions

  private func decision(_ diagnostics: inout [Diagnostic]) -> [RuleTree.Entry] {
    var exceptions: [(position: Int, entry: RuleTree.Entry)] = []
    var next = expression
    while let conditional = next, conditional.name == "conditional",
      let mark = conditional.ownExtension, mark.name == "exception"
    {
      if mark.attribute("inherited") != "true" {
        exceptions.append(
          (
            Int(mark.attribute("position") ?? "") ?? exceptions.count,
            exception(conditional, mark, &diagnostics)
          ))
      }
      next = BoxedText.expression(in: conditional.child("else"))
    }
    var entries = next.map { base($0, &diagnostics) } ?? []
    entries.removeAll { inherited.contains($0.key) }
    if !exceptions.isEmpty {
      let sorted = exceptions.sorted { $0.position < $1.position }
      entries.append(.init("except", .entries(sorted.map(\.entry))))
    }
    return entries
  }

  private func exception(
    _ conditional: XMLElement, _ mark: XMLElement, _ diagnostics: inout [Diagnostic]
  ) -> RuleTree.Entry {
    var tree = ExtensionCoding.entries(of: mark)
    let inherited = (mark.attribute("inherits") ?? "").split(separator: ",").map {
      CellText.trimmed(String($0))
    }
    var entries: [RuleTree.Entry] = []
    if !inherited.contains("when") {
      var boxed = BoxedText()
      var condition = boxed.text(in: conditional.child("if"))
      if DayRange(of: tree) != nil {
        if let (days, rest) = DayRange.split(condition) {
          condition = rest
          tree = tree.without(["from", "until"])
          if let from = days.from { entries.append(.init("from", .text(from))) }
          if let until = days.until { entries.append(.init("until", .text(until))) }
        } else {
          tree = tree.without(["from", "until"])
          diagnostics.append(ExchangeMessages.daysUnread(conditional))
        }
      }
      entries.append(.init("when", .expression(condition)))
    }
    if !inherited.contains("is"), let value = BoxedText.expression(in: conditional.child("then")) {
      entries.append(.init("is", .expression(text(of: value, &diagnostics))))
    }
    return .init(
      name: mark.attribute("name") ?? "exception",
      RuleTree.entries((tree.entries ?? []) + entries).ordered(by: FileShape.exception.keys))
  }

  /// A table with what stands beside it, or an expression.
  private func base(
    _ expression: XMLElement, _ diagnostics: inout [Diagnostic]
  ) -> [RuleTree.Entry] {
    guard expression.name == "decisionTable" else {
      return [.init("is", .expression(text(of: expression, &diagnostics)))]
    }
    var reading = TableReading(expression, name: element.attribute("name") ?? "")
    readDays(&reading, &diagnostics)
    var entries: [RuleTree.Entry] = [.init("table", .table(reading.table))]
    if let value = reading.defaultValue { entries.append(.init("default", .expression(value))) }
    if !reading.order.isEmpty {
      entries.append(.init("order", .list(reading.order.map { .expression($0) })))
    }
    return entries
  }

  /// Where the column of days says something else than the annotations, it counts.
  private func readDays(_ reading: inout TableReading, _ diagnostics: inout [Diagnostic]) {
    for (index, tests) in reading.days.enumerated() {
      let told = DayRange(of: reading.table.rows[index], in: reading.table)
      guard tests != told?.tests ?? "-" else { continue }
      let days = DayRange(tests: tests)
      if days == nil, tests != "-" {
        diagnostics.append(ExchangeMessages.daysUnread(element))
      } else {
        reading.set(days, ofRow: index)
      }
    }
  }

  private func function(_ diagnostics: inout [Diagnostic]) -> [RuleTree.Entry] {
    guard let logic = element.child("encapsulatedLogic") ?? expression else { return [] }
    var entries: [RuleTree.Entry] = []
    if !inherited.contains("parameters") {
      let parameters = logic.children("formalParameter").map { parameter in
        let own = parameter.ownExtension.map { ExtensionCoding.entries(of: $0) } ?? .entries([])
        let tree = types.merged(
          own, .init(type: types.found(parameter.attribute("typeRef")).type), inherited: []
        ).ordered(by: FileShape.fact.keys)
        let isTypeAlone = tree.entries?.map(\.key) == ["type"]
        return RuleTree.Entry(
          name: parameter.attribute("name") ?? "", isTypeAlone ? tree["type"] ?? tree : tree)
      }
      entries.append(.init("parameters", .entries(parameters)))
    }
    if let expression = BoxedText.expression(in: logic) {
      entries += base(expression, &diagnostics).filter { !inherited.contains($0.key) }
    }
    return entries
  }

  private func criterion(
    _ entries: [RuleTree.Entry], _ diagnostics: inout [Diagnostic]
  ) -> [RuleTree.Entry] {
    var entries = entries
    if entries.contains(where: { $0.key == "waived" && $0.value == .text("true") }) {
      let isWaived = expression.map { text(of: $0, &diagnostics) == "true" } ?? true
      if isWaived { return entries }
      // Somebody has put a condition in place of the waiver.
      entries.removeAll { ["waived", "require", "met from"].contains($0.key) }
    }
    if let metFrom = metFrom() {
      if !inherited.contains("met from") { entries.append(.init("met from", .expression(metFrom))) }
      return entries
    }
    return entries + slot("require", &diagnostics)
  }

  /// The day of a context that compares the determination date with it.
  private func metFrom() -> String? {
    guard let expression, expression.name == "context" else { return nil }
    let rows = expression.children("contextEntry")
    guard rows.count == 2, rows[0].child("variable")?.attribute("name") == "met from",
      rows[1].child("variable") == nil
    else { return nil }
    var boxed = BoxedText()
    let isComparison =
      boxed.text(in: rows[1]) == "\(EngineModel.determinationDate) >= met from"
    return isComparison ? boxed.text(in: rows[0]) : nil
  }

  // MARK: Dated values

  private func values(_ diagnostics: inout [Diagnostic]) -> RuleTree? {
    guard !inherited.contains("values"), let expression else { return nil }
    let reading = TableReading(expression, name: "")
    let table = reading.table
    var items: [RuleTree] = []
    for (index, row) in table.rows.enumerated() where reading.marks[index] == nil {
      func cell(_ name: String) -> String? {
        guard let column = table.annotations.firstIndex(of: name) else { return nil }
        let text = row.annotations[column]
        return text.isEmpty ? nil : text
      }
      var days = DayRange(of: row, in: table)
      let tests = index < reading.days.count ? reading.days[index] : days?.tests ?? "-"
      if tests != days?.tests ?? "-" {
        if let edited = DayRange(tests: tests) {
          days = edited
        } else {
          diagnostics.append(ExchangeMessages.daysUnread(element))
        }
      }
      var entries: [RuleTree.Entry] = []
      if let from = days?.from { entries.append(.init("from", .text(from))) }
      if let until = days?.until { entries.append(.init("until", .text(until))) }
      entries.append(.init("is", .expression(row.outputs.first ?? "null")))
      if let source = cell("source") { entries.append(.init("source", Self.citations(source))) }
      if let known = cell("known from") { entries.append(.init("known from", .text(known))) }
      items.append(.entries(entries))
    }
    if own?.attribute("values") == "descending" { items.reverse() }
    return items.isEmpty && declared["set by"] != nil ? nil : .list(items)
  }

  /// One source, or several in brackets.
  private static func citations(_ text: String) -> RuleTree {
    guard text.hasPrefix("["), text.hasSuffix("]") else { return .text(text) }
    return .list(
      text.dropFirst().dropLast().split(separator: ",").map {
        .text(CellText.trimmed(String($0)))
      })
  }
}

extension DayRange {
  /// The days that stand before a condition, and the condition.
  static func split(_ text: String) -> (days: DayRange, condition: String)? {
    let head = EngineModel.determinationDate + " "
    guard text.hasPrefix(head), text.hasSuffix(")"), let mark = text.firstRange(of: " and (")
    else { return nil }
    var tests = text[..<mark.lowerBound].dropFirst(head.count)
    if tests.hasPrefix("in ") { tests = tests.dropFirst(3) }
    guard let days = DayRange(tests: String(tests)) else { return nil }
    return (days, String(text[mark.upperBound...].dropLast()))
  }
}
