public import Quantities

/// A value of FEEL (DMN 1.5, 10.3.2), and beside them all: unknown.
///
/// What takes more than a word is out of line, so that values are cheap to hand on.
public enum Value: Sendable {
  /// `null`: there is none.
  case null
  /// A boolean.
  case boolean(Bool)
  /// A decimal number.
  indirect case number(Decimal128)
  /// A string; its positions count Unicode scalars.
  indirect case string(String)
  /// A date.
  indirect case date(CalendarDate)
  /// A time of day.
  indirect case time(TimeOfDay)
  /// A date and time.
  indirect case dateAndTime(DateAndTime)
  /// A days and time duration.
  indirect case daysAndTimeDuration(DaysAndTimeDuration)
  /// A years and months duration.
  indirect case yearsAndMonthsDuration(YearsAndMonthsDuration)
  /// A list.
  case list([Value])
  /// A context: names with values, in order.
  indirect case context(ContextValue)
  /// A range.
  indirect case range(RangeValue)
  /// A function.
  case function(FunctionValue)
  /// A value that is not known; never met where all facts are supplied.
  indirect case unknown(Unknown)

  /// The boolean inside, if it is one.
  public var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }

  /// The number inside, if it is one.
  public var number: Decimal128? { if case .number(let value) = self { value } else { nil } }

  /// The string inside, if it is one.
  public var string: String? { if case .string(let value) = self { value } else { nil } }

  /// The date inside, if it is one.
  public var date: CalendarDate? { if case .date(let value) = self { value } else { nil } }

  /// The list inside, if it is one.
  public var list: [Value]? { if case .list(let value) = self { value } else { nil } }

  /// The context inside, if it is one.
  public var context: ContextValue? { if case .context(let value) = self { value } else { nil } }

  /// What is not known about it, if it is unknown as a whole.
  public var unknown: Unknown? { if case .unknown(let value) = self { value } else { nil } }

  /// Whether it is null.
  public var isNull: Bool { if case .null = self { true } else { false } }

  /// Whether it is unknown as a whole; a list with an unknown element is not.
  public var isUnknown: Bool { if case .unknown = self { true } else { false } }

  /// What is not known about it or about anything inside it; nil if all is known.
  public var unknownInside: Unknown? {
    var walk = ValueWalk()
    walk.visit(self)
    return walk.unknown
  }
}

/// A context: entries in the order they were made.
public struct ContextValue: Sendable {
  /// The names, each once.
  public private(set) var keys: [String]
  /// The values, beside the names.
  public private(set) var values: [Value]

  /// An empty context.
  public init() {
    keys = []
    values = []
  }

  /// A context of entries; of two with one name the later counts, at the place of the first.
  public init(_ entries: some Sequence<(String, Value)>) {
    self.init()
    for (key, value) in entries { self[key] = value }
  }

  /// How many entries there are.
  public var count: Int { keys.count }

  /// The entries in order.
  public var entries: [(key: String, value: Value)] {
    zip(keys, values).map { (key: $0, value: $1) }
  }

  /// The value of a name; nil if there is no such entry.
  ///
  /// Setting nil removes it.
  public subscript(key: String) -> Value? {
    get { keys.firstIndex(of: key).map { values[$0] } }
    set {
      switch (keys.firstIndex(of: key), newValue) {
      case (let index?, let value?): values[index] = value
      case (let index?, nil):
        keys.remove(at: index)
        values.remove(at: index)
      case (nil, let value?):
        keys.append(key)
        values.append(value)
      case (nil, nil): break
      }
    }
  }
}

/// A range with its ends; a missing end is null.
public struct RangeValue: Sendable {
  /// How the range was written, which equality looks at (DMN TCK 0068, 0074).
  public enum Form: Sendable, Hashable {
    /// `[low..high]`
    case interval
    /// `(> end)`, `(>= end)`, `(< end)`, `(<= end)`
    case unary
    /// `(= end)`
    case equal
    /// `(!= end)`
    case notEqual
  }

  /// The lower end, or null.
  public let low: Value
  /// Whether the lower end belongs to it.
  public let includesLow: Bool
  /// The upper end, or null.
  public let high: Value
  /// Whether the upper end belongs to it.
  public let includesHigh: Bool
  /// How it was written.
  public let form: Form

  /// A range from its ends.
  public init(
    low: Value, includesLow: Bool, high: Value, includesHigh: Bool, form: Form = .interval
  ) {
    self.low = low
    self.includesLow = includesLow
    self.high = high
    self.includesHigh = includesHigh
    self.form = form
  }
}

/// What is not known about a value: which items it waits for, and what it could still be.
public struct Unknown: Sendable, Hashable {
  /// The items that are not supplied or not published, in the order they were met.
  public let causes: [Cause]
  /// All values that it can still have, if they are few and known; nil if it may be anything.
  public let alternatives: [Value]?
  /// What is known of it where it may be too many things to list them.
  public let extent: Extent?

  /// The most alternatives that are kept apart.
  public static let mostAlternatives = 16

  /// Something unknown because of the causes.
  public init(causes: [Cause], alternatives: [Value]? = nil, extent: Extent? = nil) {
    self.causes = causes
    self.extent = extent
    self.alternatives =
      alternatives.flatMap { $0.count <= Self.mostAlternatives ? $0 : nil }
  }

  /// An item of the environment that has no value, on the day it was asked for.
  public struct Cause: Sendable, Hashable {
    /// The environment's number of the item.
    public let item: Int
    /// The part that is missing: an entry of a record, or empty for the item as a whole.
    public let part: String
    /// Whether nobody can supply it, so that what waits for it waits in vain.
    public let isFinal: Bool

    /// A cause.
    public init(item: Int, part: String = "", isFinal: Bool = false) {
      self.item = item
      self.part = part
      self.isFinal = isFinal
    }
  }

  /// Whether it waits in vain: it will never be known.
  public var isFinal: Bool { !causes.isEmpty && causes.allSatisfy(\.isFinal) }

  /// What it is equal to whatever it is, though it may be written otherwise, as 1.0 and 1 are.
  public var agreed: Value? {
    if case .number(let span)? = extent, let only = span.only { return .number(only) }
    guard let alternatives, let first = alternatives.first,
      alternatives.allSatisfy({ Equality.compare(first, $0) == .decided(true) })
    else { return nil }
    return first
  }

  /// Whether nothing that is computed from it will ever be known.
  var absorbsAll: Bool { alternatives == nil && extent == nil && isFinal }

  /// The same, of which more is known.
  func with(_ extent: Extent?) -> Unknown {
    extent == nil ? self : Unknown(causes: causes, alternatives: alternatives, extent: extent)
  }

  /// The same causes, of a value that may be anything: what is made of an unknown value is not one
  /// of that value's alternatives.
  public var withoutAlternatives: Unknown { Unknown(causes: causes) }

  /// All causes of both, each once; alternatives are forgotten.
  public func union(_ other: Unknown) -> Unknown {
    var causes = causes
    for cause in other.causes where !causes.contains(cause) { causes.append(cause) }
    return Unknown(causes: causes)
  }

  /// The causes of something that needs both: where one waits in vain, what nobody can supply is all
  /// that keeps it from being known, and the rest is not worth waiting for.
  public func needed(with other: Unknown) -> Unknown {
    absorbsAll || other.absorbsAll ? union(other).onlyFinal : union(other)
  }

  /// The causes that nobody can supply.
  var onlyFinal: Unknown { Unknown(causes: causes.filter(\.isFinal)) }

  /// The union of what is unknown inside the values, or nil if all of them are known.
  public static func union(of values: some Sequence<Value>) -> Unknown? {
    var result: Unknown?
    for value in values {
      guard let unknown = value.unknownInside else { continue }
      result = result?.union(unknown) ?? unknown
    }
    return result
  }

  /// Equal if the causes are.
  public static func == (left: Unknown, right: Unknown) -> Bool { left.causes == right.causes }

  /// Hashes the causes.
  public func hash(into hasher: inout Hasher) { hasher.combine(causes) }
}
