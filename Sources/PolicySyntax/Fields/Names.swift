public import Diagnostics
internal import FEELSyntax
internal import YAMLTree

extension Field {
  /// An entry of a section whose keys are names that are declared there.
  typealias Declared = (name: Name, field: Field)

  /// The entries of a section; every name is checked.
  func declared(example: String) -> [Declared] {
    (entries(example: example) ?? []).compactMap { entry in
      guard let key = entry.key else { return nil }
      return (NameCheck.declared(key.source, at: key.range, findings), entry)
    }
  }

  /// The name of something declared elsewhere.
  func reference(example: String) -> Name? {
    scalar(example: example).map { Name($0.text.singleSpaced, at: $0.range) }
  }

  /// A list of names of things declared elsewhere.
  func references(example: String) -> [Name] {
    items(example: example).compactMap { $0.reference(example: example) }
  }

  /// The name of a policy, a vocabulary or a pilot: it stands in commands and file names, too.
  func identifier(example: String) -> Name? {
    guard let scalar = scalar(example: example) else { return nil }
    if let sign = scalar.text.unicodeScalars.first(where: { !NameCheck.isIdentifierPart($0) }) {
      findings.add(
        NameMessages.noIdentifier(scalar.text, holds: String(sign), of: title, at: scalar.range))
    }
    return Name(scalar.text, at: scalar.range)
  }
}

/// What a name may look like (DMN 1.5, 10.3.1.2, rules 27 to 30, without the signs).
public enum NameCheck {
  /// A name where it is declared; reports one that expressions could not hold.
  static func declared(
    _ source: SourceText, at range: SourceRange, _ findings: Findings
  ) -> Name {
    let name = source.text.singleSpaced
    if let message = finding(name, at: range) { findings.add(message) }
    return Name(name, at: range)
  }

  /// Whether a text can name a policy, a vocabulary or a pilot, and a file without being hidden.
  public static func isIdentifier(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, isLetter(first) || isDigit(first) else {
      return false
    }
    return text.unicodeScalars.allSatisfy(isIdentifierPart)
  }

  static func isIdentifierPart(_ scalar: Unicode.Scalar) -> Bool {
    isLetter(scalar) || isDigit(scalar) || scalar == "-" || scalar == "_" || scalar == "."
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
      : scalar.properties.isAlphabetic && !isDigit(scalar)
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? ("0"..."9").contains(scalar) : scalar.properties.generalCategory == .decimalNumber
  }

  /// Words of the grammar, which a name cannot hold without being torn apart.
  static let keywords: Set<String> = [
    "and", "between", "else", "every", "false", "for", "if", "in", "null", "or", "return",
    "satisfies", "some", "then", "true",
  ]

  /// What keeps a name from being one that expressions could hold; nil if nothing does.
  public static func finding(_ name: String, at range: SourceRange) -> Diagnostic? {
    let scalars = name.unicodeScalars
    guard let first = scalars.first else { return NameMessages.emptyName(at: range) }
    if let sign = scalars.first(where: { !isPart($0) }) {
      return NameMessages.holdsSign(name, sign: String(sign), mended: mended(name), at: range)
    }
    if !isLetter(first), first != "_" { return NameMessages.beginsWithDigit(name, at: range) }
    // Taken apart by bytes, for there are thousands of names and the blank is a sign of its own.
    let words = name.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    if let word = words.first(where: { keywords.contains($0) }) {
      return NameMessages.holdsKeyword(name, keyword: word, at: range)
    }
    if words.count > 1, words.last == "at" { return NameMessages.endsInAt(name, at: range) }
    if BuiltInNames.all.contains(name) { return NameMessages.hidesBuiltIn(name, at: range) }
    return nil
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    isLetter(scalar) || isDigit(scalar) || scalar == " " || scalar == "_"
      || (!scalar.isASCII && scalar.properties.generalCategory == .nonspacingMark)
  }

  /// The name with blanks for its signs, if that would do.
  private static func mended(_ name: String) -> String? {
    var text = ""
    for scalar in name.unicodeScalars {
      text.unicodeScalars.append(isPart(scalar) ? scalar : " ")
    }
    let spaced = text.singleSpaced
    guard let first = spaced.unicodeScalars.first, isLetter(first),
      !spaced.split(separator: " ").contains(where: { keywords.contains(String($0)) })
    else { return nil }
    return spaced
  }
}
