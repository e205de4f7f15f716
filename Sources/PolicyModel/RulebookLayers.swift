import FEELSyntax
public import PolicySyntax
public import Quantities

extension Rulebook {
  /// Why there are no layers.
  enum Absence: Error {
    case unknownPolicy
    case noRuleInForce
    case notAdapted

    var resolution: Resolution {
      switch self {
      case .unknownPolicy: .unknownPolicy
      case .noRuleInForce: .noRuleInForce
      case .notAdapted: .notAdapted
      }
    }
  }

  /// The editions of a policy as a place has them, and the pilot whose own policy it is.
  ///
  /// That is the place itself or one above it. Nil if the place does not have the policy.
  func editions(
    of policy: PolicyID, seenFrom pilot: PilotID?
  ) -> (documents: [PolicyDocument], owner: PilotID?)? {
    if let national = policies[policy] { return (national, nil) }
    guard let pilot, let place = adapting[pilot] else { return nil }
    for id in [pilot] + place.pilot.parents {
      if let own = adapting[id]?.policies[policy] { return (own, id) }
    }
    return nil
  }

  /// Whose rules of a policy apply in a place: those of the pilot, which take in what the pilots above
  /// it say, or the nation's (nil) where none of them says anything.
  public func place(of policy: PolicyID, in pilot: PilotID?) -> PilotID? {
    guard let pilot, policies[policy] != nil, let place = adapting[pilot] else { return pilot }
    let chain = [pilot] + place.pilot.parents
    return chain.contains { adapting[$0]?.overlays[policy] != nil } ? pilot : nil
  }

  /// The layers of a policy in a place on a day, the lowest first.
  func layers(
    _ policy: PolicyID, _ pilot: PilotID?, _ day: CalendarDate, known: CalendarDate?
  ) -> Result<[Layer], Absence> {
    let inForce = { (document: PolicyDocument) in
      guard let window = document.inForce else { return true }
      return window.contains(day) && (known.map { window.isKnown(by: $0) } ?? true)
    }
    guard let (editions, owner) = editions(of: policy, seenFrom: pilot),
      pilot.map({ adapting[$0] != nil }) ?? true
    else { return .failure(has(policy) ? .notAdapted : .unknownPolicy) }
    guard let edition = editions.first(where: inForce) else { return .failure(.noRuleInForce) }
    var documents: [(PolicyDocument, PilotID?, Int)] = [(edition, owner, 0)]
    if let pilot {
      let chain = (adapting[pilot].map { $0.pilot.parents.reversed() + [pilot] }) ?? []
      for (index, id) in chain.enumerated() {
        guard let overlays = adapting[id]?.overlays[policy] else { continue }
        let current = overlays.filter(inForce)
        if current.isEmpty, id == pilot { return .failure(.noRuleInForce) }
        documents += current.map { ($0, id, index + 1) }
      }
    }
    var layers: [Layer] = []
    var used: Set<String> = []
    for (document, _, _) in documents { addUses(of: document, &layers, &used) }
    return .success(
      layers + documents.map { Layer(document: $0.0, pilot: $0.1, rank: $0.2) })
  }

  /// The documents that make a policy in a place on a day, as known by another, the lowest first,
  /// each with its pilot; none if none is in force.
  public func layers(
    of policy: PolicyID, pilot: PilotID?, on day: CalendarDate, known: CalendarDate
  ) -> [(document: PolicyDocument, pilot: PilotID?)] {
    guard case .success(let layers) = layers(policy, pilot, day, known: known) else { return [] }
    return layers.map { ($0.document, $0.pilot) }
  }

  /// The spans of days on which a policy is in force in a place, as known by a day, in order.
  public func spansInForce(
    of policy: PolicyID, pilot: PilotID?, known: CalendarDate
  ) -> [(from: CalendarDate?, until: CalendarDate?)] {
    let changes = changeDays(policy, pilot)
    let starts = [nil] + changes.map { Optional($0) }
    let ends = changes.map { $0.adding(days: -1) } + [nil]
    var spans: [(from: CalendarDate?, until: CalendarDate?)] = []
    var goesOn = false
    for (from, until) in zip(starts, ends) {
      guard let day = from ?? until ?? CalendarDate(year: 1, month: 1, day: 1),
        case .success = layers(policy, pilot, day, known: known)
      else {
        goesOn = false
        continue
      }
      if goesOn, let last = spans.popLast() {
        spans.append((last.from, until))
      } else {
        spans.append((from, until))
      }
      goesOn = true
    }
    return spans
  }

  func addUses(
    of document: PolicyDocument, _ layers: inout [Layer], _ used: inout Set<String>
  ) {
    for use in document.uses where used.insert(use.text).inserted {
      guard let vocabulary = vocabularyLayers[use.text] else { continue }
      addUses(of: vocabulary.document, &layers, &used)
      layers.append(vocabulary)
    }
  }

  /// Days on which another edition or overlay begins to be in force, in order.
  public func changeDays(_ policy: PolicyID, _ pilot: PilotID?) -> [CalendarDate] {
    var documents = editions(of: policy, seenFrom: pilot)?.documents ?? []
    if let pilot, let own = adapting[pilot] {
      for id in own.pilot.parents + [pilot] {
        documents += adapting[id]?.overlays[policy] ?? []
      }
    }
    var days: Set<CalendarDate> = []
    for document in documents {
      if let from = document.inForce?.from?.value { days.insert(from) }
      if let until = document.inForce?.until?.value.adding(days: 1) { days.insert(until) }
    }
    return days.sorted()
  }
}
