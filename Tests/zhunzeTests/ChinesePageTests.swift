import Foundation
import Testing

/// What stands on a page is called by its label, and rests on the clause that set it.
@Suite("pages in words")
struct ChinesePageTests {
  /// A policy decided request by request, whose share differs from year to year.
  private static let policy = """
    policy: tool-grant
    title: {zh: 工具补贴, en: Grant for tools}
    in force: {from: 2024-01-01, until: 2026-12-31}
    for each: {request: requests}

    sources:
      S-1: {title: 二四年标准, evidence: official}
      S-2: {title: 二五年标准, evidence: official}
      S-3: {title: 补贴办法, evidence: illustrative}

    types:
      request:
        item: {type: text, label: {zh: 名称, en: Item}}
        price: {type: money, unit: CNY, label: {zh: 价格, en: Price}}

    facts:
      requests:
        type: list of request
        label: {zh: 申请的工具, en: Tools requested}
        ask: {zh: 申请哪些工具？, en: "Which tools?"}
      age: {type: number, label: {zh: 年龄, en: Age}, ask: {zh: 多少岁？, en: "How old?"}}

    parameters:
      share:
        type: ratio
        label: {zh: 比例, en: Share}
        values:
          - {from: 2024-01-01, until: 2024-12-31, is: 0.4, source: S-1}
          - {from: 2025-01-01, is: 0.5, source: S-2}

    decisions:
      one yuan: {type: money, unit: CNY, label: {zh: 一元, en: One yuan}, is: 1}

    criteria:
      of age: {require: age >= 18, label: {zh: 成年, en: Of age}, source: S-3}
      not granted:
        require: count(grants[policy = "tool-grant"]) < 2 and request.item != ""
        label: {zh: 未重复享受, en: Not twice}
        source: S-3

    benefits:
      grant:
        label: {zh: 补贴额, en: Sum granted}
        pays: once
        amount: round half up(request.price * share / one yuan * one yuan, 2)
        unit: CNY
        source: S-3

    """

  private static let applicant = """
    applicant: T-1
    facts:
      age: 30
      requests:
        - {item: 电钻, price: 300.00}
    grants:
      - {policy: tool-grant, approved: 2024-05-01, paid: {2024-05: 80.00}, item: 锯}

    """

  private func run(
    _ arguments: String..., applicant: String = applicant, isChinese: Bool = true
  ) throws -> Shell.Result {
    let shell = try Shell()
    defer { shell.remove() }
    try shell.write(Self.policy, to: "rules/tool-grant.yaml")
    try shell.write(applicant, to: "tools.yaml")
    return try shell.run(
      arguments, environment: isChinese ? ["LC_ALL": "zh_CN.UTF-8"] : [:])
  }

  @Test("entries of records are called by their labels, and amounts have their units")
  func records() throws {
    let page = try run("check", "tools.yaml", "--policy", "tool-grant", "--date", "2025-06-30")
    #expect(page.status == 0, "\(page.messages)")
    let text = page.output.split(separator: "\n").map { $0.drop { $0 == " " } }.joined()
    #expect(text.contains("第 1 项，共 1 项：名称 电钻，价格 300.00 元"))
    #expect(text.contains("（政策 工具补贴，"))
    #expect(text.contains("各月金额 2024-05：80.00，"))
    #expect(!page.output.contains("tool-grant") && !page.output.contains("price"))
    #expect(!page.output.contains("一元"))
  }

  @Test("the short explanation of an amount names the values that set it, with their clauses")
  func values() throws {
    let page = try run("check", "tools.yaml", "--policy", "tool-grant", "--date", "2025-06-30")
    let text = page.output.split(separator: "\n").map { $0.drop { $0 == " " } }.joined()
    #expect(text.contains("← 比例 0.5（《补贴办法》【虚构】；《二五年标准》）"))
  }

  @Test("the chain of a value cites the clause that set it, and no other year's")
  func chain() throws {
    let page = try run(
      "check", "tools.yaml", "--policy", "tool-grant", "--date", "2025-06-30", "--explain",
      isChinese: false)
    #expect(page.output.contains("《二五年标准》"))
    #expect(!page.output.contains("《二四年标准》") && !page.output.contains("S-1"))
  }

  @Test("what a question is for is called by its label, and what to give stands with it")
  func questions() throws {
    let open = try run(
      "check", "tools.yaml", "--policy", "tool-grant", "--date", "2025-06-30",
      applicant: Self.applicant.replacing("  age: 30\n", with: ""))
    #expect(open.output.contains("用于：成年"))
    let list = try run(
      "check", "tools.yaml", "--policy", "tool-grant", "--date", "2025-06-30",
      applicant: "applicant: T-2\nfacts: {age: 30}\ngrants: []\n")
    #expect(list.output.contains("每项写明：名称、价格"))
    #expect(list.output.contains("用于：工具补贴"))
    let price = try run(
      "check", "tools.yaml", "--policy", "tool-grant", "--date", "2025-06-30",
      applicant: Self.applicant.replacing(", price: 300.00", with: ""))
    #expect(price.output.contains("用于：补贴额"))
    #expect(!price.output.contains("request"))
  }

  @Test("where no rule is in force, the policy's title stands with the day the rules ended")
  func noRule() throws {
    let page = try run("check", "tools.yaml", "--policy", "tool-grant", "--date", "2027-02-01")
    #expect(page.output.hasPrefix("– 当日没有有效的规定：规定施行至 2026-12-31\n"))
    #expect(page.output.contains("工具补贴"))
    let before = try run("check", "tools.yaml", "--policy", "tool-grant", "--date", "2023-02-01")
    #expect(before.output.contains("规定自 2024-01-01 起施行"))
  }

  @Test("a value of another kind is told in words")
  func kinds() throws {
    let found = try run(
      "check", "tools.yaml", "--policy", "tool-grant", "--date", "2025-06-30",
      applicant: "applicant: T-3\nfacts: {requests: 电钻}\n")
    #expect(found.status == 65)
    #expect(found.messages.contains("应为列表，每项写明`名称`、`价格`"))
    #expect(found.messages.contains("`[{名称: …, 价格: …}]`"))
  }

  @Test("a policy decided element by element has no schedule, and is told to be checked")
  func schedule() throws {
    let found = try run(
      "schedule", "tools.yaml", "--policy", "tool-grant", "--from", "2025-01", "--to", "2025-02")
    #expect(found.status == 65)
    #expect(found.output.isEmpty)
    #expect(found.messages.contains("Z1004"))
    #expect(found.messages.contains("zhunze check"))
  }
}
