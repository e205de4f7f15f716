public import Diagnostics

/// A FEEL expression as it was written, nothing resolved (DMN 1.5, 10.3.1.2).
public struct Expression: Sendable {
  /// What kind of expression it is, with its parts.
  public let kind: Kind
  /// Where it stands.
  public let range: SourceRange

  /// An expression of a kind at a place.
  public init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  /// The kinds of expressions of the grammar.
  public indirect enum Kind: Sendable, Hashable {
    /// `null`
    case null
    /// `true`, `false`
    case boolean(Bool)
    /// A numeric literal with its digits as written, such as `.5`, `1.20`, `1.23e4`; never signed.
    case number(String)
    /// A string literal, its escapes resolved.
    case string(String)
    /// An at literal `@"…"`, the text between the quotation marks.
    case atLiteral(String)
    /// A name, matched as the longest of those in scope.
    case name(String)
    /// `left.name`
    case path(Expression, Name)
    /// `-operand`
    case negation(Expression)
    /// `left + right` and the other arithmetic operators.
    case arithmetic(ArithmeticOperator, Expression, Expression)
    /// `left < right` and the other comparisons.
    case comparison(ComparisonOperator, Expression, Expression)
    /// `value between low and high`
    case between(Expression, low: Expression, high: Expression)
    /// `value in test` or `value in (test, test)`
    case membership(Expression, [UnaryTest])
    /// `value instance of type`
    case instanceOf(Expression, TypeReference)
    /// `left and right`
    case conjunction(Expression, Expression)
    /// `left or right`
    case disjunction(Expression, Expression)
    /// `if condition then consequence else alternative`
    case conditional(Expression, then: Expression, else: Expression)
    /// `for name in domain, … return result`
    case iteration([Iterator], result: Expression)
    /// `some name in domain, … satisfies condition`, and `every`
    case quantified(Quantifier, [Iterator], satisfies: Expression)
    /// `list[condition or position]`
    case filter(Expression, Expression)
    /// `function(arguments)`
    case invocation(Expression, Arguments)
    /// `function(parameters) body`
    case function([FunctionParameter], FunctionBody)
    /// `[item, item]`
    case list([Expression])
    /// `{key: value, key: value}`
    case context([ContextEntry])
    /// `[low..high]` with any brackets.
    case interval(Interval)
    /// `(> 5)`, a range open on one side; also `(= 5)` and `(!= 5)`.
    case unaryInterval(ComparisonOperator, Expression)
    /// `name at(day)`: the value that a name had on another day. Not part of DMN; in rule files only.
    case at(Expression, day: Expression)
  }
}

extension Expression: Hashable {
  /// Expressions are equal if they say the same, wherever they stand.
  public static func == (left: Expression, right: Expression) -> Bool { left.kind == right.kind }

  /// Hashes what is said, not where.
  public func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}

/// A name and where it stands; runs of white space inside are one space.
public struct Name: Sendable {
  /// The name.
  public let text: String
  /// Where it stands.
  public let range: SourceRange

  /// A name at a place.
  public init(_ text: String, at range: SourceRange) {
    self.text = text
    self.range = range
  }
}

extension Name: Hashable {
  /// Names are equal if their texts are.
  public static func == (left: Name, right: Name) -> Bool { left.text == right.text }

  /// Hashes the text alone.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// The arithmetic operators (DMN 1.5, 10.3.1.2, grammar rule 4).
public enum ArithmeticOperator: String, Sendable, Hashable, CaseIterable {
  /// Addition, and joining of strings.
  case add = "+"
  /// Subtraction.
  case subtract = "-"
  /// Multiplication.
  case multiply = "*"
  /// Division.
  case divide = "/"
  /// Exponentiation.
  case power = "**"
}

/// The comparison operators.
public enum ComparisonOperator: String, Sendable, Hashable, CaseIterable {
  /// Equal.
  case equal = "="
  /// Not equal.
  case notEqual = "!="
  /// Less than.
  case less = "<"
  /// Less than or equal.
  case lessOrEqual = "<="
  /// Greater than.
  case greater = ">"
  /// Greater than or equal.
  case greaterOrEqual = ">="
}

/// Which quantified expression is meant.
public enum Quantifier: String, Sendable, Hashable, CaseIterable {
  /// True if one element satisfies the condition.
  case some
  /// True if all elements do.
  case every
}

/// A variable of `for`, `some` or `every` with what it runs over.
public struct Iterator: Sendable, Hashable {
  /// The variable.
  public let name: Name
  /// What it runs over.
  public let domain: Domain

  /// A list, or two ends that are counted through.
  public enum Domain: Sendable, Hashable {
    /// `in list`
    case list(Expression)
    /// `in low..high`, up or down.
    case interval(Expression, Expression)
  }

  /// A variable that runs over a domain.
  public init(_ name: Name, in domain: Domain) {
    self.name = name
    self.domain = domain
  }
}

/// The arguments of a function invocation.
public enum Arguments: Sendable, Hashable {
  /// `(a, b)`
  case positional([Expression])
  /// `(name: a, name: b)`
  case named([NamedArgument])
}

/// An argument given by the name of its parameter.
public struct NamedArgument: Sendable, Hashable {
  /// The parameter.
  public let name: Name
  /// What is passed.
  public let value: Expression

  /// An argument for a parameter.
  public init(_ name: Name, _ value: Expression) {
    self.name = name
    self.value = value
  }
}

/// A formal parameter of a function, with its type if one is given.
public struct FunctionParameter: Sendable, Hashable {
  /// The parameter's name.
  public let name: Name
  /// The declared type.
  public let type: TypeReference?

  /// A parameter.
  public init(_ name: Name, type: TypeReference? = nil) {
    self.name = name
    self.type = type
  }
}

/// What a function does.
public enum FunctionBody: Sendable, Hashable {
  /// An expression over its parameters.
  case expression(Expression)
  /// `external {…}`: a description of code elsewhere.
  case external(Expression)
}

/// An entry of a context literal.
public struct ContextEntry: Sendable, Hashable {
  /// The key, a name or the text of a string literal.
  public let key: Name
  /// The value; it sees the entries before it.
  public let value: Expression

  /// An entry.
  public init(_ key: Name, _ value: Expression) {
    self.key = key
    self.value = value
  }
}

/// A range literal.
///
/// An end that is `null` is unbounded.
public struct Interval: Sendable, Hashable {
  /// The lower end.
  public let low: Expression
  /// Whether the lower end belongs to it: `[` as against `(` or `]`.
  public let includesLow: Bool
  /// The upper end.
  public let high: Expression
  /// Whether the upper end belongs to it: `]` as against `)` or `[`.
  public let includesHigh: Bool

  /// A range from its ends.
  public init(low: Expression, includesLow: Bool, high: Expression, includesHigh: Bool) {
    self.low = low
    self.includesLow = includesLow
    self.high = high
    self.includesHigh = includesHigh
  }
}

/// One test against an implied value (DMN 1.5, grammar rule 7).
public enum UnaryTest: Sendable, Hashable {
  /// `< end`, `= end` and so on.
  case comparison(ComparisonOperator, Expression)
  /// A range, a value, a list of values, or a condition over `?`.
  case expression(Expression)

  /// The expression inside.
  public var expression: Expression {
    switch self {
    case .comparison(_, let end): end
    case .expression(let expression): expression
    }
  }
}

/// A cell of a decision table's input (DMN 1.5, grammar rules 8 to 10).
public enum UnaryTests: Sendable, Hashable {
  /// `-`
  case any
  /// One of the tests holds.
  case tests([UnaryTest])
  /// `not(…)`: none of them does.
  case negated([UnaryTest])
}

/// A type as it is written (DMN 1.5, grammar rule 52).
public struct TypeReference: Sendable {
  /// What kind of type.
  public let kind: Kind
  /// Where it stands.
  public let range: SourceRange

  /// The kinds of types.
  public indirect enum Kind: Sendable, Hashable {
    /// A built-in or declared type, such as `days and time duration`; parts joined with `.`.
    case named(String)
    /// `list<T>`
    case list(TypeReference)
    /// `range<T>`
    case range(TypeReference)
    /// `context<name: T, …>`
    case context([Field])
    /// `function<T, …> -> R`
    case function([TypeReference], result: TypeReference)
  }

  /// An entry of a context type.
  public struct Field: Sendable, Hashable {
    /// The entry's name.
    public let name: Name
    /// Its type.
    public let type: TypeReference

    /// An entry.
    public init(_ name: Name, _ type: TypeReference) {
      self.name = name
      self.type = type
    }
  }

  /// A type at a place.
  public init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

extension TypeReference: Hashable {
  /// Types are equal if they say the same, wherever they stand.
  public static func == (left: TypeReference, right: TypeReference) -> Bool {
    left.kind == right.kind
  }

  /// Hashes what is said, not where.
  public func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}
