internal import Diagnostics

extension DiagnosticPage {
  /// What can be wrong with keys, words, days and files.
  static let structure: [DiagnosticPage] = [
    DiagnosticPage(
      "Z0501",
      title: Wording(en: "There is no such key here", zh: "此处没有这个键"),
      text: Wording(
        en: """
          Every key of the format is known, and which keys may stand in a group depends \
          on the group. An unknown key would be passed over, and with it what it was to \
          say, so it is an error. The nearest key is suggested, or those known here are \
          listed. `docs/format.md` describes all of them.
          """,
        zh: """
          格式中的每个键都是已知的，哪些键可以用取决于所在的条目。未知的键若被忽略，它要\
          表达的内容也就丢了，所以算作错误。提示会给出最接近的键，或列出此处可用的键。全\
          部键见 `docs/zh/format.md`。
          """),
      example: .file(
        wrong: """
          facts:
            rooms: {type: number, lable: {zh: 间数, en: Rooms}}
          """,
        right: """
          facts:
            rooms: {type: number, label: {zh: 间数, en: Rooms}}
          """)),
    DiagnosticPage(
      "Z0502",
      title: Wording(en: "The value is of another kind than expected", zh: "值的形式不对"),
      text: Wording(
        en: """
          A value is a text, a list or a group of entries. Here another of the three is \
          expected: a group where only a text stands, a list where a single item stands, \
          or the reverse. The message shows how it is written.
          """,
        zh: """
          值有三种形式：文本、列表、一组条目。这里需要另一种：应是一组条目却只写了文本，\
          应是列表却只写了一项，或反过来。提示中给出了写法。
          """),
      example: .file(
        wrong: """
          uses: base, calendar
          """,
        right: """
          uses: [base]
          """)),
    DiagnosticPage(
      "Z0503",
      title: Wording(en: "A key has no value", zh: "键没有值"),
      text: Wording(
        en: """
          Behind the colon there is nothing, or an empty text. Write the value, or \
          delete the key; a key without a value does not mean "none".
          """,
        zh: """
          冒号后面什么也没有，或是空文本。请写上值，或删除这个键；没有值的键并不表示“\
          无”。
          """),
      example: .file(
        wrong: """
          facts:
            rooms: {type: number, label: }
          """,
        right: """
          facts:
            rooms: {type: number, label: {zh: 间数, en: Rooms}}
          """)),
    DiagnosticPage(
      "Z0504",
      title: Wording(en: "A required key is missing", zh: "缺少必需的键"),
      text: Wording(
        en: """
          Some entries cannot be understood without a certain key: a dated value without \
          `from` and `is`, a stacking entry without `with` and `mode`, a window without \
          its first day. Add it.
          """,
        zh: """
          有些条目缺了某个键就无法理解：带日期的值缺 `from` 或 `is`，`stacking` 条目缺 \
          `with` 或 `mode`，期间缺第一天。请补上。
          """),
      example: .file(
        wrong: """
          parameters:
            rate: {type: ratio, values: [{is: 0.5, source: L-1}]}
          """,
        right: """
          parameters:
            rate: {type: ratio, values: [{from: 2026-01-01, is: 0.5, source: L-1}]}
          """)),
    DiagnosticPage(
      "Z0505",
      title: Wording(en: "Two keys exclude one another", zh: "两个键不能同时写"),
      text: Wording(
        en: """
          Two keys answer the same question in two ways: `require` and `met from`, `is` \
          and `table`, `is` and `default` or `order`, or a file that says twice what it \
          is. Only one can hold. Delete the other.
          """,
        zh: """
          两个键用不同方式回答同一个问题：`require` 与 `met from`，`is` 与 `table`，`is` \
          与 `default` 或 `order`，或文件两次说明自己是什么。只能保留一个，请删去另一\
          个。
          """),
      example: .file(
        wrong: """
          criteria:
            of age: {require: age >= 18, met from: birth date, source: L-1}
          """,
        right: """
          criteria:
            of age: {require: age >= 18, source: L-1}
          """)),
    DiagnosticPage(
      "Z0506",
      title: Wording(en: "The key has its place elsewhere", zh: "这个键应写在别处"),
      text: Wording(
        en: """
          The key exists, but not in this kind of entry or file: a `source` in a fact, \
          `values` in a decision, `criteria` in a vocabulary, `afterwards` in something \
          that ends a term. The message says where it belongs.
          """,
        zh: """
          这个键是有的，但不属于这种条目或文件：例如事实中的 `source`、决策中的 \
          `values`、词汇文件中的 `criteria`、期限终止条目中的 `afterwards`。提示会说明应\
          写在哪里。
          """),
      example: .file(
        wrong: """
          facts:
            rooms: {type: number, source: L-1, label: {zh: 间数, en: Rooms}}
          """,
        right: """
          facts:
            rooms: {type: number, label: {zh: 间数, en: Rooms}}
          """)),
    DiagnosticPage(
      "Z0507",
      title: Wording(en: "Truth is written `true` or `false`", zh: "真假只能写 `true` 或 `false`"),
      text: Wording(
        en: """
          Words such as `yes`, `on`, `1` or 是 mean a truth value in some programs and a \
          text in others. Rule files know only `true` and `false`.
          """,
        zh: """
          `yes`、`on`、`1`、“是”在有的软件里表示真，在有的软件里只是文字。规则文件只认 \
          `true` 和 `false`。
          """),
      example: .file(
        wrong: """
          decisions:
            given by hand: {type: number, is: age, may be supplied: yes}
          """,
        right: """
          decisions:
            given by hand: {type: number, is: age, may be supplied: true}
          """)),
    DiagnosticPage(
      "Z0508",
      title: Wording(en: "Another word is expected here", zh: "此处应为另一个词"),
      text: Wording(
        en: """
          The key takes one of a few words, and this is none of them. They are listed; \
          the nearest is suggested.
          """,
        zh: """
          这个键只能取几个固定的词之一，所写的不在其中。提示列出了可用的词和最接近的一\
          个。
          """),
      example: .file(
        wrong: """
          facts:
            rooms:
              type: number
              over time: month
              label: {zh: 间数, en: Rooms}
          """,
        right: """
          facts:
            rooms:
              type: number
              over time: monthly
              label: {zh: 间数, en: Rooms}
          """)),
    DiagnosticPage(
      "Z0509",
      title: Wording(en: "This is no day", zh: "这不是日期"),
      text: Wording(
        en: """
          A day is written with four digits for the year and two each for month and day, \
          divided by `-`, and it must exist. A month alone, a time, slashes, Chinese \
          characters or full-width digits are refused with the right form where one is \
          clear.
          """,
        zh: """
          日期写成四位年、两位月、两位日，用 `-` 分隔，而且必须存在。只写月份、带时刻、\
          用斜杠、汉字或全角数字都不行；能确定正确写法时会给出。
          """),
      example: .file(
        wrong: """
          parameters:
            rate: {type: ratio, values: [{from: 2026/1/1, is: 0.5, source: L-1}]}
          """,
        right: """
          parameters:
            rate: {type: ratio, values: [{from: 2026-01-01, is: 0.5, source: L-1}]}
          """)),
    DiagnosticPage(
      "Z0510",
      title: Wording(en: "The days of a window are wrong", zh: "期间的日期有误"),
      text: Wording(
        en: """
          A window has a first day `from` and, if it ends, a last day `until`, which \
          belongs to it. Here the last day lies before the first, or a single text \
          stands where the two days are expected.
          """,
        zh: """
          期间有第一天 `from`，如有终止还有最后一天 `until`（含当日）。这里最后一天早于\
          第一天，或只写了一个文本而不是起止日期。
          """),
      example: .file(
        wrong: """
          parameters:
            rate:
              type: ratio
              values:
                - {from: 2026-01-01, until: 2025-12-31, is: 0.5, source: L-1}
          """,
        right: """
          parameters:
            rate:
              type: ratio
              values:
                - {from: 2025-01-01, until: 2025-12-31, is: 0.5, source: L-1}
          """)),
    DiagnosticPage(
      "Z0511",
      title: Wording(en: "This is not how types are written", zh: "类型的写法不对"),
      text: Wording(
        en: """
          The type is called otherwise here (`text` for `string`, `number` for \
          `integer`), or it is none at all, or the unit stands behind `money` instead of \
          beside it, or a record is given the name of a type that exists.
          """,
        zh: """
          这个类型在这里另有名称（`string` 应为 `text`，`integer` 应为 `number`），或根\
          本不是类型，或单位写在了 `money` 后面而不是旁边，或记录与已有类型重名。
          """),
      example: .file(
        wrong: """
          facts:
            street: {type: string, label: {zh: 街道, en: Street}}
          """,
        right: """
          facts:
            street: {type: text, label: {zh: 街道, en: Street}}
          """)),
    DiagnosticPage(
      "Z0512",
      title: Wording(en: "A source is not written as one", zh: "来源的写法不对"),
      text: Wording(
        en: """
          A source is an id, a blank, and the place in the document: `source: L-1 第三条\
          `. Several stand in a list: `[L-1, L-2 第二条]`. Here a comma stands behind \
          the id, the blank is missing, or the id itself holds a blank.
          """,
        zh: """
          来源写作编号、空格、条款：`source: L-1 第三条`。多个来源写成列表：`[L-1, L-2 \
          第二条]`。这里编号后有逗号，或缺少空格，或编号本身含空格。
          """),
      example: .file(
        wrong: """
          criteria:
            of age:
              require: age >= 18
              source: L-1第三条
          """,
        right: """
          criteria:
            of age:
              require: age >= 18
              source: L-1 第三条
          """)),
    DiagnosticPage(
      "Z0513",
      title: Wording(en: "The region is no six-digit code", zh: "地区不是六位代码"),
      text: Wording(
        en: """
          A pilot covers the codes of GB/T 2260 that lie below its own, so its region is \
          a code of six digits, such as `110000`. A shorter one is filled up with zeros.
          """,
        zh: """
          试点覆盖其 GB/T 2260 代码之下的各地，所以地区写六位代码，如 `110000`。位数不足\
          的请补零。
          """),
      example: .file(
        wrong: """
          # pilots/demo/pilot.yaml
          title: {zh: 示范市, en: Demo City}
          region: 9901
          """,
        right: """
          # pilots/demo/pilot.yaml
          title: {zh: 示范市, en: Demo City}
          region: 990100
          """)),
    DiagnosticPage(
      "Z0520",
      title: Wording(en: "The file does not say what it is", zh: "文件没有说明自己是什么"),
      text: Wording(
        en: """
          A rule file begins with `policy: NAME`, `vocabulary: NAME`, `adapts: POLICY` \
          or `sources:`. This one has none of them, or the word is misspelt. Test cases \
          belong into `tests/`, applicants' files outside the rules, and the description \
          of a pilot into `pilot.yaml`.
          """,
        zh: """
          规则文件以 `policy: 名称`、`vocabulary: 名称`、`adapts: 政策` 或 `sources:` 开\
          头。这个文件没有，或写错了。测试用例应放在 `tests/`，申请人文件应放在规则之\
          外，试点说明应写在 `pilot.yaml`。
          """),
      example: .file(
        wrong: """
          # rules/example.yaml
          polcy: example
          in force: {from: 2026-01-01}
          """,
        right: """
          # rules/example.yaml
          policy: example
          in force: {from: 2026-01-01}
          """)),
    DiagnosticPage(
      "Z0521",
      title: Wording(en: "The file is empty", zh: "文件是空的"),
      text: Wording(
        en: """
          A file among the rules says nothing. Begin it with `policy: NAME`, or delete \
          it.
          """,
        zh: """
          规则文件夹中有一个没有内容的文件。请以 `policy: 名称` 开头写上内容，或删除它。
          """)),
    DiagnosticPage(
      "Z0522",
      title: Wording(en: "The file lies in the wrong folder", zh: "文件放错了文件夹"),
      text: Wording(
        en: """
          What adapts a policy belongs into `pilots/NAME/`, where the pilot is known. \
          Vocabularies and files of sources belong into `rules/`, where all files see \
          them; a pilot declares its names and sources in the overlay itself.
          """,
        zh: """
          调整政策的文件应放在 `pilots/名称/`，这样才知道是哪个试点。词汇文件和来源文件\
          应放在 `rules/`，供所有文件使用；试点自己的名称和来源写在调整文件里。
          """),
      example: .file(
        wrong: """
          # rules/example.yaml
          adapts: housing-grant
          in force: {from: 2026-01-01}
          """,
        right: """
          # pilots/demo/housing-grant.yaml
          adapts: housing-grant
          in force: {from: 2026-01-01}
          """)),
  ]
}
