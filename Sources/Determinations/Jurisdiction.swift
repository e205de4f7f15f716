public import Diagnostics
import FEEL
import FEELSyntax
public import PolicyModel
import PolicySyntax
public import Quantities

extension Decider {
  /// Which pilot's rules apply.
  public enum Jurisdiction: Sendable {
    /// Those of a pilot, or the nation's.
    case pilot(PilotID?)
    /// It cannot be said, which is itself the determination.
    case open(Determination)
    /// The place has no such policy: only pilots elsewhere do.
    case elsewhere
    /// Something is wrong.
    case wrong([Diagnostic])
  }

  /// The pilot in whose region the fact of the policy's jurisdiction lies: the narrowest one.
  public func jurisdiction(
    of applicant: Applicant, for id: PolicyID, on date: CalendarDate, known: CalendarDate
  ) -> Jurisdiction {
    place(of: applicant, for: id, on: date, known: known).jurisdiction
  }

  /// Whose rules apply to an applicant, and the facts that say so: without them it could not be told.
  func place(
    of applicant: Applicant, for id: PolicyID, on date: CalendarDate, known: CalendarDate
  ) -> (jurisdiction: Jurisdiction, facts: [NamedValue]) {
    let pilots = rulebook.pilots(adapting: id)
    if pilots.isEmpty { return (.pilot(nil), []) }
    var open: Determination?
    var facts: [NamedValue] = []
    for owner in rulebook.owners(of: id) {
      let policy: Policy
      switch edition(of: id, owner?.id, on: date, known: known) {
      case .success(let found?): policy = found
      case .success(nil): continue
      case .failure(let why): return (.wrong(why.diagnostics), [])
      }
      guard let fact = policy.jurisdiction else { return (.pilot(owner?.id), []) }
      let binding = Binding(applicant, to: policy)
      if binding.diagnostics.contains(where: { $0.severity == .error }) {
        return (.wrong(binding.diagnostics), [])
      }
      guard let value = binding.bound.facts[fact]?.entry(on: date, known: known)?.value,
        case .string(let code) = value
      else {
        open = open ?? asking(for: fact, of: policy, applicant, on: date, known: known)
        continue
      }
      let named = policy.named(fact, value)
      let covering = pilots.filter { pilot in
        (owner.map { $0.id == pilot.id || pilot.parents.contains($0.id) } ?? true)
          && pilot.covers(code)
      }
      // Of two of one region one lies above the other, whose rules it includes.
      let narrowest = covering.max { left, right in
        left.width == right.width
          ? left.parents.count < right.parents.count : left.width < right.width
      }
      if narrowest != nil || owner == nil { return (.pilot(narrowest?.id), [named]) }
      if !facts.contains(where: { $0.name == named.name }) { facts.append(named) }
    }
    return (open.map(Jurisdiction.open) ?? .elsewhere, facts)
  }

  /// What is wrong with the rules.
  private struct Unsound: Error {
    let diagnostics: [Diagnostic]
  }

  /// An edition of a policy, that of the day if there is one: any tells which fact decides.
  private func edition(
    of id: PolicyID, _ owner: PilotID?, on date: CalendarDate, known: CalendarDate
  ) -> Result<Policy?, Unsound> {
    for day in [date] + rulebook.changeDays(id, owner) {
      switch rulebook.resolve(id, pilot: owner, on: day, known: known) {
      case .policy(let found): return .success(found)
      case .unsound(let diagnostics): return .failure(Unsound(diagnostics: diagnostics))
      default: continue
      }
    }
    return .success(nil)
  }

  /// The determination that asks for the fact which decides whose rules apply.
  private func asking(
    for fact: ItemID, of policy: Policy, _ applicant: Applicant, on date: CalendarDate,
    known: CalendarDate
  ) -> Determination {
    var determination = Determination(
      applicant: applicant.id, policy: policy.id, title: policy.title, date: date, known: known,
      outcome: .undetermined)
    determination.labels["region"] = EngineWords.region
    let item = policy.items[fact]
    var ask: Label?
    if case .fact(let declaration) = item.kind { ask = declaration.ask }
    determination.missing = [
      MissingFact(
        name: item.name, label: item.label, ask: ask, type: item.type, neededBy: ["region"])
    ]
    return determination
  }
}

extension Decisions {
  /// The same, with the facts by which the place was found among those that decided, and a line of its
  /// own for them where no other tells them.
  func placed(in pilot: Pilot?, by facts: [NamedValue]) -> Decisions {
    guard !facts.isEmpty else { return self }
    let placed = determinations.map { determination in
      var determination = determination
      determination.explanation.add(placedBy: facts, in: pilot)
      return determination
    }
    return Decisions(determinations: placed, diagnostics: diagnostics)
  }
}

extension Explanation {
  fileprivate mutating func add(placedBy found: [NamedValue], in pilot: Pilot?) {
    let told = Set(short.flatMap(\.facts).map(\.name))
    if !found.allSatisfy({ told.contains($0.name) }) {
      short = short.prefix(Self.mostLines - 1) + [ShortLine(subject: .place(pilot), facts: found)]
    }
    facts = found.filter { fact in !facts.contains { $0.name == fact.name } } + facts
  }
}

extension Pilot {
  /// How many digits of its code count; a narrower region has more.
  var width: Int {
    var digits = Array(region.utf8)
    while digits.count >= 2, digits.suffix(2).allSatisfy({ $0 == 0x30 }) { digits.removeLast(2) }
    return digits.count
  }
}

extension Rulebook {
  /// All names and labels under which facts and decisions can be supplied, in any policy.
  var suppliableNames: Set<String> { suppliableNames(of: allDocuments) }

  /// All names and labels under which facts and decisions of documents can be supplied.
  func suppliableNames(of documents: [PolicyDocument]) -> Set<String> {
    var names: Set<String> = []
    for document in documents {
      for fact in document.facts {
        names.insert(fact.name.text)
        if let zh = fact.description.label?.zh { names.insert(zh) }
        if let en = fact.description.label?.en { names.insert(en) }
      }
      for decision in document.decisions where decision.mayBeSupplied?.value == true {
        names.insert(decision.name.text)
        if let zh = decision.description.label?.zh { names.insert(zh) }
        if let en = decision.description.label?.en { names.insert(en) }
      }
    }
    return names
  }
}
