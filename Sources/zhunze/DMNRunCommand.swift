import ArgumentParser
import DMN
import DMNXML
import Determinations
import Diagnostics
import Exchange
import FEEL
import YAMLTree

/// `dmn run`: the value of one decision of a DMN file, as DMN says.
struct DMNRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Evaluates a decision or a decision service of a DMN file.",
    discussion: """
      DMN 1.1 to 1.5 is followed to the letter: what an expression cannot do is null and a warning. \
      Files that the first one imports are named with --import; nothing else is read. Inputs are \
      read as `feel --context` reads them. With --service the inputs are its parameters, and \
      --decision chooses one of its outputs.

      With --format json the value is tagged: null, true, false and texts as they are, \
      {"number": "1.50"}, {"date": "2026-03-31"}, {"list": […]}, {"context": {…}} and so on. The exit \
      status is 65 if a file is no DMN, and 64 if it has no such decision.
      """)

  @Argument(help: ArgumentHelp("a DMN file", valueName: "file"))
  var file: String

  @Option(help: "the decision to evaluate")
  var decision: String?

  @Option(help: "the decision service to call")
  var service: String?

  @Option(help: ArgumentHelp("names with values, as YAML or JSON", valueName: "file"))
  var inputs: String?

  @Option(
    name: .customLong("import"), parsing: .upToNextOption,
    help: ArgumentHelp("DMN files that are imported", valueName: "file"))
  var imports: [String] = []

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if decision == nil, service == nil {
      throw ValidationError("Name a decision with --decision, or a service with --service.")
    }
  }

  func run() throws {
    let console = output.console
    let models = try models(console)
    let inputs = try context(console)
    try checkNames(models, console)
    let model = DecisionModel(resolving: models, entryNames: inputs.allKeys)
    let supplied = zip(inputs.keys, inputs.values).map { DecisionModel.Input($0, $1) }
    let outcome: DecisionModel.Outcome
    if let service {
      outcome = model.invoke(
        service: service, output: decision, inputs: supplied, clock: Surroundings.now)
    } else {
      outcome = model.evaluate(
        decision: decision ?? "", inputs: supplied, clock: Surroundings.now)
    }
    switch console.format {
    case .text: try console.write(outcome.value.literal + "\n")
    case .json: try console.write(TaggedValue.json(outcome.value).compact + "\n")
    }
    console.report(
      model.diagnostics.map(\.asWarning) + outcome.failures.map(\.diagnostic.asWarning))
  }

  private func models(_ console: Console) throws -> [DMNModel] {
    var models: [DMNModel] = []
    var diagnostics: [Diagnostic] = []
    var paths = [file]
    for path in imports where !paths.contains(path) { paths.append(path) }
    for path in paths {
      do throws(FileReading.Failure) {
        let file = SourceFile(name: path, bytes: try FileReading.bytes(of: path))
        let document = DMNDocument(reading: file)
        diagnostics += document.diagnostics
        if let model = document.model { models.append(model) }
      } catch {
        throw console.fail(.unreadable(path, error))
      }
    }
    console.report(diagnostics)
    guard models.count == paths.count else { throw ExitStatus.badData.code }
    return models
  }

  private func context(_ console: Console) throws -> ContextValue {
    guard let inputs else { return ContextValue() }
    do throws(FileReading.Failure) {
      let file = SourceFile(name: inputs, bytes: try FileReading.bytes(of: inputs))
      let reading = ContextReading(reading: YAMLDocument(reading: file))
      console.report(reading.diagnostics)
      if !reading.diagnostics.contains(where: { $0.severity == .error }) { return reading.context }
    } catch {
      throw console.fail(.unreadable(inputs, error))
    }
    throw ExitStatus.badData.code
  }

  /// Ends the command if nothing bears the name that was asked for.
  private func checkNames(_ models: [DMNModel], _ console: Console) throws {
    let wanted = DMNModel.normalized(service ?? decision ?? "")
    let known = models.flatMap { model in
      service == nil ? model.decisions.map(\.variable.name) : model.services.map(\.variable.name)
    }
    guard !known.contains(wanted) else { return }
    let near = nearest(to: wanted, among: known)
    throw console.fail(
      service == nil ? .noDecision(wanted, nearest: near) : .noService(wanted, nearest: near))
  }
}

extension ContextValue {
  /// The keys at any depth.
  fileprivate var allKeys: Set<String> {
    func keys(_ value: Value) -> [String] {
      switch value {
      case .list(let elements): elements.flatMap(keys)
      case .context(let context): context.keys + context.values.flatMap(keys)
      default: []
      }
    }
    return Set(keys(.context(self)))
  }
}

extension Diagnostic {
  /// The message as DMN takes it: the value is null, and somebody should look.
  fileprivate var asWarning: Diagnostic {
    guard severity == .error else { return self }
    return Diagnostic(code, .warning, at: range, message, help: help, notes: notes, fixes: fixes)
  }
}

extension CommandFailure {
  fileprivate static func noDecision(_ name: String, nearest: String?) -> CommandFailure {
    CommandFailure(
      status: .usage,
      message: Wording(
        en: "no decision is called `\(name)`", zh: "没有名为 `\(name)` 的决策"),
      help: nearest.map { Wording(en: "did you mean `\($0)`?", zh: "是否指 `\($0)`？") })
  }

  fileprivate static func noService(_ name: String, nearest: String?) -> CommandFailure {
    CommandFailure(
      status: .usage,
      message: Wording(
        en: "no decision service is called `\(name)`", zh: "没有名为 `\(name)` 的决策服务"),
      help: nearest.map { Wording(en: "did you mean `\($0)`?", zh: "是否指 `\($0)`？") })
  }
}
