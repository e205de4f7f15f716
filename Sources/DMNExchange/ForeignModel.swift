import DMNXML
import Diagnostics
import FEEL
import FEELSyntax

/// A model that another tool has made.
struct ForeignModel {
  let root: XMLElement
  let file: SourceFile
  /// What the policy or vocabulary made of it is called.
  let identifier: String

  var namespace: String { root.attribute("namespace") ?? "" }
  var name: String { root.attribute("name") ?? identifier }

  /// The prefixes of its imports by their namespaces.
  var imports: [(namespace: String, name: String)] {
    root.children("import").map { ($0.attribute("namespace") ?? "", $0.attribute("name") ?? "") }
  }
}

/// All names of the models that are read together, and how texts are rewritten for them.
final class ForeignNames {
  private var names = LegalNames()
  private var members: Set<String> = []
  private var prefixes: Set<String> = []
  private var scope = NamesInScope([])
  /// Texts that could not be read, so that names in them stay as they are.
  private(set) var unread: [String] = []

  init(_ models: [ForeignModel]) {
    for model in models {
      collect(model.root)
      prefixes.formUnion(model.imports.map(\.name).filter { !$0.isEmpty })
    }
    scope = Scope().names.adding(
      names.all + prefixes, members: members.union(names.all))
  }

  var changes: [(old: String, new: String)] { names.changes }

  /// The names of everything that expressions can name.
  private func collect(_ root: XMLElement) {
    // Deep enough for every document that can be read, without calls inside calls.
    var rest = [root]
    while let element = rest.popLast() {
      switch element.name {
      case "inputData", "decision", "businessKnowledgeModel", "decisionService", "itemDefinition",
        "variable", "formalParameter", "parameter", "column":
        if let name = element.attribute("name") { names.add(Self.normalized(name)) }
      case "itemComponent", "output":
        if let name = element.attribute("name") {
          names.add(Self.normalized(name))
          members.insert(Self.normalized(name))
        }
      case "for", "some", "every":
        if let name = element.attribute("iteratorVariable") { names.add(name) }
      case "extensionElements": continue
      default: break
      }
      rest += element.children.reversed()
    }
  }

  /// A name with one blank for each run of white space.
  static func normalized(_ name: String) -> String {
    name.singleSpaced
  }

  func name(_ name: String) -> String { names.name(Self.normalized(name)) }

  /// An expression or tests with legal names; `builtIns` are names that mean functions if called.
  func rewritten(_ text: String, isTests: Bool, keeping builtIns: Set<String> = []) -> String {
    // What is not there is told elsewhere, and stays as it is.
    guard !text.allSatisfy(\.isWhitespace) else { return text }
    let source = SourceText(text, name: "expression")
    let places: NamePlaces
    if isTests {
      guard let tree = parseUnaryTests(source, names: scope).tree else { return unread(text) }
      places = NamePlaces(in: tree, prefixes: prefixes)
    } else {
      guard let tree = parseExpression(source, names: scope).tree else { return unread(text) }
      places = NamePlaces(in: tree, prefixes: prefixes)
    }
    return places.replaced(in: text, keeping: builtIns, by: names.name)
  }

  private func unread(_ text: String) -> String {
    unread.append(text)
    return text
  }
}
