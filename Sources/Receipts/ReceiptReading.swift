public import Diagnostics
import Digests

/// One line of a log, read and checked by itself.
public struct ReceiptReading: Sendable {
  /// The receipt; nil if the line is none.
  public let json: JSONValue?
  /// What is wrong with it, whatever stands before it.
  public let diagnostics: [Diagnostic]

  let number: Int?
  /// The hash that it should have by what stands in it.
  let hash: Digest?

  /// Reads the bytes of a line, without its end.
  public init(_ bytes: [UInt8], line: Int) {
    let json: JSONValue
    do throws(JSONFailure) {
      json = try JSONValue(reading: bytes)
    } catch {
      let place = ReceiptPlace(line: line)
      self.init(
        json: nil, number: nil, hash: nil, diagnostics: [ReceiptMessages.noJSON(place, error)])
      return
    }
    let number = json["number"]?.wholeNumber
    let place = ReceiptPlace(line: line, number: number)
    var diagnostics: [Diagnostic] = []
    let canonical = Array(json.canonical.utf8)
    if canonical != bytes {
      let offset = zip(canonical, bytes).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      diagnostics.append(
        ReceiptMessages.notCanonical(place, offset: offset ?? min(canonical.count, bytes.count)))
    }
    let names = json.members.map(\.0)
    let needed = Receipt.head + Receipt.partNames + ["hash"]
    let missing = needed.filter { !names.contains($0) }
    let unknown = names.filter { !needed.contains($0) && $0 != "mask" }
    guard missing.isEmpty, unknown.isEmpty, json["schema"]?.text == Receipt.schema else {
      diagnostics.append(
        ReceiptMessages.wrongMembers(
          place,
          missing: missing.isEmpty && unknown.isEmpty
            ? ["schema: \(Receipt.schema)"] : missing, unknown: unknown))
      self.init(json: json, number: number, hash: nil, diagnostics: diagnostics)
      return
    }
    let hash = Receipt.digest(of: .object(json.members.filter { Receipt.head.contains($0.0) }))
    let parts = json.members.filter { Receipt.partNames.contains($0.0) || $0.0 == "mask" }
    diagnostics += Self.checked(parts.map { ($0.0, $0.1) }, json["digests"], place)
    if json["hash"]?.text != hash.description || number == nil {
      diagnostics.append(ReceiptMessages.wrongHash(place))
    }
    self.init(json: json, number: number, hash: hash, diagnostics: diagnostics)
  }

  private init(json: JSONValue?, number: Int?, hash: Digest?, diagnostics: [Diagnostic]) {
    self.json = json
    self.number = number
    self.hash = hash
    self.diagnostics = diagnostics
  }

  /// The head of a log that ends with it; nil if it is no receipt.
  public var head: LogHead? {
    guard let number, let hash else { return nil }
    return LogHead(count: number, hash: hash)
  }

  /// Compares the parts with their digests, and the digests with the parts.
  private static func checked(
    _ parts: [(name: String, value: JSONValue)], _ digests: JSONValue?, _ place: ReceiptPlace
  ) -> [Diagnostic] {
    let digested = Receipt.digestedParts(parts)
    let recorded = digests?.members ?? []
    var changed = digested.filter { part in
      digests?[part.name]?.text != Receipt.digest(of: part.value).description
    }.map(\.name)
    changed += recorded.map(\.0).filter { name in !digested.contains { $0.name == name } }
    return changed.map { ReceiptMessages.changed(place, part: $0) }
  }
}
