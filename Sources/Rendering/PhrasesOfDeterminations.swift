internal import Determinations
internal import Diagnostics
internal import PolicyModel
internal import PolicySyntax

extension Phrases {
  // MARK: - Outcomes and results

  static func outcome(_ outcome: Outcome) -> Wording {
    switch outcome {
    case .noRuleInForce: Wording(en: "No rule in force on this day", zh: "当日没有有效的规定")
    case .ineligible: Wording(en: "Not eligible", zh: "不符合条件")
    case .notYet: Wording(en: "Not yet eligible", zh: "暂不符合条件")
    case .refer: Wording(en: "For a person to decide", zh: "须由经办人认定")
    case .undetermined: Wording(en: "Undetermined", zh: "尚不能判定")
    case .eligible: Wording(en: "Eligible", zh: "符合条件")
    case .payable: Wording(en: "Payable", zh: "应缴")
    case .exempt: Wording(en: "Exempt", zh: "免缴")
    }
  }

  static func result(_ result: CriterionResult.Result) -> Wording {
    switch result {
    case .met: Wording(en: "met", zh: "符合")
    case .unmet: Wording(en: "unmet", zh: "不符合")
    case .unknown: Wording(en: "unknown", zh: "未知")
    case .waived: Wording(en: "waived", zh: "免除")
    case .notTested: Wording(en: "not tested", zh: "未审查")
    }
  }

  static func eligibleFrom(_ day: String) -> Wording {
    Wording(en: "eligible from \(day)", zh: "\(day) 起符合")
  }

  static func notBefore(_ day: String) -> Wording {
    Wording(en: "not before \(day)", zh: "最早 \(day) 起符合")
  }

  static func factsMissing(_ count: Int) -> Wording {
    Wording(
      en: "\(counted(count, "fact")) \(count == 1 ? "is" : "are") missing",
      zh: "还缺 \(count) 项资料")
  }

  static let placeFirst = Wording(
    en: "the place must be known first, then more may be asked", zh: "须先确定地区，之后可能还需其他资料")

  static func factsFirst(_ count: Int) -> Wording {
    Wording(
      en: "\(counted(count, "fact")) must be known first, then more may be asked",
      zh: "须先补充 \(count) 项资料，之后可能还需其他资料")
  }

  static let amountUnknown = Wording(en: "amount not known yet", zh: "金额待定")
  static let inTotal = Wording(en: "in total", zh: "合计")

  // MARK: - Notices

  static let illustrative = Wording(
    en: "!! FOR ILLUSTRATION ONLY: rests on made-up rules; nothing may be paid on it !!",
    zh: "!! 仅作演示：所依据的规定是虚构的，不得据以支付 !!")
  static let madeUp = Wording(en: " [made up]", zh: "【虚构】")

  // MARK: - The head

  static let policy = Wording(en: "policy", zh: "政策")
  static let place = Wording(en: "place", zh: "地区")
  static let nation = Wording(en: "the nation", zh: "全国")
  /// Whose rules apply: a pilot's, or the nation's.
  static func rules(of pilot: String?) -> Wording {
    pilot.map { Wording(en: "the rules of \($0) apply", zh: "适用\($0)的规定") }
      ?? Wording(en: "the rules of the nation apply", zh: "适用全国的规定")
  }
  static let noRulesThere = Wording(
    en: "no rules where the applicant belongs", zh: "所属地区没有有效的规定")
  static let applicant = Wording(en: "applicant", zh: "申请人")
  static let month = Wording(en: "month", zh: "月份")
  static let known = Wording(en: "as known", zh: "已知截至")
  static let term = Wording(en: "term", zh: "享受期限")

  static func month(_ month: String, readOn day: String) -> Wording {
    Wording(en: "\(month), everything read on \(day)", zh: "\(month)（按 \(day) 的情况判定）")
  }

  static func known(by day: String) -> Wording {
    Wording(en: "on \(day)", zh: "\(day)")
  }

  static func term(
    starts: String?, ends: String?, movesOn: Bool, months: Int?
  ) -> Wording {
    let first = starts.map { Wording(en: "from \($0)", zh: "自 \($0) 起") }
    let last = ends.map {
      movesOn
        ? Wording(en: "to \($0) or later by each month not paid", zh: "至 \($0)（未享受的月份顺延）")
        : Wording(en: "to \($0)", zh: "至 \($0)")
    }
    let number = months.map { Phrases.months($0) }
    let parts = [first ?? Wording(en: "start not known", zh: "起始月未知"), last, number]
      .compactMap { $0 }
    return Wording(
      en: parts.map(\.en).joined(separator: ", "), zh: parts.map(\.zh).joined(separator: "，"))
  }

  // MARK: - Headings

  static let why = Wording(en: "Why", zh: "理由")
  static let missing = Wording(
    en: "Still to be asked, the most useful first", zh: "还需了解（最有用的在前）")
  static let reasonsToRefer = Wording(en: "Reasons for a person to decide", zh: "须由人认定的理由")
  static let reasonsToExempt = Wording(en: "Exemptions", zh: "免缴理由")
  static let criteria = Wording(en: "Criteria", zh: "条件")
  static let amounts = Wording(en: "Amounts", zh: "金额")
  static let unpublished = Wording(en: "Not published", zh: "尚未公布")
  static let provisional = Wording(en: "Provisional", zh: "暂按原标准")
  static let assumptions = Wording(en: "Taken for granted", zh: "所作的理解和假定")
  static let evidence = Wording(en: "Sources", zh: "依据的来源")
  static let inFull = Wording(en: "In full", zh: "判定全过程")

  static func part(_ number: Int, of count: Int) -> Wording {
    Wording(en: "Item \(number) of \(count)", zh: "第 \(number) 项，共 \(count) 项")
  }

  // MARK: - Sections

  static func dependsOn(_ facts: String) -> Wording {
    Wording(en: "depends on \(facts)", zh: "取决于：\(facts)")
  }

  static func metFrom(_ day: String) -> Wording {
    Wording(en: "met from \(day)", zh: "\(day) 起符合")
  }

  static func offset(_ amount: String) -> Wording {
    Wording(
      en: "\(amount) was taken off, because another policy pays it",
      zh: "已扣除其他政策支付的 \(amount)")
  }

  static func question(_ label: String, isYesOrNo: Bool) -> Wording {
    isYesOrNo
      ? Wording(en: "\(label): yes or no?", zh: "\(label)：是或否？")
      : Wording(en: "\(label)?", zh: "\(label)？")
  }

  static func choices(_ list: String) -> Wording {
    Wording(en: "one of \(list)", zh: "可选：\(list)")
  }

  static func entries(_ list: String) -> Wording {
    Wording(en: "for each: \(list)", zh: "每项写明：\(list)")
  }

  static func neededBy(_ list: String) -> Wording {
    Wording(en: "for \(list)", zh: "用于：\(list)")
  }

  static func earlierMonths(_ count: Int, first: String, last: String) -> Wording {
    count == 1
      ? Wording(en: "for the month \(first)", zh: "所缺月份：\(first)")
      : Wording(
        en: "for \(months(count).en) from \(first) to \(last)",
        zh: "所缺月份：\(first) 至 \(last) 中的 \(count) 个月")
  }

  static func unpublished(_ label: String, on day: String, byPilot: Bool) -> Wording {
    byPilot
      ? Wording(
        en: "\(label): left to the pilots, and none has set it for \(day)",
        zh: "\(label)：由试点地区规定，\(day) 尚无规定")
      : Wording(
        en: "\(label): no value for \(day) is published", zh: "\(label)：\(day) 的数值尚未公布")
  }

  static func provisional(
    _ label: String, on day: String, value: String, from: String?
  ) -> Wording {
    Wording(
      en: "\(label): the value for \(day) is not published; \(value)"
        + (from.map { ", in force from \($0)," } ?? "") + " goes on",
      zh: "\(label)：\(day) 的数值尚未公布，暂用"
        + (from.map { "自 \($0) 起的 " } ?? " ") + value)
  }

  static func mayHold(_ reason: String) -> Wording {
    Wording(en: "\(reason) (not known whether it holds)", zh: "\(reason)（是否成立尚不清楚）")
  }

  static let exclusions = Wording(en: "Not to be paid together", zh: "不得同时享受")

  static func assumed(_ label: String, _ value: String) -> Wording {
    Wording(
      en: "“\(label)” was not supplied and is taken to be \(value)",
      zh: "未提供“\(label)”，视为 \(value)")
  }

  static func evidence(_ evidence: Evidence) -> Wording {
    switch evidence {
    case .official: Wording(en: "official text", zh: "官方原文")
    case .quoted: Wording(en: "official text as quoted elsewhere", zh: "转引的官方文本")
    case .secondary: Wording(en: "secondary text", zh: "二手资料")
    case .memory: Wording(en: "from memory, unconfirmed", zh: "凭记忆，未经核对")
    case .illustrative: Wording(en: "made up for illustration", zh: "虚构，仅作演示")
    }
  }

  static func evidence(_ evidence: Evidence, count: Int) -> Wording {
    let kind = Phrases.evidence(evidence)
    return Wording(en: "\(count) × \(kind.en)", zh: "\(kind.zh) \(count) 件")
  }

  static func weakest(_ evidence: Evidence) -> Wording {
    let kind = Phrases.evidence(evidence)
    return Wording(en: "the weakest: \(kind.en)", zh: "其中最弱的：\(kind.zh)")
  }

  static func criteria(count: Int) -> Wording {
    Wording(en: "\(count) criteria", zh: "\(count) 项条件")
  }

  /// What the engine supplies.
  static func engineItem(_ item: Item.Supplied) -> Wording {
    switch item {
    case .determinationDate: Wording(en: "day decided", zh: "判定日")
    case .month: Wording(en: "month decided", zh: "判定月份")
    case .grants: Wording(en: "earlier grants", zh: "此前的核准")
    case .earlierGrants: Wording(en: "earlier grants of this policy", zh: "本政策此前的核准")
    case .inTheRegion: Wording(en: "in the region", zh: "在试点地区内")
    }
  }
}
