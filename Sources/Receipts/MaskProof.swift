public import Determinations
public import Diagnostics
import Exchange

/// Shows, with an applicant's file and the salt, what a masked receipt was made of.
public struct MaskProof: Sendable {
  /// The names of the facts that are proven.
  public let proven: [String]
  /// What is not as the file says.
  public let diagnostics: [Diagnostic]

  /// Compares a receipt with an applicant's file; nil if it is not masked or is about another.
  public init?(of receipt: JSONValue, line: Int, by applicant: Applicant, salt: Salt) {
    let mask = Mask(salt, of: applicant.id)
    guard receipt["mask"] != nil, let masked = receipt["applicant"],
      masked["applicant"] == mask.number
    else { return nil }
    let expected = Self.leaves(of: mask.masked(applicant))
    let found = Self.leaves(of: masked)
    let proven = found.filter { leaf in
      expected.contains { $0.name == leaf.name && $0.value == leaf.value }
    }.map(\.name)
    var others = found.filter { !proven.contains($0.name) }.map(\.name)
    others += expected.filter { leaf in !found.contains { $0.name == leaf.name } }.map(\.name)
    self.proven = proven
    let place = ReceiptPlace(line: line, number: receipt["number"]?.wholeNumber)
    diagnostics = others.isEmpty ? [] : [ReceiptMessages.notCommitted(place, others)]
  }

  private static func leaves(of applicant: JSONValue) -> [(name: String, value: JSONValue)] {
    var leaves: [(name: String, value: JSONValue)] = []
    for (key, value) in applicant.members {
      switch key {
      case "facts": leaves += value.members.map { ($0.0, $0.1) }
      case "claims": leaves += value.members.flatMap { $0.1.members.map { ($0.0, $0.1) } }
      case "grants": leaves.append((key, value))
      default: break
      }
    }
    return leaves
  }
}
