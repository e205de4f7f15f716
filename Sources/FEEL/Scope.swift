public import FEELSyntax

/// What a name outside the expression stands for.
public struct ItemSymbol: Sendable, Hashable {
  /// The environment's number of the item.
  public let item: Int
  /// The type of its value.
  public let type: FEELType
  /// The only texts it can be, if they are declared.
  public let choices: [String]?
  /// Whether it may have another value on another day, so that `at(…)` says something.
  public let variesInTime: Bool
  /// What people call it, which messages understand and expressions do not.
  public let labels: [String]
  /// The choices by what people call them.
  public let labelledChoices: [String: String]

  /// A name for an item.
  public init(
    item: Int, type: FEELType, choices: [String]? = nil, variesInTime: Bool = false,
    labels: [String] = [], labelledChoices: [String: String] = [:]
  ) {
    self.item = item
    self.type = type
    self.choices = choices
    self.variesInTime = variesInTime
    self.labels = labels
    self.labelledChoices = labelledChoices
  }
}

/// The names and types that an expression may use, from outside it.
public struct Scope: Sendable {
  /// Items by name.
  public var items: [String: ItemSymbol]
  /// Declared types by name.
  public var types: [String: FEELType]
  /// Local variables that stand before those of the expression, outermost first.
  public var locals: [Local]
  /// Names that would be in scope but for a reason; the reason is told.
  public var outOfReach: [String: OutOfReach] = [:]

  /// A variable with its type.
  public struct Local: Sendable {
    /// The name.
    public let name: String
    /// The type of its value.
    public let type: FEELType
    /// The only texts it can be, if they are declared.
    public let choices: [String]?

    /// A variable.
    public init(_ name: String, _ type: FEELType, choices: [String]? = nil) {
      self.name = name
      self.type = type
      self.choices = choices
    }
  }

  /// Why a name that exists cannot be used.
  public enum OutOfReach: Sendable, Hashable {
    /// It belongs to a vocabulary that is not listed under `uses`.
    case notUsed(vocabulary: String)
  }

  /// A scope.
  public init(
    items: [String: ItemSymbol] = [:], types: [String: FEELType] = [:], locals: [Local] = []
  ) {
    self.items = items
    self.types = types
    self.locals = locals
  }

  /// The scope with further local variables, for bodies of functions and cells of tables.
  public func adding(locals more: [Local]) -> Scope {
    var copy = self
    copy.locals.append(contentsOf: more)
    return copy
  }

  /// All names that may stand behind a point.
  public var memberNames: Set<String> {
    var members: Set<String> = []
    for symbol in items.values { symbol.type.collectMembers(&members) }
    for type in types.values { type.collectMembers(&members) }
    for local in locals { local.type.collectMembers(&members) }
    return members.union(Properties.names)
  }

  /// The names for the parser, members of all known records among them.
  public var names: NamesInScope {
    Self.builtInNames.adding(
      Array(items.keys) + locals.map(\.name) + Array(types.keys), members: memberNames)
  }

  /// The names of the library, made once: they are many, and every scope has them.
  private static let builtInNames = NamesInScope(BuiltIn.all.map(\.name))
}

extension FEELType {
  /// Adds the names of all entries of the type and of those inside it.
  func collectMembers(_ members: inout Set<String>) {
    switch self {
    case .list(let element), .range(let element), .optional(let element):
      element.collectMembers(&members)
    case .context(let fields):
      for field in fields {
        members.insert(field.name)
        field.type.collectMembers(&members)
      }
    case .function(let parameters, let result):
      for parameter in parameters { parameter.collectMembers(&members) }
      result.collectMembers(&members)
    default: break
    }
  }
}
