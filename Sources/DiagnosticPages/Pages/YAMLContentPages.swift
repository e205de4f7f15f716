internal import Diagnostics

extension DiagnosticPage {
  /// What can be wrong with what stands in a YAML file.
  static let yamlContents: [DiagnosticPage] = [
    DiagnosticPage(
      "Z0101",
      title: Wording(en: "The file is not written in UTF-8", zh: "文件编码不是 UTF-8"),
      text: Wording(
        en: """
          A text file is a row of bytes, and an encoding says which sign each of them \
          stands for. Rule files are in UTF-8. Files from older Windows programs are \
          often in GBK, GB 18030 or UTF-16; read as UTF-8, their Chinese would turn into \
          other signs. Open the file in the editor and save it with the encoding UTF-8.
          """,
        zh: """
          文本文件由字节组成，编码决定每个字节代表哪个字。规则文件一律使用 UTF-8。旧的 \
          Windows 软件常把文件存成 GBK、GB 18030 或 UTF-16，若按 UTF-8 读取，汉字就会变\
          成乱码。请在编辑器中选择“另存为”，编码选 UTF-8。
          """)),
    DiagnosticPage(
      "Z0102",
      title: Wording(en: "A sign that cannot be seen stands in the file", zh: "文件中有看不见的字符"),
      text: Wording(
        en: """
          The file holds a control character, or a line break of an unusual kind. Such \
          signs come with text that was copied from a web page or a PDF. Nobody can see \
          them when reading the file, so they are refused. Delete the sign, or replace \
          the break by an ordinary one.
          """,
        zh: """
          文件中含有控制字符，或一种不常见的换行符。从网页或 PDF 复制文字时常会带进这类\
          字符。阅读时看不见它们，因此不予接受。请删除该字符，或改为普通换行。
          """)),
    DiagnosticPage(
      "Z0103",
      title: Wording(en: "The file is too large or too deeply nested", zh: "文件过大或嵌套过深"),
      text: Wording(
        en: """
          Reading has limits, so that a damaged file cannot stop the computer: the size \
          of the file, the number of its values, and how deep lists and entries stand \
          inside one another. Rule files written by people never come near them. Divide \
          the file into several, or look for brackets that were opened and never closed.
          """,
        zh: """
          读取文件有上限，以免损坏的文件拖垮电脑：文件大小、值的个数、列表和条目的嵌套层\
          数都有限制。人工编写的规则文件不会接近这些上限。请拆分文件，或检查是否有括号打\
          开后一直没有闭合。
          """)),
    DiagnosticPage(
      "Z0104",
      title: Wording(
        en: "A word that begins with `!` is read as a YAML tag",
        zh: "以 `!` 开头的词会被当作 YAML 标签"),
      text: Wording(
        en: """
          In YAML a word with `!` before it is an instruction how to read the value. \
          Rule files take every value as the text that stands there, so no tags are \
          used. Delete the tag, or put quotation marks round the text if the sign \
          belongs to it.
          """,
        zh: """
          在 YAML 中，前面带 `!` 的词是“如何读取这个值”的指令。规则文件把每个值都按原文\
          读取，不使用标签。请删除它；如果 `!` 是文字的一部分，请给文字加上引号。
          """),
      example: .file(
        wrong: """
          title: !new Rent grant
          """,
        right: """
          title: "!new Rent grant"
          """)),
    DiagnosticPage(
      "Z0105",
      title: Wording(en: "Anchors `&` and aliases `*` are not used", zh: "不使用锚点 `&` 和别名 `*`"),
      text: Wording(
        en: """
          In YAML `&name` marks a passage and `*name` repeats it somewhere else. A \
          reader of the second place would not see what holds there, so rule files write \
          everything out where it holds. Write the content itself. If a text begins with \
          `&` or `*`, put it in quotation marks.
          """,
        zh: """
          在 YAML 中，`&名称` 标记一段内容，`*名称` 在别处重复它。这样读者在后一处看不到\
          真正的内容，所以规则文件要求把内容写在它生效的地方。请直接写出内容；如果文字本\
          身以 `&` 或 `*` 开头，请加引号。
          """),
      example: .file(
        wrong: """
          title: {en: *old title}
          """,
        right: """
          title: {en: "*old title"}
          """)),
    DiagnosticPage(
      "Z0106",
      title: Wording(en: "The merge key `<<` is not used", zh: "不使用合并键 `<<`"),
      text: Wording(
        en: """
          `<<` copies entries from elsewhere into this group. What holds would then no \
          longer stand where it is read. Write the entries themselves.
          """,
        zh: """
          `<<` 会把别处的条目复制到这里，读者就看不到此处真正的内容。请把条目直接写出\
          来。
          """)),
    DiagnosticPage(
      "Z0107",
      title: Wording(en: "A file holds one document and no directives", zh: "一个文件只能有一个文档，且不用指令"),
      text: Wording(
        en: """
          A line `---` in the middle of a file begins a second document, and a line that \
          begins with `%` is an instruction to the reader of YAML. Rule files know \
          neither: what stands behind the line would belong to no policy. Delete the \
          line, or move what follows into a file of its own.
          """,
        zh: """
          文件中间的 `---` 会开始第二个文档，以 `%` 开头的行是给 YAML 读取程序的指令。规\
          则文件两者都不用，否则其后的内容将不属于任何政策。请删除这一行，或把后面的内容\
          移到单独的文件。
          """)),
    DiagnosticPage(
      "Z0108",
      title: Wording(en: "A key is written twice", zh: "同一个键写了两次"),
      text: Wording(
        en: """
          Two entries of one group have the same key, so it is not clear which of them \
          holds. This happens when an entry is copied and only its value is changed. \
          Delete one, or give it the name it should have. Both places are shown.
          """,
        zh: """
          同一组里有两个条目的键相同，无法确定以哪个为准。复制条目后只改了值而没有改名，\
          就会出现这种情况。请删除其中一个，或改成应有的名称。两处位置都会显示。
          """),
      example: .file(
        wrong: """
          title: {en: Rent grant}
          title: {en: Grant for rent}
          """,
        right: """
          title: {en: Grant for rent}
          """)),
    DiagnosticPage(
      "Z0109",
      title: Wording(en: "Something else stands where a key is expected", zh: "应为键的地方写了别的内容"),
      text: Wording(
        en: """
          A key is a name before a colon, on one line. Here the name is missing, goes on \
          over several lines, is a list or a group of entries, or has the sign `? ` \
          before it, which YAML uses for long keys. Write one name, a colon, a blank and \
          then the value.
          """,
        zh: """
          键是冒号前的名称，写在一行内。这里没有名称，或名称跨了行，或写成了列表或一组条\
          目，或前面有 `? `（YAML 用它表示复杂键）。请写一个名称、冒号、空格，再写值。
          """),
      example: .file(
        wrong: """
          facts:
            : {type: number}
          """,
        right: """
          facts:
            floor area: {type: number}
          """)),
  ]
}
