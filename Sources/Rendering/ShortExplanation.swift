internal import Determinations
internal import Diagnostics
internal import PolicyModel
internal import PolicySyntax
internal import Quantities

extension DeterminationWriter {
  /// The most lines of the page that the short explanation takes.
  private static let mostLines = 10
  /// The most criteria with one result that are named; of more only the number is told.
  private static let mostNames = 4

  /// The most values of an amount that are named; of more the full explanation tells.
  private static let mostValues = 4

  /// The most elements of a list that are named.
  private static let mostElements = 3

  /// Why the outcome is what it is, in at most ten lines.
  mutating func writeShortExplanation() {
    let lines = determination.explanation.short.prefix(Self.mostLines)
    guard !lines.isEmpty else { return }
    heading(Phrases.why)
    let pages = lines.map { line in
      var writer = self
      writer.values.mostElements = Self.mostElements
      writer.page = Page(columns: page.columns, isColoured: page.isColoured)
      writer.write(line)
      return writer.page
    }
    let counts = Self.fitting(pages.map(\.lines.count))
    for (short, count) in zip(pages, counts) { page.add(short, upTo: count) }
  }

  /// How many lines each entry may take so that all fit; the longest give way.
  private static func fitting(_ counts: [Int]) -> [Int] {
    var counts = counts
    while counts.reduce(0, +) > mostLines, let longest = counts.max(), longest > 1,
      let index = counts.lastIndex(of: longest)
    {
      counts[index] -= 1
    }
    return counts
  }

  private mutating func write(_ line: ShortLine) {
    var statement: String
    var mark = "·"
    var ink = Page.Ink.plain
    switch line.subject {
    case .criteria(let result, let criteria):
      mark = result.mark
      ink = result.ink
      let isLong = criteria.count > Self.mostNames
      statement =
        text(Phrases.result(result)) + text(Phrases.colon)
        + (isLong
          ? text(Phrases.criteria(count: criteria.count))
          : list(criteria.map { text($0.label, or: $0.name) }))
    case .amount(let benefit):
      mark = "="
      statement =
        text(benefit.label, or: benefit.name) + text(Phrases.colon) + text(ofAmount: benefit)
    case .reason(let reason):
      mark = determination.exempt.contains { $0.name == reason.name } ? "○" : "!"
      ink = .open
      statement = text(of: reason)
    case .term(let term):
      statement = text(Phrases.term) + text(Phrases.colon) + text(of: term)
    case .place(let pilot):
      statement = text(
        determination.outcome == .noRuleInForce
          ? Phrases.noRulesThere
          : Phrases.rules(of: pilot.map { text($0.title, or: $0.id.name) }))
    }
    if let day = line.day { statement = text(Phrases.on(day.description, statement)) }
    let grounds = line.values.prefix(Self.mostValues)
    let values = line.facts + grounds.map(\.value)
    if !values.isEmpty { statement += " ← " + list(of: values) }
    var sources = line.sources
    for citation in grounds.flatMap(\.sources) where !sources.contains(citation) {
      sources.append(citation)
    }
    if !sources.isEmpty { statement += text(Phrases.bracketed(clauses.short(sources))) }
    item(statement, mark: mark, ink: ink)
  }

  /// A reason, with a remark if it is not known to hold.
  func text(of reason: ReasonResult) -> String {
    let why = text(reason.why ?? reason.label, or: reason.name)
    return reason.holds == nil ? text(Phrases.mayHold(why)) : why
  }
}
