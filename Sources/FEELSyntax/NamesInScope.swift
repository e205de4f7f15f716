/// The names that the longest match works against.
///
/// A name may hold spaces, keywords and signs: `years and months duration`, `Pre-bureau risk
/// category`, `Person.Gender`. Names of one word need not be known to be parsed, but do no harm.
public struct NamesInScope: Sendable {
  /// Names that an expression can begin with.
  let names: NameTrie
  /// Names of entries, possible after `.` and inside filters.
  let members: NameTrie

  /// The names of values, functions and types, and those of the entries their values may have.
  public init(_ names: some Sequence<String>, members: some Sequence<String> = []) {
    self.names = NameTrie(names)
    self.members = NameTrie(members)
  }

  private init(_ names: NameTrie, members: NameTrie) {
    self.names = names
    self.members = members
  }

  /// The same names and more.
  public func adding(
    _ names: some Sequence<String>, members: some Sequence<String> = []
  ) -> NamesInScope {
    var allNames = self.names
    var allMembers = self.members
    for name in names { allNames.insert(name) }
    for name in members { allMembers.insert(name) }
    return NamesInScope(allNames, members: allMembers)
  }
}

/// A set of names as a tree over their tokens.
struct NameTrie: Sendable {
  private struct Step: Hashable {
    let node: Int32
    let isSpaced: Bool
    let hash: UInt64
  }

  private var steps: [Step: Int32] = [:]
  /// The name that ends at a node, and how often it has been declared.
  private var ends: [(name: [UInt8], count: Int)] = [([], 0)]

  /// The set of some names.
  init(_ names: some Sequence<String> = []) {
    for name in names { insert(name) }
  }

  /// Adds a name from its text; answers a key to remove it by, nil if there is no need to keep it.
  @discardableResult
  mutating func insert(_ name: String) -> Int32? {
    let bytes = Array(name.utf8)
    let tokens = Lexer(bytes).tokens.dropLast()
    return insert(tokens, of: bytes)
  }

  /// Adds a name from its tokens; answers a key to remove it by, nil if there is no need to keep it.
  mutating func insert(_ tokens: ArraySlice<Token>, of bytes: [UInt8]) -> Int32? {
    guard let first = tokens.first else { return nil }
    // A word by itself is read as a name whether or not it is known.
    if tokens.count == 1, first.kind == .word, Keywords.inCapitals(bytes[first.offsets]) == nil {
      return nil
    }
    for token in tokens where token.kind == .unclosedString || token.kind == .unclosedComment {
      return nil
    }
    var node: Int32 = 0
    for (index, token) in tokens.enumerated() {
      let step = Step(
        node: node, isSpaced: index > 0 && token.hasSpaceBefore, hash: token.hash)
      if let next = steps[step] {
        node = next
      } else {
        ends.append(([], 0))
        node = Int32(ends.count - 1)
        steps[step] = node
      }
    }
    ends[Int(node)].name = nameBytes(tokens, of: bytes)
    ends[Int(node)].count += 1
    return node
  }

  /// Takes one declaration of a name back.
  mutating func remove(_ key: Int32) {
    ends[Int(key)].count -= 1
  }

  /// The longest name at the start of some tokens: how many tokens it has, 0 if there is none.
  func longestMatch(_ tokens: ArraySlice<Token>, of bytes: [UInt8]) -> Int {
    guard !steps.isEmpty else { return 0 }
    var node: Int32 = 0
    var length = 0
    var end: Int32 = 0
    for (index, token) in tokens.enumerated() {
      let step = Step(
        node: node, isSpaced: index > 0 && token.hasSpaceBefore, hash: token.hash)
      guard let next = steps[step] else { break }
      node = next
      if ends[Int(node)].count > 0 {
        length = index + 1
        end = node
      }
    }
    // Hashes led here, so the bytes have the last word.
    guard length > 0, ends[Int(end)].name == nameBytes(tokens.prefix(length), of: bytes) else {
      return 0
    }
    return length
  }
}

/// The bytes of a name, a space for each run of white space and each comment.
func nameBytes(_ tokens: ArraySlice<Token>, of bytes: [UInt8]) -> [UInt8] {
  guard let first = tokens.first, let last = tokens.last else { return [] }
  var result: [UInt8] = []
  result.reserveCapacity(Int(last.upper - first.lower))
  for token in tokens {
    if token.hasSpaceBefore, !result.isEmpty { result.append(0x20) }
    result.append(contentsOf: bytes[token.offsets])
  }
  return result
}
