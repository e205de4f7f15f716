import Casework
import DMNExchange
import Determinations
import Diagnostics
import Exchange
import FEELSyntax
import PolicyModel
import PolicySyntax
import PolicyWriting
import Quantities
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
    let report = DiagnosticReport(Shipped.imported.diagnostics + Shipped.importedRules.findings)
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

  @Test("every case is decided as before, byte for byte but for places")
  func sameDeterminations() throws {
    let first = CaseRunner(Shipped.rulebook)
    let importedRulebook = Shipped.importedRules.rulebook
    let second = CaseRunner(importedRulebook)
    var count = 0
    for file in Shipped.cases {
      for (left, right) in zip(first.run(file), second.run(file)) {
        count += 1
        #expect(left.hasPassed == right.hasPassed, "\(left.range.place) \(left.name)")
        #expect(left.differences.map(\.found) == right.differences.map(\.found))
      }
      for entry in file.cases {
        guard case .decision(let applicant, let date, let known, _) = entry.trial,
          case .policy(let policy) = file.subject
        else { continue }
        func json(_ rulebook: Rulebook) -> [String] {
          let decided = Decider(rulebook, explains: true).decide(
            applicant, policy: PolicyID(policy.text),
            pilot: file.pilot.map { .named(PilotID($0)) } ?? .nation, on: date,
            known: known ?? .latest)
          return decided.determinations.map { determination in
            DeterminationJSON(engine: "test", explainsAll: true)
              .value(of: determination, rules: RulesDigest(of: [])).withoutPlaces.pretty
          }
        }
        let before = json(Shipped.rulebook).flatMap { $0.split(separator: "\n") }
        let after = json(importedRulebook).flatMap { $0.split(separator: "\n") }
        let isSame = before == after
        let first = zip(before, after).first { $0 != $1 }
        #expect(
          isSame, "\(entry.range.place) \(entry.name): \(first.map { "\($0)" } ?? "length")")
      }
    }
    #expect(count > 250)
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
