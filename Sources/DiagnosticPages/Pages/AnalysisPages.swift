internal import Diagnostics

extension DiagnosticPage {
  /// What cannot be meant although it can be read.
  static let analysis: [DiagnosticPage] = [
    DiagnosticPage(
      "Z1301",
      title: Wording(en: "No rule of the table fits", zh: "决策表没有适用的规则"),
      text: Wording(
        en: """
          There are values for which no row of the table fits, and the table has no `default:`.
          Whoever has such values gets an error instead of a decision. The message gives an
          example; where a parameter sets a bound, it also says on which days and in which pilot.
          """,
        zh: """
          有的取值在表中没有任何一行适用，表又没有写 `default:`。遇到这种取值时得到的是错
          误而不是结果。提示里有一个例子；界限由参数决定时，还会说明日期和试点。
          """)),
    DiagnosticPage(
      "Z1302",
      title: Wording(en: "Two rules of a U table fit together", zh: "U 表有两条规则同时适用"),
      text: Wording(
        en: """
          Under U (unique) at most one row may fit. For the example in the message two do, so the
          table cannot be decided there. Correct the bounds, or, if the first row is meant to win,
          write F; if both say the same, A.
          """,
        zh: """
          U（唯一）要求最多一行适用。提示中的例子有两行同时适用，这种情况无法判定。请更正
          界限；如果应以先出现的一行为准，改用 F；如果两行结果相同，改用 A。
          """)),
    DiagnosticPage(
      "Z1303",
      title: Wording(en: "Two rules of an A table disagree", zh: "A 表有两条规则结果不同"),
      text: Wording(
        en: """
          Under A (any) several rows may fit if they give the same result. Here two fit and give
          different ones. Correct one of them, or choose another hit policy.
          """,
        zh: """
          A（任意）允许多行同时适用，但结果必须相同。这里两行同时适用而结果不同。请更正其
          中一行，或改用其他命中策略。
          """)),
    DiagnosticPage(
      "Z1304",
      title: Wording(en: "A cell that nothing passes", zh: "单元格没有取值可以满足"),
      text: Wording(
        en: """
          What the input can be, by its `allowed` or `choices`, never passes this cell, so the row
          never fits. Mostly a choice is misspelt or a bound is turned round.
          """,
        zh: """
          按输入的 `allowed` 或 `choices`，没有任何取值满足此格，这一行永远不会适用。多半是
          选项写错，或界限写反了。
          """)),
    DiagnosticPage(
      "Z1305",
      title: Wording(en: "A rule that never decides", zh: "永远不起作用的规则"),
      text: Wording(
        en: """
          Other rows fit wherever this one does and come first, so it never has a say. Under F
          move the special row before the general one; otherwise correct its cells or delete it.
          """,
        zh: """
          凡是这一行适用的情况，其他行都先适用，这一行永远不起作用。F 表应把特殊情形写在一
          般情形之前；否则请更正条件，或删去这一行。
          """)),
    DiagnosticPage(
      "Z1306",
      title: Wording(en: "A rule that changes nothing", zh: "删去也不影响结果的规则"),
      text: Wording(
        en: """
          Without this row the table says the same, since others cover it with equal results. It
          may be there to be seen; if not, delete it.
          """,
        zh: """
          删去这一行，结果不变：其他行涵盖其全部情形且结果相同。如非有意列出，请删去。
          """)),
    DiagnosticPage(
      "Z1307",
      title: Wording(en: "A rule that counts twice", zh: "重复计入的规则"),
      text: Wording(
        en: """
          The table collects what all fitting rows give. Two rows are the same, so their result
          counts twice. Delete one, or correct its cells.
          """,
        zh: """
          表会汇总所有适用行的结果。有两行完全相同，结果被计入两次。请删去一行或更正其内容。
          """)),
    DiagnosticPage(
      "Z1308",
      title: Wording(en: "A hit policy with nothing to choose", zh: "命中策略无可选择"),
      text: Wording(
        en: """
          The hit policy says what happens when several rows fit, but no two ever do. U says that,
          and has every later change checked for it.
          """,
        zh: """
          命中策略规定多行适用时如何取舍，但没有两行会同时适用。改用 U 可以表明这一点，今后
          修改时也会据此检查。
          """)),
    DiagnosticPage(
      "Z1309",
      title: Wording(en: "A cell that could not be examined", zh: "无法检查的单元格"),
      text: Wording(
        en: """
          Gaps and overlaps are looked for exactly, and this cell is beyond that: it depends on a
          fact, or on several inputs at once. Nothing is claimed about its row. Look at it
          yourself, or let a case try it.
          """,
        zh: """
          空缺与重叠的检查是精确的，而此格超出其能力：它取决于某项事实，或同时取决于几个输
          入。因此对这一行不作结论。请人工核对，或用测试用例验证。
          """)),
    DiagnosticPage(
      "Z1320",
      title: Wording(en: "A condition that always holds", zh: "总是成立的条件"),
      text: Wording(
        en: """
          Whatever can be supplied, by `allowed` and `choices`, and on every day, the condition
          holds. A criterion that is always met keeps nobody out; an exception that always holds
          leaves nothing of the general rule. Mostly a bound or a sign is wrong.
          """,
        zh: """
          无论提供什么取值（在 `allowed` 和 `choices` 范围内）、在哪一天，此条件都成立。总是符
          合的条件挡不住任何人；总是成立的例外使一般规定落空。多半是界限或符号写错。
          """)),
    DiagnosticPage(
      "Z1321",
      title: Wording(en: "A condition that never holds", zh: "永远不会成立的条件"),
      text: Wording(
        en: """
          Whatever can be supplied, by `allowed` and `choices`, the condition does not hold. A
          criterion that nobody can meet makes the policy useless; an exception that never holds is
          not there. Mostly two bounds contradict each other or a choice is misspelt.
          """,
        zh: """
          无论提供什么取值（在 `allowed` 和 `choices` 范围内），此条件都不成立。无人能符合的条
          件使政策落空；永远不成立的例外等于没有。多半是两个界限互相矛盾，或选项写错。
          """)),
    DiagnosticPage(
      "Z1322",
      title: Wording(
        en: "Two exceptions can hold together and disagree", zh: "两条例外可能同时成立且结果不同"),
      text: Wording(
        en: """
          Where both exceptions hold and give different values, nothing is decided: the case is
          referred to a person. The message names a day and values with which that happens. If
          one is meant to win, write `over: [the other]` in it; if they shall never meet, narrow
          a condition.
          """,
        zh: """
          两条例外同时成立而值不同时，程序不作判定，转人工处理。提示中给出了会发生这种情况的
          日期和取值。如果应以其中一条为准，请在该条写 `over: [另一条]`；如果不应同时成立，请
          收紧条件。
          """)),
    DiagnosticPage(
      "Z1330",
      title: Wording(en: "Something ends soon", zh: "即将到期"),
      text: Wording(
        en: """
          An edition or the last value of a parameter ends within a few months, and nothing follows.
          From the next day on nothing is decided on it. This is a reminder, not a mistake.
          """,
        zh: """
          某一版本或参数的最后一个值在几个月内到期，之后没有后续。从次日起将无法据此判定。这
          是提醒，不是错误。
          """)),
    DiagnosticPage(
      "Z1331",
      title: Wording(en: "The last value has ended", zh: "最后一个值已到期"),
      text: Wording(
        en: """
          The last value that the file has for the parameter has ended. Decisions for later days
          are open, or rest on the last value if the file says so. Look whether a new value has
          been published.
          """,
        zh: """
          文件中该参数的最后一个值已经到期。之后日期的判定将为未知，或按文件规定暂按原标准判定。请
          查看新值是否已经公布。
          """)),
    DiagnosticPage(
      "Z1332",
      title: Wording(en: "A value older than its source", zh: "早于来源公布日的值"),
      text: Wording(
        en: """
          The value holds from a day on which its source cannot have been published yet. Values are
          often published late; then `known from:` says when. Without it, a decision of that time
          cannot be made again as it was.
          """,
        zh: """
          此值开始适用时，其来源文件还不可能公布。数值常常迟于适用日公布，这时应写明 `known
          from:`。不写就无法重现当时作出的判定。
          """)),
    DiagnosticPage(
      "Z1333",
      title: Wording(en: "A text lacks a language", zh: "缺少一种语言"),
      text: Wording(
        en: """
          Most labels or questions of the file are in two languages, this one is not. Whoever reads
          the other language sees the words of the first.
          """,
        zh: """
          本文件多数名称或问题都有两种语言，这一条缺一种。使用另一种语言的人只能看到现有的
          文字。
          """)),
    DiagnosticPage(
      "Z1334",
      title: Wording(en: "Weak evidence among better", zh: "依据偏弱"),
      text: Wording(
        en: """
          The file's other rules rest on texts that were seen; this one rests on something remembered
          or made up. Every determination that rests on it says so.
          """,
        zh: """
          本文件其他规则有据可查，这一条则凭记忆写成或是虚构的。凡依据它的判定都会注明。
          """)),
    DiagnosticPage(
      "Z1335",
      title: Wording(en: "A parameter hides an outer name", zh: "参数遮住外部名称"),
      text: Wording(
        en: """
          Inside the function the name means the function's parameter and not the fact, parameter or
          decision of the same name outside. That is allowed, and easily misread.
          """,
        zh: """
          在函数内部，此名称指函数的参数，而不是外部同名的事实、参数或决策。这样写是允许的，但
          容易误读。
          """)),
  ]
}
