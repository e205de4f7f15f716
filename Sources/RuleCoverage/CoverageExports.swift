public import Diagnostics
import PolicyModel

extension Coverage {
  /// The same for programs.
  public var json: JSONValue {
    .object([
      ("schema", .string("zhunze.coverage/1")), ("cases", .integer(cases)),
      ("total", Self.json(targets.count())),
      ("kinds", Self.kinds(targets)),
      (
        "files",
        .array(
          files.map { file in
            .object([
              ("file", .string(file.file.name)), ("subject", .string(file.subject)),
              ("pilot", file.pilot.map { .string($0.name) } ?? .null),
              ("kinds", Self.kinds(file.targets)),
              ("targets", .array(file.targets.map(\.json))),
            ])
          })
      ),
    ])
  }

  private static func kinds(_ targets: [CoverageTarget]) -> JSONValue {
    .object(
      CoverageTarget.Kind.allCases.compactMap { kind in
        let count = targets.count(kind)
        return count.all == 0 ? nil : (kind.rawValue, json(count))
      })
  }

  private static func json(_ count: CoverageCount) -> JSONValue {
    .object([
      ("covered", .integer(count.covered)), ("all", .integer(count.all)),
      ("percent", .integer(count.percent)),
    ])
  }

  /// The LCOV tracefile: a line for each place, a branch for each way where there are several.
  public var lcov: String {
    var text = "TN:zhunze\n"
    for file in files {
      text += "SF:\(file.file.name)\n"
      var lines: [Int: Int] = [:]
      var branches = CoverageCount()
      for (block, target) in file.targets.enumerated() {
        let line = target.range.start.line
        let hits = target.aspects.map(\.hits).max() ?? 0
        // A boundary is read in the line before as well.
        if target.kind != .boundary { lines[line] = max(lines[line] ?? 0, hits) }
        guard target.aspects.count > 1 else { continue }
        for (branch, aspect) in target.aspects.enumerated() {
          // A place that was not reached at all has no branches taken, not branches taken no time.
          let taken = hits == 0 ? "-" : String(aspect.hits)
          text += "BRDA:\(line),\(block),\(branch),\(taken)\n"
          branches.all += 1
          branches.covered += aspect.hits > 0 ? 1 : 0
        }
      }
      text += "BRF:\(branches.all)\nBRH:\(branches.covered)\n"
      for line in lines.keys.sorted() { text += "DA:\(line),\(lines[line] ?? 0)\n" }
      text += "LF:\(lines.count)\nLH:\(lines.values.count { $0 > 0 })\nend_of_record\n"
    }
    return text
  }
}

extension CoverageTarget {
  fileprivate var json: JSONValue {
    .object([
      ("kind", .string(kind.rawValue)), ("name", .string(name)), ("at", .string(range.place)),
      (
        "aspects",
        .array(
          aspects.map { aspect in
            .object([
              ("name", aspect.name.en.isEmpty ? .null : aspect.name.json),
              ("hits", .integer(aspect.hits)),
              ("needs", aspect.hits > 0 ? .null : aspect.hint.json),
            ])
          })
      ),
    ])
  }
}
