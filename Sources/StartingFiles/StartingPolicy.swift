public import Diagnostics
public import PolicyModel
public import Quantities

/// A policy to begin with, and its cases.
///
/// It is small and complete, so that every section can be seen at work before it is replaced.
public struct StartingPolicy: Sendable {
  /// The name of the policy.
  public let name: String
  /// The first day on which it is in force.
  public let from: CalendarDate
  /// The pilot that alone has it; nil if it is the nation's.
  public let pilot: Pilot?

  /// A policy of a name, in force from a day on: the nation's, or that of one pilot alone.
  public init(name: String, from: CalendarDate, pilot: Pilot? = nil) {
    self.name = name
    self.from = from
    self.pilot = pilot
  }

  /// The rule file and the file of its cases.
  public func files(in language: Language) -> [StartingFile] {
    [
      StartingFile(path: "\(folder)/\(name).yaml", policy, in: language),
      StartingFile(path: "\(folder)/tests/\(name).yaml", cases(in: language), in: language),
    ]
  }

  private var folder: String { pilot.map { "pilots/\($0.id)" } ?? "rules" }

  /// The id of the text it rests on; ids are seen everywhere, so two pilots cannot have the same.
  private var source: String { (pilot.map { "\($0.id)-" } ?? "") + "\(name)-1" }

  /// What decides to whom the policy applies.
  private var jurisdiction: String {
    guard let pilot else {
      return """
        #en The fact that says where somebody belongs, by a six-digit code; it decides which pilot's rules apply.
        #zh 以六位代码说明申请人属于何地的事实，由它决定适用哪个试点的规则。
        """
    }
    return """
      #en The fact that says where somebody belongs, by a six-digit code. The policy is for those whose code lies
      #en in the region of the pilot `\(pilot.id)`, \(pilot.region); the program sees to that, no criterion is needed.
      #zh 以六位代码说明申请人属于何地的事实。代码属于试点 `\(pilot.id)` 的地区（\(pilot.region)）的，才适用本政策；
      #zh 程序会自行核对，无需另写条件。
      """
  }

  /// Who may change something of the policy.
  private var permissions: String {
    pilot == nil
      ? """
      #en What a pilot may change; all else is refused.
      #zh 允许试点修改的内容，其余一律不允许。
      """
      : """
      #en What pilots below this one may change; all else is refused.
      #zh 允许下级试点修改的内容，其余一律不允许。
      """
  }

  /// A code that does not lie in the region of the pilot.
  private var codeElsewhere: String? {
    guard let pilot else { return nil }
    return ["990000", "110000"].first { !pilot.covers($0) }
  }

  private var policy: String {
    """
    #en A policy to begin with: what stands here is made up. Put in its place what the document says, one section
    #en after the other, and run `zhunze lint` and `zhunze test` after each.
    #zh 新政策的起始文件，内容均为虚构。请逐节改成文件规定的内容，每改一节就运行 `zhunze lint` 和 `zhunze test`。
    policy: \(name)

    #en What people read, in both languages.
    #zh 供人阅读的名称，两种语言都要写。
    title: {zh: 新政策（请改名）, en: New policy (rename it)}

    \(jurisdiction)
    jurisdiction: home region

    #en The days on which it is in force. If it ends, add `until`, the last day.
    #zh 施行期间。如有终止，请加上 `until`（最后一天）。
    in force: {from: \(from)}

    #en The texts it rests on. `evidence` says how well a text is known: official, quoted, secondary, memory or,
    #en as here, illustrative, which means made up.
    #zh 所依据的文件。`evidence` 说明依据的可靠程度：official、quoted、secondary、memory，或像这里的 illustrative（虚构）。
    sources:
      \(source):
        title: 文件标题（虚构）
        evidence: illustrative

    #en What somebody must supply. `ask` is the question by which it is asked for.
    #zh 由申请人提供的事实。`ask` 是询问时的问题。
    facts:
      home region:
        type: text
        label: {zh: 所属地区代码, en: Code of the home region}
        ask: {zh: 属于哪个地区（六位代码）？, en: Which region is it (six digits)?}
      registered since:
        type: date
        label: {zh: 登记日期, en: Date of registration}
        ask: {zh: 哪一天登记的？, en: On which day was the registration?}
      monthly cost:
        type: money
        unit: CNY/month
        over time: monthly
        allowed: '>= 0'
        label: {zh: 当月费用, en: Cost of the month}
        ask: {zh: 当月支付了多少元？, en: How much was paid for the month?}

    #en What the text fixes, with the days for which it holds. A new value is a new line.
    #zh 文件规定的数值及其有效日期。数值调整时另加一行。
    parameters:
      share paid:
        type: ratio
        label: {zh: 补助比例, en: Share paid}
        values:
          - {from: \(from), is: 0.5, source: \(source) 第一条}
      highest amount:
        type: money
        unit: CNY/month
        label: {zh: 每月最高补助, en: Highest amount a month}
        values:
          - {from: \(from), is: 500, source: \(source) 第二条}

    #en All of these must hold.
    #zh 以下条件必须全部满足。
    criteria:
      registered:
        require: registered since <= determination date
        label: {zh: 已登记, en: Registered}
        unmet: {zh: "登记日期 {registered since} 尚未到", en: "registered only from {registered since} on"}
        source: \(source) 第三条
      has a cost:
        require: monthly cost > 0
        label: {zh: 当月有费用, en: Has a cost in the month}
        source: \(source) 第三条

    #en What is paid, rounded where and how the text says.
    #zh 支付的待遇，按文件规定取整。
    benefits:
      support:
        label: {zh: 补助, en: Support}
        pays: monthly
        amount: round half up(min(share paid * monthly cost, highest amount), 2)
        unit: CNY/month
        source: \(source) 第二条

    \(permissions)
    may change:
      parameters: {share paid: {within: "[0..1]"}, highest amount: {}}

    """
  }

  private func cases(in language: Language) -> String {
    let names = Self.caseNames.map { $0.text(in: language) }
    return """
      #en Cases of `\(name)`, run by `zhunze test`. Write one for each side of every threshold, and one in which
      #en each fact is unknown.
      #zh `\(name)` 的测试用例，由 `zhunze test` 运行。每个界限的两侧各写一个，每个事实未知时各写一个。
      policy: \(name)

      #en Facts of every case. What is not supplied is unknown: neither zero nor false.
      #zh 各用例共有的事实。没有提供的即为未知，不是零，也不是否。
      given:
        registered since: \(from)
      \(pilot.map { "  home region: \"\($0.region)\"\n" } ?? "")
      cases:
        - case: \(names[0])
          date: \(from.lastOfMonth)
          facts: {monthly cost: 600.00}
          expect: {outcome: eligible, benefits: {support: 300.00}}
        - case: \(names[1])
          date: \(from.lastOfMonth)
          facts: {monthly cost: 1000.01}
          expect: {outcome: eligible, benefits: {support: 500.00}}
        - case: \(names[2])
          date: \(from.lastOfMonth)
          facts: {monthly cost: 0}
          expect: {outcome: ineligible, criteria: {has a cost: unmet}}
        - case: \(names[3])
          date: \(from.lastOfMonth)
          expect: {outcome: undetermined, missing includes: [monthly cost]}

      """ + (codeElsewhere.map { elsewhere($0, names[4]) } ?? "")
  }

  /// A case of somebody who belongs to another place.
  private func elsewhere(_ code: String, _ name: String) -> String {
    """
      - case: \(name)
        date: \(from.lastOfMonth)
        facts: {home region: "\(code)", monthly cost: 600.00}
        expect: {outcome: ineligible, criteria: {region: unmet}}

    """
  }

  private static let caseNames = [
    Wording(en: "half of the cost", zh: "费用的一半"),
    Wording(en: "no more than the highest amount", zh: "不超过最高补助"),
    Wording(en: "no cost in the month", zh: "当月没有费用"),
    Wording(en: "nothing known about the cost", zh: "费用不明"),
    Wording(en: "belongs to another place", zh: "属于其他地区"),
  ]
}
