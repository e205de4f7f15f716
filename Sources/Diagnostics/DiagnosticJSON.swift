extension Diagnostic {
  /// The message for programs: both languages, places as offsets, lines and columns.
  public var json: JSONValue {
    .object([
      ("code", .string(code.rawValue)),
      ("severity", .string(severity.rawValue)),
      ("message", message.json),
      ("place", range?.json ?? .null),
      ("help", help?.json ?? .null),
      (
        "notes",
        .array(
          notes.map { .object([("text", $0.text.json), ("place", $0.range?.json ?? .null)]) })
      ),
      (
        "fixes",
        .array(
          fixes.map {
            .object([
              ("place", $0.range.json), ("replacement", .string($0.replacement)),
              ("safe", .bool($0.isSafe)),
            ])
          })
      ),
    ])
  }
}

extension Wording {
  /// The two languages by their codes.
  public var json: JSONValue { .object([("zh", .string(zh)), ("en", .string(en))]) }
}

extension SourceRange {
  /// The file with the first and the last place; `end` is the place behind the range.
  public var json: JSONValue {
    .object([
      ("file", .string(file.name)),
      ("start", Self.json(start, offset: lowerBound)),
      ("end", Self.json(end, offset: upperBound)),
    ])
  }

  private static func json(_ position: SourcePosition, offset: Int) -> JSONValue {
    .object([
      ("line", .integer(position.line)), ("column", .integer(position.column)),
      ("offset", .integer(offset)),
    ])
  }
}
