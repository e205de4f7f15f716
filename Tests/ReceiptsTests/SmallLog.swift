import Determinations
import Diagnostics
import Digests
import Exchange
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities
import Receipts
import YAMLTree

/// A log of three receipts, and the rules they were made by.
enum SmallLog {
  static let policy = """
    policy: demo-grant
    title: {zh: 演示补贴, en: Demo grant}
    in force: {from: 2020-01-01}
    facts:
      age: {type: number, label: {zh: 年龄, en: Age}}
      income: {type: money, unit: CNY/month, label: {zh: 收入, en: Income}}
      reference: {type: text, label: {zh: 编号, en: Reference}}
    parameters:
      most income:
        type: money
        unit: CNY/month
        values:
          - {from: 2020-01-01, is: 2000, source: L-1}
      standard:
        type: money
        unit: CNY/month
        values:
          - {from: 2020-01-01, is: 150, source: L-1}
    decisions:
      poor: income <= most income
    criteria:
      of age: {require: age >= 18, source: L-1, unmet: {en: "only {age}", zh: "只有 {age}"}}
      in need: {require: poor, source: L-1}
      named: {require: 'reference != ""', source: L-1}
    benefits:
      grant: {pays: monthly, amount: standard, unit: CNY/month, source: L-1}
    sources:
      L-1: {title: 法, evidence: official}
    """

  static let applicants = """
    - {applicant: A-1, facts: {age: 30, income: 1234.50, reference: ZX-4711}, grants: []}
    - {applicant: A-2, facts: {age: 17, income: 99.99, reference: ZX-4712}}
    - {applicant: A-3, facts: {age: 64, income: 2000.01, reference: ZX-4713}}
    """

  static func rulebook(_ policy: String = policy) -> Rulebook {
    let file = SourceFile(name: "rules/demo-grant.yaml", text: policy)
    let document = PolicyDocument.read(YAMLDocument(reading: file), inPilot: false).document
    return Rulebook(policies: [document].compactMap { $0 }, pilots: [])
  }

  static let people = ApplicantReading(reading: SourceFile(name: "a.yaml", text: applicants))
    .applicants

  static let question = ReceiptQuestion(policy: nil, pilot: nil, date: day, known: day)
  private static let day = CalendarDate(year: 2026, month: 3, day: 31) ?? .latest

  static let salt = Salt(Array("0123456789abcdef".utf8))

  static func receipts(masking salt: Salt? = nil) -> [Receipt] {
    let maker = CaseMaker(rulebook(), detail: .tree)
    return people.flatMap { applicant in
      maker.decide(applicant, question).determinations.map { entry in
        Receipt(
          for: entry.determination, of: applicant, asked: question, by: entry.rules,
          engine: "0.1.0", masking: salt)
      }
    }
  }

  /// The lines of the log and its head.
  static func log(masking salt: Salt? = nil) -> (lines: [String], head: LogHead) {
    chain(receipts(masking: salt))
  }

  /// Receipts as a log.
  static func chain(_ receipts: [Receipt]) -> (lines: [String], head: LogHead) {
    var head = LogHead(count: 0, hash: nil)
    var lines: [String] = []
    for receipt in receipts {
      let line = receipt.line(number: head.count + 1, after: head.hash)
      lines.append(line.text)
      head = LogHead(count: head.count + 1, hash: line.hash)
    }
    return (lines, head)
  }

  /// What is found in the bytes of a log.
  static func findings(_ bytes: [UInt8], _ head: LogHead?) -> [Diagnostic] {
    var verification = LogVerification(ofPart: head == nil)
    var findings: [Diagnostic] = []
    var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    let isWhole = lines.last?.isEmpty ?? true
    if isWhole, !lines.isEmpty { lines.removeLast() }
    for (index, line) in lines.enumerated() {
      findings += verification.check(
        ReceiptReading(Array(line), line: index + 1),
        isWhole: isWhole || index + 1 < lines.count)
    }
    return findings + (head.map { verification.end(at: $0) } ?? [])
  }

  static func findings(_ lines: [String], _ head: LogHead?) -> [Diagnostic] {
    findings(Array(lines.joined().utf8), head)
  }
}
