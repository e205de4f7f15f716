import Diagnostics
import FEEL
public import PolicyModel
import PolicySyntax
public import Quantities

/// Where the facts place an applicant on a day, seen from the place whose rules a claim is under.
public enum Placement: Sendable {
  /// Where the rules of the claim apply.
  case here
  /// Where other rules apply: a pilot's, or the nation's.
  case elsewhere(Pilot?)
  /// Where there is no such policy.
  case nowhere
  /// It is not known where.
  case open(Waiting)

  /// Whether the rules of the claim apply.
  public var isHere: Bool { if case .here = self { true } else { false } }
}

extension Decider {
  /// Where the facts place an applicant on a day, seen from a pilot, or from the nation (nil).
  ///
  /// What is wrong with the facts is reported elsewhere, and moves nobody.
  public func placement(
    of applicant: Applicant, for policy: PolicyID, seenFrom pilot: PilotID?, on date: CalendarDate,
    known: CalendarDate
  ) -> Placement {
    switch jurisdiction(of: applicant, for: policy, on: date, known: known) {
    case .pilot(let found):
      found == pilot ? .here : .elsewhere(found.flatMap { rulebook.pilot($0) })
    case .elsewhere: pilot == nil ? .here : .nowhere
    case .open(let determination):
      .open(
        Waiting(
          names: determination.missing.map(\.name), label: determination.missing.first?.label,
          missing: determination.missing))
    case .wrong: .here
    }
  }

  /// Whose rules apply where a choice names them, or the facts do.
  public func jurisdiction(
    of applicant: Applicant, for id: PolicyID, as choice: PilotChoice, on date: CalendarDate,
    known: CalendarDate
  ) -> Jurisdiction {
    let pilot: PilotID?
    switch choice {
    case .fitting: return jurisdiction(of: applicant, for: id, on: date, known: known)
    case .nation: pilot = nil
    case .named(let name): pilot = rulebook.place(of: id, in: name)
    }
    if case .notAdapted = rulebook.resolve(id, pilot: pilot, on: date, known: known) {
      let others = rulebook.pilots(adapting: id).map(\.id.name)
      return .wrong([DecisionMessages.notAdapted(id.name, pilot?.name, others: others)])
    }
    return .pilot(pilot)
  }
}

extension EngineWords {
  /// Why a claim is not paid in a month in which the applicant belongs elsewhere.
  static func belongsElsewhere(_ pilot: Pilot?) -> Label {
    guard let pilot else {
      return text(
        zh: "所属地区适用全国的规定", en: "the rules of the nation apply where the applicant belongs")
    }
    let name = pilot.title ?? text(zh: pilot.id.name, en: pilot.id.name)
    return text(
      zh: "所属地区适用\(name.text(in: .chinese))的规定",
      en: "the rules of \(name.text(in: .english)) apply where the applicant belongs")
  }

  static let belongsNowhere = text(
    zh: "所属地区没有这项政策", en: "there is no such policy where the applicant belongs")
}
