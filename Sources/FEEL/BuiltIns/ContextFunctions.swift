extension BuiltIn {
  /// Context functions (DMN 1.5, 10.3.4.11).
  static let contextFunctions: [BuiltIn] = [
    BuiltIn(
      "get value", looksInside: false,
      Signature([.init("m", .anyContext), .init("key", .string)], .fixed(.any)) { arguments in
        guard let context = arguments[0].context, let key = arguments[1].string else { return nil }
        return context[key] ?? .null
      }),
    BuiltIn(
      "get entries", looksInside: false,
      Signature([.init("m", .anyContext)], .fixed(.list(entryType))) { arguments in
        arguments[0].context.map { context in
          .list(
            context.entries.map { key, value in
              .context(ContextValue([("key", .string(key)), ("value", value)]))
            })
        }
      }),
    BuiltIn(
      "context", looksInside: false,
      Signature([.init("entries", .list(entryType))], .fixed(.anyContext)) { arguments in
        arguments[0].list.flatMap { context(of: $0) }
      }),
    BuiltIn(
      "context put", looksInside: false,
      Signature(
        [
          .init("context", .anyContext), .init("key", .string),
          .init("value", .any, passedOn: true),
        ],
        .fixed(.anyContext)
      ) { arguments in
        arguments[0].context.flatMap { put(arguments[2], into: $0, at: [arguments[1]]) }
      },
      Signature(
        [
          .init("context", .anyContext), .init("keys", .list(.string)),
          .init("value", .any, passedOn: true),
        ],
        .fixed(.anyContext)
      ) { arguments in
        guard let context = arguments[0].context, let keys = arguments[1].list else { return nil }
        return put(arguments[2], into: context, at: keys[...])
      }),
    BuiltIn(
      "context merge", looksInside: false,
      Signature([.init("contexts", .list(.anyContext))], .fixed(.anyContext)) { arguments in
        arguments[0].list.flatMap { merged($0) }
      }),
  ]

  /// What `get entries` gives and `context` takes.
  private static let entryType = FEELType.context([.init("key", .string), .init("value", .any)])

  /// The context of entries; nil if a key is no string or stands twice.
  private static func context(of entries: [Value]) -> Value? {
    if let unknown = Unknown.union(of: entries.filter(\.isUnknown)) { return .unknown(unknown) }
    var result = ContextValue()
    for entry in entries {
      guard let entry = entry.context, let key = entry["key"], let value = entry["value"] else {
        return nil
      }
      if case .unknown = key { return key }
      guard let name = key.string, result[name] == nil else { return nil }
      result[name] = value
    }
    return .context(result)
  }

  /// The context with another value at the end of a path of keys.
  ///
  /// Nil if the path leads through something that is no context.
  private static func put(
    _ value: Value, into context: ContextValue, at path: ArraySlice<Value>
  ) -> Value? {
    guard let first = path.first else { return nil }
    if first.isUnknown { return first }
    guard let key = first.string else { return nil }
    var result = context
    if path.count == 1 {
      result[key] = value
      return .context(result)
    }
    guard let inner = context[key] else { return nil }
    if inner.isUnknown { return inner }
    guard let inner = inner.context, let changed = put(value, into: inner, at: path.dropFirst())
    else { return nil }
    if changed.isUnknown { return changed }
    result[key] = changed
    return .context(result)
  }

  /// The entries of all contexts; of two with one name the later counts.
  private static func merged(_ contexts: [Value]) -> Value? {
    if let unknown = Unknown.union(of: contexts.filter(\.isUnknown)) { return .unknown(unknown) }
    var result = ContextValue()
    for context in contexts {
      guard let context = context.context else { return nil }
      for (key, value) in context.entries { result[key] = value }
    }
    return .context(result)
  }
}

extension FEELType {
  /// A context with any entries.
  static let anyContext = FEELType.context([])
}
