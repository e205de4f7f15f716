import Determinations
public import Diagnostics
public import Entitlements
import FEEL
import PolicyModel
import PolicySyntax
import Quantities

/// The machine form of schedules, `zhunze.schedule/1`.
public struct ScheduleJSON {
  /// A writer of schedules.
  public init() {}

  /// A schedule, with what changed where it was reassessed.
  public func value(of schedule: Schedule, reassessed: Reassessment? = nil) -> JSONValue {
    var entries: [(String, JSONValue)] = [
      ("schema", .string("zhunze.schedule/1")), ("applicant", .string(schedule.applicant)),
      ("policy", .string(schedule.policy.name)),
      ("pilot", schedule.pilot.map { .string($0.id.name) } ?? .null),
      ("known", .string(schedule.known.description)),
      (
        "term",
        .object([
          ("starts", Self.month(schedule.term.starts)), ("ends", Self.month(schedule.term.ends)),
          ("months", schedule.term.months.map(JSONValue.integer) ?? .null),
        ])
      ),
      ("moves", .array(schedule.moves.map { move($0, from: schedule.pilot?.id) })),
      ("months", .array(schedule.months.map(month))), ("payable", .integer(schedule.payable)),
      ("unknown", .integer(schedule.unknown)), ("used", .integer(schedule.used)),
      ("total", .string(schedule.total.formatted(scale: 2))),
      ("evidence", schedule.evidence.map { .string($0.rawValue) } ?? .null),
    ]
    if let reassessed {
      entries.append(("against", against(reassessed.baseline)))
      entries.append(("adjustments", .array(reassessed.months.map(adjustment))))
      entries.append(("difference", Self.amount(reassessed.difference)))
      entries.append(("difference unknown", .integer(reassessed.unknown)))
      entries.append(("first decided", .string(reassessed.firstDecided.formatted(scale: 2))))
    }
    return .object(entries)
  }

  private func move(_ move: Schedule.Move, from pilot: PilotID?) -> JSONValue {
    let (isKnown, place): (Bool, PilotID?) =
      switch move.place {
      case .here: (true, pilot)
      case .elsewhere(let pilot): (true, pilot?.id)
      case .nowhere: (true, nil)
      case .open: (false, nil)
      }
    return .object([
      ("month", Self.month(move.month)), ("known", .bool(isKnown)),
      ("pilot", place.map { .string($0.name) } ?? .null),
    ])
  }

  private func month(_ month: ScheduledMonth) -> JSONValue {
    .object([
      ("month", Self.month(month.month)), ("status", .string(month.status.rawValue)),
      ("because", month.because.map(JSONValue.string) ?? .null),
      ("amount", Self.amount(month.amount)),
      (
        "back payment",
        .array(
          month.backPayment.map { payment in
            .object([
              ("month", Self.month(payment.month)), ("amount", Self.amount(payment.amount)),
            ])
          })
      ),
      ("edition", month.edition.map(JSONValue.string) ?? .null),
      ("provisional", .array(month.provisional.map { .string($0.name) })),
    ])
  }

  private func against(_ baseline: Reassessment.Baseline) -> JSONValue {
    switch baseline {
    case .known(let day): .string(day.description)
    case .grants: .string("grants")
    }
  }

  private func adjustment(_ month: Reassessment.Month) -> JSONValue {
    .object([
      ("month", Self.month(month.month)), ("paid", Self.amount(month.paid)),
      ("owed", Self.amount(month.owed)), ("difference", Self.amount(month.difference)),
      ("first decided", .bool(month.isFirstDecided)),
      (
        "causes",
        .array(
          month.causes.map { cause in
            .object([
              ("name", .string(cause.name)),
              ("before", cause.before.map { .string($0.text) } ?? .null),
              ("now", cause.now.map { .string($0.text) } ?? .null),
              ("source", .array(cause.sources.map { .string($0.text) })),
            ])
          })
      ),
    ])
  }

  private static func month(_ day: CalendarDate?) -> JSONValue {
    day.map { .string(String($0.description.dropLast(3))) } ?? .null
  }

  private static func amount(_ amount: Decimal128?) -> JSONValue {
    amount.map { .string($0.formatted(scale: 2)) } ?? .null
  }
}

/// Schedules as comma-separated values, a row for each month.
public struct ScheduleCSV {
  /// A writer of tables.
  public init() {}

  /// The heading.
  public func head(isReassessed: Bool) -> String {
    Self.row(
      ["applicant", "month", "status", "because", "amount", "back payment", "edition"]
        + (isReassessed ? ["paid before", "owed", "difference", "causes"] : []))
  }

  /// The rows of an applicant.
  public func rows(of schedule: Schedule, reassessed: Reassessment? = nil) -> String {
    var rows: [[String]] = []
    for (index, month) in schedule.months.enumerated() {
      var row = [
        schedule.applicant, String(month.month.description.dropLast(3)), month.status.rawValue,
        month.because ?? "",
        month.amount?.formatted(scale: 2) ?? "",
        month.backPayment.reduce(Decimal128.zero) { $0.adding($1.amount) ?? $0 }
          .formatted(scale: 2), month.edition ?? "",
      ]
      if let other = reassessed?.months[index] {
        row += [other.paid, other.owed, other.difference].map { $0?.formatted(scale: 2) ?? "" }
        row.append(other.causes.map(\.name).joined(separator: "; "))
      }
      rows.append(row)
    }
    return rows.map(Self.row).joined()
  }

  private static func row(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ",") + "\r\n"
  }

  /// A field, quoted where a comma, a quotation mark or a line break stands in it (RFC 4180).
  private static func field(_ text: String) -> String {
    guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
