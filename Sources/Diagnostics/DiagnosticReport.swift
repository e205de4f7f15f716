/// Messages in the order in which people read them, as text or as JSON.
public struct DiagnosticReport: Sendable {
  /// The messages by file, place and code; those without a place come last.
  public let diagnostics: [Diagnostic]

  /// Puts messages in order; those that agree in everything that orders them stay as given.
  public init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics.enumerated().sorted { left, right in
      Self.isBefore(left.element, right.element)
        ?? (left.offset < right.offset)
    }.map(\.element)
  }

  /// The messages one below the other with their source lines, and a line that counts them; empty
  /// if there are none.
  public func text(
    in language: Language, isColoured: Bool = false, columns: Int = 120
  ) -> String {
    guard !diagnostics.isEmpty else { return "" }
    let renderer = DiagnosticRenderer(
      language: language, isColoured: isColoured, columns: max(40, columns))
    let (shown, rest) = shortened
    var parts = shown.map { renderer.text(of: $0) }
    if !rest.isEmpty {
      parts.append(rest.map { $0.text(in: language) + "\n" }.joined())
    }
    return parts.joined(separator: "\n") + "\n" + summary(in: language) + "\n"
  }

  /// The most messages of one code in one file that people are shown.
  private static let mostOfAKind = 100

  /// The messages that people read, and in words how many there are more of each kind: who does
  /// not mend the first hundred does not read the thousandth either.
  private var shortened: (shown: [Diagnostic], rest: [Wording]) {
    struct Kind: Hashable {
      let code: DiagnosticCode
      let file: String?
    }
    var shown: [Diagnostic] = []
    var counts: [Kind: Int] = [:]
    var order: [Kind] = []
    for diagnostic in diagnostics {
      let kind = Kind(code: diagnostic.code, file: diagnostic.range?.file.name)
      counts[kind, default: 0] += 1
      if counts[kind] == Self.mostOfAKind + 1 { order.append(kind) }
      if counts[kind, default: 0] <= Self.mostOfAKind { shown.append(diagnostic) }
    }
    let rest = order.map { kind in
      let more = counts[kind, default: 0] - Self.mostOfAKind
      let place = kind.file.map { (en: " in \($0)", zh: "\($0) 中") } ?? (en: "", zh: "")
      return Wording(
        en: "… and \(more) more of \(kind.code.rawValue)\(place.en)",
        zh: "…… \(place.zh)另有 \(more) 个 \(kind.code.rawValue)")
    }
    return (shown, rest)
  }

  /// How many errors, warnings and notes there are, and in how many files.
  public func summary(in language: Language) -> String {
    let counts = Severity.allCases.compactMap { severity -> String? in
      let count = diagnostics.count { $0.severity == severity }
      guard count > 0 else { return nil }
      switch language {
      case .english: return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
      case .chinese: return "\(count) \(severity.measureWord)\(severity.wording.zh)"
      }
    }
    guard !counts.isEmpty else {
      return Wording(en: "nothing found", zh: "没有发现问题").text(in: language)
    }
    let files = Set(diagnostics.compactMap { $0.range?.file.name }).count
    switch language {
    case .english:
      let place = files == 0 ? "" : " in \(files) file\(files == 1 ? "" : "s")"
      return counts.joined(separator: ", ") + place
    case .chinese:
      return (files == 0 ? "共 " : "\(files) 个文件中有 ") + counts.joined(separator: "、")
    }
  }

  /// The messages for programs.
  public var json: JSONValue { .array(diagnostics.map(\.json)) }

  /// Whether one message stands before another; nil if nothing orders them.
  private static func isBefore(_ left: Diagnostic, _ right: Diagnostic) -> Bool? {
    switch (left.range, right.range) {
    case (nil, .some): return false
    case (.some, nil): return true
    case (let leftRange?, let rightRange?):
      if leftRange.file.name != rightRange.file.name {
        return leftRange.file.name < rightRange.file.name
      }
      if leftRange.lowerBound != rightRange.lowerBound {
        return leftRange.lowerBound < rightRange.lowerBound
      }
    case (nil, nil): break
    }
    return left.code == right.code ? nil : left.code < right.code
  }
}

extension Severity {
  /// The word for it.
  public var wording: Wording {
    switch self {
    case .error: Wording(en: "error", zh: "错误")
    case .warning: Wording(en: "warning", zh: "警告")
    case .note: Wording(en: "note", zh: "提示")
    }
  }

  /// The Chinese word between a number and the severity.
  fileprivate var measureWord: String { self == .note ? "条" : "个" }
}
