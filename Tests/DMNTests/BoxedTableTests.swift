import DMN
import FEEL
import Testing

@Suite("decision tables of models")
struct BoxedTableTests {
  /// A table over `n` with the rules `> 0` → a, `> 1` → b, `> 2` → c of a result.
  private static func table(
    _ policy: HitPolicy, _ outputs: [String] = ["10", "20", "30"], values: String? = nil,
    fallback: String? = nil
  ) -> BoxedExpression {
    BoxedExpression(
      .table(
        BoxedTable(
          hitPolicy: policy, inputs: [.init(source("n"), type: DMNModel.TypeName("number"))],
          outputs: [
            .init(
              nil, values: values.map(source), defaultEntry: fallback.map(source))
          ],
          rules: zip(["> 0", "> 1", "> 2"], outputs).map {
            .init(inputs: [source($0)], outputs: [source($1)])
          })))
  }

  @Test(
    "hit policies make up the result",
    arguments: [
      ("U", 1, "10"), ("U", 2, "null"), ("U", 0, "null"), ("A", 1, "10"), ("A", 2, "null"),
      ("P", 3, "20"), ("F", 3, "10"), ("R", 3, "[10, 20, 30]"), ("O", 3, "[20, 30, 10]"),
      ("C", 2, "[10, 20]"), ("C+", 3, "60"), ("C<", 3, "10"), ("C>", 3, "30"), ("C#", 3, "3"),
      ("R", 1, "[10]"), ("C", 0, "null"),
    ])
  func hitPolicies(policy: String, n: Int, expected: String) throws {
    let table = Self.table(try #require(HitPolicy(policy)), values: "20, 30, 10")
    #expect(value(of: table, inputs: ["n": number(n)]) == expected)
  }

  @Test("rules of `A` may agree, and a default stands where no rule matches")
  func agreement() {
    let same = Self.table(.any, ["1", "1", "1"], fallback: "n - 1")
    #expect(value(of: same, inputs: ["n": number(3)]) == "1")
    #expect(value(of: same, inputs: ["n": number(0)]) == "-1")
  }

  @Test("without output values the allowed values of the declared type give the order")
  func orderByType() {
    let table = Self.table(.priority, ["\"low\"", "\"high\"", "\"medium\""])
    let result = value(of: table, type: "risk", inputs: ["n": number(3)]) { model in
      model.type("risk", "string", allowed: "\"high\", \"medium\", \"low\"")
    }
    #expect(result == "\"high\"")
  }

  private static func twoOutputs(_ policy: HitPolicy) -> BoxedExpression {
    BoxedExpression(
      .table(
        BoxedTable(
          hitPolicy: policy, inputs: [.init(source("n"))],
          outputs: [
            .init("Approved/Declined", values: source("\"Declined\", \"Approved\"")),
            .init("rate", type: DMNModel.TypeName("number"), values: source("2, 1")),
          ],
          rules: [
            .init(inputs: [source("> 0")], outputs: [source("\"Approved\""), source("1")]),
            .init(inputs: [source("> 1")], outputs: [source("\"Declined\""), source("1")]),
            .init(inputs: [source("> 2")], outputs: [source("\"Declined\""), source("2")]),
            .init(inputs: [source("> 3")], outputs: [source("-"), source("\"text\"")]),
          ])))
  }

  @Test("several outputs make a context, ordered by the first output first")
  func severalOutputs() {
    #expect(
      value(of: Self.twoOutputs(.priority), inputs: ["n": number(3)])
        == #"{Approved/Declined: "Declined", rate: 2}"#)
    #expect(
      value(of: Self.twoOutputs(.outputOrder), inputs: ["n": number(2)])
        == #"[{Approved/Declined: "Declined", rate: 1}, {Approved/Declined: "Approved", rate: 1}]"#
    )
    #expect(
      value(of: Self.twoOutputs(.collect(nil)), inputs: ["n": number(4)]).hasSuffix(
        #"{Approved/Declined: null, rate: null}]"#))
  }

  private static func test(
    _ cell: String, of input: String, type: String? = nil, values: String? = nil
  ) -> BoxedExpression {
    BoxedExpression(
      .table(
        BoxedTable(
          hitPolicy: .first,
          inputs: [
            .init(
              source(input), type: type.map { DMNModel.TypeName($0) }, values: values.map(source))
          ],
          outputs: [.init(nil)],
          rules: [
            .init(inputs: [source(cell)], outputs: [source("\"hit\"")]),
            .init(inputs: [source("-")], outputs: [source("\"miss\"")]),
          ])))
  }

  @Test(
    "input entries test the input",
    arguments: [
      ("-", "1", "hit"), ("", "1", "hit"), ("1, 2", "2", "hit"), ("not(1, 2)", "2", "miss"),
      ("<1, >=60", "70", "hit"), ("[1..5)", "5", "miss"), ("[\"a\", \"b\"]", "\"b\"", "hit"),
      ("? > 1 and ? < 3", "2", "hit"), ("contains(?, \"b\")", "\"abc\"", "hit"),
      ("even(?)", "3", "miss"), ("isBig(?)", "30", "hit"), ("isBig(?)", "3", "miss"),
      ("limit", "10", "hit"), ("> limit", "10", "miss"), ("null", "null", "hit"),
      ("null", "1", "miss"), ("\"a\"", "1", "miss"), ("1 +", "1", "miss"),
    ])
  func inputEntries(cell: String, input: String, expected: String) {
    var model = DMNModel()
    model.input("limit")
    model.function("isBig", nil, [], [variable("n")], feel("if n > 10 then true else false"))
    model.decide("result", nil, ["limit", "isBig"], Self.test(cell, of: input))
    #expect(value("result", of: model, inputs: ["limit": number(10)]) == "\"\(expected)\"")
  }

  @Test("a test of no known type decides by what it comes to")
  func deferredTests() {
    var model = DMNModel()
    model.input("f")
    model.decide("result", nil, ["f"], Self.test("f(?)", of: "2"))
    model.decide("big", nil, [], feel("function(n) n > 1"))
    model.decide("same", nil, [], feel("function(n) n"))
    model.decide("numbers", nil, [], feel("function(n) [3, 4]"))
    model.decide("a", nil, ["big"], Self.test("big(?)", of: "2"))
    model.decide("b", nil, ["same"], Self.test("get value({f: same}, \"f\")(?)", of: "2"))
    model.decide("c", nil, ["numbers"], Self.test("get value({f: numbers}, \"f\")(?)", of: "2"))
    #expect(value("a", of: model) == "\"hit\"")
    #expect(value("b", of: model) == "\"hit\"")
    #expect(value("c", of: model) == "\"miss\"")
    #expect(value("result", of: model) == "\"miss\"")
  }

  @Test(
    "a value that an input does not allow makes the result null",
    arguments: [
      ("1", nil, "[1..4]", "\"hit\""), ("9", nil, "[1..4]", "null"), ("9", "grade", nil, "null"),
      ("1", "grade", nil, "\"hit\""), ("null", "grade", nil, "\"miss\""),
      ("null", nil, "[1..4], null", "\"miss\""), ("\"a\"", "number", nil, "\"miss\""),
    ] as [(String, String?, String?, String)])
  func allowedInputs(input: String, type: String?, values: String?, expected: String) {
    let table = Self.test("1", of: input, type: type, values: values)
    #expect(
      value(of: table) { $0.type("grade", "number", allowed: "[1..4]") } == expected)
  }

  @Test("rules with too few entries and tables without outputs are reported")
  func mistakes() {
    var model = DMNModel()
    model.decide(
      "short", nil, [],
      BoxedExpression(
        .table(
          BoxedTable(
            hitPolicy: .first, inputs: [.init(source("1"))], outputs: [.init(nil)],
            rules: [.init(inputs: [], outputs: [source("1")])]))))
    model.decide(
      "empty", nil, [],
      BoxedExpression(
        .table(BoxedTable(hitPolicy: .first, inputs: [], outputs: [], rules: []))))
    #expect(codes(model).sorted() == ["Z1229", "Z1232"])
    #expect(value("short", of: model) == "null")
    #expect(value("empty", of: model) == "null")
  }
}
