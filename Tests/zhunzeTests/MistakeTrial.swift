import Foundation
import Testing

/// What the command says about files with a mistake, and what comes of its fix.
struct MistakeTrial: Sendable {
  let mistake: SeededMistake
  /// Whether the code was reported at the line.
  private(set) var isFound = false
  /// Whether nothing else was reported but what the corpus allows.
  private(set) var isAlone = false
  /// Whether the edits mend the file, or the help says what to do.
  private(set) var hasRightFix = false
  /// All that was reported, for people.
  private(set) var report = ""

  /// Seeds the mistake into a copy of the sound files and runs `lint`, or `check` for an applicant.
  init(_ mistake: SeededMistake) throws {
    self.mistake = mistake
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "zhunze-\(UUID().uuidString)")
    try FileManager.default.copyItem(
      at: SeededMistake.folder.appending(path: mistake.base), to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    let sound = try String(contentsOf: folder.appending(path: mistake.file), encoding: .utf8)
    let (file, edited) = try Self.make(mistake, in: folder)
    let findings = try Finding.all(about: file, in: folder)
    report = findings.map(\.description).joined(separator: "\n")
    let reportedIn = mistake.reportedIn ?? file
    let line = try Self.line(mistake, edited, folder.appending(path: reportedIn))
    let hits = findings.filter { finding in
      finding.code == mistake.code && finding.place?.file == reportedIn
        && finding.place?.start.line == line
    }
    guard let hit = hits.first else { return }
    isFound = true
    isAlone = findings.allSatisfy { finding in
      mistake.also.contains(finding.code)
        || finding.code == hit.code && finding.place?.start.line == line
    }
    let fixes = hits.flatMap(\.fixes)
    guard !fixes.isEmpty else {
      let help = hit.help
      hasRightFix =
        !mistake.says.isEmpty && mistake.says.allSatisfy { help?.zh.contains($0) ?? false }
        && !(help?.en.isEmpty ?? true)
      return
    }
    try Self.apply(fixes, in: folder)
    let mended = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    if let becomes = mistake.becomes {
      hasRightFix = mended.contains(becomes)
    } else if mended == sound {
      hasRightFix = true
    } else {
      hasRightFix = try Finding.all(about: file, in: folder).isEmpty
    }
  }

  /// Edits the file; the name of the one that has the mistake, and where its text begins to differ.
  private static func make(
    _ mistake: SeededMistake, in folder: URL
  ) throws -> (file: String, edited: (text: String, offset: Int)?) {
    let url = folder.appending(path: mistake.file)
    let text = try String(contentsOf: url, encoding: .utf8)
    let bytes = Array(text.utf8)
    switch mistake.edit {
    case .replace(let old, let new):
      let parts = text.components(separatedBy: old)
      try #require(parts.count == 2, "`\(mistake.name)`: the text stands \(parts.count - 1) times")
      let changed = parts[0] + new + parts[1]
      try changed.write(to: url, atomically: false, encoding: .utf8)
      let same = zip(bytes, changed.utf8).prefix { $0 == $1 }.count
      return (mistake.file, (changed, same))
    case .append(let more):
      try (text + more).write(to: url, atomically: false, encoding: .utf8)
      return (mistake.file, (text + more, bytes.count))
    case .move(let name), .copy(let name):
      let other = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: other.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: url, to: other)
      if case .move = mistake.edit { try FileManager.default.removeItem(at: url) }
      return (name, nil)
    }
  }

  /// The line at which the mistake must be reported.
  private static func line(
    _ mistake: SeededMistake, _ edited: (text: String, offset: Int)?, _ url: URL
  ) throws -> Int {
    func line(_ text: some StringProtocol) -> Int { text.utf8.count { $0 == 0x0A } + 1 }
    if let line = mistake.line { return line }
    if let place = mistake.place {
      let text = try String(contentsOf: url, encoding: .utf8)
      let parts = text.components(separatedBy: place)
      try #require(parts.count > 1, "`\(mistake.name)`: `\(place)` does not stand in the file")
      return line(parts[0])
    }
    guard let edited else { return 1 }
    return line(String(decoding: Array(edited.text.utf8)[..<edited.offset], as: UTF8.self))
  }

  private static func apply(_ fixes: [Finding.Fix], in folder: URL) throws {
    for (file, edits) in Dictionary(grouping: fixes, by: \.place.file) {
      let url = folder.appending(path: file)
      var bytes = Array(try Data(contentsOf: url))
      for edit in edits.sorted(by: { $0.place.start.offset > $1.place.start.offset }) {
        bytes.replaceSubrange(
          edit.place.start.offset..<edit.place.end.offset, with: Array(edit.replacement.utf8))
      }
      try Data(bytes).write(to: url)
    }
  }
}

/// A message as programs read it.
struct Finding: Decodable, CustomStringConvertible {
  struct Words: Decodable { let zh: String, en: String }
  struct Position: Decodable { let line: Int, column: Int, offset: Int }
  struct Place: Decodable { let file: String, start: Position, end: Position }
  struct Fix: Decodable { let place: Place, replacement: String }

  let code: String
  let message: Words
  let place: Place?
  let help: Words?
  let fixes: [Fix]

  var description: String {
    "\(code) \(place?.file ?? ""):\(place?.start.line ?? 0) \(message.en) | \(help?.en ?? "")"
  }

  /// What the command says about a file and those around it, on a day that does not pass.
  static func all(about file: String, in folder: URL) throws -> [Finding] {
    let isApplicant = file.hasPrefix("applicants/")
    let arguments =
      isApplicant
      ? ["check", file, "--rules", ".", "--date", "2026-03-31", "--format", "json"]
      : ["lint", "--rules", ".", "--date", "2026-07-01", "--format", "json"]
    let process = Process()
    process.executableURL = Shell.command
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["LANG": "en_GB.UTF-8", "PATH": "/usr/bin:/bin", "TZ": "UTC"]
    let said = folder.appending(path: isApplicant ? ".messages" : ".output")
    for name in [".output", ".messages"] {
      try Data().write(to: folder.appending(path: name))
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: folder.appending(path: ".output"))
    process.standardError = try FileHandle(forWritingTo: folder.appending(path: ".messages"))
    try process.run()
    process.waitUntilExit()
    let data = try Data(contentsOf: said)
    return data.isEmpty ? [] : try JSONDecoder().decode([Finding].self, from: data)
  }
}
