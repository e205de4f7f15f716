import Diagnostics
import FEELSyntax
import Testing

@Suite("expressions")
struct ExpressionTests {
  @Test(
    "operators bind as the standard's tests pin them",
    arguments: [
      ("1 + 2 * 3", "(+ 1 (* 2 3))"),
      ("1 - 2 - 3", "(- (- 1 2) 3)"),
      ("2 ** 3 ** 2", "(** (** 2 3) 2)"),
      ("-5 ** 2", "(** (- 5) 2)"),
      ("2 ** -n", "(** 2 (- ‹n›))"),
      ("-x.y[1]", "(- (filter (. ‹x› y) 1))"),
      ("--1", "(- (- 1))"),
      ("(1 + 2) * 3", "(* (+ 1 2) 3)"),
      ("a or b and c", "(or ‹a› (and ‹b› ‹c›))"),
      ("a = 1 and b != 2", "(and (= ‹a› 1) (!= ‹b› 2))"),
      ("a + 1 < b * 2", "(< (+ ‹a› 1) (* ‹b› 2))"),
      ("x between 1 and 2 and y", "(and (between ‹x› 1 2) ‹y›)"),
      ("x between 1 + 1 and 2 or y", "(or (between ‹x› (+ 1 1) 2) ‹y›)"),
      ("1 instance of number and true", "(and (instance 1 number) true)"),
      ("-5 instance of number", "(instance (- 5) number)"),
      ("-x instance of number", "(- (instance ‹x› number))"),
      ("1 + x instance of number", "(+ 1 (instance ‹x› number))"),
      ("1 + if a then b else c + 1", "(+ 1 (if ‹a› ‹b› (+ ‹c› 1)))"),
    ])
  func precedence(text: String, expected: String) throws {
    #expect(shape(try tree(text)) == expected)
  }

  @Test(
    "literals are read as they are written",
    arguments: [
      (".5", ".5"), ("-.872", "(- .872)"), ("1.23e4", "1.23e4"), ("1.2E-3", "1.2E-3"),
      ("1.23e+4", "1.23e+4"), ("1.20", "1.20"), ("null", "null"), ("true", "true"),
      ("@\"2020-01-01\"", "@\"2020-01-01\""), ("@ \"P1D\"", "@\"P1D\""),
      ("\"a\\nb\\t\\\"c\\\\\"", "\"a\nb\t\"c\\\""), ("\"\\uD83D\\uDE00\"", "\"😀\""),
      ("\"\\U01F40E\"", "\"🐎\""), ("\"\\\\u0009\"", "\"\\u0009\""),
      ("\"\\s+\\p{L}\"", "\"\\s+\\p{L}\""),
      ("\"\\u00e9\"", "\"é\""), ("\"it\\'s\"", "\"it's\""),
      ("\"// no comment\"", "\"// no comment\""),
      ("1 // one", "1"), ("/* a */ 1 /* b */ + /* c */ 2", "(+ 1 2)"),
      ("1 +\n 2", "(+ 1 2)"), ("1\u{3000}+\u{A0}2\u{FEFF}", "(+ 1 2)"),
    ])
  func literals(text: String, expected: String) throws {
    #expect(shape(try tree(text)) == expected)
  }

  @Test(
    "ranges, lists and parentheses are told apart",
    arguments: [
      ("[1..5]", "[1..5]"), ("(1..5)", "(1..5)"), ("]1..5[", "(1..5)"), ("[1..5[", "[1..5)"),
      ("(1..5]", "(1..5]"), ("]1..5]", "(1..5]"), ("[1 .. 5]", "[1..5]"), ("[1...5]", "[1...5]"),
      ("[a..b[1]]", "[‹a›..(filter ‹b› 1)]"), ("[1..b[-1]]", "[1..(filter ‹b› (- 1))]"),
      ("[1..10[ = [1..10)", "(= [1..10) [1..10))"), ("[[1..5[]", "(list [1..5))"),
      ("[[1..5[, 2]", "(list [1..5) 2)"), ("[1..5[.end", "(. [1..5) end)"),
      ("[(1..2)..(3)]", "[(1..2)..3]"), ("[]", "(list)"), ("[1]", "(list 1)"),
      ("[1, 2]", "(list 1 2)"), ("(> 5)", "(range> 5)"), ("(<=5)", "(range<= 5)"),
      ("(=5)", "(range= 5)"), ("(!=5)", "(range!= 5)"), ("(<10).end", "(. (range< 10) end)"),
      ("[\"a\"..\"c\"]", "[\"a\"..\"c\"]"), ("5 in ]1..5]", "(in 5 {(1..5]})"),
    ])
  func ranges(text: String, expected: String) throws {
    #expect(shape(try tree(text)) == expected)
  }

  @Test(
    "`in` takes a test, tests in parentheses, or a value",
    arguments: [
      ("5 in > 3", "(in 5 {>3})"), ("10 in !=11", "(in 10 {!=11})"), ("5 in (> 3)", "(in 5 {>3})"),
      ("5 in (> 3, < 2)", "(in 5 {>3, <2})"), ("x in [1..5]", "(in ‹x› {[1..5]})"),
      ("x in (1..5)", "(in ‹x› {(1..5)})"), ("x in (1..5]", "(in ‹x› {(1..5]})"),
      ("\"d\" in (\"c\", < \"c\", >=\"d\")", "(in \"d\" {\"c\", <\"c\", >=\"d\"})"),
      ("1 in (1)", "(in 1 {1})"), ("x in (a)", "(in ‹x› {‹a›})"),
      ("x in ((> 5))", "(in ‹x› {(range> 5)})"),
      ("x in (a + b) * c", "(in ‹x› {(* (+ ‹a› ‹b›) ‹c›)})"),
      ("x in (a)[1]", "(in ‹x› {(filter ‹a› 1)})"),
      ("x in (a = b, c)", "(in ‹x› {(= ‹a› ‹b›), ‹c›})"),
      ("x in a and b", "(and (in ‹x› {‹a›}) ‹b›)"),
      ("5 in (null..10]", "(in 5 {(null..10]})"),
      ("1 in [2,3,1] and not(2 in (3))", "(and (in 1 {(list 2 3 1)}) (call ‹not› (in 2 {3})))"),
    ])
  func membership(text: String, expected: String) throws {
    #expect(shape(try tree(text)) == expected)
  }

  @Test(
    "paths, filters and invocations follow one another",
    arguments: [
      ("a.b.c", "(. (. ‹a› b) c)"), ("a[b = 1].c[2]", "(filter (. (filter ‹a› (= ‹b› 1)) c) 2)"),
      ("f()", "(call ‹f›)"), ("f(1, 2)(3)", "(call (call ‹f› 1 2) 3)"),
      ("list replace ( 1, 1, 5)", "(call ‹list replace› 1 1 5)"),
      (
        "number(from: x, grouping separator: \",\", decimal separator: null)",
        "(call ‹number› from=‹x› grouping separator=\",\" decimal separator=null)"
      ),
      ("true()", "(call true)"), ("\"abs\"(-1)", "(call \"abs\" (- 1))"),
      ("{a: 1}.a", "(. {a=1} a)"),
      (
        "date and time(\"2020-01-01\").time offset",
        "(. (call ‹date and time› \"2020-01-01\") time offset)"
      ),
      ("x.end included", "(. ‹x› end included)"), ("100[1]", "(filter 100 1)"),
    ])
  func suffixes(text: String, expected: String) throws {
    #expect(shape(try tree(text)) == expected)
  }

  @Test(
    "loops, conditions, functions and contexts are read with their names",
    arguments: [
      ("for i in 1..3 return i", "(for ‹i›:1..3 ‹i›)"),
      ("for i in 1+1..1+3 return i", "(for ‹i›:(+ 1 1)..(+ 1 3) ‹i›)"),
      ("for x in xs, y in x return x * y", "(for ‹x›:‹xs› ‹y›:‹x› (* ‹x› ‹y›))"),
      (
        "for i in 0..4 return if i = 0 then 1 else i * partial[-1]",
        "(for ‹i›:0..4 (if (= ‹i› 0) 1 (* ‹i› (filter ‹partial› (- 1)))))"
      ),
      ("some x in [1, 2] satisfies x > 1", "(some ‹x›:(list 1 2) (> ‹x› 1))"),
      ("every the item in xs satisfies the item > 1", "(every ‹the item›:‹xs› (> ‹the item› 1))"),
      ("if a then b else if c then d else e", "(if ‹a› ‹b› (if ‹c› ‹d› ‹e›))"),
      ("function(a: number, b) a + b", "(function [a:number b] (+ ‹a› ‹b›))"),
      ("function() \"foo\"", "(function [] \"foo\")"),
      (
        "function(unit price: number) unit price * 2",
        "(function [unit price:number] (* ‹unit price› 2))"
      ),
      (
        "function(f: function<number, string> -> boolean, b) 1",
        "(function [f:function<number, string> -> boolean b] 1)"
      ),
      (
        "function(n1) external {java: {class: \"C\", method signature: \"m(int)\"}}",
        "(external [n1] {java={class=\"C\" method signature=\"m(int)\"}})"
      ),
      ("{}", "{}"), ("{foo+bar: 1}", "{foo+bar=1}"),
      ("{foo bar: 1, b: foo bar}", "{foo bar=1 b=‹foo bar›}"),
      ("{\"foo+bar((!!],foo\": 1}", "{foo+bar((!!],foo=1}"), ("{🐎: \"bar\"}", "{🐎=\"bar\"}"),
      ("{a-b: 1, c: {d: a-b - 1}}", "{a-b=1 c={d=(- ‹a-b› 1)}}"),
      ("{a-b: {c-d: 1}, e: a-b.c-d}", "{a-b={c-d=1} e=(. ‹a-b› c-d)}"),
      ("[{a-b: 1}][a-b > 0]", "(filter (list {a-b=1}) (> ‹a-b› 0))"),
      ("{if: 1, for each: 2}", "{if=1 for each=2}"),
    ])
  func constructs(text: String, expected: String) throws {
    #expect(shape(try tree(text)) == expected)
  }

  @Test("a name that went out of scope is an operation again")
  func scopesEnd() throws {
    #expect(shape(try tree("[{a-b: 1, c: a-b}, a-b]")) == "(list {a-b=1 c=‹a-b›} (- ‹a› ‹b›))")
    #expect(
      shape(try tree("[for x-y in z return x-y, x-y]"))
        == "(list (for ‹x-y›:‹z› ‹x-y›) (- ‹x› ‹y›))")
  }

  @Test(
    "types are read",
    arguments: [
      "number", "date and time", "days and time duration", "years and months duration",
      "list<number>", "range<number>", "context<a: string, b: list<date>>",
      "function<number, string> -> boolean", "function<> -> Any", "list<list<list<Any>>>",
      "context<>", "Model B.tPerson", "context<first name: string>", "my type",
    ])
  func types(text: String) throws {
    let result = parseType(SourceText(text, name: "test"), names: NamesInScope([]))
    let type = try #require(result.tree)
    #expect(type.text == text)
    #expect(type.range.text == text)
    #expect(shape(try tree("x instance of \(text) and y")) == "(and (instance ‹x› \(text)) ‹y›)")
  }

  @Test(
    "`NAME at(DATE)` is read in rule files only",
    arguments: [
      ("nothing paid at(month - @\"P2M\")", "(at ‹nothing paid› (- ‹month› @\"P2M\"))"),
      ("a.b at(d).c + 1", "(+ (. (at (. ‹a› b) ‹d›) c) 1)"),
      ("base at (d)", "(at ‹base› ‹d›)"), ("at(1)", "(call ‹at› 1)"),
    ])
  func at(text: String, expected: String) throws {
    let options = ParsingOptions(allowsAt: true)
    #expect(shape(try tree(text, names: ["nothing paid"], options: options)) == expected)
    #expect(shape(try tree("nothing paid at(d)")) == "(call ‹nothing paid at› ‹d›)")
  }

  @Test("every part knows where it stands")
  func ranges() throws {
    let text = "  (a + bb) * sum(c, 10) "
    let whole = try tree(text)
    #expect(whole.range.text == "(a + bb) * sum(c, 10)")
    guard case .arithmetic(.multiply, let left, let right) = whole.kind else {
      Issue.record("no product")
      return
    }
    #expect(left.range.text == "(a + bb)")
    #expect(right.range.text == "sum(c, 10)")
    #expect(right.range.lowerBound == 13)
    guard case .arithmetic(.add, _, let second) = left.kind else {
      Issue.record("no sum")
      return
    }
    #expect(second.range.text == "bb")
  }
}
