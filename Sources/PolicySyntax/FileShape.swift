/// What may stand in a file, level by level: the keys of the format in the order in which they are
/// written, and what stands behind each.
public indirect enum FileShape: Sendable {
  /// Whatever its keys, they keep their order.
  case any
  /// An expression or unary tests.
  case expression
  /// A decision table.
  case table
  /// The format's own keys.
  case entries([Key])
  /// Names that the author has chosen, which keep their order.
  case names(FileShape)
  /// A list.
  case list(FileShape)

  /// A key of the format.
  public struct Key: Sendable {
    /// The key as it is written.
    public let name: String
    /// What stands behind it.
    public let shape: FileShape
  }

  /// The keys in the order in which they are written; none if they are not the format's own.
  public var keys: [String] {
    if case .entries(let keys) = self { keys.map(\.name) } else { [] }
  }

  /// What stands behind a key of a group; anything if the key is unknown.
  public subscript(_ key: String) -> FileShape {
    switch self {
    case .entries(let keys): keys.first { $0.name == key }?.shape ?? .any
    case .names(let shape): shape
    default: .any
    }
  }

  /// What stands in the items of a list.
  public var item: FileShape {
    if case .list(let shape) = self { shape } else { .any }
  }

  private static func keys(_ keys: KeyValuePairs<String, FileShape>) -> FileShape {
    .entries(keys.map { Key(name: $0.key, shape: $0.value) })
  }
}

// MARK: - Files

extension FileShape {
  /// A policy, a vocabulary, an overlay or a file of sources.
  public static let document = keys([
    "policy": .any, "vocabulary": .any, "adapts": .any, "title": label, "payer": label,
    "subject": .any, "jurisdiction": .any, "in force": window, "uses": .any,
    "for each": .names(.expression), "sources": .names(source), "types": .names(.names(fact)),
    "facts": .names(fact), "parameters": .names(parameter), "decisions": .names(decision),
    "functions": .names(function), "criteria": .names(criterion), "refer": .names(condition),
    "benefits": .names(benefit), "charges": .names(benefit), "exempt": .names(condition),
    "term": term, "stacking": .list(stacking), "may change": permissions,
  ])

  /// Those keys of a document that stand apart, with an empty line before and behind.
  public static let sections: Set<String> = [
    "sources", "types", "facts", "parameters", "decisions", "functions", "criteria", "refer",
    "benefits", "charges", "exempt", "term", "stacking", "may change",
  ]

  /// A pilot.
  public static let pilot = keys([
    "title": label, "region": .any, "parent": .any, "notice": label,
  ])
}

// MARK: - Entries

extension FileShape {
  /// A text for people.
  public static let label = keys(["zh": .any, "en": .any])

  /// The days of a window.
  public static let window = keys(["from": .any, "until": .any, "known from": .any])

  /// A source.
  public static let source = keys([
    "title": .any, "number": .any, "evidence": .any, "url": .any, "text": .any,
  ])

  /// A fact, an entry of a record, a parameter of a function.
  public static let fact = keys([
    "type": .any, "unit": .any, "over time": .any, "none": .any, "allowed": .expression,
    "choices": .names(label), "if not supplied": .expression, "label": label, "ask": label,
  ])

  /// A dated constant.
  public static let parameter = keys([
    "type": .any, "unit": .any, "set by": .any, "label": label, "while unpublished": .any,
    "values": .list(value),
  ])

  /// A value of a dated constant.
  public static let value = keys([
    "from": .any, "until": .any, "is": .expression, "source": .any, "known from": .any,
  ])

  /// A decision.
  public static let decision = keys([
    "type": .any, "unit": .any, "label": label, "may be supplied": .any, "as of": .expression,
    "is": .expression, "table": .table, "default": .expression, "order": .list(.expression),
    "source": .any, "except": .names(exception), "assumes": label,
  ])

  /// An exception of a decision.
  public static let exception = keys([
    "label": label, "when": .expression, "is": .expression, "over": .any, "from": .any,
    "until": .any, "known from": .any, "source": .any,
  ])

  /// A function.
  public static let function = keys([
    "label": label, "parameters": .names(fact), "is": .expression, "table": .table,
    "default": .expression, "order": .list(.expression), "source": .any,
  ])

  /// A criterion.
  public static let criterion = keys([
    "waived": .any, "require": .expression, "met from": .expression, "as of": .expression,
    "after": .any, "label": label, "unmet": label, "source": .any, "assumes": label,
  ])

  /// A reason to refer, or an exemption.
  public static let condition = keys([
    "label": label, "when": .expression, "as of": .expression, "why": label, "source": .any,
  ])

  /// A benefit or charge.
  public static let benefit = keys([
    "label": label, "pays": .any, "amount": .expression, "unit": .any, "as of": .expression,
    "source": .any, "assumes": label,
  ])

  /// A term.
  public static let term = keys([
    "starts": .expression, "last month": .expression, "months": .expression,
    "used before": .expression, "counts": .any, "ends": .names(end), "suspended": .names(end),
    "source": .any, "assumes": label,
  ])

  /// What ends or suspends a term.
  public static let end = keys([
    "label": label, "when": .expression, "on": .any, "effect": .any, "afterwards": .any,
    "at most": .expression, "at the rate": .any, "source": .any,
  ])

  /// How a policy goes together with another.
  public static let stacking = keys([
    "with": .any, "label": label, "mode": .any, "source": .any,
  ])

  /// What a pilot may change.
  public static let permissions = keys([
    "facts": permitted, "parameters": permitted, "decisions": permitted, "functions": permitted,
    "benefits": permitted, "charges": permitted, "refer": permitted, "exempt": permitted,
    "term": .any, "criteria": keys(["add": .any, "change": .any, "waive": .any]),
    "stacking": .any,
  ])

  /// Names with the bounds within which a pilot may change them.
  private static let permitted = FileShape.names(keys(["within": .expression, "strict": .any]))
}

// MARK: - Files about cases

extension FileShape {
  /// A file of test cases.
  public static let caseFile = keys([
    "policy": .any, "vocabulary": .any, "pilot": .any, "given": .any, "cases": .list(testCase),
  ])

  /// A test case.
  public static let testCase = keys([
    "case": .any, "from": .any, "to": .any, "date": .any, "known": .any, "against": .any,
    "facts": .any, "expect": expectation, "expression": .expression, "is": .expression,
  ])

  /// What must come out of a case.
  public static let expectation = keys([
    "outcome": .any, "not yet until": .any, "not before": .any, "criteria": .any,
    "benefits": .any, "total": .any, "difference": .any, "payable": .any, "unknown": .any,
    "used": .any, "first decided": .any, "term": .any, "missing": .any,
    "missing includes": .any, "provisional": .any, "unpublished": .any, "refer": .any,
    "evidence": .any, "months": .any,
  ])

  /// An applicant.
  public static let applicant = keys([
    "applicant": .any, "subject": .any, "facts": .any, "claims": .any, "grants": .any,
  ])
}
