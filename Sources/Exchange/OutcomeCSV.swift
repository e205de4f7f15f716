public import Comparisons
internal import Determinations
internal import FEEL
internal import PolicyModel
internal import PolicySyntax
internal import Quantities

/// The machine form of an outcome comparison as a table: a row for each applicant, policy and unit.
public struct OutcomeCSV: Sendable {
  private let names: [String]

  /// Tables with a column for each name by which is grouped.
  public init(groupedBy names: [String]) { self.names = names }

  /// The row of names, ended by a line break.
  public var head: String {
    line(
      [
        "applicant", "policy", "change", "outcome before", "outcome after", "unit",
        "amount before", "amount after", "difference", "alone", "together", "causes",
      ] + names)
  }

  /// The rows of an applicant; one for each unit in which something is paid, and one if in none.
  public func rows(of finding: OutcomeFinding) -> String {
    let units = finding.units
    let before = finding.from
    let after = finding.to
    let shares = finding.attribution?.shares ?? []
    let causes = shares.map { finding.name(of: $0.cause) }.joined(separator: " + ")
    let groups = finding.groups.map { value in
      value.flatMap { $0.value.unknown == nil ? $0.value.text : nil } ?? ""
    }
    return (units.isEmpty ? [nil] : units.map { Optional($0) }).map { unit -> String in
      func text(_ amount: Decimal128?) -> String {
        guard let unit, let amount else { return "" }
        return unit.text(of: amount)
      }
      let from = unit.flatMap { before.total(in: $0) }
      let to = unit.flatMap { after.total(in: $0) }
      let difference = from.flatMap { from in to?.subtracting(from) }
      let alone = shares.map { share in text(unit.flatMap { share.alone[$0] }) }
      return line(
        [
          finding.applicant, finding.comparison.policy.name, finding.change.rawValue,
          before.outcome.rawValue, after.outcome.rawValue, unit?.description ?? "", text(from),
          text(to), text(difference), alone.count > 1 ? alone.joined(separator: " + ") : "",
          alone.count > 1 ? text(unit.flatMap { finding.attribution?.together[$0] }) : "", causes,
        ] + groups)
    }.joined()
  }

  private func line(_ cells: [String]) -> String {
    cells.map(Self.quoted).joined(separator: ",") + "\n"
  }

  /// A cell, in quotation marks where a sign in it would divide cells or rows.
  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}

extension OutcomeFinding {
  /// The units in which something is paid or owed on either side.
  var units: [Unit] {
    Set((from.amounts + to.amounts).map(\.unit)).sorted { $0.description < $1.description }
  }

  /// The name of a cause as machines read it.
  func name(of cause: Attribution.Cause) -> String {
    switch cause {
    case .change(let id): comparison.changes[id].path
    case .circumstances: "circumstances"
    }
  }
}
