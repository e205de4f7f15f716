import Testing

@Suite("zhunze explain")
struct ExplainCommandTests {
  @Test("a code has a page in both languages, small letters included")
  func page() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let english = try shell.run("explain", "Z0501")
    #expect(english.status == 0)
    #expect(english.output.hasPrefix("Z0501: There is no such key here\n\n"))
    #expect(english.output.contains("\nNot:\n\n    facts:\n"))
    let chinese = try shell.run("explain", "z0501", "--language", "zh")
    #expect(chinese.output.hasPrefix("Z0501：此处没有这个键\n\n"))
  }

  @Test("an unknown code ends with 64 and names the nearest")
  func unknown() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let result = try shell.run("explain", "Z0299")
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.messages.contains("`Z0299`"))
    #expect(result.messages.contains("did you mean `Z0301`?"))
  }

  @Test("without a code all are listed, for people, programs and the documentation")
  func list() throws {
    let shell = try Shell()
    defer { shell.remove() }
    #expect(try shell.run("explain").output.contains("\n  Z0501  There is no such key here\n"))
    #expect(try shell.run("explain", "--format", "json").output.contains(#""code": "Z0501""#))
    let page = try shell.run("explain", "Z0501", "--format", "json").output
    #expect(page.contains(#""kind": "file""#))
    #expect(try shell.run("explain", "--format", "markdown").output.contains("\n| Z0501 | "))
    #expect(try shell.run("explain", "Z0501", "--format", "markdown").status == 64)
  }
}
