internal import Diagnostics
internal import YAMLTree

/// The entries of a mapping in braces, those that a comma inside an expression has torn put
/// together again.
///
/// To YAML, `{when: max(a, b) > 3, is: 0.6}` has the keys `when`, `b) > 3` and `is`.
struct TornEntries {
  /// An entry, and the whole stretch of its value if what follows belongs to it.
  typealias Whole = (entry: YAMLEntry, torn: SourceRange?)

  let whole: [Whole]

  /// Finds what belongs together by brackets and quotation marks that are open, and, if tails are to
  /// be joined, by keys without a value.
  init(_ entries: [YAMLEntry], joiningTails: Bool = false) {
    var whole: [Whole] = []
    var index = 0
    while index < entries.count {
      let entry = entries[index]
      var last = Self.lastPart(from: index, of: entries)
      while joiningTails, last + 1 < entries.count, entries[last + 1].value.isAbsentScalar {
        last += 1
      }
      let end = entries[last].value.range.union(entries[last].key.range)
      whole.append((entry, last == index ? nil : entry.value.range.union(end)))
      index = last + 1
    }
    self.whole = whole
  }

  /// The entry with which an expression that begins in another has all its brackets and quotation
  /// marks closed; the same one if they are closed at once, or never.
  private static func lastPart(from start: Int, of entries: [YAMLEntry]) -> Int {
    guard case .scalar(let scalar) = entries[start].value.content, scalar.style == .plain else {
      return start
    }
    var balance = Balance()
    balance.read(scalar.text)
    guard balance.isOpen else { return start }
    for index in (start + 1)..<max(start + 1, entries.count) {
      // Two inch marks in two texts are no string literal between them.
      if balance.isInString, !entries[index].value.isAbsentScalar { return start }
      balance.read(entries[index].key.range.text)
      balance.read(entries[index].value.range.text)
      if !balance.isOpen { return index }
    }
    return start
  }

  /// Counts what is open.
  private struct Balance {
    private var depth = 0
    private(set) var isInString = false

    var isOpen: Bool { isInString || depth > 0 }

    mutating func read(_ text: String) {
      for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "\""): isInString.toggle()
        case _ where isInString: break
        case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
        default: break
        }
      }
    }
  }
}

extension YAMLNode {
  /// Whether nothing stands behind the colon or the dash.
  var isAbsentScalar: Bool {
    if case .scalar(let scalar) = content { return scalar.isAbsent }
    return false
  }
}
