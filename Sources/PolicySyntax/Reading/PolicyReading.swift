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
        var rest = PolicyDocument(file: file, kind: .sources)
        rest.readAll(keys)
        return nil
      }
      var document = PolicyDocument(file: file, kind: declared)
      document.read(keys, as: kind)
      return document
    } ?? nil
  }

  private mutating func readAll(_ keys: Keys) {
    readHead(keys)
    readVocabulary(keys)
    readRules(keys)
    readPermissions(keys)
  }

  private mutating func read(_ keys: Keys, as kind: FileKind) {
    switch kind {
    case .sources: readSources(keys)
    case .vocabulary:
      title = keys["title"]?.label()
      uses = keys["uses"]?.references(example: "uses: [calendar, person]") ?? []
      readVocabulary(keys)
      for key in Self.ruleKeys {
        keys.elsewhere(
          key,
          Wording(
            en: "a vocabulary declares names; what is decided and paid stands in a policy",
            zh: "词汇文件只声明名称；判定和支付写在政策文件中"))
      }
    case .policy: readAll(keys)
    case .overlay:
      title = keys["title"]?.label()
      inForce = keys["in force"]?.window()
      uses = keys["uses"]?.references(example: "uses: [calendar, person]") ?? []
      readVocabulary(keys)
      readRules(keys)
      readPermissions(keys)
      for key in ["payer", "subject", "jurisdiction", "for each"] {
        keys.elsewhere(
          key,
          Wording(
            en: "it belongs to the policy that is adapted, and a pilot cannot change it",
            zh: "它属于被调整的政策，试点不能更改"))
      }
    }
  }

  private mutating func readHead(_ keys: Keys) {
    title = keys["title"]?.label()
    payer = keys["payer"]?.label()
    subject = keys["subject"]?.word(among: ["person", "employer"])
    jurisdiction = keys["jurisdiction"]?.reference(example: "jurisdiction: registration region")
    inForce = keys["in force"]?.window()
    uses = keys["uses"]?.references(example: "uses: [calendar, person]") ?? []
    forEach = keys["for each"]?.forEach()
  }

  private mutating func readVocabulary(_ keys: Keys) {
    readSources(keys)
    types = keys["types"]?.types() ?? []
    facts = keys["facts"]?.facts() ?? []
    parameters = keys["parameters"]?.parameters() ?? []
    decisions = keys["decisions"]?.decisions() ?? []
    functions = keys["functions"]?.functions() ?? []
  }

  private mutating func readSources(_ keys: Keys) { sources = keys["sources"]?.sources() ?? [] }

  private static let ruleKeys = [
    "payer", "subject", "jurisdiction", "in force", "for each", "criteria", "refer", "benefits",
    "charges", "exempt", "term", "stacking", "may change",
  ]

  private mutating func readRules(_ keys: Keys) {
    criteria = keys["criteria"]?.criteria() ?? []
    refer = keys["refer"]?.conditions() ?? []
    benefits = keys["benefits"]?.benefits() ?? []
    charges = keys["charges"]?.benefits() ?? []
    exempt = keys["exempt"]?.conditions() ?? []
    term = keys["term"]?.term()
    stacking = keys["stacking"]?.stacking() ?? []
  }

  private mutating func readPermissions(_ keys: Keys) {
    mayChange = keys["may change"]?.permissions()
  }
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
