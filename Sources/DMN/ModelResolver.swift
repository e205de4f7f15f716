import Diagnostics
import FEEL

/// Turns models as written into one resolved and checked model.
struct ModelResolver {
  /// An element as it was written, with the model it stands in.
  struct Draft {
    enum Source {
      case input(DMNModel.InputData)
      case decision(DMNModel.Decision)
      case function(DMNModel.KnowledgeModel)
      case service(DMNModel.DecisionService)
    }

    let model: Int
    let source: Source

    var id: String {
      switch source {
      case .input(let input): input.id
      case .decision(let decision): decision.id
      case .function(let function): function.id
      case .service(let service): service.id
      }
    }

    var variable: DMNModel.Variable {
      switch source {
      case .input(let input): input.variable
      case .decision(let decision): decision.variable
      case .function(let function): function.variable
      case .service(let service): service.variable
      }
    }

    var isDecision: Bool { if case .decision = source { true } else { false } }
    var isInput: Bool { if case .input = source { true } else { false } }
  }

  let models: [DMNModel]
  private(set) var drafts: [Draft] = []
  /// The elements by the namespace of their model and their id.
  private(set) var places: [String: [String: Int]] = [:]
  /// The first model of each namespace.
  private var modelOfNamespace: [String: Int] = [:]
  private(set) var types: [ModelTypes] = []
  var diagnostics: [Diagnostic] = []
  /// The names that each element requires.
  private var required: [[RequiredName]] = []
  /// The types of the elements' values, once they are compiled.
  private(set) var kinds: [FEELType] = []

  /// Names of entries that values may have although no type declares them.
  private let entryNames: Set<String>
  /// What can be named everywhere in each model.
  private(set) var outermost: [Surroundings] = []

  init(_ models: [DMNModel], entryNames: Set<String> = []) {
    self.models = models
    self.entryNames = entryNames
  }

  /// The resolved model; what is wrong stands in `diagnostics`.
  mutating func resolve() -> ResolvedModel {
    indexElements()
    resolveTypes()
    required = drafts.indices.map { requiredNames(of: $0) }
    reportCycles()
    kinds = drafts.map { _ in .any }
    var elements = [ResolvedElement?](repeating: nil, count: drafts.count)
    for index in ElementOrder.order(drafts.indices, requiring: { dependencies(of: $0) }) {
      elements[index] = compile(index)
    }
    return ResolvedModel(
      elements: elements.compactMap(\.self), named: elementsByName(),
      namespaces: models.map(\.namespace))
  }

  private mutating func indexElements() {
    for (number, model) in models.enumerated() {
      if modelOfNamespace[model.namespace] == nil {
        modelOfNamespace[model.namespace] = number
      } else {
        diagnostics.append(ModelMessages.duplicateNamespace(model))
      }
      let sources =
        model.inputs.map(Draft.Source.input) + model.decisions.map(Draft.Source.decision)
        + model.knowledgeModels.map(Draft.Source.function)
        + model.services.map(Draft.Source.service)
      for source in sources {
        let draft = Draft(model: number, source: source)
        let index = drafts.count
        drafts.append(draft)
        if let first = places[model.namespace]?[draft.id] {
          diagnostics.append(
            ModelMessages.duplicateID(
              draft.id, at: draft.variable.range, first: drafts[first].variable.range))
        } else {
          places[model.namespace, default: [:]][draft.id] = index
        }
      }
    }
  }

  private mutating func resolveTypes() {
    let imports = models.map { model in
      model.imports.compactMap { item in
        modelOfNamespace[item.namespace].map { (prefix: item.name, model: $0) }
      }
    }
    for model in models {
      for item in model.imports where modelOfNamespace[item.namespace] == nil {
        diagnostics.append(ModelMessages.missingImport(item))
      }
    }
    var resolver = TypeResolver(models, imports: imports)
    types = models.indices.map { resolver.types(of: $0) }
    diagnostics.append(contentsOf: resolver.diagnostics)
    outermost = types.map { Surroundings(types: $0.kinds, members: entryNames) }
  }

  /// The element that a reference names; nil, and reported, if there is none.
  mutating func element(_ reference: DMNModel.Reference, from model: Int) -> Int? {
    let namespace = reference.namespace ?? models[model].namespace
    if let place = places[namespace]?[reference.id] { return place }
    diagnostics.append(ModelMessages.unknownReference(reference))
    return nil
  }

  /// The declared type of a variable or expression in a model; an unknown one is reported.
  mutating func declared(_ name: DMNModel.TypeName?, in model: Int) -> DeclaredType {
    guard let name else { return .any }
    if let type = types[model].type(name) { return type }
    diagnostics.append(ModelMessages.unknownType(name, among: types[model].named.keys))
    return .any
  }

  // MARK: Requirements

  /// The names that the requirements of an element bring into its scope.
  private mutating func requiredNames(of index: Int) -> [RequiredName] {
    let draft = drafts[index]
    let references: [DMNModel.Reference]
    switch draft.source {
    case .decision(let decision): references = decision.requirements
    case .function(let function): references = function.requirements
    case .input, .service: return []
    }
    var direct: [RequiredName] = []
    var imported: [(prefix: String, entries: [(name: String, element: Int)])] = []
    for reference in references {
      guard let element = element(reference, from: draft.model) else { continue }
      let name = drafts[element].variable.name
      let namespace = models[drafts[element].model].namespace
      guard namespace != models[draft.model].namespace else {
        direct.append(RequiredName(name: name, meaning: .element(element)))
        continue
      }
      guard let item = models[draft.model].imports.first(where: { $0.namespace == namespace })
      else {
        diagnostics.append(ModelMessages.notImported(reference, namespace))
        continue
      }
      if item.name.isEmpty {
        direct.append(RequiredName(name: name, meaning: .element(element)))
      } else if let place = imported.firstIndex(where: { $0.prefix == item.name }) {
        imported[place].entries.append((name, element))
      } else {
        imported.append((item.name, [(name, element)]))
      }
    }
    return imported.map { RequiredName(name: $0.prefix, meaning: .imported($0.entries)) } + direct
  }

  /// The elements whose types must be known before an element is compiled.
  private func dependencies(of index: Int) -> [Int] {
    guard case .service(let service) = drafts[index].source else {
      return required[index].flatMap(\.elements)
    }
    let namespace = models[drafts[index].model].namespace
    return (service.inputs + service.inputDecisions + service.outputs).compactMap {
      places[$0.namespace ?? namespace]?[$0.id]
    }
  }

  private mutating func reportCycles() {
    let decisions = drafts.indices.filter { drafts[$0].isDecision }
    let cycles = ElementOrder.cycles(decisions) { index in
      required[index].flatMap(\.elements).filter { drafts[$0].isDecision }
    }
    for cycle in cycles {
      let names = (cycle + cycle.prefix(1)).map { drafts[$0].variable.name }
      diagnostics.append(
        ModelMessages.cyclicRequirement(names, at: drafts[cycle[0]].variable.range))
    }
  }

  // MARK: Compiling

  private mutating func compile(_ index: Int) -> ResolvedElement {
    let draft = drafts[index]
    let kind: ResolvedElement.Kind
    switch draft.source {
    case .input:
      let declared = declared(draft.variable.type, in: draft.model)
      kinds[index] = declared.type
      kind = .input(declared)
    case .decision(let decision):
      let resolved = self.decision(decision, required[index], in: draft.model)
      let type = resolved.result.isAny ? resolved.logic?.type ?? .any : resolved.result.type
      kinds[index] = type.bounded
      kind = .decision(resolved)
    case .function(let function):
      let resolved = self.function(function, at: index, required[index], in: draft.model)
      kinds[index] = Self.type(of: resolved)
      kind = .function(resolved)
    case .service(let service):
      let resolved = self.service(service, in: draft.model)
      kinds[index] = type(of: resolved)
      kind = .service(resolved)
    }
    return ResolvedElement(name: draft.variable.name, kind: kind, range: draft.variable.range)
  }

  /// The locals that required names are in the scope of the logic.
  func locals(_ required: [RequiredName]) -> [Scope.Local] {
    required.map { name in
      switch name.meaning {
      case .element(let element): Scope.Local(name.name, kinds[element])
      case .imported(let entries):
        Scope.Local(
          name.name,
          FEELType.context(entries.map { FEELType.Field($0.name, kinds[$0.element]) }).bounded)
      }
    }
  }

  private static func type(of function: ResolvedFunction) -> FEELType {
    let result: FEELType
    switch function.body {
    case .expression(let body) where function.result.isAny: result = body.type
    default: result = function.result.type
    }
    return FEELType.function(function.parameters.map(\.type), result).bounded
  }

  private func type(of service: ResolvedService) -> FEELType {
    let result: FEELType
    if !service.result.isAny {
      result = service.result.type
    } else if service.outputs.count == 1 {
      result = kinds[service.outputs[0].element]
    } else {
      result = .context(service.outputs.map { FEELType.Field($0.name, kinds[$0.element]) })
    }
    return FEELType.function(service.parameters.map(\.declared.type), result).bounded
  }

  private func elementsByName() -> [String: [String: [Int]]] {
    var named: [String: [String: [Int]]] = [:]
    for (index, draft) in drafts.enumerated() {
      named[models[draft.model].namespace, default: [:]][draft.variable.name, default: []]
        .append(index)
    }
    return named
  }
}
