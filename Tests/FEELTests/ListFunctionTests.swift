import FEEL
import Testing

@Suite struct ListFunctionTests {
  @Test(
    "functions that look at one list",
    arguments: [
      ("list contains([1, 2], 2.0)", "true"), ("list contains([1, null], null)", "true"),
      (#"list contains([1, 2], "2")"#, "false"), ("list contains([], 1)", "false"),
      ("list contains([[1], [2]], [2])", "true"), ("list contains(5, 5)", "true"),
      ("list contains(null, 1)", "null"), ("list contains(list: [1], element: 1)", "true"),
      ("count([1, null, 3])", "3"), ("count([])", "0"), ("count(7)", "1"), ("count(null)", "null"),
      ("count(1, 2)", "null"),
      ("reverse([1, 2, 3])", "[3, 2, 1]"), ("reverse([])", "[]"),
      ("index of([1, 2, 1, null], 1)", "[1, 3]"), ("index of([1, null], null)", "[2]"),
      ("index of([], 1)", "[]"),
      (#"distinct values([1, 1.0, "1", null, [1], [1], null])"#, #"[1, "1", null, [1]]"#),
      (#"distinct values([@"P1D", @"PT24H", @"P1M"])"#, #"[@"P1D", @"P1M"]"#),
    ])
  func looking(_ expression: String, _ value: String) throws {
    try Sandbox().expect(expression, value)
  }

  @Test(
    "positions count from 1 or from the end, and must be there",
    arguments: [
      ("sublist([1, 2, 3], 2)", "[2, 3]"), ("sublist([1, 2, 3], 1, 2)", "[1, 2]"),
      ("sublist([1, 2, 3], -2, 1)", "[2]"), ("sublist([1, 2, 3], 3, 2)", "null"),
      ("sublist([1, 2, 3], 2, 0)", "[]"), ("sublist([1, 2, 3], 0)", "null"),
      ("sublist([1, 2, 3], 4)", "null"), ("sublist([1, 2, 3], 1, 1e30)", "null"),
      ("sublist([1, 2, 3], -1e30)", "null"), ("sublist([1, 2, 3], 1, -1)", "null"),
      ("remove([1, 2, 3], 2)", "[1, 3]"), ("remove([1, 2, 3], -1)", "[1, 2]"),
      ("remove([1], 2)", "null"), ("remove([], 1)", "null"),
      ("insert before([1, 3], 2, 2)", "[1, 2, 3]"), ("insert before([1, 3], -1, 2)", "[1, 2, 3]"),
      ("insert before([1], 2, 2)", "null"), ("insert before([1], 1, null)", "[null, 1]"),
      ("list replace([1, 2, 3], 2, 9)", "[1, 9, 3]"),
      ("list replace([1, 2, 3], -1, 9)", "[1, 2, 9]"),
      ("list replace([1, 2, 3], 2.9, 9)", "[1, 9, 3]"), ("list replace([1], 0, 9)", "null"),
      ("list replace([1, 5], function(item, newItem) item < newItem, 3)", "[3, 5]"),
      ("list replace([1, 5], function(item) true, 3)", "null"),
      (#"list replace([1, 5], function(item, newItem) "yes", 3)"#, "null"),
      ("list replace(list: [1], match: function(item, newItem) true, newItem: 2)", "[2]"),
    ])
  func positions(_ expression: String, _ value: String) throws {
    try Sandbox().expect(expression, value)
  }

  @Test(
    "functions that make a list of others",
    arguments: [
      ("append([1], 2, 3)", "[1, 2, 3]"), ("append([1], [2, 3])", "[1, [2, 3]]"),
      ("append([], null)", "[null]"), ("append(1, 2)", "[1, 2]"), ("append([1])", "null"),
      ("append(null, 1)", "null"), ("append(list: [1], item: 2)", "[1, 2]"),
      ("concatenate([1], [2, 3], [])", "[1, 2, 3]"), ("concatenate([1, 2])", "[1, 2]"),
      ("concatenate([[1], [2]])", "[[1], [2]]"), ("concatenate([[1]], [[2]])", "[[1], [2]]"),
      ("concatenate([1], 2)", "[1, 2]"), ("concatenate([1], null)", "null"),
      ("union([1, 2], [2, 3], [1])", "[1, 2, 3]"), ("union([1, 1])", "[1]"),
      ("flatten([[1, 2], [[3]], 4, []])", "[1, 2, 3, 4]"), ("flatten(1)", "[1]"),
      ("flatten([{a: [1]}])", "[{a: [1]}]"), ("flatten(null)", "null"),
    ])
  func combining(_ expression: String, _ value: String) throws {
    try Sandbox().expect(expression, value)
  }

  @Test(
    "sorting keeps equal elements in order and takes any function of two",
    arguments: [
      ("sort([3, 1, 2], function(x, y) x < y)", "[1, 2, 3]"),
      (#"sort(list: ["a", "c", "b"], precedes: function(x, y) x > y)"#, #"["c", "b", "a"]"#),
      (
        "sort([{k: 1, n: 1}, {k: 0, n: 2}, {k: 1, n: 3}, {k: 0, n: 4}], "
          + "function(x, y) x.k < y.k).n",
        "[2, 4, 1, 3]"
      ),
      ("sort([2, 1], before)", "[1, 2]"), ("sort([], function(x, y) x < y)", "[]"),
      ("sort([2, 1], function(x) true)", "null"), ("sort([2, 1], function(x, y) 1)", "null"),
      (#"sort([2, "a"], function(x, y) x < y)"#, "null"), ("sort([2, 1])", "null"),
      ("sort(null, before)", "null"),
    ])
  func sorting(_ expression: String, _ value: String) throws {
    try Sandbox().expect(expression, value)
  }

  @Test(
    "lists keep what they are lists of",
    arguments: [
      ("sort(prices, function(x, y) x < y)", "list<CNY>"), ("reverse(prices)", "list<CNY>"),
      ("distinct values(prices)", "list<CNY>"), ("sublist(prices, 1)", "list<CNY>"),
      ("append(prices, price, 3)", "list<CNY>"), (#"append(prices, "a")"#, "Z0414"),
      ("concatenate(prices, [price])", "list<CNY>"), ("concatenate(prices)", "list<CNY>"),
      (#"concatenate(prices, ["a"])"#, "Z0412"), ("flatten([[price], prices])", "list<CNY>"),
      ("index of(prices, price)", "list<number>"), (#"list contains(prices, "a")"#, "Z0414"),
      ("list contains(prices, 3)", "boolean"), ("list contains(prices, null)", "boolean"),
      ("list replace(prices, 1, price)", "list<CNY>"), ("count(prices)", "number"),
      ("insert before(prices, 1, null)", "list<CNY or null>"),
    ])
  func types(_ expression: String, _ typing: String) throws {
    let sandbox = Sandbox(facts: [
      .init(name: "price", type: .yuan, value: .null),
      .init(name: "prices", type: .list(.yuan), value: .list([])),
    ])
    #expect(try sandbox.typing(expression) == typing)
  }
}
