import Diagnostics
import FEEL
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities

extension CaseDecision {
  /// What the items that something waits for are called, by their names; an entry of a record stands
  /// behind what it is an entry of.
  func labels(_ unknown: Unknown?) -> [String: Label] {
    var labels: [String: Label] = [:]
    for cause in unknown?.causes ?? [] where cause != CaseEnvironment.conflictCause {
      let name = names(Unknown(causes: [cause]))[0]
      if let earlier = environment.earlierQuestion(cause) {
        labels[name] = earlier.label
        continue
      }
      let item = policy.items[cause.item]
      let label = item.kind.isSupplied ? EngineWords.grants : item.label
      let field = policy.label(ofEntry: cause.part, in: item)
      // The element of a list has no label of its own, and needs none.
      labels[name] = label.map { $0.with(part: cause.part, field) } ?? field
    }
    return labels
  }

  /// The names of the items that something waits for.
  func names(_ unknown: Unknown?) -> [String] {
    (unknown?.causes ?? []).compactMap { cause in
      guard cause != CaseEnvironment.conflictCause else { return nil }
      if let earlier = environment.earlierQuestion(cause) { return earlier.name }
      let name = policy.items[cause.item].name
      return cause.part.isEmpty ? name : "\(name).\(cause.part)"
    }
  }

  /// Reasons to refer that hold, and rules that contradict each other.
  var reasonsToRefer: [ReasonResult] {
    refer.filter { $0.result.holds == true }.map(\.result)
      + decidingConflicts.map(\.reason)
      + earlierReasons
  }

  /// Writes down what the determination rests on: evidence, readings, provisional values,
  /// assumed facts.
  func state(in result: inout Determination) {
    var citations: [Citation] = criteria.flatMap(\.result.sources)
    citations += result.benefits.flatMap(\.sources)
    citations += (result.refer + result.exempt).flatMap(\.sources)
    for record in environment.records {
      citations += record.citations
      guard let item = record.item else { continue }
      switch record.origin {
      case .assumed:
        if let value = record.value, !result.assumed.contains(where: { $0.name == record.name }) {
          result.assumed.append(
            AssumedFact(name: record.name, label: policy.items[item].label, value: value))
        }
      case .dated(let rule, isProvisional: true):
        if !result.provisional.contains(where: { $0.name == record.name && $0.date == record.day })
        {
          result.provisional.append(
            UnpublishedItem(
              name: record.name, label: policy.items[item].label, date: record.day,
              value: rule.value, unit: policy.items[item].unit, from: rule.window.from?.value,
              sources: rule.sources))
        }
      default: break
      }
      if case .derived(let derived) = policy.items[item].kind, let text = derived.assumes,
        !result.assumes.contains(where: { $0.name == record.name })
      {
        result.assumes.append(
          Assumption(name: record.name, text: text, range: policy.items[item].chain.last?.range))
      }
    }
    for tested in criteria {
      if let text = tested.assumes, tested.result.result != .notTested {
        result.assumes.append(
          Assumption(name: tested.result.name, text: text, range: tested.result.range))
      }
    }
    for tested in benefits where !result.benefits.isEmpty {
      if let text = tested.assumes {
        result.assumes.append(Assumption(name: tested.result.name, text: text, range: nil))
      }
    }
    let ids = Set(citations.map(\.source.text))
    result.sources = ids.sorted().compactMap { policy.source($0) }
    result.evidence = result.sources.map(\.evidence).max()
  }
}

extension Label {
  /// The label of an entry of a record.
  fileprivate func with(part: String, _ field: Label?) -> Label {
    if part.isEmpty { return self }
    return EngineWords.text(
      zh: "\(text(in: .chinese))（\(field?.text(in: .chinese) ?? part)）",
      en: "\(text(in: .english)) (\(field?.text(in: .english) ?? part))")
  }
}

extension Policy {
  /// What an entry of a record is called that an item is or holds; nil for no entry.
  func label(ofEntry part: String, in item: Item) -> Label? {
    item.kind.isSupplied ? EngineWords.grantEntries[part] : fields[part]?.label
  }
}

extension Item.Kind {
  /// Whether the engine supplies it.
  fileprivate var isSupplied: Bool { if case .supplied = self { true } else { false } }
}
