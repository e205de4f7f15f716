import Testing

@Suite struct StringFunctionTests {
  @Test(
    "parts are counted in characters, from 1 or from the end",
    arguments: [
      (#"substring("foobar", 3)"#, #""obar""#),
      (#"substring("foobar", -2, 1)"#, #""a""#),
      (#"substring("foobar", 3, 3.8)"#, #""oba""#),
      (#"substring("foobar", 5, 99)"#, #""ar""#),
      (#"substring("foobar", 1, 1e30)"#, #""foobar""#),
      (#"substring("foobar", 0)"#, "null"),
      (#"substring("foobar", 7)"#, "null"),
      (#"substring("foobar", -7)"#, "null"),
      (#"substring("foobar", 1e30)"#, "null"),
      (#"substring("foobar", 1, 0)"#, "null"),
      (#"substring("foobar", 1, -1e300)"#, "null"),
      (#"substring("", 1)"#, "null"),
      (#"substring("广东省深圳市", 4, 2)"#, #""深圳""#),
      (#"substring("\U01F40Efoo", 1, 1)"#, #""🐎""#),
      (#"substring("e\u0301a", 2, 1) = "\u0301""#, "true"),
      (#"substring(null, 1)"#, "null"),
      (#"substring(string: "foobar", start position: 2, length: 2)"#, #""oo""#),
      (#"string length("e\u0301")"#, "2"),
      (#"string length("🐎")"#, "1"),
      (#"string length("")"#, "0"),
      (#"string length(null)"#, "null"),
      (#"string length([null])"#, "null"),
    ])
  func parts(_ expression: String, _ value: String) throws {
    try Sandbox().expect(expression, value)
  }

  @Test(
    "one text is looked for in another, character by character",
    arguments: [
      (#"substring before("foobar", "o")"#, #""f""#),
      (#"substring before("foobar", "x")"#, "\"\""),
      (#"substring before("foobar", "")"#, "\"\""),
      (#"substring after("foobar", "ob")"#, #""ar""#),
      (#"substring after("foobar", "x")"#, "\"\""),
      (#"substring after("", "")"#, "\"\""),
      (#"contains("foobar", "oba")"#, "true"),
      (#"contains("foobar", "")"#, "true"),
      (#"contains("\u00E9", "e")"#, "false"),
      (#"contains("e\u0301", "e")"#, "true"),
      (#"starts with("foobar", "foo")"#, "true"),
      (#"starts with("foo", "foobar")"#, "false"),
      (#"ends with("foobar", "bar")"#, "true"),
      (#"ends with("", "")"#, "true"),
      (#"ends with("bar", "foobar")"#, "false"),
      (#"contains("foobar", null)"#, "null"),
      (#"contains("foobar", 1)"#, "null"),
      (#"contains(string: "foobar", match: "b")"#, "true"),
      (#"upper case("straße é")"#, #""STRASSE É""#),
      (#"lower case("ÀÉ1")"#, #""àé1""#),
    ])
  func search(_ expression: String, _ value: String) throws {
    try Sandbox().expect(expression, value)
  }

  @Test(
    "patterns are those of XPath",
    arguments: [
      (#"matches("110105", "\d{6}")"#, "true"),
      (#"matches("O", "[A-Z-[OI]]")"#, "false"),
      (#"matches("FOO", "foo", "i")"#, "true"),
      (#"matches("foo", "foo", null)"#, "true"),
      (#"matches("foo", "foo", "g")"#, "null"),
      (#"matches("foo", "(")"#, "null"),
      (#"matches(null, "foo")"#, "null"),
      (#"replace("abcd", "(ab)|(a)", "[1=$1][2=$2]")"#, #""[1=ab][2=]cd""#),
      (#"replace("abc", "[A-Z]", "+", "i")"#, #""+++""#),
      (#"replace("abc", "x*", "-")"#, "null"),
      (#"replace("abc", "b", "$")"#, "null"),
      (#"replace("abc", "b", null)"#, "null"),
      (#"split("a;b;;", ";")"#, #"["a", "b", "", ""]"#),
      (#"split("John Doe", "\s")"#, #"["John", "Doe"]"#),
      (#"split("", ",")"#, #"[""]"#),
      (#"split("abc", "")"#, "null"),
    ])
  func patterns(_ expression: String, _ value: String) throws {
    try Sandbox().expect(expression, value)
  }

  @Test(
    "strings are joined, nulls left out",
    arguments: [
      (#"string join(["a", null, "c"], "-")"#, #""a-c""#),
      (#"string join(["a", "c"])"#, #""ac""#),
      (#"string join(["a", "c"], null)"#, #""ac""#),
      (#"string join([], "-")"#, "\"\""),
      (#"string join("a", "-")"#, #""a""#),
      (#"string join(["a", 1], "-")"#, "null"),
      (#"string join(null, "-")"#, "null"),
      (#"string join(["a"], 1)"#, "null"),
      (#"string join(delimiter: ",", list: ["a", "b"])"#, #""a,b""#),
    ])
  func joining(_ expression: String, _ value: String) throws {
    try Sandbox().expect(expression, value)
  }
}
