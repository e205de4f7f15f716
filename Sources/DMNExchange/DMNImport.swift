import DMNXML
public import Diagnostics
import PolicySyntax
import PolicyWriting

/// Rule files from DMN files, exported ones or those of other tools.
///
/// What was exported comes back as it was, but for what has been edited in DMN since; of other
/// models a policy is begun.
public struct DMNImport: Sendable {
  /// The rule files, in the order of the DMN files.
  public let files: [ExchangedFile]
  /// What is wrong, and what has no place in rule files.
  public let diagnostics: [Diagnostic]

  /// Reads DMN files that belong together.
  public init(reading sources: [SourceFile]) {
    var files: [ExchangedFile] = []
    var diagnostics: [Diagnostic] = []
    var foreign: [ForeignModel] = []
    var paths: Set<String> = []
    var identifiers = UniqueNames()
    for source in sources {
      // The whole is looked at as a model first, for what is wrong with it as DMN.
      let document = DMNDocument(reading: source)
      diagnostics += document.diagnostics
      guard let root = DMNDocument.root(of: source) else { continue }
      let head = root.ownExtension
      switch head?.name {
      case "engine": continue
      case "document"?, "pilot"?:
        guard let head, let path = Self.path(head, &diagnostics) else { continue }
        guard paths.insert(path).inserted else {
          diagnostics.append(ExchangeMessages.pathTwice(path, at: head.range))
          continue
        }
        var tree: RuleTree
        if head.name == "pilot" {
          tree = ExtensionCoding.entries(of: head).ordered(by: FileShape.pilot.keys)
        } else {
          var reader = OwnModelReader(root)
          tree = reader.tree(head)
          diagnostics += reader.diagnostics
        }
        files.append(ExchangedFile(path: path, text: RuleFileText.text(of: tree)))
      default:
        let name = root.attribute("name") ?? ""
        foreign.append(
          ForeignModel(
            root: root, file: source,
            identifier: identifiers.name(LegalNames.identifier(name), separator: "-")))
      }
    }
    files += Self.read(foreign, &diagnostics)
    self.files = files
    self.diagnostics = diagnostics
  }

  /// The path that a file says it came from, if it leads to where rule files stand.
  private static func path(_ head: XMLElement, _ diagnostics: inout [Diagnostic]) -> String? {
    let path = head.attribute("path") ?? ""
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let isRules = parts.count == 2 && parts[0] == "rules"
    let isPilot = parts.count == 3 && parts[0] == "pilots"
    let isSafe = parts.allSatisfy { part in
      !part.isEmpty && !part.hasPrefix(".")
        && part.unicodeScalars.allSatisfy { $0.value > 0x20 && $0 != "\\" && $0.value != 0x7F }
    }
    guard isRules || isPilot, isSafe, path.hasSuffix(".yaml") else {
      diagnostics.append(ExchangeMessages.noRulePath(path, at: head.range))
      return nil
    }
    return path
  }

  // MARK: Foreign models

  private static func read(
    _ models: [ForeignModel], _ diagnostics: inout [Diagnostic]
  ) -> [ExchangedFile] {
    let names = ForeignNames(models)
    var files: [ExchangedFile] = []
    for model in models {
      let imported = model.imports.compactMap { item in
        models.first { $0.namespace == item.namespace }.map { (name: item.name, model: $0) }
      }
      let isVocabulary = models.contains { other in
        other.namespace != model.namespace
          && other.imports.contains { $0.namespace == model.namespace }
      }
      var reader = ForeignModelReader(
        model, names: names, types: types(of: model, among: models, names, depth: 0),
        uses: imported.map(\.model.identifier), isVocabulary: isVocabulary)
      let tree = reader.tree()
      diagnostics += reader.diagnostics
      files.append(
        ExchangedFile(
          path: "rules/\(model.identifier).yaml", text: RuleFileText.text(of: tree)))
    }
    if let model = models.first {
      let place = SourceRange(file: model.file, lowerBound: 0, upperBound: 0)
      diagnostics += names.changes.map { ExchangeMessages.renamed($0.old, to: $0.new, at: place) }
      diagnostics += names.unread.map { ExchangeMessages.unread($0, at: place) }
    }
    return files
  }

  private static func types(
    of model: ForeignModel, among models: [ForeignModel], _ names: ForeignNames, depth: Int
  ) -> ForeignTypes {
    var imported: [(name: String, types: ForeignTypes)] = []
    for item in model.imports where depth < 2 {
      guard let other = models.first(where: { $0.namespace == item.namespace }) else { continue }
      imported.append((item.name, types(of: other, among: models, names, depth: depth + 1)))
    }
    return ForeignTypes(model, imported: imported, names: names)
  }
}
