extension DiagnosticReport {
  /// The messages as commands of workflows, one a line, which GitHub shows beside the lines of a
  /// change.
  public func annotations(in language: Language) -> String {
    diagnostics.map { Self.annotation($0, language) + "\n" }.joined()
  }

  private static func annotation(_ diagnostic: Diagnostic, _ language: Language) -> String {
    let command =
      switch diagnostic.severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    var properties: [(String, String)] = []
    if let range = diagnostic.range {
      let (start, end) = (range.start, range.end)
      properties += [
        ("file", range.file.name), ("line", "\(start.line)"), ("endLine", "\(end.line)"),
      ]
      // Columns are understood within one line alone.
      if start.line == end.line {
        properties += [
          ("col", "\(start.column)"), ("endColumn", "\(max(start.column, end.column - 1))"),
        ]
      }
    }
    properties.append(("title", diagnostic.code.rawValue))
    var text = diagnostic.message.text(in: language)
    if let help = diagnostic.help { text += "\n" + help.text(in: language) }
    let list = properties.map { "\($0.0)=\(escaped($0.1, isProperty: true))" }
    return "::\(command) \(list.joined(separator: ","))::\(escaped(text, isProperty: false))"
  }

  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where isProperty: result += "%3A"
      case "," where isProperty: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
