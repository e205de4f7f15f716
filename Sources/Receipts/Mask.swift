import Determinations
import Diagnostics
import Digests
import Exchange

/// What commitments are made with: without it nobody can find out by trying what was masked.
public struct Salt: Sendable {
  let bytes: [UInt8]

  /// The fewest bytes of a salt.
  public static let fewestBytes = 16

  /// The bytes of a salt; nil if they are too few.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count >= Self.fewestBytes else { return nil }
    self.bytes = bytes
  }
}

/// Puts commitments in the place of what is personal about one applicant.
///
/// A commitment is the HMAC-SHA-256, under the salt, of the applicant's number, of where the value
/// stands and of the value: the same value of the same applicant has the same commitment under
/// the same name, and no two applicants share one.
struct Mask {
  /// The scheme, which stands in the receipt.
  static let scheme = "zhunze.mask/1"

  private let salt: Salt
  private let applicant: String

  init(_ salt: Salt, of applicant: String) {
    self.salt = salt
    self.applicant = applicant
  }

  /// The commitment to a value that stands somewhere.
  func commitment(_ path: [String], _ value: JSONValue) -> JSONValue {
    let text = JSONValue.array(
      [.string(Self.scheme), .string(applicant)] + path.map(JSONValue.string) + [value])
    return .string(
      "masked:" + SHA256.code(of: Array(text.canonical.utf8), key: salt.bytes).hexadecimal)
  }

  /// The commitment to the applicant's number.
  var number: JSONValue { commitment(["applicant"], .string(applicant)) }

  /// The applicant with the names of what was supplied, and commitments to its values.
  func masked(_ applicant: Applicant) -> JSONValue {
    let json = applicant.json
    var members: [(String, JSONValue)] = [("applicant", number)]
    for (key, value) in json.members {
      switch key {
      case "subject": members.append((key, value))
      case "facts": members.append((key, masked(value, ["facts"])))
      case "claims":
        members.append(
          (key, .object(value.members.map { ($0.0, masked($0.1, ["claims", $0.0])) })))
      case "grants": members.append((key, commitment(["grants"], value)))
      default: break
      }
    }
    return .object(members)
  }

  private func masked(_ facts: JSONValue, _ path: [String]) -> JSONValue {
    .object(facts.members.map { ($0.0, commitment(path + [$0.0], $0.1)) })
  }

  /// What proves, with the applicant's file at hand, that a masked determination is this one.
  func commitments(of determination: JSONValue) -> JSONValue {
    .object([
      ("scheme", .string(Self.scheme)),
      ("determination", commitment(["determination"], determination)),
    ])
  }

  // MARK: Determinations

  /// Members that hold, or may quote, a value of the applicant's.
  private static let personal: Set<String> = [
    "value", "beforeRounding", "period", "day", "matched", "possible", "unmet", "element", "why",
    "metFrom",
  ]
  /// Members that hold rules alone.
  private static let impersonal: Set<String> = ["chain", "sources", "rules", "label"]

  /// A determination with commitments in place of all values that follow from facts.
  ///
  /// What was decided stays: outcome, results of criteria, amounts, term, clauses, dated values.
  func masked(_ determination: JSONValue) -> JSONValue {
    guard case .object(let members) = determination else { return determination }
    return .object(
      members.map { key, value in
        key == "applicant" ? (key, number) : (key, masked(value, under: key))
      })
  }

  private func masked(_ value: JSONValue, under key: String) -> JSONValue {
    if Self.impersonal.contains(key) { return value }
    switch value {
    case .array(let elements): return .array(elements.map { masked($0, under: key) })
    case .object(let members):
      if key == "facts" {
        return .object(members.map { ($0.0, commitment(["value", $0.0], $0.1)) })
      }
      let name = value["name"]?.text ?? key
      let isRule = value["origin"]?.text == "dated value"
      // What an amount is made up of follows from facts; the amount is what was decided.
      let isPartOfAmount = key == "parts" && value["outcome"] == nil
      return .object(
        members.map { key, value in
          if isRule, key == "value" { return (key, value) }
          if Self.personal.contains(key) || isPartOfAmount && key == "amount" {
            return (key, commitment([key, name], value))
          }
          return (key, masked(value, under: key))
        })
    default: return value
    }
  }
}
