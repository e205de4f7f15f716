public import Determinations
import FEELSyntax
public import PolicyModel
public import Quantities

/// A case that is known to be possible, such as one beside the rules.
public struct KnownCase: Sendable {
  let policy: PolicyID
  let applicant: Applicant
  let date: CalendarDate

  /// An applicant under a policy on a day.
  public init(_ applicant: Applicant, under policy: PolicyID, on date: CalendarDate) {
    self.policy = policy
    self.applicant = applicant
    self.date = date
  }
}

/// The cases that are known, by what they are about.
struct KnownCases {
  /// The most cases of one policy that are tried.
  private static let most = 200
  /// The most texts of one fact that are kept.
  private static let mostTexts = 12

  private var byPolicy: [PolicyID: [KnownCase]] = [:]
  private var textsByFact: [String: [String]] = [:]

  init(_ cases: [KnownCase]) {
    for known in cases {
      if byPolicy[known.policy]?.count ?? 0 < Self.most {
        byPolicy[known.policy, default: []].append(known)
      }
      for fact in known.applicant.facts + known.applicant.claims.flatMap(\.facts) {
        for text in fact.value.texts { add(text, of: fact.name.text) }
      }
    }
  }

  private mutating func add(_ text: String, of fact: String) {
    let known = textsByFact[fact] ?? []
    guard known.count < Self.mostTexts, !known.contains(text) else { return }
    textsByFact[fact] = known + [text]
  }

  /// Those about a policy, wherever it is decided.
  func cases(about policy: PolicyID) -> [KnownCase] { byPolicy[policy] ?? [] }

  /// What a fact is in any of them, by its name or label.
  func texts(of names: [String]) -> [String] { names.flatMap { textsByFact[$0] ?? [] } }
}

extension SuppliedValue {
  /// The texts of a value, one for each time that it holds.
  fileprivate var texts: [String] {
    switch content {
    case .text(let text): [text]
    case .record(let entries):
      entries.compactMap { entry in
        if case .text(let text) = entry.value.content { text } else { nil }
      }
    case .none, .list: []
    }
  }
}

extension String {
  /// The texts that differ from it in one digit: a grade, a type or a check digit may stand in any.
  var withOneOtherDigit: [String] {
    let characters = Array(self)
    return characters.indices.filter { ("0"..."9").contains(characters[$0]) }.flatMap { place in
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 0].compactMap { digit in
        var other = characters
        other[place] = Character("\(digit)")
        return other == characters ? nil : String(other)
      }
    }
  }
}
