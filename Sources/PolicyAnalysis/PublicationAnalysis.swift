import Diagnostics
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities

/// Finds values that hold from before their document was published and do not say since when they
/// are known: a decision of that time would be told to have known them.
struct PublicationAnalysis {
  private let published: [String: CalendarDate]

  init(_ sources: [Source]) {
    var published: [String: CalendarDate] = [:]
    for source in sources {
      if let day = source.number.flatMap(Self.earliest) { published[source.id] = day }
    }
    self.published = published
  }

  /// The earliest day on which a document with a number can have been published.
  ///
  /// Numbers name the year in brackets, as `〔2023〕181`, or are the day itself.
  static func earliest(_ number: String) -> CalendarDate? {
    if let day = CalendarDate(number.prefix(10)) { return day }
    for (opening, closing) in [("〔", "〕"), ("[", "]"), ("［", "］"), ("(", ")"), ("（", "）")] {
      let parts = number.components(between: opening, and: closing)
      for part in parts where part.utf8.count == 4 {
        if let year = Int(part), (1900...2100).contains(year) {
          return CalendarDate(year: year, month: 1, day: 1)
        }
      }
    }
    return nil
  }

  /// What is found in a file.
  func diagnostics(of document: PolicyDocument) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for parameter in document.parameters {
      for value in parameter.values ?? [] {
        found += finding(
          parameter.name.text, value.window.from, value.window.knownFrom, value.sources)
      }
    }
    for decision in document.decisions {
      for row in decision.table?.rows ?? [] {
        let sources = row.sources.isEmpty ? decision.sources : row.sources
        found += finding(decision.name.text, row.period?.from, row.period?.knownFrom, sources)
      }
      for exception in decision.exceptions {
        found += finding(
          exception.name.text, exception.from, exception.knownFrom, exception.sources)
      }
    }
    return found
  }

  private func finding(
    _ name: String, _ from: Located<CalendarDate>?, _ known: Located<CalendarDate>?,
    _ sources: [Citation]
  ) -> [Diagnostic] {
    guard let from, known == nil, !sources.isEmpty else { return [] }
    let days = sources.map { published[$0.source.text] }
    // A source whose day is not told may be the older one.
    guard days.allSatisfy({ $0 != nil }), let first = days.compactMap({ $0 }).min(),
      from.value < first
    else { return [] }
    return [
      EditorialMessages.publishedLate(
        name, from: from.value, source: sources[0].source.text, published: first, at: from.range)
    ]
  }
}

extension String {
  /// The texts between two signs.
  fileprivate func components(between opening: String, and closing: String) -> [Substring] {
    split(separator: opening, omittingEmptySubsequences: false).dropFirst().compactMap { part in
      part.split(separator: closing, omittingEmptySubsequences: false).first
    }
  }
}
