import Diagnostics
import FEEL
import FEELSyntax

/// The types that one model can name.
struct ModelTypes {
  /// Its own and, with their prefixes, those of imported models.
  let named: [String: DeclaredType]
  /// The same for the checker.
  let kinds: [String: FEELType]

  init(_ named: [String: DeclaredType]) {
    self.named = named
    kinds = named.mapValues(\.type)
  }

  /// The type that a reference means; nil if there is none.
  func type(_ name: DMNModel.TypeName) -> DeclaredType? {
    if let type = named[name.text] { return type }
    if let type = FEELType(builtIn: name.text) { return DeclaredType(type) }
    guard name.text.utf8.contains(UInt8(ascii: "<")) else { return nil }
    let parsed = parseType(
      SourceText(name.text, name: "type"), names: NamesInScope(Array(named.keys)))
    return parsed.tree.flatMap { kind($0) }.map { DeclaredType($0) }
  }

  /// The type written in FEEL, such as `list<number>`.
  private func kind(_ reference: TypeReference) -> FEELType? {
    switch reference.kind {
    case .named(let name): return kinds[name] ?? FEELType(builtIn: name)
    case .list(let element): return kind(element).map(FEELType.list)
    case .range(let element): return kind(element).map(FEELType.range)
    case .context(let fields):
      var types: [FEELType.Field] = []
      for field in fields {
        guard let type = kind(field.type) else { return nil }
        types.append(FEELType.Field(field.name.text, type))
      }
      return .context(types)
    case .function(let parameters, let result):
      let types = parameters.compactMap { kind($0) }
      guard types.count == parameters.count, let result = kind(result) else { return nil }
      return .function(types, result)
    }
  }
}

/// Turns item definitions into types.
struct TypeResolver {
  private enum State {
    case running
    case done(DeclaredType)
  }

  private let models: [DMNModel]
  private let definitions: [[String: DMNModel.ItemDefinition]]
  /// The models that each model imports, by prefix.
  private let imports: [[(prefix: String, model: Int)]]
  private var states: [[String: State]]
  private(set) var diagnostics: [Diagnostic] = []

  /// How many types may stand for one another in a row.
  private static let deepest = 200

  init(_ models: [DMNModel], imports: [[(prefix: String, model: Int)]]) {
    self.models = models
    self.imports = imports
    states = models.map { _ in [:] }
    var diagnostics: [Diagnostic] = []
    definitions = models.map { model in
      Dictionary(
        model.itemDefinitions.map { ($0.name, $0) },
        uniquingKeysWith: { first, second in
          diagnostics.append(ModelMessages.duplicateType(second.name, at: second.range))
          return first
        })
    }
    self.diagnostics = diagnostics
  }

  /// All types that a model can name.
  mutating func types(of model: Int) -> ModelTypes {
    var types: [String: DeclaredType] = [:]
    for item in imports[model] where models[item.model].namespace != models[model].namespace {
      for definition in models[item.model].itemDefinitions {
        let name = item.prefix.isEmpty ? definition.name : item.prefix + "." + definition.name
        types[name] = declared(definition.name, in: item.model, depth: 0)
      }
    }
    for definition in models[model].itemDefinitions {
      types[definition.name] = declared(definition.name, in: model, depth: 0)
    }
    return ModelTypes(types)
  }

  /// A type declared in a model; nil if there is none of the name.
  private mutating func declared(_ name: String, in model: Int, depth: Int) -> DeclaredType? {
    guard let definition = definitions[model][name] else { return nil }
    switch states[model][name] {
    case .done(let type): return type
    case .running:
      diagnostics.append(ModelMessages.cyclicType(name, at: definition.range))
      return .any
    case nil:
      guard depth < Self.deepest else {
        diagnostics.append(ModelMessages.typesTooDeep(Self.deepest, at: definition.range))
        return .any
      }
      states[model][name] = .running
      let type = self.type(definition, in: model, depth: depth)
      states[model][name] = .done(type)
      return type
    }
  }

  private mutating func type(
    _ definition: DMNModel.ItemDefinition, in model: Int, depth: Int
  ) -> DeclaredType {
    var (kind, constraint) = form(definition.form, in: model, depth: depth + 1)
    constraint = TypeConstraint.all(of: [
      constraint, tests(definition.allowedValues, of: kind),
    ])
    if definition.isCollection {
      kind = .list(kind)
      constraint = constraint.map { .elements($0) }
    }
    constraint = TypeConstraint.all(of: [constraint, tests(definition.constraint, of: kind)])
    return DeclaredType(kind.bounded, constraint)
  }

  private mutating func form(
    _ form: DMNModel.ItemDefinition.Form, in model: Int, depth: Int
  ) -> (FEELType, TypeConstraint?) {
    switch form {
    case .any: return (.any, nil)
    case .alias(let name):
      let type = resolve(name, in: model, depth: depth)
      return (type.type, type.constraint)
    case .components(let components):
      var fields: [FEELType.Field] = []
      var constraints: [TypeConstraint?] = []
      for component in components {
        guard depth < Self.deepest else { return (.any, nil) }
        let type = self.type(component, in: model, depth: depth)
        fields.append(FEELType.Field(component.name, type.type))
        constraints.append(type.constraint.map { .entry(component.name, $0) })
      }
      return (FEELType.context(fields).bounded, TypeConstraint.all(of: constraints))
    case .function(let parameters, let result):
      let types = parameters.map { parameter in
        parameter.type.map { resolve($0, in: model, depth: depth).type } ?? .any
      }
      let resultType = result.map { resolve($0, in: model, depth: depth).type } ?? .any
      return (FEELType.function(types, resultType).bounded, nil)
    }
  }

  /// The type that a reference inside an item definition means.
  private mutating func resolve(
    _ name: DMNModel.TypeName, in model: Int, depth: Int
  ) -> DeclaredType {
    if let type = declared(name.text, in: model, depth: depth) { return type }
    for item in imports[model] {
      let local: String
      if item.prefix.isEmpty {
        local = name.text
      } else if name.text.hasPrefix(item.prefix + ".") {
        local = String(name.text.dropFirst(item.prefix.count + 1))
      } else {
        continue
      }
      if let type = declared(local, in: item.model, depth: depth) { return type }
    }
    if let type = ModelTypes([:]).type(name) { return type }
    diagnostics.append(ModelMessages.unknownType(name, among: definitions[model].keys))
    return .any
  }

  /// The tests of `allowedValues` or `typeConstraint`.
  private mutating func tests(_ text: SourceText?, of kind: FEELType) -> TypeConstraint? {
    guard let text else { return nil }
    let place = Surroundings(types: [:]).adding([Scope.Local("?", kind)])
    let parsed = parseUnaryTests(text, names: place.names)
    diagnostics.append(contentsOf: parsed.diagnostics)
    guard let tests = parsed.tree else { return nil }
    let input = CheckedExpression(.constant(.null), kind, at: text.range)
    let checked = Checker.check(
      tests, of: input, in: Surroundings(types: [:]).scope, rigour: .standard)
    if case .any = checked.tests { return nil }
    return .tests(checked.tests)
  }
}
