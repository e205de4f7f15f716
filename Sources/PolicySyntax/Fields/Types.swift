internal import Diagnostics
internal import FEELSyntax
internal import YAMLTree

extension Field {
  /// A type by its name.
  func type() -> Located<DeclaredType>? {
    guard let scalar = scalar(example: "\(title): text") else { return nil }
    let text = scalar.text.singleSpaced
    if let right = TypeText.right(for: text) {
      findings.add(StructureMessages.foreignType(text, right: right, at: scalar.range))
      return TypeText.type(right).map { Located($0, at: scalar.range) }
    }
    if let unit = TypeText.unitBehindMoney(text) {
      findings.add(
        StructureMessages.moneyWithUnit(unit, isBesideType: title == "type", at: scalar.range))
      return Located(.money, at: scalar.range)
    }
    guard let type = TypeText.type(text) else {
      findings.add(StructureMessages.noType(text, at: scalar.range))
      return nil
    }
    return Located(type, at: scalar.range)
  }

  /// A type with its unit and constraints, as entries of records and parameters of functions have
  /// them: a mapping, or the type alone.
  func typeDescription() -> TypeDescription {
    if isScalar {
      return TypeDescription(type: type())
    }
    return keys(example: "\(title): {type: text}") { keys in
      keys.typeDescription()
    } ?? TypeDescription()
  }
}

extension Keys {
  /// All that goes with the type of something that is supplied.
  func typeDescription() -> TypeDescription {
    TypeDescription(
      type: self["type"]?.type(),
      unit: self["unit"]?.text(example: "unit: CNY/month"),
      label: self["label"]?.label(),
      ask: self["ask"]?.label(),
      allowed: self["allowed"]?.expression(),
      choices: self["choices"]?.choices() ?? [],
      noneAllowed: self["none"]?.noneAllowed())
  }

  /// Type, unit and label, which what is derived or set may have.
  func derivedType() -> TypeDescription {
    TypeDescription(
      type: self["type"]?.type(),
      unit: self["unit"]?.text(example: "unit: CNY/month"),
      label: self["label"]?.label())
  }
}

extension Field {
  /// The only texts something may be, with their labels.
  fileprivate func choices() -> [TypeDescription.Choice] {
    let entries = entries(example: "\(title): {self-employed: 个体经营, platform: 平台}") ?? []
    return entries.compactMap { entry in
      entry.key.map { key in
        TypeDescription.Choice(name: .init(key.text, at: key.range), label: entry.label())
      }
    }
  }

  /// `allowed` or `not allowed`.
  fileprivate func noneAllowed() -> Located<Bool>? {
    word(among: ["allowed", "not allowed"]).map {
      Located($0.value == "allowed", at: $0.range)
    }
  }
}

/// Types as texts.
enum TypeText {
  /// The type that a text names; every name that is none of the format's own is a record's.
  static func type(_ text: String) -> DeclaredType? {
    switch text {
    case "text": return .text
    case "number": return .number
    case "money": return .money
    case "ratio": return .ratio
    case "boolean": return .boolean
    case "date": return .date
    case "duration": return .daysDuration
    case "months duration": return .monthsDuration
    default: break
    }
    if text == "list" || text == "list of" { return nil }
    if text.hasPrefix("list of ") { return type(String(text.dropFirst(8))).map { .list($0) } }
    let isName = text.unicodeScalars.allSatisfy {
      NameCheck.isLetter($0) || NameCheck.isDigit($0) || $0 == " " || $0 == "_"
    }
    return isName ? .record(text) : nil
  }

  /// The names that no record may bear.
  static let own = [
    "text", "number", "money", "ratio", "boolean", "date", "duration", "months duration",
  ]

  /// The name that a type of another language has here.
  static func right(for text: String) -> String? {
    let lowered = text.lowercased()
    if lowered != text, own.contains(lowered) { return lowered }
    for (prefix, suffix) in [("list<", ">"), ("list(", ")"), ("[", "]")]
    where lowered.hasPrefix(prefix) && lowered.hasSuffix(suffix) {
      let inner = String(text.dropFirst(prefix.count).dropLast(suffix.count))
      return "list of " + (right(for: inner) ?? inner)
    }
    return foreign[lowered]
  }

  /// The unit in `money CNY/month`, which stands in an entry of its own.
  static func unitBehindMoney(_ text: String) -> String? {
    guard text.hasPrefix("money ") else { return nil }
    let unit = text.dropFirst(6)
    return unit.hasPrefix("CNY") || unit.contains("/") ? String(unit) : nil
  }

  private static let foreign = [
    "string": "text", "str": "text", "int": "number", "integer": "number", "float": "number",
    "double": "number", "decimal": "number", "bool": "boolean", "percent": "ratio",
    "percentage": "ratio", "datetime": "date", "days duration": "duration",
    "days and time duration": "duration", "years and months duration": "months duration",
    "文本": "text", "数字": "number", "金额": "money", "比例": "ratio", "日期": "date",
    "是否": "boolean", "布尔": "boolean",
  ]
}
