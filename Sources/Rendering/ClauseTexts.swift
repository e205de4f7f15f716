internal import Determinations
internal import Diagnostics
internal import FEELSyntax
internal import PolicyModel
internal import PolicySyntax

/// Citations with the document's title and number in place of its id.
struct ClauseTexts {
  private let language: Language
  private var sources: [String: Source] = [:]

  init(_ sources: [Source], language: Language) {
    self.language = language
    for source in sources where self.sources[source.id] == nil { self.sources[source.id] = source }
  }

  /// The clauses with titles and numbers; empty if there are none.
  func full(_ citations: [Citation]) -> String { list(citations, isNumbered: true) }

  /// The clauses with titles alone.
  func short(_ citations: [Citation]) -> String { list(citations, isNumbered: false) }

  private func list(_ citations: [Citation], isNumbered: Bool) -> String {
    citations.map { text(of: $0, isNumbered: isNumbered) }
      .joined(separator: Phrases.semicolon.text(in: language))
  }

  private func text(of citation: Citation, isNumbered: Bool) -> String {
    guard let source = sources[citation.source.text] else { return citation.text }
    var text = "《\(source.title)》"
    if isNumbered, let number = source.number {
      text += Phrases.bracketed(number).text(in: language)
    }
    if !citation.place.isEmpty { text += (language == .english ? " " : "") + citation.place }
    if source.evidence == .illustrative { text += Phrases.madeUp.text(in: language) }
    return text
  }
}
