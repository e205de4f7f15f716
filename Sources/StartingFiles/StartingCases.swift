internal import Casework
internal import Determinations
public import Diagnostics
internal import FEEL
internal import FEELSyntax
public import PolicyModel
internal import PolicySyntax
public import Quantities
internal import YAMLTree

/// A file of cases to begin with: one case in which nothing is known, and what could be supplied.
public struct StartingCases: Sendable {
  /// The policy that is tested.
  public let policy: PolicyID
  /// The pilot whose rules apply; nil for the nation's.
  public let pilot: PilotID?
  /// The name of the file, without its ending.
  public let name: String

  /// Cases of a policy in a pilot.
  public init(policy: PolicyID, pilot: PilotID?, name: String) {
    self.policy = policy
    self.pilot = pilot
    self.name = name
  }

  /// The file, with the outcome that the rules come to; what is wrong if they come to none.
  public func file(
    on day: CalendarDate, by rulebook: Rulebook, in language: Language
  ) -> (file: StartingFile?, diagnostics: [Diagnostic]) {
    let edition = Edition(of: policy, on: day, by: rulebook)
    let day = edition?.day(near: day) ?? day
    let draft = text(on: day, outcome: Outcome.undetermined.rawValue, [], in: language)
    let source = SourceFile(name: path, text: draft)
    let reading = CaseFile.read(YAMLDocument(reading: source), pilot: pilot?.name)
    guard case .decision(let applicant, let date, _, _)? = reading.file?.cases.first?.trial else {
      return (nil, reading.diagnostics)
    }
    let decided = Decider(rulebook).decide(
      applicant, policy: policy, pilot: pilot.map { .named($0) } ?? .nation, on: date,
      known: .latest)
    guard let determination = decided.determinations.first else {
      return (nil, reading.diagnostics + decided.diagnostics)
    }
    let region = (edition?.jurisdiction).flatMap { fact in
      pilot.flatMap(rulebook.pilot).map { (fact: fact, code: $0.region) }
    }
    let facts = Self.facts(determination.missing, region)
    let text = text(
      on: day, outcome: determination.outcome.rawValue, facts, in: language)
    return (StartingFile(path: path, text, in: language), [])
  }

  private var path: String {
    (pilot.map { "pilots/\($0)" } ?? "rules") + "/tests/\(name).yaml"
  }

  private func text(
    on day: CalendarDate, outcome: String, _ facts: [String], in language: Language
  ) -> String {
    let name = Wording(en: "nothing is known yet", zh: "尚无任何资料").text(in: language)
    return """
      #en Cases of `\(policy)`, run by `zhunze test`. Write one for each side of every threshold, and one in which
      #en each fact is unknown.
      #zh `\(policy)` 的测试用例，由 `zhunze test` 运行。每个界限的两侧各写一个，每个事实未知时各写一个。
      policy: \(policy)


      """ + facts.joined() + """
        cases:
          - case: \(name)
            date: \(day)
            expect: {outcome: \(outcome)}
          # - case: …
          #   date: \(day)
          #   facts: {…}
          #   expect: {outcome: eligible}

        """
  }

  /// The facts that can matter, as comments.
  private static func facts(
    _ missing: [MissingFact], _ region: (fact: String, code: String)?
  ) -> [String] {
    var names: Set<String> = []
    let facts = missing.filter { names.insert($0.name).inserted }
    guard !facts.isEmpty else { return [] }
    let head = """
      #en Facts of every case. What is not supplied is unknown. These can matter; take `# ` from the lines you need.
      #zh 各用例共有的事实，没有提供的即为未知。以下事实可能影响结果，需要哪些就去掉行首的 `# `。
      # given:

      """
    let lines = facts.map { fact in
      let value = fact.name == region?.fact ? region.map { "\"\($0.code)\"" } : nil
      return "\(comment(fact))#   \(fact.name): \(value ?? sample(fact))\n"
    }
    return [head] + lines + ["\n"]
  }

  private static func comment(_ fact: MissingFact) -> String {
    Language.allCases.map { language in
      let text = [fact.label, fact.ask].compactMap { $0?.text(in: language) }
        .joined(separator: language == .chinese ? "：" : ": ")
        .split(whereSeparator: \.isNewline).joined(separator: " ")
      return text.isEmpty ? "" : "#\(language.rawValue)   # \(text)\n"
    }.joined()
  }

  /// A value of the fact's type.
  private static func sample(_ fact: MissingFact) -> String {
    if !fact.choices.isEmpty {
      return fact.choices[0].name.text
        + (fact.choices.count == 1
          ? "" : "   # " + fact.choices.map(\.name.text).joined(separator: ", "))
    }
    return switch fact.type.nonNull {
    case .boolean: "true"
    case .number(.money): "100.00"
    case .number: "1"
    case .date: "2026-01-31"
    case .list: "[]"
    case .context: "{…}"
    case .yearsAndMonthsDuration: "P6M"
    case .daysAndTimeDuration: "P30D"
    default: "…"
    }
  }
}
