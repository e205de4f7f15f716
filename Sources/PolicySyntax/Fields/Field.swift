internal import Diagnostics
internal import YAMLTree

/// A value together with the key it stands under: what every reader of this layer is given.
struct Field {
  /// The key; nil for an item of a list and for a whole file.
  let key: YAMLScalar?
  /// The value.
  let node: YAMLNode
  /// What it is called in messages: its key, or that of the list it is an item of.
  let title: String
  /// The mapping or list it stands in, if that is written in brackets.
  let brackets: YAMLNode?
  /// The value with what a comma has torn off it, as in `{when: max(a, b) > 3}`.
  let torn: SourceRange?
  /// Where messages go.
  let findings: Findings

  /// The outermost value of a file.
  init(root: YAMLNode, findings: Findings) {
    self.init(
      key: nil, node: root, title: "", brackets: nil, torn: nil, findings: findings)
  }

  init(
    key: YAMLScalar?, node: YAMLNode, title: String, brackets: YAMLNode?, torn: SourceRange?,
    findings: Findings
  ) {
    self.key = key
    self.node = node
    self.title = title
    self.brackets = brackets
    self.torn = torn
    self.findings = findings
  }

  /// From the key to the end of the value.
  var range: SourceRange {
    let value = torn ?? node.range
    return key.map { $0.range.union(value) } ?? value
  }

  /// Whether nothing stands behind the colon or the dash.
  var isAbsent: Bool { node.isAbsentScalar }

  /// Whether the value is a text, not a list or a group of entries.
  var isScalar: Bool {
    if case .scalar = node.content { return true }
    return false
  }

  // MARK: - The three kinds of values

  /// The value as a text that is not empty; reports anything else.
  func scalar(example: String) -> YAMLScalar? {
    guard !reportedAsAbsent() else { return nil }
    guard case .scalar(let scalar) = node.content else {
      findings.add(StructureMessages.wrongKind(of: self, expected: .text, example: example))
      return nil
    }
    guard !scalar.text.isBlank else {
      findings.add(StructureMessages.emptyText(title, at: scalar.range))
      return nil
    }
    if let torn { findings.add(EmbeddingMessages.tornText(torn), onceFor: torn) }
    return scalar
  }

  /// The items of the value; reports anything but a list.
  func items(example: String) -> [Field] {
    guard !reportedAsAbsent() else { return [] }
    guard case .sequence(let nodes) = node.content else {
      findings.add(StructureMessages.wrongKind(of: self, expected: .list, example: example))
      return []
    }
    return nodes.map { item in
      Field(
        key: nil, node: item, title: title, brackets: node.isFlow ? node : nil, torn: nil,
        findings: findings)
    }
  }

  /// The entries of the value, whatever their keys; nil, with a report, for anything but a mapping.
  func entries(example: String) -> [Field]? {
    guard !reportedAsAbsent() else { return nil }
    guard case .mapping(let entries) = node.content else {
      findings.add(StructureMessages.wrongKind(of: self, expected: .entries, example: example))
      return nil
    }
    guard node.isFlow else {
      return entries.map { field($0, torn: nil) }
    }
    return TornEntries(entries).whole.map { field($0.entry, torn: $0.torn) }
  }

  /// Reads a mapping whose keys are known; reports those that nobody asked for.
  ///
  /// A text in its place is shown below the key that most likely was meant, if one is named.
  func keys<Result>(
    example: String, textBelongsUnder mainKey: String? = nil, _ read: (Keys) -> Result
  ) -> Result? {
    if let mainKey, case .scalar(let scalar) = node.content, !scalar.isAbsent {
      findings.add(StructureMessages.textForEntries(self, scalar, below: mainKey))
      return nil
    }
    guard let entries = entries(example: example) else { return nil }
    let keys = Keys(entries, in: node, findings: findings)
    let result = read(keys)
    keys.finish()
    return result
  }

  private func field(_ entry: YAMLEntry, torn: SourceRange?) -> Field {
    Field(
      key: entry.key, node: entry.value, title: entry.key.text,
      brackets: node.isFlow ? node : nil, torn: torn, findings: findings)
  }

  private func reportedAsAbsent() -> Bool {
    guard isAbsent else { return false }
    findings.add(StructureMessages.absent(title, at: key?.range ?? node.range))
    return true
  }
}

extension String {
  /// Whether nothing but blanks is written.
  var isBlank: Bool {
    // Most texts begin with a letter or digit, which is seen at its first byte.
    if let first = utf8.first, (0x21...0x7E).contains(first) { return false }
    return allSatisfy(\.isWhitespace)
  }
}
