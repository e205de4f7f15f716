import Diagnostics

@testable import FEEL

/// Declared types as the vectors of the DMN TCK write them in JSON.
///
/// A type is a name, or an object with `type`, `fields` or `function`, and `isList`. Allowed values
/// play no part in what conforms (DMN TCK 0070).
struct TaggedTypes: Sendable {
  /// The types by their names.
  let types: [String: FEELType]

  /// The types that an object of declarations defines; they may refer to one another.
  init(_ json: JSONValue?) {
    guard case .object(let members)? = json else {
      types = [:]
      return
    }
    let declarations = Dictionary(members, uniquingKeysWith: { first, _ in first })
    var types: [String: FEELType] = [:]
    for (name, declaration) in members {
      types[name] = Self.type(declaration, in: declarations, beneath: [name])
    }
    self.types = types
  }

  /// The type that JSON stands for; anything if it is not declared.
  func type(_ json: JSONValue) -> FEELType {
    if case .string(let name) = json {
      return types[name] ?? FEELType(builtIn: name) ?? .any
    }
    return Self.type(json, in: [:], beneath: [])
  }

  /// A type that refers to itself is anything at that place.
  private static func type(
    _ json: JSONValue, in declarations: [String: JSONValue], beneath names: Set<String>
  ) -> FEELType {
    let inner = { (json: JSONValue) in type(json, in: declarations, beneath: names) }
    if case .string(let name) = json {
      guard let declaration = declarations[name], !names.contains(name) else {
        return FEELType(builtIn: name) ?? .any
      }
      return type(declaration, in: declarations, beneath: names.union([name]))
    }
    var result = FEELType.any
    if let base = json["type"] {
      result = inner(base)
    } else if case .object(let fields)? = json["fields"] {
      result = .context(fields.map { FEELType.Field($0.0, inner($0.1)) })
    } else if let function = json["function"] {
      result = .function(parameters(function, inner), function["result"].map(inner) ?? .any)
    }
    return json["isList"] == .bool(true) ? .list(result) : result
  }

  private static func parameters(
    _ function: JSONValue, _ inner: (JSONValue) -> FEELType
  ) -> [FEELType] {
    guard case .array(let parameters)? = function["parameters"] else { return [] }
    return parameters.map { parameter in
      if case .array(let pair) = parameter, pair.count == 2 { inner(pair[1]) } else { .any }
    }
  }
}
