/// Splits the bytes of a text into tokens once, so that the parser may look ahead freely.
struct Lexer {
  private let bytes: [UInt8]
  private var offset = 0
  private var hasSpace = false
  private(set) var tokens: [Token] = []
  /// Where the last `//` stands, for a hint if the text ends too early.
  private(set) var lastLineComment: Int?

  /// Splits a text; the last token is always `end`.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    tokens.reserveCapacity(bytes.count / 3 + 2)
    while offset < bytes.count { step() }
    add(.end, length: 0)
  }

  private func byte(_ distance: Int) -> UInt8 {
    offset + distance < bytes.count ? bytes[offset + distance] : 0
  }

  /// Adds a token that begins here, and goes behind it.
  private mutating func add(_ kind: TokenKind, length: Int) {
    // FNV-1a: short, and the same in every process.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes[offset..<offset + length] {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    tokens.append(
      Token(
        kind: kind, hasSpaceBefore: hasSpace, lower: Int32(offset), upper: Int32(offset + length),
        hash: hash))
    offset += length
    hasSpace = false
  }

  private mutating func step() {
    switch bytes[offset] {
    case 0x09...0x0D, 0x20:
      hasSpace = true
      offset += 1
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      word()
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      add(.number, length: numberLength())
    case UInt8(ascii: "\""):
      string()
    case 0x80...:
      unicode()
    default:
      sign()
    }
  }

  private mutating func sign() {
    switch (bytes[offset], byte(1)) {
    case (UInt8(ascii: "/"), UInt8(ascii: "/")): lineComment()
    case (UInt8(ascii: "/"), UInt8(ascii: "*")): blockComment()
    case (UInt8(ascii: "*"), UInt8(ascii: "*")): add(.power, length: 2)
    case (UInt8(ascii: "."), UInt8(ascii: ".")): add(.dots, length: 2)
    case (UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9")):
      add(.number, length: numberLength())
    case (UInt8(ascii: "!"), UInt8(ascii: "=")): add(.notEqual, length: 2)
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): add(.lessOrEqual, length: 2)
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): add(.greaterOrEqual, length: 2)
    case (UInt8(ascii: "-"), UInt8(ascii: ">")): add(.arrow, length: 2)
    case (let first, _):
      if first == UInt8(ascii: "("), let last = tokens.last, last.kind == .word,
        bytes[last.offsets].elementsEqual("function".utf8)
      {
        tokens[tokens.count - 1].kind = .function
      }
      add(Self.kind(ofSign: first), length: 1)
    }
  }

  private static func kind(ofSign byte: UInt8) -> TokenKind {
    switch byte {
    case UInt8(ascii: "+"): .plus
    case UInt8(ascii: "-"): .minus
    case UInt8(ascii: "*"): .star
    case UInt8(ascii: "/"): .slash
    case UInt8(ascii: "="): .equal
    case UInt8(ascii: "<"): .less
    case UInt8(ascii: ">"): .greater
    case UInt8(ascii: "("): .leftParenthesis
    case UInt8(ascii: ")"): .rightParenthesis
    case UInt8(ascii: "["): .leftBracket
    case UInt8(ascii: "]"): .rightBracket
    case UInt8(ascii: "{"): .leftBrace
    case UInt8(ascii: "}"): .rightBrace
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: "."): .dot
    case UInt8(ascii: "@"): .at
    case UInt8(ascii: "'"): .apostrophe
    // The name of the tested value, in cells.
    case UInt8(ascii: "?"): .word
    default: .foreign
    }
  }

  private mutating func unicode() {
    let (value, length) = scalar(in: bytes, at: offset)
    switch CharacterClass(value) {
    case .space:
      hasSpace = true
      offset += length
    case .name:
      word()
    case .foreign:
      add(.foreign, length: length)
    }
  }

  private mutating func word() {
    var end = offset
    scan: while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "_"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        end += 1
      case 0x80...:
        let (value, length) = scalar(in: bytes, at: end)
        guard case .name = CharacterClass(value) else { break scan }
        end += length
      default:
        break scan
      }
    }
    let kind = Keywords.kind(of: bytes[offset..<end])
    if kind == .word, end - offset == 2, bytes[offset..<end].elementsEqual("of".utf8),
      let last = tokens.last, last.kind == .word,
      bytes[last.offsets].elementsEqual("instance".utf8)
    {
      tokens[tokens.count - 1].kind = .instance
    }
    add(kind, length: end - offset)
  }

  /// The length of the number that begins here: `1`, `1.5`, `.5`, `1.5e-3`, and `1` of `1..5`.
  private func numberLength() -> Int {
    var length = 0
    func skipDigits() {
      while (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte(length)) { length += 1 }
    }
    func isDigit(_ distance: Int) -> Bool {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte(distance))
    }
    skipDigits()
    if byte(length) == UInt8(ascii: "."), isDigit(length + 1) {
      length += 1
      skipDigits()
    }
    if byte(length) | 0x20 == UInt8(ascii: "e") {
      let sign = byte(length + 1)
      let hasSign = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
      if isDigit(length + (hasSign ? 2 : 1)) {
        length += hasSign ? 2 : 1
        skipDigits()
      }
    }
    return length
  }

  private mutating func string() {
    var end = offset + 1
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "\""):
        add(.string, length: end + 1 - offset)
        return
      // A string ends on its line; else one forgotten mark would swallow the next line's.
      case 0x0A, 0x0D:
        add(.unclosedString, length: end - offset)
        return
      case UInt8(ascii: "\\") where end + 1 < bytes.count && bytes[end + 1] >= 0x20:
        end += 2
      default:
        end += 1
      }
    }
    add(.unclosedString, length: bytes.count - offset)
  }

  private mutating func lineComment() {
    lastLineComment = offset
    hasSpace = true
    while offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
  }

  private mutating func blockComment() {
    var end = offset + 2
    while end + 1 < bytes.count {
      if bytes[end] == UInt8(ascii: "*"), bytes[end + 1] == UInt8(ascii: "/") {
        hasSpace = true
        offset = end + 2
        return
      }
      end += 1
    }
    add(.unclosedComment, length: 2)
    offset = bytes.count
  }
}

/// The words of the grammar that cannot begin or continue an unknown name.
enum Keywords {
  /// What a word stands for; `instance` and `function` are settled by what follows them.
  static func kind(of word: ArraySlice<UInt8>) -> TokenKind {
    guard (2...9).contains(word.count) else { return .word }
    let candidates: [(StaticString, TokenKind)]
    switch word.first {
    case UInt8(ascii: "a"): candidates = [("and", .and)]
    case UInt8(ascii: "b"): candidates = [("between", .between)]
    case UInt8(ascii: "e"): candidates = [("else", .else), ("every", .every)]
    case UInt8(ascii: "f"): candidates = [("for", .for), ("false", .false)]
    case UInt8(ascii: "i"): candidates = [("in", .in), ("if", .if)]
    case UInt8(ascii: "n"): candidates = [("null", .null)]
    case UInt8(ascii: "o"): candidates = [("or", .or)]
    case UInt8(ascii: "r"): candidates = [("return", .return)]
    case UInt8(ascii: "s"): candidates = [("some", .some), ("satisfies", .satisfies)]
    case UInt8(ascii: "t"): candidates = [("then", .then), ("true", .true)]
    default: return .word
    }
    for (text, kind) in candidates
    where text.utf8CodeUnitCount == word.count
      && text.withUTF8Buffer({ word.elementsEqual($0) })
    {
      return kind
    }
    return .word
  }

  /// The operator that `And`, `OR` or `Or` was meant to be.
  static func capitalConnective(_ word: ArraySlice<UInt8>) -> String? {
    guard word.count == 2 || word.count == 3, let first = word.first,
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first)
    else { return nil }
    let lowered = String(decoding: word.map { $0 | 0x20 }, as: UTF8.self)
    return ["and", "or"].contains(lowered) ? lowered : nil
  }

  /// The keyword that a word such as `AND` or `True` is the capital form of.
  static func inCapitals(_ word: ArraySlice<UInt8>) -> String? {
    guard (2...9).contains(word.count), let first = word.first,
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first)
    else { return nil }
    let lowered = word.map { $0 | 0x20 }
    let kind = kind(of: lowered[...])
    let isConstant = kind == .true || kind == .false || kind == .null
    guard kind != .word, isConstant || word.allSatisfy({ $0 & 0x20 == 0 }) else { return nil }
    return String(decoding: lowered, as: UTF8.self)
  }
}
