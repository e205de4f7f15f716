import Determinations
import PolicyModel
import Receipts

/// A case that was decided, with the receipts that were asked for.
struct DecidedCase {
  let made: CaseMaker.Made
  let receipts: [Receipt]

  /// Whether a policy in force decided it and nothing is to be reported.
  var isSettled: Bool {
    !made.determinations.isEmpty && made.diagnostics.isEmpty && !made.restsOnAllRules
  }
}

/// Decides what was asked about applicants, on all processors.
struct CaseDecider {
  /// How receipts are made.
  struct ReceiptForm {
    let masking: Salt?
  }

  private let question: ReceiptQuestion
  private let maker: CaseMaker
  private let receipts: ReceiptForm?

  init(
    _ rulebook: Rulebook, question: ReceiptQuestion, explainsAll: Bool, receipts: ReceiptForm?
  ) {
    self.question = question
    self.receipts = receipts
    maker = CaseMaker(rulebook, detail: explainsAll || receipts != nil ? .tree : .grounds)
    maker.prepare(question)
  }

  func cases(of applicants: [Applicant]) -> [DecidedCase] {
    applicants.mappedConcurrently(inChunksOf: 4) { applicant in
      let made = maker.decide(applicant, question)
      guard let receipts else { return DecidedCase(made: made, receipts: []) }
      return DecidedCase(
        made: made,
        receipts: made.determinations.map { entry in
          Receipt(
            for: entry.determination, of: applicant, asked: question, by: entry.rules,
            engine: Zhunze.version, masking: receipts.masking)
        })
    }
  }
}
