import Diagnostics
import FEELSyntax
import PolicyModel
import PolicySyntax

/// Finds files that rest on made-up or remembered sources beside attested ones: what is decided by
/// them is not better attested than the weakest.
struct EvidenceAnalysis {
  private let evidence: [String: Evidence]

  init(_ sources: [Source]) {
    evidence = Dictionary(sources.map { ($0.id, $0.evidence) }) { first, _ in first }
  }

  /// What is found in a file, once for each source.
  func diagnostics(of document: PolicyDocument) -> [Diagnostic] {
    let citations = document.citations
    let known = citations.compactMap { evidence[$0.source.text] }
    guard known.contains(where: { $0 < .memory }) else { return [] }
    var told: Set<String> = []
    return citations.compactMap { citation in
      guard let evidence = evidence[citation.source.text], evidence >= .memory,
        told.insert(citation.source.text).inserted
      else { return nil }
      return EditorialMessages.weakEvidence(citation.source, evidence)
    }
  }
}

extension PolicyDocument {
  /// Every citation in the order of the entries.
  fileprivate var citations: [Citation] {
    var all = parameters.flatMap { $0.values ?? [] }.flatMap(\.sources)
    for decision in decisions {
      all += decision.sources + decision.exceptions.flatMap(\.sources)
      all += decision.table?.rows.flatMap(\.sources) ?? []
    }
    for function in functions {
      all += function.sources + (function.table?.rows.flatMap(\.sources) ?? [])
    }
    all += criteria.flatMap(\.sources) + (benefits + charges).flatMap(\.sources)
    all += (refer + exempt).flatMap(\.sources) + (term?.sources ?? [])
    all += (term?.ends ?? []).flatMap(\.sources) + (term?.suspended ?? []).flatMap(\.sources)
    return all + stacking.flatMap(\.sources)
  }
}
