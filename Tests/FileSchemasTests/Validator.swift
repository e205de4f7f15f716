import Diagnostics
import YAMLTree

/// Checks a YAML value against a schema, for the keywords that are used here; any other is an error.
struct Validator {
  let root: JSONValue

  /// What does not fit, each with its path; empty if all does.
  func errors(in node: YAMLNode) -> [String] { errors(in: node, root, at: "") }

  private func errors(in node: YAMLNode, _ schema: JSONValue, at path: String) -> [String] {
    guard case .object(let members) = schema else { return ["\(path): no schema"] }
    var errors: [String] = []
    let rest = YAMLObject(members)
    for (keyword, value) in members {
      switch keyword {
      case "$schema", "$id", "$defs", "title", "description", "then", "else": break
      case "additionalProperties", "patternProperties": break
      case "$ref": errors += self.errors(in: node, definition(value), at: path)
      case "type": if !hasType(node, value) { errors.append("\(path): type \(value.compact)") }
      case "enum":
        if !strings(value).contains(node.text ?? "") { errors.append("\(path): \(value.compact)") }
      case "pattern":
        if isString(node), let pattern = value.text, (node.text?.fits(pattern) ?? true) == false {
          errors.append("\(path): \(pattern)")
        }
      case "minimum": errors += bound(node, value, path) { $0 >= $1 }
      case "maximum": errors += bound(node, value, path) { $0 <= $1 }
      case "items":
        for (index, item) in node.items.enumerated() {
          errors += self.errors(in: item, value, at: "\(path)/\(index)")
        }
      case "required":
        if let entries = node.entries {
          let missing = strings(value).filter { key in !entries.contains { $0.key.text == key } }
          errors += missing.map { "\(path): no \($0)" }
        }
      case "properties":
        errors += properties(of: node, rest, at: path)
      case "anyOf":
        let found = elements(value).map { self.errors(in: node, $0, at: path) }
        if found.allSatisfy({ !$0.isEmpty }) { errors += found.min { $0.count < $1.count } ?? [] }
      case "if":
        let branch = self.errors(in: node, value, at: path).isEmpty ? "then" : "else"
        errors += rest[branch].map { self.errors(in: node, $0, at: path) } ?? []
      default: errors.append("\(path): unknown keyword \(keyword)")
      }
    }
    if rest["properties"] == nil { errors += properties(of: node, rest, at: path) }
    return errors
  }

  private func properties(
    of node: YAMLNode, _ schema: YAMLObject, at path: String
  ) -> [String] {
    guard let entries = node.entries else { return [] }
    let known = schema["properties"].map { YAMLObject($0.members) }
    let patterns = schema["patternProperties"]?.members ?? []
    return entries.flatMap { entry -> [String] in
      let key = entry.key.text
      let place = "\(path)/\(key)"
      if let found = known?[key] { return errors(in: entry.value, found, at: place) }
      if let found = patterns.first(where: { key.fits($0.0) }) {
        return errors(in: entry.value, found.1, at: place)
      }
      switch schema["additionalProperties"] {
      case .bool(false)?: return ["\(place): unknown"]
      case let other?: return errors(in: entry.value, other, at: place)
      case nil: return []
      }
    }
  }

  private func definition(_ reference: JSONValue) -> JSONValue {
    let name = String((reference.text ?? "").split(separator: "/").last ?? "")
    return YAMLObject(YAMLObject(root.members)["$defs"]?.members ?? [])[name] ?? .null
  }

  private func bound(
    _ node: YAMLNode, _ limit: JSONValue, _ path: String, _ holds: (Int, Int) -> Bool
  ) -> [String] {
    guard !isString(node), let number = node.text.flatMap(Int.init),
      case .integer(let limit) = limit
    else { return [] }
    return holds(number, limit) ? [] : ["\(path): out of bounds"]
  }

  private func hasType(_ node: YAMLNode, _ value: JSONValue) -> Bool {
    let names = value.text.map { [$0] } ?? strings(value)
    return node.types.contains { names.contains($0) }
  }

  private func isString(_ node: YAMLNode) -> Bool { node.types == ["string"] }
  private func strings(_ value: JSONValue) -> [String] { elements(value).compactMap(\.text) }

  private func elements(_ value: JSONValue) -> [JSONValue] {
    if case .array(let elements) = value { elements } else { [] }
  }
}

/// Members of a JSON object by name.
struct YAMLObject {
  private let members: [(String, JSONValue)]
  init(_ members: [(String, JSONValue)]) { self.members = members }
  subscript(_ name: String) -> JSONValue? { members.first { $0.0 == name }?.1 }
}

extension JSONValue {
  var members: [(String, JSONValue)] { if case .object(let members) = self { members } else { [] } }
  var text: String? { if case .string(let text) = self { text } else { nil } }
}

extension String {
  fileprivate func fits(_ pattern: String) -> Bool {
    (try? Regex(pattern))?.firstIndex(in: self) ?? false
  }
}

extension Regex {
  fileprivate func firstIndex(in text: String) -> Bool { text.firstMatch(of: self) != nil }
}

extension YAMLNode {
  fileprivate var entries: [YAMLEntry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }
  fileprivate var items: [YAMLNode] { if case .sequence(let items) = content { items } else { [] } }
  fileprivate var text: String? {
    if case .scalar(let scalar) = content { scalar.text } else { nil }
  }

  /// The types that JSON Schema gives the value, by the core schema of YAML 1.2.
  fileprivate var types: [String] {
    switch content {
    case .mapping: return ["object"]
    case .sequence: return ["array"]
    case .scalar(let scalar):
      guard scalar.style == .plain else { return ["string"] }
      let text = scalar.text
      if ["", "~", "null", "Null", "NULL"].contains(text) { return ["null"] }
      if ["true", "True", "TRUE", "false", "False", "FALSE"].contains(text) { return ["boolean"] }
      if text.wholeMatch(of: /[-+]?[0-9]+/) != nil { return ["integer", "number"] }
      if text.wholeMatch(of: /[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?/) != nil {
        return ["number"]
      }
      return ["string"]
    }
  }
}
