public import Diagnostics
import PolicySyntax

/// The rules with one small mistake in them, such as somebody might make.
public struct Mutant: Sendable {
  /// What is mistaken.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A number is off by one in its last digit.
    case threshold
    /// Another comparison: `<` for `<=`.
    case comparison
    /// An end belongs to a range, or does not.
    case rangeEnd = "range end"
    /// A row of a table is left out.
    case rowDropped = "row dropped"
    /// Two neighbouring rows have each other's outputs.
    case rowsSwapped = "rows swapped"
    /// A dated value begins a day or a month earlier or later.
    case date
    /// A dated value is another.
    case value
    /// A criterion, a reason, or what ends or suspends a term is left out.
    case removed
    /// Another rounding.
    case rounding
    /// `and` for `or`, or `not` left out.
    case logic
    /// Other arithmetic: `+` for `-`.
    case arithmetic
    /// An exception is left out.
    case exception
  }

  /// A stretch of the file and what stands there instead.
  public struct Edit: Sendable, Hashable {
    /// The stretch.
    public let range: SourceRange
    /// The text instead.
    public let text: String
  }

  /// What is mistaken.
  public let kind: Kind
  /// The edits, in the order of the file, all in one.
  public let edits: [Edit]
  /// What it is part of: a criterion, a decision, a parameter.
  public let name: String
  /// The clauses that what it is part of rests on.
  let sources: [Citation]
  /// Places of which a case must have gone through one to be able to notice; empty if every case of
  /// the policy may.
  let reachedBy: Set<SourceRange>

  /// Where it is.
  public var place: SourceRange { edits[0].range }

  /// The file with the mistake in it.
  var file: SourceFile {
    var bytes: [UInt8] = []
    var offset = 0
    let original = place.file.bytes
    for edit in edits {
      bytes += original[offset..<edit.range.lowerBound]
      bytes += Array(edit.text.utf8)
      offset = edit.range.upperBound
    }
    bytes += original[offset...]
    return SourceFile(name: place.file.name, bytes: bytes)
  }
}
