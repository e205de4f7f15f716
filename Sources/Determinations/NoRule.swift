import Diagnostics
import PolicyModel
import Quantities

extension Decider {
  /// The determination that no rule is in force, and what there was before and will be after.
  func noRule(
    _ applicant: Applicant, _ id: PolicyID, in pilot: PilotID?, on date: CalendarDate,
    known: CalendarDate
  ) -> Determination {
    var determination = Determination(
      applicant: applicant.id, policy: id, title: rulebook.title(of: id),
      pilot: pilot.flatMap { rulebook.pilot($0) }, date: date, known: known,
      outcome: .noRuleInForce)
    let spans = rulebook.spansInForce(of: id, pilot: pilot, known: known)
    let ended = spans.compactMap(\.until).filter { $0 < date }.max()
    let begins = spans.compactMap(\.from).filter { $0 > date }.min()
    determination.remark = EngineWords.inForce(until: ended, from: begins)
    return determination
  }
}

extension EngineWords {
  /// Until when rules were in force, and from when on others are; nil if there are none.
  fileprivate static func inForce(until ended: CalendarDate?, from begins: CalendarDate?)
    -> Wording?
  {
    switch (ended, begins) {
    case (let ended?, let begins?):
      Wording(
        en: "the rules were in force until \(ended), and others are from \(begins) on",
        zh: "此前的规定施行至 \(ended)，以后的规定自 \(begins) 起施行")
    case (let ended?, nil):
      Wording(en: "the rules were in force until \(ended)", zh: "规定施行至 \(ended)")
    case (nil, let begins?):
      Wording(en: "the rules are in force from \(begins) on", zh: "规定自 \(begins) 起施行")
    case (nil, nil): nil
    }
  }
}
