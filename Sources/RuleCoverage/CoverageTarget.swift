import Determinations
public import Diagnostics

/// Something in the rules that cases must go through, in one or several ways.
public struct CoverageTarget: Sendable {
  /// What it is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A criterion: met, unmet and unknown.
    case criterion = "criteria"
    /// A row of a decision table that matches.
    case row = "rows"
    /// An exception that holds, and does not.
    case exception = "exceptions"
    /// A condition of an `if`, both ways.
    case branch = "branches"
    /// A dated value that is read.
    case value = "values"
    /// A day on which one value follows another, read in the month before and in the month after.
    case boundary = "boundaries"
    /// An item that an overlay declares or changes.
    case overlay = "overlays"
    /// An amount that is worked out.
    case benefit = "benefits"
    /// A reason to refer or exempt that holds.
    case reason = "reasons"
    /// What ends or suspends a term.
    case event = "events"
  }

  /// One way in which it must be gone through.
  public struct Aspect: Sendable {
    /// What it is called; empty if there is only one way.
    public let name: Wording
    /// What a case would need.
    public let hint: Wording
    /// How many cases went through it.
    public internal(set) var hits = 0
    /// What must have happened.
    let need: Need
  }

  /// What must have happened in a case.
  enum Need: Sendable {
    case event(DecisionTrace.Event)
    /// A dated value was read on one of some days.
    case read(SourceRange, days: ClosedRange<Int>)
  }

  /// What it is.
  public let kind: Kind
  /// What it is called in the rules, with its part: `household share: low income`.
  public var name: String { part.isEmpty ? item : "\(item): \(part)" }
  /// What it is called in the rules, or what it is part of.
  public let item: String
  /// Which part of that it is, such as an exception; empty if it is the whole.
  public let part: String
  /// Where it stands.
  public let range: SourceRange
  /// The ways in which it must be gone through.
  public internal(set) var aspects: [Aspect]
}

extension CoverageTarget.Kind {
  /// The kind in words.
  public var wording: Wording {
    switch self {
    case .criterion: Wording(en: "criteria", zh: "条件")
    case .row: Wording(en: "rows", zh: "表格行")
    case .exception: Wording(en: "exceptions", zh: "例外")
    case .branch: Wording(en: "branches", zh: "分支")
    case .value: Wording(en: "values", zh: "取值")
    case .boundary: Wording(en: "date boundaries", zh: "日期边界")
    case .overlay: Wording(en: "overlay items", zh: "试点条目")
    case .benefit: Wording(en: "benefits", zh: "待遇")
    case .reason: Wording(en: "reasons", zh: "转人工与免缴")
    case .event: Wording(en: "ends and suspensions", zh: "终止与暂停")
    }
  }
}
