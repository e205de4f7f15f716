import Diagnostics
import FEEL
import Testing

/// What DMN makes null, rule files refuse before anything runs or end with a reason.
///
/// In the tables `«` and `»` enclose the place that is reported. By the letter of DMN each
/// expression is null and reported, unless a value stands there instead.
@Suite("expressions in rule files are strict")
struct StrictnessTests {
  /// An expression that a rule file takes otherwise than DMN.
  struct Case: CustomTestStringConvertible {
    /// The expression with the place marked.
    let marked: String
    /// The code that is reported before evaluation.
    var code: DiagnosticCode?
    /// Why evaluation ends.
    var reason: EvaluationFailure.Reason?
    /// The value by DMN, if that is more than a reported null.
    var instead: String?

    var testDescription: String { marked }

    static func refused(_ marked: String, _ code: DiagnosticCode, instead: String? = nil) -> Case {
      Case(marked: marked, code: code, instead: instead)
    }

    static func fails(
      _ marked: String, _ reason: EvaluationFailure.Reason, instead: String? = nil
    ) -> Case {
      Case(marked: marked, reason: reason, instead: instead)
    }

    var expression: String { marked.replacing("«", with: "").replacing("»", with: "") }

    /// The marked place in UTF-8 offsets of the expression.
    var place: Range<Int>? {
      let parts = marked.split(omittingEmptySubsequences: false) { $0 == "«" || $0 == "»" }
      guard parts.count == 3 else { return nil }
      let start = parts[0].utf8.count
      return start..<start + parts[1].utf8.count
    }
  }

  @Test(
    "operators",
    arguments: [
      .refused(#"«1 + "a"»"#, "Z0406"),
      .refused(#"«"a" - "b"»"#, "Z0406"),
      .refused(#"«@"2026-01-01" + 1»"#, "Z0406"),
      .refused(#"«@"2026-01-01" + @"2026-01-02"»"#, "Z0406"),
      .refused(#"«@"P1D" * @"P1D"»"#, "Z0406"),
      .refused(#"«@"P1M" + @"P1D"»"#, "Z0406"),
      .refused("«true + 1»", "Z0406"),
      .refused("«[1] + [2]»", "Z0406"),
      .refused(#"«@"08:00:00" + @"P1M"»"#, "Z0406"),
      .refused("«price + days worked»", "Z0407", instead: "140.50"),
      .refused("«price * price»", "Z0407", instead: "14520.2500"),
      .refused("«price ** 2»", "Z0407", instead: "14520.2500"),
      .refused("«1 / price»", "Z0407", instead: "0.008298755186721991701244813278008299"),
      .refused(#"-«"a"»"#, "Z0401"),
      .refused("-«true»", "Z0401"),
      .refused("-«null»", "Z0405"),
      .refused("1 + «null»", "Z0405"),
      .refused(#"«1 = "a"»"#, "Z0408"),
      .refused("«price = days worked»", "Z0407", instead: "false"),
      .refused("«price > days worked»", "Z0407", instead: "true"),
      .refused(#"«1 < "a"»"#, "Z0408"),
      .refused(#"«@"2026-01-01" < @"2026-01-01T00:00:00"»"#, "Z0408"),
      .refused("«[1]» < [2]", "Z0409"),
      .refused("«true» > false", "Z0409"),
      .refused("«{a: 1}» <= {a: 2}", "Z0409"),
      .refused("«null» < 1", "Z0405"),
      .refused(#"«lease end» < @"2026-12-31""#, "Z0404"),
      .refused("1 between «null» and 3", "Z0405"),
      .refused(#"«5 between "a"» and 9"#, "Z0408"),
      .refused(#"grade = «"hihg"»"#, "Z0410", instead: "false"),
      .refused(#"grade in ("low", «"hgih"»)"#, "Z0410", instead: "false"),
      .refused(#"5 in «"a"»"#, "Z0408"),
      .refused(#"5 in «("a".."b")»"#, "Z0408"),
      .refused("days worked in «[price..200]»", "Z0407", instead: "false"),
      .refused("«1» and true", "Z0401", instead: "null"),
      .refused(#"true or «"a"»"#, "Z0401", instead: "true"),
      .refused("«null» and true", "Z0405", instead: "null"),
      .refused(#"if «"yes"» then 1 else 2"#, "Z0401", instead: "2"),
      .refused("if «null» then 1 else 2", "Z0405", instead: "2"),
      .refused(#"«if 1 < 2 then price else "none"»"#, "Z0411", instead: "120.50"),
      .refused(#"[1, «"a"»]"#, "Z0412", instead: #"[1, "a"]"#),
      .refused("[price, «days worked»]", "Z0412", instead: "[120.50, 20]"),
      .refused("{a: 1, «a»: 2}", "Z0208"),
      .refused(#"[«1.."a"»]"#, "Z0408"),
      .refused("[«true»..false]", "Z0409"),
      .refused("«days wroked» * 2", "Z0203"),
      .refused("person.«surname»", "Z0207"),
      .refused("days worked.«year»", "Z0207"),
      .refused("«lease end».year", "Z0404"),
      .refused("1 instance of «nmber»", "Z0206"),
      .refused("[1] instance of list<«nmber»>", "Z0206"),
      .refused("«unknown name»", "Z0203"),
      .refused(#"«@"2026-02-30"»"#, "Z0403"),
      .refused(#"«@"25:00:00"»"#, "Z0403"),
      .refused("«1e9999»", "Z0402"),
      .refused("«5»[item > 1]", "Z0401", instead: "[5]"),
      .refused(#"[1, 2][«"a"»]"#, "Z0401"),
      .refused("for i in «5» return i", "Z0401", instead: "[5]"),
      .refused("for i in «null» return i", "Z0405"),
      .refused(#"for i in «1.."a"» return i"#, "Z0408"),
      .refused("some i in [1] satisfies «1»", "Z0401"),
      .refused(#"for i in «"a"».."c" return i"#, "Z0401"),
      .refused(#"@"P1D".«years»"#, "Z0207"),
      .refused(#"@"2026-01-01".«hour»"#, "Z0207"),
      .refused(#"«@"P1Y" / @"P1D"»"#, "Z0406"),
      .refused(#"«@"P1Y" < @"P1D"»"#, "Z0408"),
      .refused(#"«@"P1Y" = @"P1D"»"#, "Z0408"),
      .refused("«(function(x) x) = 1»", "Z0408"),
      .refused("every i in «5» satisfies i > 1", "Z0401", instead: "true"),
    ] as [Case])
  func operators(_ entry: Case) throws {
    try expect(entry)
  }

  @Test(
    "calls",
    arguments: [
      .refused("not(«1»)", "Z0413"),
      .refused(#"«day of weak»(@"2026-01-01")"#, "Z0203"),
      .refused(#"«substring("abc")»"#, "Z0211"),
      .refused("upper case(«1»)", "Z0413"),
      .refused("upper case(«null»)", "Z0404"),
      .refused("string length(«lease end»)", "Z0404"),
      .refused(#"«substring(string: "abc", position: 2)»"#, "Z0211"),
      .refused(#"sum([price, «"a"»])"#, "Z0412"),
      .refused("sum(price, «days worked»)", "Z0412", instead: "140.50"),
      .refused("«max([true])»", "Z0414"),
      .refused(#"min(1, «"a"»)"#, "Z0412"),
      .refused(#"«before(1, "a")»"#, "Z0414"),
      .refused(#"«list contains([1], "a")»"#, "Z0414", instead: "false"),
      .refused("«days worked»(1)", "Z0415"),
      .refused(#"«"abs"»(-1)"#, "Z0415"),
      .refused("«null»()", "Z0415"),
      .refused(#"get value(person, «1»)"#, "Z0413"),
      .refused(#"matches("a", "a", «1»)"#, "Z0413"),
      .refused("list replace([1], «function(x) true», 2)", "Z0413"),
      .refused("all(«[1]»)", "Z0413"),
      .refused("context merge(«[person, null]»)", "Z0413"),
      .refused(#"string join(["a"], «1»)"#, "Z0413"),
      .refused(#"years and months duration(«"2026-01-01"», @"2026-02-01")"#, "Z0413"),
      .refused("count(«null»)", "Z0404"),
      .refused("«(function(x) x)(1, 2)»", "Z0212"),
      .refused(#"(function(x: number) x)(«"a"»)"#, "Z0401"),
      .refused("(function(x: number) x)(«null»)", "Z0404", instead: "null"),
      .refused(
        #"«function(a) external {java: {class: "java.lang.Math", "method signature": "abs(int)"}}»"#,
        "Z0213", instead: "function(a)"),
    ] as [Case])
  func calls(_ entry: Case) throws {
    try expect(entry)
  }

  @Test(
    "what cannot be seen before evaluation",
    arguments: [
      .fails(
        #"lease end in (> «@"2026-01-01"»)"#,
        .undefined(operation: ">", operands: ["null", "date"])),
      .fails("«days worked / 0»", .outOfDomain("/")),
      .fails("«days worked / (days worked - 20)»", .outOfDomain("/")),
      .fails("«sqrt(0 - days worked)»", .outOfDomain("sqrt")),
      .fails("«log(days worked - 20)»", .outOfDomain("log")),
      .fails("«9e6144 * days worked»", .outOfDomain("*")),
      .fails("«modulo(days worked, 0)»", .outOfDomain("modulo")),
      .fails(#"«substring("abc", days worked)»"#, .outOfDomain("substring")),
      .fails("«sublist([1, 2], days worked)»", .outOfDomain("sublist")),
      .fails("«remove([1, 2], days worked)»", .outOfDomain("remove")),
      .fails(#"«matches("a", "[")»"#, .outOfDomain("matches")),
      .fails(#"«number("1", "x", ".")»"#, .outOfDomain("number")),
      .fails("«odd(1.5)»", .outOfDomain("odd")),
      .fails(
        #"«@"10:00:00Z" < @"10:00:00"»"#, .undefined(operation: "<", operands: ["time", "time"])),
      .fails(
        #"«@"2026-01-01T00:00:00Z" - @"2026-01-01T00:00:00"»"#,
        .undefined(operation: "-", operands: ["date and time", "date and time"])),
      .fails(
        #"«@"P1D" / 0»"#,
        .undefined(operation: "/", operands: ["days and time duration", "number"])),
      .fails(#"«matches("a", "a", "y")»"#, .outOfDomain("matches")),
      .fails("«list replace([1], 0, 2)»", .outOfDomain("list replace")),
      .fails("«insert before([1], 5, 2)»", .outOfDomain("insert before")),
      .fails("«decimal(1.5, 100000)»", .outOfDomain("decimal")),
      .fails("«stddev([days worked])»", .outOfDomain("stddev")),
      .fails(
        #"«get value(person, "name") + 1»"#,
        .undefined(operation: "+", operands: ["string", "number"])),
      .fails(
        #"«get value(person, "name") < 1»"#,
        .undefined(operation: "<", operands: ["string", "number"])),
      .fails(#"«-get value(person, "name")»"#, .undefined(operation: "-", operands: ["string"])),
      .fails(
        #"if «get value(person, "name")» then 1 else 2"#,
        .undefined(operation: "if", operands: ["string"]), instead: "2"),
      .fails(
        #"«get value(person, "name")» and true"#,
        .undefined(operation: "and", operands: ["string"]), instead: "null"),
      .fails(
        #"true and «get value(person, "name")»"#,
        .undefined(operation: "and", operands: ["string"]), instead: "null"),
      .fails(
        #"«get value(person, "none") + 1»"#,
        .undefined(operation: "+", operands: ["null", "number"])),
      .fails(
        #"«get value(person, "name").first»"#, .undefined(operation: ".first", operands: ["string"])
      ),
      .fails(
        #"«get value(person, "none").first»"#, .undefined(operation: ".first", operands: ["null"])),
      .fails(
        #"«for i in get value(person, "none") return i»"#,
        .undefined(operation: "for", operands: ["null"])),
      .fails(
        #"[1, 2][«get value(person, "name")»]"#, .undefined(operation: "[…]", operands: ["string"])),
      .fails(
        #"some i in [get value(person, "name")] satisfies «i»"#,
        .undefined(operation: "some", operands: ["string"])),
      .fails(
        #"«get value(person, "name")(1)»"#, .undefined(operation: "call", operands: ["string"])),
      .fails(#"«upper case(get value(person, "none"))»"#, .nullUsed("upper case")),
      .fails(#"«abs(get value(person, "name"))»"#, .wrongArguments(function: "abs")),
      .fails(
        #"«[get value(person, "name")..5]»"#,
        .undefined(operation: "range", operands: ["string", "number"])),
      .fails(
        #"«get value(person, "name") between 1 and 2»"#,
        .undefined(operation: "between", operands: ["string", "number"])),
      .fails(
        #"«(function(x: number) x)(get value(person, "name"))»"#,
        .wrongType(expected: "number", found: "string")),
      .fails(
        #"«1 = get value(person, "name")»"#,
        .undefined(operation: "=", operands: ["number", "string"])),
      .fails("«sort([1, 2], function(x, y) x)»", .outOfDomain("sort")),
      .fails(#"«context([{key: "a", value: 1}, {key: "a", value: 2}])»"#, .outOfDomain("context")),
      .fails(#"«context put({a: 1}, ["a", "b"], 2)»"#, .outOfDomain("context put")),
      .fails("«string(null)»", .nullUsed("string")),
      .fails("«concatenate([1], null)»", .outOfDomain("concatenate")),
      .fails(
        #"«date(999999999, 12, 31) + @"P1D"»"#,
        .undefined(operation: "+", operands: ["date", "days and time duration"])),
      .fails(#"«replace("a", "a", "$")»"#, .outOfDomain("replace")),
    ] as [Case])
  func failures(_ entry: Case) throws {
    try expect(entry)
  }

  @Test("the clock is not read", arguments: ["today()", "now()"])
  func clock(_ expression: String) throws {
    #expect(try FEELPageSandbox.standard(expression).failures.isEmpty)
    #expect(FEELPageSandbox.strict(expression).text == "Z0424")
  }

  @Test(
    "null is the answer where a function may have none",
    arguments: [
      #"number("a", null, null)"#,
      "date(2026, 2, 30)",
      #"date("x")"#,
      #"get value({}, "a")"#,
      "[5][9]",
      "min([])",
      #"range("[5..1]")"#,
      #"duration("x")"#,
    ])
  func nulls(_ expression: String) throws {
    #expect(try FEELPageSandbox.standard(expression).value == "null")
    #expect(FEELPageSandbox.strict(expression).text == "null")
  }

  private func expect(_ entry: Case) throws {
    let reply = try FEELPageSandbox.standard(entry.expression)
    #expect(reply.value == entry.instead ?? "null")
    #expect(reply.failures.isEmpty == (entry.instead != nil))

    let place: SourceRange?
    switch FEELPageSandbox.strict(entry.expression) {
    case .value(let value):
      Issue.record("a rule file takes it for \(value)")
      return
    case .refusal(let diagnostics):
      #expect(diagnostics.map(\.code) == [entry.code])
      place = diagnostics.first?.range
    case .failure(let failure):
      #expect(failure.reason == entry.reason)
      place = failure.range
    }
    #expect(place.map { $0.lowerBound..<$0.upperBound } == entry.place)
  }
}
