public import Diagnostics
public import Foundation

/// The folder of this repository.
public enum Repository {
  /// Where it stands.
  public static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .resolvingSymlinksInPath()

  /// The YAML files in folders and in those below them, named from the repository's folder on, in
  /// the order of their names.
  public static func yamlFiles(below folders: String...) -> [SourceFile] {
    folders.flatMap { folder in
      let path = root.appending(path: folder).path(percentEncoded: false)
      let names = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
      return names.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { file("\(folder)/\($0)") }
    }
  }

  /// The file of a name; nil if it cannot be read.
  public static func file(_ name: String) -> SourceFile? {
    (try? Data(contentsOf: root.appending(path: name))).map {
      SourceFile(name: name, bytes: Array($0))
    }
  }
}
