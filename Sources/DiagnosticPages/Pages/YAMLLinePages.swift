internal import Diagnostics

extension DiagnosticPage {
  /// What can be wrong with the lines of a YAML file.
  static let yamlLines: [DiagnosticPage] = [
    DiagnosticPage(
      "Z0110",
      title: Wording(en: "The line is indented with a tab", zh: "行首缩进用了制表符"),
      text: Wording(
        en: """
          How far a line is indented says what it belongs to, and a tab is as wide as \
          each program pleases. Only blanks are counted. Indent with two blanks for each \
          level; most editors can be told to do so when the tab key is pressed.
          """,
        zh: """
          行首缩进决定这一行属于谁，而制表符在不同软件里宽度不同，因此只认空格。每一级缩\
          进请用两个半角空格；多数编辑器可以设置为按 Tab 键时输入空格。
          """)),
    DiagnosticPage(
      "Z0111",
      title: Wording(en: "The indentation fits no line above", zh: "缩进与上面各行都对不上"),
      text: Wording(
        en: """
          How far a line is indented says what it belongs to. This line stands between \
          two levels, or it is indented deeper than an entry that has its value already \
          and cannot hold more, or full-width or non-breaking blanks stand before it, \
          which do not count. Begin it, with ordinary blanks, in the same column as the \
          entries it stands beside.
          """,
        zh: """
          缩进决定一行属于谁。这一行处在两级之间，或者缩进到一个已经有值、不能再包含内容\
          的条目之下，或者行首是不计入缩进的全角空格、不间断空格。请用普通空格让它与同级\
          的条目从同一列开始。
          """),
      example: .file(
        wrong: """
          facts:
            floor area:
              type: number
             rooms:
              type: number
          """,
        right: """
          facts:
            floor area:
              type: number
            rooms:
              type: number
          """)),
    DiagnosticPage(
      "Z0112",
      title: Wording(en: "The blank behind the colon is missing", zh: "冒号后缺少空格"),
      text: Wording(
        en: """
          Only a colon with a blank behind it divides key and value. Without the blank, \
          `type:number` is one word.
          """,
        zh: """
          只有后面带空格的冒号才能分隔键和值。没有空格时，`type:number` 会被当作一个词。
          """),
      example: .file(
        wrong: """
          facts:
            floor area:
              over time: monthly
              type:number
          """,
        right: """
          facts:
            floor area:
              over time: monthly
              type: number
          """)),
    DiagnosticPage(
      "Z0113",
      title: Wording(en: "The line has no colon", zh: "这一行没有冒号"),
      text: Wording(
        en: """
          Among entries `key: value` every line begins with a key and a colon. This line \
          has none: the colon was forgotten, or the text belongs to the line above. \
          Write the colon, or put a text that goes on over several lines below `|`.
          """,
        zh: """
          在 `键: 值` 条目之间，每一行都要以键和冒号开头。这一行没有冒号：可能忘了写，也\
          可能是上一行文字的后续。请补上冒号；跨行的文字请写在 `|` 之下。
          """),
      example: .file(
        wrong: """
          facts:
            floor area
            rooms: {type: number}
          """,
        right: """
          facts:
            floor area: {type: number}
            rooms: {type: number}
          """)),
    DiagnosticPage(
      "Z0114",
      title: Wording(en: "A full-width colon stands between key and value", zh: "键和值之间用了全角冒号"),
      text: Wording(
        en: """
          The colon `：` of a Chinese keyboard looks much like `:`, but it is a sign \
          like any letter and divides nothing. Write the colon of the Latin keyboard and \
          a blank.
          """,
        zh: """
          中文输入法的 `：` 看起来像 `:`，但它只是普通字符，不起分隔作用。请切换到英文输\
          入，写半角冒号加一个空格。
          """),
      example: .file(
        wrong: """
          title：Rent grant
          """,
        right: """
          title: Rent grant
          """)),
    DiagnosticPage(
      "Z0115",
      title: Wording(en: "A quotation mark is not closed", zh: "引号没有闭合"),
      text: Wording(
        en: """
          A value that begins with `"` or `'` ends at the next such mark. Here there is \
          none, so the rest of the file would belong to the text. Add the closing mark \
          where the text ends.
          """,
        zh: """
          以 `"` 或 `'` 开头的值，到下一个同样的引号为止。这里没有下一个引号，文件其余部\
          分都会被当作这段文字。请在文字结束处补上引号。
          """),
      example: .file(
        wrong: """
          title: {en: "Rent grant}
          """,
        right: """
          title: {en: "Rent grant"}
          """)),
    DiagnosticPage(
      "Z0116",
      title: Wording(en: "A bracket is not closed", zh: "括号没有闭合"),
      text: Wording(
        en: """
          A value that begins with `[` is a list and one that begins with `{` is a group \
          of entries; each ends at its closing bracket, with commas between. Here the \
          closing bracket or a comma is missing. If a text is meant that only begins \
          with a bracket, put it in quotation marks.
          """,
        zh: """
          以 `[` 开头的值是列表，以 `{` 开头的值是一组条目，都要到对应的括号闭合为止，各\
          项之间用逗号分隔。这里缺少后括号或逗号。如果只是以括号开头的文字，请加引号。
          """),
      example: .file(
        wrong: """
          title: {zh: 租房补助, en: Rent grant
          """,
        right: """
          title: {zh: 租房补助, en: Rent grant}
          """)),
    DiagnosticPage(
      "Z0117",
      title: Wording(
        en: "A text that begins with this sign needs quotation marks",
        zh: "以这个符号开头的文字要加引号"),
      text: Wording(
        en: """
          At the start of a value YAML keeps some signs for itself: `@`, `%`, `&`, a \
          backtick, `- `, `? `, `]`, `}`, and `>` with a digit behind it. A text or an \
          expression that begins with one cannot stand there plainly. Put a text in \
          quotation marks, and an expression on the lines below `|`.
          """,
        zh: """
          在值的开头，YAML 保留了一些符号：`@`、`%`、`&`、反引号、`- `、`? `、`]`、`}`，\
          以及后面是数字的 `>`。以它们开头的文字或表达式不能直接写。文字请加引号；表达式\
          请写在 `|` 之下另起的行里。
          """),
      example: .file(
        wrong: """
          decisions:
            first day: @"2026-01-01"
          """,
        right: """
          decisions:
            first day: |
              @"2026-01-01"
          """)),
    DiagnosticPage(
      "Z0118",
      title: Wording(en: "A second colon stands in the line", zh: "一行中出现第二个冒号"),
      text: Wording(
        en: """
          A colon with a blank behind it divides key and value. A second one in the same \
          line would divide the value again. Put a text that holds a colon in quotation \
          marks, or write it below `|`.
          """,
        zh: """
          带空格的冒号用来分隔键和值。同一行中再出现一个，值就会被再次拆开。含有冒号的文\
          字请加引号，或写在 `|` 之下。
          """),
      example: .file(
        wrong: """
          title: Rent grant: the rules
          """,
        right: """
          title: "Rent grant: the rules"
          """)),
    DiagnosticPage(
      "Z0119",
      title: Wording(en: "Something stands behind the end of the value", zh: "值结束之后还有内容"),
      text: Wording(
        en: """
          A value in quotation marks or brackets ends with the closing mark, and nothing \
          may follow on the line. Put the whole into quotation marks, or, for an \
          expression, below `|`.
          """,
        zh: """
          带引号或括号的值到后引号或后括号为止，同一行后面不能再有内容。请把整段加上引\
          号；如为表达式，请写在 `|` 之下。
          """),
      example: .file(
        wrong: """
          title: "Rent" grant
          """,
        right: """
          title: Rent grant
          """)),
    DiagnosticPage(
      "Z0120",
      title: Wording(en: "A sign cannot stand inside these brackets", zh: "括号内的这个位置不能有此符号"),
      text: Wording(
        en: """
          Inside `[…]` and `{…}` items are divided by commas, and a bracket, quotation \
          mark or colon in the wrong place tears them apart. Write the entries below one \
          another without brackets, or put the text in quotation marks.
          """,
        zh: """
          在 `[…]` 和 `{…}` 中，各项用逗号分隔；括号、引号或冒号出现在错误的位置会把内容\
          拆散。请去掉括号，每个条目各写一行；如为文字，请加引号。
          """)),
    DiagnosticPage(
      "Z0121",
      title: Wording(en: "A backslash stands between double quotation marks", zh: "双引号中的反斜杠用法不对"),
      text: Wording(
        en: """
          Between double quotation marks a backslash begins a special sign, such as \
          `\\n` for a line break. Others, such as `\\d` or the path of a file, mean \
          nothing. Write the backslash twice, or use single quotation marks, between \
          which it is an ordinary sign.
          """,
        zh: """
          在双引号里，反斜杠用来引出特殊字符，如 `\\n` 表示换行；其他写法（如 `\\d` 或文\
          件路径）没有意义。请把反斜杠写两遍，或改用单引号，单引号里反斜杠只是普通字符。
          """),
      example: .file(
        wrong: """
          title: {en: "section \\d"}
          """,
        right: """
          title: {en: 'section \\d'}
          """)),
    DiagnosticPage(
      "Z0122",
      title: Wording(en: "`#` begins a comment here", zh: "这里的 `#` 会成为注释"),
      text: Wording(
        en: """
          A `#` with a blank before it begins a comment: it and all behind it do not \
          belong to the value. Here no blank follows it, as if it were part of the text, \
          for instance a number such as `#3`. Put the text in quotation marks if it \
          belongs to it; write a blank behind `#` if it is a comment.
          """,
        zh: """
          前面有空格的 `#` 会开始注释，它和后面的内容都不属于值。这里 `#` 后没有空格，像\
          是文字的一部分，例如编号 `#3`。如属于文字，请整体加引号；如为注释，请在 `#` 后\
          加空格。
          """),
      example: .file(
        wrong: """
          title: Rent grant #3
          """,
        right: """
          title: "Rent grant #3"
          """)),
    DiagnosticPage(
      "Z0123",
      title: Wording(en: "List items and entries are mixed", zh: "列表项与条目混在一起"),
      text: Wording(
        en: """
          A value is either a list, each item behind `- `, or a group of entries `key: \
          value`. Here one stands among the others, or the blank behind `-` is missing, \
          so that it is a text and no item. Write all lines in one form, or indent the \
          list below the key it belongs to.
          """,
        zh: """
          一个值要么是列表（每项前写 `- `），要么是一组 `键: 值` 条目。这里两者混用，或 \
          `-` 后缺少空格而成了文字。请统一写法，或把列表缩进到所属的键之下。
          """),
      example: .file(
        wrong: """
          facts:
            rooms: {type: number}
            - floor area: {type: number}
          """,
        right: """
          facts:
            rooms: {type: number}
            floor area: {type: number}
          """)),
    DiagnosticPage(
      "Z0124",
      title: Wording(en: "Full-width brackets hold nothing together", zh: "全角括号不能括起条目"),
      text: Wording(
        en: """
          Entries on one line stand in `{…}` and lists in `[…]`, half-width. `｛…｝` and \
          `［…］` from a Chinese input method are signs of a text.
          """,
        zh: """
          写在一行的条目用半角的 `{…}`，列表用半角的 `[…]`。中文输入法的 `｛…｝`、`［…］` \
          只是文字中的符号。
          """),
      example: .file(
        wrong: """
          facts:
            rooms:
              type: number
              label: ｛zh: 间数, en: Rooms｝
          """,
        right: """
          facts:
            rooms:
              type: number
              label: {zh: 间数, en: Rooms}
          """)),
    DiagnosticPage(
      "Z0125",
      title: Wording(en: "A full-width `＃` begins no comment", zh: "全角的 `＃` 不能开始注释"),
      text: Wording(
        en: """
          A comment begins with the half-width `#`. Behind the full-width sign of a Chinese \
          input method the line is read as a text.
          """,
        zh: """
          注释以半角的 `#` 开始。中文输入法的全角 `＃` 之后的内容会被当作文字读取。
          """),
      example: .file(
        wrong: """
          facts:
            # 间数
            rooms: {type: number, label: {zh: 间数, en: Rooms}}
          ＃ 以下各项由试点规定：
          parameters:
            limit: {type: number, set by: pilot, label: {zh: 上限, en: Limit}}
          """,
        right: """
          facts:
            # 间数
            rooms: {type: number, label: {zh: 间数, en: Rooms}}
          # 以下各项由试点规定：
          parameters:
            limit: {type: number, set by: pilot, label: {zh: 上限, en: Limit}}
          """)),
    DiagnosticPage(
      "Z0198",
      title: Wording(en: "The place cannot be read as YAML", zh: "此处无法按 YAML 读取"),
      text: Wording(
        en: """
          The structure of the file breaks off here in a way for which there is no \
          message of its own. Look at the colons, quotation marks, brackets and the \
          indentation of this line and the one above; the mistake often stands one line \
          earlier than where it shows.
          """,
        zh: """
          文件结构在此中断，且不属于其他已列明的情形。请检查本行和上一行的冒号、引号、括\
          号和缩进；真正的错误往往在前一行。
          """)),
    DiagnosticPage(
      "Z0199",
      title: Wording(en: "More findings are not shown", zh: "还有问题未显示"),
      text: Wording(
        en: """
          The file has so many mistakes that only the first are listed. Usually a few of \
          them cause the others. Mend those that are shown and look again.
          """,
        zh: """
          文件中的问题太多，只列出了前面一部分。通常少数几个错误会引发其余的。请先改正已\
          列出的，再重新检查。
          """)),
  ]
}
