import FEEL
import PolicyModel
import PolicySyntax
import Quantities

/// What the months of a claim before one have used up of its number.
struct CountedMonths {
  /// Whether nothing is left.
  let isUsedUp: Bool
  /// The month that uses up the number, if every month to come counts; nil if that is not known.
  let lastMonth: CalendarDate?
  /// What it waits for whether anything is left; nil if that is known.
  let unknown: Unknown?
  /// Why a person must decide that, if nothing else is waited for.
  let reasons: [ReasonResult]
}

/// A supplied fact that was read in an earlier month of the claim.
struct EarlierReading {
  let value: NamedValue
  /// The day on which it was read.
  let day: CalendarDate
}

/// What an earlier month of the claim waits for.
enum EarlierQuestion {
  /// A fact that the policy as it is now has not, though it had it then.
  case missing(MissingFact)
  /// A value that is not published for a day in that month.
  case unpublished(UnpublishedItem)

  /// The name of what is waited for.
  var name: String {
    switch self {
    case .missing(let fact): fact.name
    case .unpublished(let item): item.name
    }
  }

  /// What it is called.
  var label: Label? {
    switch self {
    case .missing(let fact): fact.label
    case .unpublished(let item): item.label
    }
  }

  /// Whether it asks for the same.
  func isSame(as other: EarlierQuestion) -> Bool {
    switch (self, other) {
    case (.missing(let fact), .missing(let same)):
      fact.name == same.name && fact.part == same.part
    case (.unpublished(let item), .unpublished(let same)):
      item.name == same.name && item.date == same.date
    default: false
    }
  }
}

extension CaseDecision {
  /// Counts the months of a claim that use up its number, each as a schedule decides it; what they
  /// rest on becomes part of what is being explained.
  func count(
    monthsOf claim: ClaimEditions, before month: CalendarDate, outOf number: Int,
    usedBefore: Int?
  ) throws(EvaluationFailure) -> CountedMonths {
    var walk = ClaimWalk(claim, trace: environment.trace, keepsReadings: true)
    var current = try walk.firstMonth(before: month)
    while current < month, walk.monthsUsed < number {
      _ = try walk.next(current)
      guard let next = current.adding(months: 1) else { break }
      current = next
    }
    note(walk.readings)
    let used = walk.used ?? usedBefore ?? 0
    let isUsedUp = used >= number
    let isExact = walk.perhapsUsed == 0 && !walk.usedBeforeIsOpen
    let mayBeUsedUp = walk.usedBeforeIsOpen || used + walk.perhapsUsed >= number
    var unknown: Unknown?
    if !isUsedUp, mayBeUsedUp {
      let causes = walk.waiting.flatMap { self.causes($0.for, of: $0.month) }
      unknown = Unknown(causes: []).union(Unknown(causes: causes))
    }
    return CountedMonths(
      isUsedUp: isUsedUp,
      lastMonth: isExact ? walk.usedUp(number - used, after: month.adding(months: -1)) : nil,
      unknown: unknown,
      reasons: unknown?.isContradiction ?? false ? walk.reasons : [])
  }

  private func causes(_ waiting: Waiting, of month: CalendarDate) -> [Unknown.Cause] {
    waiting.missing.map { environment.cause(.missing($0), of: month) }
      + waiting.unpublished.map { environment.cause(.unpublished($0), of: month) }
      + (waiting.reasons.isEmpty ? [] : [CaseEnvironment.conflictCause])
  }

  /// Writes down the supplied facts that were read in earlier months, each once.
  private func note(_ readings: [CaseEnvironment]) {
    var names: Set<String> = []
    for earlier in readings {
      for record in earlier.records {
        guard let fact = earlier.suppliedFact(in: record), names.insert(fact.name).inserted
        else { continue }
        environment.note(EarlierReading(value: fact, day: record.day))
      }
    }
  }
}
