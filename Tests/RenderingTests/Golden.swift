import Foundation
import Testing

/// Texts that stand in files and are compared as a whole; `UPDATE_EXPECTED=1` writes them anew.
enum Golden {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Golden/Rendering")

  /// Compares a text with that of a file, or writes the file.
  static func expect(_ text: String, is name: String) throws {
    let url = folder.appending(path: name + ".txt")
    guard ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] != "1" else {
      try text.write(to: url, atomically: true, encoding: .utf8)
      return
    }
    #expect(try text == String(contentsOf: url, encoding: .utf8), "\(name)")
  }
}
