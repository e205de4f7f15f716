internal import Diagnostics
internal import FEELSyntax
public import YAMLTree

extension PolicyDocument {
  /// Reads a policy, a vocabulary, an overlay or a file of sources.
  ///
  /// Nothing is resolved and hardly anything is asked for: an overlay leaves out what it does not
  /// change, so that only the rulebook knows what must be there.
  public static func read(_ yaml: YAMLDocument, inPilot: Bool) -> Reading<PolicyDocument> {
    let findings = Findings()
    let document = Field.root(of: yaml, findings).flatMap { root in
      read(root, of: yaml.file, inPilot: inPilot)
    }
    return Reading(document: document, diagnostics: findings.sorted)
  }

  private static func read(_ root: Field, of file: SourceFile, inPilot: Bool) -> PolicyDocument? {
    let example = "policy: housing-grant"
    guard let entries = root.entries(example: example) else { return nil }
    guard let kind = FileKind(of: entries, at: root.node.range, root.findings) else { return nil }
    return root.keys(example: example) { keys in
      guard let declared = kind.read(keys, entries, inPilot: inPilot) else {
        // The rest is read all the same, for its messages.
        _ = PolicyDocument(keys, of: file, declaring: .sources, as: .policy)
        return nil
      }
      refuse(keys, in: kind)
      return PolicyDocument(keys, of: file, declaring: declared, as: kind)
    } ?? nil
  }

  /// Says where the keys belong that files of other kinds have.
  private static func refuse(_ keys: Keys, in kind: FileKind) {
    switch kind {
    case .sources, .policy: break
    case .vocabulary:
      for key in ruleKeys {
        keys.elsewhere(
          key,
          Wording(
            en: "a vocabulary declares names; what is decided and paid stands in a policy",
            zh: "词汇文件只声明名称；决策和支付写在政策文件中"))
      }
    case .overlay:
      for key in ["payer", "subject", "jurisdiction", "for each"] {
        keys.elsewhere(
          key,
          Wording(
            en: "it belongs to the policy that is adapted, and a pilot cannot change it",
            zh: "它属于被调整的政策，试点不能更改"))
      }
    }
  }

  private static let ruleKeys = [
    "payer", "subject", "jurisdiction", "in force", "for each", "criteria", "refer", "benefits",
    "charges", "exempt", "term", "stacking", "may change",
  ]
}

extension Field {
  /// The outermost value of a file; reports an empty file.
  static func root(of yaml: YAMLDocument, _ findings: Findings) -> Field? {
    guard let node = yaml.root else {
      if !yaml.diagnostics.contains(where: { $0.severity == .error }) {
        findings.add(FileMessages.empty(yaml.file))
      }
      return nil
    }
    let root = Field(root: node, findings: findings)
    guard !root.isAbsent else {
      findings.add(FileMessages.empty(yaml.file))
      return nil
    }
    return root
  }
}
