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
    for field in declaration.fields {
      parts.fields[field.name.text] = parts.fields[field.name.text] ?? field.description
      fields.append(.init(field.name.text, type(field.description, &running) ?? .any))
    }
    let type = FEELType.context(fields)
    recordTypes[name] = type
    return type
  }

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
      if unit == nil {
        diagnostics.append(TypeDeclarationMessages.unknownUnit(written.value, at: written.range))
      }
    }
    if let written = description.unit, !declared.value.holdsMoney {
      diagnostics.append(TypeDeclarationMessages.unitWithoutMoney(at: written.range))
    }
    if declared.value.holdsMoney, description.unit == nil {
      diagnostics.append(TypeDeclarationMessages.moneyWithoutUnit(at: declared.range))
    }
    let type = type(declared.value, unit ?? .none, &running, at: declared.range)
    return description.noneAllowed?.value == true ? .optional(type) : type
  }

  private func type(
    _ declared: DeclaredType, _ unit: Unit, _ running: inout [String], at range: SourceRange
  ) -> FEELType {
    switch declared {
    case .text: return .string
    case .number, .ratio: return .number
    case .money: return .number(unit)
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
  func makeScopes(_ vocabularies: [String: PolicyDocument]) {
    let always = Set(Item.Supplied.allCases.map(\.rawValue))
      .union(layered.forEach.map { [$0.variable.text] } ?? [])
    let members = self.members
    var inherited: Set<String> = []
    var rank = 0
    var added: Set<String> = []
    let every = Set(layered.places.keys)
    let owners = Self.owners(of: vocabularies)
    for layer in layers {
      if layer.rank > rank {
        inherited.formUnion(added)
        added = []
        rank = layer.rank
      }
      var visible = layer.document.declaredNames.union(always)
      for use in layer.document.uses {
        if let vocabulary = vocabularies[use.text] {
          visible.formUnion(vocabulary.declaredNames)
        }
      }
      if case .vocabulary = layer.document.kind {
      } else {
        added.formUnion(visible)
        visible.formUnion(inherited)
      }
      var scope = Scope(types: recordTypes)
      for name in owners.keys where !visible.contains(name) {
        scope.outOfReach[name] = owners[name].map { .notUsed(vocabulary: $0) }
      }
      scopes[ObjectIdentifier(layer.document.file)] = DocumentScope(
        visible: visible, scope: scope,
        names: NamesInScope(
          Array(every.union(always)) + Array(BuiltIn.named.keys), members: members))
    }
  }

  /// For each name of a vocabulary the vocabulary.
  private static func owners(of vocabularies: [String: PolicyDocument]) -> [String: String] {
    var owners: [String: String] = [:]
    for vocabulary in vocabularies.keys.sorted() {
      for name in vocabularies[vocabulary]?.declaredNames ?? [] {
        owners[name] = owners[name] ?? vocabulary
      }
    }
    return owners
  }

  /// All names that may stand behind a point.
  private var members: Set<String> {
    var members = Scope(
      types: recordTypes.merging(["grant": Self.grantType]) { first, _ in first }
    ).memberNames
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

extension DeclaredType {
  /// Whether it is money, or a list of it.
  var holdsMoney: Bool {
    switch self {
    case .money: true
    case .list(let element): element.holdsMoney
    default: false
    }
  }
}

extension PolicyDocument {
  /// The names of items that the file declares or changes.
  var declaredNames: Set<String> {
    Set(
      facts.map(\.name.text) + parameters.map(\.name.text) + decisions.map(\.name.text)
        + functions.map(\.name.text))
  }
}
