/// Words that say the contrary of others.
public enum Opposites {
  /// Whether one of two texts denies what the other says, as far as it can be seen: then neither can be
  /// a slip for the other, however few the letters that differ.
  public static func areOpposite(_ first: String, _ second: String) -> Bool {
    let (left, right) = (denials(in: first), denials(in: second))
    return left.isDisjoint(with: right)
  }

  /// What a text denies that begins with a denial: `student` of `not student`; nil if it begins with
  /// none.
  public static func denied(by text: String) -> String? {
    for word in ["not ", "no ", "并非", "没有", "不是", "非", "不", "未", "无", "没"]
    where text.lowercased().hasPrefix(word) && text.count > word.count {
      return String(text.dropFirst(word.count))
    }
    return nil
  }

  /// How often something is denied; several numbers where a character may be a slip for a denial.
  private static func denials(in text: String) -> Set<Int> {
    var count = 0
    var slips = 0
    for character in text.unicodeScalars {
      switch character {
      case "不", "未", "无", "非", "没": count += 1
      case "末", "元": slips += 1
      default: break
      }
    }
    for word in text.lowercased().split(whereSeparator: { !$0.isLetter }) {
      switch word {
      case "not", "no", "non", "never", "without": count += 1
      case _
      where word.hasPrefix("un")
        && !["unit", "until", "under", "union"].contains {
          word.hasPrefix($0)
        }:
        count += 1
      // `umemployment`, which is a slip for a word with that beginning.
      case _ where word.hasPrefix("u") && !word.hasPrefix("un"): slips += 1
      default: break
      }
    }
    return Set(count...count + slips)
  }
}
