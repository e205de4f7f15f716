import Foundation
import Testing

@Suite("wrong arguments")
struct UsageMessageTests {
  private static let chinese = ["LC_ALL": "zh_CN.UTF-8"]

  @Test(
    "a day that is written otherwise is named as it is to be written",
    arguments: ["2026/3/31", "2026年3月31日", "20260331"])
  func days(text: String) throws {
    let shell = try Shell()
    defer { shell.remove() }
    let english = try shell.run("check", "applicant.yaml", "--date", text)
    #expect(english.status == 64)
    #expect(english.messages.contains("Error: The value '\(text)' is invalid for '--date <day>'\n"))
    #expect(english.messages.contains("  = write `2026-03-31`\n"))
    let chinese = try shell.run(
      "check", "applicant.yaml", "--date", text, environment: Self.chinese)
    #expect(chinese.status == 64)
    #expect(chinese.messages.contains("错误：`--date <day>` 不能是 `\(text)`\n  = 请写 `2026-03-31`\n"))
    #expect(chinese.messages.contains("用法：zhunze check"))
    #expect(!chinese.messages.contains("Error"))
  }

  @Test("of a month without a day nothing is invented")
  func months() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let open = try shell.run("check", "applicant.yaml", "--date", "2026年3月")
    #expect(open.messages.contains("`2026-03-DD`"))
    let month = try shell.run(
      "schedule", "applicant.yaml", "--policy", "demo-grant", "--from", "2026年3月", "--to",
      "2026-05", environment: Self.chinese)
    #expect(month.status == 64)
    #expect(month.messages.contains("  = 请写 `2026-03`\n"))
  }

  @Test("what else is wrong is said in the language that is asked for")
  func others() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let option = try shell.run("check", "applicant.yaml", "--dat", "x", "--language", "zh")
    #expect(option.messages.contains("错误：没有选项 `--dat`，是否指 `--date`？"))
    let argument = try shell.run("check", environment: Self.chinese)
    #expect(argument.messages.contains("错误：缺少参数 `<file> ...`"))
    let value = try shell.run("check", "applicant.yaml", "--policy", environment: Self.chinese)
    #expect(value.messages.contains("错误：`--policy <policy>` 后缺少值"))
    let choice = try shell.run(
      "check", "applicant.yaml", "--format", "xml", environment: Self.chinese)
    #expect(choice.messages.contains("应为 'text'、'json' 之一"))
  }

  @Test("policies and pilots are found by their titles")
  func titles() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let policy = try shell.run(
      "check", "applicant.yaml", "--policy", "演示补贴", environment: Self.chinese)
    #expect(policy.status == 64)
    #expect(policy.messages.contains("是否指 `demo-grant`？"))
    let pilot = try shell.run(
      "check", "applicant.yaml", "--pilot", "演示", environment: Self.chinese)
    #expect(pilot.messages.contains("是否指 `demo`？"))
  }
}
