import Diagnostics
import FEELSyntax
import Testing

@Suite("names")
struct NameTests {
  static let known = [
    "values in a list", "Pre-bureau risk category", "Approved/Declined", "Person.Gender",
    "Person's description", "🐎 name", "subsidy", "subsidy share", "days in weekend", "foo",
    "金额（元）", "Extra days case 1", "every month", "in the region", "x*y",
  ]

  @Test(
    "names that an expression binds itself are not taken from its surroundings",
    arguments: [
      ("{a: b, c: a, d: {e: c, f: e}}", ["b"]), ("{a: a}", ["a"]), ("{a: 1}.a + a", ["a"]),
      ("for i in j, k in i return i + k + l", ["j", "l"]), ("for i in i..k return i", ["i", "k"]),
      ("some i in [i] satisfies i = j", ["i", "j"]), ("(function(a) a + b)(c)", ["b", "c"]),
      ("[1][a > item]", ["a", "item"]), ("f(a: b)", ["b", "f"]),
      ("a in (b, [c..d])", ["a", "b", "c", "d"]),
    ])
  func used(text: String, expected: [String]) throws {
    #expect(try tree(text, names: ["a", "b", "c"]).namesUsed.sorted() == expected)
  }

  @Test(
    "the longest name in scope is read",
    arguments: [
      (
        "every i in values in a list satisfies even(i)",
        "(every ‹i›:‹values in a list› (call ‹even› ‹i›))"
      ),
      ("for i in days in weekend return i", "(for ‹i›:‹days in weekend› ‹i›)"),
      ("Pre-bureau risk category + 1", "(+ ‹Pre-bureau risk category› 1)"),
      ("Approved/Declined = 1", "(= ‹Approved/Declined› 1)"),
      ("Approved / Declined", "(/ ‹Approved› ‹Declined›)"),
      ("Person.Gender", "‹Person.Gender›"), ("Person . Gender", "(. ‹Person› Gender)"),
      ("Person.Name", "(. ‹Person› Name)"), ("Person's description", "‹Person's description›"),
      ("🐎 name", "‹🐎 name›"), ("subsidy   share\n* 2", "(* ‹subsidy share› 2)"),
      ("subsidy /* of */ share", "‹subsidy share›"), ("subsidy + share", "(+ ‹subsidy› ‹share›)"),
      ("subsidy-share", "(- ‹subsidy› ‹share›)"), ("金额（元） > 5", "(> ‹金额（元）› 5)"),
      ("max( Extra days case 1, 2)", "(call ‹max› ‹Extra days case 1› 2)"),
      ("every month > 3", "(> ‹every month› 3)"),
      ("grants[in the region]", "(filter ‹grants› ‹in the region›)"),
      ("[1..b[in the region]]", "[1..(filter ‹b› ‹in the region›)]"),
      ("x*y*z", "(* ‹x*y› ‹z›)"), ("x * y", "(* ‹x› ‹y›)"), ("foobar", "‹foobar›"),
      ("foo-bar", "(- ‹foo› ‹bar›)"),
    ])
  func longestMatch(text: String, expected: String) throws {
    #expect(shape(try tree(text, names: Self.known)) == expected)
  }

  @Test(
    "words that make no known name are one unknown name",
    arguments: [
      ("disabilty grade", "‹disabilty grade›"), ("subsidy shere * 2", "(* ‹subsidy shere› 2)"),
      ("disabilty grade and b", "(and ‹disabilty grade› ‹b›)"),
      ("if some flag then 1 else 2", nil), ("残疾 等级 + 1", "(+ ‹残疾 等级› 1)"),
      ("x in a list", "(in ‹x› {‹a list›})"), ("case 12 + 1", "(+ ‹case 12› 1)"),
      ("year of birth", "‹year of birth›"),
    ] as [(String, String?)])
  func unknownNames(text: String, expected: String?) throws {
    guard let expected else {
      #expect(parsed(text, names: Self.known).tree == nil)
      return
    }
    #expect(shape(try tree(text, names: Self.known)) == expected)
  }

  @Test("members are read behind a dot and inside filters only")
  func members() throws {
    let members = ["pre-tax income", "in kind"]
    let path = try tree("person.pre-tax income + 1", members: members)
    #expect(shape(path) == "(+ (. ‹person› pre-tax income) 1)")
    let filter = try tree("people[pre-tax income > 1]", members: members)
    #expect(shape(filter) == "(filter ‹people› (> ‹pre-tax income› 1))")
    let outside = try tree("pre-tax income", members: members)
    #expect(shape(outside) == "(- ‹pre› ‹tax income›)")
    #expect(shape(try tree("person.in kind", members: members)) == "(. ‹person› in kind)")
  }

  @Test("names can be added to a scope")
  func adding() throws {
    let names = NamesInScope(["a b"]).adding(["a-b"], members: ["c-d"])
    let result = parseExpression(SourceText("a-b.c-d + a b", name: "test"), names: names)
    #expect(shape(try #require(result.tree)) == "(+ (. ‹a-b› c-d) ‹a b›)")
  }
}
