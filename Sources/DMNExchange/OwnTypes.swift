import DMNXML
import FEELSyntax
import Diagnostics
import PolicySyntax
import PolicyWriting

/// The item definitions of an exported model, back as types of rule files.
struct OwnTypes {
  /// A type with what its values may be.
  struct Found {
    var type: String?
    var allowed: String?
  }

  private let definitions: [String: XMLElement]

  init(_ root: XMLElement) {
    definitions = Dictionary(
      root.children("itemDefinition").compactMap { element in
        element.attribute("name").map { ($0, element) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The type that rule files have instead of one that is built in; nil if they have none.
  static func ruleType(_ builtIn: String) -> String? {
    switch builtIn {
    case "string": "text"
    case "number", "boolean", "date": builtIn
    case "days and time duration", "dayTimeDuration": "duration"
    case "years and months duration", "yearMonthDuration": "months duration"
    default: nil
    }
  }

  static let unsupported: Set<String> = [
    "Any", "time", "date and time", "dateTime", "context", "function",
  ]

  /// What a reference means.
  func found(_ reference: String?, depth: Int = 0) -> Found {
    guard let reference, !reference.isEmpty, depth < 20 else { return Found() }
    if let type = Self.ruleType(reference) { return Found(type: type) }
    if Self.unsupported.contains(reference) { return Found() }
    guard let definition = definitions[reference] else { return Found(type: reference) }
    if !definition.children("itemComponent").isEmpty { return Found(type: reference) }
    return found(of: definition, depth: depth)
  }

  private func found(of element: XMLElement, depth: Int) -> Found {
    var found = found(element.child("typeRef").map { trimmed($0.text) }, depth: depth + 1)
    if element.attribute("isCollection") == "true" {
      found.type = found.type.map { "list of " + $0 }
    }
    if let text = (element.child("allowedValues") ?? element.child("typeConstraint"))?.child("text")
    {
      found.allowed = CellText.oneLine(text.text)
    }
    return found
  }

  private func trimmed(_ text: String) -> String { CellText.trimmed(text) }

  /// An entry of a record.
  func field(_ element: XMLElement) -> RuleTree {
    let own = element.ownExtension.map { ExtensionCoding.entries(of: $0) } ?? .entries([])
    return merged(own, found(of: element, depth: 0), inherited: [])
      .ordered(by: FileShape.fact.keys)
  }

  /// What our own extension says together with the type of DMN, which counts where they differ.
  func merged(_ own: RuleTree, _ found: Found, inherited: Set<String>) -> RuleTree {
    var entries = own.entries ?? []
    if !inherited.contains("type") {
      let declared = own["type"]?.string
      let isSame = declared.map { Self.plain($0) == found.type } ?? false
      if !isSame {
        entries.removeAll { $0.key == "type" }
        if let type = found.type { entries.append(.init("type", .text(type))) }
      }
    }
    if let choices = own["choices"]?.entries, !choices.isEmpty {
      entries.removeAll { $0.key == "choices" }
      if let names = found.allowed.flatMap(Self.texts) {
        entries.append(
          .init(
            "choices",
            .entries(
              names.map { name in
                choices.first { $0.key == name } ?? .init(name: name, .entries([]))
              })))
      } else if let allowed = found.allowed {
        entries.removeAll { $0.key == "allowed" }
        entries.append(.init("allowed", .expression(allowed)))
      }
    } else if let allowed = found.allowed, !inherited.contains("allowed"),
      !inherited.contains("choices")
    {
      entries.append(.init("allowed", .expression(allowed)))
    }
    return .entries(entries)
  }

  /// The type without what DMN does not tell apart.
  private static func plain(_ type: String) -> String {
    if type.hasPrefix("list of ") { return "list of " + plain(String(type.dropFirst(8))) }
    return type == "money" || type == "ratio" ? "number" : type
  }

  /// The texts of a list of string literals; nil if there is something else in it.
  static func texts(_ tests: String) -> [String]? {
    let source = SourceText(tests, name: "values")
    guard case .tests(let parsed)? = parseUnaryTests(source, names: NamesInScope([])).tree else {
      return nil
    }
    var texts: [String] = []
    for test in parsed {
      guard case .expression(let expression) = test, case .string(let text) = expression.kind else {
        return nil
      }
      texts.append(text)
    }
    return texts
  }
}
