import Diagnostics
import FEELSyntax
import PolicySyntax

/// Finds labels and questions that lack a language which those around them have, and parameters
/// of functions that hide what the file sees.
struct WordingAnalysis {
  /// What is found in a file.
  static func diagnostics(of document: PolicyDocument, names: Set<String>) -> [Diagnostic] {
    missing(labels(of: document), isQuestion: false)
      + missing(questions(of: document), isQuestion: true) + hiding(document, names)
  }

  private static func labels(of document: PolicyDocument) -> [(Name, Label)] {
    var labels: [(Name, Label?)] = document.facts.map { ($0.name, $0.description.label) }
    labels += document.parameters.map { ($0.name, $0.description.label) }
    labels += document.decisions.map { ($0.name, $0.description.label) }
    labels += document.criteria.map { ($0.name, $0.label) }
    labels += (document.benefits + document.charges).map { ($0.name, $0.label) }
    labels += (document.refer + document.exempt).map { ($0.name, $0.label) }
    labels += document.decisions.flatMap(\.exceptions).map { ($0.name, $0.label) }
    labels += ((document.term?.ends ?? []) + (document.term?.suspended ?? []))
      .map { ($0.name, $0.label) }
    labels += document.stacking.map { ($0.with, $0.label) }
    labels += document.facts.flatMap(\.description.choices).map { ($0.name, $0.label) }
    return labels.compactMap { entry in entry.1.map { (entry.0, $0) } }
  }

  private static func questions(of document: PolicyDocument) -> [(Name, Label)] {
    document.facts.compactMap { fact in fact.description.ask.map { (fact.name, $0) } }
  }

  /// Those that lack what most of the others have.
  private static func missing(
    _ all: [(name: Name, label: Label)], isQuestion: Bool
  ) -> [Diagnostic] {
    let labels = all.filter { $0.label.zh != nil || $0.label.en != nil }
    var found: [Diagnostic] = []
    for language in Language.allCases {
      let lacking = labels.filter { $0.label.own(in: language) == nil }
      guard !lacking.isEmpty, lacking.count * 2 < labels.count else { continue }
      found += lacking.map {
        EditorialMessages.languageMissing(
          $0.name.text, language, isQuestion: isQuestion, at: $0.label.range)
      }
    }
    return found
  }

  private static func hiding(_ document: PolicyDocument, _ names: Set<String>) -> [Diagnostic] {
    document.functions.flatMap { function in
      (function.parameters ?? []).filter { names.contains($0.name.text) }.map {
        EditorialMessages.hides($0.name, of: function.name.text)
      }
    }
  }
}

extension Label {
  /// The text in a language, if it is given.
  fileprivate func own(in language: Language) -> String? {
    switch language {
    case .chinese: zh
    case .english: en
    }
  }
}
