import Diagnostics
import FEEL

/// The elements of all loaded models, resolved and checked; an element is known by its place.
final class ResolvedModel: Sendable {
  let elements: [ResolvedElement]
  /// The places of the elements by namespace and name; the first model counts most.
  let named: [String: [String: [Int]]]
  /// The namespaces in the order the models were given.
  let namespaces: [String]

  init(
    elements: [ResolvedElement], named: [String: [String: [Int]]], namespaces: [String]
  ) {
    self.elements = elements
    self.named = named
    self.namespaces = namespaces
  }
}

/// An input, decision, function or service.
struct ResolvedElement: Sendable {
  enum Kind: Sendable {
    /// Values of the type have to be supplied.
    case input(DeclaredType)
    case decision(ResolvedDecision)
    case function(ResolvedFunction)
    case service(ResolvedService)
  }

  let name: String
  let kind: Kind
  let range: SourceRange?
}

/// What a name in the scope of a decision or function stands for.
struct RequiredName: Sendable {
  enum Meaning: Sendable {
    /// An element.
    case element(Int)
    /// The elements that are used of an imported model, by their names there.
    case imported([(name: String, element: Int)])
  }

  let name: String
  let meaning: Meaning
  /// Whether the logic names it; what it does not name is not evaluated.
  var isMentioned = true

  var elements: [Int] {
    switch meaning {
    case .element(let element): [element]
    case .imported(let entries): entries.map(\.element)
    }
  }
}

struct ResolvedDecision: Sendable {
  /// The locals that the logic sees, in order.
  let required: [RequiredName]
  let logic: CheckedExpression?
  let result: DeclaredType
}

struct ResolvedFunction: Sendable {
  enum Body: Sendable {
    /// The required names and the parameters are its locals.
    case expression(CheckedExpression)
    /// A function that sees nothing of the model.
    case value(FunctionValue)
    case missing
  }

  /// The locals in front of the parameters.
  let required: [RequiredName]
  let parameters: [FunctionValue.Parameter]
  let body: Body
  let result: DeclaredType
}

struct ResolvedService: Sendable {
  struct Parameter: Sendable {
    let element: Int
    let name: String
    let declared: DeclaredType
  }

  struct Output: Sendable {
    let element: Int
    let name: String
  }

  /// Inputs first, then input decisions.
  let parameters: [Parameter]
  let outputs: [Output]
  let result: DeclaredType
}
