internal import Diagnostics

/// Takes each row of a table, the first of which names the columns.
struct CSVCutter: RecordCutter {
  let name: String
  private var head: CSVHead?
  /// Whether the head was so wrong that no row can be read.
  private var isHeadless = false

  init(name: String) { self.name = name }

  mutating func cut(_ incoming: inout IncomingBytes, into records: inout [ApplicantRecord]) {
    while incoming.count > 0 {
      guard !isHeadless else { return incoming.drop(incoming.count) }
      let content: ApplicantRecord.Content
      switch rowEnd(in: incoming) {
      case .open: return
      case .at(let end):
        let count = end - incoming.start
        if incoming.bytes[incoming.start..<end].allSatisfy(\.isBlank) {
          incoming.drop(min(count + 1, incoming.count))
          continue
        }
        let file = incoming.take(count, of: name)
        incoming.drop(min(1, incoming.count))
        guard let head else {
          readHead(file, &records)
          continue
        }
        content = .row(file, head)
      case .quoteNotClosed(let offset):
        // What follows its first line may be sound: only that line is given up.
        let end = incoming.lineBreak(from: incoming.start) ?? incoming.bytes.count
        let file = incoming.take(end - incoming.start, of: name)
        incoming.drop(min(1, incoming.count))
        content = .broken(
          StreamMessages.quoteNotClosed(
            at: SourceRange(
              file: file, lowerBound: min(offset, file.bytes.count),
              upperBound: min(offset + 1, file.bytes.count))))
        if head == nil { isHeadless = true }
      case .tooLong:
        records.append(.tooLong(incoming.take(0, of: name)))
        if head == nil { isHeadless = true }
        isSkipping = true
        skipLine(&incoming)
        continue
      case .skipping:
        skipLine(&incoming)
        continue
      }
      records.append(ApplicantRecord(content: content))
    }
    if incoming.isComplete, head == nil, !isHeadless {
      isHeadless = true
      let end = incoming.take(0, of: name)
      records.append(ApplicantRecord(content: .broken(StreamMessages.noHead(at: end.whole))))
    }
  }

  private var isSkipping = false

  private mutating func skipLine(_ incoming: inout IncomingBytes) {
    if let end = incoming.lineBreak(from: incoming.start) {
      isSkipping = false
      incoming.drop(end + 1 - incoming.start)
    } else {
      incoming.drop(incoming.count)
    }
  }

  private mutating func readHead(_ file: SourceFile, _ records: inout [ApplicantRecord]) {
    let reading = CSVHead.read(file)
    head = reading.head
    isHeadless = reading.head == nil
    records += reading.diagnostics.map { ApplicantRecord(content: .broken($0)) }
  }

  private static func mayFollowQuote(_ byte: UInt8) -> Bool {
    [UInt8(ascii: "\""), UInt8(ascii: ","), 0x0A, 0x0D].contains(byte)
  }

  private enum RowEnd {
    case at(Int)
    /// More has to come in.
    case open
    /// A quotation mark that is never closed, so many bytes behind the beginning of the row.
    case quoteNotClosed(Int)
    case tooLong
    case skipping
  }

  /// Where the first row ends: at a line break outside quotation marks.
  private func rowEnd(in incoming: IncomingBytes) -> RowEnd {
    if isSkipping { return .skipping }
    var quote: Int?
    var isCellStart = true
    let last = min(incoming.bytes.count, incoming.start + ApplicantRecords.longestRecord)
    for index in incoming.start..<last {
      let byte = incoming.bytes[index]
      switch byte {
      case UInt8(ascii: "\""):
        // Two in a row inside a cell close it and open it again, which comes to the same.
        if let opening = quote {
          quote = nil
          // A mark that was never closed meets one of another row.
          if index + 1 < last, !Self.mayFollowQuote(incoming.bytes[index + 1]),
            incoming.bytes[opening..<index].contains(0x0A)
          {
            return .quoteNotClosed(opening - incoming.start)
          }
        } else if isCellStart || incoming.bytes[index - 1] == byte {
          quote = index
        }
        isCellStart = false
      case UInt8(ascii: ",") where quote == nil: isCellStart = true
      case 0x0A where quote == nil: return .at(index)
      default: isCellStart = false
      }
    }
    let isCutOff = last < incoming.bytes.count
    guard isCutOff || incoming.isComplete else { return .open }
    if let quote { return .quoteNotClosed(quote - incoming.start) }
    return isCutOff ? .tooLong : .at(last)
  }
}
