import Diagnostics
import PolicyModel
import PolicySyntax
import Quantities

/// Why a month is not one of the term.
extension EngineWords {
  static func usedUp(_ months: Int?) -> Label {
    guard let months else { return text(zh: "各月已享受完", en: "all months have been used up") }
    return text(zh: "\(months) 个月已享受完", en: "all \(months) months have been used up")
  }

  static func begunTooLongAgo(_ month: CalendarDate) -> Label {
    let (month, years) = (CaseDecision.text(month), TermLimits.mostYears)
    return text(
      zh: "享受期限自 \(month) 起，早了 \(years) 年以上，请核对日期",
      en: "the term would begin with \(month), more than \(years) years before; look at the days")
  }

  static func ended(with month: CalendarDate) -> Label {
    let month = CaseDecision.text(month)
    return text(zh: "享受期限至 \(month) 止", en: "the term ended with \(month)")
  }

  static func ended(in month: CalendarDate, by event: TermEvent) -> Label {
    let month = CaseDecision.text(month)
    return text(
      zh: "\(month) 起终止：\(event.text(in: .chinese))",
      en: "ended in \(month): \(event.text(in: .english))")
  }

  static func suspended(by event: TermEvent) -> Label {
    text(
      zh: "本月暂停：\(event.text(in: .chinese))",
      en: "suspended in this month: \(event.text(in: .english))")
  }
}

extension TermEvent {
  fileprivate func text(in language: Language) -> String {
    label?.text(in: language) ?? name
  }
}
