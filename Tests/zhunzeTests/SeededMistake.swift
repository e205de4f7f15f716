import Diagnostics
import Foundation
import Testing
import YAMLTree

/// A mistake as clerks make it, seeded into sound files: an edit of one of them, and what must be said.
struct SeededMistake: Sendable {
  /// What becomes of the file.
  enum Edit: Sendable {
    /// A text that stands once in the file is replaced.
    case replace(String, with: String)
    /// Something is added at the end.
    case append(String)
    /// The file gets another name.
    case move(to: String)
    /// The file is saved a second time under another name.
    case copy(to: String)
  }

  /// What is mistaken, in a sentence.
  let name: String
  /// The file of the corpus it stands in.
  let category: String
  /// How it comes about.
  let origin: String
  /// The folder of sound files.
  let base: String
  /// The file in it that is edited.
  let file: String
  let edit: Edit
  /// The code that must be reported.
  let code: String
  /// The file in which it must be reported, if that is another one.
  let reportedIn: String?
  /// A text whose first line it must be reported at; without it, the line that is edited first.
  let place: String?
  /// The line it must be reported at, where no text can say it.
  let line: Int?
  /// Codes of what else may be reported.
  let also: [String]
  /// Words of the help in Chinese that say what to do, where there is no edit.
  let says: [String]
  /// What the file must hold once the edits are made, where that is not the sound file.
  let becomes: String?
}

extension SeededMistake {
  /// The folder of the corpus.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Golden/Mistakes")

  /// The folders of sound files.
  static let bases = ["desk", "devices", "housing", "levy", "subsidy", "training"]

  /// All mistakes, by category.
  static func all() throws -> [SeededMistake] {
    let corpus = folder.appending(path: "corpus")
    let files = try FileManager.default.contentsOfDirectory(atPath: corpus.path).sorted()
    return try files.flatMap { file in
      let bytes = try Data(contentsOf: corpus.appending(path: file))
      let document = YAMLDocument(reading: SourceFile(name: file, bytes: Array(bytes)))
      try #require(document.diagnostics.isEmpty, "\(document.diagnostics.map(\.message.en))")
      let list = try #require(document.root?.entry("mistakes")?.items)
      return try list.map {
        try SeededMistake($0, category: String(file.dropLast(".yaml".count)))
      }
    }
  }

  private init(_ node: YAMLNode, category: String) throws {
    func text(_ key: String) -> String? { node.entry(key)?.text }
    name = try #require(text("name"))
    self.category = category
    origin = try #require(text("origin"), "\(name)")
    let path = try #require(text("file"), "\(name)")
    let slash = try #require(path.firstIndex(of: "/"))
    base = String(path[..<slash])
    file = String(path[path.index(after: slash)...])
    if let find = text("find") {
      edit = .replace(find, with: try #require(text("replace"), "\(name)"))
    } else if let path = text("move") {
      edit = .move(to: path)
    } else if let path = text("copy") {
      edit = .copy(to: path)
    } else {
      edit = .append(try #require(text("append"), "\(name)"))
    }
    code = try #require(text("expect"), "\(name)")
    reportedIn = text("in")
    place = text("at")
    line = text("line").flatMap { Int($0) }
    also = node.entry("also")?.items?.compactMap(\.text) ?? []
    says = node.entry("says")?.items?.compactMap(\.text) ?? []
    becomes = text("becomes")
  }
}

extension YAMLNode {
  /// The value of a key.
  fileprivate func entry(_ key: String) -> YAMLNode? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key.text == key }?.value
  }

  /// The items of a list.
  fileprivate var items: [YAMLNode]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  /// The text of a scalar.
  fileprivate var text: String? {
    if case .scalar(let scalar) = content { scalar.text } else { nil }
  }
}
