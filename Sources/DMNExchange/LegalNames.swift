import FEEL
import FEELSyntax

/// Names of foreign models as rule files can have them.
struct LegalNames {
  private var legal: [String: String] = [:]
  private var unique = UniqueNames()
  /// The names that had to be changed, in the order in which they were met.
  private(set) var changes: [(old: String, new: String)] = []

  private static let builtIns = Set(BuiltIn.all.map(\.name))
  private static let supplied = Set(EngineModel.names.map(\.name))
  private static let keywords: Set<String> = [
    "and", "between", "else", "every", "false", "for", "if", "in", "null", "or", "return",
    "satisfies", "some", "then", "true",
  ]

  /// Takes a name in; the same name always becomes the same.
  mutating func add(_ name: String) {
    guard !name.isEmpty, legal[name] == nil else { return }
    let new = unique.name(Self.mended(name), separator: " ")
    legal[name] = new
    if new != name { changes.append((name, new)) }
  }

  /// What a name has become; itself if it was never taken in.
  func name(_ name: String) -> String { legal[name] ?? name }

  /// Names that are to be replaced.
  var isEmpty: Bool { changes.isEmpty }
  var all: [String] { Array(legal.keys) }

  private static func mended(_ name: String) -> String {
    var text = ""
    for scalar in name.unicodeScalars {
      text.unicodeScalars.append(isPart(scalar) ? scalar : " ")
    }
    var words = text.split(separator: " ").map(String.init)
    words = words.map { keywords.contains($0) ? $0 + "_" : $0 }
    if words.count > 1, words.last == "at" { words[words.count - 1] = "at_" }
    if let first = words.first?.unicodeScalars.first, !isLetter(first), first != "_" {
      words.insert("n", at: 0)
    }
    let result = words.isEmpty ? "name" : words.joined(separator: " ")
    return builtIns.contains(result) || supplied.contains(result) || Self.types.contains(result)
      ? result + " value" : result
  }

  private static let types: Set<String> = [
    "text", "number", "money", "ratio", "boolean", "date", "duration", "months duration",
  ]

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
      : scalar.properties.isAlphabetic && scalar.properties.generalCategory != .decimalNumber
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    isLetter(scalar) || scalar == " " || scalar == "_"
      || scalar.properties.generalCategory == .decimalNumber
      || scalar.properties.generalCategory == .nonspacingMark
  }

  /// A name of a policy or a file: letters and digits of ASCII.
  static func identifier(_ name: String) -> String {
    var text = ""
    for scalar in name.unicodeScalars {
      let isKept =
        scalar.isASCII
        && (("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
          || ("0"..."9").contains(scalar))
      if isKept {
        text.unicodeScalars.append(scalar)
      } else if !text.isEmpty, text.last != "-" {
        text += "-"
      }
    }
    while text.last == "-" { text.removeLast() }
    return text.isEmpty ? "model" : text
  }
}
