public import Diagnostics
public import FEELSyntax

/// What a pilot may change of what is there.
public struct Permissions: Sendable {
  /// A permission for one name.
  public struct Permission: Sendable {
    /// The item.
    public var name: Name
    /// The bounds within which its values must stay.
    public var within: ExpressionText?
    /// Whether a value outside the bounds is an error; if not, it is a warning.
    public var strict: Located<Bool>?
  }

  /// A section whose entries count for the outcome, so that adding one is to be allowed.
  public enum Section: String, Sendable, Hashable, CaseIterable {
    /// What must hold.
    case criteria
    /// What is paid, or with charges owed.
    case benefits
    /// Cases for a person.
    case refer
    /// Who owes nothing.
    case exempt
  }

  /// What is said of adding to each section.
  public struct Additions: Sendable {
    private var criteria: Located<Bool>?
    private var benefits: Located<Bool>?
    private var refer: Located<Bool>?
    private var exempt: Located<Bool>?

    /// What is said of a section; nil if nothing is.
    public subscript(section: Section) -> Located<Bool>? {
      get { self[keyPath: Self.path(section)] }
      set { self[keyPath: Self.path(section)] = newValue }
    }

    private static func path(_ section: Section) -> WritableKeyPath<Additions, Located<Bool>?> {
      switch section {
      case .criteria: \.criteria
      case .benefits: \.benefits
      case .refer: \.refer
      case .exempt: \.exempt
      }
    }
  }

  /// Parameters whose values may be replaced.
  public var parameters: [Permission] = []
  /// Decisions that may be replaced.
  public var decisions: [Permission] = []
  /// Functions that may be replaced.
  public var functions: [Permission] = []
  /// Benefits or charges whose amount may be replaced.
  public var benefits: [Permission] = []
  /// Reasons to refer that may be changed.
  public var refer: [Permission] = []
  /// Exemptions that may be changed.
  public var exempt: [Permission] = []
  /// Facts whose labels and questions may be changed.
  public var facts: [Permission] = []
  /// Parts of the term that may be replaced.
  public var term: [Located<String>] = []
  /// Whether entries may be added, by section.
  public var adding = Additions()
  /// Criteria that may be changed.
  public var changeCriteria: [Name] = []
  /// Criteria that may be waived.
  public var waiveCriteria: [Name] = []
  /// Whether stacking may be changed.
  public var stacking: Located<Bool>?
  /// Where the entry stands.
  public var range: SourceRange

  /// Whether a section may have entries that the layers below do not have.
  public func allowsAdding(to section: Section) -> Bool { adding[section]?.value == true }
}
