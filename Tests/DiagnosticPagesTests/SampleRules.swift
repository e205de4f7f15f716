/// Sound rules that the examples of pages change or add to.
enum SampleRules {
  static let files = [
    "rules/sources.yaml": sources, "rules/base.yaml": base, "rules/housing-grant.yaml": grant,
    "pilots/demo/pilot.yaml": pilot,
  ]

  private static let sources = """
    sources:
      L-1: {title: "示例办法", evidence: official}
      L-2: {title: "示例通知", evidence: official}

    """

  private static let base = """
    vocabulary: base
    types:
      child:
        name: {type: text, label: {zh: 姓名, en: Name}}
        born: {type: date, label: {zh: 出生日期, en: Born}}
      tenancy:
        rent: {type: money, unit: CNY/month, label: {zh: 租金, en: Rent}}
    facts:
      age: {type: number, label: {zh: 年龄, en: Age}}
      grade: {type: number, label: {zh: 等级, en: Grade}}
      birth date: {type: date, label: {zh: 出生日期, en: Date of birth}}
      moved out: {type: date, none: allowed, label: {zh: 搬离日, en: Moved out}}
      registered: {type: boolean, over time: history, label: {zh: 已登记, en: Registered}}
      region code: {type: text, label: {zh: 地区代码, en: Region code}}
      application date: {type: date, label: {zh: 申请日, en: Application date}}
      rent paid:
        type: money
        unit: CNY/month
        over time: monthly
        allowed: '>= 0'
        label: {zh: 实付租金, en: Rent paid}
      kind:
        type: text
        choices: {shop: {zh: 店铺, en: Shop}, studio: {zh: 工作室, en: Studio}}
        label: {zh: 类型, en: Kind}
      children: {type: list of child, label: {zh: 子女, en: Children}}
    parameters:
      share:
        type: ratio
        values: [{from: 2020-01-01, is: 0.5, source: L-1}]
      cap:
        type: money
        unit: CNY/month
        values: [{from: 2020-01-01, is: 800, source: L-1}]

    """

  private static let grant = """
    policy: housing-grant
    title: {zh: 租房补助, en: Rent grant}
    in force: {from: 2020-01-01}
    jurisdiction: region code
    uses: [base]
    facts:
      rooms: {type: number, label: {zh: 间数, en: Rooms}}
    parameters:
      grant share:
        type: ratio
        values: [{from: 2020-01-01, is: 0.5, source: L-1}]
    criteria:
      is housed: {require: rooms > 0, source: L-1}
    benefits:
      housing grant:
        label: {zh: 租房补助, en: Rent grant}
        pays: monthly
        amount: round half up(grant share * rent paid, 2)
        unit: CNY/month
        source: L-1
    may change:
      parameters: {grant share: {within: "[0..0.5]"}}
      facts: [rooms]

    """

  private static let pilot = """
    title: {zh: 示范市, en: Demo City}
    region: 990100

    """
}
