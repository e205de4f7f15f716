import FEEL
import PolicyModel
public import Quantities

/// What the grants say was paid under a policy, month by month.
public struct PaidMonths: Sendable {
  private var amounts: [CalendarDate: Decimal128] = [:]
  /// The months of which it is not known under which policy something was paid.
  private var open: Set<CalendarDate> = []
  /// Whether nothing can be said of any month.
  private var isUnknown = false

  /// What was paid for a month; nil if that is not known.
  public func amount(in month: CalendarDate) -> Decimal128? {
    isUnknown || open.contains(month) ? nil : amounts[month] ?? .zero
  }

  /// What is paid where the facts are those of a claim.
  public init(_ claim: Claim) {
    guard let grants = claim.bound.grants else {
      isUnknown = true
      return
    }
    for grant in grants {
      guard let grant = grant.context else { continue }
      let isOurs = grant["policy"].flatMap {
        Evaluation.equal($0, .string(claim.policy.id.name)).boolean
      }
      if isOurs == false { continue }
      guard let payments = grant["paid"]?.list else {
        isUnknown = true
        continue
      }
      for payment in payments {
        guard let payment = payment.context, let month = payment["month"]?.date,
          let amount = payment["amount"]?.number
        else { continue }
        if isOurs == true {
          amounts[month] = amounts[month].flatMap { $0.adding(amount) } ?? amount
        } else if !amount.isZero {
          open.insert(month)
        }
      }
    }
  }
}
