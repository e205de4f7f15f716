internal import Diagnostics
internal import FEELSyntax
public import YAMLTree

extension PilotDocument {
  /// Reads the `pilot.yaml` of a folder.
  public static func read(_ yaml: YAMLDocument, folder name: String) -> Reading<PilotDocument> {
    let findings = Findings()
    let document = Field.root(of: yaml, findings)?.keys(
      example: "title: {zh: 某市, en: Some City}"
    ) { keys in
      PilotDocument(
        file: yaml.file,
        name: name,
        title: keys["title"]?.label(),
        region: keys["region"]?.region(),
        parent: keys["parent"]?.identifier(example: "parent: jiangsu"),
        notice: keys["notice"]?.label())
    }
    return Reading(document: document, diagnostics: findings.sorted)
  }
}

extension Field {
  /// A code of six digits; what it means is not known here.
  fileprivate func region() -> Located<String>? {
    guard let scalar = scalar(example: "region: 110000") else { return nil }
    let isCode =
      scalar.text.utf8.count == 6
      && scalar.text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard isCode else {
      findings.add(StructureMessages.noRegion(scalar.text, at: scalar.range))
      return nil
    }
    return Located(scalar.text, at: scalar.range)
  }
}
