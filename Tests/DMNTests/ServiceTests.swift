import DMN
import FEEL
import Testing

@Suite("decision services")
struct ServiceTests {
  private static func model() -> DMNModel {
    var model = DMNModel()
    model.input("base", "number")
    model.decide("rate", "number", [], feel("1"))
    model.decide("plan", nil, [], nil)
    model.decide("amount", nil, ["base", "rate"], feel("base * rate"))
    model.decide("double", nil, ["amount"], feel("amount * 2"))
    model.service("one", outputs: ["amount"], decisions: ["rate"], inputs: ["base"])
    model.service("two", outputs: ["amount", "double"], decisions: ["rate"], inputs: ["base"])
    model.service("typed", "string", outputs: ["amount"], inputs: ["base"])
    return model
  }

  @Test(
    "a service is called as a function: inputs first, then input decisions",
    arguments: [
      ("one(10, 3)", "30"), ("one(rate: 3, base: 10)", "30"), ("one(10)", "null"),
      ("one(10, 3, 1)", "null"), ("one(\"a\", 3)", "null"), ("one(a: 1, b: 2)", "null"),
      ("one([10], 3)", "30"), ("two(10, 3)", "{amount: 30, double: 60}"),
      ("two(10, 3).double", "60"), ("typed(10)", "null"),
    ])
  func calls(expression: String, expected: String) {
    var model = Self.model()
    model.decide("result", nil, ["one", "two", "typed"], feel(expression))
    #expect(value("result", of: model) == expected)
  }

  @Test("the arguments of a service are not seen by the caller's decisions")
  func isolation() {
    var model = Self.model()
    model.decide("result", nil, ["one", "rate", "base"], feel("[one(10, 3), rate, base]"))
    #expect(value("result", of: model, inputs: ["base": number(7)]) == "[30, 1, 7]")
  }

  @Test("a service is invoked by itself with its parameters by name")
  func invocation() {
    let model = DecisionModel(resolving: [Self.model()])
    let inputs = [DecisionModel.Input("base", number(2)), .init("rate", number(3))]
    #expect(model.invoke(service: "one", inputs: inputs).value.literal == "6")
    #expect(
      model.invoke(service: "two", inputs: inputs).value.literal == "{amount: 6, double: 12}")
    #expect(model.invoke(service: "two", output: "double", inputs: inputs).value.literal == "12")
    #expect(model.invoke(service: "one", output: "double", inputs: inputs).failures.count == 1)
    #expect(model.invoke(service: "none").failures.count == 1)
    let wrong = model.invoke(service: "one", inputs: [.init("base", .string("a"))])
    #expect(wrong.value.isNull)
  }

  @Test("a decision without logic can be the input of a service, and is null by itself")
  func decisionWithoutLogic() {
    var model = DMNModel()
    model.decide("plan", "string", [], nil)
    model.decide("text", nil, ["plan"], feel("\"plan \" + plan"))
    model.service("s", outputs: ["text"], decisions: ["plan"])
    model.decide("result", nil, ["s"], feel("s(\"A\")"))
    #expect(value("result", of: model) == "\"plan A\"")
    #expect(value("plan", of: model) == "null")
  }

  @Test("a service that calls itself is stopped")
  func endlessService() {
    var model = DMNModel()
    model.service("s", outputs: ["d"])
    model.decide("d", nil, ["s"], feel("s()"))
    let outcome = outcome("d", of: [model])
    #expect(outcome.value.isNull)
    #expect(outcome.failures.last?.reason == .tooDeep)
  }

  @Test("what is no decision or input data is refused as output or parameter")
  func mistakes() {
    var model = Self.model()
    model.service("bad", outputs: ["base"], decisions: ["base"], inputs: ["rate"])
    #expect(codes(model) == ["Z1233", "Z1233", "Z1233"])
  }
}
