internal import Comparisons
internal import Determinations
internal import Diagnostics
internal import FEEL

extension Phrases {
  // MARK: - Kinds of changes

  static func change(_ change: OutcomeChange, isCharge: Bool) -> Wording {
    switch change {
    case .newly where isCharge: Wording(en: "newly payable", zh: "转为应缴")
    case .noLonger where isCharge: Wording(en: "no longer payable", zh: "不再应缴")
    case .newly: Wording(en: "newly eligible", zh: "转为符合条件")
    case .noLonger: Wording(en: "no longer eligible", zh: "不再符合条件")
    case .more: Wording(en: "more", zh: "增加")
    case .less: Wording(en: "less", zh: "减少")
    case .nowDecided: Wording(en: "decided now, open before", zh: "原未能判定，现可判定")
    case .noLongerDecided: Wording(en: "open now, decided before", zh: "原可判定，现未能判定")
    case .notYet: Wording(en: "not yet, from a later day on", zh: "转为暂不符合，日后符合")
    case .refer: Wording(en: "for a person to decide now", zh: "转为须由经办人认定")
    case .ruleBegins:
      Wording(en: "rule in force now, none before", zh: "原无有效规则，现已施行")
    case .ruleEnds: Wording(en: "no rule in force any more", zh: "不再有有效规则")
    case .otherwise: Wording(en: "changed otherwise", zh: "其他变化")
    case .unchanged: Wording(en: "unchanged", zh: "不变")
    }
  }

  static func people(_ count: Int) -> Wording {
    Wording(en: counted(count, "applicant"), zh: "\(count) 名申请人")
  }

  static func openAmounts(_ count: Int) -> Wording {
    Wording(en: " and \(count) not known", zh: "，另 \(count) 项未知")
  }

  static func onlyOpen(_ count: Int) -> Wording {
    Wording(en: "\(count) not known", zh: "\(count) 项未知")
  }

  static let nothingKnownOfShares = Wording(
    en: "how they share in the amount cannot be told, as not all of it is known",
    zh: "部分金额未知，无法分清各项变化的份额")

  static func moreRows(_ count: Int) -> Wording {
    Wording(en: "\(count) more groups; json holds all of them", zh: "另有 \(count) 组；json 格式包含全部")
  }

  static func headline(_ tally: Tally) -> Wording {
    let changed = tally.count - tally.unchanged
    return Wording(
      en:
        "\(changed) of \(counted(tally.count, "applicant")) \(changed == 1 ? "changes" : "change")",
      zh: "\(tally.count) 名申请人中，\(changed) 名的结果有变化")
  }

  // MARK: - Headings

  static let outcomeReport = Wording(en: "Whom the change touches", zh: "规则变化对申请人的影响")
  static let applicantsRead = Wording(en: "applicants", zh: "申请人")
  static let brokenRecords = Wording(en: "could not be read", zh: "未能读取")
  static let undecided = Wording(
    en: "could not be decided because of the facts or rules", zh: "因事实或规则有误未能判定")
  static let byChange = Wording(en: "How outcomes change", zh: "结果如何变化")
  static let byCost = Wording(en: "Cost before and after", zh: "比较前后的金额")
  static let byCause = Wording(en: "Applicants by cause", zh: "按原因分组的申请人")
  static let byAmount = Wording(en: "How many change by how much", zh: "变化金额的分布")
  static let applicantsChanged = Wording(en: "Applicants that change", zh: "有变化的申请人")
  static let untouched = Wording(
    en: "Rule changes that change nothing for any of these applicants",
    zh: "对这些申请人均无影响的规则变化")

  static func groupedBy(_ name: Wording) -> Wording {
    Wording(en: "By \(name.en)", zh: "按“\(name.zh)”分组")
  }

  // MARK: - Columns

  static let kindOfChange = Wording(en: "change", zh: "变化")
  static let count = Wording(en: "applicants", zh: "人数")
  static let gains = Wording(en: "more", zh: "增加")
  static let losses = Wording(en: "less", zh: "减少")
  static let otherChanges = Wording(en: "otherwise", zh: "其他变化")
  static let unchangedColumn = Wording(en: "unchanged", zh: "不变")
  static let applicantColumn = Wording(en: "applicant", zh: "申请人")
  static let earlierAmount = Wording(en: "before", zh: "比较前")
  static let laterAmount = Wording(en: "after", zh: "比较后")
  static let difference = Wording(en: "difference", zh: "差额")
  static let causeColumn = Wording(en: "cause", zh: "原因")
  static let benefitColumn = Wording(en: "benefit", zh: "待遇")
  static let payers = Wording(en: "applicants before → after", zh: "人数 前→后")
  static let sumOfAll = Wording(en: "all", zh: "合计")
  static let unknownHere = Wording(en: "unknown", zh: "未知")
  static let notAsked = Wording(en: "not asked for here", zh: "此处规则未涉及")

  static func inUnit(_ wording: Wording, _ unit: Unit) -> Wording {
    let name = unitName(unit)
    return Wording(en: "\(wording.en), \(name.en)", zh: "\(wording.zh)（\(name.zh)）")
  }

  static func unitName(_ unit: Unit) -> Wording {
    guard case .money(let currency, let period) = unit else {
      return Wording(en: "number", zh: "数值")
    }
    let name = currency == "CNY" ? "元" : currency
    return switch period {
    case nil: Wording(en: currency, zh: name)
    case .month: Wording(en: "\(currency) per month", zh: "\(name)/月")
    case .year: Wording(en: "\(currency) per year", zh: "\(name)/年")
    }
  }

  // MARK: - Causes

  static let theDate = Wording(
    en: "facts that are others on the other day: age, and what is recorded by date",
    zh: "事实随日期而不同：年龄以及按日期记录的情况")
  static let theKnowledge = Wording(
    en: "facts that had been reported by the other day", zh: "截至另一日期已报告的事实")
  static let thePlace = Wording(en: "facts that are others in the other place", zh: "事实随地区而不同")
  static let theRest = Wording(
    en: "what no change of the rules explains", zh: "规则变化以外的原因")

  static func alone(_ sign: String, _ text: Wording) -> Wording {
    Wording(en: "\(sign) alone \(text.en)", zh: "\(sign) 单独 \(text.zh)")
  }

  static func together(_ text: Wording) -> Wording {
    Wording(en: "together beyond that \(text.en)", zh: "相互作用 \(text.zh)")
  }

  static let addsUp = Wording(en: "they do not interact", zh: "互不影响")
  static let whatEachDoes = Wording(en: "What each change does", zh: "各项变化的影响")
  static let changesThatMatter = Wording(
    en: "Changes that matter", zh: "有影响的变化")
  static let aloneColumn = Wording(en: "alone", zh: "单独影响")
  static let togetherRow = Wording(en: "together beyond that", zh: "相互作用")

  static func each(_ text: Wording) -> Wording {
    Wording(en: "\(text.en) each", zh: "每人 \(text.zh)")
  }

  static func between(_ least: Wording, _ most: Wording) -> Wording {
    Wording(en: "from \(least.en) to \(most.en) each", zh: "每人 \(least.zh) 至 \(most.zh)")
  }

  static func inTotal(_ text: Wording) -> Wording {
    Wording(en: "\(text.en) in total", zh: "合计 \(text.zh)")
  }

  static func witness(_ applicant: String, _ before: Wording, _ after: Wording) -> Wording {
    Wording(
      en: "for example `\(applicant)`: \(before.en) → \(after.en)",
      zh: "例如 `\(applicant)`：\(before.zh) → \(after.zh)")
  }

  static func moreApplicants(_ count: Int) -> Wording {
    Wording(
      en: "\(count) more; the forms csv and json hold all of them",
      zh: "另有 \(count) 名；csv 和 json 格式包含全部")
  }

  // MARK: - Rule changes

  static func inForce(_ isInForce: Bool) -> Wording {
    isInForce ? Wording(en: "in force", zh: "施行") : Wording(en: "not in force", zh: "不施行")
  }

  static func noun(_ kind: RuleChange.Kind) -> Wording {
    switch kind {
    case .date: Wording(en: "the day", zh: "判定日期")
    case .known: Wording(en: "what was known", zh: "已知截止日")
    case .pilot: Wording(en: "the place", zh: "地区")
    case .policy: Wording(en: "policy", zh: "政策")
    case .type: Wording(en: "type", zh: "类型")
    case .fact: Wording(en: "fact", zh: "事实")
    case .parameter: Wording(en: "parameter", zh: "参数")
    case .decision: Wording(en: "decision", zh: "决策")
    case .function: Wording(en: "function", zh: "函数")
    case .criterion: Wording(en: "criterion", zh: "条件")
    case .refer: Wording(en: "reason to refer", zh: "转人工情形")
    case .exempt: Wording(en: "exemption", zh: "免缴情形")
    case .benefit: Wording(en: "benefit", zh: "待遇")
    case .charge: Wording(en: "charge", zh: "应缴项目")
    case .term: Wording(en: "term", zh: "期限")
    case .ends: Wording(en: "end of the term", zh: "终止情形")
    case .suspended: Wording(en: "suspension", zh: "暂停情形")
    case .stacking: Wording(en: "stacking", zh: "叠加规则")
    case .permission: Wording(en: "permission", zh: "调整权限")
    case .source: Wording(en: "source", zh: "依据")
    }
  }
}
