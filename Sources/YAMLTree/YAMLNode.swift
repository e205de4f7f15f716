public import Diagnostics

/// A scalar, a list or a group of entries, with the place it was read from.
public struct YAMLNode: Sendable {
  /// What a node is made of.
  public enum Content: Sendable {
    /// A text.
    case scalar(YAMLScalar)
    /// The items of a list.
    case sequence([YAMLNode])
    /// Entries in the order of the file; of entries with one key only the first is kept.
    case mapping([YAMLEntry])
  }

  /// What was read.
  public let content: Content
  /// From the first to the last byte, without blanks, comments and line breaks that follow.
  public let range: SourceRange
  /// Whether it is a collection written in `{…}` or `[…]`.
  public let isFlow: Bool
}

/// A key and its value.
public struct YAMLEntry: Sendable {
  /// The text before the colon; never absent.
  public let key: YAMLScalar
  /// What stands behind the colon, possibly an absent scalar.
  public let value: YAMLNode
}

/// A text as it is written: nothing is taken for a number, a date or a truth value.
public final class YAMLScalar: Sendable {
  /// The five spellings of a text in YAML.
  public enum Style: Sendable, Hashable {
    /// Without any sign around it.
    case plain
    /// In `'…'`.
    case singleQuoted
    /// In `"…"`, with escapes.
    case doubleQuoted
    /// On the lines below `|`.
    case literal
    /// On the lines below `>`.
    case folded
  }

  /// The text, every byte of which leads back to its place in the file.
  public let source: SourceText
  /// How it is spelt.
  public let style: Style
  /// Where it stands, quotation marks and the header of a block included.
  public let range: SourceRange
  /// Whether it spans several lines of the file.
  public let isMultiline: Bool

  init(source: SourceText, style: Style, range: SourceRange, isMultiline: Bool) {
    self.source = source
    self.style = style
    self.range = range
    self.isMultiline = isMultiline
  }

  /// The text without its places.
  public var text: String { source.text }

  /// Whether nothing is written at all, as behind the colon of `key:`; `''` is not absent.
  public var isAbsent: Bool { style == .plain && range.lowerBound == range.upperBound }
}
