import PolicyModel

extension Determination {
  /// Adds what a case rests on as if on the day that it waits for, and why it is not eligible then.
  mutating func explain(byLater later: Determination) {
    sources += later.sources.filter { !sources.contains($0) }
    sources.sort { $0.id < $1.id }
    evidence = sources.map(\.evidence).max()
    for item in later.provisional
    where !provisional.contains(where: { $0.name == item.name && $0.date == item.date }) {
      provisional.append(item)
    }
    guard outcome == .ineligible else { return }
    remark = remark ?? later.remark
    var reasons: [ShortLine] = []
    for var line in later.explanation.short {
      switch line.subject {
      case .criteria(.unmet, _), .reason: break
      case .criteria(.unknown, _) where later.remark != nil: break
      default: continue
      }
      line.day = later.date
      reasons.append(line)
    }
    let rest = max(Explanation.mostLines - reasons.count, 1)
    let short = explanation.short.prefix(rest) + reasons
    explanation.short = Array(short.prefix(Explanation.mostLines))
  }
}
