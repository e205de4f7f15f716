public import Diagnostics

extension PolicyDocument {
  /// What the first line of a rule file declares it to be.
  public enum Heading: Sendable, Equatable {
    /// `policy: NAME`
    case policy(String)
    /// `adapts: POLICY`
    case overlay(adapts: String)

    /// The heading of a file; nil unless the first line that is no comment is one.
    ///
    /// What stands there is the first key of the file and a plain scalar, so that the whole file can
    /// say nothing else once it is read.
    public init?(of file: SourceFile) {
      let lines = file.lineStarts.indices.lazy.map { file.bytes[file.offsets(ofLine: $0 + 1)] }
      let line = lines.first { !$0.isEmpty && $0.first != UInt8(ascii: "#") }
      guard let line, let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
      let value = line[(colon + 1)...]
      let name = value.drop { $0 == UInt8(ascii: " ") }
      guard name.startIndex > value.startIndex, name.first.map(Self.isLetter) ?? false,
        name.allSatisfy(Self.isPart)
      else { return nil }
      let text = String(decoding: name, as: UTF8.self)
      switch FileKind(rawValue: String(decoding: line[..<colon], as: UTF8.self)) {
      case .policy: self = .policy(text)
      case .overlay: self = .overlay(adapts: text)
      case .vocabulary, .sources, nil: return nil
      }
    }

    private static func isPart(_ byte: UInt8) -> Bool {
      isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "-")
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
  }
}
