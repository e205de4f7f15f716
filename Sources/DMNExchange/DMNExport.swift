import DMNXML
public import Diagnostics
import FEELSyntax
import PolicySyntax
import PolicyWriting

/// A policy as DMN 1.5: one file for each rule file that has a part in it.
///
/// What DMN has no place for stands in `extensionElements`, so that `DMNImport` gives the same rule
/// files back. The same rules give the same bytes.
public struct DMNExport: Sendable {
  /// The files, in the order in which they rest on each other; empty if there is no such policy.
  public let files: [ExchangedFile]
  /// The path of the policy's own file, or of the pilot's overlay: the one to begin with.
  public let mainPath: String?
  /// What other tools cannot make use of.
  public let diagnostics: [Diagnostic]

  /// The files of a policy, with the overlays of one pilot or of all.
  public init(policy: String, pilot: String?, in rules: RuleSet) {
    let plan = ExportPlan(policy: policy, pilot: pilot, in: rules)
    guard plan.hasPolicy else {
      files = []
      mainPath = nil
      diagnostics = []
      return
    }
    var files = [EngineModel.file]
    var diagnostics: [Diagnostic] = []
    var places: ModelBuilder.Places = [:]
    let sources = Self.sources(of: plan)
    for number in plan.models.indices {
      var builder = ModelBuilder(number, of: plan, places: places, sources: sources)
      let root = builder.definitions()
      places[number] = builder.offered
      let path = Vocabulary.path(ofRuleFile: plan.models[number].path)
      if let text = root.unwritable {
        diagnostics.append(
          ExchangeMessages.unwritable(text, in: plan.models[number].document.file))
      }
      if root.depth > Self.deepest {
        diagnostics.append(ExchangeMessages.tooDeep(in: plan.models[number].document.file))
      }
      files.append(ExchangedFile(path: path, text: root.document))
    }
    for own in plan.pilots { files.append(PilotModel.file(of: own)) }
    self.files = files
    let main = plan.models.last { model in
      switch model.document.kind {
      case .policy: pilot == nil || model.pilot != nil
      case .overlay: model.pilot == pilot
      default: false
      }
    }
    mainPath = (main ?? plan.models.last).map { Vocabulary.path(ofRuleFile: $0.path) }
    self.diagnostics = diagnostics
  }

  /// The deepest nesting that other tools can be expected to read.
  private static let deepest = 200

  /// Where sources are declared, by their ids; the first declaration counts.
  private static func sources(
    of plan: ExportPlan
  ) -> [String: (namespace: String, id: String)] {
    var sources: [String: (namespace: String, id: String)] = [:]
    for model in plan.models {
      var ids = UniqueNames()
      for entry in model.tree["sources"]?.entries ?? [] {
        let id = ids.id("source", entry.key)
        if sources[entry.key] == nil { sources[entry.key] = (model.namespace, id) }
      }
    }
    return sources
  }
}

/// A pilot as a file of its own: an organisation and nothing that is decided.
enum PilotModel {
  static func file(of pilot: PilotDocument) -> ExchangedFile {
    let path = pilot.file.name
    let tree = RuleTree(of: pilot)
    let node = ExtensionElements.node(
      "pilot", tree, attributes: [("name", pilot.name), ("path", path)])
    let root = XMLNode(
      "definitions",
      [
        ("xmlns", Vocabulary.dmn), ("xmlns:" + Vocabulary.prefix, Vocabulary.rules),
        ("id", "definitions"), ("name", pilot.name),
        ("namespace", Vocabulary.namespace(ofPath: Vocabulary.stem(path))),
        ("expressionLanguage", Vocabulary.feel), ("exporter", "zhunze"),
      ],
      [node].compactMap(\.self) + [
        XMLNode(
          "organizationUnit",
          [
            ("id", "pilot"), ("name", pilot.name), ("label", tree["title"]?.labelText),
          ])
      ])
    return ExchangedFile(path: Vocabulary.path(ofRuleFile: path), text: root.document)
  }
}
