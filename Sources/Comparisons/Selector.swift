public import Diagnostics
internal import FEELSyntax
public import PolicyModel
public import Quantities

/// Which rules are meant, in what light: `pilot=…,date=…,known=…,revision=…,rules=DIR`, any of them,
/// in any order.
///
/// What a selector leaves open is left to whoever asks: the pilot, today, the rules of the working
/// folder. A comma divides, so no value holds one.
public struct Selector: Sendable, Hashable {
  /// The pilot whose rules apply.
  public var pilot: PilotID?
  /// The day decided.
  public var date: CalendarDate?
  /// The day by which all had become known.
  public var known: CalendarDate?
  /// A revision of the rules, as Git names them: `HEAD~5`, a tag, a hash.
  public var revision: String?
  /// The folder that holds `rules/` and `pilots/`.
  public var rules: String?

  /// The keys, in the order in which a selector is written.
  public enum Key: String, Sendable, CaseIterable {
    /// See `Selector.pilot`.
    case pilot
    /// See `Selector.date`.
    case date
    /// See `Selector.known`.
    case known
    /// See `Selector.revision`.
    case revision
    /// See `Selector.rules`.
    case rules
  }

  /// A selector that leaves everything open.
  public init() {}

  /// Reads a selector as it is written as an argument.
  public init(reading text: String) throws(SelectorMistake) {
    var seen: Set<Key> = []
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    if text.isEmpty { return }
    for part in parts {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = Self.trimmed(sides[0])
      guard sides.count == 2 else { throw .noValue(name) }
      guard let key = Key(rawValue: name) else { throw .unknownKey(name) }
      guard seen.insert(key).inserted else { throw .doubled(key) }
      let value = Self.trimmed(sides[1])
      guard !value.isEmpty else { throw .noValue(name) }
      try set(key, value)
    }
  }

  private mutating func set(_ key: Key, _ value: String) throws(SelectorMistake) {
    switch key {
    case .pilot: pilot = PilotID(value)
    case .date: date = try Self.day(key, value)
    case .known: known = try Self.day(key, value)
    case .revision:
      // Git would take it for an option.
      guard !value.hasPrefix("-") else { throw .noRevision(value) }
      revision = value
    case .rules: rules = value
    }
  }

  private static func day(
    _ key: Key, _ value: String
  ) throws(SelectorMistake) -> CalendarDate {
    guard let day = CalendarDate(value) else { throw .noDay(key, value) }
    return day
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop { $0 == " " }
    return String(start.prefix(start.count - start.reversed().prefix { $0 == " " }.count))
  }

  /// The selector as it is written; empty if it leaves everything open.
  public var text: String {
    let parts: [(Key, String?)] = [
      (.pilot, pilot?.name), (.date, date.map { "\($0)" }), (.known, known.map { "\($0)" }),
      (.revision, revision), (.rules, rules),
    ]
    return parts.compactMap { key, value in value.map { "\(key.rawValue)=\($0)" } }
      .joined(separator: ",")
  }

  /// The days it names, or others where it names none.
  public func view(orElse view: RuleView) -> RuleView {
    RuleView(date: date ?? view.date, known: known ?? view.known)
  }
}

/// Why a text is no selector.
public struct SelectorMistake: Error, Sendable, Hashable {
  /// What was read and what was expected.
  public let message: Wording
  /// How it is written.
  public let help: Wording?
}

extension SelectorMistake {
  private static let keys = Selector.Key.allCases.map { "`\($0.rawValue)=`" }
    .joined(separator: ", ")

  static func unknownKey(_ name: String) -> SelectorMistake {
    let nearest = nearest(to: name, among: Selector.Key.allCases.map(\.rawValue))
    return SelectorMistake(
      message: Wording(
        en: "a selector has no key `\(name)`", zh: "选择器没有 `\(name)` 这一项"),
      help: nearest.map {
        Wording(en: "did you mean `\($0)=`?", zh: "是否指 `\($0)=`？")
      } ?? Wording(en: "the keys are \(keys)", zh: "可用的项：\(keys)"))
  }

  static func noValue(_ name: String) -> SelectorMistake {
    let key =
      Selector.Key(rawValue: name)?.rawValue
      ?? nearest(to: name, among: Selector.Key.allCases.map(\.rawValue))
    return SelectorMistake(
      message: Wording(
        en: "`\(name)` stands in a selector without a value", zh: "选择器中的 `\(name)` 没有取值"),
      help: key.map {
        Wording(en: "write `\($0)=…`", zh: "请写 `\($0)=…`")
      }
        ?? Wording(
          en: "a selector is written as `pilot=…,date=…`; the keys are \(keys)",
          zh: "选择器的写法为 `pilot=…,date=…`；可用的项：\(keys)"))
  }

  static func doubled(_ key: Selector.Key) -> SelectorMistake {
    SelectorMistake(
      message: Wording(
        en: "`\(key.rawValue)=` stands twice in one selector",
        zh: "同一个选择器中有两个 `\(key.rawValue)=`"),
      help: Wording(en: "leave one out", zh: "请去掉一个"))
  }

  static func noDay(_ key: Selector.Key, _ value: String) -> SelectorMistake {
    let meant = DayHelp(day: value)
    return SelectorMistake(
      message: Wording(
        en: "`\(key.rawValue)=\(value)` is no day",
        zh: "`\(key.rawValue)=\(value)` 不是日期"),
      help: meant.replacement.map {
        Wording(en: "write `\(key.rawValue)=\($0)`", zh: "请写 `\(key.rawValue)=\($0)`")
      } ?? meant.wording)
  }

  static func noRevision(_ value: String) -> SelectorMistake {
    SelectorMistake(
      message: Wording(en: "`\(value)` is no revision", zh: "`\(value)` 不是版本"),
      help: Wording(
        en: "name a commit, a branch or a tag, as in `revision=HEAD~5`",
        zh: "请写明提交、分支或标签，如 `revision=HEAD~5`"))
  }
}
