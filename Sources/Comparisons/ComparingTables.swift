import Diagnostics
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities

extension DifferenceBuilder {
  /// Compares rows by what they say, not by their numbers; answers the rows of a mixture.
  ///
  /// Nil if the tables have not the same columns: then they are changed as a whole.
  mutating func compareRows(
    _ kind: RuleChange.Kind, _ name: String, _ old: TableText?, _ new: TableText?,
    locals: ([String], [String]), sources: ([Citation], [Citation]),
    pilots: (PilotID?, PilotID?), label: Label?
  ) -> (@Sendable (Choice) -> [TableText.Row])? {
    guard let old, let new, haveSameColumns(old, new, locals) else { return nil }
    let first = old.rows.map { row in
      DrawnRow(
        row, Aspects.of(row, in: old, locals: locals.0, before), inputs: old.inputs.count)
    }
    let second = new.rows.map { row in
      DrawnRow(row, Aspects.of(row, in: new, locals: locals.1, after), inputs: new.inputs.count)
    }
    let matched = RowMatching(first, second)
    let fromView = fromView
    let toView = toView
    let picks = matched.pairs.map { pair -> Pick<[TableText.Row]> in
      let part = RuleChange.Part(
        kind: .row, name: (pair.to ?? pair.from)?.row.number.text ?? "")
      switch pair {
      case (let one?, let other?):
        let id = noteChange(
          kind, name, part: part, one.aspects, other.aspects,
          from: Spot(one.row.range, one.row.sources.or(sources.0), pilots.0),
          to: Spot(other.row.range, other.row.sources.or(sources.1), pilots.1), label: label,
          action: one.aspects.says(other.aspects)
            ? inForceAction(one.row.period, other.row.period) : nil,
          besides: inForceDetails(one.row.period, other.row.period))
        guard let id else { return { _ in [one.row] } }
        return {
          $0.has(id) ? other.row.fitted(from: toView, $0) : one.row.fitted(from: fromView, $0)
        }
      case (let one?, nil):
        let id = noteSingle(
          kind, name, part: part, one.aspects,
          Spot(one.row.range, one.row.sources.or(sources.0), pilots.0), isAdded: false,
          label: label, action: isHidden(one.row.period?.knownFrom) ? .unpublished : nil)
        return { $0.has(id) ? nil : one.row.fitted(from: fromView, $0) }
      case (nil, let other?):
        let id = noteSingle(
          kind, name, part: part, other.aspects,
          Spot(other.row.range, other.row.sources.or(sources.1), pilots.1), isAdded: true,
          label: label, action: isHidden(other.row.period?.knownFrom) ? .published : nil)
        return { $0.has(id) ? other.row.fitted(from: toView, $0) : nil }
      case (nil, nil): return { _ in nil }
      }
    }
    guard matched.isReordered, old.hitPolicy.dependsOnOrder else {
      return { choice in picks.flatMap { $0(choice) ?? [] } }
    }
    let id = note(
      kind, name, part: .init(kind: .order, name: "rows"), .changed, .outcome,
      [
        .init(
          key: "order of rows", from: old.rows.map(\.number.text).joined(separator: ", "),
          to: matched.laterOrder.compactMap { matched.pairs[$0].from?.row.number.text }
            .joined(separator: ", "))
      ], from: Spot(old.range, sources.0, pilots.0).at(nil),
      to: Spot(new.range, sources.1, pilots.1).at(nil), label: label)
    let later = matched.laterOrder
    return { choice in
      (choice.has(id) ? later : Array(picks.indices)).flatMap { picks[$0](choice) ?? [] }
    }
  }

  /// Whether two tables ask for the same and give the same, so that they are compared row by row.
  func haveSameColumns(
    _ old: TableText, _ new: TableText, _ locals: ([String], [String])
  ) -> Bool {
    old.inputs.map { before.text(of: $0, locals: locals.0) }
      == new.inputs.map { after.text(of: $0, locals: locals.1) }
      && old.outputs.map(\.text) == new.outputs.map(\.text)
  }

  /// What all rows say, where the tables are changed as a whole; nothing where each row is compared.
  func rowsOfWhole(
    _ old: TableText?, _ new: TableText?, _ locals: ([String], [String]) = ([], [])
  ) -> (old: [Aspect], new: [Aspect]) {
    if let old, let new, haveSameColumns(old, new, locals) { return ([], []) }
    return (
      Aspects.rows(of: old, locals: locals.0, before),
      Aspects.rows(of: new, locals: locals.1, after)
    )
  }

  /// What says whether something is in force on the days of the two sides, if that differs.
  func inForceDetails(
    _ old: TableText.Row.Period?, _ new: TableText.Row.Period?
  ) -> [RuleChange.Detail] {
    guard movesDay else { return [] }
    let was = old.covers(fromView)
    let isNow = new.covers(toView)
    if was == isNow { return [] }
    return [.init(key: "in force", from: was ? "true" : "false", to: isNow ? "true" : "false")]
  }

  func inForceAction(
    _ old: TableText.Row.Period?, _ new: TableText.Row.Period?
  ) -> RuleChange.Action? {
    switch (old.covers(fromView), new.covers(toView)) {
    case (false, true): .begins
    case (true, false): .ends
    default: nil
    }
  }
}

extension [Aspect] {
  /// Whether other aspects say the same.
  func says(_ other: [Aspect]) -> Bool {
    DifferenceBuilder.differing(self, other).isEmpty
  }
}

extension [Citation] {
  /// These, or others if there are none.
  func or(_ others: [Citation]) -> [Citation] { isEmpty ? others : self }
}

extension SourceText {
  /// Whether a table of the hit policy depends on the order of its rows.
  fileprivate var dependsOnOrder: Bool { ["F", "R", "C", "O"].contains(text) }
}

/// A row with what it says.
struct DrawnRow: Sendable {
  let row: TableText.Row
  let aspects: [Aspect]
  /// What its input entries say.
  let conditions: [String]
  /// All that it says.
  let content: [String]

  init(_ row: TableText.Row, _ aspects: [Aspect], inputs: Int) {
    self.row = row
    self.aspects = aspects
    conditions = aspects.prefix(inputs).map(\.text)
    content = aspects.map { "\($0.key)=\($0.text)" }
  }
}

/// Rows of two tables that belong together, in an order that keeps to the earlier table.
struct RowMatching {
  private(set) var pairs: [(from: DrawnRow?, to: DrawnRow?)] = []
  /// The pairs in the order of the later table.
  private(set) var laterOrder: [Int] = []
  /// Whether rows that both have stand in another order.
  private(set) var isReordered = false

  init(_ old: [DrawnRow], _ new: [DrawnRow]) {
    var partner = [Int?](repeating: nil, count: old.count)
    var taken: Set<Int> = []
    // The same content first, then the same conditions, then what is left between neighbours.
    let likenesses: [(DrawnRow, DrawnRow) -> Bool] = [
      { $0.content == $1.content }, { $0.conditions == $1.conditions },
    ]
    for isLike in likenesses {
      for index in old.indices where partner[index] == nil {
        if let match = new.indices.first(where: {
          !taken.contains($0) && isLike(old[index], new[$0])
        }) {
          partner[index] = match
          taken.insert(match)
        }
      }
    }
    let left = old.indices.filter { partner[$0] == nil }
    for index in left {
      // A row whose conditions were edited stands between the same neighbours.
      let above = index > 0 ? partner[index - 1] : -1
      guard let above, case let place = above + 1, place < new.count, !taken.contains(place)
      else { continue }
      let same = zip(old[index].content, new[place].content).count { $0 == $1 }
      guard same * 2 >= min(old[index].content.count, new[place].content.count) else { continue }
      partner[index] = place
      taken.insert(place)
    }
    order(old, new, partner)
  }

  private mutating func order(_ old: [DrawnRow], _ new: [DrawnRow], _ partner: [Int?]) {
    var sequence = old.indices.map { (from: Optional($0), to: partner[$0]) }
    var last: Int?
    for index in new.indices {
      if !partner.contains(index) {
        let place = last.flatMap { last in sequence.firstIndex { $0.to == last } }
        sequence.insert((nil, index), at: place.map { $0 + 1 } ?? 0)
      }
      last = index
    }
    pairs = sequence.map { pair in (pair.from.map { old[$0] }, pair.to.map { new[$0] }) }
    let both = sequence.compactMap { $0.from == nil ? nil : $0.to }
    isReordered = both != both.sorted()
    // What only the earlier table has follows its neighbour.
    var keyed: [(key: (Int, Int), index: Int)] = []
    var above = -1
    for (index, pair) in sequence.enumerated() {
      if let to = pair.to { above = to }
      keyed.append(((above, pair.to == nil ? 1 : 0), index))
    }
    laterOrder = keyed.sorted { ($0.key.0, $0.key.1, $0.index) < ($1.key.0, $1.key.1, $1.index) }
      .map(\.index)
  }
}
