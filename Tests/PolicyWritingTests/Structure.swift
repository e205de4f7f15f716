import Diagnostics
import FEELSyntax
import PolicySyntax
import YAMLTree

/// The parts of a value without the places they were read from, to compare documents by.
func structure(_ value: Any) -> String {
  switch value {
  case is SourceRange, is SourceFile: return ""
  case let text as SourceText: return "\"\(text.text)\""
  case let text as String: return "\"\(text)\""
  case let name as Name: return "name \"\(name.text)\""
  default: break
  }
  let mirror = Mirror(reflecting: value)
  // Numbers of rules are given anew.
  let children = mirror.children.filter { $0.label != "number" || !(value is TableText.Row) }
  if children.isEmpty { return "\(value)" }
  let parts = children.map { "\($0.label ?? ""): \(structure($0.value))" }
  return "\(mirror.subjectType)(\(parts.joined(separator: ", ")))"
}

/// What a file says and what is wrong with it.
func read(_ file: SourceFile) -> (document: PolicyDocument?, findings: String) {
  let yaml = YAMLDocument(reading: file)
  let reading = PolicyDocument.read(yaml, inPilot: file.name.hasPrefix("pilots/"))
  let report = DiagnosticReport(yaml.diagnostics + reading.diagnostics)
  return (reading.document, report.text(in: .english))
}
