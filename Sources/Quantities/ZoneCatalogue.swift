internal import Glibc
internal import Synchronization

/// The named zones of the system, each read from its file when first asked for.
///
/// Nothing else below the command reads files. Which zones there are must be known wherever a literal is
/// read, which has no arguments to hand them in by.
enum ZoneCatalogue {
  private static let folder = "/usr/share/zoneinfo/"
  private static let maximumFileSize = 1 << 20

  /// INVARIANT: holds only zones that exist, so that made-up names cannot fill it.
  private static let known = Mutex<[String: ZoneRules]>([:])

  /// The rules of a zone; nil if the system has none of that name.
  static func rules(named name: String) -> ZoneRules? {
    known.withLock { known in
      if let rules = known[name] { return rules }
      guard isZoneName(name), let bytes = contents(ofFile: folder + name),
        let rules = ZoneRules(zoneFile: bytes)
      else { return nil }
      known[name] = rules
      return rules
    }
  }

  /// Whether the text has the form of a zone's name: `Europe/Paris`, `Etc/GMT+1`.
  ///
  /// Without points no path leaves the folder, and the capital at the start leaves out what else
  /// lies there, such as the host's own zone, on which no outcome may depend.
  static func isZoneName(_ name: String) -> Bool {
    guard name.utf8.count <= 64 else { return false }
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.count <= 3
      && parts.allSatisfy { part in
        guard let first = part.first, isCapital(first) else { return false }
        return part.allSatisfy(isNameByte)
      }
  }

  private static func isCapital(_ byte: UInt8) -> Bool {
    UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static func contents(ofFile path: String) -> [UInt8]? {
    guard let file = fopen(path, "rbe") else { return nil }
    defer { fclose(file) }
    var contents: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while contents.count <= maximumFileSize {
      let count = fread(&chunk, 1, chunk.count, file)
      guard count > 0 else { return contents }
      contents += chunk[..<count]
    }
    return nil
  }
}
