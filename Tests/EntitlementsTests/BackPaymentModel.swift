import Quantities

/// A random sequence that repeats.
struct Steps {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}

/// What an event of the rules under trial says.
struct TrialEvent {
  var name: String
  var isPaid: Bool
  var isNextMonth = false
  var atMost: Int?
  var isAtTheRateOnResuming = false

  var text: String {
    """
        \(name):
          when: \(name)
          effect: \(isNextMonth ? "next" : "same") month
          afterwards: \(isPaid ? "paid" : "lost")
    """ + (atMost.map { "\n      at most: \($0)" } ?? "")
      + (isPaid
        ? "\n      at the rate: \(isAtTheRateOnResuming ? "on resuming" : "of the month")" : "")
      + "\n      source: X-1\n"
  }
}

/// Rules under trial: a term with suspensions of several kinds, and benefits of each frequency.
struct TrialRules {
  var events: [TrialEvent]
  var months: Int
  var countsEveryMonth: Bool
  var paysYearlyAndOnce: Bool

  init(_ random: inout Steps) {
    func most() -> Int? { [nil, 1, 2, 3][random.below(4)] }
    events = [
      TrialEvent(name: "away", isPaid: false, isNextMonth: random.below(3) == 0),
      TrialEvent(
        name: "overdue", isPaid: true, isNextMonth: random.below(2) == 0, atMost: most(),
        isAtTheRateOnResuming: random.below(3) == 0),
      TrialEvent(name: "leave", isPaid: true, atMost: most()),
    ]
    if random.below(2) == 0 { events.reverse() }
    months = 3 + random.below(7)
    countsEveryMonth = random.below(3) == 0
    paysYearlyAndOnce = random.below(2) == 0
  }

  var text: String {
    let histories = (events.map(\.name) + ["employed"]).map {
      "  \($0): {type: boolean, over time: history, label: {zh: 状态 \($0)}}\n"
    }
    let others = """
        heating: {pays: yearly, amount: 3000, unit: CNY/year, source: X-1, label: {zh: 取暖}}
        start: {pays: once, amount: 700, unit: CNY, source: X-1, label: {zh: 启动}}

      """
    return """
      policy: allowance
      title: {zh: 津贴, en: Allowance}
      in force: {from: 2020-01-01}
      sources:
        X-1: {title: 示例, evidence: illustrative}
      facts:
        applied on: {type: date, label: {zh: 申请日期}}
        used: {type: number, label: {zh: 已用}}
        pay: {type: money, unit: CNY/month, over time: monthly, label: {zh: 工资}}
      \(histories.joined())criteria:
        works:
          require: pay > 0
          label: {zh: 有工资}
          source: X-1
      benefits:
        allowance: {pays: monthly, amount: pay, unit: CNY/month, source: X-1, label: {zh: 津贴}}
      \(paysYearlyAndOnce ? others : "")term:
        starts: applied on
        months: \(months)
        used before: used
        counts: \(countsEveryMonth ? "every month" : "payable months")
        ends:
          employed: {when: employed, effect: same month, source: X-1}
        suspended:
      \(events.map(\.text).joined())
      """
  }
}

/// What is supplied about an applicant under trial, from August to July; nil where it is not.
struct TrialFacts {
  static let months: [CalendarDate] = (0..<12).compactMap {
    CalendarDate("2025-08-01")?.adding(months: $0)
  }

  var used: Int?
  var pay: [Int?]
  var states: [String: [Bool?]]

  init(_ random: inout Steps) {
    used = random.below(4) == 0 ? random.below(3) : 0
    // A wage of its own for each month, so that it shows which months are paid.
    pay = (0..<12).map { random.below(6) == 0 ? 0 : 101 + $0 }
    states = [:]
    for (name, often) in [("away", 8), ("employed", 40), ("leave", 5), ("overdue", 4)] {
      var state = false
      states[name] = (0..<12).map { _ in
        if random.below(state ? 2 : often) == 0 { state.toggle() }
        return state
      }
    }
  }

  /// The facts with some left out.
  func partial(_ random: inout Steps) -> TrialFacts {
    var facts = self
    let rare = 6 + random.below(20)
    if random.below(6) == 0 { facts.used = nil }
    facts.pay = pay.map { random.below(rare) == 0 ? nil : $0 }
    for name in states.keys.sorted() {
      facts.states[name] = states[name]?.map { random.below(rare) == 0 ? nil : $0 }
    }
    return facts
  }

  var text: String {
    func listed(_ values: [String?]) -> [String] {
      zip(Self.months, values).compactMap { month, value in
        // A period of its own: what begins with a month would last until the next that is known.
        let name = month.description.dropLast(3)
        return value.map { "\(name)..\(name): \($0)" }
      }
    }
    var entries = ["  applied on: 2025-08-05\n"]
    if let used { entries.append("  used: \(used)\n") }
    let paid = listed(pay.map { $0.map(String.init) })
    if !paid.isEmpty { entries.append("  pay: {\(paid.joined(separator: ", "))}\n") }
    for (name, state) in states.sorted(by: { $0.key < $1.key }) {
      let known = ["2020-01..2025-07: false"] + listed(state.map { $0.map(String.init) })
      entries.append("  \(name): {\(known.joined(separator: ", "))}\n")
    }
    return "applicant: A\nfacts:\n" + entries.joined()
  }
}

/// What each month of a claim comes to when everything is known, told as simply as can be.
struct BackPaymentModel {
  /// What is paid for the month itself; nil if it is not payable.
  var amounts: [Int?] = []
  /// The months paid back in each, with what is paid for them.
  var back: [[(month: Int, amount: Int)]] = []
  var used: Int
  /// How many months the number alone keeps from being paid back.
  var keptByNumber = 0

  init(_ rules: TrialRules, _ facts: TrialFacts) {
    used = facts.used ?? 0
    func pay(_ month: Int) -> Int { facts.pay[month] ?? 0 }
    func isTrue(_ name: String, _ month: Int) -> Bool {
      month >= 0 && facts.states[name]?[month] ?? false
    }
    func suspending(_ month: Int) -> [TrialEvent] {
      rules.events.filter {
        isTrue($0.name, month) && (!$0.isNextMonth || isTrue($0.name, month - 1))
      }
    }
    var yearsPaid: Set<Int> = []
    var isOncePaid = false
    func amount(for month: Int, at rate: Int) -> Int {
      var sum = pay(rate)
      guard rules.paysYearlyAndOnce else { return sum }
      if yearsPaid.insert(month < 5 ? 2025 : 2026).inserted { sum += 3000 }
      if !isOncePaid { sum += 700 }
      isOncePaid = true
      return sum
    }
    var resumed = -1
    for month in 0..<12 {
      var own: Int?
      var paidBack: [(month: Int, amount: Int)] = []
      let isOver = used >= rules.months || (0...month).contains { isTrue("employed", $0) }
      let isSuspended = !suspending(month).isEmpty
      let isPayable = !isOver && !isSuspended && pay(month) > 0
      if rules.countsEveryMonth ? !isOver : isPayable { used += 1 }
      if isPayable {
        own = amount(for: month, at: month)
        var held: [(month: Int, event: TrialEvent)] = []
        for event in rules.events where event.isPaid {
          let its = (resumed + 1..<month).filter {
            let all = suspending($0)
            return all.first?.name == event.name && all.allSatisfy(\.isPaid)
          }
          held += its.suffix(event.atMost ?? 12).map { ($0, event) }
        }
        held = held.filter { $0.event.isAtTheRateOnResuming || pay($0.month) > 0 }
        held.sort { $0.month < $1.month }
        if !rules.countsEveryMonth {
          keptByNumber += max(0, held.count - (rules.months - used))
          held = held.suffix(rules.months - used)
          used += held.count
        }
        paidBack = held.map {
          ($0.month, amount(for: $0.month, at: $0.event.isAtTheRateOnResuming ? month : $0.month))
        }
        resumed = month
      }
      amounts.append(own)
      back.append(paidBack)
    }
  }
}
