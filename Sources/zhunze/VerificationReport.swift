import Diagnostics
import Digests
import Receipts

/// What came of checking a log.
struct VerificationReport {
  let verification: LogVerification
  let findings: BoundedFindings
  let proofs: [VerifyCommand.Proof]
  let isPart: Bool

  func text(in language: Language) -> String {
    var text = ""
    for proof in proofs {
      let facts = proof.facts.map { ReceiptMessages.name(ofFact: $0).text(in: language) }
        .joined(separator: language == .chinese ? "、" : ", ")
      let line = Wording(
        en: "line \(proof.line) is about \(proof.applicant) and was made with \(facts)",
        zh: "第 \(proof.line) 行是关于 \(proof.applicant) 的，出具时所用：\(facts)")
      text += line.text(in: language) + "\n"
    }
    let count = verification.count
    let receipts = "\(count) \(count == 1 ? "receipt" : "receipts")"
    let hash = verification.last.map(\.description) ?? "-"
    let summary: Wording
    switch (findings.count, isPart) {
    case (0, false):
      summary = Wording(
        en: "\(receipts), unchanged, in order and complete\nlast hash: \(hash)",
        zh: "\(count) 份回执，未经改动，次序无误，没有缺失\n末份哈希值：\(hash)")
    case (0, true):
      summary = Wording(
        en: "\(receipts), unchanged and in order; beginning and end were not checked",
        zh: "\(count) 份回执，未经改动，次序无误；首尾未检查")
    default:
      summary = Wording(
        en: "\(count) \(count == 1 ? "line" : "lines"), "
          + "\(findings.count) \(findings.count == 1 ? "finding" : "findings")",
        zh: "\(count) 行，发现 \(findings.count) 处")
    }
    return text + summary.text(in: language) + "\n"
  }

  var json: JSONValue {
    .object([
      ("schema", .string("zhunze.verification/1")), ("receipts", .integer(verification.count)),
      ("hash", verification.last.map { .string($0.description) } ?? .null),
      ("part", .bool(isPart)), ("findings", .integer(findings.count)),
      ("messages", DiagnosticReport(findings.kept).json),
      (
        "proven",
        .array(
          proofs.map { proof in
            .object([
              ("line", .integer(proof.line)), ("applicant", .string(proof.applicant)),
              ("facts", .array(proof.facts.map(JSONValue.string))),
            ])
          })
      ),
    ])
  }
}
