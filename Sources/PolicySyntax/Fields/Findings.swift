internal import Diagnostics

/// Gathers what is noticed while one file is read.
final class Findings {
  private var diagnostics: [Diagnostic] = []
  private var reported: Set<SourceRange> = []
  private var expressions: Set<SourceRange> = []

  /// Takes a message.
  func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Takes a message unless there is one for the same stretch of the file, so that one slip inside
  /// a pair of brackets is told once and not for each entry it tears apart.
  func add(_ diagnostic: Diagnostic, onceFor range: SourceRange) {
    if reported.insert(range).inserted { add(diagnostic) }
  }

  /// Remembers that a value was read as an expression.
  func noteExpression(_ range: SourceRange) { expressions.insert(range) }

  /// Whether a value was read as an expression.
  func isExpression(_ range: SourceRange) -> Bool { expressions.contains(range) }

  /// The messages in the order of the file.
  var sorted: [Diagnostic] {
    diagnostics.enumerated().sorted { left, right in
      let (leftPlace, rightPlace) = (place(of: left.element), place(of: right.element))
      return (leftPlace, left.offset) < (rightPlace, right.offset)
    }.map(\.element)
  }

  private func place(of diagnostic: Diagnostic) -> Int { diagnostic.range?.lowerBound ?? .max }
}
