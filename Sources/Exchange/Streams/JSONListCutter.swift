internal import Diagnostics

/// Takes each element of a JSON list, at the top or below `applicants`; a file that holds no list is
/// one record.
struct JSONListCutter: RecordCutter {
  let name: String
  private var stage = Stage.opening

  private enum Stage: Equatable {
    /// Before the list.
    case opening
    /// Between two elements; in an object if the list stands below `applicants`.
    case element(inObject: Bool)
    /// Behind the list.
    case closing(inObject: Bool)
    /// There is no list, or none that can be cut.
    case whole
    case done
  }

  private var wholeFile: WholeFileCutter

  init(name: String) {
    self.name = name
    wholeFile = WholeFileCutter(name: name)
  }

  mutating func cut(_ incoming: inout IncomingBytes, into records: inout [ApplicantRecord]) {
    while true {
      switch stage {
      case .opening:
        guard open(&incoming) else { return }
      case .element(let inObject):
        guard takeElement(&incoming, &records, inObject) else { return }
      case .closing(let inObject):
        guard close(&incoming, &records, inObject) else { return }
      case .whole:
        wholeFile.cut(&incoming, into: &records)
        return
      case .done:
        incoming.drop(incoming.count)
        return
      }
    }
  }

  /// The bytes before the list may be blanks and `{"applicants":`.
  private static let mostBeforeList = 4096

  /// Finds the list; answers whether anything can be said yet.
  private mutating func open(_ incoming: inout IncomingBytes) -> Bool {
    var place = incoming.start
    func next() -> UInt8? {
      while place < incoming.bytes.count, incoming.bytes[place].isBlank { place += 1 }
      return place < incoming.bytes.count ? incoming.bytes[place] : nil
    }
    let key = Array("\"applicants\"".utf8)
    var found: Stage?
    if let first = next() {
      if first == UInt8(ascii: "[") {
        found = .element(inObject: false)
      } else if first == UInt8(ascii: "{") {
        place += 1
        if next() != nil {
          let rest = incoming.bytes[place...]
          if rest.starts(with: key) {
            place += key.count
            if let colon = next() {
              if colon == UInt8(ascii: ":") {
                place += 1
                if let bracket = next() {
                  found = bracket == UInt8(ascii: "[") ? .element(inObject: true) : .whole
                }
              } else {
                found = .whole
              }
            }
          } else if rest.count >= key.count || !key.starts(with: rest) {
            found = .whole
          }
        }
      } else {
        found = .whole
      }
    }
    guard
      let found = found
        ?? (incoming.isComplete || incoming.count > Self.mostBeforeList ? .whole : nil)
    else { return false }
    stage = found
    if found != .whole { incoming.drop(place + 1 - incoming.start) }
    return true
  }

  /// Takes one element; answers whether it has come in whole.
  private mutating func takeElement(
    _ incoming: inout IncomingBytes, _ records: inout [ApplicantRecord], _ inObject: Bool
  ) -> Bool {
    skipBlanks(&incoming)
    var depth = 0
    var isInText = false
    var isEscaped = false
    for index in incoming.start..<incoming.bytes.count {
      let byte = incoming.bytes[index]
      if isInText {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInText = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInText = true
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","):
        guard depth == 0 else {
          if byte != UInt8(ascii: ",") { depth -= 1 }
          continue
        }
        finishElement(&incoming, &records, at: index, inObject)
        return true
      default: break
      }
    }
    if incoming.count > ApplicantRecords.longestRecord {
      records.append(.tooLong(incoming.take(0, of: name)))
      stage = .done
      return true
    }
    guard incoming.isComplete else { return false }
    let rest = incoming.take(incoming.count, of: name)
    records.append(ApplicantRecord(content: .broken(StreamMessages.listNotClosed(at: rest.whole))))
    stage = .done
    return true
  }

  private mutating func finishElement(
    _ incoming: inout IncomingBytes, _ records: inout [ApplicantRecord], at index: Int,
    _ inObject: Bool
  ) {
    let isLast = incoming.bytes[index] != UInt8(ascii: ",")
    let count = index - incoming.start
    // `[]` has no element; a comma has one on either side.
    if count > 0 || !isLast || isAfterComma {
      records.append(ApplicantRecord(content: .tree(incoming.take(count, of: name))))
    }
    isAfterComma = !isLast
    incoming.drop(1)
    if isLast { stage = .closing(inObject: inObject) }
  }

  private var isAfterComma = false

  /// What stands behind the list; answers whether all of it has come in.
  private mutating func close(
    _ incoming: inout IncomingBytes, _ records: inout [ApplicantRecord], _ inObject: Bool
  ) -> Bool {
    skipBlanks(&incoming)
    guard incoming.count > 0 else {
      if inObject, incoming.isComplete {
        let end = incoming.take(0, of: name)
        records.append(
          ApplicantRecord(content: .broken(StreamMessages.listNotClosed(at: end.whole))))
        stage = .done
      }
      return stage == .done
    }
    if inObject, incoming.bytes[incoming.start] == UInt8(ascii: "}") {
      incoming.drop(1)
      stage = .closing(inObject: false)
      return true
    }
    let rest = incoming.take(min(incoming.count, 80), of: name)
    records.append(ApplicantRecord(content: .broken(StreamMessages.behindList(at: rest.whole))))
    stage = .done
    return true
  }

  private func skipBlanks(_ incoming: inout IncomingBytes) {
    incoming.drop(incoming.bytes[incoming.start...].prefix(while: \.isBlank).count)
  }
}
