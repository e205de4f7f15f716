import Foundation
import Testing

@Suite("zhunze schema")
struct SchemaCommandTests {
  @Test("every kind has a schema, and there is one for all")
  func kinds() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let all = try shell.run("schema")
    #expect(all.status == 0)
    #expect(
      all.output.hasPrefix("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\""))
    for kind in ["policy", "vocabulary", "overlay", "sources", "pilot", "test", "applicant"] {
      let result = try shell.run("schema", kind, "--language", "zh")
      #expect(result.status == 0)
      #expect(result.output == (try shell.run("schema", kind, "--language", "zh").output))
      #expect((try? JSONSerialization.jsonObject(with: Data(result.output.utf8))) != nil)
    }
    #expect(try shell.run("schema", "letter").status == 64)
  }
}
