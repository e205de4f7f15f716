public import Diagnostics

/// A DMN model as it was written, nothing resolved (DMN 1.5, chapter 6).
public struct DMNModel: Sendable {
  /// What references from other models name it by.
  public var namespace: String
  /// Its name, for people.
  public var name: String
  /// The models whose elements it may name.
  public var imports: [Import]
  /// The types it declares.
  public var itemDefinitions: [ItemDefinition]
  /// What has to be supplied.
  public var inputs: [InputData]
  /// What is decided.
  public var decisions: [Decision]
  /// Its functions.
  public var knowledgeModels: [KnowledgeModel]
  /// Decisions that can be called together.
  public var services: [DecisionService]
  /// Where it stands.
  public var range: SourceRange?

  /// A model without elements.
  public init(namespace: String, name: String, at range: SourceRange? = nil) {
    self.namespace = namespace
    self.name = name
    self.range = range
    imports = []
    itemDefinitions = []
    inputs = []
    decisions = []
    knowledgeModels = []
    services = []
  }

  /// Another model whose elements can be named (DMN 1.5, 6.3.3).
  public struct Import: Sendable {
    /// The namespace of the other model.
    public let namespace: String
    /// What its names are prefixed with here; empty if they are used as they are.
    public let name: String
    /// Whether it is a DMN model; others, such as PMML documents, cannot be used.
    public let isDMN: Bool
    /// Where it stands.
    public let range: SourceRange?

    /// An import of a namespace under a name.
    public init(_ namespace: String, as name: String, isDMN: Bool = true, at range: SourceRange?) {
      self.namespace = namespace
      self.name = DMNModel.normalized(name)
      self.isDMN = isDMN
      self.range = range
    }
  }

  /// A name with a declared type: an information item (DMN 1.5, 7.3.4).
  public struct Variable: Sendable {
    /// The name.
    public let name: String
    /// The declared type, if there is one.
    public let type: TypeName?
    /// Where it stands.
    public let range: SourceRange?

    /// A variable; runs of white space in the name become one space, as in FEEL.
    public init(_ name: String, _ type: TypeName? = nil, at range: SourceRange? = nil) {
      self.name = DMNModel.normalized(name)
      self.type = type
      self.range = range
    }
  }

  /// A name as FEEL reads it: runs of white space are one space, and none stands at the ends.
  public static func normalized(_ name: String) -> String {
    name.unicodeScalars.split { $0.properties.isWhitespace }
      .map { String(Substring($0)) }.joined(separator: " ")
  }

  /// A type as it is referred to: built in, declared, or declared in an imported model.
  public struct TypeName: Sendable {
    /// The text, such as `number`, `tLoan` or `lending.tLoan`.
    public let text: String
    /// Where it stands.
    public let range: SourceRange?

    /// A reference to a type.
    public init(_ text: String, at range: SourceRange? = nil) {
      self.text = DMNModel.normalized(text)
      self.range = range
    }
  }

  /// A reference from one element to another.
  public struct Reference: Sendable {
    /// The namespace of the other element's model; nil for this one.
    public let namespace: String?
    /// The other element's id.
    public let id: String
    /// Where it stands.
    public let range: SourceRange?

    /// A reference to an element.
    public init(_ id: String, in namespace: String? = nil, at range: SourceRange? = nil) {
      self.id = id
      self.namespace = namespace
      self.range = range
    }
  }
}
