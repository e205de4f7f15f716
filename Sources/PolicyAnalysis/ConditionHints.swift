import Diagnostics
import Quantities

/// What was most likely meant by a condition that is the same in every case.
enum ConditionHints {
  /// In words; nil if nothing suggests itself.
  static func help(for text: String, holds: Bool) -> Wording? {
    if !holds, let range = reversedRange(in: text) {
      return Wording(
        en: "the lower end stands first: `\(range.meant)`", zh: "较小的一端写在前面：`\(range.meant)`")
    }
    if !holds, text.contains(" and ") {
      return Wording(
        en: "both sides can never hold at once; if either is enough, join them by `or`",
        zh: "两个条件不可能同时成立；如满足其一即可，请改用 `or`（或）")
    }
    if holds, text.contains(" or "), text.contains("!=") {
      return Wording(
        en: "one side always holds; if neither value is allowed, join them by `and`",
        zh: "总有一个条件成立；如两个值都要排除，请改用 `and`（且）")
    }
    if holds, text.contains(">= 0") {
      return Wording(
        en: "no amount is below 0; if there must be something, write `> 0`",
        zh: "金额或数量不会小于 0；如必须大于零，请写 `> 0`")
    }
    return nil
  }

  /// The ends of a range the other way round.
  static func fix(for range: SourceRange, holds: Bool) -> [Diagnostic.Fix] {
    let text = range.text
    guard !holds, let found = reversedRange(in: text) else { return [] }
    let start = range.lowerBound + text[..<found.place.lowerBound].utf8.count
    return [
      Diagnostic.Fix(
        replace: SourceRange(
          file: range.file, lowerBound: start,
          upperBound: start + text[found.place].utf8.count),
        with: found.meant)
    ]
  }

  private static func reversedRange(
    in text: String
  ) -> (place: Range<String.Index>, meant: String)? {
    for match in text.matches(of: /([\[(])([0-9.]+?)\.\.([0-9.]+)([\])])/) {
      guard let low = Decimal128(match.2), let high = Decimal128(match.3), high < low else {
        continue
      }
      return (match.range, "\(match.1)\(match.3)..\(match.2)\(match.4)")
    }
    return nil
  }
}
