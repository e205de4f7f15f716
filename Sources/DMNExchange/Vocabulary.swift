/// The words of DMN files and of our own extension of them.
enum Vocabulary {
  /// DMN 1.5.
  static let dmn = "https://www.omg.org/spec/DMN/20230324/MODEL/"
  /// Diagrams of DMN 1.5, with the two vocabularies they rest on.
  static let dmndi = "https://www.omg.org/spec/DMN/20230324/DMNDI/"
  static let dc = "http://www.omg.org/spec/DMN/20180521/DC/"
  static let di = "http://www.omg.org/spec/DMN/20180521/DI/"
  /// FEEL of DMN 1.5.
  static let feel = "https://www.omg.org/spec/DMN/20230324/FEEL/"
  /// What rule files say and DMN has no place for.
  static let rules = "urn:zhunze:rules:1"
  /// The prefix of our own elements.
  static let prefix = "z"

  /// The namespace of the model of a rule file, by its path.
  static func namespace(ofPath path: String) -> String {
    var text = rules + ":"
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."), UInt8(ascii: "/"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.count == 1 ? "0" + digits : digits)
      }
    }
    return text
  }

  /// The DMN file of a rule file: `rules/calendar.dmn` for `rules/calendar.yaml`.
  static func path(ofRuleFile name: String) -> String { stem(name) + ".dmn" }

  /// A path without `.yaml`.
  static func stem(_ name: String) -> String {
    name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
  }

  /// The local name of a key: `over time` is `overTime`.
  static func elementName(_ key: String) -> String {
    let words = key.split(separator: " ")
    return words.enumerated().map { index, word in
      index == 0 ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
    }.joined()
  }

  /// The key of a local name.
  static func key(_ elementName: String) -> String {
    elementName.map { $0.isUppercase ? " " + $0.lowercased() : String($0) }.joined()
  }
}

/// Gives names that are not taken yet.
struct UniqueNames {
  private var taken: Set<String> = []
  /// The next number for each name that was wanted more than once.
  private var next: [String: Int] = [:]

  /// The name itself, or with a number behind it that makes it new.
  mutating func name(_ wanted: String, separator: String = "_") -> String {
    var name = wanted
    while !taken.insert(name).inserted {
      let number = next[wanted] ?? 2
      next[wanted] = number + 1
      name = wanted + separator + "\(number)"
    }
    return name
  }

  /// An id that XML and links can hold: letters and digits of ASCII, others by their number.
  mutating func id(_ kind: String, _ name: String) -> String {
    var text = kind + "_"
    for scalar in name.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", ".": text.unicodeScalars.append(scalar)
      case " ", "_": text += "_"
      default: text += "u" + String(scalar.value, radix: 16)
      }
    }
    return self.name(text)
  }
}
