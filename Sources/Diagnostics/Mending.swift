/// Files with the safe fixes of messages made in them.
///
/// The edits of one message are made together or not at all; of two that touch the same place only
/// the first is made.
public struct Mending {
  /// The files that differ from what was read, by name.
  public private(set) var files: [SourceFile] = []
  /// The messages whose fixes were made.
  public private(set) var made: [Diagnostic] = []

  /// Makes the fixes of messages, in the order in which they are reported.
  public init(_ diagnostics: [Diagnostic]) {
    var edits: [String: [Diagnostic.Fix]] = [:]
    var sources: [String: SourceFile] = [:]
    for diagnostic in DiagnosticReport(diagnostics).diagnostics {
      let fixes = diagnostic.fixes
      guard !fixes.isEmpty, fixes.allSatisfy(\.isSafe) else { continue }
      let isFree = fixes.indices.allSatisfy { index in
        let fix = fixes[index]
        let others = (edits[fix.range.file.name] ?? []) + fixes[..<index]
        return others.allSatisfy { !$0.touches(fix) }
      }
      guard isFree else { continue }
      for fix in fixes {
        edits[fix.range.file.name, default: []].append(fix)
        sources[fix.range.file.name] = fix.range.file
      }
      made.append(diagnostic)
    }
    for name in edits.keys.sorted() {
      guard let source = sources[name] else { continue }
      var bytes = source.bytes
      let backwards = (edits[name] ?? []).sorted { $0.range.lowerBound > $1.range.lowerBound }
      for fix in backwards {
        bytes.replaceSubrange(
          fix.range.lowerBound..<fix.range.upperBound, with: Array(fix.replacement.utf8))
      }
      if bytes != source.bytes { files.append(SourceFile(name: name, bytes: bytes)) }
    }
  }
}

extension Diagnostic.Fix {
  /// Whether two edits concern the same stretch of a file, its ends included.
  fileprivate func touches(_ other: Diagnostic.Fix) -> Bool {
    range.file.name == other.range.file.name && range.lowerBound <= other.range.upperBound
      && other.range.lowerBound <= range.upperBound
  }
}
