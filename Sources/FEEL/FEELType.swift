/// A type of FEEL (DMN 1.5, 10.3.2.9), with units of numbers and with what may be null.
public indirect enum FEELType: Sendable, Hashable {
  /// Anything; nothing is known before evaluation.
  case any
  /// The type of `null` alone.
  case null
  /// `number`, counted in a unit.
  case number(Unit)
  /// `string`
  case string
  /// `boolean`
  case boolean
  /// `date`
  case date
  /// `time`
  case time
  /// `date and time`
  case dateAndTime
  /// `days and time duration`
  case daysAndTimeDuration
  /// `years and months duration`
  case yearsAndMonthsDuration
  /// `list<T>`
  case list(FEELType)
  /// `range<T>`
  case range(FEELType)
  /// `context<…>`, entries in declared order.
  case context([Field])
  /// `function<…> -> R`
  case function([FEELType], FEELType)
  /// A value of the type, or null, which must be tested before use in rule files.
  case optional(FEELType)

  /// An entry of a context type.
  public struct Field: Sendable, Hashable {
    /// The entry's name.
    public let name: String
    /// The type of its value.
    public let type: FEELType

    /// An entry.
    public init(_ name: String, _ type: FEELType) {
      self.name = name
      self.type = type
    }
  }

  /// A number without a unit.
  public static let number = FEELType.number(.none)

  /// The built-in type of a name as DMN writes it, in either of its spellings; nil for others.
  public init?(builtIn name: String) {
    switch name {
    case "Any", "any": self = .any
    case "null", "Null": self = .null
    case "number": self = .number
    case "string": self = .string
    case "boolean": self = .boolean
    case "date": self = .date
    case "time": self = .time
    case "date and time", "dateTime": self = .dateAndTime
    case "days and time duration", "dayTimeDuration": self = .daysAndTimeDuration
    case "years and months duration", "yearMonthDuration": self = .yearsAndMonthsDuration
    case "list": self = .list(.any)
    case "context": self = .context([])
    case "function": self = .function([], .any)
    case "range": self = .range(.any)
    default: return nil
    }
  }

  /// The type without null.
  public var nonNull: FEELType {
    if case .optional(let type) = self { type.nonNull } else { self }
  }

  /// The type with null.
  public var nullable: FEELType {
    switch self {
    case .optional, .any, .null: self
    default: .optional(self)
    }
  }

  /// Whether null is one of its values.
  public var admitsNull: Bool {
    switch self {
    case .optional, .any, .null: true
    default: false
    }
  }

  /// Whether it is a number of any unit.
  public var isNumber: Bool {
    if case .number = self { true } else { false }
  }

  /// The type of an entry, or nil if it is no context or has no such entry.
  public func field(_ name: String) -> FEELType? {
    guard case .context(let fields) = self else { return nil }
    return fields.first { $0.name == name }?.type
  }

  /// Whether every value of this type is one of the other (DMN 1.5, 10.3.2.9.1, and units).
  public func conforms(to other: FEELType) -> Bool {
    switch (self, other) {
    case (_, .any), (.any, _): true
    case (.null, .null), (.null, .optional): true
    case (.optional(let inner), .optional(let target)): inner.conforms(to: target)
    case (_, .optional(let target)): conforms(to: target)
    case (.number(let unit), .number(let target)):
      unit == target || unit == .adaptable || target == .adaptable
    case (.list(let element), .list(let target)): element.conforms(to: target)
    case (.range(let element), .range(let target)): element.conforms(to: target)
    case (.context(let fields), .context(let targets)):
      targets.allSatisfy { target in
        fields.contains { $0.name == target.name && $0.type.conforms(to: target.type) }
      }
    case (.function(let parameters, let result), .function(let targets, let targetResult)):
      parameters.count == targets.count && result.conforms(to: targetResult)
        && zip(targets, parameters).allSatisfy { $0.conforms(to: $1) }
    default: self == other
    }
  }

  /// The narrowest type that holds both, or nil if they have nothing in common.
  public func joined(with other: FEELType) -> FEELType? {
    switch (self, other) {
    case (.any, _), (_, .any): return .any
    case (.null, _): return other.nullable
    case (_, .null): return nullable
    case (.optional(let left), _): return left.joined(with: other.nonNull)?.nullable
    case (_, .optional(let right)): return joined(with: right)?.nullable
    case (.number(let left), .number(let right)):
      return left.combined(with: right).map(FEELType.number)
    case (.list(let left), .list(let right)): return left.joined(with: right).map(FEELType.list)
    case (.range(let left), .range(let right)): return left.joined(with: right).map(FEELType.range)
    case (.context(let left), .context(let right)):
      guard left.count == right.count else { return nil }
      var fields: [Field] = []
      for field in left {
        guard let match = other.field(field.name), let type = field.type.joined(with: match)
        else { return nil }
        fields.append(Field(field.name, type))
      }
      return .context(fields)
    default: return self == other ? self : nil
    }
  }
}

extension FEELType: CustomStringConvertible {
  /// The type as FEEL writes it, with the unit in place of `number` where there is one.
  public var description: String {
    switch self {
    case .any: "Any"
    case .null: "null"
    case .number(let unit): unit.description
    case .string: "string"
    case .boolean: "boolean"
    case .date: "date"
    case .time: "time"
    case .dateAndTime: "date and time"
    case .daysAndTimeDuration: "days and time duration"
    case .yearsAndMonthsDuration: "years and months duration"
    case .list(let element): "list<\(element)>"
    case .range(let element): "range<\(element)>"
    case .context(let fields):
      fields.isEmpty
        ? "context"
        : "context<" + fields.map { "\($0.name): \($0.type)" }.joined(separator: ", ") + ">"
    case .function(let parameters, let result):
      "function<" + parameters.map(\.description).joined(separator: ", ") + "> -> \(result)"
    case .optional(let type): "\(type) or null"
    }
  }
}
