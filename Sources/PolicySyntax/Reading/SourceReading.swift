internal import Diagnostics
internal import FEELSyntax
internal import YAMLTree

extension Field {
  /// `sources:`, by id.
  func sources() -> [SourceDeclaration] {
    let example = "N-1: {title: 某某管理办法, evidence: quoted}"
    return (entries(example: example) ?? []).compactMap { entry in
      guard let id = entry.key else { return nil }
      if id.text.contains(where: \.isWhitespace) {
        findings.add(StructureMessages.blankInSourceID(id))
      }
      let narrow = id.text.withNarrowLetters
      if narrow != id.text {
        findings.add(StructureMessages.wideLettersInSourceID(id, narrow: narrow))
      }
      return entry.keys(example: example) { keys in
        SourceDeclaration(
          name: Name(id.text, at: id.range),
          title: keys["title"]?.text(example: "title: 某某管理办法"),
          number: keys["number"]?.text(example: "number: 财社〔2023〕181号"),
          url: keys["url"]?.text(example: "url: https://www.gov.cn/…"),
          evidence: keys["evidence"]?.word(Evidence.self),
          text: keys["text"]?.text(example: "text: 不超过实际支出的2/3"))
      }
    }
  }
}

extension String {
  /// The text with ASCII letters and digits for full-width ones.
  fileprivate var withNarrowLetters: String {
    var narrow = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
        narrow.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      default: narrow.append(scalar)
      }
    }
    return String(narrow)
  }
}
