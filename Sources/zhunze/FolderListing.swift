import Glibc

/// What stands in a folder, in the order of the bytes of the names.
enum FolderListing {
  /// What an entry is, a symbolic link being what it leads to.
  enum Kind: Sendable {
    case file, folder
    /// A symbolic link to a folder, which is not followed: it might lead round in a circle.
    case linkToFolder
    /// A device, a pipe, or a link that leads nowhere.
    case other
  }

  /// The most entries of one folder that are looked at.
  static let mostEntries = 10_000

  /// The entries but hidden ones; nil if the folder cannot be read.
  static func entries(of path: String) -> [(name: String, kind: Kind)]? {
    guard let stream = opendir(path) else { return nil }
    defer { closedir(stream) }
    var entries: [(name: String, kind: Kind)] = []
    while let entry = readdir(stream), entries.count < mostEntries {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      // Most file systems say at once what an entry is.
      let kind: Kind =
        switch Int(entry.pointee.d_type) {
        case DT_REG: .file
        case DT_DIR: .folder
        default: kind(of: path + "/" + name)
        }
      entries.append((name, kind))
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The paths of all YAML files in a folder and the folders in it.
  static func files(under path: String) -> [String] {
    (entries(of: path) ?? []).flatMap { name, kind -> [String] in
      switch kind {
      case .file where name.hasSuffix(".yaml"): [path + "/" + name]
      case .folder: files(under: path + "/" + name)
      default: []
      }
    }
  }

  /// Whether a folder stands at a path.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func kind(of path: String) -> Kind {
    var status = stat()
    guard lstat(path, &status) == 0 else { return .other }
    let isLink = status.st_mode & S_IFMT == S_IFLNK
    if isLink { guard stat(path, &status) == 0 else { return .other } }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: isLink ? .linkToFolder : .folder
    default: .other
    }
  }
}
