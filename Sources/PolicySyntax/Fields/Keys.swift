internal import Diagnostics
internal import YAMLTree

/// The entries of a mapping with a closed set of keys.
///
/// A reader asks for every key it knows; what is left over when it has finished is unknown. So the
/// keys of an entry are written down once, where they are read.
final class Keys {
  private let entries: [Field]
  private let node: YAMLNode
  private let findings: Findings
  private var asked: [String] = []
  /// For each entry whether a reader asked for it.
  private var isKnown: [Bool]
  private var misplaced: [String: Wording] = [:]
  private var required: [(key: String, example: String)] = []

  init(_ entries: [Field], in node: YAMLNode, findings: Findings) {
    self.entries = entries
    self.node = node
    self.findings = findings
    isKnown = Array(repeating: false, count: entries.count)
    asked.reserveCapacity(24)
  }

  /// The value of a key, if it is there.
  subscript(_ key: String) -> Field? {
    asked.append(key)
    guard let index = entries.firstIndex(where: { $0.title == key }) else { return nil }
    isKnown[index] = true
    return entries[index]
  }

  /// Explains a key that has its place elsewhere, in case it is met here.
  func elsewhere(_ key: String, _ explanation: Wording) { misplaced[key] = explanation }

  /// Takes a message about several of the entries.
  func add(_ diagnostic: Diagnostic) { findings.add(diagnostic) }

  /// Reports the second of two keys of which only one may be there.
  func exclusive(_ first: String, _ second: String) {
    guard let one = entries.first(where: { $0.title == first }),
      let other = entries.first(where: { $0.title == second }),
      let oneKey = one.key, let otherKey = other.key
    else { return }
    let isInOrder = oneKey.range.lowerBound < otherKey.range.lowerBound
    findings.add(
      StructureMessages.exclusive(
        isInOrder ? otherKey : oneKey, with: isInOrder ? oneKey : otherKey))
  }

  /// Demands a key; that it is missing is reported unless another is its misspelling.
  func require(_ key: String, example: String) {
    if !isPresent(key) { required.append((key, example)) }
  }

  /// Reports a key without a value, which rather is what a comma has torn off the entry before.
  private func reportTail(_ tail: SourceRange, behind field: Field) {
    guard findings.isExpression(field.node.range) else {
      findings.add(EmbeddingMessages.tornText(behind: field, tail: tail))
      return
    }
    let whole = field.node.range.union(tail)
    if whole.text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ",") }) {
      findings.add(EmbeddingMessages.thousands(whole))
      return
    }
    findings.add(
      EmbeddingMessages.expressionInBraces(
        whole, BlockForm(of: node, joiningTails: true)),
      onceFor: node.range)
  }

  private func isPresent(_ key: String) -> Bool { entries.contains { $0.title == key } }

  /// Reports every key that nobody asked for, and those that are missing.
  func finish() {
    guard !required.isEmpty || isKnown.contains(false) else { return }
    let free = asked.filter { !isPresent($0) }
    var meant: Set<String> = []
    for (index, entry) in entries.enumerated() where !isKnown[index] {
      guard let key = entry.key else { continue }
      if let explanation = misplaced[entry.title] {
        findings.add(StructureMessages.misplaced(key, explanation))
      } else if node.isFlow, index > 0, entry.isAbsent {
        reportTail(key.range, behind: entries[index - 1])
      } else {
        let near =
          KeySynonyms.keys(for: key.text).first { free.contains($0) }
          ?? nearest(to: key.text, among: free)
        if let near { meant.insert(near) }
        findings.add(
          StructureMessages.unknownKey(
            key, meant: near, known: asked,
            isOwnEntry: near == nil && !node.isFlow && (entry.isAbsent || !entry.isScalar)))
      }
    }
    for (key, example) in required where !meant.contains(key) {
      findings.add(StructureMessages.missing(key, in: node.range, example: example))
    }
  }
}
