internal import Diagnostics

/// How the header divides a table into inputs, outputs and annotations.
struct TableShape {
  /// The corner and the inputs, the outputs, the annotations: how many cells each has.
  let counts: [Int]
  /// The texts of the header's cells, by group.
  let names: [[String]]

  /// The groups of a line's cells, divided by its double bars.
  static func groups(of line: TableLine) -> [[Range<Int>]] {
    var groups: [[Range<Int>]] = [[]]
    for (index, cell) in line.cells.enumerated() {
      if index > 0, line.bars[index - 1].isDouble { groups.append([]) }
      groups[groups.count - 1].append(cell)
    }
    return groups
  }

  /// The bar that differs from the header's in a line of as many cells.
  func misplacedBar(in line: TableLine) -> TableLine.Bar? {
    guard line.cells.count == counts.reduce(0, +) else { return nil }
    var doubles: Set<Int> = []
    var end = 0
    for count in counts.dropLast() {
      end += count
      doubles.insert(end - 1)
    }
    return line.bars.enumerated().first { index, bar in
      bar.isDouble != doubles.contains(index)
    }?.element
  }

  /// The three kinds of cells.
  enum Group: Int {
    case inputs
    case outputs
    case annotations

    /// What so many of them are called in English.
    func english(count: Int) -> String {
      switch self {
      case .inputs: count == 1 ? "input entry" : "input entries"
      case .outputs: count == 1 ? "output entry" : "output entries"
      case .annotations: count == 1 ? "annotation" : "annotations"
      }
    }

    /// What they are called in Chinese.
    var chinese: String {
      switch self {
      case .inputs: "输入条目"
      case .outputs: "输出条目"
      case .annotations: "附注"
      }
    }
  }
}
