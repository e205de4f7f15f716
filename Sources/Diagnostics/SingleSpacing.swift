extension StringProtocol {
  /// The text with one space for every run of blanks and line ends, and none at its ends.
  ///
  /// So are names and expressions compared and quoted that may be wrapped over several lines.
  public var singleSpaced: String {
    isSingleSpaced
      ? String(self) : split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether the text is as `singleSpaced` gives it.
  public var isSingleSpaced: Bool {
    var isAfterBlank = true
    for scalar in unicodeScalars {
      let isBlank = scalar == " "
      guard isBlank ? !isAfterBlank : !scalar.isWhitespaceByItself else { return false }
      isAfterBlank = isBlank
    }
    return isEmpty || !isAfterBlank
  }
}

extension Unicode.Scalar {
  /// Whether a character that this begins may be a blank.
  fileprivate var isWhitespaceByItself: Bool {
    value < 0x80 ? (0x09...0x0D).contains(value) : properties.isWhitespace
  }
}
