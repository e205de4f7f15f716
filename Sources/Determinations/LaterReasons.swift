import PolicyModel

extension Determination {
  /// Adds why a case is not eligible on the day that it waits for, with what that rests on.
  mutating func explain(byLater later: Determination) {
    for var line in later.explanation.short {
      switch line.subject {
      case .criteria(.unmet, _), .reason: break
      default: continue
      }
      line.day = later.date
      explanation.short.append(line)
    }
    explanation.short = Array(explanation.short.prefix(Explanation.mostLines))
    sources += later.sources.filter { !sources.contains($0) }
    sources.sort { $0.id < $1.id }
    evidence = sources.map(\.evidence).max()
  }
}
