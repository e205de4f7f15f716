import Casework
import Determinations
import Diagnostics
import FEELSyntax
import Foundation
import PolicyModel
import PolicySyntax
import Quantities
import Sampling
import YAMLTree

/// The rules of this repository with the applicants of their cases, read once for all tests.
enum ShippedRules {
  static let rulebook: Rulebook = {
    let policies = files(in: "rules").compactMap {
      PolicyDocument.read(YAMLDocument(reading: $0), inPilot: false).document
    }
    let pilots = pilotNames.compactMap {
      name -> (pilot: PilotDocument, overlays: [PolicyDocument])? in
      let files = files(in: "pilots/\(name)")
      guard let own = files.first(where: { $0.name.hasSuffix("/pilot.yaml") }),
        let pilot = PilotDocument.read(YAMLDocument(reading: own), folder: name).document
      else { return nil }
      let overlays = files.filter { $0.name != own.name }.compactMap {
        PolicyDocument.read(YAMLDocument(reading: $0), inPilot: true).document
      }
      return (pilot, overlays)
    }
    return Rulebook(policies: policies, pilots: pilots)
  }()

  static let examples: [Example] = {
    let national = files(in: "rules/tests").map { (file: $0, pilot: String?.none) }
    let regional = pilotNames.flatMap { pilot in
      files(in: "pilots/\(pilot)/tests").map { (file: $0, pilot: Optional(pilot)) }
    }
    return (national + regional).flatMap { entry -> [Example] in
      let read = CaseFile.read(YAMLDocument(reading: entry.file), pilot: entry.pilot).file
      guard let file = read, case .policy(let policy) = file.subject else { return [] }
      return file.cases.compactMap { trial in
        guard case .decision(let applicant, let date, _, _) = trial.trial else { return nil }
        return Example(
          applicant, on: date, policy: PolicyID(policy.text),
          pilot: file.pilot.map { PilotID($0) })
      }
    }
  }()

  /// Every policy in every place with cases, on the last day on which one of them is paid.
  static let questions: [(question: Sampler.Question, canBePaid: Bool)] = rulebook.policyIDs.flatMap
  { policy in
    ([nil] + rulebook.pilots(adapting: policy).map { Optional($0.id) }).compactMap { pilot in
      let own = examples.filter { $0.policy == policy && $0.pilot == pilot }
      let paid = own.filter { example in
        let decided = Decider(rulebook).decide(
          example.applicant, policy: policy, pilot: pilot.map { .named($0) } ?? .nation,
          on: example.date, known: .latest)
        let outcome = decided.determinations.first?.outcome
        return outcome == .eligible || outcome == .payable
      }
      let days = (paid.isEmpty ? own : paid).map(\.date)
      guard let day = days.max(by: { $0.dayNumber < $1.dayNumber }),
        case .policy = rulebook.resolve(policy, pilot: pilot, on: day, known: .latest)
      else { return nil }
      let question = Sampler.Question(
        policy: policy, pilots: pilot.map { [$0] } ?? [], date: day, known: .latest)
      return (question, !paid.isEmpty)
    }
  }

  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static let pilotNames = names(in: "pilots")

  private static func files(in folder: String) -> [SourceFile] {
    names(in: folder).filter { $0.hasSuffix(".yaml") }.compactMap { name in
      let path = "\(folder)/\(name)"
      guard let data = try? Data(contentsOf: root.appendingPathComponent(path)) else { return nil }
      return SourceFile(name: path, bytes: Array(data))
    }
  }

  private static func names(in folder: String) -> [String] {
    let path = root.appendingPathComponent(folder).path
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }
}

extension Sampler.Question {
  var testDescription: String {
    "\(policy) \(pilots.first?.name ?? "nation") \(date)"
  }
}
