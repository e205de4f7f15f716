public import Diagnostics

extension DMNModel {
  /// Something that has to be supplied (DMN 1.5, 6.3.11).
  public struct InputData: Sendable {
    /// What references name it by.
    public let id: String
    /// Its name and type.
    public let variable: Variable

    /// An input.
    public init(id: String, _ variable: Variable) {
      self.id = id
      self.variable = variable
    }
  }

  /// A decision with its requirements and logic (DMN 1.5, 6.3.7).
  public struct Decision: Sendable {
    /// What references name it by.
    public let id: String
    /// Its name, and the type of its result.
    public let variable: Variable
    /// The inputs, decisions, functions and services that its logic may name.
    public let requirements: [Reference]
    /// How it is decided; nil if it can only be supplied.
    public let logic: BoxedExpression?

    /// A decision.
    public init(
      id: String, _ variable: Variable, requires requirements: [Reference] = [],
      logic: BoxedExpression?
    ) {
      self.id = id
      self.variable = variable
      self.requirements = requirements
      self.logic = logic
    }
  }

  /// A function with a name: a business knowledge model (DMN 1.5, 6.3.9).
  public struct KnowledgeModel: Sendable {
    /// What references name it by.
    public let id: String
    /// Its name, and its function type or the type of its results.
    public let variable: Variable
    /// The functions and services that its logic may name.
    public let requirements: [Reference]
    /// What it does; nil if that is not said.
    public let logic: FunctionDefinition?

    /// A function.
    public init(
      id: String, _ variable: Variable, requires requirements: [Reference] = [],
      logic: FunctionDefinition?
    ) {
      self.id = id
      self.variable = variable
      self.requirements = requirements
      self.logic = logic
    }
  }

  /// Decisions that are called together as a function (DMN 1.5, 6.3.10).
  public struct DecisionService: Sendable {
    /// What references name it by.
    public let id: String
    /// Its name, and its function type or the type of its results.
    public let variable: Variable
    /// The decisions whose values it answers with.
    public let outputs: [Reference]
    /// The decisions whose values the caller supplies; parameters behind the inputs.
    public let inputDecisions: [Reference]
    /// The inputs that the caller supplies; the first parameters.
    public let inputs: [Reference]

    /// A service.
    public init(
      id: String, _ variable: Variable, outputs: [Reference], inputDecisions: [Reference] = [],
      inputs: [Reference] = []
    ) {
      self.id = id
      self.variable = variable
      self.outputs = outputs
      self.inputDecisions = inputDecisions
      self.inputs = inputs
    }
  }

  /// A declared type (DMN 1.5, 7.3.3).
  public struct ItemDefinition: Sendable {
    /// The name of the type, or of the entry if it is a component of another.
    public let name: String
    /// What it is made of.
    public let form: Form
    /// Whether its values are lists of what it is made of.
    public let isCollection: Bool
    /// Which values are allowed; of a collection, which elements.
    public let allowedValues: SourceText?
    /// Which values are allowed as a whole, collections included.
    public let constraint: SourceText?
    /// Where it stands.
    public let range: SourceRange?

    /// What a declared type is made of.
    public indirect enum Form: Sendable {
      /// Another type under a new name.
      case alias(TypeName)
      /// Entries of a context.
      case components([ItemDefinition])
      /// A function.
      case function(parameters: [Variable], result: TypeName?)
      /// Anything.
      case any
    }

    /// A declared type.
    public init(
      _ name: String, _ form: Form, isCollection: Bool = false, allowedValues: SourceText? = nil,
      constraint: SourceText? = nil, at range: SourceRange? = nil
    ) {
      self.name = DMNModel.normalized(name)
      self.form = form
      self.isCollection = isCollection
      self.allowedValues = allowedValues
      self.constraint = constraint
      self.range = range
    }
  }
}
