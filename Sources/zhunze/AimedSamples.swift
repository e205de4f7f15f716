import Comparisons
import Determinations
import Diagnostics
import FEELSyntax
import PolicyModel
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
  /// A policy in which nothing differs that could matter, or to which nobody was found, has none.
  func run(
    _ comparison: OutcomeComparison, count: Int, seed: UInt64,
    each body: (OutcomeResult) throws -> Void
  ) throws {
    for policy in comparison.policies {
      guard let sampler = try? sampler(of: policy, seed: seed) else { continue }
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
  }

  /// The days, after those compared, on which a value that differs begins to hold: on these days it
  /// can tell, and not before.
  func laterDays() -> [CalendarDate] {
    let compared = sides.map(\.view.date)
    let changes = comparison.policies.flatMap { policy in
      places(of: policy).flatMap {
        comparison.comparison(of: policy, from: $0.from, to: $0.to).changes
      }
    }
    let days = changes.compactMap { change -> CalendarDate? in
      guard let part = change.part, part.kind == .value else { return nil }
      return CalendarDate(part.name)
    }
    return Set(days).filter { day in compared.allSatisfy { $0 < day } }.sorted()
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
