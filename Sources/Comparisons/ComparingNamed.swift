import Diagnostics
import FEELSyntax
import PolicyModel
import PolicySyntax

// What expressions can name: types, facts, parameters, decisions, functions.
//
// An item that only one side has is in every mixture: unless something names it, nobody notices, and
// what names it is a change of its own.

extension DifferenceBuilder {
  mutating func compareNamed(_ bounds: [String: Int]) {
    compareTypes()
    let kinds = Kinds(from, to)
    compareFacts(kinds)
    compareFunctions(kinds)
    var derived: [Pick<LayeredDerived>] = []
    for pair in Paired(from.derived, to.derived, by: \.name.text).pairs {
      switch pair {
      case (let old?, let new?): derived.append(compare(old, new, bounds[old.name.text]))
      case (let old?, nil):
        guard reached.names.contains(old.name.text) else {
          derived.append { _ in old }
          continue
        }
        let id = noteSingle(
          old.kindOfChange, old.name.text, aspects(of: old, before), old.spot, isAdded: false,
          effect: kinds.effect(of: old.name.text), label: old.label)
        derived.append(kinds.pick(old, old.name.text, id, isAdded: false))
        kinds.note(old.name.text, id)
      case (nil, let new?):
        guard reached.names.contains(new.name.text) else {
          derived.append { _ in new }
          continue
        }
        let known = kinds.change(of: new.name.text)
        let id =
          known
          ?? noteSingle(
            new.kindOfChange, new.name.text, aspects(of: new, after), new.spot, isAdded: true,
            effect: kinds.effect(of: new.name.text), label: new.label)
        derived.append(kinds.pick(new, new.name.text, id, isAdded: true))
      case (nil, nil): break
      }
    }
    mix { [derived] draft, choice in draft.derived = derived.compactMap { $0(choice) } }
  }

  // MARK: Types and facts

  private mutating func compareTypes() {
    var types: [Pick<Layered<TypeDeclaration>>] = []
    for pair in Paired(from.types, to.types, by: \.declaration.name.text).pairs {
      guard let old = pair.from, let new = pair.to else {
        guard let entry = pair.from ?? pair.to else { continue }
        types.append { _ in entry }
        let name = entry.declaration.name
        guard reached.types.contains(name.text) else { continue }
        let isAdded = pair.to != nil
        var aspects = Aspects(isAdded ? after : before)
        aspects.add(entry.declaration.fields.map(\.name), "entries")
        _ = noteSingle(
          .type, name.text, aspects.all, Spot(name.range, [], entry.pilot), isAdded: isAdded,
          effect: .support)
        continue
      }
      guard reached.types.contains(old.declaration.name.text) else {
        types.append { _ in old }
        continue
      }
      types.append(compare(old, new))
    }
    mix { [types] draft, choice in draft.types = types.compactMap { $0(choice) } }
  }

  private mutating func compare(
    _ old: Layered<TypeDeclaration>, _ new: Layered<TypeDeclaration>
  ) -> Pick<Layered<TypeDeclaration>> {
    typealias Field = (name: Name, description: TypeDescription)
    let name = old.declaration.name.text
    let pairs = Paired(old.declaration.fields, new.declaration.fields, by: \.name.text).pairs
    let fields = pairs.map { pair -> Pick<Field> in
      let part = (pair.from ?? pair.to).map { RuleChange.Part(kind: .entry, name: $0.name.text) }
      switch pair {
      case (let first?, let second?):
        let id = noteChange(
          .type, name, part: part, Aspects.of(first.description, before),
          Aspects.of(second.description, after), from: Spot(first.name.range),
          to: Spot(second.name.range), label: second.description.label)
        guard let id else { return { _ in first } }
        return { $0.has(id) ? second : first }
      case (let first?, nil):
        let id = noteSingle(
          .type, name, part: part, Aspects.of(first.description, before), Spot(first.name.range),
          isAdded: false, label: first.description.label)
        return { $0.has(id) ? nil : first }
      case (nil, let second?):
        let id = noteSingle(
          .type, name, part: part, Aspects.of(second.description, after), Spot(second.name.range),
          isAdded: true, label: second.description.label)
        return { $0.has(id) ? second : nil }
      case (nil, nil): return { _ in nil }
      }
    }
    return { choice in
      var mixed = old
      mixed.declaration.fields = fields.compactMap { $0(choice) }
      return mixed
    }
  }

  private mutating func compareFacts(_ kinds: Kinds) {
    var facts: [Pick<Layered<FactDeclaration>>] = []
    for pair in Paired(from.facts, to.facts, by: \.declaration.name.text).pairs {
      guard let entry = pair.from ?? pair.to else { continue }
      let name = entry.declaration.name.text
      guard reached.names.contains(name) else {
        facts.append { _ in entry }
        continue
      }
      if let old = pair.from, let new = pair.to {
        let id = noteChange(
          .fact, name, Aspects.of(old.declaration, before), Aspects.of(new.declaration, after),
          from: Spot(old.declaration.name.range, [], old.pilot),
          to: Spot(new.declaration.name.range, [], new.pilot),
          label: new.declaration.description.label)
        facts.append { choice in id.map(choice.has) == true ? new : old }
        continue
      }
      let isAdded = pair.to != nil
      let id =
        kinds.change(of: name)
        ?? noteSingle(
          .fact, name, Aspects.of(entry.declaration, isAdded ? after : before),
          Spot(entry.declaration.name.range, [], entry.pilot), isAdded: isAdded,
          effect: kinds.effect(of: name), label: entry.declaration.description.label)
      kinds.note(name, id)
      facts.append(kinds.pick(entry, name, id, isAdded: isAdded))
    }
    mix { [facts] draft, choice in draft.facts = facts.compactMap { $0(choice) } }
  }

  // MARK: Functions

  private mutating func compareFunctions(_ kinds: Kinds) {
    var functions: [Pick<Layered<FunctionDeclaration>>] = []
    for pair in Paired(from.functions, to.functions, by: \.declaration.name.text).pairs {
      guard let entry = pair.from ?? pair.to else { continue }
      let name = entry.declaration.name.text
      guard reached.names.contains(name) else {
        functions.append { _ in entry }
        continue
      }
      if let old = pair.from, let new = pair.to {
        functions.append(compare(old, new))
        continue
      }
      let isAdded = pair.to != nil
      let id =
        kinds.change(of: name)
        ?? noteSingle(
          .function, name,
          Aspects.ofHead(of: entry.declaration, isAdded ? after : before)
            + Aspects.rows(
              of: entry.declaration.table, locals: entry.declaration.localNames,
              isAdded ? after : before),
          entry.spot, isAdded: isAdded, effect: kinds.effect(of: name),
          label: entry.declaration.label)
      kinds.note(name, id)
      functions.append(kinds.pick(entry, name, id, isAdded: isAdded))
    }
    mix { [functions] draft, choice in draft.functions = functions.compactMap { $0(choice) } }
  }

  private mutating func compare(
    _ old: Layered<FunctionDeclaration>, _ new: Layered<FunctionDeclaration>
  ) -> Pick<Layered<FunctionDeclaration>> {
    let first = old.declaration
    let second = new.declaration
    let name = first.name.text
    let locals = (first.localNames, second.localNames)
    let whole = rowsOfWhole(first.table, second.table, locals)
    let id = noteChange(
      .function, name, Aspects.ofHead(of: first, before) + whole.old,
      Aspects.ofHead(of: second, after) + whole.new, from: old.spot, to: new.spot,
      label: second.label)
    let rows = compareRows(
      .function, name, first.table, second.table,
      locals: locals, sources: (first.sources, second.sources),
      pilots: (old.pilot, new.pilot), label: second.label)
    return { choice in
      var mixed = id.map(choice.has) == true ? new : old
      if let rows { mixed.declaration.table?.rows = rows(choice) }
      return mixed
    }
  }
}

/// The kinds of items that names stand for on both sides.
final class Kinds {
  private let moved: Set<String>
  private var changes: [String: Int] = [:]

  init(_ from: PolicyDraft, _ to: PolicyDraft) {
    let before = Self.kinds(from)
    let after = Self.kinds(to)
    moved = Set(before.keys.filter { after[$0] != nil && after[$0] != before[$0] })
  }

  private static func kinds(_ draft: PolicyDraft) -> [String: Int] {
    var kinds: [String: Int] = [:]
    for fact in draft.facts { kinds[fact.declaration.name.text] = 0 }
    for derived in draft.derived { kinds[derived.name.text] = 1 }
    for function in draft.functions { kinds[function.declaration.name.text] = 2 }
    return kinds
  }

  /// Whether a name stands for another kind of item on the other side, so that the two cannot be in
  /// one mixture.
  func isMoved(_ name: String) -> Bool { moved.contains(name) }

  /// An item that one side has: in every mixture, unless the other side needs its name.
  func pick<Entry: Sendable>(
    _ entry: Entry, _ name: String, _ change: Int, isAdded: Bool
  ) -> Pick<Entry> {
    guard isMoved(name) else { return { _ in entry } }
    return { $0.has(change) == isAdded ? entry : nil }
  }

  func effect(of name: String) -> RuleChange.Effect { isMoved(name) ? .outcome : .support }

  /// The change that a moved name was noted with.
  func change(of name: String) -> Int? { isMoved(name) ? changes[name] : nil }

  func note(_ name: String, _ change: Int) { changes[name] = change }
}

extension Layered<FunctionDeclaration> {
  var spot: DifferenceBuilder.Spot {
    DifferenceBuilder.Spot(declaration.name.range, declaration.sources, pilot)
  }
}
