import DMN
import DMNExchange
import DMNXML
import Diagnostics
import Testing

@Suite("Exported models")
struct ExportedModelTests {
  static let sources = Shipped.exported.map { SourceFile(name: $0.path, text: $0.text) }

  @Test("are read without findings")
  func noFindings() {
    let documents = Self.sources.map { DMNDocument(reading: $0) }
    let report = DiagnosticReport(documents.flatMap(\.diagnostics))
    #expect(report.text(in: .english) == "")
    #expect(documents.allSatisfy { $0.model != nil })
  }

  @Test("refer to each other and to types that are there")
  func everythingResolves() {
    let models = Self.sources.compactMap { DMNDocument(reading: $0).model }
    let decided = DecisionModel(resolving: models)
    // `NAME at(DATE)` is no DMN, and is marked.
    let findings = decided.diagnostics.filter { diagnostic in
      !(diagnostic.message.en.contains(" at`"))
    }
    #expect(DiagnosticReport(findings).text(in: .english) == "")
  }

  @Test("have elements in the order of the schema")
  func order() throws {
    for source in Self.sources {
      let root = try #require(DMNDocument.root(of: source))
      check(root, source.name)
    }
  }

  /// The children of each element in the order of DMN 1.5, with the names that may repeat together.
  static let orders: [String: [Set<String>]] = {
    let expression: Set<String> = [
      "literalExpression", "invocation", "decisionTable", "context", "relation", "list",
      "functionDefinition", "conditional", "filter", "for", "some", "every",
    ]
    let head: [Set<String>] = [["description"], ["extensionElements"]]
    return [
      "definitions": head + [
        ["import"], ["itemDefinition"],
        ["inputData", "decision", "businessKnowledgeModel", "knowledgeSource", "decisionService"],
        ["organizationUnit"], ["DMNDI"],
      ],
      "inputData": head + [["variable"]],
      "decision": head + [
        ["question"], ["allowedAnswers"], ["variable"], ["informationRequirement"],
        ["knowledgeRequirement"], ["authorityRequirement"], expression,
      ],
      "businessKnowledgeModel": head + [
        ["variable"], ["encapsulatedLogic"], ["knowledgeRequirement"], ["authorityRequirement"],
      ],
      "knowledgeSource": head + [["authorityRequirement"], ["type"], ["owner"]],
      "encapsulatedLogic": head + [["formalParameter"], expression],
      "decisionTable": head + [["input"], ["output"], ["annotation"], ["rule"]],
      "input": head + [["inputExpression"], ["inputValues"]],
      "output": head + [["outputValues"], ["defaultOutputEntry"]],
      "rule": head + [["inputEntry"], ["outputEntry"], ["annotationEntry"]],
      "itemDefinition": head + [
        ["typeRef"], ["allowedValues"], ["typeConstraint"], ["itemComponent"],
      ],
      "itemComponent": head + [
        ["typeRef"], ["allowedValues"], ["typeConstraint"], ["itemComponent"],
      ],
      "conditional": head + [["if"], ["then"], ["else"]],
      "context": head + [["contextEntry"]],
      "contextEntry": head + [["variable"], expression],
      "literalExpression": head + [["text"]],
      "if": head + [expression], "then": head + [expression], "else": head + [expression],
      "DMNDI": [["DMNDiagram"]],
      "DMNDiagram": [["Size"], ["DMNShape", "DMNEdge"]],
      "DMNShape": [["Bounds"]],
      "DMNEdge": [["waypoint"]],
    ]
  }()

  private func check(_ element: XMLElement, _ file: String) {
    guard element.name != "extensionElements" else { return }
    if let order = Self.orders[element.name] {
      let ranks = element.children.map { child in
        order.firstIndex { $0.contains(child.name) } ?? -1
      }
      #expect(!ranks.contains(-1), "\(file): \(element.name) holds \(element.children.map(\.name))")
      #expect(ranks == ranks.sorted(), "\(file): \(element.name)")
    }
    for child in element.children { check(child, file) }
  }

  @Test("have ids that are unique, and links that lead somewhere")
  func links() throws {
    var ids: [String: Set<String>] = [:]
    var links: [(file: String, href: String, namespace: String)] = []
    for source in Self.sources {
      let root = try #require(DMNDocument.root(of: source))
      let namespace = try #require(root.attribute("namespace"))
      #expect(ids[namespace] == nil)
      ids[namespace] = []
      var rest = [root]
      while let element = rest.popLast() {
        if let id = element.attribute("id") {
          let isNew = ids[namespace, default: []].insert(id).inserted
          #expect(isNew, "\(source.name): \(id)")
          let isName = id.unicodeScalars.allSatisfy {
            $0.isASCII
              && ($0.properties.isAlphabetic || "0123456789_.-".unicodeScalars.contains($0))
          }
          #expect(isName, "\(id)")
        }
        if let href = element.attribute("href") { links.append((source.name, href, namespace)) }
        if let reference = element.attribute("dmnElementRef") {
          links.append((source.name, "#" + reference, namespace))
        }
        rest += element.children
      }
    }
    #expect(links.count > 500)
    for link in links {
      let parts = link.href.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
      let namespace = parts[0].isEmpty ? link.namespace : parts[0]
      #expect(ids[namespace]?.contains(parts[1]) == true, "\(link.file): \(link.href)")
    }
  }

  @Test("draw every element once, none over another")
  func diagram() throws {
    for source in Self.sources where source.name != "engine.dmn" {
      let root = try #require(DMNDocument.root(of: source))
      let drawn = ["inputData", "decision", "businessKnowledgeModel", "knowledgeSource"]
      let elements = root.children.filter { drawn.contains($0.name) }.compactMap {
        $0.attribute("id")
      }
      let shapes = root.child("DMNDI")?.child("DMNDiagram")?.children("DMNShape") ?? []
      #expect(Set(shapes.compactMap { $0.attribute("dmnElementRef") }) == Set(elements))
      let places = shapes.compactMap { shape in
        shape.child("Bounds").map { "\($0.attribute("x") ?? "") \($0.attribute("y") ?? "")" }
      }
      #expect(Set(places).count == elements.count)
    }
  }
}
