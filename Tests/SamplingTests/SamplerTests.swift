import Comparisons
import Determinations
import Diagnostics
import Exchange
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities
import Testing
import YAMLTree

@testable import Sampling

@Suite("Samplers")
struct SamplerTests {
  private static let policy = """
    policy: demo-grant
    title: {zh: 演示补贴, en: Demo grant}
    in force: {from: 2020-01-01}
    facts:
      age: {type: number, label: {zh: 年龄, en: Age}, allowed: '[0..150]'}
      income: {type: money, unit: CNY/month, label: {zh: 收入, en: Income}, over time: monthly}
      student: {type: boolean, label: {zh: 学生, en: Student}}
      reference: {type: text, label: {zh: 编号, en: Reference}}
      moved in: {type: date, label: {zh: 迁入日期, en: Moved in}}
    parameters:
      most income:
        type: money
        unit: CNY/month
        values:
          - {from: 2020-01-01, until: 2024-12-31, is: 1000, source: L-1}
          - {from: 2025-01-01, is: 2000, source: L-1}
    decisions:
      sound number: |
        matches(reference, "^[0-9]{9}$")
        and place(substring(reference, 9, 1)) = modulo(place(substring(reference, 8, 1)) + 3, 10)
    functions:
      place:
        parameters: {sign: text}
        is: string length(substring before("0123456789", sign))
    criteria:
      of age: {require: age >= 18, source: L-1}
      poor: {require: income <= most income, source: L-1}
      sound: {require: sound number, source: L-1}
      lives here: {met from: 'moved in + @"P90D"', source: L-1}
    benefits:
      grant: {pays: once, amount: 100, unit: CNY, source: L-1}
    sources:
      L-1: {title: 法, evidence: official}
    """

  private static let rulebook = rulebook(policy)

  private static func rulebook(_ text: String) -> Rulebook {
    Rulebook(
      policies: [
        PolicyDocument.read(
          YAMLDocument(reading: SourceFile(name: "rules/demo-grant.yaml", text: text)),
          inPilot: false
        ).document
      ].compactMap { $0 }, pilots: [])
  }

  private static func example(on date: CalendarDate) throws -> Example {
    let example = """
      applicant: E
      facts:
        {age: 30, income: 500.00, student: false, reference: "198001011", moved in: 2024-01-01}
      """.replacing("198001011", with: "198001014")
    let reading = ApplicantReading(
      reading: SourceFile(name: "e.yaml", text: example))
    let applicant = try #require(reading.applicants.first)
    return Example(applicant, on: date, policy: PolicyID("demo-grant"), pilot: nil)
  }

  private static func sampler(_ seed: UInt64, on day: String) throws -> Sampler {
    let date = try #require(CalendarDate(day))
    return try Sampler(
      .init(policy: PolicyID("demo-grant"), pilots: [], date: date, known: .latest),
      from: rulebook, examples: [example(on: date)], seed: seed)
  }

  @Test(
    "a sampler aimed at a change begins with somebody whom it touches",
    arguments: [
      ("age >= 18", "age >= 19"), ("age >= 18", "age > 18"), ("is: 2000", "is: 2000.01"),
      ("+ 3, 10)", "+ 4, 10)"), (#"@"P90D""#, #"@"P91D""#), ("amount: 100", "amount: 101"),
      ("of age:", "no student: {require: not(student), source: L-1}\n  of age:"),
    ])
  func aimed(old: String, new: String) throws {
    let date = try #require(CalendarDate("2025-06-10"))
    let view = RuleView(date: date, known: .latest)
    let text = Self.policy.replacing(old, with: new)
    #expect(text != Self.policy)
    let comparison = OutcomeComparison(
      from: .init(Self.rulebook, pilot: .nation, at: view),
      to: .init(Self.rulebook(text), pilot: .nation, at: view), policy: PolicyID("demo-grant"))
    let sampler = try Sampler(
      aimedAt: [comparison.comparison(of: PolicyID("demo-grant"), from: nil, to: nil)],
      examples: [Self.example(on: date)], seed: 1)
    let findings = comparison.compare(sampler.applicant(0)).findings
    #expect(findings.map(\.change).contains { $0 != .unchanged })
    // Those on the other side of the line are among the next.
    let others = (1..<60).flatMap { comparison.compare(sampler.applicant($0)).findings }
    #expect(others.contains { $0.change == .unchanged })
  }

  @Test("aim at a change where there is no example to start from")
  func aimedWithoutExamples() throws {
    func rules(_ amount: String) -> Rulebook {
      Self.rulebook(
        """
        policy: demo-grant
        title: {zh: 演示补贴, en: Demo grant}
        in force: {from: 2020-01-01}
        facts:
          poor: {type: boolean, label: {zh: 低收入, en: Poor}}
          single: {type: boolean, label: {zh: 单身, en: Single}}
          resident: {type: boolean, label: {zh: 居民, en: Resident}}
        decisions:
          due:
            type: money
            unit: CNY
            is: \(amount)
            source: L-1
            except:
              poor: {when: poor, is: 90, source: L-1}
              single: {when: single, is: 80, over: [poor], source: L-1}
        criteria:
          lives here: {require: resident, source: L-1}
        benefits:
          grant: {pays: once, amount: due, unit: CNY, source: L-1}
        sources:
          L-1: {title: 法, evidence: official}
        """)
    }
    let date = try #require(CalendarDate("2026-03-31"))
    let view = RuleView(date: date, known: .latest)
    let comparison = OutcomeComparison(
      from: .init(rules("100"), pilot: .nation, at: view),
      to: .init(rules("110"), pilot: .nation, at: view), policy: PolicyID("demo-grant"))
    let sampler = try Sampler(
      aimedAt: [comparison.comparison(of: PolicyID("demo-grant"), from: nil, to: nil)],
      examples: [], seed: 1)
    #expect(comparison.compare(sampler.applicant(0)).findings.contains { $0.change != .unchanged })
    // The others are of all kinds.
    for name in ["poor", "single", "resident"] {
      #expect(Self.values(name, sampler, 60).isSuperset(of: ["true", "false"]), "\(name)")
    }
  }

  private static func values(_ name: String, _ sampler: Sampler, _ count: Int) -> Set<String> {
    Set(
      (0..<count).flatMap { number in
        sampler.applicant(number).facts.filter { $0.name.text == name }.flatMap(\.value.texts)
      })
  }

  @Test("the same seed gives the same applicants, another seed others, in any order")
  func seeds() throws {
    let one = try Self.sampler(7, on: "2025-06-10")
    let same = try Self.sampler(7, on: "2025-06-10")
    let other = try Self.sampler(8, on: "2025-06-10")
    let texts = (0..<60).map { one.applicant($0).json.compact }
    #expect((0..<60).reversed().map { same.applicant($0).json.compact }.reversed() == texts)
    #expect((0..<60).map { other.applicant($0).json.compact } != texts)
  }

  @Test("values stand just below a threshold, at it and just above, as it is on the day")
  func thresholds() throws {
    let late = try Self.sampler(1, on: "2025-06-10")
    #expect(Self.values("age", late, 60).isSuperset(of: ["17", "18"]))
    #expect(Self.values("income", late, 60).isSuperset(of: ["2000", "2000.01"]))
    #expect(Self.values("moved in", late, 60).isSuperset(of: ["2025-03-12", "2025-03-13"]))
    let early = try Self.sampler(1, on: "2024-06-10")
    #expect(Self.values("income", early, 60).isSuperset(of: ["1000", "1000.01"]))
  }

  @Test("a number with a check digit stays sound when the day in it changes")
  func checkDigits() throws {
    let sampler = try Self.sampler(1, on: "2025-06-10")
    let numbers = Self.values("reference", sampler, 200)
    let sound = numbers.filter { text in
      let digits = text.compactMap(\.wholeNumberValue)
      return digits.count == 9 && digits[8] == (digits[7] + 3) % 10
    }
    #expect(sound.count > 10)
    #expect(sound.count * 10 >= numbers.count * 6)
  }

  @Test("nothing is drawn of a policy that is not in force")
  func notInForce() {
    #expect(throws: Sampler.Failure.self) { try Self.sampler(1, on: "2019-06-10") }
  }

  @Test(
    "every form is read back as what was written", arguments: [ApplicantWriting.Form.yaml, .json])
  func forms(_ form: ApplicantWriting.Form) throws {
    let sampler = try Self.sampler(3, on: "2025-06-10")
    let applicants = (0..<40).map { sampler.applicant($0) }
    var writing = ApplicantWriting(form, columns: [])
    let text = writing.head + applicants.map { writing.text(of: $0) }.joined() + writing.foot
    let reading = ApplicantReading(reading: SourceFile(name: "s", text: text))
    #expect(reading.diagnostics == [])
    #expect(reading.applicants.map(\.json) == applicants.map(\.json))
  }
}
