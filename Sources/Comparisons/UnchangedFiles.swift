import Diagnostics
import PolicyModel
import PolicySyntax

/// Tells policies that are made of the same bytes on both sides, which need not be compared.
struct UnchangedFiles {
  private let hasSameSources: Bool

  init(_ from: Rulebook, _ to: Rulebook) {
    hasSameSources = from.allSources.map(Self.text) == to.allSources.map(Self.text)
  }

  /// Whether two sides have the same rules in the same light.
  func make(_ from: RuleSide, _ to: RuleSide) -> Bool {
    guard hasSameSources, from.view == to.view, from.pilot == to.pilot,
      Self.text(from) == Self.text(to)
    else { return false }
    let before = from.layers
    let after = to.layers
    return before.count == after.count
      && zip(before, after).allSatisfy { $0.document.file.bytes == $1.document.file.bytes }
  }

  private static func text(_ source: Source) -> [String] {
    [
      source.id, source.title, source.number ?? "", source.url ?? "", source.text ?? "",
      source.evidence.rawValue,
    ]
  }

  /// What a side's pilot and those above it say of themselves.
  private static func text(_ side: RuleSide) -> [String] {
    guard let pilot = side.pilot.flatMap({ side.rulebook.pilot($0) }) else { return [] }
    return ([pilot] + pilot.parents.compactMap { side.rulebook.pilot($0) }).flatMap { pilot in
      [
        pilot.id.name, pilot.region, pilot.title?.zh ?? "", pilot.title?.en ?? "",
        pilot.notice?.zh ?? "", pilot.notice?.en ?? "",
      ]
    }
  }
}

extension RuleSide {
  fileprivate var layers: [(document: PolicyDocument, pilot: PilotID?)] {
    rulebook.layers(of: policy, pilot: pilot, on: view.date, known: view.known)
  }
}
