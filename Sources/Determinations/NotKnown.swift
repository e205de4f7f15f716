import FEEL
import PolicyModel

extension Policy {
  /// A record of which nobody has supplied an entry; each waits for a cause of its own.
  func recordNotKnown(
    _ fields: [FEELType.Field], because cause: (String) -> Unknown.Cause
  ) -> ContextValue {
    let entries = entries(of: .context(fields))
    return ContextValue(
      fields.map { field in
        let cause = cause(field.name)
        let unknown = Unknown(
          causes: [cause],
          alternatives: field.type == .boolean ? [.boolean(true), .boolean(false)] : nil,
          extent: extent(
            of: field.type, entries[field.name]?.allowed ?? .any, because: cause))
        return (field.name, .unknown(unknown))
      })
  }

  /// What is known of a value of a type that passes tests; nil if that is nothing.
  func extent(
    of type: FEELType, _ allowed: CheckedUnaryTests = .any, because cause: Unknown.Cause
  ) -> Extent? {
    switch type {
    case .optional(let type): extent(of: type, allowed, because: cause)?.orNull
    case .number(let unit):
      Extent(of: allowed, in: unit) ?? .number(NumberSpan(low: nil, high: nil))
    case .date: .day(DaySpan(low: nil, high: nil))
    case .list(.context(let fields)):
      .list(count: 0...Int.max, each: .context(recordNotKnown(fields) { _ in cause }))
    case .list(let element):
      .list(
        count: 0...Int.max,
        each: .unknown(Unknown(causes: [cause], extent: extent(of: element, because: cause))))
    default: nil
    }
  }
}
