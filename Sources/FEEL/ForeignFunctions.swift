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

  private static let table = [
    "if": "if … then … else …", "iif": "if … then … else …",
    "ifs": "if … then … else if … then … else …", "iferror": "if … = null then … else …",
    "and": "… and …", "or": "… or …", "not": "not(…)",
    "round": "round half up(…, 2)", "rounddown": "round down(…, 2)", "roundup": "round up(…, 2)",
    "int": "floor(…)", "trunc": "round down(…, 0)", "mod": "modulo(…, …)",
    "average": "mean(…)", "avg": "mean(…)", "len": "string length(…)",
    "length": "string length(…)", "left": "substring(…, 1, 3)", "mid": "substring(…, 3, 2)",
    "right": "substring(…, -3)", "upper": "upper case(…)", "lower": "lower case(…)",
    "concatenate": "… + …", "concat": "… + …", "power": "… ** …",
    "today": "determination date", "now": "determination date",
    "year": "….year", "month": "….month", "day": "….day", "edate": "… + @\"P1M\"",
    "datedif": "years and months duration(…, …).years",
    "isblank": "… = null", "isnull": "… = null", "coalesce": "if … = null then … else …",
    "countif": "count(…[…])", "sumif": "sum(…[…])",
  ]
}
