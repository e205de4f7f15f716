/// Files and folders that somebody named.
struct PathFilter {
  /// Relative to the folder of the rules; empty to let everything through.
  private let paths: [String]

  /// A filter that lets everything through if nothing is named.
  ///
  /// Paths are relative to the folder of the rules or, where nothing there is called so, to the
  /// working directory. One that leads to none of the files looked for ends the command: a slip in a
  /// path must not look like rules without findings.
  init(_ paths: [String], in folder: RulesFolder) throws(CommandFailure) {
    let names = paths.isEmpty ? [] : folder.names()
    var found: [String] = []
    for path in paths {
      let candidates = [Self.plain(path), folder.name(ofFileAt: path)]
      let name = candidates.compactMap { $0 }.first { candidate in
        names.contains { Self.includes($0, candidate) }
      }
      guard let name else {
        throw Surroundings.realPath(path) == nil ? .unreadable(path, .absent) : .noRules(at: path)
      }
      found.append(name)
    }
    self.paths = found
  }

  /// Whether a file is named, or stands in a folder that is.
  func includes(_ name: String) -> Bool {
    paths.isEmpty || paths.contains { Self.includes(name, $0) }
  }

  private static func includes(_ name: String, _ path: String) -> Bool {
    path == "." || name == path || name.hasPrefix(path + "/")
  }

  /// A path without what does not change it.
  private static func plain(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    while path.hasPrefix("./") { path.removeFirst(2) }
    return path
  }
}
