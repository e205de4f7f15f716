import Diagnostics
import Foundation
import Quantities

/// A table that is made up, with the rules of ten pilots around it.
///
/// Its rules divide all values among them; what is wrong with it is put in on purpose.
struct DrawnTable {
  struct Row {
    var cells: [DrawnCell]
    var output: String
    var from: String?
    var until: String?
  }

  /// A parameter that differs from what it should be, on one day in one pilot.
  struct Slip {
    let parameter: String
    let pilot: Int
    let year: Int
    let move: Int
  }

  var columns: [DrawnColumn]
  var rows: [Row]
  var hitPolicy = "U"
  var order: String?
  var defaultValue: String?
  var slip: Slip?
  var pilots: Int
  var years: Int

  /// Divides all values among some rules.
  init(
    rows count: Int, columns width: Int, breaks: Int, pilots: Int = 2, years: Int = 2,
    _ random: inout SeededRandom
  ) {
    self.pilots = pilots
    self.years = years
    columns = (0..<width).map { index in
      let kind = DrawnColumn.Kind.allCases.randomElement(using: &random) ?? .number
      return DrawnColumn(index == 0 ? .number : kind, index, breaks: breaks, &random)
    }
    rows = [Row(cells: columns.map { _ in .any }, output: "")]
    var attempts = 0
    while rows.count < count, attempts < count * 20 {
      attempts += 1
      let row = random.below(rows.count)
      let column = random.below(width)
      guard let (first, second) = divided(rows[row].cells[column], columns[column], &random)
      else { continue }
      var other = rows[row]
      rows[row].cells[column] = first
      other.cells[column] = second
      rows.append(other)
    }
    rows.shuffle(using: &random)
    for index in rows.indices { rows[index].output = "\(index + 1)" }
  }

  /// A cell divided in two; nil if it cannot be.
  private func divided(
    _ cell: DrawnCell, _ column: DrawnColumn, _ random: inout SeededRandom
  ) -> (DrawnCell, DrawnCell)? {
    if column.values.isEmpty {
      var ends: (Int?, Int?) = (nil, nil)
      if case .between(let low, let high) = cell { ends = (low, high) }
      let inner = Array(((ends.0 ?? -1) + 1)..<(ends.1 ?? column.breaks.count))
      guard let place = inner.randomElement(using: &random) else { return nil }
      return (.between(ends.0, place), .between(place, ends.1))
    }
    var values = Array(column.values.indices)
    if case .values(let some) = cell { values = some }
    guard values.count > 1 else { return nil }
    let place = 1 + random.below(values.count - 1)
    return (.values(Array(values[..<place])), .values(Array(values[place...])))
  }

  // MARK: - Files

  /// The line of the table's first row in the file of the policy.
  var firstLine: Int { head.split(separator: "\n", omittingEmptySubsequences: false).count + 2 }

  /// The line of a row.
  func line(of row: Int) -> Int { firstLine + row }

  /// The line of the corner.
  var corner: Int { firstLine - 1 }

  private var head: String {
    var text = """
      policy: drawn
      title: {en: Drawn}
      jurisdiction: region
      in force: {from: 2020-01-01}
      facts:
        region: {type: text, label: {en: Region}}

      """
    for column in columns { text += column.fact }
    text += "parameters:\n"
    text += parameters(pilot: nil)
    text +=
      "decisions:\n  result:\n    type: \(order == nil ? "number" : "text")\n    source: X-1\n"
    if let defaultValue { text += "    default: \(defaultValue)\n" }
    if let order { text += "    order: \(order)\n" }
    return text + "    table: |"
  }

  private var isDated: Bool { rows.contains { $0.from != nil || $0.until != nil } }

  private var drawing: String {
    let inputs = columns.map(\.name).joined(separator: " | ")
    var text = "      | \(hitPolicy) | \(inputs) || result"
    text += isDated ? " || from | until |\n" : " |\n"
    for (index, row) in rows.enumerated() {
      let cells = zip(row.cells, columns).map { $1.text($0) }.joined(separator: " | ")
      text += "      | \(index + 1) | \(cells) || \(row.output)"
      text += isDated ? " || \(row.from ?? "") | \(row.until ?? "") |\n" : " |\n"
    }
    return text
  }

  /// The parameters with their values, year by year; pilots have their own.
  private func parameters(pilot: Int?) -> String {
    var text = "  unused: {type: number, values: [{from: 2020-01-01, is: 0, source: X-1}]}\n"
    if pilot != nil { text = "" }
    for (index, column) in columns.enumerated() {
      for place in column.breaks {
        guard let name = place.parameter else { continue }
        for twin in ["", " twin"] {
          text += "  \(name)\(twin):\n"
          if pilot == nil { text += "    type: \(column.parameterType)\n" }
          text += "    values:\n"
          for year in 0..<years {
            var moved = Self.moved(place.rank, index, year, pilot)
            if let slip, slip.parameter == name + twin, slip.pilot == pilot, slip.year == year {
              moved += slip.move
            }
            text += "      - from: \(2020 + year)-01-01\n"
            if year + 1 < years { text += "        until: \(2020 + year)-12-31\n" }
            text += "        is: |\n          \(column.value(place.rank, moved: moved))\n"
            text += "        source: X-1\n"
          }
        }
      }
    }
    return text
  }

  /// How far a parameter lies from its break in a year in a pilot.
  static func moved(_ rank: Int, _ column: Int, _ year: Int, _ pilot: Int?) -> Int {
    (rank * 7 + year * 11 + (pilot ?? 0) * 5 + column) % 60 - 30
  }

  private var names: [String] {
    columns.flatMap { column in
      column.breaks.compactMap(\.parameter).flatMap { [$0, $0 + " twin"] }
    }
  }

  var files: [SourceFile] {
    var policy = head + "\n" + drawing
    let condition = order == nil ? "result > 0" : "result = \"high\""
    policy += "criteria:\n  due:\n    require: |\n      region != \"\" and \(condition)\n"
    policy += "    label: {en: Due}\n    source: X-1\n"
    if !names.isEmpty {
      let free = names.map { "\($0): {}" }.joined(separator: ", ")
      policy += "may change:\n  parameters: {\(free)}\n"
    }
    var files = [
      SourceFile(
        name: "rules/sources.yaml",
        text: "sources:\n  X-1: {title: T, evidence: illustrative}\n"),
      SourceFile(name: "rules/drawn.yaml", text: policy),
    ]
    for pilot in 0..<pilots {
      files.append(
        SourceFile(
          name: "pilots/p\(pilot)/pilot.yaml",
          text: "title: {en: P}\nregion: 99\(pilot)000\n"))
      var overlay = "adapts: drawn\nin force: {from: 2020-01-01}\n"
      let own = parameters(pilot: pilot)
      if !own.isEmpty { overlay += "parameters:\n" + own }
      files.append(SourceFile(name: "pilots/p\(pilot)/drawn.yaml", text: overlay))
    }
    return files
  }
}
