import DMN
import FEEL
import Testing

@Suite("declared types of models")
struct TypingTests {
  static let conversions: [(String, String, String)] = [
    ("1 + 1", "string", "null"), ("1 + 1", "number", "2"), ("\"a\"", "Any", "\"a\""),
    // A list of one is its element, an element is a list of one.
    ("[\"a\"]", "string", "\"a\""), ("[[1]]", "number", "null"), ("[1, 2]", "number", "null"),
    ("1", "numbers", "[1]"), ("[1, \"a\"]", "numbers", "null"), ("\"a\"", "numbers", "null"),
    // A date is the moment it begins.
    ("date(\"2026-03-31\")", "date and time", "2026-03-31T00:00:00Z"),
    ("@\"P1D\"", "dayTimeDuration", "P1D"),
    ("@\"P1D\"", "years and months duration", "null"),
    // Entries beyond the declared ones stay, missing ones do not do.
    ("{a: 1, b: 2}", "record", "{a: 1, b: 2}"), ("{b: 2}", "record", "null"),
    ("{a: null}", "record", "{a: null}"), ("[{a: 1}]", "record", "{a: 1}"),
    ("{a: 1}", "records", "[{a: 1}]"), ("null", "record", "null"),
    ("[1]", "list<number>", "[1]"), ("[\"a\"]", "list<number>", "null"),
  ]

  @Test("a result is converted to the declared type of the variable", arguments: conversions)
  func variables(expression: String, type: String, expected: String) {
    #expect(value(of: feel(expression), type: type, declaring: declare) == expected)
  }

  @Test("a result is converted to the declared type of the expression", arguments: conversions)
  func expressions(expression: String, type: String, expected: String) {
    #expect(value(of: feel(expression, type), declaring: declare) == expected)
  }

  private func declare(_ model: inout DMNModel) {
    model.type("numbers", "number", list: true)
    model.record("record", [("a", "number")])
    model.record("records", [("a", "number")], list: true)
  }

  @Test("an argument that does not conform is not passed: the function is not invoked")
  func arguments() {
    var model = DMNModel()
    model.type("grade", "number", allowed: "[1..4]")
    model.function("isKnown", nil, [], [variable("g", "grade")], feel("g != null"))
    model.decide(
      "result", nil, ["isKnown"],
      feel("[isKnown(1), isKnown([2]), isKnown(\"a\"), isKnown(7), isKnown(null), isKnown(x: 1)]"))
    #expect(value("result", of: model) == "[true, true, null, null, false, null]")
  }

  @Test("the result of a function is held to the type that its variable declares")
  func functionResults() {
    var model = DMNModel()
    model.itemDefinitions.append(
      DMNModel.ItemDefinition(
        "counter",
        .function(parameters: [variable("x")], result: DMNModel.TypeName("number"))))
    model.function("f", "counter", [], [variable("x")], feel("x"))
    model.function("g", "string", [], [variable("x")], feel("x"))
    model.decide("result", nil, ["f", "g"], feel("[f(1), f(\"a\"), g(1), g(\"a\")]"))
    #expect(value("result", of: model) == "[1, null, null, \"a\"]")
  }

  @Test("a function that is passed must fit the declared function type")
  func functionTypes() {
    var model = DMNModel()
    model.itemDefinitions.append(
      DMNModel.ItemDefinition(
        "unary",
        .function(parameters: [variable("x", "number")], result: DMNModel.TypeName("number"))))
    model.function("twice", nil, [], [variable("f", "unary")], feel("f(f(16))"))
    model.decide(
      "result", nil, ["twice"],
      feel("[twice(sqrt), twice(function(x: number) x + 1), twice(function(x, y) x)]"))
    #expect(value("result", of: model) == "[2, 18, null]")
  }

  @Test("an input that does not conform is null and a failure")
  func inputs() {
    var model = DMNModel()
    model.input("n", "number")
    model.decide("result", nil, ["n"], feel("n"))
    let wrong = outcome("result", of: [model], inputs: ["n": .string("a")])
    #expect(wrong.value.isNull)
    #expect(wrong.failures.count == 1)
    #expect(value("result", of: model, inputs: ["n": .list([number(1)])]) == "1")
    #expect(value("result", of: model) == "null")
  }

  @Test(
    "values that a type does not allow are null, null always is allowed",
    arguments: [
      ("1", "grade", "1"), ("5", "grade", "null"), ("null", "grade", "null"),
      ("[1, 4]", "grades", "[1, 4]"), ("[1, 5]", "grades", "null"),
      ("[1, 2]", "pair", "[1, 2]"), ("[1]", "pair", "null"),
      ("{grade: 2}", "graded", "{grade: 2}"), ("{grade: 9}", "graded", "null"),
      ("3", "small grade", "null"), ("2", "small grade", "2"), ("\"c\"", "letter", "null"),
      ("\"a\"", "letter", "\"a\""),
    ])
  func allowedValues(expression: String, type: String, expected: String) {
    let result = value(of: feel(expression), type: type) { model in
      model.type("grade", "number", allowed: "[1..4]")
      model.type("grades", "grade", list: true)
      model.type("pair", "number", list: true, constraint: "count(?) = 2")
      model.record("graded", [("grade", "grade")])
      model.type("small grade", "grade", allowed: "< 3")
      model.type("letter", "string", allowed: "\"a\", \"b\"")
    }
    #expect(result == expected)
  }

  @Test("`instance of` does not look at allowed values")
  func instances() {
    let result = value(of: feel("[9 instance of grade, \"a\" instance of grade]")) { model in
      model.type("grade", "number", allowed: "[1..4]")
    }
    #expect(result == "[true, false]")
  }

  @Test("types that are declared by themselves, twice or not at all are reported")
  func mistakes() {
    var model = DMNModel()
    model.type("a", "b")
    model.type("b", "a")
    model.type("c", "number")
    model.type("c", "string")
    model.decide("result", "nmber", [], feel("1"))
    #expect(codes(model).sorted() == ["Z1225", "Z1226", "Z1227"])
    #expect(value("result", of: model) == "1")
  }

  @Test("types that hold one another many times over are cut off")
  func typeBomb() {
    var model = DMNModel()
    model.record("t0", [("a", "number"), ("b", "number")])
    for number in 1...60 {
      model.record("t\(number)", [("a", "t\(number - 1)"), ("b", "t\(number - 1)")])
    }
    model.decide("result", "t60", [], feel("{a: 1, b: 2}"))
    #expect(value("result", of: model) == "{a: 1, b: 2}")
  }
}
