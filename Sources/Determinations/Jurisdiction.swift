import Diagnostics
import FEEL
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities

extension Decider {
  /// Which pilot's rules apply.
  enum Jurisdiction {
    /// Those of a pilot, or the nation's.
    case pilot(PilotID?)
    /// It cannot be said, which is itself the determination; nil if there is nothing to say.
    case decided(Determination?)
    /// Something is wrong.
    case wrong([Diagnostic])
  }

  /// The pilot in whose region the fact of the policy's jurisdiction lies: the narrowest one.
  func jurisdiction(
    of applicant: Applicant, _ id: PolicyID, _ date: CalendarDate, _ known: CalendarDate
  ) -> Jurisdiction {
    let pilots = rulebook.pilots(adapting: id)
    if pilots.isEmpty { return .pilot(nil) }
    // Any edition tells which fact it is.
    let days = [date] + rulebook.changeDays(id, nil)
    var policy: Policy?
    for day in days {
      switch rulebook.resolve(id, pilot: nil, on: day, known: known) {
      case .policy(let found): policy = found
      case .unsound(let diagnostics): return .wrong(diagnostics)
      default: continue
      }
      if policy != nil { break }
    }
    guard let policy, let fact = policy.jurisdiction else { return .pilot(nil) }
    let binding = Binding(applicant, to: policy)
    if binding.diagnostics.contains(where: { $0.severity == .error }) {
      return .wrong(binding.diagnostics)
    }
    guard case .string(let code)? = binding.bound.facts[fact]?.entry(on: date, known: known)?.value
    else {
      var determination = Determination(
        applicant: applicant.id, policy: id, title: policy.title, date: date, known: known,
        outcome: .undetermined)
      let item = policy.items[fact]
      var ask: Label?
      if case .fact(let declaration) = item.kind { ask = declaration.ask }
      determination.missing = [
        MissingFact(
          name: item.name, label: item.label, ask: ask, type: item.type, neededBy: ["region"])
      ]
      return .decided(determination)
    }
    let covering = pilots.filter { $0.covers(code) }
    return .pilot(
      covering.max { left, right in
        left.width == right.width ? left.id > right.id : left.width < right.width
      }?.id)
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
  var suppliableNames: Set<String> {
    var names: Set<String> = []
    for document in allDocuments {
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
