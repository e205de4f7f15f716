extension JSONValue {
  /// The value in the one form that all who write it agree on (RFC 8785): on one line, without
  /// blanks, members sorted by the UTF-16 code units of their keys.
  ///
  /// Numbers other than integers are written as they were read, and so must not occur.
  public var canonical: String { sorted.compact }

  /// The same value, members of all objects in canonical order.
  private var sorted: JSONValue {
    switch self {
    case .array(let items): .array(items.map(\.sorted))
    case .object(let members):
      .object(
        members.map { ($0.0, $0.1.sorted) }
          .sorted { $0.0.utf16.lexicographicallyPrecedes($1.0.utf16) })
    default: self
    }
  }
}
