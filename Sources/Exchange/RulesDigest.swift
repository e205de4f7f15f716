internal import CNettle
public import Diagnostics

/// What the files that a determination was made from come to: equal digests, equal rules.
public struct RulesDigest: Sendable, Hashable, CustomStringConvertible {
  /// The 32 bytes of the SHA-256.
  public let bytes: [UInt8]

  /// The digest of files by their names and bytes, in the order of the names.
  ///
  /// Lengths are digested before names and contents, so that nothing can move from one to the
  /// other; a file given twice counts once.
  public init(of files: [SourceFile]) {
    var context = sha256_ctx()
    nettle_sha256_init(&context)
    var last: String?
    let sorted = files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    for file in sorted where file.name != last {
      Self.add(Array(file.name.utf8), to: &context)
      Self.add(file.bytes, to: &context)
      last = file.name
    }
    var result = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    nettle_sha256_digest(&context, result.count, &result)
    bytes = result
  }

  /// `sha256:` and the digest in hexadecimal digits.
  public var description: String {
    let digits = Array("0123456789abcdef".utf8)
    let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return "sha256:" + String(decoding: text, as: UTF8.self)
  }

  /// Adds a length of eight bytes, the highest first, and the bytes themselves.
  private static func add(_ bytes: [UInt8], to context: inout sha256_ctx) {
    let length = (0..<8).map { UInt8(truncatingIfNeeded: bytes.count >> (56 - 8 * $0)) }
    nettle_sha256_update(&context, length.count, length)
    nettle_sha256_update(&context, bytes.count, bytes)
  }
}
