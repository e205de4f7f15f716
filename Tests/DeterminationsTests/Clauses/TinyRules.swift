import Diagnostics
import Exchange
import PolicyModel
import PolicySyntax
import Quantities
import Testing
import YAMLTree

@testable import Determinations

/// A few lines of rules, read and resolved as files are.
struct TinyRules {
  private let rulebook: Rulebook
  private let pilot: PilotID?

  /// What every policy here begins with.
  static let head = """
    policy: aid
    subject: person
    in force: {from: 2020-01-01}
    sources:
      S:
        title: 试行办法
        evidence: illustrative

    """

  /// A policy, with an overlay of a pilot if there is one; unsound rules fail the test.
  init(
    _ policies: String..., overlay: String? = nil, _ location: SourceLocation = #_sourceLocation
  ) throws {
    let (rulebook, diagnostics) = try Self.read(policies, overlay)
    let errors = diagnostics.filter { $0.severity == .error }
    try #require(
      errors.isEmpty, "\(DiagnosticReport(errors).text(in: .english))", sourceLocation: location)
    self.rulebook = rulebook
    pilot = overlay == nil ? nil : PilotID("town")
  }

  /// The codes of the errors in rules that are not sound.
  static func errors(_ policies: String...) throws -> [String] {
    try read(policies, nil).diagnostics.filter { $0.severity == .error }.map(\.code.rawValue)
  }

  private static func read(
    _ policies: [String], _ overlay: String?
  ) throws -> (rulebook: Rulebook, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    func document(_ text: String, _ name: String) -> PolicyDocument? {
      let yaml = YAMLDocument(reading: SourceFile(name: name, text: text))
      let reading = PolicyDocument.read(yaml, inPilot: name != "rules.yaml")
      diagnostics += yaml.diagnostics + reading.diagnostics
      return reading.document
    }
    let documents = policies.compactMap { text in
      document(text.hasPrefix("policy:") ? text : head + text, "rules.yaml")
    }
    var pilots: [(pilot: PilotDocument, overlays: [PolicyDocument])] = []
    if let overlay, let changes = document(overlay, "pilots/town/aid.yaml") {
      let file = SourceFile(
        name: "pilots/town/pilot.yaml", text: "title: {zh: 小镇}\nregion: 110000\n")
      let own = PilotDocument.read(YAMLDocument(reading: file), folder: "town").document
      pilots = [(try #require(own), [changes])]
    }
    let rulebook = Rulebook(policies: documents, pilots: pilots)
    return (rulebook, diagnostics + rulebook.diagnostics)
  }

  /// Everything that comes of deciding on a day.
  func decisions(
    _ facts: String, on date: String = "2026-03-31", known: String? = nil,
    detail: Detail = .grounds
  ) throws -> Decisions {
    let text = facts.isEmpty ? "applicant: A\n" : "applicant: A\n" + facts + "\n"
    let reading = ApplicantReading(reading: SourceFile(name: "applicant.yaml", text: text))
    let applicant = try #require(
      reading.applicants.first, "\(DiagnosticReport(reading.diagnostics).text(in: .english))")
    return Decider(rulebook, detail: detail).decide(
      applicant, policy: PolicyID("aid"), pilot: pilot.map { .named($0) } ?? .nation,
      on: try #require(CalendarDate(date)),
      known: try known.map { try #require(CalendarDate($0)) } ?? .latest)
  }

  /// The determination on a day.
  func decide(
    _ facts: String = "", on date: String = "2026-03-31", known: String? = nil,
    _ location: SourceLocation = #_sourceLocation
  ) throws -> Determination {
    let decisions = try decisions(facts, on: date, known: known)
    return try #require(
      decisions.determinations.first,
      "\(DiagnosticReport(decisions.diagnostics).text(in: .english))", sourceLocation: location)
  }
}

extension Determination {
  /// `name result` of every criterion.
  var results: [String] { criteria.map { "\($0.name) \($0.result.rawValue)" } }

  /// The names of the missing facts, entries of records behind a point.
  var asksFor: [String] { missing.map { $0.part.isEmpty ? $0.name : "\($0.name).\($0.part)" } }

  /// The amounts, `?` where one is not known.
  var amounts: [String] { benefits.map { $0.amount?.description ?? "?" } }
}
