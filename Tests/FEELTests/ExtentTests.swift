import FEEL
import Quantities
import Testing

/// `n` is 0 or more, `days worked` is from 1 to 12; nothing else is known.
@Suite("numbers of which only the ends are known")
struct ExtentTests {
  private static let values: [Value] = RandomFacts.all.indices.map { index in
    let span: NumberSpan? =
      switch RandomFacts.all[index].name {
      case "n": NumberSpan(low: .zero, high: nil)
      case "days worked": NumberSpan(low: .one, high: Decimal128(12))
      default: nil
      }
    return .unknown(Unknown(causes: [.init(item: index)], extent: span.map { .number($0) }))
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
    ])
  func decided(_ text: String, _ literal: String) throws {
    #expect(try Self.result(text).literal == literal)
  }

  @Test(
    "leave open what does",
    arguments: [
      "n > 0", "days worked > 1", "n / days worked >= 0", "n - days worked < 0", "n * r.n >= 0",
      "days worked = 5", "string(min(0, n)) = \"0\"", "min(n, r.n) <= 0", "floor(days worked / 10)",
      "(if b then days worked else r.n) >= 1",
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
