import Diagnostics
import FEEL
import PolicyModel
import Quantities

extension Term {
  /// Nobody is paid for longer, so an earlier beginning is a slip, and months are looked at one by one.
  private static let mostYears = 100

  /// Fails where the term would have begun so long before a month that it cannot have.
  func check(beginning starts: CalendarDate, before month: CalendarDate) throws(EvaluationFailure) {
    guard starts.year < month.year - Self.mostYears else { return }
    let first = CaseDecision.text(starts)
    throw EvaluationFailure(
      .other(
        Wording(
          en: "the term would begin with \(first), more than \(Self.mostYears) years before",
          zh: "享受期限自 \(first) 起，早了 \(Self.mostYears) 年以上")), at: self.starts.range)
  }
}
