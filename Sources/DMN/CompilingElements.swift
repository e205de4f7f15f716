import Diagnostics
import FEEL

extension ModelResolver {
  mutating func decision(
    _ decision: DMNModel.Decision, _ required: [RequiredName], in model: Int
  ) -> ResolvedDecision {
    let result = declared(decision.variable.type, in: model)
    guard let logic = decision.logic else {
      return ResolvedDecision(required: [], logic: nil, result: result)
    }
    var compiler = BoxedCompiler(types: types[model], name: decision.variable.name)
    let place = outermost[model].adding(locals(required))
    let checked = compiler.compile(logic, in: place, expecting: result)
    diagnostics.append(contentsOf: compiler.diagnostics)
    return ResolvedDecision(
      required: mentioned(required, by: checked), logic: checked, result: result)
  }

  mutating func function(
    _ function: DMNModel.KnowledgeModel, at index: Int, _ required: [RequiredName], in model: Int
  ) -> ResolvedFunction {
    let declared = self.declared(function.variable.type, in: model).resultOfCall
    guard let logic = function.logic else {
      return ResolvedFunction(required: [], parameters: [], body: .missing, result: declared)
    }
    // A function may call itself; what it is called by is in scope before the parameters.
    let own = RequiredName(name: function.variable.name, meaning: .element(index))
    let required = [own] + required
    var compiler = BoxedCompiler(types: types[model], name: function.variable.name)
    let place = outermost[model].adding(locals(required))
    let parts = compiler.compile(logic, in: place, expecting: declared)
    diagnostics.append(contentsOf: compiler.diagnostics)
    switch parts {
    case .value(let value):
      return ResolvedFunction(
        required: [], parameters: value.parameters, body: .value(value), result: declared)
    case .expression(let parameters, let body):
      return ResolvedFunction(
        required: mentioned(required, by: body), parameters: parameters, body: .expression(body),
        result: declared)
    }
  }

  mutating func service(
    _ service: DMNModel.DecisionService, in model: Int
  ) -> ResolvedService {
    var parameters: [ResolvedService.Parameter] = []
    for (references, isInput) in [(service.inputs, true), (service.inputDecisions, false)] {
      for reference in references {
        guard let element = element(reference, from: model) else { continue }
        let draft = drafts[element]
        guard isInput ? draft.isInput : draft.isDecision else {
          diagnostics.append(
            ModelMessages.wrongKind(
              reference, expected: isInput ? ModelMessages.inputData : ModelMessages.decision))
          continue
        }
        let type = declared(draft.variable.type, in: draft.model)
        parameters.append(
          ResolvedService.Parameter(element: element, name: draft.variable.name, declared: type))
      }
    }
    var outputs: [ResolvedService.Output] = []
    for reference in service.outputs {
      guard let element = element(reference, from: model) else { continue }
      guard drafts[element].isDecision else {
        diagnostics.append(
          ModelMessages.wrongKind(reference, expected: ModelMessages.decision))
        continue
      }
      outputs.append(
        ResolvedService.Output(element: element, name: drafts[element].variable.name))
    }
    return ResolvedService(
      parameters: parameters, outputs: outputs,
      result: declared(service.variable.type, in: model).resultOfCall)
  }

  /// The required names with a note of which the logic names.
  private func mentioned(
    _ required: [RequiredName], by logic: CheckedExpression
  ) -> [RequiredName] {
    let levels = logic.localsRead
    return required.enumerated().map { level, name in
      var name = name
      name.isMentioned = levels.contains(level)
      return name
    }
  }
}

extension DeclaredType {
  /// The type of what a function answers: models declare a function by its function type or, as
  /// older ones do, by the type of its result.
  var resultOfCall: DeclaredType {
    guard case .function(_, let result) = type else { return self }
    return DeclaredType(result)
  }
}

extension CheckedExpression {
  /// The levels of the locals that the expression reads, its own among them.
  var localsRead: Set<Int> {
    var levels: Set<Int> = []
    collectLocals(into: &levels)
    return levels
  }

  private func collectLocals(into levels: inout Set<Int>) {
    switch node {
    case .local(let level), .entryOrElse(let level, _, _): levels.insert(level)
    default: break
    }
    for operand in operands { operand.collectLocals(into: &levels) }
  }
}
