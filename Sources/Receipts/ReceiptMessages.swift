public import Diagnostics
import Digests

/// What is said about receipts and their logs.
public enum ReceiptMessages {
  /// A line that is no JSON.
  static func noJSON(_ place: ReceiptPlace, _ failure: JSONFailure) -> Diagnostic {
    Diagnostic(
      "Z1601", at: nil,
      Wording(
        en: "\(place.en) is no receipt: \(failure.message.en), at byte \(failure.offset + 1)",
        zh: "\(place.zh)不是回执：\(failure.message.zh)（第 \(failure.offset + 1) 字节）"))
  }

  /// A line that says what a receipt says in another way.
  static func notCanonical(_ place: ReceiptPlace, offset: Int) -> Diagnostic {
    Diagnostic(
      "Z1602", at: nil,
      Wording(
        en: "\(place.en) is not written as receipts are, from byte \(offset + 1) on",
        zh: "\(place.zh)自第 \(offset + 1) 字节起不是回执的写法"))
  }

  /// A member that is missing, or that no receipt has.
  static func wrongMembers(
    _ place: ReceiptPlace, missing: [String], unknown: [String]
  ) -> Diagnostic {
    var en: [String] = []
    var zh: [String] = []
    if !missing.isEmpty {
      let names = missing.map { "`\($0)`" }.joined(separator: ", ")
      en.append("lacks \(names)")
      zh.append("缺少 \(names)")
    }
    if !unknown.isEmpty {
      let names = unknown.map { "`\($0)`" }.joined(separator: ", ")
      en.append("has \(names), which no receipt has")
      zh.append("含有回执所没有的 \(names)")
    }
    return Diagnostic(
      "Z1603", at: nil,
      Wording(
        en: "\(place.en) \(en.joined(separator: " and "))",
        zh: "\(place.zh)\(zh.joined(separator: "，"))"))
  }

  /// A part that is not the one that was digested.
  static func changed(_ place: ReceiptPlace, part: String) -> Diagnostic {
    Diagnostic(
      "Z1604", at: nil,
      Wording(
        en: "\(place.en): the \(partName(part).en) is not what it was when the receipt was made",
        zh: "\(place.zh)：\(partName(part).zh)与出具回执时不同"))
  }

  /// A head that does not have the hash.
  static func wrongHash(_ place: ReceiptPlace) -> Diagnostic {
    Diagnostic(
      "Z1605", at: nil,
      Wording(
        en: """
          \(place.en): the hash is not that of the schema, engine, number, previous hash and \
          digests that stand beside it
          """,
        zh: "\(place.zh)：哈希值与其旁的格式、引擎版本、编号、前一哈希值和各摘要不符"))
  }

  /// A receipt that does not stand where its number says.
  static func outOfOrder(_ place: ReceiptPlace, number: Int, expected: Int) -> Diagnostic {
    let gap = number - expected
    let en: String
    let zh: String
    if gap == 1 {
      (en, zh) = ("receipt \(expected) is missing before it", "其前缺少第 \(expected) 号回执")
    } else if gap > 1 {
      en = "receipts \(expected) to \(number - 1) are missing before it"
      zh = "其前缺少第 \(expected) 至 \(number - 1) 号回执"
    } else {
      en = "it stands where receipt \(expected) should be"
      zh = "此处应为第 \(expected) 号回执"
    }
    return Diagnostic(
      "Z1606", at: nil, Wording(en: "\(place.en): \(en)", zh: "\(place.zh)：\(zh)"))
  }

  /// A receipt that does not continue the one before it.
  static func brokenChain(_ place: ReceiptPlace) -> Diagnostic {
    Diagnostic(
      "Z1607", at: nil,
      Wording(
        en: "\(place.en) does not continue the receipt before it: the previous hash is another",
        zh: "\(place.zh)未接续前一回执：所记的前一哈希值不同"))
  }

  /// A last line without an end.
  static func torn(_ place: ReceiptPlace) -> Diagnostic {
    Diagnostic(
      "Z1608", at: nil,
      Wording(en: "\(place.en) breaks off: its line has no end", zh: "\(place.zh)中断：该行没有结尾"))
  }

  /// A log without a head beside it.
  public static func noHead(_ path: String) -> Diagnostic {
    Diagnostic(
      "Z1609", at: nil,
      Wording(
        en: "the head `\(path)` is missing, so that nobody can tell whether the log is cut short",
        zh: "缺少 `\(path)`，无法判断记录是否被截短"),
      help: Wording(
        en: "bring the file from beside the log, or check a piece of a log with `--part`",
        zh: "请取得与记录同处的该文件，或用 `--part` 检查记录的一段"))
  }

  /// A head that cannot be read.
  public static func wrongHead(_ path: String) -> Diagnostic {
    Diagnostic(
      "Z1610", at: nil,
      Wording(
        en: "`\(path)` is not the head of a log: `count` and `hash` in canonical JSON are expected",
        zh: "`\(path)` 不是记录的首尾文件：应为含 `count` 和 `hash` 的规范 JSON"))
  }

  /// A log with fewer or more receipts than its head counts.
  static func wrongCount(_ count: Int, head: Int) -> Diagnostic {
    Diagnostic(
      "Z1611", at: nil,
      count < head
        ? Wording(
          en: "the log is cut short: its head counts \(head) receipts, and \(count) are there",
          zh: "记录被截短：首尾文件计 \(head) 份回执，现有 \(count) 份")
        : Wording(
          en: "the log goes on behind its head, which counts \(head) receipts of \(count)",
          zh: "记录超出首尾文件：其计 \(head) 份回执，现有 \(count) 份"))
  }

  /// A log whose last receipt is not that of its head.
  static func wrongEnd(_ place: ReceiptPlace) -> Diagnostic {
    Diagnostic(
      "Z1612", at: nil,
      Wording(
        en: "\(place.en), the last one, is not the one with which the log's head ends",
        zh: "末尾的\(place.zh)与首尾文件所记的末份不同"))
  }

  /// A masked value that is not the one in an applicant's file.
  static func notCommitted(_ place: ReceiptPlace, _ names: [String]) -> Diagnostic {
    let names = names.map(name(ofFact:))
    let en = names.map(\.en).joined(separator: ", ")
    let zh = names.map(\.zh).joined(separator: "、")
    return Diagnostic(
      "Z1613", at: nil,
      Wording(
        en: "\(place.en) was not made with these values of the applicant's file: \(en)",
        zh: "\(place.zh)出具时所用的下列值与申请人文件不同：\(zh)"))
  }

  /// A receipt that cannot be decided again.
  static func undecidable(_ place: ReceiptPlace, _ why: Wording) -> Diagnostic {
    Diagnostic(
      "Z1614", at: nil,
      Wording(
        en: "\(place.en) cannot be decided again: \(why.en)",
        zh: "\(place.zh)无法重新判定：\(why.zh)"))
  }

  /// What was done about a write that was interrupted.
  public static func putRight(_ path: String, kept: Int, removed: Int) -> Diagnostic {
    Diagnostic(
      "Z1615", .warning, at: nil,
      Wording(
        en: """
          the last write to `\(path)` was interrupted: \(kept) whole receipts behind its head were \
          kept, and \(removed) bytes of half a line removed
          """,
        zh: """
          上一次写入 `\(path)` 时中断：保留首尾文件之后的 \(kept) 份完整回执，删除半行 \(removed) 字节
          """))
  }

  /// A fact as the applicant's file names it; for what was granted before no file has a name but the
  /// format's own.
  public static func name(ofFact name: String) -> Wording {
    name == "grants"
      ? Wording(en: "`grants`", zh: "以前获批的补贴（`grants`）") : Wording("`\(name)`")
  }

  /// What a part of a receipt is called.
  private static func partName(_ part: String) -> (en: String, zh: String) {
    switch part {
    case "applicant": ("applicant with the facts", "申请人及其事实")
    case "question": ("question", "所问事项")
    case "rules": ("list of rule files with their digests", "规则文件及其摘要的清单")
    case "values": ("list of dated values", "所用的有期限的值")
    case "outcome": ("outcome", "判定结果")
    case "explanation": ("explanation", "判定说明")
    case "mask": ("commitment to what is masked", "对隐去内容的承诺")
    default: ("part `\(part)`", "部分 `\(part)`")
    }
  }
}

/// Which receipt of a log is meant.
struct ReceiptPlace {
  /// The line it stands on, from 1 on.
  let line: Int
  /// Its number, if it can be read.
  var number: Int?

  var en: String { number.map { "receipt \($0) (line \(line))" } ?? "line \(line)" }
  var zh: String { number.map { "第 \($0) 号回执（第 \(line) 行）" } ?? "第 \(line) 行" }
}
