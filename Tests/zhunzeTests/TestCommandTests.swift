import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("zhunze test")
struct TestCommandTests {
  /// A folder with cases of which `found` is what the second expects.
  private func shell(expecting found: String = "ineligible") throws -> Shell {
    let shell = try Shell()
    try shell.write(
      """
      policy: demo-grant
      cases:
        - case: of age
          date: 2026-01-01
          facts: {age: 18}
          expect: {outcome: eligible, benefits: {grant: 150}}
        - case: too young
          date: 2026-01-01
          facts: {age: 17}
          expect: {outcome: \(found)}

      """, to: "pilots/demo/tests/grant.yaml")
    return shell
  }

  @Test("cases that come out as written end with 0")
  func passing() throws {
    let shell = try shell()
    defer { shell.remove() }
    let result = try shell.run("test")
    #expect(result.status == 0)
    #expect(result.output == "2 passed, 0 failed\n")
  }

  @Test("a failure says what was expected, what came out and what that rests on")
  func failing() throws {
    let shell = try shell(expecting: "eligible")
    defer { shell.remove() }
    let result = try shell.run("test")
    #expect(result.status == 1)
    #expect(
      result.output == """
        ✗ too young
          --> pilots/demo/tests/grant.yaml:7:11
            outcome: expected eligible, found ineligible   (pilots/demo/tests/grant.yaml:10:23)
            why:
              Of age: no
              │ 《残疾人保障法》 (2018 修正) 第四十八条
              │ set by the nation, rules/demo-grant.yaml:19:3, in force from 2020-01-01
              └ Age: 17 (supplied)

        1 passed, 1 failed

        """)
    let chinese = try shell.run("test", "--language", "zh").output
    #expect(chinese.contains("outcome：预期 eligible，实际 ineligible"))
    #expect(chinese.hasSuffix("通过 1 项，未通过 1 项\n"))
  }

  @Test("what a determination does not have is said in the reader's language")
  func nothingFound() throws {
    let shell = try shell(expecting: "eligible, benefits: {gratn: 150}")
    defer { shell.remove() }
    #expect(try shell.run("test").output.contains("found no such benefit"))
    let chinese = try shell.run("test", "--language", "zh").output
    #expect(chinese.contains("benefits: gratn：预期 150，实际 没有这一项待遇"))
  }

  @Test("a filter takes cases by name or policy, and one that takes none is a mistake")
  func filter() throws {
    let shell = try shell(expecting: "eligible")
    defer { shell.remove() }
    #expect(try shell.run("test", "--filter", "OF AGE").output == "1 passed, 0 failed\n")
    #expect(try shell.run("test", "--filter", "demo-grant").status == 1)
    let none = try shell.run("test", "--filter", "of aeg")
    #expect(none.status == 66)
    #expect(none.messages == "error: no case holds `of aeg` in its name or policy\n")
  }

  @Test("results for build servers are one suite to a file, and the same bytes every time")
  func junit() throws {
    let shell = try shell(expecting: "eligible")
    defer { shell.remove() }
    try shell.write("policy: demo-grant\n", to: "rules/tests/empty.yaml")
    let result = try shell.run("test", "--format", "junit")
    #expect(result.status == 1)
    let document = try XMLDocument(data: Data(result.output.utf8))
    let counts = ["tests", "failures", "errors"].map { name in
      document.rootElement()?.attribute(forName: name)?.stringValue
    }
    #expect(counts == ["3", "1", "1"])
    let failures = try document.nodes(forXPath: "/testsuites/testsuite/testcase/failure")
    #expect(failures.count == 1)
    #expect(failures.first?.stringValue?.contains("Age: 17") == true)
    let names = try document.nodes(forXPath: "//testcase[@classname='demo-grant.demo']/@line")
    #expect(names.compactMap(\.stringValue) == ["3", "7"])
    #expect(try document.nodes(forXPath: "//error/@type").first?.stringValue == "Z1102")
    #expect(try shell.run("test", "--format", "junit").output == result.output)
  }

  @Test("many cases stand in the order of their files whatever core ran them")
  func order() throws {
    let shell = try shell()
    defer { shell.remove() }
    for file in 0..<20 {
      let cases = (0..<40).map { number in
        "  - {case: c\(number), date: 2026-01-01, facts: {age: \(number)}, expect: {outcome: eligible}}\n"
      }
      try shell.write(
        "policy: demo-grant\npilot: demo\ncases:\n" + cases.joined(),
        to: "rules/tests/f\(10 + file).yaml")
    }
    let result = try shell.run("test", "rules/tests")
    let failed = result.output.split(separator: "\n").filter { $0.hasPrefix("✗") }
    let expected = (0..<20).flatMap { _ in (0..<18).map { "✗ c\($0)" } }
    #expect(failed.map(String.init) == expected)
    #expect(try shell.run("test", "rules/tests").output == result.output)
  }
}
