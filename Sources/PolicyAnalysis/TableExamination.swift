import BitCollections
import DMN
import Diagnostics
import FEEL
import PolicyModel
import PolicySyntax
import Quantities

/// Looks at a table as it stands on one day in one place.
///
/// A rule with an open cell may fit less than its box: a gap that it may fill is not told, and it
/// masks no other rule. A value outside its box does not fit it.
struct TableExamination {
  private let table: DatedTable
  private let domains: [InputDomain]
  private let snapshot: TableSnapshot
  private let columns: [Column]
  private let grid: Grid
  /// Places of rules, among those in force, of which everything is known.
  private let certain: BitSet
  private(set) var findings: [TableFinding] = []

  init(_ snapshot: TableSnapshot, of table: DatedTable, domains: [InputDomain]) {
    self.snapshot = snapshot
    self.table = table
    self.domains = domains
    columns = domains.indices.map { input in
      Column(
        domains[input], allowed: snapshot.domains[input].allowed,
        cells: snapshot.forms.map { $0[input] })
    }
    let columns = columns
    grid = Grid(
      whole: columns.map(\.valid),
      boxes: snapshot.forms.map { row in
        zip(row, columns).map { $1.passing($0) }
      })
    let open = Set(snapshot.open.map(\.rule))
    certain = BitSet(
      snapshot.rules.indices.filter { !open.contains(snapshot.rules[$0]) })
    findings = snapshot.open.map {
      TableFinding(kind: .open(rule: $0.rule, input: $0.input, $0.why))
    }
    examine()
  }

  private var policy: HitPolicy { table.table.hitPolicy }
  private var places: Range<Int> { snapshot.rules.indices }
  private func number(_ place: Int) -> Int { snapshot.rules[place] }

  private mutating func examine() {
    findRulesThatNeverFit()
    do throws(Grid.TooLarge) {
      try findGaps()
      switch policy {
      case .unique: findOverlaps()
      case .any:
        findConflicts()
        try findRedundant()
      case .first:
        try findMasked { place in BitSet(0..<place) }
        try findIdle()
      case .priority:
        let ranks = ranks
        try findMasked { place in Self.ahead(of: place, by: ranks) }
      case .ruleOrder, .outputOrder, .collect: findRepeated()
      }
    } catch {
      findings.append(TableFinding(kind: .tooLarge))
    }
    findNeedlessPolicy()
  }

  // MARK: - Gaps

  private var mustFit: Bool {
    guard table.table.outputs.allSatisfy({ $0.defaultValue == nil }) else { return false }
    switch policy {
    case .unique, .any, .priority, .first: return true
    case .collect(.count?), .collect(nil), .ruleOrder, .outputOrder: return false
    case .collect: return true
    }
  }

  /// The most gaps that are shown.
  private static let mostGaps = 5

  private mutating func findGaps() throws(Grid.TooLarge) {
    guard mustFit, !domains.isEmpty else { return }
    var grid = grid
    while findings.count(where: \.isGap) < Self.mostGaps {
      let all = BitSet(0..<grid.boxes.count)
      guard let box = try grid.uncovered(by: all, within: grid.whole) else { return }
      let witness = witness(box)
      let region = witness.entries.map { "\($0.input) \($0.tests.en)" }.joined(separator: "; ")
      findings.append(TableFinding(kind: .gap(region: region), witness: witness))
      grid.add(box)
    }
  }

  // MARK: - Rules that never fit

  private mutating func findRulesThatNeverFit() {
    for place in places {
      guard let input = grid.boxes[place].firstIndex(where: \.isEmpty) else { continue }
      findings.append(TableFinding(kind: .neverFits(rule: number(place), input: input)))
    }
  }

  // MARK: - Rules that fit together

  private mutating func findOverlaps() {
    var pairs: [(Int, Int, [BitSet])] = []
    for place in certain {
      for earlier in certain where earlier < place {
        if let box = grid.common(earlier, place) { pairs.append((place, earlier, box)) }
      }
    }
    guard !pairs.isEmpty else { return }
    let meant: String? =
      if pairs.allSatisfy({ agree($0.0, $0.1) == true }) {
        "A"
      } else if pairs.allSatisfy({ grid.covers($0.0, $0.1) && !grid.covers($0.1, $0.0) }) {
        "F"
      } else { nil }
    for (place, earlier, box) in pairs {
      let isWithin = grid.covers(earlier, place)
      findings.append(
        TableFinding(
          kind: .overlap(rule: number(place), with: number(earlier), isWithin: isWithin),
          witness: witness(box), meant: meant))
    }
  }

  private mutating func findConflicts() {
    for place in certain {
      for earlier in certain where earlier < place {
        guard let box = grid.common(earlier, place) else { continue }
        switch agree(place, earlier) {
        case true?: continue
        case false?:
          findings.append(
            TableFinding(
              kind: .conflict(rule: number(place), with: number(earlier)), witness: witness(box)))
        case nil:
          for one in [place, earlier] {
            if case .open(_, let why) = snapshot.results[one] {
              let open = TableFinding.Kind.open(rule: number(one), input: nil, why)
              if !findings.contains(where: { $0.kind == open }) {
                findings.append(TableFinding(kind: open))
              }
            }
          }
        }
      }
    }
  }

  /// Whether two rules come to the same; nil where that depends on the case.
  private func agree(_ one: Int, _ other: Int) -> Bool? {
    switch (snapshot.results[one], snapshot.results[other]) {
    case (.values(let left), .values(let right)):
      zip(left, right).allSatisfy { pair in
        if case .boolean(true) = Evaluation.equal(pair.0.value, pair.1.value) {
          true
        } else {
          false
        }
      }
    case (.open(let left, _), .open(let right, _)) where left == right: true
    default: nil
    }
  }

  // MARK: - Rules without effect

  private mutating func findMasked(
    behind ahead: (Int) -> BitSet
  ) throws(Grid.TooLarge) {
    for place in places where !grid.isEmpty(place) {
      let before = grid.meeting(grid.boxes[place], among: ahead(place).intersection(certain))
      if before.isEmpty { continue }
      if try grid.uncovered(by: before, within: grid.boxes[place]) == nil {
        let by = before.map(number)
        findings.append(TableFinding(kind: .masked(rule: number(place), by: by)))
      }
    }
  }

  /// Under `A`, rules whose values others fit as well.
  private mutating func findRedundant() throws(Grid.TooLarge) {
    var left = certain
    for place in certain.reversed() where !grid.isEmpty(place) {
      var others = left
      others.remove(place)
      others = grid.meeting(grid.boxes[place], among: others)
      guard !others.isEmpty, others.allSatisfy({ agree(place, $0) == true }) else { continue }
      if try grid.uncovered(by: others, within: grid.boxes[place]) == nil {
        left.remove(place)
        findings.append(
          TableFinding(kind: .redundant(rule: number(place), by: others.map(number))))
      }
    }
  }

  /// Under `F`, rules behind which others say the same.
  private mutating func findIdle() throws(Grid.TooLarge) {
    for place in certain where !grid.isEmpty(place) {
      let behind = grid.meeting(
        grid.boxes[place], among: BitSet((place + 1)..<max(place + 1, places.count)))
      guard !behind.isEmpty, behind.isSubset(of: certain),
        behind.allSatisfy({ agree(place, $0) == true }),
        try grid.uncovered(by: behind, within: grid.boxes[place]) == nil
      else { continue }
      findings.append(
        TableFinding(kind: .redundant(rule: number(place), by: behind.map(number))))
    }
  }

  private mutating func findRepeated() {
    for place in certain where !grid.isEmpty(place) {
      for earlier in certain where earlier < place {
        guard grid.boxes[place] == grid.boxes[earlier], agree(place, earlier) == true else {
          continue
        }
        findings.append(
          TableFinding(kind: .repeated(rule: number(place), of: number(earlier))))
        break
      }
    }
  }

  // MARK: - Hit policies

  /// For each rule the place of its result in the declared order; nil if that is not known.
  private var ranks: [Int?] {
    let order = table.table.outputs[0].priorities.map { priority -> Distinct? in
      if case .constant(let value) = priority.node { Distinct(value) } else { nil }
    }
    return snapshot.results.map { result in
      guard case .values(let values) = result, let first = values.first else { return nil }
      return order.firstIndex { other in
        guard let other else { return false }
        if case .boolean(true) = Evaluation.equal(other.value, first.value) { return true }
        return false
      }
    }
  }

  private static func ahead(of place: Int, by ranks: [Int?]) -> BitSet {
    guard let own = ranks[place] else { return [] }
    var found: BitSet = []
    for (other, rank) in ranks.enumerated() {
      guard let rank, other != place else { continue }
      // Of rules that come to the same the first does.
      if rank < own || (rank == own && other < place) { found.insert(other) }
    }
    return found
  }

  private mutating func findNeedlessPolicy() {
    switch policy {
    case .any, .first, .priority: break
    default: return
    }
    guard certain.count == places.count, places.count > 1, findings.isEmpty else { return }
    for place in places {
      for earlier in 0..<place where grid.common(earlier, place) != nil { return }
    }
    findings.append(TableFinding(kind: .disjoint, meant: "U"))
  }

  // MARK: - Examples

  /// Values in a box, for people.
  private func witness(_ box: [BitSet]) -> Witness {
    var entries: [Witness.Entry] = []
    var isCertain = true
    var isFractional = false
    var named: Set<String> = []
    for (input, atoms) in box.enumerated() where atoms != grid.whole[input] {
      let value = columns[input].example(of: atoms)
      let column = columns[input]
      entries.append(
        Witness.Entry(input: input, value: value, tests: column.text(of: atoms)) { value in
          column.atom(of: value).map(atoms.contains) ?? false
        })
      if !snapshot.domains[input].isFree { isCertain = false }
      // The same in two columns cannot be two things.
      if !named.insert(table.text.inputs[input].text).inserted { isCertain = false }
      if let number = value?.number, !number.isInteger, columns[input].hasWholeCuts {
        isFractional = true
      }
    }
    return Witness(entries: entries, isCertain: isCertain, isFractional: isFractional)
  }
}

extension TableFinding {
  fileprivate var isGap: Bool { if case .gap = kind { true } else { false } }
}
