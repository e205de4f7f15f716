public import Diagnostics
public import Digests

/// Checks the receipts of a log in their order, then where it ends.
///
/// Nothing but the log and its head is needed: no rules, no applicants.
public struct LogVerification: Sendable {
  /// How many lines were checked.
  public private(set) var count = 0
  /// The hash of the last receipt.
  public private(set) var last: Digest?
  private var lastLine: ReceiptPlace?
  private var nextNumber = 1
  private let isPart: Bool

  /// A check of a log from its beginning, or of a piece of one.
  public init(ofPart isPart: Bool = false) { self.isPart = isPart }

  /// What is wrong with the next line, in itself and after those before it.
  public mutating func check(_ reading: ReceiptReading, isWhole: Bool = true) -> [Diagnostic] {
    count += 1
    var diagnostics = reading.diagnostics
    let place = ReceiptPlace(line: count, number: reading.number)
    if !isWhole { diagnostics.append(ReceiptMessages.torn(place)) }
    defer {
      last = reading.hash
      lastLine = place
      nextNumber = (reading.number.map { $0 < Int.max ? $0 : 0 } ?? nextNumber) + 1
    }
    guard let json = reading.json, let number = reading.number else { return diagnostics }
    let isFirst = count == 1
    if isFirst && isPart {
      if number < 1 {
        diagnostics.append(ReceiptMessages.outOfOrder(place, number: number, expected: 1))
      }
      return diagnostics
    }
    if number != nextNumber {
      diagnostics.append(ReceiptMessages.outOfOrder(place, number: number, expected: nextNumber))
    } else if let previous = json["previous"], isFirst || last != nil,
      previous != (last.map { .string($0.description) } ?? .null)
    {
      diagnostics.append(ReceiptMessages.brokenChain(place))
    }
    return diagnostics
  }

  /// What is wrong with where the log ends.
  public func end(at head: LogHead) -> [Diagnostic] {
    if count != head.count { return [ReceiptMessages.wrongCount(count, head: head.count)] }
    guard let lastLine, last != head.hash else { return [] }
    return [ReceiptMessages.wrongEnd(lastLine)]
  }

  /// The head of what was checked.
  public var head: LogHead { LogHead(count: count, hash: last) }
}
