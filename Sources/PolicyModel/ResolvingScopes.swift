import Diagnostics
import FEEL
import FEELSyntax
import OrderedCollections
import PolicySyntax

extension PolicyResolver {
  /// The types of grants and payments, which the engine supplies.
  static let paymentType = FEELType.context([
    .init("month", .date), .init("amount", .number(.adaptable)),
  ])
  static let grantType = FEELType.context([
    .init("policy", .string), .init("pilot", .string), .init("approved", .date),
    .init("paid", .list(paymentType)), .init("item", .string),
  ])

  /// The declared record types, resolved in any order.
  func makeTypes() {
    var running: [String] = []
    for name in layered.types.keys { _ = recordType(name, &running) }
  }

  private func recordType(_ name: String, _ running: inout [String]) -> FEELType? {
    if let type = recordTypes[name] { return type }
    guard let declaration = layered.types[name]?.declaration else { return nil }
    if let start = running.firstIndex(of: name) {
      let path = running[start...].compactMap { layered.types[$0]?.declaration.name }
      diagnostics.append(PolicyMessages.cycle(path, back: declaration.name))
      return .any
    }
    guard running.count < Self.greatestHeight else {
      if !hasReportedHeight {
        hasReportedHeight = true
        diagnostics.append(
          PolicyMessages.tooDeep(name, limit: Self.greatestHeight, at: declaration.name.range))
      }
      return .any
    }
    running.append(name)
    defer { running.removeLast() }
    var fields: [FEELType.Field] = []
    var extent = TypeExtent(height: 1, entries: 0)
    for field in declaration.fields {
      parts.fields[field.name.text] = parts.fields[field.name.text] ?? field.description
      fields.append(.init(field.name.text, type(field.description, &running) ?? .any))
      extent.add(field.description.type?.value.record.flatMap { typeExtents[$0] })
    }
    typeExtents[name] = extent
    // Types are compared entry by entry, so those of records within records count as well.
    if extent.height > Self.greatestHeight || extent.entries > Self.mostEntries {
      if !hasReportedHeight {
        hasReportedHeight = true
        diagnostics.append(
          extent.height > Self.greatestHeight
            ? PolicyMessages.tooDeep(name, limit: Self.greatestHeight, at: declaration.name.range)
            : TypeDeclarationMessages.tooLarge(declaration.name, limit: Self.mostEntries))
      }
      recordTypes[name] = .any
      return .any
    }
    let type = FEELType.context(fields)
    recordTypes[name] = type
    return type
  }

  /// The most entries that a record may have, those of records within it counted.
  private static let mostEntries = 10_000

  /// The type that a description means; nil if it does not say one.
  func type(_ description: TypeDescription) -> FEELType? {
    var running: [String] = []
    return type(description, &running)
  }

  private func type(_ description: TypeDescription, _ running: inout [String]) -> FEELType? {
    guard let declared = description.type else {
      if let unit = description.unit {
        diagnostics.append(TypeDeclarationMessages.unitWithoutMoney(at: unit.range))
      }
      return nil
    }
    var unit: Unit?
    if let written = description.unit {
      unit = Unit(written.value)
      if unit == nil, declared.value.holdsMoney {
        diagnostics.append(TypeDeclarationMessages.unknownUnit(written.value, at: written.range))
      }
    }
    if let written = description.unit, !declared.value.holdsMoney {
      diagnostics.append(TypeDeclarationMessages.unitWithoutMoney(at: written.range))
    }
    if declared.value.holdsMoney, description.unit == nil {
      diagnostics.append(TypeDeclarationMessages.moneyWithoutUnit(at: declared.range))
    }
    let type = type(declared.value, unit, &running, at: declared.range)
    return description.noneAllowed?.value == true ? .optional(type) : type
  }

  private func type(
    _ declared: DeclaredType, _ unit: Unit?, _ running: inout [String], at range: SourceRange
  ) -> FEELType {
    switch declared {
    case .text: return .string
    case .number, .ratio: return .number
    // A unit that is missing or none has been reported; nothing shall be reported for want of it.
    case .money: return unit.map(FEELType.number) ?? .any
    case .boolean: return .boolean
    case .date: return .date
    case .daysDuration: return .daysAndTimeDuration
    case .monthsDuration: return .yearsAndMonthsDuration
    case .list(let element): return .list(type(element, unit, &running, at: range))
    case .record(let name):
      usedTypes.insert(name)
      if let type = recordType(name, &running) { return type }
      diagnostics.append(
        TypeDeclarationMessages.unknown(
          name,
          nearest: nearest(
            to: name,
            among: Array(layered.types.keys) + [
              "text", "number", "money", "ratio", "boolean", "date",
            ]),
          at: range.suffix(name)))
      return .any
    }
  }

  /// For every file the names that its expressions may use (design: a file sees its own names,
  /// those of its `uses`, and an overlay sees what it adapts and what its parents add).
  func makeScopes(of sides: [DraftSide]) {
    let always = Set(Item.Supplied.allCases.map(\.rawValue))
      .union(layered.forEach.map { [$0.variable.text] } ?? [])
    let members = Scope(
      types: recordTypes.merging(["grant": Self.grantType]) { first, _ in first }
    ).memberNames.union(Self.outputs(of: layered))
    names = Self.builtInNames.adding(
      Array(layered.places.keys) + Array(always), members: members)
    for side in sides { makeScopes(of: side, always) }
  }

  private func makeScopes(of side: DraftSide, _ always: Set<String>) {
    var inherited: Set<String> = []
    var rank = 0
    var added: Set<String> = []
    for layer in side.layers {
      if layer.rank > rank {
        inherited.formUnion(added)
        added = []
        rank = layer.rank
      }
      var visible = layer.document.declaredNames.union(always)
      for use in layer.document.uses {
        visible.formUnion(side.vocabularies.names[use.text] ?? [])
      }
      if case .vocabulary = layer.document.kind {
      } else {
        added.formUnion(visible)
        visible.formUnion(inherited)
      }
      let file = ObjectIdentifier(layer.document.file)
      if scopes[file] != nil {
        scopes[file]?.visible.formUnion(visible)
        continue
      }
      var scope = Scope(types: recordTypes)
      // Asked only about names that are not among the items.
      scope.outOfReach = side.vocabularies.outOfReach
      scopes[file] = DocumentScope(visible: visible, scope: scope, names: names)
    }
    visibleAbove.formUnion(inherited.union(added))
  }

  /// The scopes of further layers, which see all that overlays of their rank see.
  func makeScopes(of upper: [Layer], above base: PolicyResolver) {
    let declared = upper.map(\.document.declaredNames)
    let new = declared.joined().filter { base.layered.places[$0] == nil }
    names = base.names.adding(new, members: upper.flatMap { Self.outputs(of: $0.document) })
    openFiles = upper.map { ObjectIdentifier($0.document.file) }
    var all = base.visibleAbove
    for (layer, own) in zip(upper, declared) {
      let listed = layer.document.uses.compactMap { vocabularies.names[$0.text] }
      let more = ([own] + listed).reduce(into: Set()) { more, names in
        more.formUnion(names.lazy.filter { !base.visibleAbove.contains($0) })
      }
      all.formUnion(more)
      var scope = base.scopeAbove
      addItems(more, to: &scope)
      scopes[ObjectIdentifier(layer.document.file)] = DocumentScope(
        visible: more.isEmpty ? base.visibleAbove : base.visibleAbove.union(more), scope: scope,
        names: names)
    }
    visibleAbove = all
  }

  /// Adds the items there are among some names.
  func addItems(_ names: Set<String>, to scope: inout Scope) {
    for name in names {
      guard let id = parts.names[name] else { continue }
      let item = parts.items[id]
      var choices: [String] = []
      if case .fact(let fact) = item.kind { choices = fact.choices.map(\.name.text) }
      scope.items[name] = ItemSymbol(item, id, choices: choices.isEmpty ? nil : choices)
    }
  }

  /// The outputs of a document's tables.
  private static func outputs(of document: PolicyDocument) -> [String] {
    (document.decisions.compactMap(\.table) + document.functions.compactMap(\.table))
      .flatMap { $0.outputs.map(\.text) }
  }

  /// The names of the library, made once: they are many, and every scope has them.
  private static let builtInNames = NamesInScope(BuiltIn.named.keys)

  /// The outputs of all tables, which may stand behind a point.
  static func outputs(of layered: LayeredPolicy) -> Set<String> {
    var members: Set<String> = []
    for derived in layered.derived.values {
      for part in derived.parts {
        if case .decision(let decision, _) = part, let table = decision.table {
          members.formUnion(table.outputs.map(\.text))
        }
      }
    }
    for function in layered.functions.values {
      members.formUnion(function.declaration.table?.outputs.map(\.text) ?? [])
    }
    return members
  }
}

extension SourceRange {
  /// The part of the range that holds a name at its end, as in `list of NAME`; else all of it.
  fileprivate func suffix(_ name: String) -> SourceRange {
    let length = name.utf8.count
    let start = upperBound - length
    guard start >= lowerBound, file.text(in: start..<upperBound) == name else { return self }
    return SourceRange(file: file, lowerBound: start, upperBound: upperBound)
  }
}

/// How deep and how large a record type is.
struct TypeExtent {
  var height: Int
  var entries: Int

  /// Takes in an entry, and the record that it holds if it holds one.
  mutating func add(_ record: TypeExtent?) {
    height = max(height, 1 + (record?.height ?? 0))
    entries = min(1_000_000, entries + 1 + (record?.entries ?? 0))
  }
}

extension DeclaredType {
  /// The name of the record that it is, or whose list it is.
  fileprivate var record: String? {
    switch self {
    case .record(let name): name
    case .list(let element): element.record
    default: nil
    }
  }

  /// Whether it is money, or a list of it.
  var holdsMoney: Bool {
    switch self {
    case .money: true
    case .list(let element): element.holdsMoney
    default: false
    }
  }
}

/// What the vocabularies of a rulebook declare.
struct VocabularyNames: Sendable {
  /// The names that each declares.
  let names: [String: Set<String>]
  /// Why a name of one cannot be used where it is not listed.
  let outOfReach: [String: Scope.OutOfReach]

  init(_ vocabularies: [String: PolicyDocument]) {
    names = vocabularies.mapValues(\.declaredNames)
    var outOfReach: [String: Scope.OutOfReach] = [:]
    for vocabulary in names.keys.sorted() {
      for name in names[vocabulary] ?? [] where outOfReach[name] == nil {
        outOfReach[name] = .notUsed(vocabulary: vocabulary)
      }
    }
    self.outOfReach = outOfReach
  }
}

extension PolicyDocument {
  /// The names of items that the file declares or changes.
  var declaredNames: Set<String> { Set(declarations.map(\.text)) }

  /// Their names where they are declared or changed.
  var declarations: [Name] {
    facts.map(\.name) + parameters.map(\.name) + decisions.map(\.name) + functions.map(\.name)
  }
}

extension ItemSymbol {
  /// The symbol of an item, with what people call it and its choices.
  init(_ item: Item, _ id: ItemID, choices: [String]?) {
    var labelled: [String: String] = [:]
    if case .fact(let fact) = item.kind {
      for choice in fact.choices {
        for text in [choice.label?.zh, choice.label?.en].compactMap({ $0 }) {
          labelled[text] = choice.name.text
        }
      }
    }
    self.init(
      item: id, type: item.type, choices: choices, variesInTime: item.variesInTime,
      labels: [item.label?.zh, item.label?.en].compactMap { $0 }, labelledChoices: labelled)
  }
}
