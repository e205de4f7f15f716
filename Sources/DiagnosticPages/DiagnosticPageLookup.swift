internal import Diagnostics

extension DiagnosticPage {
  /// All pages in the order of their codes.
  public static let all: [DiagnosticPage] = DiagnosticChapter.all.flatMap(\.pages)

  /// The page of a code, in small letters or capitals; nil if there is none.
  public static func page(_ code: String) -> DiagnosticPage? { byCode[code.uppercased()] }

  /// The code that was most likely meant by one that does not exist.
  ///
  /// The nearest by its number, since codes that stand side by side are about similar things; the
  /// nearest by its spelling if it has none.
  public static func nearestCode(to text: String) -> String? {
    let digits = text.filter { $0.isASCII && $0.isNumber }
    guard digits.count == 4, let number = Int(digits) else {
      return nearest(to: text.uppercased(), among: byCode.keys)
    }
    return all.map(\.code.rawValue).min {
      abs((Int($0.dropFirst()) ?? 0) - number) < abs((Int($1.dropFirst()) ?? 0) - number)
    }
  }

  private static let byCode = [String: DiagnosticPage](
    all.map { ($0.code.rawValue, $0) }, uniquingKeysWith: { first, _ in first })
}
