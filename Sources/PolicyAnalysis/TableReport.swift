import Diagnostics
import FEEL
import PolicySyntax

/// What is said about a table, each thing once.
struct TableReport {
  private let record: TableRecord
  private let messages: TableMessages

  init(_ record: TableRecord) {
    self.record = record
    messages = TableMessages(record.text, hitPolicy: record.hitPolicy)
  }

  var diagnostics: [Diagnostic] {
    gaps + pairs + rules + open
  }

  private var entries: [TableRecord.Entry] { record.entries }

  /// The circumstance of an entry; nil if it holds always.
  private func circumstance(_ entry: TableRecord.Entry, rule: Int?) -> Circumstance? {
    record.isAlways(entry, rule: rule) ? nil : entry.first
  }

  // MARK: - Gaps

  private var gaps: [Diagnostic] {
    let gaps = entries.filter { if case .gap = $0.finding.kind { true } else { false } }
    // A gap that is there for certain is told before one that only may be.
    guard let first = gaps.first(where: { $0.finding.isProven }) ?? gaps.first,
      let witness = first.finding.witness
    else { return [] }
    let others = gaps.filter { $0.finding.kind != first.finding.kind }
      .compactMap { $0.finding.witness }
    return [
      messages.gap(
        witness, others: others, isProven: first.finding.isProven,
        in: circumstance(first, rule: nil))
    ]
  }

  // MARK: - Two rules

  private var pairs: [Diagnostic] {
    var found: [Diagnostic] = []
    var told: Set<Int> = []
    for isProven in [true, false] {
      for entry in entries where entry.finding.isProven == isProven {
        guard let witness = entry.finding.witness else { continue }
        switch entry.finding.kind {
        case .overlap(let rule, let other, let isWithin):
          guard told.insert(rule).inserted else { continue }
          let others = entries.compactMap { more -> Int? in
            if case .overlap(rule, let third, _) = more.finding.kind, third != other {
              third
            } else {
              nil
            }
          }
          found.append(
            messages.overlap(
              rule, other, others: Array(Set(others)).sorted(), isWithin: isWithin, witness,
              meant: entry.finding.meant, isProven: isProven, in: circumstance(entry, rule: rule)))
        case .conflict(let rule, let other):
          guard told.insert(rule).inserted else { continue }
          found.append(
            messages.conflict(
              rule, other, witness, isProven: isProven, in: circumstance(entry, rule: rule)))
        default: continue
        }
      }
    }
    return found
  }

  // MARK: - One rule

  private var rules: [Diagnostic] {
    var found: [Diagnostic] = []
    var told: Set<Int> = []
    for entry in entries {
      switch entry.finding.kind {
      case .neverFits(let rule, let input):
        guard told.insert(rule).inserted else { continue }
        found.append(
          messages.neverFits(rule, input: input, in: circumstance(entry, rule: rule)))
      case .masked(let rule, let by):
        guard told.insert(rule).inserted else { continue }
        found.append(messages.masked(rule, by: by, in: circumstance(entry, rule: rule)))
      case .redundant(let rule, let by):
        guard record.isAlways(entry, rule: rule), told.insert(rule).inserted else { continue }
        found.append(messages.redundant(rule, by: by))
      case .repeated(let rule, let other):
        guard told.insert(rule).inserted else { continue }
        found.append(messages.repeated(rule, of: other, in: circumstance(entry, rule: rule)))
      case .disjoint:
        if record.isAlways(entry, rule: nil) { found.append(messages.disjoint) }
      default: continue
      }
    }
    return found
  }

  // MARK: - What was not decided

  private var open: [Diagnostic] {
    var cells: [(rule: Int, input: Int?, why: Undecided)] = []
    var isTooLarge = false
    for entry in entries {
      switch entry.finding.kind {
      case .open(let rule, let input, let why):
        if !cells.contains(where: { $0.rule == rule && $0.input == input }) {
          cells.append((rule, input, why))
        }
      case .tooLarge: isTooLarge = true
      default: continue
      }
    }
    var found: [Diagnostic] = []
    if !cells.isEmpty { found.append(messages.notDecided(cells)) }
    if isTooLarge { found.append(messages.tooLarge) }
    return found
  }
}

extension TableFinding {
  /// Whether a case is known to exist that shows it.
  fileprivate var isProven: Bool {
    guard let witness else { return true }
    return witness.isCertain && !witness.isFractional
  }
}
