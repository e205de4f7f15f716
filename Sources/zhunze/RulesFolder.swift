import Diagnostics
import Glibc
import PolicyModel

/// The folder that holds `rules/` and `pilots/`.
struct RulesFolder {
  /// The files of a pilot.
  struct Pilot {
    let name: String
    let file: SourceFile
    let overlays: [SourceFile]
  }

  /// A file of cases that is not read yet, and the pilot whose rules it tests.
  struct CasePath {
    let name: String
    let pilot: String?
  }

  /// What stands in the folder, names relative to it, in the order of the names.
  struct Contents {
    var rules: [SourceFile] = []
    var pilots: [Pilot] = []
    var cases: [CasePath] = []
    var diagnostics: [Diagnostic] = []
    /// Whether cases are among them.
    var looksForCases = true

    /// Every file but those of the pilots themselves, and whether it stands in a pilot's folder.
    var ruleFiles: [(file: SourceFile, inPilot: Bool)] {
      rules.map { ($0, false) } + pilots.flatMap(\.overlays).map { ($0, true) }
    }
  }

  /// The folder's path.
  let path: String

  /// A folder that somebody named.
  init(at path: String) throws(CommandFailure) {
    guard FolderListing.isFolder(path + "/rules") else { throw .noRules(in: path) }
    self.path = path
  }

  private init(found path: String) { self.path = path }

  /// The nearest folder upwards from the working directory.
  static func nearest() throws(CommandFailure) -> RulesFolder {
    let start = Surroundings.workingDirectory
    var path = start
    while true {
      if FolderListing.isFolder(path + "/rules") { return RulesFolder(found: path) }
      guard let slash = path.lastIndex(of: "/"), path != "/" else { throw .noRules(above: start) }
      path = slash == path.startIndex ? "/" : String(path[..<slash])
    }
  }

  /// Reads all rule files; what cannot be read is reported.
  ///
  /// Who has no use for cases need not look for them.
  func contents(withCases: Bool = true) -> Contents {
    var contents = Contents(looksForCases: withCases)
    contents.rules = files(in: "rules", of: nil, &contents)
    let pilots = FolderListing.entries(of: path + "/pilots") ?? []
    let read = pilots.mappedConcurrently {
      self.contents(ofPilot: $0.name, $0.kind, withCases: withCases)
    }
    for pilot in read {
      contents.pilots += pilot.pilots
      contents.cases += pilot.cases
      contents.diagnostics += pilot.diagnostics
    }
    return contents
  }

  /// What stands in one folder under `pilots/`.
  private func contents(
    ofPilot name: String, _ kind: FolderListing.Kind, withCases: Bool
  ) -> Contents {
    var contents = Contents(looksForCases: withCases)
    let folder = "pilots/" + name
    guard kind == .folder else {
      contents.diagnostics.append(
        FolderMessages.unread(
          folder,
          expected: kind == .linkToFolder
            ? FolderMessages.noLinksExpected : FolderMessages.pilotFolderExpected))
      return contents
    }
    let files = files(in: folder, of: name, &contents)
    let isOwn = { (file: SourceFile) in file.name == folder + "/pilot.yaml" }
    if let own = files.first(where: isOwn) {
      contents.pilots.append(
        Pilot(name: name, file: own, overlays: files.filter { !isOwn($0) }))
    } else {
      contents.diagnostics.append(FolderMessages.noPilotFile(in: folder))
    }
    return contents
  }

  /// The names of all files under `rules/` and `pilots/`, relative to the folder.
  func names() -> [String] {
    ["rules", "pilots"].flatMap { FolderListing.files(under: path + "/" + $0) }
      .map { String($0.dropFirst(path.count + 1)) }
  }

  /// The name, relative to the folder, of a file or folder that stands in it; nil if none is there.
  func name(ofFileAt path: String) -> String? {
    guard let start = Surroundings.realPath(self.path), let whole = Surroundings.realPath(path),
      whole == start || whole.hasPrefix(start + "/")
    else { return nil }
    return whole == start ? "." : String(whole.dropFirst(start.count + 1))
  }

  /// The file of a name relative to the folder.
  func file(_ name: String) throws(FileReading.Failure) -> SourceFile {
    SourceFile(name: name, bytes: try FileReading.bytes(of: path + "/" + name))
  }

  /// The rule files directly in a folder; cases beside them are noted, the rest is reported.
  private func files(
    in folder: String, of pilot: String?, _ contents: inout Contents
  ) -> [SourceFile] {
    var files: [SourceFile] = []
    for (name, kind) in FolderListing.entries(of: path + "/" + folder) ?? [] {
      let whole = folder + "/" + name
      switch kind {
      case .file where name.hasSuffix(".yaml"):
        do {
          files.append(try file(whole))
        } catch {
          contents.diagnostics.append(FolderMessages.unreadable(whole, error))
        }
      case .folder where name == "tests":
        if contents.looksForCases { noteCases(in: whole, of: pilot, &contents) }
      case .file: report(whole, FolderMessages.yamlExpected, &contents)
      case .folder: report(whole, FolderMessages.noFoldersExpected, &contents)
      case .linkToFolder: report(whole, FolderMessages.noLinksExpected, &contents)
      case .other: report(whole, FolderMessages.filesExpected, &contents)
      }
    }
    return files
  }

  private func noteCases(in folder: String, of pilot: String?, _ contents: inout Contents) {
    for (name, kind) in FolderListing.entries(of: path + "/" + folder) ?? [] {
      let whole = folder + "/" + name
      if kind == .file, name.hasSuffix(".yaml") {
        contents.cases.append(CasePath(name: whole, pilot: pilot))
      } else {
        report(whole, FolderMessages.yamlExpected, &contents)
      }
    }
  }

  private func report(_ name: String, _ expected: Wording, _ contents: inout Contents) {
    contents.diagnostics.append(FolderMessages.unread(name, expected: expected))
  }
}
