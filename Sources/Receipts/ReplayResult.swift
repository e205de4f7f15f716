public import Diagnostics
public import PolicySyntax

/// What became of a case that was decided again.
public struct ReplayResult: Sendable {
  /// How the determination now stands to the one then.
  public enum Kind: String, Sendable, CaseIterable {
    /// The same bytes.
    case identical
    /// The same but for the rules' digests and places in their files.
    case same
    /// The same outcome and amounts, reached in another way.
    case otherReasons = "other reasons"
    /// Another outcome, amount or term.
    case changed
    /// It could not be decided.
    case undecidable
  }

  /// A rule file that is not what it was.
  public struct ChangedFile: Sendable, Hashable {
    /// What became of it.
    public enum Change: String, Sendable {
      /// It has other bytes.
      case changed
      /// It is used now and was not then.
      case added
      /// It was used then and is not now.
      case removed
    }

    /// The file.
    public let name: String
    /// What became of it.
    public let change: Change
  }

  /// The receipt's number.
  public let number: Int?
  /// The applicant's number, or the commitment to it.
  public let applicant: String
  /// The policy.
  public let policy: String
  /// What it is called; nil if no file says so.
  public let title: Label?
  /// How it stands to the determination then.
  public let kind: Kind
  /// What was decided then.
  public let before: ReplayedDecision
  /// What is decided now.
  public let after: ReplayedDecision
  /// The rule files that differ.
  public let files: [ChangedFile]
  /// The first step that differs; nil if none does.
  public let step: DifferingStep?
  /// Why it could not be decided.
  public let diagnostics: [Diagnostic]

  init(_ receipt: JSONValue, _ place: ReceiptPlace, _ titles: ReplayTitles, because why: Wording) {
    number = place.number
    applicant = receipt["applicant"]?["applicant"]?.text ?? ""
    policy = receipt["determination"]?["policy"]?.text ?? ""
    title = titles.policy(policy)
    kind = .undecidable
    before = ReplayedDecision(receipt["determination"] ?? .null)
    after = ReplayedDecision(.null)
    files = []
    step = nil
    diagnostics = [ReceiptMessages.undecidable(place, why)]
  }

  init(
    _ receipt: JSONValue, _ place: ReceiptPlace, _ titles: ReplayTitles, then: JSONValue,
    now: JSONValue,
    rules: (then: JSONValue, now: JSONValue), isAskedAlike: Bool
  ) {
    number = place.number
    applicant = receipt["applicant"]?["applicant"]?.text ?? ""
    policy = then["policy"]?.text ?? ""
    title = titles.policy(policy)
    before = ReplayedDecision(then)
    after = ReplayedDecision(now)
    diagnostics = []
    let isInForce = [then, now].allSatisfy { $0["outcome"]?.text != Self.noRule }
    files = isInForce ? Self.changedFiles(rules.then["files"], rules.now["files"]) : []
    if then.canonical == now.canonical {
      (kind, step) = (.identical, nil)
      return
    }
    let asked = isAskedAlike ? [] : ["date", "month", "known"]
    let before = then.withoutPlaces(asked)
    let after = now.withoutPlaces(asked)
    if before == after {
      (kind, step) = (.same, nil)
      return
    }
    let isSame =
      Self.decided.allSatisfy { before[$0] == after[$0] }
      && Self.amounts(before) == Self.amounts(after)
    kind = isSame ? .otherReasons : .changed
    step = isInForce ? DifferingStep(from: before, to: after, pilots: titles.pilots) : nil
  }

  /// What was decided then: the outcome, and what is paid.
  public var then: String { before.text }
  /// What is decided now.
  public var now: String { after.text }

  private static let noRule = "no rule in force"

  /// The members that say what was decided.
  private static let decided = ["outcome", "notBefore", "term", "pilot", "total"]

  private static func amounts(_ determination: JSONValue) -> [JSONValue] {
    (determination["benefits"]?.elements ?? []).map {
      .array([$0["name"] ?? .null, $0["amount"] ?? .null])
    }
  }

  private static func changedFiles(_ then: JSONValue?, _ now: JSONValue?) -> [ChangedFile] {
    let then = then ?? .null
    let now = now ?? .null
    let names = Set(then.members.map(\.0)).union(now.members.map(\.0)).sorted()
    return names.compactMap { name in
      switch (then[name], now[name]) {
      case (nil, .some): ChangedFile(name: name, change: .added)
      case (.some, nil): ChangedFile(name: name, change: .removed)
      case (let then, let now): then == now ? nil : ChangedFile(name: name, change: .changed)
      }
    }
  }
}

extension JSONValue {
  /// The value without digests of rules and without places in their files, which move when a line
  /// is added; and without other members of the determination itself.
  fileprivate func withoutPlaces(_ others: [String]) -> JSONValue {
    guard case .object(let members) = self else { return withoutPlaces }
    return JSONValue.object(members.filter { !others.contains($0.0) }).withoutPlaces
  }

  private var withoutPlaces: JSONValue {
    switch self {
    case .array(let elements): .array(elements.map(\.withoutPlaces))
    case .object(let members):
      .object(
        members.filter { !["at", "valueAt", "rules"].contains($0.0) }
          .map { ($0.0, $0.1.withoutPlaces) }
          .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) })
    default: self
    }
  }
}

/// What a determination comes to, as it stands in a receipt.
public struct ReplayedDecision: Sendable, Hashable {
  /// The outcome; empty if there is none.
  public let outcome: String
  /// What is paid or owed: amounts with their units.
  public let amounts: [Amount]

  /// An amount as it is written.
  public struct Amount: Sendable, Hashable {
    /// The digits.
    public let digits: String
    /// The unit.
    public let unit: String
  }

  init(_ determination: JSONValue) {
    let parts = determination["total"]?.elements ?? determination["benefits"]?.elements ?? []
    amounts = parts.compactMap { benefit in
      guard let digits = benefit["amount"]?.text, let unit = benefit["unit"]?.text else {
        return nil
      }
      return Amount(digits: digits, unit: unit)
    }
    outcome = determination["outcome"]?.text ?? (determination == .null ? "" : "?")
  }

  /// The outcome with what is paid, such as `eligible 1392.63 CNY/month`.
  var text: String {
    ([outcome] + amounts.map { "\($0.digits) \($0.unit)" }).joined(separator: " ")
  }
}
