internal import Diagnostics
internal import FEELSyntax
internal import YAMLTree

extension Field {
  /// A text that is kept as it stands.
  func text(example: String) -> Located<String>? {
    scalar(example: example).map { Located($0.text, at: $0.range) }
  }

  /// Exactly `true` or `false`.
  func flag() -> Located<Bool>? {
    guard let scalar = scalar(example: "\(title): true") else { return nil }
    switch scalar.text {
    case "true": return Located(true, at: scalar.range)
    case "false": return Located(false, at: scalar.range)
    default:
      let meant = TruthWords.meaning(of: scalar.text)
      findings.add(StructureMessages.noTruthValue(scalar.text, meant: meant, at: scalar.range))
      return meant.map { Located($0, at: scalar.range) }
    }
  }

  /// One of a few words.
  func word<Word>(_ type: Word.Type) -> Located<Word>?
  where Word: RawRepresentable & CaseIterable & Sendable, Word.RawValue == String {
    let words = Word.allCases.map(\.rawValue)
    return word(among: words).flatMap { text in
      Word(rawValue: text.value).map { Located($0, at: text.range) }
    }
  }

  /// One of a few words, as a text.
  func word(among words: [String]) -> Located<String>? {
    guard let scalar = scalar(example: "\(title): \(words.first ?? "…")") else { return nil }
    guard words.contains(scalar.text) else {
      findings.add(
        StructureMessages.unknownWord(scalar.text, of: title, among: words, at: scalar.range))
      return nil
    }
    return Located(scalar.text, at: scalar.range)
  }

  /// A text for people, in one language or in several.
  func label() -> Label? {
    let example = "\(title): {zh: …, en: …}"
    if isScalar {
      guard let scalar = scalar(example: example) else { return nil }
      let isChinese = scalar.text.unicodeScalars.contains { $0.properties.isIdeographic }
      return Label(
        zh: isChinese ? scalar.source : nil, en: isChinese ? nil : scalar.source, at: scalar.range)
    }
    return keys(example: example) { keys in
      let chinese = keys["zh"]?.scalar(example: "zh: …")
      let english = keys["en"]?.scalar(example: "en: …")
      return Label(zh: chinese?.source, en: english?.source, at: node.range)
    }
  }
}

/// Words that other formats and other languages have for `true` and `false`.
enum TruthWords {
  static func meaning(of word: String) -> Bool? {
    switch word.lowercased() {
    case "true", "yes", "y", "on", "1", "t", "是", "对", "有", "真": true
    case "false", "no", "n", "off", "0", "f", "否", "不", "无", "假": false
    default: nil
    }
  }
}
