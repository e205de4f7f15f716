import BitCollections

/// A decision table as boxes of atoms: for each rule and input the atoms whose values pass.
struct Grid {
  /// The search would take too long.
  struct TooLarge: Error {}

  /// The atoms that count, by input.
  let whole: [BitSet]
  /// The atoms that pass, by rule and input.
  private(set) var boxes: [[BitSet]]
  /// The rules that let an atom pass, by input and atom.
  private var byAtom: [[BitSet]]

  /// The boxes of rules within what counts.
  init(whole: [BitSet], boxes: [[BitSet]]) {
    self.whole = whole
    self.boxes = []
    byAtom = whole.map { atoms in
      [BitSet](repeating: [], count: (atoms.max() ?? -1) + 1)
    }
    for box in boxes { add(box) }
  }

  /// Adds a box behind the others.
  mutating func add(_ box: [BitSet]) {
    let index = boxes.count
    let inside = zip(box, whole).map { $0.intersection($1) }
    for (input, atoms) in inside.enumerated() {
      for atom in atoms { byAtom[input][atom].insert(index) }
    }
    boxes.append(inside)
  }

  /// Whether no value passes some cell of a rule.
  func isEmpty(_ rule: Int) -> Bool { boxes[rule].contains(where: \.isEmpty) }

  /// What two rules have in common; nil if no values fit both.
  func common(_ first: Int, _ second: Int) -> [BitSet]? {
    var box: [BitSet] = []
    for (left, right) in zip(boxes[first], boxes[second]) {
      let both = left.intersection(right)
      if both.isEmpty { return nil }
      box.append(both)
    }
    return box
  }

  /// Whether every value that fits the one rule fits the other.
  func covers(_ outer: Int, _ inner: Int) -> Bool {
    zip(boxes[outer], boxes[inner]).allSatisfy { $1.isSubset(of: $0) }
  }

  /// The rules of some that have something in common with a box.
  func meeting(_ box: [BitSet], among rules: BitSet) -> BitSet {
    var found = rules
    for (input, atoms) in box.enumerated() {
      var some: BitSet = []
      for atom in atoms { some.formUnion(byAtom[input][atom]) }
      found.formIntersection(some)
    }
    return found
  }

  /// A box of values that fit none of some rules, as large as it can be made, within another; nil
  /// if there is none.
  func uncovered(by rules: BitSet, within box: [BitSet]) throws(TooLarge) -> [BitSet]? {
    guard !box.contains(where: \.isEmpty) else { return nil }
    var search = CoverSearch(self, box, rules)
    guard let point = try search.uncovered() else { return nil }
    return enlarged(point, rules, box)
  }

  /// The largest box around a point that the rules leave out, input by input.
  private func enlarged(_ point: [Int], _ rules: BitSet, _ box: [BitSet]) -> [BitSet] {
    var result = point.map { BitSet([$0]) }
    for input in box.indices {
      var others = result
      others[input] = box[input]
      let near = meeting(others, among: rules)
      result[input] = box[input].filter { byAtom[input][$0].isDisjoint(with: near) }
    }
    return result
  }

  /// The rules that let an atom of an input pass.
  func rules(passing atom: Int, of input: Int) -> BitSet { byAtom[input][atom] }
}

/// Looks for a point that no rule fits, one input after the other, keeping the rules that still
/// can.
private struct CoverSearch {
  /// The most steps; a table that needs more is not decided.
  private static let most = 400_000

  private let grid: Grid
  private let box: [BitSet]
  private let rules: BitSet
  /// The inputs in the order in which they are looked at.
  private let order: [Int]
  /// For each place in the order the rules that let everything pass from there on.
  private var fullFrom: [BitSet]
  private var covered: [Set<BitSet>]
  private var steps = 0

  init(_ grid: Grid, _ box: [BitSet], _ rules: BitSet) {
    self.grid = grid
    self.box = box
    let rules = grid.meeting(box, among: rules)
    self.rules = rules
    // Inputs that most rules look at come first: behind them soon everything passes.
    let full = box.indices.map { input in
      BitSet(rules.filter { box[input].isSubset(of: grid.boxes[$0][input]) })
    }
    let order = box.indices.sorted { (full[$0].count, $0) < (full[$1].count, $1) }
    self.order = order
    fullFrom = [BitSet](repeating: rules, count: box.count + 1)
    for place in order.indices.reversed() {
      fullFrom[place] = fullFrom[place + 1].intersection(full[order[place]])
    }
    covered = [Set<BitSet>](repeating: [], count: box.count)
  }

  mutating func uncovered() throws(Grid.TooLarge) -> [Int]? {
    var point = [Int](repeating: 0, count: box.count)
    return try search(0, rules, &point) ? point : nil
  }

  private mutating func search(
    _ place: Int, _ alive: BitSet, _ point: inout [Int]
  ) throws(Grid.TooLarge) -> Bool {
    if alive.isEmpty {
      for input in order[place...] { point[input] = box[input].first ?? 0 }
      return true
    }
    if !alive.isDisjoint(with: fullFrom[place]) || covered[place].contains(alive) { return false }
    steps += 1
    if steps > Self.most { throw Grid.TooLarge() }
    let input = order[place]
    var seen: Set<BitSet> = []
    for atom in box[input] {
      let rest = alive.intersection(grid.rules(passing: atom, of: input))
      guard seen.insert(rest).inserted else { continue }
      point[input] = atom
      if try search(place + 1, rest, &point) { return true }
    }
    covered[place].insert(alive)
    return false
  }
}
