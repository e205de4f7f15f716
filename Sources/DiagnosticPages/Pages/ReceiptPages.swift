internal import Diagnostics

extension DiagnosticPage {
  /// What can be wrong with a log of receipts.
  static let receipts: [DiagnosticPage] = [
    DiagnosticPage(
      "Z1601", title: Wording(en: "The line is no receipt", zh: "该行不是回执"),
      text: Wording(
        en: """
          A log of receipts holds one JSON object on each line. This line cannot be read as \
          one: it was damaged, or something else was written into the log. Compare it with a \
          copy; what the receipt said cannot be told from the line.
          """,
        zh: """
          回执记录每行是一个 JSON 对象。这一行无法读取：可能已损坏，或被写入了别的内容。请\
          与副本核对；仅凭这一行无法得知原来的内容。
          """)),
    DiagnosticPage(
      "Z1602",
      title: Wording(
        en: "The receipt is not written in the canonical form", zh: "回执不是规范写法"),
      text: Wording(
        en: """
          A receipt is written in one form only: on one line, without blanks, members sorted. \
          What stands here says the same in another form, so that somebody has written it \
          again. The digests may still fit; the bytes are not those that were written.
          """,
        zh: """
          回执只有一种写法：一行、无空格、成员按序排列。此处以另一种写法表示同样的内容，说\
          明有人重写过。摘要可能仍然相符，但字节已不是原来的字节。
          """)),
    DiagnosticPage(
      "Z1603",
      title: Wording(
        en: "The receipt lacks a member, or has one too many", zh: "回执缺少成员或有多余的成员"),
      text: Wording(
        en: """
          Every receipt has the same members, and no others: schema, engine, number, previous, \
          digests, question, applicant, rules, values, determination, hash, and mask if it is \
          masked. The message names what is missing and what is unknown. A receipt of a later \
          version has another schema and is checked by the program that wrote it.
          """,
        zh: """
          每份回执的成员都相同：schema、engine、number、previous、digests、question、\
          applicant、rules、values、determination、hash，隐去个人数据的另有 mask。消息指出\
          缺少和多余的成员。较新版本的回执 schema 不同，请用写出它的程序检查。
          """)),
    DiagnosticPage(
      "Z1604",
      title: Wording(
        en: "A part of the receipt was changed", zh: "回执的一部分被改动"),
      text: Wording(
        en: """
          The parts of a receipt are digested one by one when it is made: the question, the \
          applicant with the facts, the rule files, the dated values, the outcome, the \
          explanation. The part that is named does not have its digest, or the digest was \
          changed; if the hash is wrong as well, it was the digest. Nothing in the part can be \
          relied on.
          """,
        zh: """
          出具回执时，各部分分别计算摘要：所问事项、申请人及事实、规则文件、有期限的值、判\
          定结果、判定说明。所指部分与其摘要不符，或者摘要被改动（如果哈希值也不符，改动的\
          就是摘要）。该部分的内容不可采信。
          """)),
    DiagnosticPage(
      "Z1605",
      title: Wording(en: "The hash of the receipt is wrong", zh: "回执的哈希值不符"),
      text: Wording(
        en: """
          The hash of a receipt covers its schema, the engine, its number, the hash of the \
          receipt before it and the digests of its parts. One of these was changed, or the hash \
          itself.
          """,
        zh: """
          回执的哈希值覆盖其格式、引擎版本、编号、前一回执的哈希值和各部分的摘要。其中之\
          一，或哈希值本身，被改动了。
          """)),
    DiagnosticPage(
      "Z1606",
      title: Wording(en: "The receipt is out of its place", zh: "回执不在其位"),
      text: Wording(
        en: """
          Receipts are numbered from 1 on without a gap. Here receipts are missing, or one \
          stands twice, or two were swapped: the message says which number was expected.
          """,
        zh: """
          回执自 1 起连续编号。此处有缺失、重复或次序颠倒：消息说明应有的编号。
          """)),
    DiagnosticPage(
      "Z1607",
      title: Wording(
        en: "The receipt does not continue the one before it", zh: "回执未接续前一回执"),
      text: Wording(
        en: """
          Every receipt carries the hash of the one before it. The number fits, but the receipt \
          before it is not the one it was written after: one of the two was put in the place of \
          another.
          """,
        zh: """
          每份回执都记有前一回执的哈希值。编号相接，但前一回执并不是它写成时的那一份：两者\
          之一被替换过。
          """)),
    DiagnosticPage(
      "Z1608",
      title: Wording(en: "The last line of the log breaks off", zh: "记录的末行中断"),
      text: Wording(
        en: """
          Every line of a log ends with a line break. The last one has none: a write was \
          interrupted, or the file was cut. What an interrupted write left behind is put right \
          when the next receipt is added.
          """,
        zh: """
          记录的每一行都以换行结束，末行却没有：写入曾中断，或文件被截断。中断的写入所留下\
          的半行会在下一次添加回执时清除。
          """)),
    DiagnosticPage(
      "Z1609",
      title: Wording(en: "The head of the log is missing", zh: "缺少记录的首尾文件"),
      text: Wording(
        en: """
          Beside a log lies its head, a file of the same name with `.head` behind it: how many \
          receipts there are and the hash of the last. Without it nobody can tell whether the \
          last receipts were removed. A piece of a log is checked with `--part`.
          """,
        zh: """
          记录旁有其首尾文件，名称为记录名加 `.head`，记有回执的份数和末份的哈希值。没有它\
          就无法判断末尾的回执是否被删去。检查记录的一段请用 `--part`。
          """)),
    DiagnosticPage(
      "Z1610",
      title: Wording(en: "The head of the log cannot be read", zh: "记录的首尾文件无法读取"),
      text: Wording(
        en: """
          The file beside the log is not written as heads are. Get it from a copy; a head that \
          was noted elsewhere can be given with `--head`.
          """,
        zh: """
          记录旁的文件不是首尾文件的写法。请从副本取得；另行记下的末份哈希值可用 `--head` 给\
          出。
          """)),
    DiagnosticPage(
      "Z1611",
      title: Wording(
        en: "The log has not as many receipts as its head counts", zh: "回执份数与首尾文件不符"),
      text: Wording(
        en: """
          With fewer, the log was cut short: receipts at its end were removed. With more, a \
          write was interrupted before the head was written, or somebody has added receipts \
          without it.
          """,
        zh: """
          少了，说明记录被截短，末尾的回执被删去；多了，说明写入在更新首尾文件之前中断，或\
          有人绕过程序添加了回执。
          """)),
    DiagnosticPage(
      "Z1612",
      title: Wording(
        en: "The last receipt is not the one of the head", zh: "末份回执与首尾文件所记不同"),
      text: Wording(
        en: """
          There are as many receipts as the head counts, but the last one has another hash. If \
          no other finding stands before this one, the whole log was written anew, or the head \
          belongs to another log.
          """,
        zh: """
          份数相符，但末份的哈希值不同。如果没有别的发现，说明整份记录被重写过，或首尾文件\
          属于另一份记录。
          """)),
    DiagnosticPage(
      "Z1613",
      title: Wording(
        en: "The applicant's file is not the one the receipt was made with",
        zh: "申请人文件不是出具回执时所用的"),
      text: Wording(
        en: """
          A masked receipt holds commitments in place of facts. Those of the facts that are \
          named come from other values than the file has, or the file has facts that were not \
          supplied. The values must be written as they were: `12.0` is not `12.00`.
          """,
        zh: """
          隐去个人数据的回执以承诺代替事实。所列事实的承诺与文件中的值不符，或文件中有当时\
          未提供的事实。值的写法也须与当时相同：`12.0` 不是 `12.00`。
          """)),
    DiagnosticPage(
      "Z1614",
      title: Wording(en: "The case cannot be decided again", zh: "该案无法重新判定"),
      text: Wording(
        en: """
          The message says why: the rules at hand have no such policy or refuse the facts, or \
          the receipt is masked and its applicant was not given. For masked receipts name the \
          applicants' files with `--applicants` and the salt with `--salt-file`.
          """,
        zh: """
          消息说明原因：现有规则没有该政策或不接受这些事实，或者回执已隐去个人数据而没有给\
          出申请人。对后者请用 `--applicants` 指明申请人文件，用 `--salt-file` 指明盐值。
          """)),
    DiagnosticPage(
      "Z1615",
      title: Wording(
        en: "An interrupted write was put right", zh: "已修复中断的写入"),
      text: Wording(
        en: """
          The log is written first and its head after it. The last write ended in between: whole \
          receipts that continue the log were kept, and half a line was removed. The cases of \
          the receipts that were not written have to be decided again.
          """,
        zh: """
          写入时先写记录，后写首尾文件。上一次写入在其间中断：能接续记录的完整回执予以保\
          留，半行已删除。没有写成回执的案件须重新判定。
          """)),
  ]
}
