internal import Diagnostics
internal import YAMLTree

extension Field {
  /// An expression as it was written, once it is certain that YAML has not changed it.
  ///
  /// What is reported here is mended in the answer, so that later stages do not stumble over it
  /// again.
  func expression() -> ExpressionText? {
    findings.noteExpression(node.range)
    if let torn, let brackets {
      findings.add(
        EmbeddingMessages.expressionInBraces(torn, BlockForm(of: brackets)),
        onceFor: brackets.range)
      return mended(SourceText(of: torn))
    }
    switch node.content {
    case .scalar(let scalar): return expression(scalar)
    case .sequence, .mapping:
      findings.add(EmbeddingMessages.collection(self))
      return node.isFlow ? mended(SourceText(of: node.range)) : nil
    }
  }

  private func expression(_ scalar: YAMLScalar) -> ExpressionText? {
    guard !scalar.isAbsent else {
      findings.add(EmbeddingMessages.noExpression(title, at: key?.range ?? scalar.range))
      return nil
    }
    let source = scalar.source.trimmed
    guard !source.text.isEmpty else {
      findings.add(EmbeddingMessages.noExpression(title, at: scalar.range))
      return nil
    }
    switch scalar.style {
    case .literal: break
    case .folded: findings.add(EmbeddingMessages.folded(self, scalar))
    case .plain:
      if scalar.isMultiline {
        findings.add(EmbeddingMessages.severalLines(self, scalar))
      } else if let brackets, source.text.contains(where: { "()[]{}\",".contains($0) }) {
        findings.add(
          EmbeddingMessages.expressionInBraces(scalar.range, BlockForm(of: brackets)),
          onceFor: brackets.range)
      }
    case .singleQuoted, .doubleQuoted:
      if scalar.isMultiline {
        findings.add(EmbeddingMessages.severalLines(self, scalar))
      } else if QuotedText.looksLikeText(source.text) {
        findings.add(EmbeddingMessages.quotedText(source.text, at: scalar.range))
        return ExpressionText(QuotedText.literal(scalar))
      }
    }
    return mended(source, isPlain: scalar.style == .plain)
  }

  private func mended(_ source: SourceText, isPlain: Bool = false) -> ExpressionText {
    ExpressionText(ForeignSigns.mended(source, isPlain: isPlain, findings))
  }
}

extension SourceText {
  /// The text of a stretch of a file as it stands.
  init(of range: SourceRange) {
    self.init(
      text: range.text, file: range.file,
      segments: [Segment(textOffset: 0, fileOffset: range.lowerBound)],
      fileEnd: range.upperBound)
  }
}

/// `is: "vision"`: the quotation marks are YAML's, so that a name is left and not a text.
enum QuotedText {
  /// Whether a text would be a lone name, for which nobody writes quotation marks.
  static func looksLikeText(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last,
      NameCheck.isLetter(first), last != "-"
    else { return false }
    let isName = scalars.indices.allSatisfy { index in
      let scalar = scalars[index]
      if scalar == "-" { return scalars[index - 1] != " " && scalars[index + 1] != " " }
      return NameCheck.isLetter(scalar) || NameCheck.isDigit(scalar) || scalar == " "
        || scalar == "_"
    }
    return isName
      && !text.split(separator: " ").contains { NameCheck.keywords.contains(String($0)) }
  }

  /// The string literal that was meant.
  static func literal(_ scalar: YAMLScalar) -> SourceText {
    SourceText(
      text: "\"\(scalar.text)\"", file: scalar.range.file,
      segments: [.init(textOffset: 0, fileOffset: scalar.range.lowerBound)],
      fileEnd: scalar.range.upperBound)
  }
}
