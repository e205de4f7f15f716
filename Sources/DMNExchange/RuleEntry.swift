import PolicySyntax
import PolicyWriting

/// What an entry of a rule file is.
enum Role: String, Sendable, Hashable, CaseIterable {
  case fact, parameter, decision, function, criterion, refer, exempt, benefit, charge, termPart
  case end, suspension

  /// The section it stands in; those of a term stand inside it.
  var section: String {
    switch self {
    case .fact: "facts"
    case .parameter: "parameters"
    case .decision: "decisions"
    case .function: "functions"
    case .criterion: "criteria"
    case .refer: "refer"
    case .exempt: "exempt"
    case .benefit: "benefits"
    case .charge: "charges"
    case .termPart: "term"
    case .end: "ends"
    case .suspension: "suspended"
    }
  }

  /// What stands before the name in DMN, where all names of a model share one space.
  var prefix: String {
    switch self {
    case .fact, .parameter, .decision, .function: ""
    case .criterion, .refer, .exempt, .benefit, .charge, .end, .suspension: rawValue + " "
    case .termPart: "term "
    }
  }

  /// Whether expressions can name it.
  var isItem: Bool {
    switch self {
    case .fact, .parameter, .decision, .function: true
    default: false
    }
  }

  /// The keys that DMN has a place for.
  var placedKeys: Set<String> {
    switch self {
    case .fact: ["type", "allowed", "choices"]
    case .parameter: ["type", "values"]
    case .decision: ["type", "is", "table", "default", "order", "except"]
    case .function: ["parameters", "is", "table", "default", "order"]
    case .criterion: ["require", "met from"]
    case .refer, .exempt, .end, .suspension: ["when"]
    case .benefit, .charge: ["amount"]
    case .termPart: ["is"]
    }
  }

  /// The canonical order of its keys.
  var keyOrder: [String] {
    switch self {
    case .fact: FileShape.fact.keys
    case .parameter: FileShape.parameter.keys
    case .decision: FileShape.decision.keys
    case .function: FileShape.function.keys
    case .criterion: FileShape.criterion.keys
    case .refer, .exempt: FileShape.condition.keys
    case .benefit, .charge: FileShape.benefit.keys
    case .end, .suspension: FileShape.end.keys
    case .termPart: ["is"]
    }
  }
}

/// An entry of a rule file under its name.
struct RuleEntry {
  /// Items share one space of names, whatever their role; everything else has one for each role.
  struct Key: Hashable {
    let space: String
    let name: String
  }

  let role: Role
  let name: String
  let tree: RuleTree

  var key: Key { Key(space: role.isItem ? "" : role.rawValue, name: name) }

  /// The entries of a rule file in the order of its sections.
  static func all(of document: RuleTree) -> [RuleEntry] {
    var entries: [RuleEntry] = []
    for role in Role.allCases {
      switch role {
      case .termPart:
        for part in document["term"]?.entries ?? [] {
          guard case .expression = part.value else { continue }
          entries.append(
            RuleEntry(role: role, name: part.key, tree: .entries([.init("is", part.value)])))
        }
      default:
        let isOfTerm = role == .end || role == .suspension
        let section = (isOfTerm ? document["term"] : document)?[role.section]
        for entry in section?.entries ?? [] {
          entries.append(RuleEntry(role: role, name: entry.key, tree: long(entry.value)))
        }
      }
    }
    return entries
  }

  /// A short form as a long one.
  private static func long(_ tree: RuleTree) -> RuleTree {
    if case .expression = tree { return .entries([.init("is", tree)]) }
    return tree
  }
}
