import Diagnostics

/// A place of a file whose keys are closed, and how to get there.
struct Probe {
  /// A key that is none and like none.
  static let unknown = "qqqqqqqqqqqqqqqq"

  let steps: [Step]
  let keys: Set<String>

  enum Step {
    case key(String)
    case item
  }

  var path: String {
    steps.map { step in
      switch step {
      case .key(let name): "/\(name)"
      case .item: "/-"
      }
    }.joined()
  }

  /// A file with the unknown key at the place.
  func text(after head: String) -> String {
    var text = steps.isEmpty ? head : Self.headless(head, steps)
    var indentation = ""
    var isItem = false
    for step in steps {
      switch step {
      case .key(let name):
        text += (isItem ? "" : indentation) + "\(name):\n"
        indentation += "  "
        isItem = false
      case .item:
        text += indentation + "- "
        indentation += "  "
        // A case without a name is not read further.
        isItem = !text.hasSuffix("cases:\n  - ") && !text.hasSuffix("cases:\n- ")
        if !isItem { text += "case: example\n" }
      }
    }
    return text + (isItem ? "" : indentation) + "\(Self.unknown): 1\n"
  }

  /// The head without the key that the steps begin with.
  private static func headless(_ head: String, _ steps: [Step]) -> String {
    guard case .key(let name)? = steps.first, head.hasPrefix(name + ":") else { return head }
    return ""
  }

  /// Every place of a schema whose keys are closed.
  static func all(of root: JSONValue) -> [Probe] {
    var walk = Walk(definitions: YAMLObject(root.members)["$defs"]?.members ?? [])
    walk.visit(root, [])
    return walk.probes
  }

  private struct Walk {
    let definitions: [(String, JSONValue)]
    var probes: [Probe] = []

    mutating func visit(_ schema: JSONValue, _ steps: [Step]) {
      let members = YAMLObject(schema.members)
      if let reference = members["$ref"]?.text {
        let name = reference.split(separator: "/").last.map(String.init) ?? ""
        if let found = YAMLObject(definitions)[name] { visit(found, steps) }
      }
      if case .array(let choices)? = members["anyOf"] {
        for choice in choices { visit(choice, steps) }
      }
      if let items = members["items"] { visit(items, steps + [.item]) }
      if let properties = members["properties"]?.members,
        members["additionalProperties"] == .bool(false)
      {
        probes.append(Probe(steps: steps, keys: Set(properties.map(\.0))))
        for (name, value) in properties { visit(value, steps + [.key(name)]) }
      } else if let others = members["additionalProperties"] {
        visit(others, steps + [.key("example")])
      }
    }
  }
}
