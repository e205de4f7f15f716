/// Lays files out anew as hands, editors and other programs do; most of them still say the same.
struct LayoutDamage {
  var random: SplitMix

  init(seed: UInt64, run: Int) {
    random = SplitMix(state: seed &+ UInt64(run) &* 0x2545_F491_4F6C_DD1D)
  }

  /// The text with one to six changes.
  mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    for _ in 0...random.below(6) { damage(&lines) }
    var text = lines.joined(separator: "\n")
    if random.below(8) == 0 { text = text.replacing("\n", with: "\r\n") }
    if random.below(8) == 0 { text = "\u{FEFF}" + text }
    if random.below(8) == 0 { text = "--- # start\n" + text }
    if random.below(8) == 0 { while text.last?.isNewline == true { text.removeLast() } }
    if random.below(12) == 0 { text += "\n...\n# end\n\n" }
    return Array(text.utf8)
  }

  private mutating func damage(_ lines: inout [String]) {
    let place = random.below(lines.count)
    let line = lines[place]
    switch random.below(14) {
    case 0, 1:
      for _ in 0...random.below(2) {
        lines.insert(random.below(4) == 0 ? "   " : "", at: place)
      }
    case 2, 3: lines.insert(blanks(random.below(12)) + comment(), at: place)
    case 4:
      lines[place] += blanks(1 + random.below(4)) + (random.below(5) == 0 ? "\t" : "") + comment()
    case 5: multiplyIndentation(&lines)
    case 6: shift(&lines, at: place)
    case 7, 8, 9: exchangeSiblings(&lines, at: place)
    case 10: lines[place] = respaced(line)
    case 11: breakBehindKey(&lines, at: place)
    case 12: changeHeader(&lines)
    default: lines[place] = line + (random.below(2) == 0 ? "  " : "\t")
    }
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  private mutating func comment() -> String {
    ["#", "# 注 \(random.below(100))", "#- a: b", "# | x | y |", "# 'a"][random.below(5)]
  }

  private func indentation(_ line: String) -> Int { line.prefix { $0 == " " }.count }

  private mutating func multiplyIndentation(_ lines: inout [String]) {
    let factor = 2 + random.below(2)
    lines = lines.map { blanks(indentation($0) * (factor - 1)) + $0 }
  }

  /// The lines of an entry: the one at a place and those indented deeper.
  private func block(_ lines: [String], at place: Int) -> Range<Int> {
    let margin = indentation(lines[place])
    var end = place + 1
    while end < lines.count,
      indentation(lines[end]) > margin || lines[end].allSatisfy({ $0 == " " })
    {
      end += 1
    }
    return place..<end
  }

  /// Moves all below an entry to the right.
  private mutating func shift(_ lines: inout [String], at place: Int) {
    let columns = 1 + random.below(3)
    for index in block(lines, at: place).dropFirst() where !lines[index].isEmpty {
      lines[index] = blanks(columns) + lines[index]
    }
  }

  /// Exchanges an entry with the next.
  private mutating func exchangeSiblings(_ lines: inout [String], at place: Int) {
    let first = block(lines, at: place)
    guard first.upperBound < lines.count,
      indentation(lines[first.upperBound]) == indentation(lines[place])
    else { return }
    let second = block(lines, at: first.upperBound)
    let exchanged = Array(lines[second]) + Array(lines[first])
    lines.replaceSubrange(first.lowerBound..<second.upperBound, with: exchanged)
  }

  /// More or fewer blanks where they mean nothing.
  private mutating func respaced(_ line: String) -> String {
    let (old, new) = [
      ("{", "{ "), ("}", "  }"), (", ", " ,"), (", ", ",   "), (": ", ":    "), ("- ", "-   "),
      (" | ", "|"), (" || ", "  ||   "), ("[", "[ "), ("]", ",]"), (", ", ",\n            "),
    ][random.below(11)]
    return line.replacing(old, with: new)
  }

  /// Puts a value on the line below its key.
  private mutating func breakBehindKey(_ lines: inout [String], at place: Int) {
    let line = lines[place]
    guard let colon = line.firstRange(of: ": ") else { return }
    let gap = random.below(2) == 0 ? "\n" : "  # gap\n\n"
    lines[place] =
      String(line[..<colon.lowerBound]) + ":" + gap + blanks(indentation(line) + 3)
      + String(line[colon.upperBound...])
  }

  private mutating func changeHeader(_ lines: inout [String]) {
    let places = lines.indices.filter { lines[$0].hasSuffix(": |") }
    guard let place = random.one(of: places) else { return }
    lines[place] += ["-", "+", "2", "2-", "  # header", ""][random.below(6)]
  }
}
