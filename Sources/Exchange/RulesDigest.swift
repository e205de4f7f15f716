public import Diagnostics
internal import Digests

/// What the files that a determination was made from come to: equal digests, equal rules.
public struct RulesDigest: Sendable, Hashable, CustomStringConvertible {
  private let digest: Digest

  /// The 32 bytes of the SHA-256.
  public var bytes: [UInt8] { digest.bytes }

  /// The digest of files by their paths and bytes, in the order of the paths: the same rules have the
  /// same digest in a folder and in a revision of it.
  ///
  /// Lengths are digested before names and contents, so that nothing can move from one to the
  /// other; a file given twice counts once.
  public init(of files: [SourceFile]) {
    var hash = SHA256()
    var last: String?
    let sorted = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    for file in sorted where file.path != last {
      Self.add(Array(file.path.utf8), to: &hash)
      Self.add(file.bytes, to: &hash)
      last = file.path
    }
    digest = hash.digest()
  }

  /// `sha256:` and the digest in hexadecimal digits.
  public var description: String { digest.description }

  /// Adds a length of eight bytes, the highest first, and the bytes themselves.
  private static func add(_ bytes: [UInt8], to hash: inout SHA256) {
    hash.add((0..<8).map { UInt8(truncatingIfNeeded: bytes.count >> (56 - 8 * $0)) })
    hash.add(bytes)
  }
}
