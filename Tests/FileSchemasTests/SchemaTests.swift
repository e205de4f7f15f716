import Diagnostics
import FileSchemas
import Testing
import YAMLTree

@Suite("JSON Schema of files")
struct SchemaTests {
  @Test("every shipped file fits the schema of its kind and the one for all kinds")
  func shipped() throws {
    #expect(Files.shipped.count > 100)
    let all = Validator(root: FileSchema.combined(in: .english))
    for (file, kind) in Files.shipped {
      let root = try #require(YAMLDocument(reading: file).root)
      let own = Validator(root: kind.json(in: .english)).errors(in: root)
      #expect(own.isEmpty, "\(file.name): \(own.prefix(3))")
      let combined = all.errors(in: root)
      #expect(combined.isEmpty, "\(file.name): \(combined.prefix(3))")
    }
    #expect(Set(Files.shipped.map(\.kind)) == Set(FileSchema.allCases))
  }

  /// Mistakes in the structure of one file, which a schema can see.
  static let visible: Set<String> = ["Z0501", "Z0502", "Z0504", "Z0506", "Z0507", "Z0508"]

  @Test("a mistake in the structure of a file does not fit the schema")
  func mistakes() throws {
    let all = Validator(root: FileSchema.combined(in: .english))
    var count = 0
    for (name, file, codes) in Files.mistakes where !codes.isDisjoint(with: Self.visible) {
      guard let root = YAMLDocument(reading: file).root else { continue }
      count += 1
      #expect(!all.errors(in: root).isEmpty, "\(name)")
    }
    #expect(count > 20)
  }

  @Test("the languages differ in descriptions alone")
  func languages() {
    for kind in FileSchema.allCases {
      let (english, chinese) = (kind.json(in: .english), kind.json(in: .chinese))
      #expect(english != chinese)
      #expect(english.withoutTexts == chinese.withoutTexts)
      #expect(english.pretty == kind.json(in: .english).pretty)
    }
  }

  @Test("every key has a description in both languages", arguments: Language.allCases)
  func descriptions(language: Language) {
    for (path, schema) in FileSchema.combined(in: language).properties(at: "") {
      #expect(YAMLObject(schema.members)["description"]?.text?.isEmpty == false, "\(path)")
    }
  }
}

extension JSONValue {
  fileprivate var withoutTexts: JSONValue {
    switch self {
    case .object(let members):
      .object(
        members.filter { !["description", "title"].contains($0.0) || $0.1.text == nil }
          .map { ($0.0, $0.1.withoutTexts) })
    case .array(let elements): .array(elements.map(\.withoutTexts))
    default: self
    }
  }

  /// The schemas of all keys, with their paths.
  fileprivate func properties(at path: String) -> [(String, JSONValue)] {
    switch self {
    case .object(let members):
      members.flatMap { name, value in
        (name == "properties" ? value.members.map { ("\(path)/\($0.0)", $0.1) } : [])
          + value.properties(at: "\(path)/\(name)")
      }
    case .array(let elements): elements.flatMap { $0.properties(at: path) }
    default: []
    }
  }
}
