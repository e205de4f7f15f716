import Diagnostics
public import Digests

/// Where a log ends: how many receipts there are, and the hash of the last.
///
/// It stands in a file of its own beside the log. Kept elsewhere as well, it shows whether somebody
/// has written the whole log anew.
public struct LogHead: Sendable, Hashable {
  /// How many receipts there are.
  public let count: Int
  /// The hash of the last; nil if there are none.
  public let hash: Digest?

  /// The head of a log.
  public init(count: Int, hash: Digest?) {
    self.count = count
    self.hash = hash
  }

  private static let schema = "zhunze.receipt-head/1"

  /// The head as it stands in its file.
  public var text: String {
    JSONValue.object([
      ("schema", .string(Self.schema)), ("count", .integer(count)),
      ("hash", hash.map { .string($0.description) } ?? .null),
    ]).canonical + "\n"
  }

  /// Reads the head in the only form in which it is written; nil for anything else.
  public init?(reading bytes: [UInt8]) {
    guard bytes.count < 1000, let json = try? JSONValue(reading: bytes),
      let count = json["count"]?.wholeNumber, count >= 0
    else { return nil }
    self.init(count: count, hash: json["hash"]?.text.flatMap { Digest($0) })
    guard Array(text.utf8) == bytes, (hash == nil) == (count == 0) else { return nil }
  }
}

extension JSONValue {
  /// The number, if it is a whole one.
  var wholeNumber: Int? {
    switch self {
    case .integer(let number): number
    case .number(let text): Int(text)
    default: nil
    }
  }
}
