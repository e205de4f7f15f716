import Diagnostics
import FEEL
import FEELSyntax
import Foundation
import Quantities
import Testing

/// What decision 0001 rests on: one traversal serves two readings, and facts that are not known.
@Suite("random well-typed expressions")
struct ReadingsTests {
  static let seed: UInt64 = 20_260_703
  /// Expressions that rule files take, in each of the two tests.
  static let expressions =
    Int(ProcessInfo.processInfo.environment["EXPRESSIONS"] ?? "") ?? 24_000
  static let parts = 4

  /// What was tried and what was found.
  struct Tally: Sendable {
    var expressions = 0
    var refused = 0
    var counts: [String: Int] = [:]
    var faults: [String] = []

    static func + (left: Tally, right: Tally) -> Tally {
      Tally(
        expressions: left.expressions + right.expressions, refused: left.refused + right.refused,
        counts: left.counts.merging(right.counts, uniquingKeysWith: +),
        faults: left.faults + right.faults)
    }
  }

  @Test("come to the same in both readings wherever the strict one does not fail")
  func readingsAgree() async {
    let tally = await Self.tally(seed: Self.seed) { trial, random, tally in
      for _ in 0..<3 {
        let values = RandomFacts(unknown: 0, &random).partial
        let strict = trial.result(.strict, values)
        let standard = trial.result(.standard, values)
        switch strict {
        case .failed: tally.counts["failures", default: 0] += 1
        case .value(let value):
          tally.counts["values", default: 0] += 1
          if case .value(let other) = standard, other.literal == value.literal { continue }
          tally.faults.append(
            "\(trial.text)\nstrict \(value.literal), standard \(standard)\n\(Self.text(values))")
        }
      }
    }
    Self.report(tally, seed: Self.seed)
    #expect((tally.counts["values"] ?? 0) > tally.expressions)
  }

  @Test("keep an answer given on some of the facts when the rest arrives")
  func answersStay() async {
    let tally = await Self.tally(seed: Self.seed &+ 100) { trial, random, tally in
      for percent in [15, 60] {
        let facts = RandomFacts(unknown: percent, &random)
        // Where DMN is followed to the letter nothing is ever unknown.
        let before = trial.result(.strict, facts.partial)
        tally.counts[before.kind, default: 0] += 1
        for _ in 0..<4 {
          let values = facts.completed(&random)
          let after = trial.result(.strict, values)
          if before.kind == "known", after.kind == "failed" {
            tally.counts["failures after an answer", default: 0] += 1
          }
          guard let fault = trial.fault(before, after, facts.partial) else { continue }
          tally.faults.append(
            """
            \(trial.text)
            \(fault): first \(before), then \(after)
            \(Self.text(facts.partial)) -- then \(Self.text(values))
            """)
        }
      }
    }
    Self.report(tally, seed: Self.seed &+ 100)
    #expect((tally.counts["known"] ?? 0) > tally.expressions / 4)
    #expect((tally.counts["open"] ?? 0) > tally.expressions / 4)
  }

  // MARK: Running

  private static func tally(
    seed: UInt64,
    _ body: @escaping @Sendable (ExpressionTrial, inout RandomExpressions, inout Tally) -> Void
  ) async -> Tally {
    await withTaskGroup(of: Tally.self) { group in
      for part in 0..<parts {
        group.addTask {
          var random = RandomExpressions(seed: seed &+ UInt64(part))
          var tally = Tally()
          while tally.expressions < expressions / parts {
            guard let trial = ExpressionTrial(random.expression(depth: 1 + random.below(4))) else {
              tally.refused += 1
              continue
            }
            tally.expressions += 1
            body(trial, &random, &tally)
          }
          return tally
        }
      }
      return await group.reduce(Tally(), +)
    }
  }

  private static func report(_ tally: Tally, seed: UInt64) {
    print(
      "seed \(seed): \(tally.expressions) expressions (\(tally.refused) more refused),",
      tally.counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        .joined(separator: ", ") + ", \(tally.faults.count) faults")
    for fault in tally.faults.sorted(by: { $0.utf8.count < $1.utf8.count }).prefix(12) {
      Issue.record("\(fault)")
    }
    #expect(tally.faults.isEmpty)
  }

  private static func text(_ values: [Value]) -> String {
    zip(RandomFacts.all, values).map { "\($0.name): \($1.literal)" }.joined(separator: "; ")
  }
}
