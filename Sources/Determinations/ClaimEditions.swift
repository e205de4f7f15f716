import FEEL
public import PolicyModel
import PolicySyntax
public import Quantities

/// A claim under whatever edition of its policy is in force, month by month.
public final class ClaimEditions {
  let applicant: Applicant
  /// The policy as it stands on a day; nil if there is none.
  let edition: @Sendable (CalendarDate) -> Policy?
  let known: CalendarDate
  /// The element decided, with `for each`.
  let element: Value?
  /// Facts taken to be something although they are not supplied, to see what follows.
  let tried: TriedFacts
  /// Where the facts place the applicant on a day, if they are asked whose rules apply.
  private let placed: (@Sendable (CalendarDate) -> Placement)?
  private var claims: [ObjectIdentifier: Claim] = [:]

  /// The editions in force in a place, as known by a day; the nation's if no pilot is named.
  ///
  /// With a decider the place was found by the facts, and it tells in which months they name another.
  public convenience init(
    _ applicant: Applicant, _ policy: PolicyID, _ pilot: PilotID?, _ rulebook: Rulebook,
    known: CalendarDate, placedBy decider: Decider? = nil
  ) {
    var placed: (@Sendable (CalendarDate) -> Placement)?
    if let decider {
      placed = { day in
        decider.placement(of: applicant, for: policy, seenFrom: pilot, on: day, known: known)
      }
    }
    self.init(
      applicant, known: known, element: nil, tried: TriedFacts(), placed: placed,
      editions: { rulebook.policy(policy, in: pilot, on: $0, known: known) })
  }

  init(
    _ applicant: Applicant, known: CalendarDate, element: Value?, tried: TriedFacts,
    placed: (@Sendable (CalendarDate) -> Placement)? = nil,
    editions edition: @escaping @Sendable (CalendarDate) -> Policy?
  ) {
    self.applicant = applicant
    self.edition = edition
    self.known = known
    self.element = element
    self.tried = tried
    self.placed = placed
  }

  /// Where the facts place the applicant in a month, as on its last day.
  public func placement(in month: CalendarDate) -> Placement { placed?(month.lastOfMonth) ?? .here }

  /// The claim bound to the rules in force in a month; nil if none are.
  func claim(in month: CalendarDate) -> Claim? {
    guard let resolved = edition(month.lastOfMonth) else { return nil }
    // The claim keeps its policy alive, so that no other can take its place in memory.
    if let claim = claims[ObjectIdentifier(resolved)] { return claim }
    let claim = Claim(applicant, under: resolved, element: element, trying: tried)
    claims[ObjectIdentifier(resolved)] = claim
    return claim
  }
}
