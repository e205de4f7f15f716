import Diagnostics
import Foundation
import PolicySyntax
import Testing
import YAMLTree

@Suite("The rule files of this repository")
struct RuleFileTests {
  /// Every rule file and pilot description, without the tests beside them.
  static let files: [SourceFile] = ["rules", "pilots"].flatMap { folder -> [SourceFile] in
    let root = GoldenCase.root.appending(path: folder).resolvingSymlinksInPath()
    let paths =
      FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?
      .compactMap { $0 as? URL } ?? []
    return paths.filter { $0.pathExtension == "yaml" && !$0.path().contains("/tests/") }
      .sorted { $0.path() < $1.path() }
      .compactMap { url in
        let name = folder + url.path().dropFirst(root.path().count)
        return (try? Data(contentsOf: url)).map { SourceFile(name: name, bytes: Array($0)) }
      }
  }

  @Test("are read without findings", arguments: files)
  func readWithoutFindings(_ file: SourceFile) {
    #expect(DiagnosticReport(diagnostics(of: file)).text(in: .english) == "")
  }
}
