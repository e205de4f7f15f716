import Testing

@Suite("zhunze feel")
struct FeelCommandTests {
  @Test(
    "an expression gives its value",
    arguments: [
      ("1 + 2.50", "3.50", #"{"number":"3.50"}"#),
      (#"upper case("残a")"#, #""残A""#, #""残A""#),
      (#"date("2026-03-31") + duration("P1M")"#, "2026-04-30", #"{"date":"2026-04-30"}"#),
      ("[1, true, null]", "[1, true, null]", #"{"list":[{"number":"1"},true,null]}"#),
    ])
  func value(_ expression: String, _ text: String, _ json: String) throws {
    let shell = try Shell()
    defer { shell.remove() }
    let result = try shell.run("feel", expression)
    #expect(result.status == 0)
    #expect(result.output == text + "\n")
    #expect(try shell.run("feel", expression, "--format", "json").output == json + "\n")
  }

  @Test("names come from a file, with blanks in them and in records")
  func context() throws {
    let shell = try Shell()
    defer { shell.remove() }
    try shell.write(
      "pension paid: 1432.40\nperson: {birth date: 1968-05-15, 姓名: 张}\n", to: "context.yaml")
    let sum = try shell.run("feel", "pension paid * 2", "--context", "context.yaml")
    #expect(sum.output == "2864.80\n")
    let year = try shell.run(
      "feel", "string(person.birth date.year) + person.姓名", "--context", "context.yaml")
    #expect(year.output == "\"1968张\"\n")
    #expect(try shell.run("feel", "1", "--context", "absent.yaml").status == 66)
    try shell.write("[1]\n", to: "list.yaml")
    #expect(try shell.run("feel", "1", "--context", "list.yaml").status == 65)
  }

  @Test("a search that takes too long is told from a pattern that cannot be read")
  func search() throws {
    let shell = try Shell()
    defer { shell.remove() }
    for call in ["matches(TEXT, P)", "replace(TEXT, P, \"\")", "split(TEXT, P)"] {
      let text = "\"" + String(repeating: "a", count: 40) + "!\""
      let expression = call.replacing("TEXT", with: text)
      let long = try shell.run("feel", expression.replacing("P", with: "\"^(a+)+$\""))
      #expect(long.output == "null\n")
      #expect(long.messages.contains("too many steps to search the text"), "\(call)")
      let wrong = try shell.run("feel", expression.replacing("P", with: "\"(\""))
      #expect(wrong.messages.contains("cannot be read"), "\(call)")
    }
  }

  @Test("lines of the standard input are evaluated one by one")
  func lines() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let result = try shell.run("feel", input: "1 + 1\n\n(\n2 + 2\n")
    #expect(result.status == 65)
    #expect(result.output == "2\n4\n")
    #expect(result.messages.contains("expression:1:2"))
  }

  @Test("a name keeps a value for the lines that follow")
  func assignment() throws {
    let shell = try Shell()
    defer { shell.remove() }
    try shell.write("price: 20\n", to: "context.yaml")
    let result = try shell.run(
      "feel", "--context", "context.yaml",
      input: """
        half price := price / 2
        p := {unit cost: half price}
        p.unit cost + 1
        price := "a := b"
        price
        if := 1
        x := (
        """)
    #expect(result.output == "10\n{unit cost: 10}\n11\n\"a := b\"\n\"a := b\"\n")
    #expect(result.status == 65)
    #expect(result.messages.contains("expression:1:1"))
    #expect(result.messages.contains("expression:1:7"))
    // An argument is an expression, and an expression computes a value.
    #expect(try shell.run("feel", "x := 1").messages.hasPrefix("error[Z0311]"))
  }

  @Test("what has no value is null with a warning, as DMN says")
  func warning() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let result = try shell.run("feel", "1 / 0")
    #expect(result.status == 0)
    #expect(result.output == "null\n")
    #expect(result.messages.hasPrefix("warning["))
  }
}
