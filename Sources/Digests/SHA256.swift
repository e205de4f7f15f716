internal import CNettle

/// Digests bytes piece by piece (FIPS 180-4).
public struct SHA256: ~Copyable {
  private var context = sha256_ctx()

  /// Nothing digested yet.
  public init() { nettle_sha256_init(&context) }

  /// Digests more bytes.
  public mutating func add(_ bytes: [UInt8]) {
    nettle_sha256_update(&context, bytes.count, bytes)
  }

  /// The digest of all bytes.
  public consuming func digest() -> Digest {
    var result = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    nettle_sha256_digest(&context, result.count, &result)
    return Digest(bytes: result)
  }

  /// The digest of some bytes.
  public static func digest(of bytes: [UInt8]) -> Digest {
    var hash = SHA256()
    hash.add(bytes)
    return hash.digest()
  }

  /// The code of some bytes that only who has the key can work out (HMAC, RFC 2104).
  public static func code(of bytes: [UInt8], key: [UInt8]) -> Digest {
    let size = 64
    var block = key.count > size ? digest(of: key).bytes : key
    block += Array(repeating: 0, count: size - block.count)
    let inner = digest(of: block.map { $0 ^ 0x36 } + bytes)
    return digest(of: block.map { $0 ^ 0x5C } + inner.bytes)
  }
}
