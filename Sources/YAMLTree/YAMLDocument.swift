public import Diagnostics

/// The tree read from one file, with everything noticed on the way.
public struct YAMLDocument: Sendable {
  /// What was read.
  public let file: SourceFile
  /// The outermost node; nil if the file is empty or could not be read to its end.
  public let root: YAMLNode?
  /// Findings in the order of the file; with an error among them `root` is a help for further
  /// messages, not something to act upon.
  public let diagnostics: [Diagnostic]

  /// Reads a file: size, encoding, then structure.
  public init(reading file: SourceFile, limits: YAMLLimits = .init()) {
    self.file = file
    var findings = Findings(most: limits.findings)
    guard file.bytes.count <= limits.bytes else {
      findings.add(YAMLMessages.tooLarge(file: file, limit: limits.bytes))
      root = nil
      diagnostics = findings.sorted
      return
    }
    let encoding = EncodingCheck(file: file, findings: &findings)
    guard encoding.isReadable else {
      root = nil
      diagnostics = findings.sorted
      return
    }
    let pairs = SurrogatePairs(in: file, from: encoding.contentStart)
    root = file.bytes.withUnsafeBufferPointer { bytes in
      var reading = Reading(
        file: file, bytes: bytes, isASCII: encoding.isASCII, pairs: pairs, limits: limits,
        findings: findings)
      let root = reading.run(from: encoding.contentStart)
      findings = reading.findings
      return root
    }
    diagnostics = findings.sorted
  }
}
