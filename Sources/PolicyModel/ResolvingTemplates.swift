import Diagnostics
import FEEL
import PolicySyntax

extension PolicyResolver {
  /// A text with names in braces.
  func template(_ label: Label) -> Template {
    Template(
      zh: label.zh.map { pieces($0, label.zhSource) },
      en: label.en.map { pieces($0, label.enSource) })
  }

  private func pieces(_ text: String, _ source: SourceText?) -> [Template.Piece] {
    guard let source else { return [.text(text)] }
    let bytes = Array(source.text.utf8)
    var pieces: [Template.Piece] = []
    var start = 0
    var open: Int?
    func addText(upTo end: Int) {
      if start < end { pieces.append(.text(String(decoding: bytes[start..<end], as: UTF8.self))) }
    }
    for (offset, byte) in bytes.enumerated() {
      switch (byte, open) {
      case (UInt8(ascii: "{"), nil): open = offset
      case (UInt8(ascii: "}"), let begin?):
        addText(upTo: begin)
        if let expression = check(ExpressionText(source.slice(begin + 1..<offset))) {
          pieces.append(.value(expression))
        }
        start = offset + 1
        open = nil
      case (UInt8(ascii: "}"), nil), (UInt8(ascii: "{"), _):
        diagnostics.append(PolicyMessages.loneBrace(at: source.range(offset..<offset + 1)))
        return pieces
      default: break
      }
    }
    if let open { diagnostics.append(PolicyMessages.loneBrace(at: source.range(open..<open + 1))) }
    addText(upTo: bytes.count)
    return pieces
  }
}
