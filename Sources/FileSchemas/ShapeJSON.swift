internal import Diagnostics

/// Writes shapes as JSON Schema, draft 2020-12.
struct SchemaWriter {
  let language: Language

  func schema(of shape: Shape) -> [(String, JSONValue)] {
    switch shape {
    case .text: [types("string", "number", "boolean")]
    case .expression: [types("string", "number", "boolean", "null")]
    case .day: [types("string"), ("pattern", .string("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
    case .month: [types("string"), ("pattern", .string("^[0-9]{4}-[0-9]{2}$"))]
    case .flag: [types("boolean")]
    case .pattern(let pattern): [types("string"), ("pattern", .string(pattern))]
    case .region:
      [
        types("string", "integer"), ("pattern", .string("^[0-9]{6}$")),
        ("minimum", .integer(100_000)), ("maximum", .integer(999_999)),
      ]
    case .words(let words): [("enum", .array(words.map(JSONValue.string)))]
    case .suggestions(let words, let other): either([.words(words), other])
    case .anything: []
    case .list(let item): [types("array"), ("items", value(item))]
    case .named(let entry): [types("object"), ("additionalProperties", value(entry))]
    case .byMonth(let entry):
      [
        types("object"),
        (
          "patternProperties",
          .object([(Self.months, value(entry))])
        ), ("additionalProperties", .bool(false)),
      ]
    case .entries(let keys): entries(keys)
    case .either(let shapes): either(shapes)
    case .shared(let shared): [("$ref", .string("#/$defs/\(shared.rawValue)"))]
    }
  }

  func value(_ shape: Shape) -> JSONValue { .object(schema(of: shape)) }

  /// The shapes that others refer to.
  var definitions: JSONValue {
    .object(
      SharedShape.allCases.map { shared in
        let help = ("description", JSONValue.string(shared.help.text(in: language)))
        return (shared.rawValue, .object(schema(of: shared.shape) + [help]))
      })
  }

  private static let months = "^[0-9]{4}-[0-9]{2}(\\.\\.[0-9]{4}-[0-9]{2})?$"

  private func types(_ names: String...) -> (String, JSONValue) {
    let values = names.map(JSONValue.string)
    return ("type", values.count == 1 ? values[0] : .array(values))
  }

  private func either(_ shapes: [Shape]) -> [(String, JSONValue)] {
    [("anyOf", .array(shapes.map(value)))]
  }

  private func entries(_ keys: [Key]) -> [(String, JSONValue)] {
    let required = keys.filter(\.isRequired).map { JSONValue.string($0.name) }
    return [
      types("object"),
      (
        "properties",
        .object(
          keys.map { key in
            let help = ("description", JSONValue.string(key.help.text(in: language)))
            return (key.name, .object(schema(of: key.shape) + [help]))
          })
      ), ("additionalProperties", .bool(false)),
    ] + (required.isEmpty ? [] : [("required", .array(required))])
  }
}
