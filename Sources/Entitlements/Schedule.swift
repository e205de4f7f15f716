public import Determinations
public import Diagnostics
public import FEEL
public import PolicyModel
public import PolicySyntax
public import Quantities

/// The months of a claim: what each comes to, and why.
public struct Schedule: Sendable {
  /// The applicant's number.
  public var applicant: String
  /// The policy.
  public var policy: PolicyID
  /// Its title.
  public var title: Label?
  /// The pilot whose rules were applied; nil for the nation's.
  public var pilot: Pilot?
  /// The day by which everything used had become known.
  public var known: CalendarDate
  /// The term as it stands in the last month walked.
  public var term: TermResult
  /// The months asked for, in order.
  public var months: [ScheduledMonth]
  /// How many months of the number there is were used by the end, earlier claims included.
  public var used: Int
  /// The worst evidence among the sources that the months rest on, those before the first shown among
  /// them; nil if they rest on none.
  public var evidence: Evidence?
  /// The month whose facts decided whose rules apply; nil if those were chosen.
  public var placed: CalendarDate?
  /// The months from which on the facts name another place than before, if they were asked for the
  /// place.
  public var moves: [Move] = []
  /// What must be known before it can be said whose rules apply.
  public var missing: [MissingFact] = []

  /// A month from which on the facts name another place.
  public struct Move: Sendable {
    /// Its first day.
    public var month: CalendarDate
    /// The place, seen from the one whose rules were applied.
    public var place: Placement
  }

  /// How many months are paid, back payments counted in the months they are for.
  public var payable: Int { months.count { $0.status == .payable } }

  /// How many months cannot be said.
  public var unknown: Int { months.count { $0.status == .unknown } }

  /// What is paid in all, as far as it is known.
  public var total: Decimal128 {
    months.reduce(.zero) { sum, month in sum.adding(month.paid) ?? sum }
  }
}

extension Schedule {
  /// Walks a claim from its start and shows the months asked for, as known by a day; a trace takes
  /// note of what is gone through.
  ///
  /// With a decider the pilot was found by the facts of the first month: the months in which they name
  /// another place are not paid, for what they come to there is another claim.
  public init(
    _ applicant: Applicant, policy: PolicyID, pilot: PilotID?, from: CalendarDate,
    through: CalendarDate, known: CalendarDate, by rulebook: Rulebook,
    placedBy decider: Decider? = nil, trace: DecisionTrace? = nil
  ) throws(EvaluationFailure) {
    let pilot = rulebook.place(of: policy, in: pilot)
    let editions = ClaimEditions(
      applicant, policy, pilot, rulebook, known: known, placedBy: decider)
    var walk = ClaimWalk(editions, trace: trace)
    let first = try walk.firstMonth(before: from.firstOfMonth, through: through)
    var months: [ScheduledMonth] = []
    var month = first
    var last = first
    var evidence: Evidence?
    while month <= through, months.count < ClaimWalk.mostMonths {
      let next = try walk.next(month)
      last = month
      evidence = [evidence, next.evidence].compactMap { $0 }.max()
      if month >= from.firstOfMonth { months.append(next) }
      guard let following = month.adding(months: 1) else { break }
      month = following
    }
    self.init(
      applicant: applicant.id, policy: policy, title: rulebook.title(of: policy),
      pilot: pilot.flatMap { rulebook.pilot($0) },
      known: known, term: walk.term(after: last), months: months, used: walk.monthsUsed,
      evidence: evidence)
    if decider != nil {
      placed = from.firstOfMonth
      moves = Self.moves(in: months.map(\.month), editions)
    }
  }

  /// The months in which the applicant belongs elsewhere than in the month before.
  private static func moves(in months: [CalendarDate], _ editions: ClaimEditions) -> [Move] {
    var moves: [Move] = []
    for month in months {
      let place = editions.placement(in: month)
      if place.key != moves.last?.place.key ?? Placement.here.key {
        moves.append(Move(month: month, place: place))
      }
    }
    return moves
  }
}

extension Placement {
  /// What tells one place from another.
  fileprivate var key: [String] {
    switch self {
    case .here: ["here"]
    case .elsewhere(let pilot): ["elsewhere", pilot?.id.name ?? ""]
    case .nowhere: ["nowhere"]
    case .open: ["open"]
    }
  }
}

extension Schedule {
  /// The months of a claim of which it is not known whose rules apply: what is missing is the reason
  /// that none can be said.
  public init(
    _ applicant: Applicant, policy: PolicyID, title: Label?, from: CalendarDate,
    through: CalendarDate, known: CalendarDate, missing: [MissingFact]
  ) {
    var months: [ScheduledMonth] = []
    var month = from.firstOfMonth
    while month <= through, months.count < ClaimWalk.mostMonths {
      months.append(
        ScheduledMonth(
          month: month, status: .unknown, because: missing.first?.name, reason: missing.first?.label
        ))
      guard let following = month.adding(months: 1) else { break }
      month = following
    }
    self.init(
      applicant: applicant.id, policy: policy, title: title, known: known, term: TermResult(),
      months: months,
      used: 0, missing: missing)
  }
}

extension Schedule {
  /// What keeps a policy from having a schedule, which is of one claim, and not of many decided one by
  /// one, each with months of its own.
  public static func problems(of policy: Policy) -> [Diagnostic] {
    guard let loop = policy.forEach else { return [] }
    let (id, element) = (policy.id.name, policy.items[loop.element].name)
    return [
      Diagnostic(
        "Z1004", at: loop.list.range,
        Wording(
          en: "`\(id)` is decided for each `\(element)` on its own, so it has no schedule",
          zh: "`\(id)` 对每个 `\(element)` 逐项判定，没有逐月的享受情况"),
        help: Wording(
          en: "decide it for a day: `zhunze check FILE --policy \(id) --date 2026-03-31`",
          zh: "请按日期判定：`zhunze check 文件 --policy \(id) --date 2026-03-31`"))
    ]
  }
}
