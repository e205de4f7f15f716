public import Casework
import Determinations
public import Diagnostics
import FEELSyntax
public import PolicyModel
import PolicySyntax
import Quantities

/// How far cases go through the rules.
public struct Coverage: Sendable {
  /// A rule file with what cases must go through in it.
  public struct File: Sendable {
    /// The file.
    public let file: SourceFile
    /// The policy or vocabulary it is about.
    public let subject: String
    /// The pilot it belongs to; nil for the nation's.
    public let pilot: PilotID?
    /// What cases must go through, in the order of the file.
    public let targets: [CoverageTarget]
  }

  /// The rule files, the nation's first.
  public let files: [File]
  /// How many cases were run.
  public let cases: Int

  /// Runs cases against a rulebook on all cores, and counts what they go through.
  public init(of rulebook: Rulebook, by cases: [CaseFile]) {
    let runner = CaseRunner(rulebook)
    let entries = cases.flatMap { file in file.cases.map { (entry: $0, file: file) } }
    let traces = entries.mappedConcurrently { entry in
      let trace = DecisionTrace()
      _ = runner.run(entry.entry, of: entry.file, trace: trace)
      return (events: trace.events, days: trace.days)
    }
    var counts: [DecisionTrace.Event: Int] = [:]
    var days: [SourceRange: [Int: Int]] = [:]
    for trace in traces {
      for event in trace.events { counts[event, default: 0] += 1 }
      for (range, read) in trace.days {
        for day in read { days[range, default: [:]][day.dayNumber, default: 0] += 1 }
      }
    }
    self.cases = entries.count
    var targets = Self.targets(in: rulebook)
    for index in targets.indices {
      for aspect in targets[index].aspects.indices {
        let hits =
          switch targets[index].aspects[aspect].need {
          case .event(let event): counts[event] ?? 0
          case .read(let range, let wanted):
            (days[range] ?? [:]).filter { wanted.contains($0.key) }.values.reduce(0, +)
          }
        targets[index].aspects[aspect].hits = hits
      }
    }
    files = Self.files(targets, rulebook)
  }

  private init(files: [File], cases: Int) {
    self.files = files
    self.cases = cases
  }

  /// The same of some kinds, of all if none is named, in the files about one policy or vocabulary
  /// and in those whose names are wanted.
  public func restricted(
    to kinds: [CoverageTarget.Kind], subject: String? = nil,
    where isWanted: (_ file: String) -> Bool = { _ in true }
  ) -> Coverage {
    let kept = files.compactMap { file -> File? in
      let targets = file.targets.filter { kinds.isEmpty || kinds.contains($0.kind) }
      guard !targets.isEmpty, subject == nil || subject == file.subject, isWanted(file.file.name)
      else { return nil }
      return File(file: file.file, subject: file.subject, pilot: file.pilot, targets: targets)
    }
    return Coverage(files: kept, cases: cases)
  }

  /// What cases must go through in any policy, in any pilot, on any day.
  private static func targets(in rulebook: Rulebook) -> [CoverageTarget] {
    var collector = TargetCollector()
    for policy in rulebook.policyIDs {
      let pilots = [nil] + rulebook.pilots(adapting: policy).map { Optional($0.id) }
      for pilot in pilots {
        for day in rulebook.changeDays(policy, pilot) {
          if case .policy(let resolved) = rulebook.resolve(policy, pilot: pilot, on: day) {
            collector.add(resolved)
          }
        }
      }
    }
    return collector.targets
  }

  private static func files(_ targets: [CoverageTarget], _ rulebook: Rulebook) -> [File] {
    let byFile = Dictionary(grouping: targets) { ObjectIdentifier($0.range.file) }
    return rulebook.allDocuments.compactMap { document in
      guard let own = byFile[ObjectIdentifier(document.file)] else { return nil }
      let subject =
        switch document.kind {
        case .policy(let name), .vocabulary(let name), .overlay(let name): name.text
        case .sources: ""
        }
      return File(
        file: document.file, subject: subject, pilot: rulebook.pilot(of: document),
        targets: own.sorted {
          ($0.range.lowerBound, $0.kind.rawValue) < ($1.range.lowerBound, $1.kind.rawValue)
        })
    }
  }
}

/// How many of some ways there are were gone through.
public struct CoverageCount: Sendable, Hashable {
  /// How many were.
  public var covered = 0
  /// How many there are.
  public var all = 0

  /// The share in whole percent, rounded down, so that 100 means all; 100 if there are none.
  public var percent: Int { all == 0 ? 100 : covered * 100 / all }
}

extension Sequence where Element == CoverageTarget {
  /// How many ways of a kind were gone through; of all kinds if none is given.
  public func count(_ kind: CoverageTarget.Kind? = nil) -> CoverageCount {
    var count = CoverageCount()
    for target in self where kind == nil || target.kind == kind {
      count.all += target.aspects.count
      count.covered += target.aspects.count { $0.hits > 0 }
    }
    return count
  }
}
