import Determinations
import Diagnostics
import FEELSyntax
import PolicySyntax
import Quantities
import Testing

@Suite("a fact whose value cannot matter any more")
struct IdleFactTests {
  private static let head = """
    facts:
      resident: {type: boolean}
      kind: {type: text, choices: {shop: {en: Shop}, firm: {en: Firm}}}
      wanted: {type: money, unit: CNY, allowed: '>= 0'}
      local wage: {type: money, unit: CNY, allowed: '> 0'}
      own wage: {type: money, unit: CNY, allowed: '>= 0'}
      staff: {type: number, allowed: '> 0'}
      opened: {type: date}

    """
  private static let resident = """
      lives here:
        require: resident
        source: S

    """

  private static func benefit(_ amount: String) -> String {
    """
    benefits:
      aid:
        pays: once
        amount: \(amount)
        unit: CNY
        source: S

    """
  }

  private static func granted(_ entries: String...) -> String {
    "grants:\n" + entries.map { "  - {pilot: town, \($0)}" }.joined(separator: "\n")
  }

  private static let table = """
    decisions:
      most:
        type: money
        unit: CNY
        table: |
          | U | kind   | count(earlier grants) || most  || source |
          | 1 | "shop" | 0                     || 20000 || S      |
          | 2 | "shop" | > 0                   || 15000 || S      |
          | 3 | "firm" | 0                     || 40000 || S      |
          | 4 | "firm" | > 0                   || 30000 || S      |

    """

  @Test("is not asked for where every row of a table leads to the same, and the rows cover all")
  func coveredByTable() throws {
    let rules = try TinyRules(
      Self.head + Self.table + "criteria:\n" + Self.resident
        + Self.benefit("min(wanted, most)"))
    let small = try rules.decide("facts: {resident: true, wanted: 24}")
    #expect(small.amounts == ["24"])
    #expect(small.asksFor.isEmpty)
    let large = try rules.decide("facts: {resident: true, wanted: 18000}")
    #expect(large.amounts == ["?"])
    #expect(large.asksFor == ["grants", "kind"] || large.asksFor == ["kind", "grants"])
    // A firm gets it in full, whatever was granted before.
    #expect(
      try rules.decide("facts: {resident: true, wanted: 18000, kind: firm}").asksFor.isEmpty)
  }

  @Test("is not asked for where nothing is left of it")
  func timesNothing() throws {
    let rules = try TinyRules(
      Self.head + "criteria:\n" + Self.resident
        + Self.benefit("round half up(max(staff - 30, 0) * min(own wage, local wage * 2), 2)"))
    // The least wage there is, is 0.01, so that twice as much is no less than 0.02.
    let none = try rules.decide("facts: {resident: true, own wage: 0}")
    #expect(none.amounts == ["0.00"])
    #expect(none.asksFor.isEmpty)
    #expect(
      try rules.decide("facts: {resident: true, own wage: 0.02, staff: 40}").amounts == ["0.20"])
    #expect(
      try rules.decide("facts: {resident: true, own wage: 0.03, staff: 40}").asksFor
        == ["local wage"])
  }

  @Test("is not asked for where all days on which a criterion can become met have come")
  func allDaysHaveCome() throws {
    let rules = try TinyRules(
      Self.head + """
        criteria:
          long enough:
            met from: if count(earlier grants) = 0 then opened else opened + @"P6M"
            source: S

        """ + Self.benefit("'100'"))
    let grants = Self.granted("approved: 2026-01-01, paid: {}, item: none")
    let old = try rules.decide("facts: {opened: 2025-06-15}\n" + grants)
    #expect(old.outcome == .eligible)
    #expect(old.asksFor.isEmpty)
    let young = try rules.decide("facts: {opened: 2025-12-15}\n" + grants)
    #expect(young.asksFor == ["grants.policy"])
  }

  @Test("is not asked for where every list it could belong to gives the same")
  func everyList() throws {
    let rules = try TinyRules(
      Self.head + """
        criteria:
          not twice:
            require: not(some granted in earlier grants satisfies granted.item = "chair")
            source: S

        """ + Self.benefit("'100'"))
    let other = Self.granted("approved: 2026-01-01, paid: {}, item: lamp")
    #expect(try rules.decide(other).outcome == .eligible)
    let same = Self.granted("approved: 2026-01-01, paid: {}, item: chair")
    #expect(try rules.decide(same).asksFor == ["grants.policy"])
  }

  private static let requests = """
    types:
      device: {item: {type: text}, price: {type: money, unit: CNY, allowed: '>= 0'}}
    facts:
      devices: {type: list of device}
      resident: {type: boolean}
    for each: {device: devices}
    functions:
      is large:
        parameters: {article: text}
        is: article in ("chair", "lift")
        source: S

    """

  @Test("is not asked for where a text leads to the same whichever of those compared with it is")
  func textsMet() throws {
    let rules = try TinyRules(
      Self.requests + "criteria:\n" + Self.resident + """
          not twice:
            require: |
              count(earlier grants[item = device.item]) = 0 or not(is large(device.item))
            source: S

        """ + Self.benefit("device.price"))
    let device = "facts: {devices: [{price: 5}]}\n"
    let lamp = Self.granted("policy: aid, approved: 2026-01-01, paid: {}, item: lamp")
    let kept = try rules.decide(device + lamp)
    #expect(kept.asksFor == ["resident"])
    let chair = Self.granted("policy: aid, approved: 2026-01-01, paid: {}, item: chair")
    #expect(try Set(rules.decide(device + chair).asksFor) == ["devices.item", "resident"])
  }

  @Test("is not asked for where a text leads to the same however it is written")
  func capitals() throws {
    let rules = try TinyRules(
      """
      facts:
        card: {type: text}
        code: {type: text}
        until: {type: date}
      criteria:
        asked:
          require: true
          source: S
      refer:
        of another:
          when: upper case(card) != upper case(code)
        with a letter:
          when: card in ("12X", "12x")
        expired:
          when: until < determination date

      """ + Self.benefit("'100'"))
    #expect(Set(try rules.decide("facts: {code: 12}").asksFor) == ["card", "until"])
    let mine = try rules.decide("facts: {code: 12x}")
    #expect(mine.asksFor == ["card"])
  }

  @Test("is not asked for if it is not, whatever another one is")
  func notAskedForEitherWay() throws {
    let rules = try TinyRules(
      Self.requests + "criteria:\n" + Self.resident + """
        refer:
          several:
            when: not(is large(device.item)) and count(devices) > 1
            why: {en: They share}
            source: S
          granted earlier:
            when: not(is large(device.item)) and count(earlier grants) > 0
            why: {en: For how long}
            source: S

        """ + Self.benefit("device.price"))
    let one = try rules.decide("facts: {resident: true, devices: [{price: 5}]}")
    #expect(Set(one.asksFor) == ["devices.item", "grants"])
    let two = try rules.decide("facts: {resident: true, devices: [{price: 5}, {price: 5}]}")
    #expect(two.asksFor == ["devices.item"])
  }

  @Test("is not asked for where the fewest months that a term can have are not over")
  func fewestMonths() throws {
    let rules = try TinyRules(
      """
      facts:
        applied: {type: date}
        near: {type: boolean}
        used: {type: number, allowed: '0, 6, 12'}
      criteria:
        asked:
          require: true
          source: S
      benefits:
        aid:
          pays: monthly
          amount: '100'
          unit: CNY/month
          source: S
      term:
        starts: applied
        months: if near then null else 36
        used before: used
        counts: payable months
      """)
    let early = try rules.decide("facts: {applied: 2025-01-10}")
    #expect(early.outcome == .eligible)
    #expect(early.asksFor.isEmpty)
    let late = try rules.decide("facts: {applied: 2024-01-10}")
    #expect(late.outcome == .undetermined)
    #expect(Set(late.asksFor) == ["near"] || Set(late.asksFor) == ["near", "used"])
    #expect(try rules.decide("facts: {applied: 2024-01-10, used: 0}").outcome == .eligible)
    #expect(try rules.decide("facts: {applied: 2024-01-10, near: true}").outcome == .eligible)
  }

  @Test("is not asked for where a term is over on whichever day somebody was born")
  func whicheverDayOfBirth() throws {
    let rules = try TinyRules(
      """
      facts:
        card: {type: text}
        applied: {type: date}
        used: {type: number}
        employed: {type: boolean, over time: history}
      decisions:
        born:
          is: date(substring(card, 1, 10))
        retires:
          is: if born = null then null else born - (born.day - 1) * @"P1D" + @"P60Y"
        near:
          is: if retires = null then false else (retires.year - 1970) * 12 + retires.month <= 60
      criteria:
        asked:
          require: true
          source: S
      refer:
        no birth date:
          when: born = null
          why: {en: Look at the number}
          source: S
      benefits:
        aid:
          pays: monthly
          amount: '100'
          unit: CNY/month
          source: S
      term:
        starts: applied
        last month: retires
        months: if near then null else 36
        used before: used
        counts: payable months
        ends:
          employed: {when: employed, on: first day, effect: same month, source: S}
      """)
    // Who retired before 1975 has retired, and for all others no month is left.
    let over = try rules.decide("facts: {applied: 2026-01-10, used: 36}")
    #expect(over.outcome == .undetermined)
    #expect(over.asksFor == ["card"])
    for number in ["1914-12-31", "1915-01-01", "1990-06-30", "none"] {
      #expect(
        try rules.decide("facts: {applied: 2026-01-10, used: 36, card: '\(number)'}").outcome
          == .ineligible)
    }
    let left = try rules.decide("facts: {applied: 2026-01-10, used: 35}")
    #expect(Set(left.asksFor) == ["card", "employed"])
  }

  @Test("is told apart where a function is called with it")
  func toldApartByFunctions() throws {
    let rules = try TinyRules(
      Self.head + """
        functions:
          months allowed:
            parameters: {category: text}
            is: (if category = "shop" then 10 else 2) + (if category = "shop" then 1 else 9)
            source: S
        criteria:
          few:
            require: months allowed(kind) <= staff
            source: S

        """ + Self.benefit("'100'"))
    // 11 months for either, though the parts alone could make 19.
    let enough = try rules.decide("facts: {staff: 11}")
    #expect(enough.outcome == .eligible)
    #expect(enough.asksFor.isEmpty)
  }

  private static let term = """
    criteria:
      asked:
        require: true
        source: S
    benefits:
      aid:
        pays: monthly
        amount: '100'
        unit: CNY/month
        source: S
    term:
      starts: date("2025-01-01")
      months: '6'
      used before: '0'
      counts: payable months
      ends:
        retired: {when: draws pension, effect: same month, source: S}
    """

  @Test("is asked for where it may have been one thing and then another")
  func differsInTime() throws {
    let rules = try TinyRules(
      "facts:\n  draws pension: {type: boolean, over time: history}\n" + Self.term)
    let over = try rules.decide("facts: {draws pension: {2026-02-01: false}}", on: "2026-03-31")
    #expect(over.outcome == .undetermined)
    #expect(over.asksFor == ["draws pension"])
  }

  @Test("is asked for rather than nothing, where an answer that differs in time might decide")
  func differsFromMonthToMonth() throws {
    let rules = try TinyRules(
      """
      facts:
        kind of work: {type: text, over time: history, choices: {own: {en: Own}, firm: {en: Firm}}}
      criteria:
        unchanged:
          require: kind of work = (kind of work at(date("2026-01-01")))
          source: S

      """ + Self.benefit("'100'"))
    let open = try rules.decide()
    #expect(open.outcome == .undetermined)
    #expect(open.asksFor == ["kind of work"])
    let changed = "facts: {kind of work: {2020-01-01: own, 2026-02-01: firm}}"
    #expect(try rules.decide(changed).outcome == .ineligible)
  }

  private static let either = """
    facts:
      a: {type: boolean, label: {en: A}}
      b: {type: boolean, label: {en: B}}
      hours: {type: number, allowed: '>= 0', label: {en: Hours}}
      state: {type: boolean, over time: history, label: {en: State}}
    criteria:

    """

  /// Two criteria of which no hours meet both.
  private static let fewAndMany = """
      few:
        require: hours <= 10
        source: S
      many:
        require: hours >= 20
        source: S

    """

  @Test("is not asked for where each answer leaves another criterion unmet")
  func eitherWay() throws {
    let rules = try TinyRules(
      Self.either + Self.fewAndMany + """
          yes: {require: a, source: S}

        """ + Self.benefit("'100'"))
    let open = try rules.decide("facts: {a: true}")
    #expect(open.outcome == .ineligible)
    #expect(open.asksFor.isEmpty)
    #expect(open.criteria.map(\.result) == [.unknown, .unknown, .met])
    #expect(
      open.remark?.en == "whatever “Hours” is, one of these is not met: “few”, “many”")
    #expect(open.explanation.facts.isEmpty)
    let shortest = try rules.decisions("facts: {a: true}", detail: .outcome)
    #expect(shortest.determinations.map(\.outcome) == [.ineligible])
    #expect(try rules.decide("facts: {}").asksFor.isEmpty)
  }

  @Test("is not asked for where each answer leaves the same criterion unmet by another way")
  func sameCriterion() throws {
    let rules = try TinyRules(
      Self.either.replacing("criteria:\n", with: "") + """
        decisions:
          other:
            is: not(a)
        criteria:
          both:
            require: a and other
            source: S

        """ + Self.benefit("'100'"))
    let open = try rules.decide("facts: {}")
    #expect(open.outcome == .ineligible)
    #expect(open.criteria.map(\.result) == [.unknown])
    #expect(open.remark?.en == "“both” is not met, whatever “A” is")
  }

  @Test("is asked for where one answer meets all, and where the answer may differ in time")
  func notEitherWay() throws {
    let rules = try TinyRules(
      Self.either + """
          once:
            require: state
            as of: date("2026-01-01")
            source: S
          no more:
            require: not(state)
            source: S

        """ + Self.benefit("'100'"))
    #expect(try rules.decide("facts: {}").asksFor == ["state"])
    #expect(
      try rules.decide("facts: {state: {2025-01-01: true, 2026-02-01: false}}").outcome
        == .eligible)
  }

  @Test("is not asked for where a fact that cannot differ in time settles the case beside it")
  func constantFirst() throws {
    let rules = try TinyRules(
      Self.either + """
          once:
            require: state
            source: S
          no more:
            require: not(state)
            source: S

        """ + Self.fewAndMany + Self.benefit("'100'"))
    let open = try rules.decide("facts: {}")
    #expect(open.outcome == .ineligible)
    #expect(open.remark?.en.contains("Hours") == true)
  }

  @Test("is called by the entry of the record that lacks it")
  func entryOfRecord() throws {
    let rules = try TinyRules(
      Self.either + """
          ours:
            require: every granted in grants satisfies granted.policy = "aid"
            source: S
          theirs:
            require: every granted in grants satisfies granted.policy = "other"
            source: S

        """ + Self.benefit("'100'"))
    let open = try rules.decide("facts: {a: true}\ngrants: [{approved: 2026-01-01, paid: {}}]")
    #expect(open.outcome == .ineligible)
    #expect(open.remark?.en.contains("(policy)") == true)
  }

  @Test("is not asked for where each answer fails on the day that must be waited for")
  func eitherWayLater() throws {
    let rules = try TinyRules(
      Self.either + """
          later:
            met from: date("2026-12-01")
            source: S
          one: {require: a, source: S}
          other:
            require: not(a)
            source: S

        """ + Self.benefit("'100'"))
    #expect(try rules.decide("facts: {}").outcome == .ineligible)
  }
}
