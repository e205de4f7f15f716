public import Determinations
import Diagnostics
public import Digests
import Exchange

/// What a determination rested on, in parts that are digested one by one.
///
/// Its hash covers the digests of the parts, its number and the hash of the receipt before it, so
/// that a change is found and its part named, and so that a log of receipts is a chain.
public struct Receipt: Sendable {
  /// The name and version of the form.
  public static let schema = "zhunze.receipt/1"

  /// The parts by name; `outcome` and `explanation` stand together as the determination.
  let parts: [(name: String, value: JSONValue)]
  let engine: String

  /// A receipt for a determination that was made with its whole explanation; masked with a salt if one
  /// is given.
  public init(
    for determination: Determination, of applicant: Applicant, asked question: ReceiptQuestion,
    by rules: RulesUsed, engine: String, masking salt: Salt? = nil
  ) {
    self.engine = engine
    let form = DeterminationJSON(engine: engine, explainsAll: true)
    let whole = form.value(of: determination, rules: rules.digest)
    var parts: [(name: String, value: JSONValue)] = [
      ("question", question.json), ("rules", rules.json), ("values", determination.valuesUsed),
    ]
    if let salt {
      let mask = Mask(salt, of: applicant.id)
      parts += [
        ("applicant", mask.masked(applicant)), ("determination", mask.masked(whole)),
        ("mask", mask.commitments(of: whole)),
      ]
    } else {
      parts += [("applicant", applicant.json), ("determination", whole)]
    }
    self.parts = parts
  }

  /// The receipt as a line of a log, with its hash; the line ends with a line break.
  public func line(number: Int, after previous: Digest?) -> (text: String, hash: Digest) {
    let digests = JSONValue.object(
      Self.digestedParts(parts).map { ($0.name, .string(Self.digest(of: $0.value).description)) })
    let head: [(String, JSONValue)] = [
      ("schema", .string(Self.schema)), ("engine", .string(engine)), ("number", .integer(number)),
      ("previous", previous.map { .string($0.description) } ?? .null), ("digests", digests),
    ]
    let hash = Self.digest(of: .object(head))
    let members = head + parts.map { ($0.name, $0.value) } + [("hash", .string(hash.description))]
    return (JSONValue.object(members).canonical + "\n", hash)
  }

  /// The members that the hash covers.
  static let head = ["schema", "engine", "number", "previous", "digests"]

  /// The members that stand in every receipt, beside those of the head and the hash.
  static let partNames = ["applicant", "determination", "question", "rules", "values"]

  /// What is digested by itself: the explanation apart from the outcome it explains.
  static func digestedParts(
    _ parts: [(name: String, value: JSONValue)]
  ) -> [(name: String, value: JSONValue)] {
    parts.flatMap { part -> [(name: String, value: JSONValue)] in
      guard part.name == "determination" else { return [part] }
      return [
        ("outcome", part.value.without("explanation")),
        ("explanation", part.value["explanation"] ?? .null),
      ]
    }
  }

  /// The digest of the canonical form of a value.
  static func digest(of value: JSONValue) -> Digest {
    SHA256.digest(of: Array(value.canonical.utf8))
  }
}
