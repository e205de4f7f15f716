import Diagnostics
import PolicyModel
import Testing

@Suite("Rule files of a size or shape that nobody means", .serialized)
struct StressedRulesTests {
  private static let head = """
    policy: grant
    title: {en: Grant}
    in force: {from: 2026-01-01}
    sources:
      X-1: {title: 办法, evidence: illustrative}

    """

  private static let criterion = """
    criteria:
      adult:
        require: age > 18
        label: {en: Of age}
        source: X-1

    """

  private static let facts = "facts:\n  age: {type: number, label: {en: Age}}\n"

  /// What is said about one rule file, and how long it took.
  private func findings(_ text: String) -> (found: [Diagnostic], time: Duration) {
    findings([SourceFile(name: "rules/grant.yaml", text: text)])
  }

  private func findings(_ files: [SourceFile]) -> (found: [Diagnostic], time: Duration) {
    var found: [Diagnostic] = []
    let time = ContinuousClock().measure {
      found = RuleFolder(files).findings()
      _ = DiagnosticReport(found).text(in: .english)
    }
    print("\(time): \(found.count) findings, \(found.first?.code.rawValue ?? "")")
    return (found, time)
  }

  @Test("of thousands of unknown names each is reported, and the first are mended")
  func unknownNames() {
    let decisions = (0..<5_000).map { "  d\($0): missing\($0) + agee\n" }.joined()
    let (found, _) = findings(
      Self.head + Self.facts + "decisions:\n" + decisions + Self.criterion)
    let unknown = found.filter { $0.code == "Z0203" }
    #expect(unknown.count == 10_000)
    let mended = unknown.filter { $0.fixes.first?.replacement == "age" }
    #expect((1...Suggestion.mostFindings).contains(mended.count))
  }

  @Test("of thousands of vocabularies that are not there each is reported")
  func unknownVocabularies() {
    let uses = Array(repeating: "abc", count: 20_000).joined(separator: ",")
    let (found, _) = findings([
      SourceFile(name: "rules/grant.yaml", text: Self.head + "uses: [\(uses)]\n" + Self.facts),
      SourceFile(
        name: "rules/abd.yaml", text: "vocabulary: abd\ntitle: {en: Words}\n" + Self.facts),
    ])
    #expect(found.count { $0.code == "Z0722" } == 20_000)
  }

  @Test("a chain of ten thousand decisions is refused once, however it is written")
  func chains() {
    for order in [Array(1...10_000), (1...10_000).reversed()] {
      let chain = order.map { "  d\($0): d\($0 - 1) + 1\n" }.joined()
      let (found, time) = findings(
        Self.head + Self.facts + "decisions:\n  d0: age\n" + chain
          + Self.criterion.replacing("age >", with: "d10000 >"))
      #expect(found.map(\.code) == ["Z0603"])
      #expect(time < .seconds(60))
    }
  }

  @Test("a chain of ten thousand functions is refused once")
  func functions() {
    let chain = (1...10_000).map {
      "  f\($0):\n    parameters: {whole: number}\n    is: f\($0 - 1)(whole) + 1\n"
    }.joined()
    let (found, time) = findings(
      Self.head + Self.facts
        + "functions:\n  f0:\n    parameters: {whole: number}\n    is: whole\n" + chain
        + Self.criterion.replacing("age >", with: "f10000(age) >"))
    #expect(found.map(\.code) == ["Z0603"])
    #expect(time < .seconds(60))
  }

  @Test("a chain of ten thousand types is refused once")
  func types() {
    let chain = (1...10_000).map { "  t\($0): {of: {type: t\($0 - 1), label: {en: Of}}}\n" }
      .joined()
    let (found, time) = findings(
      Self.head + "types:\n  t0: {of: {type: number, label: {en: Of}}}\n" + chain
        + "facts:\n  age: {type: number, label: {en: Age}}\n  tree: {type: t10000, label: {en: Tree}}\n"
        + Self.criterion.replacing("age > 18", with: "age > 18 and tree != null"))
    #expect(found.first?.code == "Z0603")
    #expect(time < .seconds(60))
  }

  @Test("functions that call others twice each do not multiply")
  func doubling() {
    let chain = (1...60).map {
      "  f\($0):\n    parameters: {due: {type: money, unit: CNY}}\n    is: f\($0 - 1)(due) + f\($0 - 1)(due)\n"
    }.joined()
    let (found, time) = findings(
      Self.head + "facts:\n  paid: {type: money, unit: CNY, label: {en: Paid}}\n"
        + "functions:\n  f0:\n    parameters: {due: {type: money, unit: CNY}}\n    is: due\n"
        + chain
        + "benefits:\n  gift:\n    pays: once\n    amount: f60(paid)\n    unit: CNY\n    source: X-1\n"
    )
    #expect(found.isEmpty, "\(DiagnosticReport(found).text(in: .english))")
    #expect(time < .seconds(60))
  }

  @Test("types that hold others twice each do not multiply")
  func doublingTypes() {
    let chain = (1...40).map {
      "  t\($0):\n    one: {type: t\($0 - 1), label: {en: One}}\n    two: {type: t\($0 - 1), label: {en: Two}}\n"
    }.joined()
    let (found, time) = findings(
      Self.head + "types:\n  t0:\n    one: {type: number, label: {en: One}}\n" + chain
        + "facts:\n  age: {type: number, label: {en: Age}}\n  tree: {type: t40, label: {en: Tree}}\n"
        + Self.criterion.replacing("age > 18", with: "tree.one.two != tree.two.one"))
    #expect(found.map(\.code) == ["Z0625"])
    #expect(time < .seconds(60))
  }

  @Test("a table of twenty thousand rows is read")
  func table() {
    let rows = (1...20_000).map { "      | \($0) | \($0) || \($0 * 2) |\n" }.joined()
    let (found, time) = findings(
      Self.head + Self.facts + "decisions:\n  doubled:\n    source: X-1\n    table: |\n"
        + "      | U | age || doubled |\n" + rows
        + Self.criterion.replacing("age >", with: "doubled >"))
    #expect(found.isEmpty)
    #expect(time < .seconds(120))
  }

  @Test("twenty thousand facts are read, and each that nothing uses is told")
  func manyFacts() {
    let facts = (1...20_000).map { "  f\($0): {type: number, label: {en: F\($0)}}\n" }.joined()
    let (found, time) = findings(Self.head + Self.facts + facts + Self.criterion)
    #expect(found.count == 20_000)
    #expect(time < .seconds(120))
  }

  @Test("two hundred misspelt names among ten thousand end soon")
  func misspelt() {
    let facts = (1...10_000).map { "  fact number \($0): {type: number, label: {en: F\($0)}}\n" }
      .joined()
    let criteria = (1...200).map {
      "  c\($0): {require: fatc number \($0) > 1, label: {en: C\($0)}, source: X-1}\n"
    }.joined()
    let (found, time) = findings(Self.head + Self.facts + facts + "criteria:\n" + criteria)
    #expect(found.count == 200)
    #expect(time < .seconds(120))
  }

  @Test("two hundred pilots of one policy are resolved")
  func manyPilots() {
    var files = [
      SourceFile(
        name: "rules/grant.yaml",
        text: Self.head + Self.facts + Self.criterion
          + "may change:\n  criteria: {change: [adult]}\n")
    ]
    for number in 1...200 {
      files.append(
        SourceFile(
          name: "pilots/p\(number)/pilot.yaml",
          text: "title: {en: P\(number)}\nregion: 110000\n"
            + (number > 1 ? "parent: p\(number - 1)\n" : "")))
      files.append(
        SourceFile(
          name: "pilots/p\(number)/grant.yaml",
          text: "adapts: grant\nin force: {from: 2026-01-01}\ncriteria:\n"
            + "  adult: {require: age > \(number), source: X-1}\n"))
    }
    let (found, time) = findings(files)
    #expect(found.isEmpty)
    #expect(time < .seconds(120))
  }

  @Test("a value of ten million steps is no constant")
  func costlyConstant() {
    let (found, time) = findings(
      Self.head + Self.facts
        + "parameters:\n  limit:\n    type: number\n    values:\n      - from: 2026-01-01\n"
        + "        is: count(for i in 1..10000000 return i)\n        source: X-1\n"
        + Self.criterion.replacing("18", with: "limit"))
    #expect(found.map(\.code) == ["Z0606"])
    #expect(time < .seconds(10))
  }
}
