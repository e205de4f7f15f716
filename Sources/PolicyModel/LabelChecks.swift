import Diagnostics
import FEELSyntax
import OrderedCollections
import PolicySyntax

extension PolicyResolver {
  /// Reports labels that mean two things: a label is accepted wherever a fact is supplied.
  func checkLabels() {
    var supplied: [(name: Name, label: Label?)] = []
    for entry in layered.facts.values {
      let description = entry.declaration.description
      supplied.append((entry.declaration.name, description.label))
      checkLabels(of: description.choices.map { ($0.name, $0.label) })
    }
    for derived in layered.derived.values {
      var isSupplied = false
      var label: Label?
      for case .decision(let decision, _) in derived.parts {
        if decision.mayBeSupplied?.value == true { isSupplied = true }
        label = decision.description.label ?? label
      }
      if isSupplied { supplied.append((derived.name, label)) }
    }
    checkLabels(of: supplied)
    for type in layered.types.values {
      checkLabels(of: type.declaration.fields.map { ($0.name, $0.description.label) })
      for field in type.declaration.fields {
        checkLabels(of: field.description.choices.map { ($0.name, $0.label) })
      }
    }
  }

  /// Reports a label that is the name or the label of another of the same group.
  private func checkLabels(of group: [(name: Name, label: Label?)]) {
    var meanings: [String: (owner: String, range: SourceRange)] = [:]
    for entry in group { meanings[entry.name.text] = (entry.name.text, entry.name.range) }
    for entry in group {
      guard let label = entry.label else { continue }
      for source in [label.zhSource, label.enSource].compactMap({ $0 }) {
        guard let first = meanings[source.text] else {
          meanings[source.text] = (entry.name.text, source.range)
          continue
        }
        if first.owner != entry.name.text {
          diagnostics.append(
            PolicyMessages.labelTwice(
              source.text, of: entry.name.text, and: first.owner, at: source.range,
              first: first.range))
        }
      }
    }
  }
}
