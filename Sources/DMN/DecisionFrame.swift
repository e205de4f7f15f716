import Diagnostics
import FEEL

/// The values of inputs and decisions during one evaluation, or during one call of a service.
///
/// Only what a decision's logic names is evaluated, each decision once. Functions see no frame:
/// what they capture are values.
final class DecisionFrame {
  private let model: ResolvedModel
  private var values: [Int: Value] = [:]
  private var running: Set<Int> = []

  init(_ model: ResolvedModel) { self.model = model }

  /// Puts a value in the place of an input or decision; null, which is answered, if it does not
  /// conform.
  @discardableResult
  func supply(
    _ value: Value, for element: Int, declared: DeclaredType, _ evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value {
    let range = model.elements[element].range
    let converted = try evaluation.conform(value, to: declared, at: range)
    values[element] = converted
    return converted
  }

  /// A decision that is being evaluated, with the elements its logic names.
  private struct Step {
    let element: Int
    let decision: ResolvedDecision
    let named: [Int]
    var next = 0
  }

  /// The value of an element, after those that it requires.
  ///
  /// A chain of requirements can be long, so it is walked without calls inside calls.
  func value(of target: Int, in evaluation: Evaluation) throws(EvaluationFailure) -> Value {
    var path: [Step] = []
    if let first = step(target) { path.append(first) }
    while let step = path.last {
      if step.next == step.named.count {
        let value = try result(of: step, in: evaluation)
        if values[step.element] == nil { values[step.element] = value }
        running.remove(step.element)
        path.removeLast()
        continue
      }
      path[path.count - 1].next += 1
      let required = step.named[step.next]
      if running.contains(required) {
        // The decision requires itself; the requirement that closes the circle is null.
        values[required] = try evaluation.fail(
          .cycle(model.elements[required].name), at: model.elements[step.element].range)
      } else if let next = self.step(required) {
        path.append(next)
      }
    }
    return functionOrValue(target)
  }

  /// Begins with an element; nil if there is nothing to evaluate.
  private func step(_ element: Int) -> Step? {
    guard values[element] == nil,
      case .decision(let decision) = model.elements[element].kind
    else { return nil }
    running.insert(element)
    let named = decision.required.filter(\.isMentioned).flatMap(\.elements)
    return Step(element: element, decision: decision, named: named)
  }

  private func result(
    of step: Step, in evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value {
    try evaluation.spend()
    guard let logic = step.decision.logic else {
      return try evaluation.fail(
        .other(ModelMessages.noLogic), at: model.elements[step.element].range)
    }
    return try evaluation.value(of: logic, locals: locals(step.decision.required))
  }

  /// The values of required names, whose decisions have been evaluated.
  private func locals(_ required: [RequiredName]) -> [Value] {
    var locals: [Value] = []
    locals.reserveCapacity(required.count)
    for name in required {
      guard name.isMentioned else {
        locals.append(.null)
        continue
      }
      switch name.meaning {
      case .element(let element): locals.append(functionOrValue(element))
      case .imported(let entries):
        var context = ContextValue()
        for entry in entries { context[entry.name] = functionOrValue(entry.element) }
        locals.append(.context(context))
      }
    }
    return locals
  }

  /// What an element is to those who name it; an input that was not supplied is null.
  private func functionOrValue(_ element: Int) -> Value {
    values[element] ?? model.function(element) ?? .null
  }

  /// The values of a service's output decisions: of a single one its value, else a context.
  func result(
    of service: ResolvedService, in evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value {
    let result: Value
    if service.outputs.count == 1 {
      result = try value(of: service.outputs[0].element, in: evaluation)
    } else {
      var context = ContextValue()
      for output in service.outputs {
        context[output.name] = try value(of: output.element, in: evaluation)
      }
      result = .context(context)
    }
    return try evaluation.conform(result, to: service.result, at: nil)
  }
}

extension ResolvedModel {
  /// A function or service as a value; nil for inputs and decisions.
  func function(_ element: Int) -> Value? {
    switch elements[element].kind {
    case .input, .decision: return nil
    case .function(let function):
      if case .value(let value) = function.body, function.result.isAny { return .function(value) }
      return .function(
        FunctionValue(
          parameters: function.parameters, result: function.resultType,
          body: .logic(KnowledgeLogic(model: self, element: element, function: function))))
    case .service(let service):
      let parameters = service.parameters.map {
        FunctionValue.Parameter($0.name, $0.declared.type)
      }
      return .function(
        FunctionValue(
          parameters: parameters, result: service.result.type,
          body: .logic(ServiceLogic(model: self, service: service))))
    }
  }
}

extension ResolvedFunction {
  fileprivate var resultType: FEELType {
    if result.isAny, case .expression(let body) = body { body.type } else { result.type }
  }
}

/// What happens when a business knowledge model is called.
private struct KnowledgeLogic: InvocableLogic {
  let model: ResolvedModel
  let element: Int
  let function: ResolvedFunction

  func invoke(
    _ arguments: [Value], in evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value {
    let range = model.elements[element].range
    switch function.body {
    case .missing: return try evaluation.fail(.other(ModelMessages.noLogic), at: range)
    case .value(let value):
      let result = try evaluation.apply(value, to: arguments, at: range)
      return try evaluation.conform(result, to: function.result, at: range)
    case .expression(let body):
      return try evaluation.value(of: body, locals: captured + arguments)
    }
  }

  /// The functions that it requires, in front of its parameters.
  private var captured: [Value] {
    function.required.map { name in
      guard name.isMentioned else { return .null }
      switch name.meaning {
      case .element(let element): return model.function(element) ?? .null
      case .imported(let entries):
        return .context(
          ContextValue(entries.map { ($0.name, model.function($0.element) ?? .null) }))
      }
    }
  }
}

/// What happens when a decision service is called: its decisions see the arguments alone.
private struct ServiceLogic: InvocableLogic {
  let model: ResolvedModel
  let service: ResolvedService

  func invoke(
    _ arguments: [Value], in evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value {
    let frame = DecisionFrame(model)
    for (argument, parameter) in zip(arguments, service.parameters) {
      if let constraint = parameter.declared.constraint,
        try !evaluation.allows(constraint, argument)
      {
        return try evaluation.fail(
          .other(ModelMessages.valueNotAllowed(argument)),
          at: model.elements[parameter.element].range)
      }
      try frame.supply(argument, for: parameter.element, declared: parameter.declared, evaluation)
    }
    return try frame.result(of: service, in: evaluation)
  }
}
