import Comparisons
import Determinations
import Diagnostics
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities
import Sampling

/// Applicants thought up to show what differs between two sides.
struct AimedSamples {
  /// The rules of both sides, with the cases beside them.
  let sides: [SelectedRules]
  let comparison: OutcomeComparison

  init(_ sides: [SelectedRules], policy: PolicyID?) {
    self.sides = sides
    let both = sides.map { side in
      OutcomeComparison.Side(
        side.read.rulebook, pilot: side.selector.pilot.map { .named($0) } ?? .fitting, at: side.view
      )
    }
    comparison = OutcomeComparison(from: both[0], to: both[1], policy: policy)
  }

  /// Draws applicants of a policy, in every place in which something differs.
  func sampler(of policy: PolicyID, seed: UInt64) throws(Sampler.Failure) -> Sampler {
    let pairs = places(of: policy).mappedConcurrently(inChunksOf: 1) { place in
      comparison.comparison(of: policy, from: place.from, to: place.to)
    }
    return try Sampler(aimedAt: pairs, examples: examples, seed: seed)
  }

  /// Compares what so many applicants of each policy come to; they are handed out in their order.
  ///
  /// A policy in which nothing differs that could matter has none. Answers those in which something
  /// does and to which nobody was found.
  func run(
    _ comparison: OutcomeComparison, count: Int, seed: UInt64,
    each body: (OutcomeResult) throws -> Void
  ) throws -> [PolicyID] {
    var without: [PolicyID] = []
    for policy in comparison.policies {
      let sampler: Sampler
      do throws(Sampler.Failure) {
        sampler = try self.sampler(of: policy, seed: seed)
      } catch {
        if case .nothingFound = error { without.append(policy) }
        continue
      }
      var next = 0
      while next < count {
        let numbers = Array(next..<min(count, next + Self.chunk))
        let results = numbers.mappedConcurrently(inChunksOf: 32) {
          comparison.compare(sampler.applicant($0), only: policy)
        }
        for result in results { try body(result) }
        next += numbers.count
      }
    }
    return without
  }

  /// The days, after those compared, on which what differs begins to hold: on these days it can
  /// tell, and not before.
  func laterDays() -> [CalendarDate] {
    var days = Set(comparison.policies.flatMap(startsOfEditions))
    for policy in comparison.policies {
      let starts = sides.flatMap { side in
        side.read.rulebook.documents(of: policy).flatMap(\.startsOfParts)
      }
      for place in places(of: policy) {
        let changes = comparison.comparison(of: policy, from: place.from, to: place.to).changes
        for range in changes.flatMap({ [$0.from?.range, $0.to?.range] }).compactMap({ $0 }) {
          days.formUnion(starts.filter { $0.range.holds(range) }.map(\.day))
        }
      }
    }
    return days.filter { day in sides.allSatisfy { $0.view.date < day } }.sorted()
  }

  /// The first days of the editions and overlays that the other side does not have as they are.
  private func startsOfEditions(of policy: PolicyID) -> [CalendarDate] {
    let documents = sides.map { side in
      let rulebook = side.read.rulebook
      let place = side.selector.pilot.flatMap { rulebook.pilot($0) }
      return rulebook.documents(of: policy).filter { document in
        guard let place, let owner = rulebook.pilot(of: document) else { return true }
        return owner == place.id || place.parents.contains(owner)
      }
    }
    return zip(documents, documents.reversed()).flatMap { own, others in
      own.filter { document in
        !others.contains {
          $0.file.name == document.file.name && $0.file.bytes == document.file.bytes
        }
      }.compactMap { $0.inForce?.from?.value }
    }
  }

  /// So many applicants are worked on at once.
  private static let chunk = 2048

  /// The applicants of the cases beside the rules of either side, as they lie in the folder now.
  private var examples: [Example] {
    var seen: Set<String> = []
    return sides.filter { seen.insert($0.folder.path).inserted }.flatMap { side in
      CasesRead(reading: side.folder.contents().cases, in: side.folder).files.flatMap(\.examples)
    }
  }

  /// The places that are compared: those named, else everywhere, each with itself.
  private func places(of policy: PolicyID) -> [(from: PilotID?, to: PilotID?)] {
    let named = sides.map(\.selector.pilot)
    if let from = named[0], let to = named[1] { return [(from, to)] }
    let adapting = sides.flatMap { $0.read.rulebook.pilots(adapting: policy).map(\.id) }
    let all = [nil] + Set(adapting).sorted().map { Optional($0) }
    return all.map { place in (named[0] ?? place, named[1] ?? place) }
  }
}

extension PolicyDocument {
  /// The first days of values, rows and exceptions, with where these stand.
  fileprivate var startsOfParts: [(range: SourceRange, day: CalendarDate)] {
    let values = parameters.flatMap { $0.values ?? [] }.map { ($0.range, $0.window.from) }
    let rows = (decisions.map(\.table) + functions.map(\.table)).flatMap { $0?.rows ?? [] }
      .map { ($0.range, $0.period?.from) }
    let exceptions = decisions.flatMap(\.exceptions).map { ($0.range, $0.from) }
    return (values + rows + exceptions).compactMap { range, from in
      from.map { (range, $0.value) }
    }
  }
}

extension SourceRange {
  /// Whether another stretch lies within it.
  fileprivate func holds(_ other: SourceRange) -> Bool {
    file === other.file && lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
