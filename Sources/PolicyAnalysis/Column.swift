import BitCollections
import Diagnostics
import FEEL
import Quantities

/// The values of an input divided into atoms: no cell of the column tells two values of one atom
/// apart.
struct Column {
  /// Values that are all alike to the table.
  enum Atom: Hashable {
    case stretch(Stretch)
    case value(Distinct)
    /// Every text that no cell names.
    case otherText
    case null
    /// Everything, where values are not looked at.
    case anything
  }

  let kind: OrderedKind?
  let atoms: [Atom]
  /// Those that hold values which can be supplied.
  private(set) var valid: BitSet = []
  private let cuts: [Cut]
  private let places: [Distinct: Int]

  /// The atoms of a domain by the forms of all cells and of the tests on what is supplied.
  init(_ domain: InputDomain, allowed: CellForm, cells: some Sequence<CellForm>) {
    var cuts: Set<Cut> = []
    var values: [Distinct] = []
    var seen: Set<Distinct> = []
    var atoms: [Atom]
    kind = domain.kind
    switch domain.values {
    case .ordered:
      allowed.addCuts(to: &cuts)
      for cell in cells { cell.addCuts(to: &cuts) }
      let sorted = cuts.sorted()
      let lows = [nil] + sorted.map(Optional.some)
      let highs = sorted.map(Optional.some) + [nil]
      atoms = zip(lows, highs).map { .stretch(Stretch(low: $0, high: $1)) }
      self.cuts = sorted
    case .listed(let listed):
      atoms = listed.map { .value($0) }
      values = listed
      self.cuts = []
    case .texts:
      allowed.addValues(to: &values, &seen)
      for cell in cells { cell.addValues(to: &values, &seen) }
      values.removeAll { $0.value.isNull }
      atoms = values.map { .value($0) } + [.otherText]
      self.cuts = []
    case .anything:
      atoms = [.anything]
      self.cuts = []
    }
    places = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })
    // What is computed may be null whatever its type says, as the last of no days is.
    let hasNull = domain.admitsNull || (!domain.isFree && cells.contains(where: \.namesNull))
    if hasNull { atoms.append(.null) }
    self.atoms = atoms
    valid = passing(allowed)
    if hasNull { valid.insert(atoms.count - 1) }
  }

  /// The atoms whose values pass.
  func passing(_ form: CellForm) -> BitSet {
    switch form {
    case .all: return BitSet(0..<atoms.count)
    case .stretches(let stretches):
      var passing: BitSet = []
      for stretch in stretches {
        let first = stretch.low.map { index(behind: $0) } ?? 0
        let last = stretch.high.map { index(behind: $0) } ?? cuts.count + 1
        if first < last { passing.formUnion(BitSet(first..<last)) }
      }
      return passing
    case .values(let values):
      var passing: BitSet = []
      for value in values {
        if value.value.isNull {
          if atoms.last == .null { passing.insert(atoms.count - 1) }
        } else if let place = places[value] {
          passing.insert(place)
        }
      }
      return passing
    case .not(let form): return passing(.all).subtracting(passing(form))
    case .both(let left, let right): return passing(left).intersection(passing(right))
    case .either(let forms):
      return forms.reduce(into: BitSet()) { $0.formUnion(passing($1)) }
    }
  }

  /// The atom that begins at a cut.
  private func index(behind cut: Cut) -> Int {
    var low = 0
    var high = cuts.count
    while low < high {
      let middle = (low + high) / 2
      if cuts[middle] < cut { low = middle + 1 } else { high = middle }
    }
    return low + 1
  }

  /// The atom that a value belongs to; nil if it is of another kind.
  func atom(of value: Value) -> Int? {
    if value.isNull { return atoms.last == .null ? atoms.count - 1 : nil }
    if let kind {
      guard let point = kind.point(value) else { return nil }
      return atoms.firstIndex { atom in
        if case .stretch(let stretch) = atom { OrderedKind.contains(stretch, point) } else { false }
      }
    }
    return places[Distinct(value)] ?? atoms.firstIndex(of: .otherText)
  }

  /// Whether numbers come in no steps, and all cells name whole ones.
  var hasWholeCuts: Bool {
    guard case .number(nil)? = kind else { return false }
    return cuts.allSatisfy { cut in
      if case .number(let number) = cut.point { number.isInteger } else { false }
    }
  }

  // MARK: - For people

  /// A value of an atom; nil if its values cannot be shown.
  func example(of atom: Int) -> Value? {
    switch atoms[atom] {
    case .stretch(let stretch): kind?.example(in: stretch)
    case .value(let value): value.value
    case .null: .null
    case .otherText, .anything: nil
    }
  }

  /// A value of one of some atoms, as plain a one as there is; nil if none can be shown.
  func example(of some: BitSet) -> Value? {
    var best: (rank: Int, value: Value)?
    for atom in some {
      guard let value = example(of: atom) else { continue }
      let rank = value.isNull ? 2 : value.number.map { $0.isInteger ? 0 : 1 } ?? 0
      if rank < best?.rank ?? 3 { best = (rank, value) }
      if rank == 0 { break }
    }
    return best?.value
  }

  /// Atoms as tests in the words of a cell.
  func text(of some: BitSet) -> Wording {
    var parts: [Wording] = []
    var open: Stretch?
    func close() {
      if let stretch = open { parts.append(Wording(same: text(of: stretch))) }
      open = nil
    }
    for index in some {
      switch atoms[index] {
      case .stretch(let stretch):
        if let before = open, before.high == stretch.low, before.high != nil {
          open = Stretch(low: before.low, high: stretch.high)
        } else {
          close()
          open = stretch
        }
      case .value(let value): parts.append(Wording(same: value.value.inTests))
      case .otherText: parts.append(Wording(en: "any other text", zh: "其他文本"))
      case .null:
        close()
        parts.append(Wording(same: "null"))
      case .anything: parts.append(Wording(same: "-"))
      }
    }
    close()
    return Wording(
      en: parts.map(\.en).joined(separator: ", "), zh: parts.map(\.zh).joined(separator: ", "))
  }

  private func text(of stretch: Stretch) -> String {
    guard let kind else { return "-" }
    func text(_ point: Point) -> String { kind.value(point)?.inTests ?? "" }
    switch (stretch.low, stretch.high) {
    case (nil, nil): return "-"
    case (let low?, nil): return (low.isBehind ? "> " : ">= ") + text(low.point)
    case (nil, let high?): return (high.isBehind ? "<= " : "< ") + text(high.point)
    case (let low?, let high?):
      if !low.isBehind, high == kind.behind(low.point) { return text(low.point) }
      return (low.isBehind ? "(" : "[") + text(low.point) + ".." + text(high.point)
        + (high.isBehind ? "]" : ")")
    }
  }
}

extension Wording {
  /// Something that is the same in both languages.
  init(same text: String) { self.init(en: text, zh: text) }
}

extension Value {
  /// The value as a cell names it.
  var inTests: String {
    switch self {
    case .date, .yearsAndMonthsDuration, .daysAndTimeDuration: "@\"\(text)\""
    default: literal
    }
  }
}
