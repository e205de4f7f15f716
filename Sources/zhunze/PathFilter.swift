/// Files and folders that somebody named, relative to the folder of the rules.
struct PathFilter {
  private let paths: [String]

  /// A filter that lets everything through if nothing is named.
  init(_ paths: [String]) {
    self.paths = paths.map { path in
      var path = path
      while path.hasSuffix("/") { path.removeLast() }
      while path.hasPrefix("./") { path.removeFirst(2) }
      return path
    }
  }

  /// Whether a file is named, or stands in a folder that is.
  func includes(_ name: String) -> Bool {
    paths.isEmpty || paths.contains { $0 == "." || name == $0 || name.hasPrefix($0 + "/") }
  }
}
