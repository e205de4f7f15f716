import Foundation

/// The folder of this package.
enum Repository {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1"

  /// The codes that stand in quotation marks in the Swift files of a folder, other than the pages.
  static func codes(in folder: String) throws -> Set<String> {
    let files = try texts(in: folder, suffix: ".swift", except: "Sources/DiagnosticPages/")
    return Set(files.flatMap { $0.matches(of: /"(Z[0-9]{4})"/).map { String($0.1) } })
  }

  /// The texts of the files below a folder.
  static func texts(in folder: String, suffix: String, except: String) throws -> [String] {
    let names = try FileManager.default.subpathsOfDirectory(
      atPath: root.appending(path: folder).path(percentEncoded: false))
    return try names.map { "\(folder)/\($0)" }
      .filter { $0.hasSuffix(suffix) && !$0.hasPrefix(except) }
      .map { try String(contentsOf: root.appending(path: $0), encoding: .utf8) }
  }
}
