public import Diagnostics
import FEELSyntax
public import PolicyModel
import PolicySyntax
public import Quantities

/// Looks at resolved rules for what cannot be meant.
///
/// The rules are sound: they can be applied to every case. What is found here is what nobody who
/// read the document would have written: cases that no rule of a table provides for, rules that
/// can never decide, conditions that are always the same.
public struct RuleAnalysis {
  /// What was found, in the order of the files.
  public let diagnostics: [Diagnostic]

  /// Looks at every policy in every place, edition by edition, and at what ends soon after a day;
  /// without a day nothing is said about endings.
  ///
  /// Cases that are known show which values computed inputs of tables can have.
  public init(
    of rulebook: Rulebook, on today: CalendarDate? = nil, knowing cases: [KnownCase] = []
  ) {
    let documents = rulebook.allDocuments
    let editions = rulebook.editions
    let analyses: [@Sendable () -> [Diagnostic]] = [
      {
        var tables = TableAnalysis(known: KnownCases(cases))
        for edition in editions { tables.add(edition) }
        return tables.diagnostics
      },
      {
        var conditions = ConditionAnalysis()
        for edition in editions { conditions.add(edition) }
        return conditions.diagnostics
      },
      {
        var exceptions = ExceptionAnalysis()
        for edition in editions { exceptions.add(edition) }
        return exceptions.diagnostics
      },
      {
        guard let today else { return [] }
        var endings = EndingAnalysis(on: today)
        endings.add(documents)
        for edition in editions { endings.add(edition) }
        return endings.diagnostics
      },
      { Self.documentFindings(documents, rulebook.allSources) },
    ]
    let found = analyses.mappedConcurrently(inChunksOf: 1) { $0() }
    diagnostics = DiagnosticReport(found.flatMap { $0 }).diagnostics
  }

  /// What is seen in the files one by one.
  private static func documentFindings(
    _ documents: [PolicyDocument], _ sources: [Source]
  ) -> [Diagnostic] {
    let publication = PublicationAnalysis(sources)
    let evidence = EvidenceAnalysis(sources)
    let vocabularies = Dictionary(grouping: documents) { document in
      if case .vocabulary(let name) = document.kind { name.text } else { "" }
    }
    return documents.flatMap { document in
      publication.diagnostics(of: document) + evidence.diagnostics(of: document)
        + WordingAnalysis.diagnostics(of: document, names: names(seenIn: document, vocabularies))
    }
  }

  /// The facts, parameters and decisions that a file declares or uses.
  private static func names(
    seenIn document: PolicyDocument, _ vocabularies: [String: [PolicyDocument]]
  ) -> Set<String> {
    var names: Set<String> = []
    var open = [document]
    var seen: Set<String> = []
    while let next = open.popLast() {
      names.formUnion(next.facts.map(\.name.text))
      names.formUnion(next.parameters.map(\.name.text))
      names.formUnion(next.decisions.map(\.name.text))
      for use in next.uses where seen.insert(use.text).inserted {
        open += vocabularies[use.text] ?? []
      }
    }
    return names
  }
}
