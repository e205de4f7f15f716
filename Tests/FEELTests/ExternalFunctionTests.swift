import FEEL
import Testing

@Suite struct ExternalFunctionTests {
  @Test(
    "the static methods that are built in convert numbers as Java does",
    arguments: [
      ("java.lang.Math", "max(double, double)", "123, 456", "456"),
      ("java.lang.Math", "max(float,float)", "123.46, 456.78", "456.78"),
      ("java.lang.Math", "max(long,long)", "123, 456", "456"),
      ("java.lang.Math", "max(int,int)", "1.9, 1", "1"),
      ("java.lang.Math", "max(int,int)", "3000000000, 1", "null"),
      ("java.lang.Math", "max(int,int)", #""3", 1"#, "null"),
      ("java.lang.Math", "max(int,int)", "3", "null"),
      ("java.lang.Math", "abs(int)", "-3", "3"),
      ("java.lang.Math", "floorMod(int,int)", "-7, 3", "2"),
      ("java.lang.Math", "floorMod(int,int)", "-7, 0", "null"),
      ("java.lang.Math", "sqrt(double)", "2.25", "1.5"),
      ("java.lang.Math", "round(double)", "2.5", "3"),
      ("java.lang.Math", "sqrt(double)", "-1", "null"),
      ("java.lang.Integer", "valueOf(java.lang.String)", #""123""#, "123"),
      ("java.lang.Integer", "valueOf(java.lang.String)", #""12x""#, "null"),
      ("java.lang.Byte", "valueOf(byte)", "300", "null"),
      ("java.lang.Short", "valueOf(short)", "123", "123"),
      ("java.lang.Float", "valueOf(float)", "1.5", "1.5"),
      ("java.lang.Float", "parseFloat(java.lang.String)", #""1.5""#, "1.5"),
      ("java.lang.Double", "parseDouble(java.lang.String)", #""1e3""#, "1000"),
      ("java.lang.Boolean", "parseBoolean(java.lang.String)", #""True""#, "true"),
      ("java.lang.Character", "valueOf(char)", #""a""#, #""a""#),
      ("java.lang.Math", "abs(float)", "-1.5", "1.5"),
      ("java.lang.String", "valueOf(char)", #""a""#, #""a""#),
      ("java.lang.String", "valueOf(char)", #""abc""#, "null"),
      ("java.lang.Math", "max(java.lang.String, java.lang.String)", #""1", "2""#, "null"),
      ("java.lang.Math", "foo(double)", "1", "null"),
      ("java.lang.System", "exit(int)", "0", "null"),
      (
        "java.lang.String", "format(java.lang.String, [Ljava.lang.Object;)",
        #""%s is %.2f%%, %d", "it", 1.005, 3"#, "null"
      ),
      (
        "java.lang.String", "format(java.lang.String, [Ljava.lang.Object;)",
        #""%s is %.2f%%", ["it", 1.005]"#, #""it is 1.01%""#
      ),
    ])
  func methods(_ name: String, _ signature: String, _ arguments: String, _ value: String) throws {
    let count = arguments.contains(", [") ? 2 : arguments.split(separator: ",").count
    let parameters = (0..<count).map { "p\($0)" }.joined(separator: ", ")
    let external =
      "external {java: {class: \"\(name)\", method signature: \"\(signature)\"}}"
    #expect(
      try Sandbox().value("{f: function(\(parameters)) \(external), r: f(\(arguments))}.r")
        == value)
  }

  @Test("rule files have no external functions")
  func ruleFiles() throws {
    let text =
      #"function(a) external {java: {class: "java.lang.Math", method signature: "abs(int)"}}"#
    #expect(try Sandbox().typing(text) == "Z0213")
  }
}
