internal import Diagnostics
internal import FEEL
internal import PolicySyntax

/// The words of the program for policies as they are shown.
extension Phrases {
  // MARK: - The head

  static let shownOn = Wording(en: "on", zh: "日期")
  static let inForceSection = Wording(en: "in force", zh: "施行期间")
  static let payer = Wording(en: "paid from", zh: "资金来源")
  static let subject = Wording(en: "about", zh: "对象")
  static let jurisdiction = Wording(en: "place decided by", zh: "适用地区取决于")
  static let decidedForEach = Wording(en: "decided for each of", zh: "逐项判定")
  static let ruleFiles = Wording(en: "rule files", zh: "规则文件")

  static func subject(_ subject: String) -> Wording {
    switch subject {
    case "person": Wording(en: "persons", zh: "个人")
    case "employer": Wording(en: "employers", zh: "用人单位")
    default: Wording(subject)
    }
  }

  // MARK: - Sections

  static let benefits = Wording(en: "Benefits", zh: "待遇")
  static let charges = Wording(en: "Charges", zh: "应缴")
  static let termSection = Wording(en: "Term", zh: "享受期限")
  static let parameters = Wording(en: "Parameters", zh: "参数")
  static let decisions = Wording(en: "Decisions", zh: "决策")
  static let functions = Wording(en: "Functions", zh: "函数")
  static let facts = Wording(en: "Facts", zh: "事实")
  static let stackingSection = Wording(en: "Together with other policies", zh: "与其他政策的关系")
  static let permissions = Wording(en: "What pilots may change", zh: "试点可以调整的内容")
  static let graphSection = Wording(en: "What rests on what", zh: "各项之间的关系")
  static let graphLegend = Wording(
    en: "Read from left to right: a line leads from what is read to what reads it. Rounded: facts. "
      + "Cut corner: parameters. Thin: decisions. Thick: what decides. Two lines: amounts. Functions are "
      + "left out.",
    zh: "从左向右看：线从被引用的一项引向引用它的一项。圆角为事实，切角为参数，细框为决策，粗框为决定结果的各项，"
      + "双框为金额。函数从略。")

  // MARK: - Fields

  static let when = Wording(en: "when", zh: "适用情形")
  static let then = Wording(en: "then", zh: "则为")
  static let whyField = Wording(en: "because", zh: "理由")
  static let asOf = Wording(en: "as of", zh: "时点")
  static let after = Wording(en: "tested after", zh: "先须满足")
  static let unmet = Wording(en: "said if unmet", zh: "不满足时告知")
  static let metFromField = Wording(en: "met from", zh: "自此日起满足")
  static let assumes = Wording(en: "taken for granted", zh: "所作的理解")
  static let amount = Wording(en: "amount", zh: "金额")
  static let pays = Wording(en: "paid", zh: "支付")
  static let value = Wording(en: "value", zh: "数值")
  static let days = Wording(en: "days", zh: "期间")
  static let setByField = Wording(en: "set by", zh: "规定者")
  static let type = Wording(en: "type", zh: "类型")
  static let within = Wording(en: "must stay within", zh: "须在范围内")
  static let otherwise = Wording(en: "otherwise", zh: "其他情形")
  static let exceptionField = Wording(en: "except", zh: "例外")
  static let goesBefore = Wording(en: "goes before", zh: "优先于")
  static let signature = Wording(en: "called as", zh: "调用形式")
  static let question = Wording(en: "question", zh: "提问")
  static let oneOf = Wording(en: "one of", zh: "可选值")
  static let allowed = Wording(en: "allowed", zh: "允许的值")
  static let overTime = Wording(en: "over time", zh: "随时间")
  static let ifNotSupplied = Wording(en: "if not supplied", zh: "未提供时视为")
  static let reads = Wording(en: "reads", zh: "引用")
  static let basis = Wording(en: "source", zh: "依据")
  static let chain = Wording(en: "who set it", zh: "规定的来历")
  static let rule = Wording(en: "rule", zh: "规则")
  static let supply = Wording(en: "supply", zh: "提供方式")
  static let effectField = Wording(en: "effect", zh: "处理方式")

  // MARK: - Remarks

  static let waived = Wording(en: "waived", zh: "已免除")
  static let notWaived = Wording(en: "not waived", zh: "不免除")
  static let setByPilots = Wording(en: "set by pilots, no value of its own", zh: "由试点规定，本层无数值")
  static let notSetHere = Wording(
    en: "left to the pilots, and not set here", zh: "由试点规定，此处未规定")
  static let noValueThen = Wording(en: "no value for this day", zh: "该日无数值")
  static let mayBeSupplied = Wording(en: "may be supplied instead", zh: "可直接提供其值")

  static func waived(by layer: Wording) -> Wording {
    Wording(en: "waived by \(layer.en)", zh: "由\(layer.zh)免除")
  }

  static func table(rows: Int) -> Wording {
    Wording(en: "a table of \(counted(rows, "row"))", zh: "\(rows) 行的表")
  }

  static func leftOut(_ count: Int) -> Wording {
    Wording(
      en: "\(counted(count, "row")) not in force on this day left out",
      zh: "略去该日未施行的 \(count) 行")
  }

  static func pays(_ frequency: Frequency, _ unit: Unit) -> Wording {
    let often =
      switch frequency {
      case .monthly: Wording(en: "every month", zh: "按月")
      case .yearly: Wording(en: "every year", zh: "按年")
      case .once: Wording(en: "once", zh: "一次性")
      }
    let name = unitName(unit)
    return Wording(en: "\(often.en), in \(name.en)", zh: "\(often.zh)，单位为\(name.zh)")
  }

  static func overTime(_ overTime: OverTime) -> Wording {
    switch overTime {
    case .monthly: Wording(en: "a value for each month", zh: "每月一个值")
    case .history: Wording(en: "a state that lasts until the next", zh: "持续至下一次变化的状态")
    }
  }

  static func within(_ label: Wording, _ bounds: String, isStrict: Bool) -> Wording {
    isStrict
      ? Wording(en: "\(label.en) (within \(bounds))", zh: "\(label.zh)（须在 \(bounds) 内）")
      : Wording(
        en: "\(label.en) (a warning outside \(bounds))", zh: "\(label.zh)（超出 \(bounds) 时警告）")
  }

  static let mayBeAdded = Wording(en: "may be added", zh: "可以增加")
  static let mayBeChanged = Wording(en: "may be changed", zh: "可以调整")
  static let mayChangeCriteria = Wording(en: "criteria that may be changed", zh: "可修改的条件")
  static let mayWaiveCriteria = Wording(en: "criteria that may be waived", zh: "可免除的条件")

  static func stacking(_ mode: StackingDeclaration.Mode) -> Wording {
    switch mode {
    case .excludes:
      Wording(en: "while that one is paid, this one is not", zh: "享受该政策期间，不享受本政策")
    case .offsets:
      Wording(en: "the amount of that one is taken off", zh: "扣除该政策的金额")
    }
  }

  // MARK: - The term

  static let starts = Wording(en: "starts", zh: "起始")
  static let lastMonth = Wording(en: "last month", zh: "最后月份")
  static let monthsOfTerm = Wording(en: "months", zh: "月数")
  static let usedBefore = Wording(en: "used before", zh: "此前已用月数")
  static let counts = Wording(en: "used up by", zh: "计入月数的")
  static let ends = Wording(en: "ends", zh: "终止")
  static let suspended = Wording(en: "suspended", zh: "暂停")

  /// A part of the term by its key in rule files.
  static func partOfTerm(_ key: String) -> Wording {
    switch key {
    case "starts": starts
    case "last month": lastMonth
    case "months": monthsOfTerm
    case "used before": usedBefore
    case "counts": counts
    case "ends": ends
    case "suspended": suspended
    default: Wording(key)
    }
  }

  static func counts(_ counts: TermDeclaration.Counts) -> Wording {
    switch counts {
    case .payableMonths: Wording(en: "months that are paid", zh: "支付的月份")
    case .everyMonth: Wording(en: "every month", zh: "每个月份")
    }
  }

  static func reading(_ reading: EndDeclaration.Reading) -> Wording {
    switch reading {
    case .anyDay: Wording(en: "on any day of the month", zh: "当月任何一天")
    case .firstDay: Wording(en: "on the first day of the month", zh: "当月第一天")
    case .lastDay: Wording(en: "on the last day of the month", zh: "当月最后一天")
    }
  }

  static func effect(_ effect: EndDeclaration.Effect) -> Wording {
    switch effect {
    case .sameMonth: Wording(en: "that month is not paid", zh: "当月不支付")
    case .nextMonth: Wording(en: "that month is the last one paid", zh: "次月起不支付")
    }
  }

  static func afterwards(_ afterwards: EndDeclaration.Afterwards) -> Wording {
    switch afterwards {
    case .lost: Wording(en: "the months are not paid afterwards", zh: "事后不补发")
    case .paid: Wording(en: "the months are paid afterwards", zh: "恢复后补发")
    }
  }

  static func rate(_ rate: EndDeclaration.Rate) -> Wording {
    switch rate {
    case .ofTheMonth: Wording(en: "at the rate of each month", zh: "按各月标准")
    case .onResuming: Wording(en: "at the rate of the month of resuming", zh: "按恢复当月标准")
    }
  }

  static func atMost(_ count: String) -> Wording {
    Wording(en: "at most \(count) of them", zh: "最多补发 \(count) 个月")
  }
}
