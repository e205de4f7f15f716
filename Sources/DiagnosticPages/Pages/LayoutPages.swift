internal import Diagnostics

extension DiagnosticPage {
  /// What can go wrong when files are laid out.
  static let layout: [DiagnosticPage] = [
    DiagnosticPage(
      "Z1401",
      title: Wording(en: "The file could not be laid out", zh: "无法整理版式"),
      text: Wording(
        en: """
          Before a file is written in another layout it is read again, and it must say the same.
          This one would not have. It is left as it is; the mistake is the program's.
          """,
        zh: """
          改写版式之前，程序会重新读取结果，内容必须与原来一致。这个文件没有通过检查，已保
          持原样；这是程序的错误。
          """))
  ]
}
