public import Casework
public import Diagnostics
public import PolicyModel
import YAMLTree

/// The rules of this repository with their cases, read once for all tests of a target.
public enum ShippedRules {
  private static let all = Repository.yamlFiles(below: "rules", "pilots")

  /// The rule files.
  public static let sources = all.filter { !$0.name.contains("/tests/") }

  /// The files of cases beside them.
  public static let sourcesOfCases = all.filter { $0.name.contains("/tests/") }

  /// The rule files as they were read.
  public static let files = RuleFiles(sources)

  /// The rules.
  public static let rulebook = files.rulebook

  /// The files of cases as they were read, with what is wrong with them.
  public static let readCases: [(file: CaseFile?, diagnostics: [Diagnostic])] =
    sourcesOfCases.map { source in
      let parts = source.name.split(separator: "/").map(String.init)
      return CaseFile.read(
        YAMLDocument(reading: source), pilot: parts[0] == "pilots" ? parts[1] : nil)
    }

  /// The files of cases.
  public static let caseFiles = readCases.compactMap(\.file)

  /// The text of a rule file; empty if there is none of the name.
  public static func text(of name: String) -> String {
    sources.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  }

  /// The rules with another text in the place of a file's.
  public static func replacing(_ name: String, with text: String) -> RuleFiles {
    files.replacing([SourceFile(name: name, text: text)])
  }
}
