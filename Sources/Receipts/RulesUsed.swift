public import Diagnostics
import Digests
public import Exchange
import Synchronization

/// The files that a determination was made from, with their digests, which are worked out once and
/// only if somebody asks for them.
public final class RulesUsed: Sendable {
  private let files: [SourceFile]
  private let known = Mutex<(digest: RulesDigest?, json: JSONValue?)>((nil, nil))

  /// Files by which something was decided.
  public init(_ files: [SourceFile]) { self.files = files }

  /// The digest of all of them, which the determination states.
  public var digest: RulesDigest {
    known.withLock { known in
      let digest = known.digest ?? RulesDigest(of: files)
      known.digest = digest
      return digest
    }
  }

  /// The digest of each of them beside that of all.
  var json: JSONValue {
    let whole = digest
    return known.withLock { known in
      if let json = known.json { return json }
      var digests: [String: JSONValue] = [:]
      for file in files {
        digests[file.name] = .string(SHA256.digest(of: file.bytes).description)
      }
      let json = JSONValue.object([
        ("digest", .string(whole.description)),
        ("files", .object(digests.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })),
      ])
      known.json = json
      return json
    }
  }
}
