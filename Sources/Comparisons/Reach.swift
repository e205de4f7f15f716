import Diagnostics
import FEELSyntax
import PolicyModel
import PolicySyntax

/// What a policy rests on: everything its own files declare, and of the vocabularies what these name,
/// directly or through others.
struct Reach {
  private(set) var names: Set<String> = []
  private(set) var types: Set<String> = []
  private(set) var sources: Set<String> = []

  init(_ draft: PolicyDraft, _ reader: ExpressionReader) {
    var graph = NameGraph(draft, reader)
    names = graph.reached()
    types = graph.types(of: names)
    sources = graph.sources(of: names)
  }

  private init(_ names: Set<String>, _ types: Set<String>, _ sources: Set<String>) {
    self.names = names
    self.types = types
    self.sources = sources
  }

  /// What either of two sides rests on.
  func union(_ other: Reach) -> Reach {
    Reach(names.union(other.names), types.union(other.types), sources.union(other.sources))
  }
}

/// What names what in a draft.
private struct NameGraph {
  let draft: PolicyDraft
  let reader: ExpressionReader
  private var uses: [String: Set<String>] = [:]
  private var roots: Set<String> = []
  private let vocabularies: Set<ObjectIdentifier>

  init(_ draft: PolicyDraft, _ reader: ExpressionReader) {
    self.draft = draft
    self.reader = reader
    vocabularies = Set(
      draft.documents.compactMap { document, _ in
        if case .vocabulary = document.kind { ObjectIdentifier(document.file) } else { nil }
      })
    addItems()
    addRoots()
  }

  /// Every name that the roots lead to.
  mutating func reached() -> Set<String> {
    var seen: Set<String> = []
    var open = Array(roots)
    while let name = open.popLast() {
      if seen.insert(name).inserted { open += uses[name] ?? [] }
    }
    return seen
  }

  // MARK: Items

  private mutating func addItems() {
    for fact in draft.facts {
      let name = fact.declaration.name
      uses[name.text] = names(in: [fact.declaration.ifNotSupplied])
        .union(names(in: fact.declaration.description.label))
      addRoot(name, fact.chain)
    }
    for derived in draft.derived {
      for part in derived.parts {
        guard case .decision(let decision, _) = part else { continue }
        var used = names(in: [decision.expression, decision.defaultValue, decision.asOf])
          .union(names(in: decision.order)).union(names(in: decision.table, []))
        for exception in decision.exceptions {
          used.formUnion(names(in: [exception.condition, exception.value]))
        }
        uses[derived.name.text, default: []].formUnion(used)
      }
      addRoot(derived.name, derived.chain)
    }
    for function in draft.functions {
      let declaration = function.declaration
      let locals = declaration.localNames
      var used = names(in: declaration.table, locals)
      for text in [declaration.expression, declaration.defaultValue].compactMap({ $0 }) {
        used.formUnion(reader.names(in: text.source, locals: locals))
      }
      uses[declaration.name.text] = used
      addRoot(declaration.name, function.chain)
    }
  }

  /// What a policy or overlay declares or changes belongs to it.
  private mutating func addRoot(_ name: Name, _ chain: [Origin]) {
    if !chain.allSatisfy({ vocabularies.contains(ObjectIdentifier($0.range.file)) }) {
      roots.insert(name.text)
    }
  }

  private mutating func addRoots() {
    for entry in draft.criteria.map(\.declaration) {
      roots.formUnion(names(in: [entry.condition, entry.metFrom, entry.asOf]))
      roots.formUnion(names(in: entry.unmet))
    }
    for entry in (draft.refer + draft.exempt).map(\.declaration) {
      roots.formUnion(names(in: [entry.condition, entry.asOf]))
      roots.formUnion(names(in: entry.why))
    }
    for entry in (draft.benefits + draft.charges).map(\.declaration) {
      roots.formUnion(names(in: [entry.amount, entry.asOf]))
    }
    if let term = draft.term?.declaration {
      roots.formUnion(names(in: [term.starts, term.lastMonth, term.months, term.usedBefore]))
      for event in term.ends + term.suspended {
        roots.formUnion(names(in: [event.condition, event.atMost]))
      }
    }
    roots.formUnion(names(in: [draft.forEach?.list]))
    if let jurisdiction = draft.jurisdiction { roots.insert(jurisdiction.text) }
  }

  // MARK: Types and sources

  /// The record types of some names, and those within them.
  func types(of names: Set<String>) -> Set<String> {
    var open: [DeclaredType] = []
    for fact in draft.facts where names.contains(fact.declaration.name.text) {
      if let type = fact.declaration.description.type { open.append(type.value) }
    }
    for derived in draft.derived where names.contains(derived.name.text) {
      for part in derived.parts {
        switch part {
        case .parameter(let parameter, _):
          if let type = parameter.description.type { open.append(type.value) }
        case .decision(let decision, _):
          if let type = decision.description.type { open.append(type.value) }
        }
      }
    }
    for function in draft.functions where names.contains(function.declaration.name.text) {
      open += (function.declaration.parameters ?? []).compactMap(\.description.type?.value)
    }
    var seen: Set<String> = []
    while let type = open.popLast() {
      switch type {
      case .list(let element): open.append(element)
      case .record(let name) where seen.insert(name).inserted:
        let declaration = draft.types.first { $0.declaration.name.text == name }?.declaration
        open += (declaration?.fields ?? []).compactMap(\.description.type?.value)
      default: break
      }
    }
    let own = draft.types.filter { entry in
      !entry.chain.allSatisfy { vocabularies.contains(ObjectIdentifier($0.range.file)) }
    }
    return seen.union(own.map(\.declaration.name.text))
  }

  /// The sources that the policy and some names cite.
  func sources(of names: Set<String>) -> Set<String> {
    var citations: [Citation] = []
    for derived in draft.derived where names.contains(derived.name.text) {
      for part in derived.parts {
        switch part {
        case .parameter(let parameter, _):
          citations += (parameter.values ?? []).flatMap(\.sources)
        case .decision(let decision, _):
          citations += decision.sources + decision.exceptions.flatMap(\.sources)
          citations += (decision.table?.rows ?? []).flatMap(\.sources)
        }
      }
    }
    for function in draft.functions where names.contains(function.declaration.name.text) {
      citations += function.declaration.sources
      citations += (function.declaration.table?.rows ?? []).flatMap(\.sources)
    }
    citations += draft.criteria.flatMap(\.declaration.sources)
    citations += (draft.refer + draft.exempt).flatMap(\.declaration.sources)
    citations += (draft.benefits + draft.charges).flatMap(\.declaration.sources)
    if let term = draft.term?.declaration {
      citations += term.sources + (term.ends + term.suspended).flatMap(\.sources)
    }
    citations += draft.stacking.flatMap(\.sources)
    return Set(citations.map(\.source.text))
  }

  // MARK: Names in texts

  private func names(in texts: [ExpressionText?]) -> Set<String> {
    texts.compactMap { $0 }.reduce(into: []) { $0.formUnion(reader.names(in: $1.source)) }
  }

  private func names(in table: TableText?, _ locals: [String]) -> Set<String> {
    guard let table else { return [] }
    var names: Set<String> = []
    for cell in table.inputs { names.formUnion(reader.names(in: cell, locals: locals)) }
    for row in table.rows {
      for cell in row.inputs { names.formUnion(reader.names(inTests: cell, locals: locals)) }
      for cell in row.outputs { names.formUnion(reader.names(in: cell, locals: locals)) }
    }
    return names
  }

  /// The names between the braces of a text for people.
  private func names(in label: Label?) -> Set<String> {
    var names: Set<String> = []
    for source in [label?.zhSource, label?.enSource].compactMap({ $0 }) {
      let bytes = Array(source.text.utf8)
      var start: Int?
      for (index, byte) in bytes.enumerated() {
        if byte == UInt8(ascii: "{") { start = index + 1 }
        if byte == UInt8(ascii: "}"), let first = start {
          names.formUnion(reader.names(in: source.slice(first..<index)))
          start = nil
        }
      }
    }
    return names
  }
}
