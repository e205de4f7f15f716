internal import Comparisons
internal import Diagnostics

/// The words of the program for what differs between rules.
extension Phrases {
  static let earlierSide = Wording(en: "from", zh: "比较前")
  static let laterSide = Wording(en: "to", zh: "比较后")
  static let noRuleDifference = Wording(
    en: "The rules do not differ.", zh: "规则没有差异。")
  static let clauseField = Wording(en: "clause", zh: "依据")
  static let placeField = Wording(en: "at", zh: "位置")

  static let goesOnProvisionally = Wording(
    en: " (provisional)", zh: "（\(provisional.zh)）")

  static func publishedOn(_ day: String) -> Wording {
    Wording(en: ", known from \(day)", zh: "，\(day) 公布")
  }

  static func date(_ day: String) -> Wording { Wording(en: "on \(day)", zh: "日期 \(day)") }

  static func knownBy(_ day: String) -> Wording {
    Wording(en: "as known on \(day)", zh: "截至 \(day) 已公布")
  }

  static func revision(_ name: String) -> Wording {
    Wording(en: "revision \(name)", zh: "版本 \(name)")
  }

  static func rulesIn(_ folder: String) -> Wording {
    Wording(en: "rules of \(folder)", zh: "规则文件夹 \(folder)")
  }

  static func changes(_ count: Int, noEffect: Int) -> Wording {
    let rest =
      noEffect == 0
      ? Wording(en: "", zh: "")
      : Wording(
        en: ", \(noEffect) of them without effect on outcomes",
        zh: "，其中 \(noEffect) 项不影响结果")
    return Wording(en: counted(count, "change") + rest.en, zh: "\(count) 项变更\(rest.zh)")
  }

  // MARK: - Items

  static func heading(_ kind: RuleChange.Kind) -> Wording {
    switch kind {
    case .date: Wording(en: "Day", zh: "日期")
    case .known: Wording(en: "Known by", zh: "已公布日期")
    case .pilot: Wording(en: "Pilot", zh: "试点")
    case .policy: Wording(en: "Policy", zh: "政策")
    case .type: Wording(en: "Record types", zh: "记录类型")
    case .fact: facts
    case .parameter: parameters
    case .decision: decisions
    case .function: functions
    case .criterion: Wording(en: "Criteria", zh: "条件")
    case .refer: Wording(en: "Cases for a person", zh: "转人工情形")
    case .exempt: Wording(en: "Exemptions", zh: "免除情形")
    case .benefit: benefits
    case .charge: charges
    case .term: termSection
    case .ends: Wording(en: "What ends the term", zh: "终止情形")
    case .suspended: Wording(en: "What suspends it", zh: "暂停情形")
    case .stacking: stackingSection
    case .permission: permissions
    case .source: Wording(en: "Sources", zh: "依据文件")
    }
  }

  /// The name of an item without a label, the engine's own words translated.
  static func name(of change: RuleChange) -> Wording {
    switch change.kind {
    case .term, .policy: key(change.name)
    default: Wording(change.name)
    }
  }

  static func part(_ part: RuleChange.Part) -> Wording {
    switch part.kind {
    case .value: Wording(en: "value from \(part.name)", zh: "\(part.name) 起的数值")
    case .row: Wording(en: "row \(part.name)", zh: "第 \(part.name) 行")
    case .exception: Wording(en: "exception `\(part.name)`", zh: "例外“\(part.name)”")
    case .entry: Wording(en: "entry `\(part.name)`", zh: "栏目“\(part.name)”")
    case .order: Wording(en: "order of the rows", zh: "各行的次序")
    }
  }

  static func action(_ action: RuleChange.Action) -> Wording {
    switch action {
    case .added: Wording(en: "added", zh: "新增")
    case .removed: Wording(en: "removed", zh: "删除")
    case .changed: Wording(en: "changed", zh: "修改")
    case .waived: Wording(en: "waived", zh: "不再要求")
    case .restored: Wording(en: "asked for again", zh: "恢复要求")
    case .published: Wording(en: "published in between", zh: "其间公布")
    case .unpublished: Wording(en: "not yet published", zh: "尚未公布")
    case .begins: Wording(en: "in force by then", zh: "开始施行")
    case .ends: Wording(en: "no longer in force", zh: "不再施行")
    }
  }

  static func effect(_ effect: RuleChange.Effect) -> Wording {
    switch effect {
    case .outcome: Wording(en: "can change outcomes", zh: "可能影响结果")
    case .support:
      Wording(en: "only through what names it", zh: "仅经引用它的规则起作用")
    case .dates: Wording(en: "on other days only", zh: "仅影响其他日期")
    case .permission: Wording(en: "what pilots may do", zh: "仅涉及试点权限")
    case .source: Wording(en: "clause only", zh: "仅依据变化")
    case .wording: Wording(en: "wording only", zh: "仅文字变化")
    }
  }

  /// A key of rule files in plain words; any other stands as it is.
  static func key(_ key: String) -> Wording {
    let words: [String: Wording] = [
      "is": Wording(en: "is", zh: "取值"), "in force": Wording(en: "in force", zh: "施行"),
      "dates": Wording(en: "dates", zh: "期间"), "source": Wording(en: "cites", zh: "引用"),
      "from": Wording(en: "from", zh: "起始"), "until": Wording(en: "until", zh: "截止"),
      "known from": Wording(en: "known from", zh: "公布日期"),
      "require": Wording(en: "require", zh: "要求"), "when": Wording(en: "when", zh: "适用情形"),
      "met from": Wording(en: "met from", zh: "自此日起满足"), "as of": asOf,
      "after": after, "waived": Wording(en: "waived", zh: "不再要求"),
      "amount": amount, "pays": pays, "unit": Wording(en: "unit", zh: "单位"), "type": type,
      "allowed": allowed, "choices": oneOf, "default": otherwise, "over": goesBefore,
      "starts": Wording(en: "starts", zh: "起始月份"),
      "last month": Wording(en: "last month", zh: "最后月份"),
      "months": Wording(en: "months", zh: "月数"),
      "used before": Wording(en: "used before", zh: "此前已用月数"),
      "counts": Wording(en: "counts", zh: "计入的月份"),
      "effect": Wording(en: "effect", zh: "生效"), "on": Wording(en: "on", zh: "判断时点"),
      "afterwards": Wording(en: "afterwards", zh: "此后"),
      "at most": Wording(en: "at most", zh: "最多"),
      "at the rate": Wording(en: "at the rate", zh: "标准"),
      "while unpublished": Wording(en: "while unpublished", zh: "未公布期间"),
      "set by": setByField, "within": within, "strict": Wording(en: "strict", zh: "严格"),
      "term": termSection, "title": Wording(en: "title", zh: "标题"), "payer": payer,
      "subject": subject, "jurisdiction": jurisdiction, "for each": decidedForEach,
      "region": Wording(en: "region", zh: "地区代码"), "pilot": Wording(en: "pilot", zh: "试点"),
      "parents": Wording(en: "parents", zh: "上级试点"),
      "mode": Wording(en: "mode", zh: "方式"), "evidence": Wording(en: "evidence", zh: "可靠程度"),
      "number": Wording(en: "number", zh: "文号"), "inputs": Wording(en: "inputs", zh: "输入列"),
      "outputs": Wording(en: "outputs", zh: "输出列"),
      "hit policy": Wording(en: "hit policy", zh: "命中策略"),
      "order of rows": Wording(en: "order of rows", zh: "各行次序"),
      "parameters": parameters, "label": Wording(en: "label", zh: "名称"), "ask": question,
      "unmet": unmet, "why": whyField, "assumes": assumes,
      "notice": Wording(en: "notice", zh: "提示"), "text": Wording(en: "text", zh: "要点"),
      "over time": Wording(en: "over time", zh: "随时间"),
      "if not supplied": Wording(en: "if not supplied", zh: "未提供时"),
      "may be supplied": Wording(en: "may be supplied", zh: "可直接提供"),
      "none": Wording(en: "none", zh: "无此项时"), "list": Wording(en: "list", zh: "列表"),
      "element": Wording(en: "element", zh: "元素"), "ends": Wording(en: "ends", zh: "终止情形"),
      "suspended": Wording(en: "suspended", zh: "暂停情形"),
      "entries": Wording(en: "entries", zh: "栏目"), "order": Wording(en: "order", zh: "次序"),
    ]
    if let word = words[key] { return word }
    // `label (zh)`, `in force (PILOT)`, `value FROM..UNTIL`, `row 3`
    if key.hasSuffix(")"), let open = key.lastIndex(of: "("), open > key.startIndex {
      let inside = key[key.index(after: open)...].dropLast()
      let language: [Substring: Wording] = [
        "zh": Wording(en: "Chinese", zh: "中文"), "en": Wording(en: "English", zh: "英文"),
      ]
      let word = Self.key(key[..<open].trimmingBlanks)
      let note = language[inside] ?? Wording(String(inside))
      return Wording(en: "\(word.en) (\(note.en))", zh: "\(word.zh)（\(note.zh)）")
    }
    if key.hasPrefix("label of ") {
      return Wording(en: key, zh: "“\(key.dropFirst(9))”的名称")
    }
    let parts = key.split(separator: " ", maxSplits: 1).map(String.init)
    switch parts.first {
    case "value" where parts.count == 2: return Wording(en: key, zh: "数值 \(parts[1])")
    case "row" where parts.count == 2: return Wording(en: key, zh: "第 \(parts[1]) 行")
    case "exception" where parts.count == 2: return Wording(en: key, zh: "例外“\(parts[1])”")
    default: return Wording(key)
    }
  }
}

extension Substring {
  /// The text without the blanks at its end.
  fileprivate var trimmingBlanks: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
