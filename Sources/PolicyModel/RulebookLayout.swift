import Diagnostics
import FEELSyntax
import PolicySyntax

extension Rulebook {
  /// All declared sources; one id has one declaration.
  static func sources(
    in documents: [PolicyDocument], _ diagnostics: inout [Diagnostic]
  ) -> [String: Source] {
    var sources: [String: Source] = [:]
    for declaration in documents.flatMap(\.sources) {
      let name = declaration.name
      if let first = sources[name.text] {
        diagnostics.append(LayerMessages.declaredTwice(name, first: first.range))
        continue
      }
      if declaration.evidence == nil {
        diagnostics.append(PolicyMessages.missing("evidence", of: name))
      }
      sources[name.text] = Source(
        id: name.text, title: declaration.title?.value ?? name.text,
        number: declaration.number?.value, url: declaration.url?.value,
        evidence: declaration.evidence?.value ?? .illustrative, text: declaration.text?.value,
        range: name.range)
    }
    return sources
  }

  /// Reports uses of vocabularies that are not there.
  static func checkUses(
    _ documents: [PolicyDocument], _ vocabularies: [String: PolicyDocument],
    _ diagnostics: inout [Diagnostic]
  ) {
    for document in documents {
      for use in document.uses where vocabularies[use.text] == nil {
        diagnostics.append(
          RulebookMessages.unknownVocabulary(
            use,
            nearest: diagnostics.count < Suggestion.mostFindings
              ? nearest(to: use.text, among: vocabularies.keys) : nil))
      }
    }
  }

  /// Reports editions that are in force on the same days.
  static func checkEditions(
    _ editions: [PolicyDocument], _ diagnostics: inout [Diagnostic]
  ) {
    for (index, edition) in editions.enumerated() {
      guard let window = edition.inForce else {
        if case .policy(let name) = edition.kind {
          diagnostics.append(PolicyMessages.missing("in force", of: name))
        }
        continue
      }
      for other in editions[..<index] {
        if let first = other.inForce, first.overlaps(window) {
          diagnostics.append(
            DateMessages.editionsOverlap(window, first))
        }
      }
    }
  }

  /// Reports vocabularies that use one another in a circle.
  static func checkCircles(
    _ vocabularies: [String: PolicyDocument], _ diagnostics: inout [Diagnostic]
  ) {
    for name in vocabularies.keys.sorted() {
      var path: [String: String] = [:]
      var open = [name]
      while let next = open.popLast() {
        for use in vocabularies[next]?.uses ?? [] where path[use.text] == nil {
          path[use.text] = next
          open.append(use.text)
          guard use.text == name else { continue }
          var members = [name]
          var before = next
          while before != name, let earlier = path[before] {
            members.insert(before, at: 0)
            before = earlier
          }
          // Each circle is reported once, at its first member.
          if members.allSatisfy({ $0 >= name }) {
            diagnostics.append(RulebookMessages.circularUses(use, [name] + members))
          }
        }
      }
    }
  }

  /// Reports names of other policies that look misspelt; grants may name policies kept elsewhere.
  static func checkStacking(
    _ documents: [PolicyDocument], _ policies: [PolicyID: [PolicyDocument]],
    _ diagnostics: inout [Diagnostic]
  ) {
    let names = Set(
      documents.compactMap { document -> String? in
        if case .policy(let name) = document.kind { name.text } else { nil }
      })
    for entry in documents.flatMap(\.stacking) where !names.contains(entry.with.text) {
      if let nearest = nearest(to: entry.with.text, among: names.sorted()),
        isSlip(entry.with.text, nearest)
      {
        diagnostics.append(RulebookMessages.unknownStacking(entry.with, nearest: nearest))
      }
    }
  }
}

/// Whether two long names differ in some letters, those that one has more counted, and not in a word.
func isSlip(_ first: String, _ second: String, letters: Int = 2) -> Bool {
  var counts: [Character: Int] = [:]
  for character in first { counts[character, default: 0] += 1 }
  for character in second { counts[character, default: 0] -= 1 }
  return counts.values.reduce(0) { $0 + abs($1) } <= letters
}
