public import Diagnostics
public import FEEL
public import Quantities

/// DMN models with all names resolved and all expressions checked, ready to be evaluated.
///
/// DMN is followed to the letter: what an expression cannot do is null and a reported failure.
public struct DecisionModel: Sendable {
  /// What is wrong with the models, up to 500 messages; what they concern comes to null when it is
  /// evaluated.
  public let diagnostics: [Diagnostic]
  private let resolved: ResolvedModel
  private static let mostDiagnostics = 500

  /// Resolves a model, the first, with the models it imports.
  ///
  /// `entryNames` are names of entries that supplied values have although no type declares them;
  /// they are read as one name where they hold signs or spaces.
  public init(resolving models: [DMNModel], entryNames: Set<String> = []) {
    var resolver = ModelResolver(models, entryNames: entryNames)
    resolved = resolver.resolve()
    diagnostics = Array(resolver.diagnostics.prefix(Self.mostDiagnostics))
  }

  /// A value that is supplied.
  public struct Input: Sendable {
    /// The name of an input, or of a decision that is not to be evaluated.
    public let name: String
    /// The namespace of its model; nil for the first model that has one of the name.
    public let namespace: String?
    /// The value; null if it does not conform to the declared type.
    public let value: Value

    /// A value for a name.
    public init(_ name: String, _ value: Value, namespace: String? = nil) {
      self.name = DMNModel.normalized(name)
      self.value = value
      self.namespace = namespace
    }
  }

  /// What a decision or service comes to.
  public struct Outcome: Sendable {
    /// The value.
    public let value: Value
    /// What could not be evaluated and became null.
    public let failures: [EvaluationFailure]
  }

  /// The value of a decision of the first model that has one of the name.
  ///
  /// `clock` is what `now()` and `today()` answer with.
  public func evaluate(
    decision name: String, namespace: String? = nil, inputs: [Input] = [],
    clock: DateAndTime? = nil, limits: Evaluation.Limits = .init()
  ) -> Outcome {
    run(clock: clock, limits: limits) { (evaluation) throws(EvaluationFailure) -> Value in
      let decision = find(name, namespace) { kind in
        if case .decision = kind { true } else { false }
      }
      guard let decision else {
        return try evaluation.fail(.other(ModelMessages.noDecision(name)), at: nil)
      }
      let frame = DecisionFrame(resolved)
      for input in inputs {
        try supply(input, to: frame, evaluation)
      }
      return try frame.value(of: decision, in: evaluation)
    }
  }

  /// The value of a decision service of the first model that has one of the name, or of one of
  /// its output decisions.
  ///
  /// Inputs are its parameters by name; a missing one is null.
  public func invoke(
    service name: String, namespace: String? = nil, output: String? = nil, inputs: [Input] = [],
    clock: DateAndTime? = nil, limits: Evaluation.Limits = .init()
  ) -> Outcome {
    run(clock: clock, limits: limits) { (evaluation) throws(EvaluationFailure) -> Value in
      let place = find(name, namespace) { kind in
        if case .service = kind { true } else { false }
      }
      guard let place, case .service(let service) = resolved.elements[place].kind else {
        return try evaluation.fail(.other(ModelMessages.noService(name)), at: nil)
      }
      let frame = DecisionFrame(resolved)
      for parameter in service.parameters {
        let argument = inputs.first { $0.name == parameter.name }?.value ?? .null
        let value = try frame.supply(
          argument, for: parameter.element, declared: parameter.declared, evaluation)
        // A service whose argument does not conform is not invoked, like any function.
        if value.isNull, !argument.isNull { return .null }
      }
      guard let output else { return try frame.result(of: service, in: evaluation) }
      let wanted = DMNModel.normalized(output)
      guard let decision = service.outputs.first(where: { $0.name == wanted }) else {
        return try evaluation.fail(.other(ModelMessages.noOutput(output, of: name)), at: nil)
      }
      if service.outputs.count == 1 { return try frame.result(of: service, in: evaluation) }
      return try frame.value(of: decision.element, in: evaluation)
    }
  }

  private func run(
    clock: DateAndTime?, limits: Evaluation.Limits,
    _ body: (Evaluation) throws(EvaluationFailure) -> Value
  ) -> Outcome {
    let evaluation = Evaluation(in: NoItems(), rigour: .standard, limits: limits)
    evaluation.clock = clock
    do {
      let value = try body(evaluation)
      return Outcome(value: value, failures: evaluation.failures)
    } catch {
      return Outcome(value: .null, failures: evaluation.failures + [error])
    }
  }

  /// The first element of a name that is of a kind.
  private func find(
    _ name: String, _ namespace: String?, where fits: (ResolvedElement.Kind) -> Bool
  ) -> Int? {
    let name = DMNModel.normalized(name)
    for candidate in namespace.map({ [$0] }) ?? resolved.namespaces {
      let places = resolved.named[candidate]?[name] ?? []
      if let place = places.first(where: { fits(resolved.elements[$0].kind) }) { return place }
    }
    return nil
  }

  /// Puts a value in the place of the input or decision it names; other names mean nothing.
  private func supply(
    _ input: Input, to frame: DecisionFrame, _ evaluation: Evaluation
  ) throws(EvaluationFailure) {
    let inputData = find(input.name, input.namespace) { kind in
      if case .input = kind { true } else { false }
    }
    let place =
      inputData
      ?? find(input.name, input.namespace) { kind in
        if case .decision = kind { true } else { false }
      }
    guard let place else { return }
    switch resolved.elements[place].kind {
    case .input(let declared):
      try frame.supply(input.value, for: place, declared: declared, evaluation)
    case .decision(let decision):
      try frame.supply(input.value, for: place, declared: decision.result, evaluation)
    case .function, .service: break
    }
  }
}

/// The environment of models, whose expressions name no items: what they require are locals.
private final class NoItems: EvaluationEnvironment {
  func value(of item: Int, in evaluation: Evaluation) throws(EvaluationFailure) -> Value { .null }

  func value(
    of item: Int, on day: CalendarDate, in evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value { .null }
}
