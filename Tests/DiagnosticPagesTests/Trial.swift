import Casework
import DMN
import DMNXML
import Determinations
import DiagnosticPages
import Diagnostics
import Exchange
import FEEL
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities
import YAMLTree

/// Runs the text of an example as its kind is read.
enum Trial {
  static func findings(_ text: String, _ kind: DiagnosticPage.Example.Kind) -> [Diagnostic] {
    switch kind {
    case .file: findings(in: files(of: text))
    case .expression:
      checked(parseExpression(SourceText(text, name: "expression"), names: NamesInScope([])))
    case .cell: parseUnaryTests(SourceText(text, name: "cell"), names: NamesInScope([])).diagnostics
    case .model: findings(inModel: text)
    }
  }

  /// What is said about a model, or about elements of one.
  private static func findings(inModel text: String) -> [Diagnostic] {
    let isWhole = ["<definitions", "<!DOCTYPE", "<html"].contains { text.hasPrefix($0) }
    let space = "https://www.omg.org/spec/DMN/20191111/MODEL/"
    let whole =
      isWhole
      ? text : "<definitions xmlns=\"\(space)\" name=\"m\" namespace=\"m\">\(text)</definitions>"
    let read = DMNDocument(reading: SourceFile(name: "model.dmn", text: whole))
    guard let model = read.model else { return read.diagnostics }
    return read.diagnostics + DecisionModel(resolving: [model]).diagnostics
  }

  private static func checked(_ parsed: Parsed<Expression>) -> [Diagnostic] {
    guard let tree = parsed.tree else { return parsed.diagnostics }
    return parsed.diagnostics
      + Checker.check(tree, in: Scope(), rigour: .strict).diagnostics
      + calculated(Checker.check(tree, in: Scope(), rigour: .standard).expression)
  }

  private static func calculated(_ expression: CheckedExpression) -> [Diagnostic] {
    let evaluation = Evaluation(in: NoNames(), rigour: .standard)
    do {
      _ = try evaluation.value(of: expression)
      return evaluation.failures.map(\.diagnostic)
    } catch {
      return [error.diagnostic]
    }
  }

  /// An environment in which nothing has a name.
  private final class NoNames: EvaluationEnvironment {
    func value(of item: Int, in evaluation: Evaluation) throws(EvaluationFailure) -> Value { .null }

    func value(
      of item: Int, on day: CalendarDate, in evaluation: Evaluation
    ) throws(EvaluationFailure) -> Value { .null }
  }

  /// The files of an example: each below a comment with its path, or one that is a part of a policy.
  private static func files(of text: String) -> [String: String] {
    var files: [String: String] = [:]
    var path = "rules/example.yaml"
    if !text.hasPrefix("# ") {
      files[path] = "policy: example\nin force: {from: 2026-01-01}\n"
      if !text.hasPrefix("uses:") { files[path, default: ""] += "uses: [base]\n" }
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("# "), line.hasSuffix(".yaml") {
        path = String(line.dropFirst(2))
      } else {
        files[path, default: ""] += line + "\n"
      }
    }
    return files
  }

  private static func findings(in own: [String: String]) -> [Diagnostic] {
    let files = SampleRules.files.merging(own) { $1 }.sorted { $0.key < $1.key }
      .map { SourceFile(name: $0.key, text: $0.value) }
    var findings: [Diagnostic] = []
    var policies: [PolicyDocument] = []
    var overlays: [PolicyDocument] = []
    var pilot: PilotDocument?
    for file in files {
      let yaml = YAMLDocument(reading: file)
      if file.name.hasSuffix("pilot.yaml") {
        let reading = PilotDocument.read(yaml, folder: "demo")
        findings += yaml.diagnostics + reading.diagnostics
        pilot = reading.document
      } else if file.name.contains("/tests/") {
        findings += CaseFile.read(yaml, pilot: nil).diagnostics
      } else if file.name.hasPrefix("rules/") || file.name.hasPrefix("pilots/") {
        let inPilot = file.name.hasPrefix("pilots/")
        let reading = PolicyDocument.read(yaml, inPilot: inPilot)
        findings += yaml.diagnostics + reading.diagnostics
        if inPilot {
          overlays += [reading.document].compactMap(\.self)
        } else {
          policies += [reading.document].compactMap(\.self)
        }
      }
    }
    let pilots = pilot.map { [(pilot: $0, overlays: overlays)] } ?? []
    let rulebook = Rulebook(policies: policies, pilots: pilots)
    findings += rulebook.diagnostics
    for file in files where file.name.contains("/tests/") {
      let read = CaseFile.read(YAMLDocument(reading: file), pilot: nil).file
      findings += read.map { CaseRunner(rulebook).run($0).flatMap(\.diagnostics) } ?? []
      findings += CaseReview(of: [read].compactMap(\.self), by: rulebook).diagnostics
    }
    for file in files where file.name == "applicant.yaml" {
      findings += applicantFindings(file, rulebook)
    }
    // What is said about the sample alone is not about the example.
    return findings.filter { $0.range.map { own[$0.file.name] != nil } ?? true }
  }

  private static func applicantFindings(_ file: SourceFile, _ rulebook: Rulebook) -> [Diagnostic] {
    let reading = ApplicantReading(reading: file)
    guard let day = CalendarDate("2026-06-30") else { return [] }
    return reading.diagnostics
      + reading.applicants.flatMap {
        Decider(rulebook).decide($0, policy: nil, pilot: .fitting, on: day, known: day).diagnostics
      }
  }
}
