import Casework
import DMNExchange
import Determinations
import Diagnostics
import Entitlements
import Exchange
import FEELSyntax
import PolicyModel
import PolicySyntax
import PolicyWriting
import Quantities
import RepositoryRules
import Testing

@Suite("The shipped rules as DMN and back")
struct ShippedRoundTripTests {
  @Test("every export of a file has the same bytes, whichever policy it is made for")
  func sameBytes() {
    for policy in Shipped.policies {
      let once = DMNExport(policy: policy, pilot: nil, in: Shipped.rules.set)
      #expect(once.diagnostics.isEmpty)
      #expect(once.files == DMNExport(policy: policy, pilot: nil, in: Shipped.rules.set).files)
      for file in once.files {
        #expect(Shipped.exported.contains(file), "\(policy): \(file.path)")
      }
    }
  }

  @Test("the import has no findings")
  func noFindings() {
    let report = DiagnosticReport(Shipped.imported.diagnostics + Shipped.importedRules.diagnostics)
    #expect(report.text(in: .english) == "")
  }

  @Test("every rule file that has a part in a policy comes back as it was")
  func sameRules() {
    let before = Shipped.rules.texts
    let after = Shipped.importedRules.texts
    #expect(after.count > 20)
    for (path, text) in after.sorted(by: { $0.key < $1.key }) {
      #expect(before[path] == text, "\(path)")
    }
    // What no policy uses is no part of any.
    for path in before.keys.sorted() where after[path] == nil {
      #expect(path.hasSuffix("/pilot.yaml") || !path.hasPrefix("pilots/"), "\(path)")
    }
  }

  @Test(
    "every case of a policy is decided as before, byte for byte but for places and titles of other policies, by its own export alone",
    arguments: Shipped.policies)
  func sameDeterminations(_ policy: String) throws {
    let exported = DMNExport(policy: policy, pilot: nil, in: Shipped.rules.set).files
    let imported = DMNImport(reading: exported.map { SourceFile(name: $0.path, text: $0.text) })
    #expect(DiagnosticReport(imported.diagnostics).text(in: .english) == "")
    let rules = RuleFiles(imported.files.map { SourceFile(name: $0.path, text: $0.text) })
    let after = CaseJSON(rules.rulebook)
    let before = CaseJSON(Shipped.rulebook)
    var count = 0
    for file in Shipped.cases {
      guard case .policy(let name) = file.subject, name.text == policy else { continue }
      for entry in file.cases {
        count += 1
        let lines = [
          Shipped.untitled(before.text(of: entry, in: file)), after.text(of: entry, in: file),
        ].map { $0.split(separator: "\n") }
        #expect(!lines[0].isEmpty, "\(entry.range.place) \(entry.name)")
        let isSame = lines[0] == lines[1]
        let first = zip(lines[0], lines[1]).first { $0 != $1 }
        #expect(
          isSame, "\(entry.range.place) \(entry.name): \(first.map { "\($0)" } ?? "length")")
      }
    }
    #expect(count > 0)
  }

  @Test("every case of a vocabulary gives what it gave")
  func sameVocabularies() {
    let runners = [CaseRunner(Shipped.rulebook), CaseRunner(Shipped.importedRules.rulebook)]
    var count = 0
    for file in Shipped.cases {
      guard case .vocabulary = file.subject else { continue }
      for (left, right) in zip(runners[0].run(file), runners[1].run(file)) {
        count += 1
        #expect(left.hasPassed == right.hasPassed, "\(left.range.place) \(left.name)")
        #expect(left.differences.map(\.found) == right.differences.map(\.found))
      }
    }
    #expect(count > 20)
  }
}

extension Shipped {
  /// What policies that others stack with are called, between quotation marks, and their names.
  private static let titles = rulebook.allDocuments.flatMap { document -> [(String, String)] in
    guard case .policy(let name) = document.kind, let title = document.title,
      rulebook.allDocuments.contains(where: { $0.stacking.contains { $0.with.text == name.text } })
    else { return [] }
    return [Language.chinese, .english].map {
      ("“\(title.text(in: $0))”", "“\(name.text)”")
    }
  }

  /// A text with the names of other policies for their titles, which only all rules together know.
  fileprivate static func untitled(_ text: String) -> String {
    titles.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}

/// What a rulebook makes of cases, as programs read it.
private struct CaseJSON {
  let rulebook: Rulebook

  init(_ rulebook: Rulebook) { self.rulebook = rulebook }

  /// The determinations or the schedule of a case with everything that is explained, but without
  /// places; why there is none otherwise.
  func text(of entry: CaseFile.Case, in file: CaseFile) -> String {
    guard case .policy(let name) = file.subject else { return "" }
    let policy = PolicyID(name.text)
    let pilot = file.pilot.map { PilotID($0) }
    switch entry.trial {
    case .decision(let applicant, let date, let known, _):
      let decided = Decider(rulebook, detail: .tree).decide(
        applicant, policy: policy, pilot: pilot.map { .named($0) } ?? .nation, on: date,
        known: known ?? .latest)
      let json = DeterminationJSON(engine: "test", explainsAll: true)
      // Which other policies there are only all rules together know.
      let messages = decided.diagnostics.filter { $0.code.rawValue != "Z0943" }.map {
        "\($0.code.rawValue) \($0.message.en)"
      }
      return
        (decided.determinations.map { determination in
          json.value(of: determination, rules: RulesDigest(of: [])).withoutPlaces.pretty
        } + messages).joined(separator: "\n")
    case .schedule(let applicant, let from, let through, let known, let against, _):
      do {
        let reassessed = try against.map { day in
          try Reassessment(
            applicant, policy: policy, pilot: pilot, from: from, through: through,
            known: known ?? .latest, against: .known(day), by: rulebook)
        }
        let schedule =
          try reassessed?.schedule
          ?? Schedule(
            applicant, policy: policy, pilot: pilot, from: from, through: through,
            known: known ?? .latest, by: rulebook)
        return ScheduleJSON().value(of: schedule, reassessed: reassessed).withoutPlaces.pretty
      } catch {
        return "\(error)"
      }
    case .expression: return ""
    }
  }
}

extension JSONValue {
  /// The value without what says where in a file something stands.
  var withoutPlaces: JSONValue {
    switch self {
    case .array(let elements): .array(elements.map(\.withoutPlaces))
    case .object(let members):
      .object(
        members.filter { !["at", "valueAt", "range"].contains($0.0) }
          .map { ($0.0, $0.1.withoutPlaces) })
    default: self
    }
  }
}
