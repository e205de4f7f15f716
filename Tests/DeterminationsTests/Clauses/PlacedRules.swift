import Diagnostics
import Exchange
import PolicyModel
import PolicySyntax
import Quantities
import Testing
import YAMLTree

@testable import Determinations

/// Rule files of the nation and of pilots, read and resolved as folders are.
///
/// `city` has the region 330100, `county` lies in it with 330104, and `town` is elsewhere: 440100.
struct PlacedRules {
  let rulebook: Rulebook
  let findings: [Diagnostic]

  /// `files` are by their paths, such as `rules/aid.yaml` and `pilots/city/aid.yaml`.
  init(_ files: KeyValuePairs<String, String>) {
    var findings: [Diagnostic] = []
    func yaml(_ name: String, _ text: String) -> YAMLDocument {
      let yaml = YAMLDocument(reading: SourceFile(name: name, text: text))
      findings += yaml.diagnostics
      return yaml
    }
    func documents(in folder: String) -> [PolicyDocument] {
      files.filter { $0.key.hasPrefix(folder) }.compactMap { name, text in
        let reading = PolicyDocument.read(yaml(name, text), inPilot: folder != "rules/")
        findings += reading.diagnostics
        return reading.document
      }
    }
    let places = [
      ("city", "330100", nil), ("county", "330104", "city"), ("town", "440100", nil as String?),
    ]
    let pilots = places.compactMap { name, region, parent in
      let text =
        "title: {zh: \(name)}\nregion: \"\(region)\"\n" + (parent.map { "parent: \($0)\n" } ?? "")
      return PilotDocument.read(yaml("pilots/\(name)/pilot.yaml", text), folder: name).document
        .map { (pilot: $0, overlays: documents(in: "pilots/\(name)/")) }
    }
    let rulebook = Rulebook(policies: documents(in: "rules/"), pilots: pilots)
    self.rulebook = rulebook
    self.findings = findings + rulebook.diagnostics
  }

  /// The codes of the findings, notes left out.
  var codes: [String] {
    findings.filter { $0.severity != .note }.map(\.code.rawValue)
  }

  /// Fails the test if something is wrong with the rules.
  func requireSound(_ location: SourceLocation = #_sourceLocation) throws {
    let errors = findings.filter { $0.severity == .error }
    try #require(
      errors.isEmpty, "\(DiagnosticReport(errors).text(in: .english))", sourceLocation: location)
  }

  /// What comes of deciding for an applicant's file.
  func decide(
    _ file: String, policy: String? = nil, pilot: PilotChoice = .fitting,
    on date: String = "2026-03-31", detail: Detail = .grounds
  ) throws -> Decisions {
    let reading = ApplicantReading(
      reading: SourceFile(name: "applicant.yaml", text: "applicant: A\n" + file + "\n"))
    let applicant = try #require(
      reading.applicants.first, "\(DiagnosticReport(reading.diagnostics).text(in: .english))")
    return Decider(rulebook, detail: detail).decide(
      applicant, policy: policy.map { PolicyID($0) }, pilot: pilot,
      on: try #require(CalendarDate(date)), known: .latest)
  }
}

extension Decisions {
  /// `policy pilot outcome` of every determination.
  var outcomes: [String] {
    determinations.map {
      "\($0.policy.name) \($0.pilot?.id.name ?? "nation") \($0.outcome.rawValue)"
    }
  }
}
