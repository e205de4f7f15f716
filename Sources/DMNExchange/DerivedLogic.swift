import PolicyWriting

/// How an entry is derived, as far as DMN can say it.
indirect enum DerivedLogic {
  /// An expression.
  case literal(String)
  /// A table; its rules may hold on some days only.
  case table(DrawnTable)
  /// Exceptions, the first that holds, before the general rule.
  case exceptions([Branch], otherwise: DerivedLogic?)
  /// Dated values.
  case values(DatedValues)
  /// The day from which on something holds.
  case metFrom(String)

  /// A table with what stands beside it.
  struct DrawnTable {
    let table: RuleTable
    let defaultValue: String?
    let order: [String]
  }

  /// An exception.
  struct Branch {
    let name: String
    /// Its place in the rule file.
    let position: Int
    let tree: RuleTree
    /// What the rule file says of it by itself; nil if a lower layer says all.
    let own: RuleTree?

    var condition: String { tree["when"]?.string ?? "false" }
    var value: String { tree["is"]?.string ?? "null" }
  }

  /// The logic of an entry as it stands; nil if it can only be supplied.
  init?(of entry: EffectiveEntry) {
    let tree = entry.tree
    func literal(_ key: String) -> DerivedLogic? { tree[key]?.string.map { .literal($0) } }
    let found: DerivedLogic?
    switch entry.role {
    case .fact: found = nil
    case .parameter: found = DatedValues(of: entry).map { .values($0) }
    case .decision: found = Self.decision(entry)
    case .function: found = Self.base(tree)
    case .criterion:
      if tree["waived"]?.string == "true" {
        found = .literal("true")
      } else {
        found = literal("require") ?? tree["met from"]?.string.map { .metFrom($0) }
      }
    case .refer, .exempt, .end, .suspension: found = literal("when")
    case .benefit, .charge: found = literal("amount")
    case .termPart: found = literal("is")
    }
    guard let found else { return nil }
    self = found
  }

  private static func base(_ tree: RuleTree) -> DerivedLogic? {
    if case .table(let table)? = tree["table"] {
      return .table(
        DrawnTable(
          table: table, defaultValue: tree["default"]?.string,
          order: tree["order"]?.items?.compactMap(\.string) ?? []))
    }
    return tree["is"]?.string.map { .literal($0) }
  }

  private static func decision(_ entry: EffectiveEntry) -> DerivedLogic? {
    let general = base(entry.tree)
    let exceptions = entry.tree["except"]?.entries ?? []
    guard !exceptions.isEmpty else { return general }
    let branches = exceptions.enumerated().map { position, exception in
      Branch(
        name: exception.key, position: position, tree: exception.value,
        own: entry.own?["except"]?[exception.key])
    }
    return .exceptions(inOrder(branches), otherwise: general)
  }

  /// Exceptions with those in front that go before others.
  private static func inOrder(_ branches: [Branch]) -> [Branch] {
    var rest = branches
    var result: [Branch] = []
    while !rest.isEmpty {
      let outdone = Set(
        rest.flatMap { $0.tree["over"]?.items?.compactMap(\.string) ?? [] })
      let next = rest.firstIndex { !outdone.contains($0.name) } ?? 0
      result.append(rest.remove(at: next))
    }
    return result
  }
}

/// A text of the logic, to be searched for names.
struct LogicText {
  let text: String
  let isTests: Bool
}

extension DerivedLogic {
  /// The texts that name what the logic requires.
  var texts: [LogicText] {
    switch self {
    case .literal(let text): return [LogicText(text: text, isTests: false)]
    case .metFrom(let text):
      return [
        LogicText(text: text, isTests: false),
        LogicText(text: EngineModel.determinationDate, isTests: false),
      ]
    case .table(let drawn):
      let table = drawn.table
      var texts = (table.inputs + drawn.order + [drawn.defaultValue].compactMap(\.self)).map {
        LogicText(text: $0, isTests: false)
      }
      for row in table.rows {
        texts += row.inputs.map { LogicText(text: $0, isTests: true) }
        texts += row.outputs.map { LogicText(text: $0, isTests: false) }
      }
      if drawn.isDated {
        texts.append(LogicText(text: EngineModel.determinationDate, isTests: false))
      }
      return texts
    case .exceptions(let branches, let otherwise):
      return branches.flatMap { branch in
        [
          LogicText(text: branch.datedCondition, isTests: false),
          LogicText(text: branch.value, isTests: false),
        ]
      } + (otherwise?.texts ?? [])
    case .values(let values):
      return [LogicText(text: EngineModel.determinationDate, isTests: false)]
        + values.rows.map { LogicText(text: $0.value, isTests: false) }
        + (values.defaultValue.map { [LogicText(text: $0, isTests: false)] } ?? [])
    }
  }
}

extension DerivedLogic.DrawnTable {
  /// Whether a rule holds on some days only.
  var isDated: Bool { table.rows.contains { DayRange(of: $0, in: table) != nil } }
}

extension DerivedLogic.Branch {
  /// The condition together with the days on which the exception is in force.
  var datedCondition: String {
    guard let days = DayRange(of: tree) else { return condition }
    return days.condition + " and (" + condition + ")"
  }
}
