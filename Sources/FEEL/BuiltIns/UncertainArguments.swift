/// Arguments of which some are not known, and all that they could be.
struct UncertainArguments {
  /// An argument, or an element of an argument that is a list, with the values it could have.
  private struct Site {
    let argument: Int
    let element: Int?
    let alternatives: [Value]
  }

  private let arguments: [Value]
  private var unknown = Unknown(causes: [])
  private var sites: [Site] = []
  /// Whether something stands in the way of trying everything.
  private var isOpen = false
  /// Whether nothing that anybody could supply would make the result known.
  private var waitsInVain = false

  /// The most combinations that are tried.
  private static let mostCombinations = Unknown.mostAlternatives * 4

  /// Nil if nothing that the function looks at is unknown.
  init?(
    _ arguments: [Value], except passedOn: [Int], looksInside: Bool, in evaluation: Evaluation
  ) throws(EvaluationFailure) {
    self.arguments = arguments
    var isKnown = true
    for (index, argument) in arguments.enumerated() where !passedOn.contains(index) {
      switch argument {
      case .unknown(let direct):
        isKnown = false
        add(direct, argument: index)
      case .list(let elements) where looksInside:
        for (place, element) in elements.enumerated() {
          guard let inner = try evaluation.unknownInside(element) else { continue }
          isKnown = false
          if case .unknown = element {
            add(inner, argument: index, element: place)
          } else {
            addOpen(inner)
          }
        }
      default:
        guard looksInside, let inner = try evaluation.unknownInside(argument) else { continue }
        isKnown = false
        addOpen(inner)
      }
    }
    if isKnown { return nil }
  }

  /// The arguments of a function that can do with unknown ones, of which only those are told apart that
  /// can have few values; nil if there are none, or too many together.
  init?(tellingApart arguments: [Value]) {
    self.arguments = arguments
    for (index, argument) in arguments.enumerated() {
      if let unknown = argument.unknown, unknown.alternatives != nil {
        add(unknown, argument: index)
      }
    }
    if sites.isEmpty || combinations > Self.mostCombinations { return nil }
  }

  private var combinations: Int {
    sites.reduce(1) { min($0 * $1.alternatives.count, 1 << 20) }
  }

  private mutating func add(_ unknown: Unknown, argument: Int, element: Int? = nil) {
    guard let alternatives = unknown.alternatives else { return addOpen(unknown) }
    self.unknown = self.unknown.union(unknown)
    sites.append(Site(argument: argument, element: element, alternatives: alternatives))
  }

  private mutating func addOpen(_ unknown: Unknown) {
    isOpen = true
    waitsInVain = waitsInVain || unknown.absorbsAll
    self.unknown = self.unknown.union(unknown)
  }

  /// What a function gives for all that the arguments could be.
  func result(
    _ apply: ([Value]) throws(EvaluationFailure) -> Value
  ) throws(EvaluationFailure) -> Value {
    guard !isOpen, combinations <= Self.mostCombinations else {
      return .unknown(waitsInVain ? unknown.onlyFinal : unknown)
    }
    var results: [Value?] = []
    for combination in 0..<combinations {
      do {
        results.append(try apply(arguments(combination)))
      } catch {
        if error.reason.isLimit { throw error }
        results.append(nil)
      }
    }
    return Evaluation.eitherOf(results, because: unknown)
  }

  /// The arguments of one combination, whose number says which alternative each site takes.
  private func arguments(_ combination: Int) -> [Value] {
    var arguments = arguments
    var rest = combination
    for site in sites {
      let (next, choice) = rest.quotientAndRemainder(dividingBy: site.alternatives.count)
      rest = next
      if let element = site.element, case .list(var elements) = arguments[site.argument] {
        elements[element] = site.alternatives[choice]
        arguments[site.argument] = .list(elements)
      } else {
        arguments[site.argument] = site.alternatives[choice]
      }
    }
    return arguments
  }
}
