/// The SHA-256 of some bytes: equal digests, equal bytes.
public struct Digest: Sendable, Hashable, CustomStringConvertible {
  /// The 32 bytes.
  public let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// What stands before the digits.
  private static let prefix = "sha256:"

  /// Reads `sha256:` and 64 hexadecimal digits in small letters; nil for anything else.
  public init?(_ text: String) {
    let units = Array(text.utf8)
    let prefix = Array(Self.prefix.utf8)
    guard units.count == prefix.count + 64, units.starts(with: prefix) else { return nil }
    let digits = units.dropFirst(prefix.count).compactMap(Self.value(of:))
    guard digits.count == 64 else { return nil }
    bytes = stride(from: 0, to: 64, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  /// `sha256:` and the digest in hexadecimal digits.
  public var description: String { Self.prefix + hexadecimal }

  /// The digits alone.
  public var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
