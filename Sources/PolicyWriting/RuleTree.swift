/// A rule file as keys with texts, in the order in which it is written.
///
/// It says what a file says and nothing about how it is laid out, so that it can be made of a
/// document as well as of something that never was one, and written in either case.
public indirect enum RuleTree: Sendable, Hashable {
  /// A text that is kept as it stands.
  case text(String)
  /// An expression or unary tests.
  case expression(String)
  /// A decision table.
  case table(RuleTable)
  /// A list.
  case list([RuleTree])
  /// Keys with their values.
  case entries([Entry])

  /// A key with its value.
  public struct Entry: Sendable, Hashable {
    /// The key.
    public var key: String
    /// Whether the author has chosen the key, as the name of a fact; others are the format's own.
    public var isName: Bool
    /// The value.
    public var value: RuleTree

    /// A key of the format with its value.
    public init(_ key: String, _ value: RuleTree) {
      self.key = key
      self.value = value
      isName = false
    }

    /// A name that the author has chosen, with what is declared of it.
    public init(name: String, _ value: RuleTree) {
      key = name
      self.value = value
      isName = true
    }
  }
}

/// A decision table cell by cell.
public struct RuleTable: Sendable, Hashable {
  /// A rule.
  public struct Row: Sendable, Hashable {
    /// The tests, one for each input.
    public var inputs: [String]
    /// The expressions, one for each output.
    public var outputs: [String]
    /// The annotations; an empty one says nothing.
    public var annotations: [String]

    /// A rule from its cells.
    public init(inputs: [String], outputs: [String], annotations: [String] = []) {
      self.inputs = inputs
      self.outputs = outputs
      self.annotations = annotations
    }
  }

  /// The corner, such as `U` or `C+`.
  public var hitPolicy: String
  /// Input expressions.
  public var inputs: [String]
  /// Names of outputs.
  public var outputs: [String]
  /// Names of annotations.
  public var annotations: [String]
  /// The rules in order; they are numbered when the table is drawn.
  public var rows: [Row]

  /// A table from its parts.
  public init(
    hitPolicy: String, inputs: [String], outputs: [String], annotations: [String] = [],
    rows: [Row]
  ) {
    self.hitPolicy = hitPolicy
    self.inputs = inputs
    self.outputs = outputs
    self.annotations = annotations
    self.rows = rows
  }
}

extension RuleTree {
  /// The value of a key; nil if there is none, or no keys at all.
  public subscript(_ key: String) -> RuleTree? {
    entries?.first { $0.key == key }?.value
  }

  /// The keys with their values; nil if this is something else.
  public var entries: [Entry]? {
    if case .entries(let entries) = self { entries } else { nil }
  }

  /// The items of a list; nil if this is something else.
  public var items: [RuleTree]? {
    if case .list(let items) = self { items } else { nil }
  }

  /// The text of a text or an expression; nil if this is something else.
  public var string: String? {
    switch self {
    case .text(let text), .expression(let text): text
    default: nil
    }
  }

  /// The tree without some of its outermost keys.
  public func without(_ keys: Set<String>) -> RuleTree {
    guard let entries else { return self }
    return .entries(entries.filter { !keys.contains($0.key) })
  }

  /// The tree with its outermost keys in a canonical order, others behind as they stand.
  public func ordered(by order: [String]) -> RuleTree {
    guard let entries else { return self }
    let ranks = entries.enumerated().map { index, entry in
      (rank: order.firstIndex(of: entry.key) ?? order.count, index: index)
    }
    let sorted = ranks.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }
    return .entries(sorted.map { entries[$0.index] })
  }
}
