import Determinations
import Diagnostics
import FEEL
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities

/// Applicants and days near a case, those with the least changed first.
struct CaseVariants {
  /// An applicant on a day.
  typealias Variant = (applicant: Applicant, date: CalendarDate)

  private let applicant: Applicant
  private let date: CalendarDate
  private let question: CaseQuestion
  private let policy: Policy?
  private let decider: Decider
  private let seen: [String: [SuppliedValue.Content]]
  private let borrowedGrants: [SuppliedValue]
  /// The text around the mistake.
  private let surroundings: String
  /// Numbers and days that the mistake is about.
  private let numbers: [Decimal128]
  private let days: [CalendarDate]

  init(
    of applicant: Applicant, on date: CalendarDate, near mutant: Mutant, in rulebook: Rulebook,
    _ question: CaseQuestion, _ cases: TracedCases
  ) {
    self.applicant = applicant
    self.date = date
    self.question = question
    seen = cases.values
    borrowedGrants = cases.grants(under: question.policy)
    decider = Decider(rulebook, detail: .tree)
    if case .policy(let policy) = rulebook.resolve(
      question.policy, pilot: question.pilot, on: date)
    {
      self.policy = policy
    } else {
      policy = nil
    }
    let file = mutant.place.file
    let line = mutant.place.start.line
    surroundings = file.text(
      in: file.offsets(ofLine: max(1, line - 4))
        .lowerBound..<file.offsets(ofLine: line + 4)
        .upperBound)
    let words =
      Self.words(of: file.text(in: file.offsets(ofLine: line))) + mutant.edits.map(\.text)
    numbers = words.compactMap { Decimal128($0) }
    days = words.compactMap { CalendarDate($0) }
  }

  private static func words(of text: String) -> [String] {
    var words: [String] = [""]
    for character in text {
      if character.isNumber || character == "-" {
        words[words.count - 1].append(character)
      } else if character == ".", let last = words.last, !last.isEmpty, !last.contains(".") {
        words[words.count - 1].append(character)
      } else {
        words.append("")
      }
    }
    return words.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
  }

  // MARK: Stages

  /// How many stages there are.
  static let stages = 5

  /// The variants of a stage.
  func variants(_ stage: Int) -> [Variant] {
    switch stage {
    case 0: [(applicant, date)] + dates(of: applicant).map { (applicant, $0) }
    case 1: singles.map { ($0, date) }
    case 2: pairs.map { ($0, date) }
    case 3: likely.prefix(60).flatMap { one in dates(of: applicant).prefix(24).map { (one, $0) } }
    default: borrowed.flatMap { one in ([date] + dates(of: one)).map { (one, $0) } }
    }
  }

  private var singles: [Applicant] { likely + unlikely }

  /// Facts that are named beside the mistake, changed.
  private var likely: [Applicant] {
    named.flatMap { others($0, in: applicant) }
  }

  private var unlikely: [Applicant] {
    let rest = applicant.facts.indices.filter { !named.contains($0) }
    return rest.flatMap { others($0, in: applicant) } + otherGrants
  }

  /// What was granted before: near what the case has, as other cases have it, and not known.
  private var otherGrants: [Applicant] {
    guard let own = applicant.grants else { return [] }
    var found: [SuppliedValue] = []
    if let policy, let item = policy.item(.grants) {
      let near = NearbyValues(numbers: numbers, date: date)
      for grants in [own] + borrowedGrants {
        found.append(grants)
        found += near.values(of: grants, policy.items[item]).map {
          SuppliedValue($0, at: grants.range)
        }
      }
    }
    return found.map { with(applicant.facts, grants: $0) } + [with(applicant.facts, grants: nil)]
  }

  /// Two facts that are named beside the mistake, both changed, then one of them and another.
  private var pairs: [Applicant] {
    var found: [Applicant] = []
    let rest = applicant.facts.indices.filter { !named.contains($0) }
    for (position, first) in named.enumerated() {
      for one in others(first, in: applicant) where one.facts.count == applicant.facts.count {
        for second in named.dropFirst(position + 1) + rest where found.count < 1500 {
          found += others(second, in: one).prefix(named.contains(second) ? 24 : 3)
        }
      }
    }
    return found
  }

  /// Facts as other cases have them.
  private var borrowed: [Applicant] {
    applicant.facts.indices.flatMap { index in
      (seen[applicant.facts[index].name.text] ?? []).prefix(24).map { content in
        replacing(index, by: content, in: applicant)
      }
    }
  }

  private var named: [Int] {
    applicant.facts.indices.filter { surroundings.contains(applicant.facts[$0].name.text) }
  }

  // MARK: Days

  private func dates(of applicant: Applicant) -> [CalendarDate] {
    var found: [CalendarDate] = []
    let near = days.flatMap { day in
      [day.adding(days: -1), day, day.adding(days: 1), day.lastOfMonth].compactMap { $0 }
    }
    let own =
      [-1, 1].compactMap { date.adding(days: $0) }
      + [-1, 1, 12].compactMap { date.adding(months: $0) }
    for day in near + own + thresholds(of: applicant) where day != date && !found.contains(day) {
      found.append(day)
    }
    return found
  }

  /// The days on which so many years, months or days have passed as the mistake is about.
  private func thresholds(of applicant: Applicant) -> [CalendarDate] {
    let counts = Set(numbers.compactMap(\.integer).filter { (1...1200).contains($0) }).sorted()
    guard !counts.isEmpty, counts.count < 8 else { return [] }
    var starts: [CalendarDate] = []
    let explained = question.decide(applicant, on: date, by: decider)
    for case .date(let day)? in explained?.explanation.nodes.map(\.value) ?? []
    where !starts.contains(day) && starts.count < 6 {
      starts.append(day)
    }
    return starts.flatMap { start in
      counts.flatMap { count in
        [
          start.adding(months: count * 12), start.adding(months: count),
          start.adding(days: count),
        ].compactMap { $0 }.flatMap { day in
          [day.adding(days: -1), day, day.adding(days: 1)].compactMap { $0 }
        }
      }
    }.filter { abs($0.dayNumber - date.dayNumber) < 366 * 12 }
  }

  // MARK: Facts

  private func others(_ index: Int, in applicant: Applicant) -> [Applicant] {
    var rest = applicant.facts
    rest.remove(at: index)
    return values(near: applicant.facts[index]).map { replacing(index, by: $0, in: applicant) }
      + [with(rest, grants: applicant.grants)]
  }

  private func replacing(
    _ index: Int, by content: SuppliedValue.Content, in applicant: Applicant
  ) -> Applicant {
    var facts = applicant.facts
    facts[index] = SuppliedFact(
      facts[index].name, SuppliedValue(content, at: facts[index].value.range))
    return with(facts, grants: applicant.grants)
  }

  private func with(_ facts: [SuppliedFact], grants: SuppliedValue?) -> Applicant {
    Applicant(
      id: applicant.id, subject: applicant.subject, facts: facts, claims: applicant.claims,
      grants: grants)
  }

  private func values(near fact: SuppliedFact) -> [SuppliedValue.Content] {
    guard let policy, let item = policy.names[fact.name.text] else { return [] }
    let near = NearbyValues(numbers: numbers, date: date)
    return near.values(of: fact.value, policy.items[item])
  }
}
