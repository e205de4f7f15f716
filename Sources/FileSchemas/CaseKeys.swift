internal import Diagnostics

extension Key {
  /// A file of test cases.
  static let cases: [Key] = [
    Key("policy", .text, en: "the policy that is tested", zh: "所测试的政策"),
    Key(
      "vocabulary", .text, en: "the vocabulary whose expressions are tested", zh: "所测试的词汇文件"),
    Key("pilot", .text, en: "a pilot other than that of the folder", zh: "与所在文件夹不同的试点"),
    Key("given", facts, en: "facts of every case", zh: "每个用例共有的事实"),
    Key(
      "cases", .list(.entries(testCase)), required: true, en: "the cases", zh: "用例"),
  ]

  private static let facts = Shape.named(.anything)

  private static let testCase: [Key] = [
    Key("case", .text, required: true, en: "its name, a sentence", zh: "用例名称，一句话"),
    Key("date", .day, en: "the day decided", zh: "判定日"),
    Key(
      "known", .day, en: "the day by which everything used was known", zh: "以哪一天已知的内容为准"),
    Key(
      "against", .text, en: "with `from` and `to`: the later day of knowledge, or `grants`",
      zh: "与 `from`、`to` 并用：较晚的知悉日，或 `grants`"),
    Key("from", .month, en: "the first month of a schedule", zh: "逐月判定的第一个月"),
    Key("to", .month, en: "its last month", zh: "最后一个月"),
    Key(
      "facts", facts, en: "as in an applicant's file; `grants` among them",
      zh: "与申请人文件相同，含 `grants`"),
    Key(
      "expect", .entries(expectations), en: "what must come out; only what is listed is compared",
      zh: "应得的结果；只比较列出的内容"),
    Key(
      "expression", .feel, en: "for a vocabulary: an expression", zh: "词汇文件用例：表达式"),
    Key("is", .feel, en: "its value", zh: "表达式的值"),
  ]

  private static let names = Shape.either([.text, .list(.text)])
  private static let byName = Shape.named(.expression)

  private static let expectations: [Key] = [
    Key("outcome", .text, en: "the outcome", zh: "结论"),
    Key("benefits", byName, en: "amounts by benefit", zh: "各项待遇的金额"),
    Key("criteria", byName, en: "results by criterion: met, unmet, unknown …", zh: "各条件的结果"),
    Key("not yet until", .day, en: "the day from which on it is met", zh: "从哪一天起满足"),
    Key("not before", .day, en: "the day before which it is not met", zh: "不早于哪一天"),
    Key("term", byName, en: "starts, ends, months", zh: "期限：起、止、月数"),
    Key("missing", names, en: "the facts asked for, all of them", zh: "全部待补事实"),
    Key("missing includes", names, en: "some of the facts asked for", zh: "待补事实中包含"),
    Key("unpublished", names, en: "parameters without a value yet", zh: "尚未公布的参数"),
    Key("provisional", names, en: "parameters that go on for now", zh: "暂时沿用的参数"),
    Key("refer", names, en: "reasons why a person decides", zh: "由经办人认定的理由"),
    Key("total", .expression, en: "the total", zh: "合计"),
    Key("evidence", .text, en: "the weakest source it rests on", zh: "所依据的最弱来源"),
    Key(
      "months", .byMonth(.expression), en: "statuses or amounts by month", zh: "各月的状态或金额"),
    Key("payable", .text, en: "the number of payable months", zh: "应付月数"),
    Key("unknown", .text, en: "the number of unknown months", zh: "未知月数"),
    Key("used", .text, en: "the number of months used", zh: "已用月数"),
    Key("difference", .text, en: "what is owed less what was paid", zh: "应付与已付的差额"),
    Key(
      "first decided", .text, en: "the part of it that is for months not decided then",
      zh: "其中当时未能判定的月份所占的部分"),
  ]
}

extension Shape {
  /// A file of one applicant, of several below `applicants`, or a list of them.
  static let applicants = Shape.either([
    .entries(Key.applicant),
    .entries([
      Key(
        "applicants", .list(.entries(Key.applicant)), required: true, en: "several applicants",
        zh: "多名申请人")
    ]), .list(.entries(Key.applicant)),
  ])
}

extension Key {
  fileprivate static let applicant: [Key] = [
    Key("applicant", .text, required: true, en: "the number of the case", zh: "案件编号"),
    Key("subject", .words(["person", "employer"]), en: "whom it is about", zh: "对象：个人或单位"),
    Key(
      "facts", .named(.anything),
      en: "facts by name or label; days or months before the values of those that change",
      zh: "按名称或标签写的事实；随时间变化的在值前写日期或月份"),
    Key(
      "claims", .named(.named(.anything)), en: "by policy: facts that it alone sees",
      zh: "按政策写的、仅该政策可见的事实"),
    Key(
      "grants", .list(.entries(grant)), en: "what was granted before; [] means nothing",
      zh: "以前的发放；[] 表示没有"),
  ]

  private static let grant: [Key] = [
    Key("policy", .expression, en: "the policy", zh: "政策"),
    Key("pilot", .expression, en: "the pilot", zh: "试点"),
    Key("approved", .expression, en: "the day of approval", zh: "批准日"),
    Key("item", .expression, en: "what was granted, if one of several", zh: "发放的项目"),
    Key("paid", .byMonth(.text), en: "amounts by month or span of months", zh: "按月或月份区间的金额"),
  ]
}
