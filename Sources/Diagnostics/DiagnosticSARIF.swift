extension DiagnosticReport {
  /// The messages in the Static Analysis Results Interchange Format, SARIF 2.1.0 (OASIS), which
  /// code hosts and editors read.
  public func sarif(tool: String, version: String, in language: Language) -> JSONValue {
    let codes = Set(diagnostics.map(\.code)).sorted()
    let rules = codes.map { JSONValue.object([("id", .string($0.rawValue))]) }
    let driver = JSONValue.object([
      ("name", .string(tool)), ("version", .string(version)), ("rules", .array(rules)),
    ])
    let results = diagnostics.map { diagnostic in
      Self.result(diagnostic, rule: codes.firstIndex(of: diagnostic.code) ?? 0, language)
    }
    let run = JSONValue.object([
      ("tool", .object([("driver", driver)])),
      ("language", .string(language == .chinese ? "zh-CN" : "en")),
      ("columnKind", .string("unicodeCodePoints")),
      ("results", .array(results)),
    ])
    return .object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")),
      ("runs", .array([run])),
    ])
  }

  private static func result(
    _ diagnostic: Diagnostic, rule: Int, _ language: Language
  ) -> JSONValue {
    var text = diagnostic.message.text(in: language)
    if let help = diagnostic.help {
      text += Wording(en: "; ", zh: "；").text(in: language) + help.text(in: language)
    }
    var members: [(String, JSONValue)] = [
      ("ruleId", .string(diagnostic.code.rawValue)), ("ruleIndex", .integer(rule)),
      ("level", .string(diagnostic.severity.rawValue)),
      ("message", .object([("text", .string(text))])),
    ]
    if let range = diagnostic.range {
      members.append(
        ("locations", .array([.object([("physicalLocation", physical(range))])])))
    }
    let related = diagnostic.notes.compactMap { note in
      note.range.map { range in
        JSONValue.object([
          ("physicalLocation", physical(range)),
          ("message", .object([("text", .string(note.text.text(in: language)))])),
        ])
      }
    }
    if !related.isEmpty { members.append(("relatedLocations", .array(related))) }
    if !diagnostic.fixes.isEmpty {
      members.append(("fixes", .array([fix(diagnostic, language)])))
    }
    return .object(members)
  }

  private static func physical(_ range: SourceRange) -> JSONValue {
    .object([("artifactLocation", artifact(range.file)), ("region", region(range))])
  }

  private static func artifact(_ file: SourceFile) -> JSONValue {
    .object([("uri", .string(reference(file.name)))])
  }

  private static func region(_ range: SourceRange) -> JSONValue {
    let (start, end) = (range.start, range.end)
    return .object([
      ("startLine", .integer(start.line)), ("startColumn", .integer(start.column)),
      ("endLine", .integer(end.line)), ("endColumn", .integer(end.column)),
    ])
  }

  /// All edits of a message as one fix, file by file.
  private static func fix(_ diagnostic: Diagnostic, _ language: Language) -> JSONValue {
    var files: [SourceFile] = []
    for fix in diagnostic.fixes where !files.contains(fix.range.file) {
      files.append(fix.range.file)
    }
    let changes = files.map { file in
      let replacements = diagnostic.fixes.filter { $0.range.file == file }.map { fix in
        JSONValue.object([
          ("deletedRegion", region(fix.range)),
          ("insertedContent", .object([("text", .string(fix.replacement))])),
        ])
      }
      return JSONValue.object([
        ("artifactLocation", artifact(file)), ("replacements", .array(replacements)),
      ])
    }
    let text = (diagnostic.help ?? diagnostic.message).text(in: language)
    return .object([
      ("description", .object([("text", .string(text))])), ("artifactChanges", .array(changes)),
    ])
  }

  /// A path as a relative reference of RFC 3986.
  private static func reference(_ path: String) -> String {
    let hexadecimal = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        bytes.append(byte)
      default:
        bytes += [
          UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)],
        ]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
