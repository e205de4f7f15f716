import DMN
import FEEL
import Testing

@Suite("requirements")
struct RequirementTests {
  @Test("a decision sees what its requirements name and nothing else")
  func scopes() {
    var model = DMNModel()
    model.input("age", "number")
    model.input("sex", "string")
    model.decide("adult", nil, ["age"], feel("age >= 18"))
    model.decide("result", nil, ["adult"], feel("[adult, age, sex]"))
    let inputs: [String: Value] = ["age": number(20), "sex": .string("f")]
    #expect(value("result", of: model, inputs: inputs) == "[true, null, null]")
  }

  @Test("names hold spaces, signs and points, and white space in them is one space")
  func names() {
    var model = DMNModel()
    model.input("Pre-bureau  risk\ncategory")
    model.input("Person.Gender")
    model.decide(
      "Approved/Declined", nil, ["Pre-bureau  risk\ncategory", "Person.Gender"],
      feel("[Pre-bureau risk category - 1, Person.Gender]"))
    #expect(
      value(
        "Approved/Declined", of: model,
        inputs: ["Pre-bureau risk category": number(3), "Person.Gender": .string("f")])
        == "[2, \"f\"]")
  }

  @Test("a decision that is supplied is not evaluated")
  func suppliedDecisions() {
    var model = DMNModel()
    model.decide("rate", "number", [], feel("1"))
    model.decide("result", nil, ["rate"], feel("rate * 2"))
    #expect(value("result", of: model) == "2")
    #expect(value("result", of: model, inputs: ["rate": number(5)]) == "10")
    #expect(value("result", of: model, inputs: ["rate": .string("a")]) == "null")
  }

  @Test("what the logic does not name is not evaluated")
  func laziness() {
    var model = DMNModel()
    model.decide("wrong", nil, [], feel("1 / 0"))
    model.decide("result", nil, ["wrong"], feel("1"))
    let outcome = outcome("result", of: [model])
    #expect(outcome.value.literal == "1")
    #expect(outcome.failures.isEmpty)
  }

  @Test("decisions that require one another are reported and null")
  func cycles() {
    var model = DMNModel()
    model.decide("a", nil, ["b"], feel("b + 1"))
    model.decide("b", nil, ["c"], feel("c + 1"))
    model.decide("c", nil, ["a"], feel("a + 1"))
    model.decide("self", nil, ["self"], feel("self"))
    #expect(codes(model) == ["Z1228", "Z1228"])
    #expect(value("a", of: model) == "null")
    #expect(outcome("self", of: [model]).failures.count == 1)
  }

  @Test("a chain of fifty thousand decisions is walked")
  func longChains() {
    var model = DMNModel()
    model.decide("d0", nil, [], feel("0"))
    for number in 1...50_000 {
      model.decide("d\(number)", nil, ["d\(number - 1)"], feel("d\(number - 1) + 1"))
    }
    #expect(value("d50000", of: model) == "50000")
  }

  @Test("functions see the functions they require, themselves, and no inputs")
  func functions() {
    var model = DMNModel()
    model.input("rate")
    model.function("double", nil, [], [variable("n")], feel("n * 2"))
    model.function("quadruple", nil, ["double"], [variable("n")], feel("double(double(n))"))
    model.function(
      "factorial", nil, [], [variable("n", "number")],
      feel("if n <= 1 then 1 else n * factorial(n - 1)"))
    model.function("leak", nil, [], [variable("n")], feel("rate"))
    model.decide(
      "result", nil, ["quadruple", "factorial", "leak", "rate"],
      feel("[quadruple(3), factorial(5), leak(1)]"))
    #expect(value("result", of: model, inputs: ["rate": number(1)]) == "[12, 120, null]")
  }

  @Test("a function without end is stopped")
  func endlessRecursion() {
    var model = DMNModel()
    model.function("f", nil, [], [variable("n")], feel("f(n + 1)"))
    model.decide("result", nil, ["f"], feel("f(0)"))
    let outcome = outcome("result", of: [model])
    #expect(outcome.value.isNull)
    #expect(outcome.failures.last?.reason == .tooDeep)
  }

  @Test(
    "a function without end whose body is deep is stopped before the stack ends",
    arguments: [
      ("", " + 1"), ("[", "]"), ("if true then ", " else 0"), ("for x in [1] return ", ""),
    ])
  func deepRecursion(before: String, after: String) {
    var model = DMNModel()
    let body =
      String(repeating: before, count: 150) + "f(n + 1)" + String(repeating: after, count: 150)
    model.function("f", nil, [], [variable("n")], feel(body))
    model.decide("result", nil, ["f"], feel("f(0)"))
    let outcome = outcome("result", of: [model])
    #expect(outcome.value.isNull)
    #expect(outcome.failures.last?.reason == .tooDeep)
  }

  @Test("functions are values: they are passed, returned and keep what they captured")
  func closures() {
    var model = DMNModel()
    model.input("factor", "number")
    model.function("twice", nil, [], [variable("f")], feel("function(x) f(f(x))"))
    model.decide("scale", nil, ["factor"], feel("function(x) x * factor"))
    model.decide("result", nil, ["scale", "twice"], feel("twice(scale)(2)"))
    #expect(value("result", of: model, inputs: ["factor": number(3)]) == "18")
    model.function("before", nil, [], [variable("a"), variable("b")], feel("a > b"))
    model.decide("sorted", nil, ["before"], feel("sort([1, 3, 2], before)"))
    #expect(value("sorted", of: model) == "[3, 2, 1]")
  }

  @Test("imported elements and types are named with the name of the import")
  func imports() {
    var library = DMNModel("library")
    library.type("a grade", "number", allowed: "[1..4]")
    library.input("income", "number")
    library.decide("half of it", nil, ["income"], feel("income / 2"))
    library.function("plus one", nil, [], [variable("n", "a grade")], feel("n + 1"))
    for (name, prefix) in [("My Library", "My Library."), ("", "")] {
      var model = DMNModel("main")
      model.imports = [DMNModel.Import("library", as: name, at: nil)]
      model.decide(
        "result", "\(prefix)a grade",
        ["library#half of it", "library#plus one", "library#income"],
        feel(
          "if \(prefix)plus one(9) = null then \(prefix)plus one(\(prefix)half of it - \(prefix)income + 4) else 0"
        ))
      model.decide("instance", nil, [], feel("1 instance of \(prefix)a grade"))
      #expect(value("result", of: model, library, inputs: ["income": number(4)]) == "3")
      #expect(value("instance", of: model, library) == "true")
      #expect(codes(model, library).isEmpty)
    }
  }

  @Test("an input of an imported model is supplied with its namespace")
  func inputNamespaces() {
    var library = DMNModel("library")
    library.input("n")
    var model = DMNModel("main")
    model.imports = [DMNModel.Import("library", as: "lib", at: nil)]
    model.input("n")
    model.decide("result", nil, ["n", "library#n"], feel("[n, lib.n]"))
    let outcome = DecisionModel(resolving: [model, library]).evaluate(
      decision: "result",
      inputs: [.init("n", number(1)), .init("n", number(2), namespace: "library")])
    #expect(outcome.value.literal == "[1, 2]")
  }

  @Test("references that lead nowhere, ids that stand twice and models not loaded are reported")
  func mistakes() {
    var model = DMNModel()
    model.imports = [DMNModel.Import("elsewhere", as: "x", at: nil)]
    model.input("a")
    model.input("a")
    model.decide("result", nil, ["b"], feel("1"))
    #expect(codes(model).sorted() == ["Z1221", "Z1222", "Z1224"])
    #expect(value("result", of: model) == "1")
    #expect(outcome("none", of: [model]).failures.count == 1)
  }
}
