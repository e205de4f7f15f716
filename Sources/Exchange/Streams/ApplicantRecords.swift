internal import Diagnostics

/// Cuts a file of applicants into records as its bytes come in, without ever holding more of it than
/// one record and what came in last.
///
/// YAML is held whole, as it can only be understood whole, within the limit for such files.
public struct ApplicantRecords: Sendable {
  /// The most bytes of one record.
  public static let longestRecord = 1 << 18

  private var incoming = IncomingBytes()
  private var cutter: any RecordCutter
  private var isBegun = false

  /// The records of a file that is shown under a name.
  public init(of name: String, form: ApplicantForm) {
    cutter =
      switch form {
      case .yaml: WholeFileCutter(name: name)
      case .json: JSONListCutter(name: name)
      case .jsonLines: LineCutter(name: name)
      case .csv: CSVCutter(name: name)
      }
  }

  /// The records that are complete once these bytes have come in.
  public mutating func add(_ bytes: some Collection<UInt8>) -> [ApplicantRecord] {
    incoming.append(bytes)
    return records()
  }

  /// The records left when no more bytes follow.
  public mutating func finish() -> [ApplicantRecord] {
    incoming.isComplete = true
    return records()
  }

  private mutating func records() -> [ApplicantRecord] {
    if !isBegun {
      guard incoming.dropMark() else { return [] }
      isBegun = true
    }
    var records: [ApplicantRecord] = []
    cutter.cut(&incoming, into: &records)
    return records
  }
}

/// What knows where a record of some form ends.
protocol RecordCutter: Sendable {
  /// Takes all records that are complete.
  mutating func cut(_ incoming: inout IncomingBytes, into records: inout [ApplicantRecord])
}

/// Takes the whole file as one record.
struct WholeFileCutter: RecordCutter {
  let name: String
  private var isDone = false

  init(name: String) { self.name = name }

  mutating func cut(_ incoming: inout IncomingBytes, into records: inout [ApplicantRecord]) {
    guard !isDone else {
      incoming.drop(incoming.count)
      return
    }
    let isTooLong = incoming.count > Self.longest
    guard isTooLong || incoming.isComplete else { return }
    isDone = true
    let file = incoming.take(isTooLong ? 0 : incoming.count, of: name)
    incoming.drop(incoming.count)
    records.append(
      ApplicantRecord(
        content: isTooLong
          ? .broken(StreamMessages.fileTooLong(limit: Self.longest, at: file.whole))
          : .tree(file)))
  }

  /// The most bytes of a file that is held whole.
  static let longest = 8 << 20
}

/// Takes each line that is not empty.
struct LineCutter: RecordCutter {
  let name: String
  /// Whether the rest of a line that was too long is being passed over.
  private var isSkipping = false

  init(name: String) { self.name = name }

  mutating func cut(_ incoming: inout IncomingBytes, into records: inout [ApplicantRecord]) {
    while incoming.count > 0 {
      guard let end = incoming.lineBreak(from: incoming.start) ?? incoming.end else {
        skipTooLong(&incoming, &records)
        return
      }
      let count = end - incoming.start
      if isSkipping {
        isSkipping = false
      } else if count > ApplicantRecords.longestRecord {
        records.append(.tooLong(incoming.take(0, of: name)))
      } else if !incoming.bytes[incoming.start..<end].allSatisfy(\.isBlank) {
        records.append(ApplicantRecord(content: .tree(incoming.take(count, of: name))))
        incoming.drop(incoming.count > 0 ? 1 : 0)
        continue
      }
      incoming.drop(min(count + 1, incoming.count))
    }
  }

  /// Passes over what has come in of a line that is too long.
  private mutating func skipTooLong(
    _ incoming: inout IncomingBytes, _ records: inout [ApplicantRecord]
  ) {
    guard incoming.count > ApplicantRecords.longestRecord else { return }
    if !isSkipping { records.append(.tooLong(incoming.take(0, of: name))) }
    isSkipping = true
    incoming.drop(incoming.count)
  }
}

extension IncomingBytes {
  /// The index behind the last byte, if no more follow.
  var end: Int? { isComplete ? bytes.count : nil }
}

extension ApplicantRecord {
  /// A record that is longer than any is read, which begins where a file begins.
  static func tooLong(_ file: SourceFile) -> ApplicantRecord {
    ApplicantRecord(
      content: .broken(
        StreamMessages.recordTooLong(limit: ApplicantRecords.longestRecord, at: file.whole)))
  }
}

extension SourceFile {
  /// All of it.
  var whole: SourceRange { SourceRange(file: self, lowerBound: 0, upperBound: bytes.count) }
}

extension UInt8 {
  /// Whether it is a blank, a tab or a line break.
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D || self == 0x0A }
}
