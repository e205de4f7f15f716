public import Determinations
public import Diagnostics
import Exchange
import FEELSyntax
public import PolicyModel
import PolicySyntax

/// Decides the cases of receipts again.
public struct Replay: Sendable {
  /// What is asked otherwise than it was, given what was asked.
  public typealias View = @Sendable (ReceiptQuestion) -> ReceiptQuestion

  private let maker: CaseMaker
  private let titles: ReplayTitles
  private let engine: String
  private let view: View
  private let masked: [(applicant: Applicant, number: JSONValue)]
  private let salt: Salt?

  /// A replay by the rules of a rulebook; masked receipts need their applicants and the salt.
  public init(
    by rulebook: Rulebook, engine: String, masked applicants: [Applicant] = [], salt: Salt? = nil,
    asking view: @escaping View = { $0 }
  ) {
    maker = CaseMaker(rulebook, detail: .tree)
    titles = ReplayTitles(rulebook)
    self.engine = engine
    self.view = view
    self.salt = salt
    masked = salt.map { salt in applicants.map { ($0, Mask(salt, of: $0.id).number) } } ?? []
  }

  /// Decides the case of a receipt again and compares; the receipt must have been verified.
  public func result(of receipt: JSONValue, line: Int) -> ReplayResult {
    let place = ReceiptPlace(line: line, number: receipt["number"]?.wholeNumber)
    guard let then = receipt["determination"], let asked = ReceiptQuestion(receipt["question"])
    else {
      return ReplayResult(
        receipt, place, titles,
        because: Wording(en: "it does not say what was asked", zh: "其中没有记载所问事项"))
    }
    let applicant: Applicant
    switch self.applicant(of: receipt) {
    case .success(let found): applicant = found
    case .failure(let why): return ReplayResult(receipt, place, titles, because: why.wording)
    }
    let asking = view(asked)
    let made = maker.decide(applicant, asking)
    let policy = then["policy"]?.text
    guard let found = made.determinations.first(where: { $0.determination.policy.name == policy })
    else {
      let why = made.diagnostics.first { $0.severity == .error }?.message
      return ReplayResult(
        receipt, place, titles,
        because: why ?? Wording(en: "the rules do not decide it", zh: "规则对其不作判定"))
    }
    let form = DeterminationJSON(engine: engine, explainsAll: true)
    var now = form.value(of: found.determination, rules: found.rules.digest)
    if receipt["mask"] != nil, let salt { now = Mask(salt, of: applicant.id).masked(now) }
    return ReplayResult(
      receipt, place, titles, then: then, now: now,
      rules: (receipt["rules"] ?? .null, found.rules.json), isAskedAlike: asking == asked)
  }

  private struct NoApplicant: Error { let wording: Wording }

  private func applicant(of receipt: JSONValue) -> Result<Applicant, NoApplicant> {
    guard let supplied = receipt["applicant"] else {
      return .failure(NoApplicant(wording: Wording(en: "it has no facts", zh: "其中没有事实")))
    }
    if receipt["mask"] != nil {
      if let found = masked.first(where: { $0.number == supplied["applicant"] }) {
        return .success(found.applicant)
      }
      return .failure(
        NoApplicant(
          wording: Wording(
            en: "its facts are masked, and no applicant with its number was given",
            zh: "其事实已隐去，且没有给出该编号的申请人")))
    }
    let reading = ApplicantReading(
      reading: SourceFile(name: "receipt", bytes: Array(supplied.compact.utf8)))
    if let applicant = reading.applicants.first { return .success(applicant) }
    return .failure(
      NoApplicant(
        wording: reading.diagnostics.first?.message
          ?? Wording(en: "it has no applicant", zh: "其中没有申请人")))
  }
}

/// What policies and pilots are called, as far as the rules at hand know them.
struct ReplayTitles: Sendable {
  /// Those of pilots by name.
  let pilots: [String: Wording]
  private let rulebook: Rulebook

  init(_ rulebook: Rulebook) {
    self.rulebook = rulebook
    pilots = rulebook.pilots.reduce(into: [:]) { titles, pilot in
      titles[pilot.id.name] = pilot.title.map {
        Wording(en: $0.text(in: .english), zh: $0.text(in: .chinese))
      }
    }
  }

  func policy(_ name: String) -> Label? { rulebook.title(of: PolicyID(name)) }
}
