import FEEL
import Quantities
import Testing

/// `n` is 0 or more, `days worked` is from 1 to 12, `d` lies before 2026, `nullable number` is null or
/// more than 3, and of the records in `rs` and the days in `ds`, at least one of these, each lies before
/// 2026; nothing else is known.
@Suite("values of which only an extent is known")
struct ExtentTests {
  private static let values: [Value] = RandomFacts.all.indices.map { index in
    let early = Extent.day(DaySpan(low: nil, high: CalendarDate("2025-12-31")))
    func unknown(_ extent: Extent?) -> Value {
      .unknown(Unknown(causes: [.init(item: index)], extent: extent))
    }
    let extent: Extent? =
      switch RandomFacts.all[index].name {
      case "n": .number(NumberSpan(low: .zero, high: nil))
      case "days worked": .number(NumberSpan(low: .one, high: Decimal128(12)))
      case "nullable number": .orNull(.number(NumberSpan(low: Decimal128(4), high: nil)))
      case "d": early
      case "ds": .list(count: 1...5, each: unknown(early))
      case "rs":
        .list(
          count: 0...Int.max,
          each: .context(
            ContextValue([("n", unknown(nil)), ("b", .boolean(true)), ("d", unknown(early))])))
      default: nil
      }
    return unknown(extent)
  }

  private static func result(_ text: String) throws -> Value {
    let trial = try #require(ExpressionTrial(text))
    guard case .value(let value) = trial.result(.strict, values) else {
      throw CancellationError()
    }
    return value
  }

  @Test(
    "decide what does not depend on which they are",
    arguments: [
      ("n >= 0", "true"), ("n < 0", "false"), ("n = -1", "false"), ("n != -0.5", "true"),
      ("days worked > 12", "false"), ("days worked between 1 and 12", "true"),
      ("days worked in [1..12]", "true"), ("days worked in [13..20]", "false"),
      ("n + days worked >= 1", "true"), ("days worked - 12 <= 0", "true"),
      ("n * days worked >= 0", "true"), ("-n > 0", "false"), ("days worked / 4 > 3", "false"),
      ("days worked * -2 < 0", "true"), ("sum([days worked, n, 3]) > 3", "true"),
      ("max(days worked, 20) = 20", "true"), ("min(0, n) = 0", "true"),
      ("round half up(min(0.01, n) * 0.03, 2)", "0.00"), ("floor(days worked / 100)", "0"),
      ("(if b then days worked else n + 1) >= 1", "true"),
      ("count([days worked, n][item > 20]) <= 2", "true"),
      ("n * 0 = 0", "true"), ("(n + days worked) * 0 = 0", "true"),
      ("count(for item in ns return item) < 0", "false"),
      (#"d < @"2026-01-01""#, "true"), (#"d = @"2026-01-01""#, "false"), ("d.year = 2026", "false"),
      ("d = null", "false"), ("d.month <= 12", "true"), ("d.weekday > 7", "false"),
      (#"d + @"P1M" <= @"2026-01-31""#, "true"), (#"d - @"P1D" > @"2025-12-30""#, "false"),
      (#"d - (d.day - 1) * @"P1D" <= @"2025-12-31""#, "true"),
      (#"d + days worked * @"P1M" > @"2026-12-31""#, "false"),
      (#"@"2026-01-31" - @"P1D" * days worked >= @"2026-01-19""#, "true"),
      (#"@"2026-01-31" + days worked * @"-P1M" < @"2025-01-31""#, "false"),
      (#"n * @"P1D" = null"#, "false"),
      (#"max(ds) > @"2025-12-31""#, "false"), (#"max(d, @"2026-02-01") = @"2026-02-01""#, "true"),
      ("count(for x in [1, 2, 3], y in (if x = 2 then ns else [x]) return y) >= 2", "true"),
      ("(some x in [1, 2, 3], y in (if x = 2 then ns else [x]) satisfies y = 3)", "true"),
      ("(every x in [1, 2, 3], y in (if x = 2 then ns else [x]) satisfies y < 3)", "false"),
      ("rs[d.year = 2026]", "[]"), ("count(rs[d.year < 2026 and b]) >= 0", "true"),
      ("(some r in rs satisfies r.d.year = 2026)", "false"),
      ("(every r in rs satisfies r.b)", "true"), ("(some i in ds satisfies i.year < 2026)", "true"),
      ("(every i in ds satisfies i.year = 2026)", "false"),
      ("for r in rs[not(b)] return r.n", "[]"), ("count(for i in ds return i.year) > 5", "false"),
      ("(some y in rs.d.year satisfies y = 2026)", "false"),
      ("for r in rs, y in [1][false] return y", "[]"),
      ("count(sort(ds, function(a, b) a < b)) = 0", "false"),
      ("{x: max(rs.d), y: if x = null then true else x.year < 2026}.y", "true"),
      ("{x: nullable number, y: x != null and x < 4}.y", "false"),
      (#"string(days worked) = "13""#, "false"), (#"string(n) = "high""#, "false"),
      (#"["b", "a"][item = string(n)]"#, "[]"),
      ("{x: nullable number, y: x = null or x > 3}.y", "true"),
    ])
  func decided(_ text: String, _ literal: String) throws {
    #expect(try Self.result(text).literal == literal)
  }

  @Test(
    "leave open what does",
    arguments: [
      "n > 0", "days worked > 1", "n / days worked >= 0", "n - days worked < 0", "n * r.n >= 0",
      "days worked = 5", "string(min(0, n)) = \"0\"", "min(n, r.n) <= 0", "floor(days worked / 10)",
      "(if b then days worked else r.n) >= 1", "d.year = 2025", "d.month = 12",
      #"d > @"2025-12-31"  or b"#,
      "due date = null", #"string(days worked) = "5.0""#, "rs[d.year = 2025]", "rs[n > 3]",
      "(some r in rs satisfies r.b)",
      "(every r in rs satisfies r.n > 3)", "count(rs[b]) = 0", "{x: max(rs.d), y: x = null}.y",
      "{x: nullable number, y: x != null and x > 3}.y", "max(rs.d) = null",
      #"d - due date = @"P1D""#, #"d + days worked * @"P1M" > @"2025-12-31""#,
      #"@"2026-01-31" + n * @"P1D" = @"2026-01-31""#, #"d + r.n * @"P1D" < @"2026-01-01""#,
    ])
  func open(_ text: String) throws {
    #expect(try Self.result(text).isUnknown)
  }

  @Test("say what an amount comes to though it can be written in several ways")
  func agreed() throws {
    #expect(try Self.result("min(0, n)").unknown?.agreed?.number == .zero)
  }

  @Test(
    "wait for nothing that makes no difference",
    arguments: [
      ("min(0, n) + r.n", ["r"]), ("sum([min(0, n), r.n])", ["n", "r"]),
      ("min(days worked, n + 20)", ["days worked"]),
      ("max(n, days worked - 20)", ["n"]), ("sum([min(0, n), days worked])", ["days worked"]),
    ])
  func causes(_ text: String, _ names: [String]) throws {
    let causes = try #require(try Self.result(text).unknown).causes
    let found = causes.map { RandomFacts.all[$0.item].name }
    #expect(found == names)
  }

  @Test("bound how many elements of a list can pass, however many are open")
  func counts() throws {
    let elements = (0..<6).map { _ in "n" }.joined(separator: ", ")
    #expect(try Self.result("count([\(elements)][item > 2]) > 6").literal == "false")
    #expect(try Self.result("count([\(elements), 5][item > 2]) >= 1").literal == "true")
    #expect(try Self.result("count([\(elements)][item > 2]) > 5").isUnknown)
    // A list of which it is open what is in it, of which it is open again.
    let few = (0..<3).map { _ in "n" }.joined(separator: ", ")
    #expect(try Self.result("count([\(few), 9, 9][item > 2][item > n]) > 5").literal == "false")
    let none = try Self.result("0 * count([\(few), 9, 9][item > 2][item > n])")
    #expect(none.unknown?.agreed?.number == .zero)
  }
}
