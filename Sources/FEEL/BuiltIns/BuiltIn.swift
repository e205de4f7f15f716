/// A function of FEEL's library (DMN 1.5, 10.3.4): one declaration for both ways of passing
/// arguments, for checking and for evaluation.
public final class BuiltIn: Sendable {
  /// The name.
  public let name: String
  /// The ways to call it, in the order they are tried.
  public let signatures: [Signature]
  /// Whether it looks at the elements of its arguments, so that an unknown one makes the result
  /// unknown; `count` and `append` do not.
  let looksInside: Bool

  /// A function with the ways to call it.
  convenience init(_ name: String, looksInside: Bool = true, _ signatures: Signature...) {
    self.init(name, looksInside: looksInside, signatures: signatures)
  }

  /// A function with the ways to call it.
  init(_ name: String, looksInside: Bool = true, signatures: [Signature]) {
    self.name = name
    self.looksInside = looksInside
    self.signatures = signatures
  }

  /// Whether its result is another at another time.
  public var readsClock: Bool { name == "now" || name == "today" }

  /// The type of the function as a value: that of the first way to call it.
  var valueType: FEELType {
    guard let signature = signatures.first else { return .function([], .any) }
    let result: FEELType = if case .fixed(let type) = signature.result { type } else { .any }
    return .function(signature.parameters.map(\.type), result)
  }

  /// All functions; a function is known by its place here.
  public static let all: [BuiltIn] =
    conversionFunctions + temporalConversionFunctions + booleanFunctions + stringFunctions
    + patternFunctions + numericFunctions + listFunctions + listCombiningFunctions
    + aggregateFunctions + temporalFunctions + contextFunctions + rangeFunctions + sortFunctions

  /// The place of each function by its name.
  public static let named: [String: Int] = Dictionary(
    all.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
}
