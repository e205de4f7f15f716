import Diagnostics
import Glibc

/// The rules as a revision of their folder's repository holds them, read without touching the folder.
struct GitRevision {
  /// A file of a revision, its name relative to the folder of the rules.
  struct Entry {
    let name: String
    let object: String
    /// Whether it is a file, and no symbolic link or repository within.
    let isFile: Bool
  }

  let name: String
  let folder: String

  /// Reads what stands in `rules/` and `pilots/` of a revision; names begin with the revision.
  func contents() throws(CommandFailure) -> RulesFolder.Contents {
    let commit = try self.commit()
    let entries = try self.entries(of: commit)
    guard entries.contains(where: { $0.name.hasPrefix("rules/") }) else {
      throw .revisionWithoutRules(name, folder)
    }
    var contents = RulesFolder.Contents()
    let wanted = entries.filter { Self.isRead($0, &contents, name) }
    let bytes = try self.bytes(of: wanted.map(\.object))
    var files: [String: SourceFile] = [:]
    for (entry, bytes) in zip(wanted, bytes) {
      files[entry.name] = SourceFile(
        name: "\(name):\(entry.name)", path: entry.name, bytes: bytes)
    }
    let names = files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    contents.rules = names.filter { $0.hasPrefix("rules/") }.compactMap { files[$0] }
    var pilots: [String: [String]] = [:]
    for path in names where path.hasPrefix("pilots/") {
      pilots[String(path.split(separator: "/")[1]), default: []].append(path)
    }
    for pilot in pilots.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let own = "pilots/\(pilot)/pilot.yaml"
      guard let file = files[own] else {
        contents.diagnostics.append(FolderMessages.noPilotFile(in: "\(name):pilots/\(pilot)"))
        continue
      }
      let overlays = (pilots[pilot] ?? []).filter { $0 != own }.compactMap { files[$0] }
      contents.pilots.append(.init(name: pilot, file: file, overlays: overlays))
    }
    return contents
  }

  /// Whether a file is read as rules; cases are not, and what else stands there is reported.
  private static func isRead(
    _ entry: Entry, _ contents: inout RulesFolder.Contents, _ revision: String
  ) -> Bool {
    let parts = entry.name.split(separator: "/")
    guard let last = parts.last, !parts.contains(where: { $0.hasPrefix(".") }) else {
      return false
    }
    let depth = parts[0] == "rules" ? 2 : 3
    if parts.count > depth, parts[depth - 1] == "tests" { return false }
    let shown = "\(revision):\(entry.name)"
    if parts.count != depth {
      contents.diagnostics.append(
        FolderMessages.unread(
          shown,
          expected: parts[0] == "pilots" && parts.count < depth
            ? FolderMessages.pilotFolderExpected : FolderMessages.noFoldersExpected))
      return false
    }
    guard entry.isFile, last.hasSuffix(".yaml") else {
      contents.diagnostics.append(
        FolderMessages.unread(
          shown,
          expected: entry.isFile ? FolderMessages.yamlExpected : FolderMessages.filesExpected))
      return false
    }
    return true
  }

  // MARK: Git

  /// The commit that the name means.
  private func commit() throws(CommandFailure) -> String {
    let run = try git(["rev-parse", "--verify", "--quiet", "--end-of-options", "\(name)^{commit}"])
    let hash = String(decoding: run.output, as: UTF8.self).filter { !$0.isWhitespace }
    if run.status == 0, !hash.isEmpty { return hash }
    let inside = try git(["rev-parse", "--is-inside-work-tree"])
    throw inside.status == 0 ? .noRevision(name, folder) : .noRepository(folder, inside.message)
  }

  /// The files below `rules/` and `pilots/`, as `ls-tree -z` lists them.
  private func entries(of commit: String) throws(CommandFailure) -> [Entry] {
    let run = try git(["ls-tree", "-r", "-z", commit, "--", "rules", "pilots"])
    guard run.status == 0 else { throw .gitFailed(run.message) }
    return run.output.split(separator: 0).compactMap { line in
      // MODE SP TYPE SP OBJECT TAB NAME
      guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
      let head = String(decoding: line[..<tab], as: UTF8.self).split(separator: " ")
      guard head.count == 3 else { return nil }
      let name = String(decoding: line[line.index(after: tab)...], as: UTF8.self)
      return Entry(
        name: name, object: String(head[2]), isFile: head[1] == "blob" && head[0] != "120000")
    }
  }

  /// The bytes of objects, in their order, as `cat-file --batch` writes them.
  private func bytes(of objects: [String]) throws(CommandFailure) -> [[UInt8]] {
    let run = try git(
      ["cat-file", "--batch"], input: Array((objects.joined(separator: "\n") + "\n").utf8))
    guard run.status == 0 else { throw .gitFailed(run.message) }
    var files: [[UInt8]] = []
    var rest = run.output[...]
    for object in objects {
      // OBJECT SP TYPE SP SIZE LF BYTES LF
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { throw .gitFailed(object) }
      let head = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
      let start = end + 1
      guard head.count == 3, let size = Int(head[2]), start + size < rest.endIndex else {
        throw .gitFailed(String(decoding: rest[..<end], as: UTF8.self))
      }
      guard size <= FileReading.limit else {
        throw .unreadable("\(name):\(object)", .tooLarge(limit: FileReading.limit))
      }
      files.append(Array(rest[start..<(start + size)]))
      rest = rest[(start + size + 1)...]
    }
    return files
  }

  private func git(
    _ arguments: [String], input: [UInt8] = []
  ) throws(CommandFailure) -> ChildProcess.Run {
    do {
      return try ChildProcess.run("git", ["-C", folder] + arguments, input: input)
    } catch {
      throw .noGit(error)
    }
  }
}

extension CommandFailure {
  static func noGit(_ reason: ChildProcess.Failure) -> CommandFailure {
    CommandFailure(
      status: .noInput,
      message: Wording(
        en: "`revision=` needs Git, which could not be run: \(reason.reason)",
        zh: "`revision=` 需要 Git，但无法运行：\(reason.reason)"),
      help: Wording(
        en: "install Git, or check the revision out and name its folder with `rules=`",
        zh: "请安装 Git，或检出该版本并用 `rules=` 指明其文件夹"))
  }

  fileprivate static func noRepository(_ folder: String, _ message: String) -> CommandFailure {
    CommandFailure(
      status: .noInput,
      message: Wording(
        en: "the rules in `\(folder)` are not kept in a Git repository",
        zh: "`\(folder)` 中的规则不在 Git 仓库中"),
      help: message.isEmpty ? nil : Wording(en: "Git says: \(message)", zh: "Git 的说明：\(message)"))
  }

  fileprivate static func noRevision(_ name: String, _ folder: String) -> CommandFailure {
    CommandFailure(
      status: .noInput,
      message: Wording(
        en: "the repository of `\(folder)` has no revision `\(name)`",
        zh: "`\(folder)` 的仓库没有版本 `\(name)`"),
      help: Wording(
        en: "name a commit, a branch or a tag, as in `revision=HEAD~5`",
        zh: "请写明提交、分支或标签，如 `revision=HEAD~5`"))
  }

  fileprivate static func revisionWithoutRules(
    _ name: String, _ folder: String
  ) -> CommandFailure {
    CommandFailure(
      status: .noInput,
      message: Wording(
        en: "the revision `\(name)` of `\(folder)` holds no `rules/`",
        zh: "`\(folder)` 的版本 `\(name)` 中没有 `rules/`"),
      help: Wording(
        en: "take a revision in which the folder held the rules",
        zh: "请选用该文件夹已含规则的版本"))
  }

  fileprivate static func gitFailed(_ message: String) -> CommandFailure {
    CommandFailure(
      status: .ioError,
      message: Wording(
        en: "Git could not give the rules: \(message)", zh: "Git 未能给出规则：\(message)"))
  }
}
