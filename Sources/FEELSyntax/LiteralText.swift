/// How literals are written.
public enum LiteralText {
  /// A text as a string literal, the quotation marks included.
  public static func string(_ text: String) -> String { quotedLiteral(text) }

  /// The key of an entry of a context, quoted if it must be.
  public static func key(_ name: String) -> String {
    Printer.isPlainKey(name) ? name : quotedLiteral(name)
  }
}
