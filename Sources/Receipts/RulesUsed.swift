public import Diagnostics
import Digests
public import Exchange

/// The files that a determination was made from, with their digests.
public struct RulesUsed: Sendable {
  /// The digest of all of them, which the determination states.
  public let digest: RulesDigest
  let json: JSONValue

  /// The digests of files.
  public init(_ files: [SourceFile]) {
    digest = RulesDigest(of: files)
    var digests: [String: JSONValue] = [:]
    for file in files {
      digests[file.name] = .string(SHA256.digest(of: file.bytes).description)
    }
    json = .object([
      ("digest", .string(digest.description)),
      ("files", .object(digests.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })),
    ])
  }
}
