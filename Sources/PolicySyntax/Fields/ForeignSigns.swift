internal import Diagnostics

/// Signs of a Chinese keyboard in an expression, outside its string literals and comments.
///
/// Each is reported at its column, and the text goes on as if the right one had been written.
struct ForeignSigns {
  private let source: SourceText
  private let scalars: [Unicode.Scalar]
  private let isPlain: Bool
  private let findings: Findings
  private var index = 0
  private var offset = 0
  private var pieces: [(offsets: Range<Int>, replacement: String)] = []
  private var hasTab = false

  /// A text with the signs that were meant.
  ///
  /// In a plain scalar the first character cannot simply be replaced: a quotation mark or bracket
  /// there would be YAML's.
  static func mended(
    _ source: SourceText, isPlain: Bool = false, _ findings: Findings
  ) -> SourceText {
    guard mayStand(in: source.text) else { return source }
    if source.text.wholeMatch(of: /[0-9]{1,3}(?:[，,][0-9]{3})+(?:\.[0-9]+)?/) != nil {
      findings.add(EmbeddingMessages.thousands(source.range))
      let number = source.text.filter { $0 != "，" && $0 != "," }
      return SourceText(
        text: number, file: source.file,
        segments: [
          .init(
            textOffset: 0, fileOffset: source.range.lowerBound,
            spelledLength: source.range.upperBound - source.range.lowerBound)
        ],
        fileEnd: source.fileEnd)
    }
    var reading = ForeignSigns(source, isPlain: isPlain, findings)
    reading.run()
    return reading.mended
  }

  /// Whether any may stand in a text: tabs and three dots are all of them that are ASCII.
  private static func mayStand(in text: String) -> Bool {
    var dots = 0
    for byte in text.utf8 {
      dots = byte == UInt8(ascii: ".") ? dots + 1 : 0
      if byte >= 0x80 || byte == 0x09 || dots == 3 { return true }
    }
    return false
  }

  private init(_ source: SourceText, isPlain: Bool, _ findings: Findings) {
    self.isPlain = isPlain
    self.source = source
    self.findings = findings
    scalars = Array(source.text.unicodeScalars)
  }

  private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private func peek(_ distance: Int) -> Unicode.Scalar? {
    scalars.indices.contains(index + distance) ? scalars[index + distance] : nil
  }

  private mutating func advance() {
    offset += UTF8.width(scalars[index])
    index += 1
  }

  private mutating func run() {
    while let scalar = current {
      if scalar == "\"" {
        skipString()
      } else if scalar == "/", peek(1) == "/" {
        while let next = current, next != "\n" { advance() }
      } else if scalar == "/", peek(1) == "*" {
        advance()
        while current != nil, !(current == "*" && peek(1) == "/") { advance() }
      } else if scalar == ".", peek(1) == ".", peek(2) == "." {
        threeDots()
      } else if let closing = Self.closingQuotes(scalar) {
        quoted(until: closing)
      } else if let sign = Self.sign(scalar) {
        replace(by: sign)
      } else if scalar == "\t" {
        tab()
      } else if Self.isWideDigit(scalar) {
        digits()
      } else {
        advance()
      }
    }
  }

  private mutating func skipString() {
    advance()
    while let scalar = current, scalar != "\"" {
      if scalar == "\\" { advance() }
      if current != nil { advance() }
    }
    if current != nil { advance() }
  }

  /// A string literal between typographic quotation marks; one message for the pair.
  private mutating func quoted(until closing: [Unicode.Scalar]) {
    let opening = source.range(offset..<offset + UTF8.width(scalars[index]))
    pieces.append((offset..<offset + UTF8.width(scalars[index]), "\""))
    let start = index
    advance()
    while let scalar = current, !closing.contains(scalar), scalar != "\n" { advance() }
    var fixes = [Diagnostic.Fix(replace: opening, with: "\"", isSafe: true)]
    if let scalar = current, closing.contains(scalar) {
      let offsets = offset..<offset + UTF8.width(scalar)
      pieces.append((offsets, "\""))
      fixes.append(.init(replace: source.range(offsets), with: "\"", isSafe: true))
      advance()
    }
    report(String(scalars[start]), meant: "\"", at: opening, isFirst: start == 0, fixes)
  }

  private mutating func replace(by sign: String) {
    let scalar = scalars[index]
    let offsets = offset..<offset + UTF8.width(scalar)
    let range = source.range(offsets)
    if let isAtEnd = strayStop(scalar) {
      findings.add(EmbeddingMessages.strayStop(String(scalar), at: range, isAtEnd: isAtEnd))
      pieces.append((offsets, isAtEnd ? "" : sign))
      advance()
      return
    }
    pieces.append((offsets, sign))
    report(
      String(scalar), meant: sign, at: range, isFirst: index == 0 && sign != "(",
      [.init(replace: range, with: sign, isSafe: true)])
    advance()
  }

  /// Whether a sign only ends a sentence or a clause, and if so, whether nothing follows; nil for one
  /// that may stand for a sign of the language.
  private func strayStop(_ scalar: Unicode.Scalar) -> Bool? {
    guard ["。", "；", "，", "、"].contains(scalar) else { return nil }
    if scalars[(index + 1)...].allSatisfy(\.properties.isWhitespace) { return true }
    guard scalar == "。" else { return nil }
    let isInNumber =
      index > 0 && NameCheck.isDigit(scalars[index - 1]) && peek(1).map(NameCheck.isDigit) ?? false
    return isInNumber ? nil : false
  }

  /// Three dots where a range has two.
  private mutating func threeDots() {
    let offsets = offset..<offset + 3
    pieces.append((offsets, ".."))
    report(
      "...", meant: "..", at: source.range(offsets), isFirst: index == 0,
      [.init(replace: source.range(offsets), with: "..", isSafe: true)])
    for _ in 0..<3 { advance() }
  }

  private mutating func tab() {
    let offsets = offset..<offset + 1
    pieces.append((offsets, " "))
    if !hasTab { findings.add(EmbeddingMessages.tab(at: source.range(offsets))) }
    hasTab = true
    advance()
  }

  /// Full-width digits that are a number, not the end of a name.
  private mutating func digits() {
    let isInName = index > 0 && Self.isNamePart(scalars[index - 1])
    let start = (index: index, offset: offset)
    while let scalar = current, Self.isWideDigit(scalar) { advance() }
    guard !isInName, current.map({ !Self.isNamePart($0) }) ?? true else { return }
    var number = ""
    for scalar in scalars[start.index..<index] {
      if let digit = Unicode.Scalar(scalar.value - 0xFEE0) { number.unicodeScalars.append(digit) }
    }
    let range = source.range(start.offset..<offset)
    pieces.append((start.offset..<offset, number))
    report(
      range.text, meant: number, at: range, isFirst: false,
      [.init(replace: range, with: number, isSafe: true)])
  }

  private func report(
    _ sign: String, meant: String, at range: SourceRange, isFirst: Bool, _ fixes: [Diagnostic.Fix]
  ) {
    findings.add(
      isFirst && isPlain
        ? EmbeddingMessages.foreignSignAtStart(sign, meant: meant, at: range)
        : EmbeddingMessages.foreignSign(sign, meant: meant, at: range, fixes: fixes))
  }

  /// The text with every piece replaced, the places of the rest kept.
  private var mended: SourceText {
    guard !pieces.isEmpty else { return source }
    var text = ""
    var segments: [SourceText.Segment] = []
    var end = 0
    func keep(_ offsets: Range<Int>) {
      guard !offsets.isEmpty else { return }
      let part = source.slice(offsets)
      let start = text.utf8.count
      segments += part.segments.map {
        .init(
          textOffset: start + $0.textOffset, fileOffset: $0.fileOffset,
          spelledLength: $0.spelledLength)
      }
      text += part.text
    }
    for piece in pieces {
      keep(end..<piece.offsets.lowerBound)
      let range = source.range(piece.offsets)
      if !piece.replacement.isEmpty {
        segments.append(
          .init(
            textOffset: text.utf8.count, fileOffset: range.lowerBound,
            spelledLength: range.upperBound - range.lowerBound))
      }
      text += piece.replacement
      end = piece.offsets.upperBound
    }
    keep(end..<source.text.utf8.count)
    return SourceText(
      text: text, file: source.file, segments: segments, fileEnd: source.fileEnd)
  }
}

extension ForeignSigns {
  private static func isWideDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0xFF10...0xFF19).contains(scalar.value)
  }

  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    NameCheck.isLetter(scalar) || NameCheck.isDigit(scalar) || scalar == "_"
  }

  private static func closingQuotes(_ scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    switch scalar {
    case "“", "”", "＂": ["”", "“", "＂", "\""]
    case "‘", "’": ["’", "‘"]
    case "「": ["」"]
    case "『": ["』"]
    default: nil
    }
  }

  private static func sign(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "，", "、", "；": ","
    case "：": ":"
    case "（": "("
    case "）": ")"
    case "【", "［": "["
    case "】", "］": "]"
    case "｛": "{"
    case "｝": "}"
    case "＝": "="
    case "≠": "!="
    case "＜": "<"
    case "＞": ">"
    case "≤", "≦": "<="
    case "≥", "≧": ">="
    case "＋": "+"
    case "－", "−", "–", "—": "-"
    case "＊", "×": "*"
    case "／", "÷": "/"
    case "．", "。": "."
    case "～", "…": ".."
    case "＠": "@"
    case "！": "!"
    case "？": "?"
    default: nil
    }
  }
}
