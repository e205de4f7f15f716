public import Diagnostics
public import FEELSyntax
public import Quantities

/// A type as rule files name it.
public indirect enum DeclaredType: Sendable, Hashable {
  /// `text`
  case text
  /// `number`
  case number
  /// `money`, with a unit beside it.
  case money
  /// `ratio`
  case ratio
  /// `boolean`
  case boolean
  /// `date`
  case date
  /// `duration`: days and time.
  case daysDuration
  /// `months duration`: years and months.
  case monthsDuration
  /// A record type by its name.
  case record(String)
  /// `list of …`
  case list(DeclaredType)

  /// The type as rule files write it.
  public var text: String {
    switch self {
    case .text: "text"
    case .number: "number"
    case .money: "money"
    case .ratio: "ratio"
    case .boolean: "boolean"
    case .date: "date"
    case .daysDuration: "duration"
    case .monthsDuration: "months duration"
    case .record(let name): name
    case .list(let element): "list of \(element.text)"
    }
  }
}

/// A type with its unit, label and constraints, as facts and entries of records carry them.
public struct TypeDescription: Sendable {
  /// The type.
  public var type: Located<DeclaredType>?
  /// The unit of money, as written.
  public var unit: Located<String>?
  /// What it is called.
  public var label: Label?
  /// How it is asked for.
  public var ask: Label?
  /// Unary tests that a supplied value must pass.
  public var allowed: ExpressionText?
  /// The only texts it may be, with their labels.
  public var choices: [Choice] = []
  /// Whether null may be supplied.
  public var noneAllowed: Located<Bool>?

  /// One of the only texts a fact may be.
  public struct Choice: Sendable {
    /// The text.
    public var name: Name
    /// What it is called.
    public var label: Label?
  }
}

extension TypeDescription {
  /// A description that says nothing.
  public static var empty: TypeDescription { TypeDescription() }
}

/// A record type: entries with their types.
public struct TypeDeclaration: Sendable {
  /// Its name.
  public var name: Name
  /// Its entries.
  public var fields: [(name: Name, description: TypeDescription)]
}

/// How a fact behaves in time.
public enum OverTime: String, Sendable, Hashable, CaseIterable {
  /// A flow, one value per month.
  case monthly
  /// A state that lasts until the next.
  case history
}

/// What somebody must supply.
public struct FactDeclaration: Sendable {
  /// Its name.
  public var name: Name
  /// Its type and what goes with it.
  public var description: TypeDescription
  /// How it behaves in time; nil if it is constant.
  public var overTime: Located<OverTime>?
  /// The expression that stands for it if it is not supplied, such as `determination date`.
  public var ifNotSupplied: ExpressionText?
  /// Where the entry stands.
  public var range: SourceRange
}

/// A dated constant.
public struct ParameterDeclaration: Sendable {
  /// Its name.
  public var name: Name
  /// Its type, unit and label.
  public var description: TypeDescription
  /// `set by: pilot`: there is no national value.
  public var setBy: Located<String>?
  /// What holds while no value is published: `last value`.
  public var whileUnpublished: Located<String>?
  /// Its values in the order they stand; nil if the entry does not give any.
  public var values: [DatedValue]?
  /// Where the entry stands.
  public var range: SourceRange
}

/// A value with the days it holds for.
public struct DatedValue: Sendable {
  /// The value.
  public var value: ExpressionText
  /// When it holds; always with a first day.
  public var window: Window
  /// What it rests on.
  public var sources: [Citation]
  /// Where the entry stands.
  public var range: SourceRange
}

/// What is derived.
public struct DecisionDeclaration: Sendable {
  /// Its name.
  public var name: Name
  /// Its type, unit and label, as far as they are declared.
  public var description: TypeDescription
  /// The general rule.
  public var expression: ExpressionText?
  /// The table in place of an expression.
  public var table: TableText?
  /// What holds if no row matches.
  public var defaultValue: ExpressionText?
  /// For `P` and `O`: output values from the first to the last.
  public var order: [ExpressionText] = []
  /// Labelled exceptions to the general rule.
  public var exceptions: [ExceptionDeclaration] = []
  /// What it rests on.
  public var sources: [Citation] = []
  /// The day on which it and all it needs are read.
  public var asOf: ExpressionText?
  /// Whether a value may be supplied in its place.
  public var mayBeSupplied: Located<Bool>?
  /// A reading that the text leaves open.
  public var assumes: Label?
  /// Where the entry stands.
  public var range: SourceRange
}

/// An exception to a general rule, labelled as statutes are.
public struct ExceptionDeclaration: Sendable {
  /// Its label.
  public var name: Name
  /// What it is called.
  public var label: Label?
  /// When it holds.
  public var condition: ExpressionText?
  /// What holds then.
  public var value: ExpressionText?
  /// The exceptions it goes before.
  public var over: [Name] = []
  /// What it rests on.
  public var sources: [Citation] = []
  /// When it is in force; nil if always.
  public var from: Located<CalendarDate>?
  /// Its last day.
  public var until: Located<CalendarDate>?
  /// The day on which it became known.
  public var knownFrom: Located<CalendarDate>?
  /// Where the entry stands.
  public var range: SourceRange
}

/// A function: DMN's business knowledge model.
public struct FunctionDeclaration: Sendable {
  /// Its name.
  public var name: Name
  /// What it is called.
  public var label: Label?
  /// Its parameters with their types.
  public var parameters: [(name: Name, description: TypeDescription)]?
  /// What it gives.
  public var expression: ExpressionText?
  /// The table in place of an expression.
  public var table: TableText?
  /// What holds if no row matches.
  public var defaultValue: ExpressionText?
  /// For `P` and `O`: output values from the first to the last.
  public var order: [ExpressionText] = []
  /// What it rests on.
  public var sources: [Citation] = []
  /// Where the entry stands.
  public var range: SourceRange
}

/// What must hold.
public struct CriterionDeclaration: Sendable {
  /// Its name.
  public var name: Name
  /// What it is called.
  public var label: Label?
  /// The condition.
  public var condition: ExpressionText?
  /// In place of a condition: the day from which on it holds.
  public var metFrom: ExpressionText?
  /// The day on which it is read.
  public var asOf: ExpressionText?
  /// What is said when it does not hold; may name items in braces.
  public var unmet: Label?
  /// A reading that the text leaves open.
  public var assumes: Label?
  /// Criteria that must be met before this one is tested.
  public var after: [Name] = []
  /// Whether it is waived.
  public var waived: Located<Bool>?
  /// What it rests on.
  public var sources: [Citation] = []
  /// Where the entry stands.
  public var range: SourceRange
}

/// A condition with a reason: a case for a person, or an exemption.
public struct ReferDeclaration: Sendable {
  /// Its name.
  public var name: Name
  /// What it is called.
  public var label: Label?
  /// When it holds.
  public var condition: ExpressionText?
  /// The reason that is told; may name items in braces.
  public var why: Label?
  /// The day on which it is read.
  public var asOf: ExpressionText?
  /// What it rests on.
  public var sources: [Citation] = []
  /// Where the entry stands.
  public var range: SourceRange
}

/// How often something is paid.
public enum Frequency: String, Sendable, Hashable, CaseIterable {
  /// Every month.
  case monthly
  /// Every year.
  case yearly
  /// Once.
  case once
}

/// What is paid or owed.
public struct BenefitDeclaration: Sendable {
  /// Its name.
  public var name: Name
  /// What it is called.
  public var label: Label?
  /// How often.
  public var pays: Located<Frequency>?
  /// How much.
  public var amount: ExpressionText?
  /// In which unit.
  public var unit: Located<String>?
  /// The day on which it is read.
  public var asOf: ExpressionText?
  /// A reading that the text leaves open.
  public var assumes: Label?
  /// What it rests on.
  public var sources: [Citation] = []
  /// Where the entry stands.
  public var range: SourceRange
}

/// A list decided element by element.
public struct ForEach: Sendable {
  /// The name of the element.
  public var variable: Name
  /// The list.
  public var list: ExpressionText
}

/// How a policy goes together with another.
public struct StackingDeclaration: Sendable {
  /// What the other does to this one.
  public enum Mode: String, Sendable, Hashable, CaseIterable {
    /// While the other is paid, this one is not.
    case excludes
    /// The other's amount is taken off.
    case offsets
  }

  /// The other policy.
  public var with: Name
  /// What it is called where no file has its title.
  public var label: Label?
  /// What it does.
  public var mode: Located<Mode>
  /// What it rests on.
  public var sources: [Citation]
  /// Where the entry stands.
  public var range: SourceRange
}
