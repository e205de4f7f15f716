import Diagnostics
import YAMLTree

extension CaseFileReader {
  private static let keys = [
    "outcome", "benefits", "criteria", "not yet until", "not before", "term", "missing",
    "missing includes", "unpublished", "provisional", "refer", "total", "evidence", "months",
    "payable", "unknown", "used", "difference", "first decided",
  ]

  /// What must come out.
  mutating func expectations(_ node: YAMLNode) -> [Expectation] {
    guard let entries = mapping(node) else { return [] }
    check(entries, Self.keys)
    var found: [Expectation] = []
    for entry in entries {
      switch entry.key.text {
      case "outcome": found += one(.outcome, entry.value)
      case "not yet until": found += one(.notYetUntil, entry.value)
      case "not before": found += one(.notBefore, entry.value)
      case "total": found += one(.total, entry.value)
      case "evidence": found += one(.evidence, entry.value)
      case "payable", "unknown", "used": found += one(.count(entry.key.text), entry.value)
      case "difference": found += one(.difference, entry.value)
      case "first decided": found += one(.firstDecided, entry.value)
      case "months": found += each(entry.value) { .month($0) }
      case "benefits": found += each(entry.value) { .benefit($0) }
      case "criteria": found += each(entry.value) { .criterion($0) }
      case "term": found += each(entry.value) { .term($0) }
      case "missing": found += list(.missing, entry.value)
      case "missing includes": found += list(.missingIncludes, entry.value)
      case "unpublished": found += list(.unpublished, entry.value)
      case "provisional": found += list(.provisional, entry.value)
      case "refer": found += list(.refer, entry.value)
      default: break
      }
    }
    return found
  }

  private mutating func one(_ subject: Expectation.Subject, _ node: YAMLNode) -> [Expectation] {
    guard case .scalar(let scalar) = node.content, !scalar.isAbsent else {
      diagnostics.append(CaseMessages.notAText("expect", at: node.range))
      return []
    }
    return [
      Expectation(
        subject: subject, expected: [scalar.text],
        isNull: scalar.style == .plain && scalar.text == "null", range: scalar.range)
    ]
  }

  private mutating func each(
    _ node: YAMLNode, _ subject: (String) -> Expectation.Subject
  ) -> [Expectation] {
    guard let entries = mapping(node) else { return [] }
    return entries.flatMap { entry in
      one(subject(entry.key.text), entry.value).map { expectation in
        var named = expectation
        named.nameRange = entry.key.range
        return named
      }
    }
  }

  private mutating func list(_ subject: Expectation.Subject, _ node: YAMLNode) -> [Expectation] {
    switch node.content {
    case .scalar: return one(subject, node)
    case .sequence(let nodes):
      let scalars = nodes.compactMap { node -> YAMLScalar? in
        if case .scalar(let scalar) = node.content { scalar } else { nil }
      }
      return [
        Expectation(
          subject: subject, expected: scalars.map(\.text), isNull: false, range: node.range,
          places: scalars.map(\.range))
      ]
    case .mapping:
      diagnostics.append(CaseMessages.notAList(at: node.range))
      return []
    }
  }
}
