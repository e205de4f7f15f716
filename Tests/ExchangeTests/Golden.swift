import Foundation
import Testing

/// Texts that stand in files and are compared as a whole; `UPDATE_EXPECTED=1` writes them anew.
enum Golden {
  static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1"

  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Golden/Exchange")

  /// Compares a text with that of a file, or writes the file.
  static func expect(_ text: String, is name: String) throws {
    let url = folder.appending(path: name)
    guard !isUpdating else {
      try text.write(to: url, atomically: true, encoding: .utf8)
      return
    }
    #expect(try text == String(contentsOf: url, encoding: .utf8), "\(name)")
  }
}
