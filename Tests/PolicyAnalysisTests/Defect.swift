import Diagnostics

/// A mistake that is put into a table, with what must be said about it.
struct Defect {
  /// The kinds of mistakes, as they happen when tables are copied, shortened and brought up to date.
  enum Kind: String, CaseIterable {
    /// A row is lost.
    case rowLost
    /// The default is lost, and a row with it.
    case defaultLost
    /// A cell goes too far.
    case cellTooWide
    /// A cell does not go far enough.
    case cellTooNarrow
    /// `<` stands where `<=` is meant, or the reverse.
    case endTurned
    /// A choice is missing from a list.
    case choiceLost
    /// A choice stands in two lists.
    case choiceTwice
    /// The ends of a range are exchanged.
    case endsExchanged
    /// A cell asks for what is not allowed.
    case notAllowed
    /// A special case stands behind the general one.
    case rowTooLate
    /// Rows that were meant to be read in order stand under `U`.
    case wrongHitPolicy
    /// Rows that must agree do not.
    case disagreement
    /// A row says again what others say.
    case needlessRow
    /// A row is added up twice.
    case rowTwice
    /// A row with less priority can never decide.
    case lowPriority
    /// The new version of a row begins too late.
    case versionTooLate
    /// The old version of a row ends too late.
    case versionTooLong
    /// In one pilot, from one year on, one of two limits is set too high.
    case limitTooHigh
    /// In one pilot, from one year on, one of two limits is set too low.
    case limitTooLow
  }

  let table: DrawnTable
  /// One of these codes must be reported.
  let codes: Set<DiagnosticCode>
  /// The row it must be reported at, or beside if it is about two; nil for the corner.
  let row: Int?

  /// Puts a mistake into a table; nil if the table has no place for it.
  init?(_ kind: Kind, in clean: DrawnTable, _ random: inout SeededRandom) {
    var table = clean
    var codes: Set<DiagnosticCode> = ["Z1301"]
    var row: Int?
    switch kind {
    case .rowLost:
      table.rows.remove(at: random.below(table.rows.count))
    case .defaultLost:
      // With a default the rows lost would not matter.
      table.rows.removeLast(1 + random.below(table.rows.count / 2))
    case .cellTooWide:
      guard let (place, column) = Self.cell(in: table, &random, where: \.isBounded) else {
        return nil
      }
      if case .between(let low, let high) = table.rows[place].cells[column] {
        table.rows[place].cells[column] = high == nil ? .any : .between(low, nil)
      }
      codes = ["Z1302"]
      row = place
    case .cellTooNarrow:
      guard
        let (place, column, inner) = Self.innerBreak(in: table, &random),
        case .between(let low, _) = table.rows[place].cells[column]
      else { return nil }
      table.rows[place].cells[column] = .between(low, inner)
    case .endTurned:
      guard let (place, column) = Self.cell(in: table, &random, where: \.isHalfOpen),
        let turned = Self.turned(table.rows[place].cells[column], table.columns[column])
      else { return nil }
      table.rows[place].cells[column] = .text(turned.text)
      codes = turned.isWider ? ["Z1302"] : ["Z1301"]
      row = turned.isWider ? place : nil
    case .choiceLost, .choiceTwice:
      guard let (place, column) = Self.cell(in: table, &random, where: \.isList),
        case .values(var values) = table.rows[place].cells[column]
      else { return nil }
      let missing = table.columns[column].values.indices.filter { !values.contains($0) }
      if kind == .choiceLost {
        guard values.count > 1 else { return nil }
        values.remove(at: random.below(values.count))
      } else {
        guard let other = missing.randomElement(using: &random) else { return nil }
        values = (values + [other]).sorted()
        codes = ["Z1302"]
        row = place
      }
      table.rows[place].cells[column] = .values(values)
    case .endsExchanged:
      guard let (place, column) = Self.cell(in: table, &random, where: \.isRange),
        case .between(let low?, let high?) = table.rows[place].cells[column],
        table.columns[column].breaks[low].parameter == nil,
        table.columns[column].breaks[high].parameter == nil
      else { return nil }
      let drawn = table.columns[column]
      table.rows[place].cells[column] = .text(
        "[\(drawn.value(drawn.breaks[high].rank))..\(drawn.value(drawn.breaks[low].rank))]")
      codes = ["Z1304"]
      row = place
    case .notAllowed:
      guard table.columns[0].kind == .number else { return nil }
      var cells = table.rows[0].cells
      cells[0] = .text("> 1000000")
      table.rows.append(.init(cells: cells, output: "0"))
      codes = ["Z1304"]
      row = table.rows.count - 1
    case .rowTooLate:
      guard table.rows.count > 2 else { return nil }
      table.hitPolicy = "F"
      let place = random.below(table.rows.count - 1)
      table.rows.insert(.init(cells: table.columns.map { _ in .any }, output: "0"), at: place)
      codes = ["Z1305"]
      row = place + 1 + random.below(table.rows.count - place - 1)
    case .wrongHitPolicy:
      table.rows.removeLast()
      table.rows.append(.init(cells: table.columns.map { _ in .any }, output: "0"))
      codes = ["Z1302"]
      row = table.rows.count - 1
    case .disagreement, .needlessRow:
      table.hitPolicy = "A"
      let place = random.below(table.rows.count)
      guard let smaller = Self.smaller(table.rows[place], table, &random) else { return nil }
      table.rows.append(smaller)
      row = table.rows.count - 1
      codes = ["Z1306"]
      if kind == .disagreement {
        table.rows[table.rows.count - 1].output = "0"
        codes = ["Z1303"]
      }
    case .rowTwice:
      table.hitPolicy = "C+"
      let place = random.below(table.rows.count)
      table.rows.append(table.rows[place])
      codes = ["Z1307"]
      row = table.rows.count - 1
    case .lowPriority:
      table.hitPolicy = "P"
      table.order = "['\"high\"', '\"low\"']"
      for index in table.rows.indices { table.rows[index].output = "\"high\"" }
      let place = random.below(table.rows.count)
      guard var smaller = Self.smaller(table.rows[place], table, &random) else { return nil }
      smaller.output = "\"low\""
      table.rows.insert(smaller, at: place)
      codes = ["Z1305"]
      row = place
    case .versionTooLate, .versionTooLong:
      let place = random.below(table.rows.count)
      var newer = table.rows[place]
      table.rows[place].until = kind == .versionTooLong ? "2021-01-01" : "2020-12-31"
      newer.from = kind == .versionTooLate ? "2021-01-02" : "2021-01-01"
      newer.output = "0"
      table.rows.append(newer)
      if kind == .versionTooLong {
        // The same conditions on the same days are told before all else.
        codes = ["Z0587"]
        row = table.rows.count - 1
      }
    case .limitTooHigh, .limitTooLow:
      let limits = Self.limits(in: table)
      guard table.pilots > 0, let name = limits.randomElement(using: &random) else { return nil }
      table.slip = .init(
        parameter: name + " twin", pilot: random.below(table.pilots),
        year: random.below(table.years), move: kind == .limitTooHigh ? 3 : -3)
      codes = kind == .limitTooHigh ? ["Z1301"] : ["Z1302"]
    }
    self.table = table
    self.codes = codes
    self.row = row
  }

  /// Whether findings tell the mistake at its place.
  func isFound(in findings: [Diagnostic]) -> Bool {
    findings.contains { finding in
      guard codes.contains(finding.code) else { return false }
      guard let row else { return finding.code != "Z1301" || finding.line == table.corner }
      let lines = [finding.line] + finding.notes.compactMap { $0.range?.start.line }
      return lines.contains(table.line(of: row))
    }
  }

  // MARK: - Places

  private static func cell(
    in table: DrawnTable, _ random: inout SeededRandom, where fits: (DrawnCell) -> Bool
  ) -> (Int, Int)? {
    var found: [(Int, Int)] = []
    for (row, content) in table.rows.enumerated() {
      for (column, cell) in content.cells.enumerated() where fits(cell) {
        found.append((row, column))
      }
    }
    return found.randomElement(using: &random)
  }

  /// A cell with a break inside.
  private static func innerBreak(
    in table: DrawnTable, _ random: inout SeededRandom
  ) -> (row: Int, column: Int, inner: Int)? {
    var found: [(Int, Int, Int)] = []
    for (row, content) in table.rows.enumerated() {
      for (column, cell) in content.cells.enumerated() {
        guard case .between(let low, let high) = cell else { continue }
        let inner = ((low ?? -1) + 1)..<(high ?? table.columns[column].breaks.count)
        found += inner.map { (row, column, $0) }
      }
    }
    return found.randomElement(using: &random)
  }

  /// A cell bounded above or below by a value it names, with that value taken in or left out.
  private static func turned(
    _ cell: DrawnCell, _ column: DrawnColumn
  ) -> (text: String, isWider: Bool)? {
    let text = column.text(cell)
    for (sign, other) in [("<= ", "< "), (">= ", "> "), ("< ", "<= "), ("> ", ">= ")]
    where text.hasPrefix(sign) {
      return (other + text.dropFirst(sign.count), other.contains("="))
    }
    return nil
  }

  /// A row that fits less than another, with its output.
  private static func smaller(
    _ row: DrawnTable.Row, _ table: DrawnTable, _ random: inout SeededRandom
  ) -> DrawnTable.Row? {
    for (column, cell) in row.cells.enumerated().shuffled(using: &random) {
      let drawn = table.columns[column]
      var smaller = row
      if drawn.values.isEmpty {
        var ends: (Int?, Int?) = (nil, nil)
        if case .between(let low, let high) = cell { ends = (low, high) }
        let inner = Array(((ends.0 ?? -1) + 1)..<(ends.1 ?? drawn.breaks.count))
        guard let place = inner.randomElement(using: &random) else { continue }
        smaller.cells[column] = .between(place, ends.1)
        return smaller
      }
      var values = Array(drawn.values.indices)
      if case .values(let some) = cell { values = some }
      guard values.count > 1 else { continue }
      smaller.cells[column] = .values(Array(values.dropFirst()))
      return smaller
    }
    return nil
  }

  /// Parameters that some row names as its upper end and another as its lower end.
  private static func limits(in table: DrawnTable) -> [String] {
    var upper: Set<String> = []
    for row in table.rows {
      for (cell, column) in zip(row.cells, table.columns) {
        if case .between(_, let high?) = cell, let name = column.breaks[high].parameter {
          upper.insert(name)
        }
      }
    }
    return upper.sorted()
  }
}

extension DrawnCell {
  fileprivate var isBounded: Bool {
    if case .between(let low, let high) = self { low != nil || high != nil } else { false }
  }

  fileprivate var isHalfOpen: Bool {
    if case .between(let low, let high) = self { (low == nil) != (high == nil) } else { false }
  }

  fileprivate var isRange: Bool {
    if case .between(.some, .some) = self { true } else { false }
  }

  fileprivate var isList: Bool { if case .values = self { true } else { false } }
}
