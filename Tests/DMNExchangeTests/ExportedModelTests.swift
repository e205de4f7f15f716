import DMN
import DMNExchange
import DMNXML
import Diagnostics
import Foundation
import RepositoryRules
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

  @Test("have the elements, attributes and order of the schema")
  func schema() throws {
    for source in Self.sources {
      let root = try #require(DMNDocument.root(of: source))
      #expect(Schema.violations(of: root) == [])
    }
  }

  @Test(
    "the schema finds what is wrong",
    arguments: [
      (#"<decision id="d"/>"#, "decision: lacks name"),
      (#"<decision name="d" sort="1"/>"#, "decision: has sort"),
      (
        #"<decision name="d"><literalExpression/><variable name="d"/></decision>"#,
        "decision: holds"
      ),
      (
        #"<import name="i" namespace="n" importType="t"/><inputData name="x"/><import name="i" namespace="n" importType="t"/>"#,
        "definitions: holds"
      ),
      (
        #"<decision name="d"><decisionTable hitPolicy="U"><output/></decisionTable></decision>"#,
        "decisionTable: hitPolicy=U"
      ),
      (
        #"<decision name="d"><informationRequirement/></decision>"#, "informationRequirement: holds"
      ),
      (#"<rule/>"#, "rule: holds"), (#"<nothing/>"#, "nothing: is not known"),
    ])
  func schemaFinds(_ content: String, _ fault: String) throws {
    let text = """
      <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="m">
      \(content)</definitions>
      """
    let root = try #require(DMNDocument.root(of: SourceFile(name: "m.dmn", text: text)))
    #expect(Schema.violations(of: root).contains { $0.contains(fault) })
  }

  @Test(
    "the schema takes the models of the TCK",
    .enabled(if: kit != nil, "set ZHUNZE_TCK to the folder of the vectors"))
  func schemaTakesTheModels() throws {
    let folder = URL(fileURLWithPath: Self.kit ?? "").appending(path: "models")
    let files =
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
      .compactMap { $0 as? URL }.filter { $0.pathExtension == "dmn" } ?? []
    #expect(files.count > 10)
    for file in files {
      let source = SourceFile(
        name: file.lastPathComponent, bytes: Array(try Data(contentsOf: file)))
      let root = try #require(DMNDocument.root(of: source))
      #expect(Schema.violations(of: root) == [])
    }
  }

  private static let kit = ProcessInfo.processInfo.environment["ZHUNZE_TCK"]

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
