public import DMN
public import Diagnostics
public import FEEL
public import PolicySyntax
public import Quantities

/// Something that expressions of a policy can name.
///
/// Shared, not copied: a place takes what it does not change from the layers below.
public final class Item: Sendable {
  /// What kind of item, with what makes it up.
  public enum Kind: Sendable {
    /// Somebody must supply it.
    case fact(Fact)
    /// The element of a list that is decided element by element.
    case element
    /// The engine supplies it.
    case supplied(Supplied)
    /// It follows from rules: a parameter or decision, or one standing for the other.
    case derived(Derived)
    /// A function.
    case function(FunctionValue)
  }

  /// What the engine supplies.
  public enum Supplied: String, Sendable, Hashable, CaseIterable {
    /// The day everything is read on.
    case determinationDate = "determination date"
    /// The first day of its month.
    case month = "month"
    /// What was granted before, under any policy.
    case grants = "grants"
    /// What was granted before under this policy.
    case earlierGrants = "earlier grants"
    /// Whether the jurisdiction's fact lies within the pilot's region; false where no pilot applies.
    case inTheRegion = "in the region"
  }

  /// The name.
  public let name: String
  /// What it is called.
  public let label: Label?
  /// The kind of item.
  public let kind: Kind
  /// The type of its value.
  public let type: FEELType
  /// Who declared and changed it, from the nation to the county.
  public let chain: [Origin]
  /// Whether its value can differ from day to day.
  public let variesInTime: Bool

  init(
    name: String, label: Label?, kind: Kind, type: FEELType, chain: [Origin], variesInTime: Bool
  ) {
    self.name = name
    self.label = label
    self.kind = kind
    self.type = type
    self.chain = chain
    self.variesInTime = variesInTime
  }
}

/// A layer that declared or changed an item.
public struct Origin: Sendable, Hashable {
  /// The pilot; nil for the nation.
  public let pilot: PilotID?
  /// Where it is declared.
  public let range: SourceRange
  /// What it rests on.
  public let sources: [Citation]
  /// The days on which the layer is in force; nil for what always is.
  public let window: Window?
}

/// A fact: what somebody must supply.
public final class Fact: Sendable {
  /// How it is asked for.
  public let ask: Label?
  /// How it behaves in time.
  public let overTime: OverTime?
  /// Tests that a supplied value must pass.
  public let allowed: CheckedUnaryTests
  /// The tests as they are written, for messages.
  public let allowedText: String?
  /// The only texts it may be.
  public let choices: [TypeDescription.Choice]
  /// Whether null may be supplied.
  public let noneAllowed: Bool
  /// The most digits after the point that an amount may have.
  public let scale: Int?
  /// What stands for it if it is not supplied.
  public let ifNotSupplied: CheckedExpression?
  /// Labels of choices and fields inside its type, for binding and asking.
  public let description: TypeDescription

  init(
    ask: Label?, overTime: OverTime?, allowed: CheckedUnaryTests, allowedText: String?,
    choices: [TypeDescription.Choice], noneAllowed: Bool, scale: Int?,
    ifNotSupplied: CheckedExpression?, description: TypeDescription
  ) {
    self.ask = ask
    self.overTime = overTime
    self.allowed = allowed
    self.allowedText = allowedText
    self.choices = choices
    self.noneAllowed = noneAllowed
    self.scale = scale
    self.ifNotSupplied = ifNotSupplied
    self.description = description
  }
}

/// A value that follows from rules, by layers: on a day the highest that has a value decides.
public final class Derived: Sendable {
  /// What a layer gives.
  public enum Definition: Sendable {
    /// Values with their days.
    case values([DatedValueRule])
    /// A rule that always gives a value.
    case logic(LogicRule)
  }

  /// The layers, the highest first.
  public let definitions: [Definition]
  /// Whether the latest value goes on while a new one is not published.
  public let lastValueGoesOn: Bool
  /// Whether a value may be supplied in place of the derived one.
  public let mayBeSupplied: Bool
  /// Whether it was declared as a parameter.
  public let isParameter: Bool
  /// Whether it is left to pilots to set.
  public let setByPilot: Bool
  /// A reading that the text leaves open.
  public let assumes: Label?
  /// Bounds that a layer above had to keep and that can only be checked case by case.
  public let bounds: [Bound]

  init(
    definitions: [Definition], lastValueGoesOn: Bool, mayBeSupplied: Bool, isParameter: Bool,
    setByPilot: Bool, assumes: Label?, bounds: [Bound]
  ) {
    self.definitions = definitions
    self.lastValueGoesOn = lastValueGoesOn
    self.mayBeSupplied = mayBeSupplied
    self.isParameter = isParameter
    self.setByPilot = setByPilot
    self.assumes = assumes
    self.bounds = bounds
  }
}

/// A constant with the days it holds for.
public final class DatedValueRule: Sendable {
  /// The value.
  public let value: Value
  /// As it is written.
  public let text: String
  /// When it holds.
  public let window: Window
  /// What it rests on.
  public let sources: [Citation]
  /// The pilot whose value it is; nil for the nation's.
  public let pilot: PilotID?
  /// Where it stands.
  public let range: SourceRange

  init(
    value: Value, text: String, window: Window, sources: [Citation], pilot: PilotID?,
    range: SourceRange
  ) {
    self.value = value
    self.text = text
    self.window = window
    self.sources = sources
    self.pilot = pilot
    self.range = range
  }
}

/// A decision's logic: the general rule and its exceptions.
public final class LogicRule: Sendable {
  /// The general rule.
  public let base: CheckedExpression
  /// Its exceptions.
  public let exceptions: [ExceptionRule]
  /// The day it is read on; the determination's if nil.
  public let asOf: CheckedExpression?
  /// What it rests on.
  public let sources: [Citation]
  /// The pilot whose rule it is; nil for the nation's.
  public let pilot: PilotID?
  /// Where it stands.
  public let range: SourceRange

  init(
    base: CheckedExpression, exceptions: [ExceptionRule], asOf: CheckedExpression?,
    sources: [Citation], pilot: PilotID?, range: SourceRange
  ) {
    self.base = base
    self.exceptions = exceptions
    self.asOf = asOf
    self.sources = sources
    self.pilot = pilot
    self.range = range
  }
}

/// An exception to a general rule.
public final class ExceptionRule: Sendable {
  /// Its label in the file.
  public let name: String
  /// What it is called.
  public let label: Label?
  /// When it holds.
  public let condition: CheckedExpression
  /// What holds then.
  public let value: CheckedExpression
  /// The exceptions it goes before.
  public let over: [String]
  /// When it is in force; always if nil.
  public let window: Window?
  /// What it rests on.
  public let sources: [Citation]
  /// Where it stands.
  public let range: SourceRange

  init(
    name: String, label: Label?, condition: CheckedExpression, value: CheckedExpression,
    over: [String], window: Window?, sources: [Citation], range: SourceRange
  ) {
    self.name = name
    self.label = label
    self.condition = condition
    self.value = value
    self.over = over
    self.window = window
    self.sources = sources
    self.range = range
  }
}

/// Bounds for an item that a layer replaced.
public final class Bound: Sendable {
  /// The tests that the value must pass.
  public let tests: CheckedUnaryTests
  /// As they are written.
  public let text: String
  /// Whether a value outside is an error.
  public let isStrict: Bool
  /// Where they are declared.
  public let range: SourceRange

  init(
    tests: CheckedUnaryTests, text: String, isStrict: Bool, range: SourceRange
  ) {
    self.tests = tests
    self.text = text
    self.isStrict = isStrict
    self.range = range
  }
}

/// A table whose rules hold on certain days.
public final class DatedTable: Sendable {
  /// The table.
  public let table: DecisionTable
  /// For each rule when it is in force; always if nil.
  public let windows: [Window?]
  /// For each rule what it rests on.
  public let sources: [[Citation]]
  /// The cells as they are drawn, for showing and explaining.
  public let text: TableText

  init(
    table: DecisionTable, windows: [Window?], sources: [[Citation]], text: TableText
  ) {
    self.table = table
    self.windows = windows
    self.sources = sources
    self.text = text
  }

  /// The rules in force on a day, as known by a day.
  public func rules(on day: CalendarDate, known: CalendarDate) -> [Int] {
    windows.indices.filter { index in
      windows[index]?.applies(on: day, known: known) ?? true
    }
  }
}

extension Window {
  /// Whether it covers a day and had become known by another.
  public func applies(on day: CalendarDate, known: CalendarDate) -> Bool {
    contains(day) && isKnown(by: known)
  }

  /// Whether it had become known by a day.
  public func isKnown(by known: CalendarDate) -> Bool {
    knownFrom.map { $0.value <= known } ?? true
  }
}

extension TableText.Row {
  /// When the row is in force; nil if always.
  var window: Window? {
    period.map {
      Window(from: $0.from, until: $0.until, knownFrom: $0.knownFrom, at: range)
    }
  }
}

/// An environment that reads everything on one day, as known by a day.
public protocol DatedEnvironment: EvaluationEnvironment {
  /// The day.
  var day: CalendarDate { get }
  /// The day by which everything used must have been known.
  var known: CalendarDate { get }
  /// Takes note of the rules of a table that matched.
  func note(_ result: TableResult, of table: DatedTable)
}

extension DatedTable: EmbeddedLogic {
  /// All expressions of the table.
  public var operands: [CheckedExpression] { table.operands }

  /// The result of the rules in force.
  public func evaluate(
    locals: [Value], in evaluation: Evaluation
  ) throws(EvaluationFailure) -> Value {
    guard let environment = evaluation.environment as? any DatedEnvironment else {
      return try table.evaluate(locals: locals, in: evaluation)
    }
    let result = try table.evaluate(
      rules: rules(on: environment.day, known: environment.known), locals: locals, in: evaluation)
    environment.note(result, of: self)
    return result.value
  }
}
