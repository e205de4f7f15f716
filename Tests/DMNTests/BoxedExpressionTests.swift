import DMN
import FEEL
import FEELSyntax
import Testing

@Suite("boxed expressions")
struct BoxedExpressionTests {
  @Test("entries of a boxed context see those before them, and its last entry is its result")
  func contexts() {
    let entries: [BoxedExpression.ContextEntry] = [
      .init(variable("net price"), feel("10")), .init(variable("tax"), feel("net price * 0.2")),
    ]
    #expect(
      value(of: BoxedExpression(.context(entries))) == "{net price: 10, tax: 2.0}")
    let result = BoxedExpression.ContextEntry(nil, feel("net price + tax"))
    #expect(value(of: BoxedExpression(.context(entries + [result]))) == "12.0")
  }

  @Test("an entry of a boxed context is held to its declared type")
  func entryTypes() {
    let entry = BoxedExpression.ContextEntry(variable("n", "number"), feel("\"text\""))
    #expect(value(of: BoxedExpression(.context([entry]))) == "{n: null}")
  }

  @Test("a boxed invocation passes arguments by name")
  func invocations() {
    let logic = BoxedExpression(
      .invocation(
        feel("difference"),
        [.init(variable("less"), feel("2")), .init(variable("from"), feel("10"))]))
    var model = DMNModel()
    model.function(
      "difference", nil, [], [variable("from"), variable("less")], feel("from - less"))
    model.decide("result", nil, ["difference"], logic)
    #expect(value("result", of: model) == "8")
    model.decide(
      "wrong", nil, ["difference"],
      BoxedExpression(.invocation(feel("difference"), [.init(variable("from"), feel("1"))])))
    #expect(value("wrong", of: model) == "null")
  }

  @Test("a boxed invocation calls built-ins as well")
  func invocationOfBuiltIn() {
    let logic = BoxedExpression(
      .invocation(
        feel("substring"),
        [
          .init(variable("start position"), feel("2")), .init(variable("string"), feel("\"abc\"")),
        ]))
    #expect(value(of: logic) == "\"bc\"")
  }

  @Test("lists and relations are lists")
  func lists() {
    #expect(value(of: BoxedExpression(.list([feel("1"), feel("\"a\"")]))) == "[1, \"a\"]")
    let relation = BoxedExpression(
      .relation(
        columns: [variable("name", "string"), variable("age", "number")],
        rows: [[feel("\"Ann\""), feel("1 + 1")], [feel("\"Bob\""), feel("\"old\"")]]))
    #expect(value(of: relation) == #"[{name: "Ann", age: 2}, {name: "Bob", age: null}]"#)
  }

  @Test("a boxed function captures what it sees")
  func functions() {
    let function = BoxedExpression(
      .function(FunctionDefinition(parameters: [variable("n", "number")], body: feel("n * rate"))))
    let logic = BoxedExpression(
      .context([
        .init(variable("rate"), feel("3")), .init(variable("times"), function),
        .init(nil, feel("[times(2), times(\"two\"), times()]")),
      ]))
    #expect(value(of: logic) == "[6, null, null]")
  }

  @Test("a Java function is one of a few static methods of java.lang, a PMML function is null")
  func externalFunctions() {
    let description = BoxedExpression(
      .context([
        .init(variable("class"), feel("\"java.lang.Math\"")),
        .init(variable("method signature"), feel("\"max(double, double)\"")),
      ]))
    for (language, expected) in [
      (FunctionDefinition.Language.java, "2"), (.pmml, "null"),
    ] {
      var model = DMNModel()
      model.knowledgeModels.append(
        DMNModel.KnowledgeModel(
          id: "f", variable("f"),
          logic: FunctionDefinition(
            language, parameters: [variable("a"), variable("b")], body: description)))
      model.decide("result", nil, ["f"], feel("f(1, 2)"))
      #expect(value("result", of: model) == expected)
    }
  }

  @Test(
    "a boxed conditional takes the other branch for null and nothing for what is no boolean",
    arguments: [("true", "1"), ("false", "2"), ("null", "2"), ("\"true\"", "null")])
  func conditionals(condition: String, expected: String) {
    let logic = BoxedExpression(
      .conditional(feel(condition), then: feel("1"), else: feel("2")))
    #expect(value(of: logic) == expected)
  }

  @Test(
    "a boxed filter keeps what matches and is null if a match is no boolean",
    arguments: [
      ("[1, 2, 3]", "item > 1", "[2, 3]"), ("[]", "item > 1", "[]"), ("5", "item > 1", "[5]"),
      ("[{a: 1}, {a: 2}]", "a > 1", "[{a: 2}]"), ("[{a: 1}]", "item.a = 1", "[{a: 1}]"),
      ("[1, 2]", "\"no\"", "null"), ("[1, 2]", "1", "null"), ("null", "true", "null"),
      ("[{\"net price\": 1}]", "net price = 1", "[{net price: 1}]"),
      ("[{item: 1}, {item: 2}]", "item = 2", "[{item: 2}]"),
    ])
  func filters(list: String, match: String, expected: String) {
    #expect(value(of: BoxedExpression(.filter(feel(list), match: feel(match)))) == expected)
  }

  @Test("a boxed filter can be matched by any boxed form")
  func filterByContext() {
    let match = BoxedExpression(
      .context([.init(variable("limit"), feel("2")), .init(nil, feel("item >= limit"))]))
    #expect(value(of: BoxedExpression(.filter(feel("[1, 2, 3]"), match: match))) == "[2, 3]")
  }

  @Test("boxed loops make lists and test conditions")
  func loops() {
    let squares = BoxedExpression(
      .iteration(variable: "side length", in: feel("[1..3]"), result: feel("side length ** 2")))
    #expect(value(of: squares) == "[1, 4, 9]")
    let sums = BoxedExpression(
      .iteration(variable: "i", in: feel("[1, 2, 3]"), result: feel("i + sum(partial)")))
    #expect(value(of: sums) == "[null, null, null]")
    let counts = BoxedExpression(
      .iteration(variable: "i", in: feel("[7, 7]"), result: feel("count(partial)")))
    #expect(value(of: counts) == "[0, 1]")
    for (quantifier, condition, expected) in [
      (Quantifier.some, "i > 2", "true"), (.every, "i > 2", "false"), (.every, "i > 0", "true"),
      (.every, "if i = 1 then true else \"no\"", "null"), (.some, "\"no\"", "null"),
    ] {
      let logic = BoxedExpression(
        .quantified(quantifier, variable: "i", in: feel("[1, 2, 3]"), satisfies: feel(condition)))
      #expect(value(of: logic) == expected)
    }
  }

  @Test("a text that is no FEEL is reported and is null, and the rest is evaluated")
  func syntaxErrors() {
    var model = DMNModel()
    model.decide("good", nil, [], feel("1"))
    model.decide("bad", nil, [], feel("1 +"))
    model.decide("sum", nil, ["good", "bad"], feel("[good, bad]"))
    #expect(value("sum", of: model) == "[1, null]")
    #expect(codes(model).count == 1)
  }
}
