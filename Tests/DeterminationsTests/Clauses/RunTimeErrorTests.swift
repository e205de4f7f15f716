import Diagnostics
import Testing

@testable import Determinations

@Suite("what cannot be computed")
struct RunTimeErrorTests {
  private func rules(_ amount: String, _ rest: String = "") -> String {
    """
    facts:
      price: {type: money, unit: CNY}
      heads: {type: number}
      day: {type: number}
      kind: {type: text}
    \(rest)
    criteria:
      asked:
        require: price >= 0 or heads >= 0 or day >= 0 or kind = ""
        source: S
    benefits:
      aid:
        pays: once
        amount: round half up(\(amount), 2)
        unit: CNY
        source: S
    """
  }

  private func failure(_ rules: String, _ facts: String) throws -> Diagnostic {
    let decisions = try TinyRules(rules).decisions("facts: {\(facts)}")
    #expect(decisions.determinations.isEmpty)
    return try #require(decisions.diagnostics.first)
  }

  @Test("a division by zero is an error with its place, never an amount")
  func division() throws {
    let diagnostic = try failure(rules("price / heads"), "price: 1, heads: 0, day: 1, kind: a")
    #expect(diagnostic.code == "Z1015")
    #expect(diagnostic.range?.text == "price / heads")
  }

  @Test(
    "what has no result says why, each in its own words",
    arguments: [
      ("price / heads", "a division by zero", "除以零"),
      ("price * sqrt(heads - 1)", "the number is negative", "负数"),
      ("price * string length(substring(kind, heads))", "no such position", "没有这个位置"),
      (#"if matches(kind, "(") then price else price"#, "the pattern", "模式"),
    ])
  func reasons(amount: String, english: String, chinese: String) throws {
    let diagnostic = try failure(rules(amount), "price: 1, heads: 0, day: 1, kind: a")
    #expect(diagnostic.code == "Z1015")
    #expect(diagnostic.message.en.contains(english), "\(diagnostic.message.en)")
    #expect(diagnostic.message.zh.contains(chinese), "\(diagnostic.message.zh)")
    #expect(diagnostic.message.en.contains("division") == (amount == "price / heads"))
  }

  @Test("a division by what is not known waits")
  func divisionByUnknown() throws {
    let determination = try TinyRules(rules("price / heads")).decide(
      "facts: {price: 1, day: 1, kind: a}")
    #expect(determination.outcome == .eligible)
    #expect(determination.asksFor == ["heads"])
  }

  @Test("null that is used is an error with its place")
  func nullUsed() throws {
    let table = """
      decisions:
        share:
          type: number
          table: |
            | U | kind || share || source |
            | 1 | "a"  || 1     || S      |
      """
    let diagnostic = try failure(
      rules("price * share", table), "price: 1, heads: 1, day: 1, kind: b")
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.range != nil)
  }

  @Test("a table with a default needs no row that matches")
  func tableDefault() throws {
    let table = """
      decisions:
        share:
          type: number
          table: |
            | U | kind || share || source |
            | 1 | "a"  || 1     || S      |
          default: 0.5
      """
    let determination = try TinyRules(rules("price * share", table)).decide(
      "facts: {price: 1, heads: 1, day: 1, kind: b}")
    #expect(determination.amounts == ["0.50"])
  }

  @Test("rows that match together in a table that allows one are an error")
  func hitPolicy() throws {
    let table = """
      decisions:
        share:
          type: number
          table: |
            | U | price || share || source |
            | 1 | > 1   || 1     || S      |
            | 2 | > 2   || 2     || S      |
          default: 0
      """
    let diagnostic = try failure(
      rules("price * share", table), "price: 3, heads: 1, day: 1, kind: b")
    #expect(diagnostic.code == "Z1020")
  }

  @Test("a branch that is not taken may hold what cannot be computed")
  func branch() throws {
    let determination = try TinyRules(rules("if heads = 0 then 0 else price / heads")).decide(
      "facts: {price: 1, heads: 0, day: 1, kind: b}")
    #expect(determination.amounts == ["0.00"])
  }

  @Test("what cannot be computed behind something unknown that may decide first is no error")
  func behindUnknown() throws {
    let rules = rules("1").replacing(
      "price >= 0 or heads >= 0 or day >= 0 or kind = \"\"",
      with: "some n in [price, 1] satisfies n > 5 or day / heads > 0 or kind = \"\"")
    let determination = try TinyRules(rules).decide("facts: {heads: 0, day: 1, kind: a}")
    #expect(determination.outcome == .undetermined)
    #expect(
      try TinyRules(rules).decide("facts: {price: 6, heads: 0, day: 1, kind: a}").outcome
        == .eligible)
  }
}
