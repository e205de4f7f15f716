public import Casework
import Determinations
import Diagnostics
import FEELSyntax
public import PolicyModel
import PolicySyntax
import SeededRandom

/// How many small mistakes in the rules their cases notice.
public struct MutationRun: Sendable {
  /// What became of a mutant.
  public enum Fate: Sendable {
    /// The rules are refused with it, before any case.
    case refused
    /// A case no longer comes out as written.
    case killed
    /// No case goes through it.
    case unreached
    /// Cases go through it, and all come out as written.
    case survived
  }

  /// A mutant with what became of it.
  public struct Result: Sendable {
    /// The mutant.
    public let mutant: Mutant
    /// What became of it.
    public let fate: Fate
    /// A case that would notice it, for one that none does; nil if none was found.
    public let proposal: ProposedCase?
  }

  /// The mutants in the order of the policies, pilots and files.
  public let results: [Result]
  /// How many mutants there are, those among them that were not tried.
  public let count: Int

  /// Tries mutants on all cores: of one policy if it is given, in the files whose names are wanted,
  /// and of at most so many, drawn by a seed.
  public init(
    of rulebook: Rulebook, from sources: RuleSources, by files: [CaseFile],
    policy: PolicyID? = nil, seed: UInt64 = 1, most: Int? = nil, proposes: Bool = true,
    where isWanted: (_ file: String) -> Bool = { _ in true }
  ) {
    let cases = TracedCases(files, rulebook)
    var mutants = Self.mutants(in: rulebook, policy).filter { isWanted($0.place.file.name) }
    count = mutants.count
    if let most { mutants = Draw(seed: seed).draw(most, of: mutants) }
    results = mutants.mappedConcurrently(inChunksOf: 2) { mutant in
      let fate = Self.fate(of: mutant, sources, cases)
      let isOpen = fate.fate == .survived || fate.fate == .unreached
      let proposal =
        isOpen && proposes
        ? fate.rulebook.flatMap { CaseSearch(mutant, rulebook, $0, cases).proposal() } : nil
      return Result(mutant: mutant, fate: fate.fate, proposal: proposal)
    }
  }

  /// The mistakes that can be made in the rules, or in the files about one policy.
  private static func mutants(in rulebook: Rulebook, _ policy: PolicyID?) -> [Mutant] {
    var collector = MutantCollector()
    for id in rulebook.policyIDs {
      for pilot in [nil] + rulebook.pilots(adapting: id).map({ Optional($0.id) }) {
        for day in rulebook.changeDays(id, pilot) {
          if case .policy(let resolved) = rulebook.resolve(id, pilot: pilot, on: day) {
            collector.add(resolved)
          }
        }
      }
    }
    guard let policy else { return collector.mutants }
    let files = rulebook.allDocuments.filter { document in
      switch document.kind {
      case .policy(let name), .overlay(let name), .vocabulary(let name): name.text == policy.name
      case .sources: false
      }
    }
    let names = Set(files.map(\.file.name))
    return collector.mutants.filter { names.contains($0.place.file.name) }
  }

  private static func fate(
    of mutant: Mutant, _ sources: RuleSources, _ cases: TracedCases
  ) -> (fate: Fate, rulebook: Rulebook?) {
    guard let rulebook = sources.rulebook(with: mutant) else { return (.refused, nil) }
    let runner = CaseRunner(rulebook)
    let reaching = cases.reaching(mutant)
    for traced in reaching {
      let report = runner.run(traced.entry, of: traced.file)
      guard !report.hasPassed else { continue }
      return (traced.isRefused(by: rulebook) ? .refused : .killed, rulebook)
    }
    // Where no case is decided, the rules may be refused all the same.
    if cases.isRefused(mutant, by: rulebook) { return (.refused, nil) }
    return (reaching.isEmpty ? .unreached : .survived, rulebook)
  }

  // MARK: Figures

  /// How many mutants came to something.
  public func count(_ fate: Fate) -> Int { results.count { $0.fate == fate } }

  /// How many of the mutants that are not refused were killed, in tenths of a percent, rounded down.
  public var killedPerMille: Int {
    let tried = results.count - count(.refused)
    return tried == 0 ? 1000 : count(.killed) * 1000 / tried
  }
}

/// Draws some of many, the same for the same seed.
struct Draw {
  let seed: UInt64

  /// At most so many elements, in their order.
  func draw<Element>(_ most: Int, of elements: [Element]) -> [Element] {
    guard most < elements.count else { return elements }
    var generator = SplitMix64(seed: seed)
    let indices = elements.indices.shuffled(using: &generator).prefix(max(0, most)).sorted()
    return indices.map { elements[$0] }
  }
}
