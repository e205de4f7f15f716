import FEEL
import FEELSyntax

/// What the expressions at one place of a model can name, for the parser and for the checker.
struct Surroundings {
  private(set) var scope: Scope
  private(set) var names: NamesInScope

  /// Nothing but built-ins and types.
  init(types: [String: FEELType], members: some Sequence<String> = []) {
    scope = Scope(types: types)
    names = Self.builtIn.adding(types.keys, members: members)
  }

  /// The names that are in every scope.
  private static let builtIn = Scope().names

  /// The same place with further locals.
  func adding(_ locals: [Scope.Local]) -> Surroundings {
    guard !locals.isEmpty else { return self }
    var copy = self
    copy.scope = scope.adding(locals: locals)
    var members: Set<String> = []
    for local in locals { local.type.collectEntryNames(&members) }
    copy.names = names.adding(locals.map(\.name), members: members)
    return copy
  }

  /// The same place inside a filter, where entries of the elements can be named directly.
  func opening(_ element: FEELType) -> Surroundings {
    var members: Set<String> = []
    element.collectEntryNames(&members)
    var copy = self
    copy.names = names.adding(members)
    return copy
  }
}

extension FEELType {
  /// Adds the names of all entries of the type and of those inside it.
  fileprivate func collectEntryNames(_ names: inout Set<String>) {
    switch self {
    case .list(let element), .range(let element), .optional(let element):
      element.collectEntryNames(&names)
    case .context(let fields):
      for field in fields {
        names.insert(field.name)
        field.type.collectEntryNames(&names)
      }
    case .function(let parameters, let result):
      for parameter in parameters { parameter.collectEntryNames(&names) }
      result.collectEntryNames(&names)
    default: break
    }
  }

  /// How many types the type consists of, counted up to a bound.
  ///
  /// Types share their parts, so a small model can name one that is far too large to be walked.
  func size(upTo bound: Int) -> Int {
    var size = 1
    switch self {
    case .list(let element), .range(let element), .optional(let element):
      size += element.size(upTo: bound - 1)
    case .context(let fields):
      for field in fields {
        size += field.type.size(upTo: bound - size)
        if size >= bound { return bound }
      }
    case .function(let parameters, let result):
      for type in parameters + [result] {
        size += type.size(upTo: bound - size)
        if size >= bound { return bound }
      }
    default: break
    }
    return min(size, bound)
  }

  /// The largest type that is kept; larger ones are taken as `Any`.
  static let largestSize = 5_000

  /// The type, or `Any` if it is too large.
  var bounded: FEELType { size(upTo: Self.largestSize) < Self.largestSize ? self : .any }
}
