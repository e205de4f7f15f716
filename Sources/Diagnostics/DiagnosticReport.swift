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
    let parts = diagnostics.map { renderer.text(of: $0) }
    return parts.joined(separator: "\n") + "\n" + summary(in: language) + "\n"
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
