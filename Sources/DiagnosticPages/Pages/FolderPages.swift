internal import Diagnostics

extension DiagnosticPage {
  /// What can be wrong with folders of rules.
  static let folders: [DiagnosticPage] = [
    DiagnosticPage(
      "Z0951",
      title: Wording(en: "Nothing reads this file", zh: "没有程序会读取这个文件"),
      text: Wording(
        en: """
          A file or folder lies among the rules where nothing looks for it, so it would \
          have no effect: it does not end in `.yaml`, lies in a folder other than \
          `tests/`, beside the pilots' folders, or is a link to a folder. Move it to \
          where it belongs.
          """,
        zh: """
          规则文件夹里有一个不会被读取的文件或文件夹，因而不起作用：扩展名不是 `.yaml`，\
          放在 `tests/` 以外的子文件夹，放在各试点文件夹旁边，或是指向文件夹的链接。请移\
          到应在的位置。
          """)),
    DiagnosticPage(
      "Z0952",
      title: Wording(en: "A pilot's folder has no `pilot.yaml`", zh: "试点文件夹缺少 `pilot.yaml`"),
      text: Wording(
        en: """
          Without it nobody knows for which region the pilot's rules hold, so none of \
          them apply. Add the file with `title:` and `region:`; `zhunze new pilot` \
          writes one.
          """,
        zh: """
          缺少它就不知道该试点的规则适用于哪个地区，因此全都不适用。请新建该文件，写上 \
          `title:` 和 `region:`；`zhunze new pilot` 可以生成。
          """)),
    DiagnosticPage(
      "Z0953",
      title: Wording(en: "A rule file cannot be read", zh: "规则文件无法读取"),
      text: Wording(
        en: """
          The system refuses the file: it may not be read by this user, it is no \
          ordinary file, it is too large, or the disk fails. Nothing is decided while a \
          rule may be missing.
          """,
        zh: """
          系统无法打开该文件：当前用户没有读取权限，不是普通文件，文件过大，或磁盘故障。\
          在可能缺少规则时不作任何判定。
          """)),
  ]
}
