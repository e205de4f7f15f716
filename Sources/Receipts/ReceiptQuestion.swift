import Diagnostics
public import PolicyModel
public import Quantities

/// What was asked when a case was decided.
public struct ReceiptQuestion: Sendable, Hashable {
  /// The policy that was asked for; nil for all.
  public let policy: PolicyID?
  /// The pilot that was asked for; nil for the one whose region fits.
  public let pilot: PilotID?
  /// The day that was decided on.
  public let date: CalendarDate
  /// The day by which all had become known.
  public let known: CalendarDate

  /// A question.
  public init(policy: PolicyID?, pilot: PilotID?, date: CalendarDate, known: CalendarDate) {
    self.policy = policy
    self.pilot = pilot
    self.date = date
    self.known = known
  }

  var json: JSONValue {
    .object([
      ("policy", policy.map { .string($0.name) } ?? .null),
      ("pilot", pilot.map { .string($0.name) } ?? .null),
      ("date", .string(date.description)), ("known", .string(known.description)),
    ])
  }

  init?(_ json: JSONValue?) {
    guard let json, let date = json["date"]?.text.flatMap({ CalendarDate($0) }),
      let known = json["known"]?.text.flatMap({ CalendarDate($0) })
    else { return nil }
    self.init(
      policy: json["policy"]?.text.map { PolicyID($0) },
      pilot: json["pilot"]?.text.map { PilotID($0) }, date: date, known: known)
  }
}

extension JSONValue {
  /// The text, if it is one.
  var text: String? { if case .string(let text) = self { text } else { nil } }

  /// The elements, if it is a list.
  var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }

  /// The members, if it is an object.
  var members: [(String, JSONValue)] {
    if case .object(let members) = self { members } else { [] }
  }

  /// The object without some of its members.
  func without(_ keys: String...) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { !keys.contains($0.0) })
  }
}
