import Diagnostics

/// What is written here for functions that spreadsheets and databases have.
enum ForeignFunctions {
  /// How to say what a function of theirs does; nil if none is called so.
  static func help(for name: String) -> Wording? {
    let plain = name.lowercased().filter { $0 != " " && $0 != "_" && $0 != "." }
    return table[plain].map { text in
      Wording(en: "write `\(text)`", zh: "请写 `\(text)`")
    }
  }

  /// The day that is decided, as people call it; nil for other words.
  static func day(for name: String) -> String? {
    ["今天", "今日", "当日", "当天", "认定日", "认定日期", "判定日期"].contains(name) ? "determination date" : nil
  }

  private static let table = [
    "if": "if … then … else …", "iif": "if … then … else …",
    "ifs": "if … then … else if … then … else …", "iferror": "if … = null then … else …",
    "and": "… and …", "or": "… or …", "not": "not(…)",
    "round": "round half up(…, 2)", "rounddown": "round down(…, 2)", "roundup": "round up(…, 2)",
    "roundhalfeven": "decimal(…, 2)", "四舍六入五成双": "decimal(…, 2)",
    "daysbetween": "(… - …) / @\"P1D\"",
    "monthsbetween": "years and months duration(…, …) / @\"P1M\"",
    "int": "floor(…)", "trunc": "round down(…, 0)", "mod": "modulo(…, …)",
    "average": "mean(…)", "avg": "mean(…)", "len": "string length(…)",
    "length": "string length(…)", "left": "substring(…, 1, 3)", "mid": "substring(…, 3, 2)",
    "right": "substring(…, -3)", "upper": "upper case(…)", "lower": "lower case(…)",
    "concatenate": "… + …", "concat": "… + …", "power": "… ** …",
    "today": "determination date", "now": "determination date",
    "year": "….year", "month": "….month", "day": "….day", "edate": "… + @\"P1M\"",
    "datedif": "years and months duration(…, …).years",
    "isblank": "… = null", "isnull": "… = null", "coalesce": "if … = null then … else …",
    "四舍五入": "round half up(…, 2)", "向上取整": "ceiling(…)", "向下取整": "floor(…)",
    "取整": "floor(…)", "最大值": "max(…)", "最大": "max(…)", "最小值": "min(…)", "最小": "min(…)",
    "较大值": "max(…)", "较小值": "min(…)", "取大": "max(…)", "取小": "min(…)", "平均值": "mean(…)",
    "平均": "mean(…)", "求和": "sum(…)", "合计": "sum(…)", "绝对值": "abs(…)",
    "countif": "count(…[…])", "sumif": "sum(…[…])",
  ]
}
