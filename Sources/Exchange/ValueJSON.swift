internal import Determinations
internal import Diagnostics
internal import FEEL
internal import PolicySyntax
internal import Quantities

extension Value {
  /// The value with texts for all that is no list, record or null; nil for what is not known.
  ///
  /// An entry or element that is not known is left out: absent means unknown here as it does in an
  /// applicant's file.
  var json: JSONValue? {
    switch self {
    case .null: .null
    case .unknown: nil
    case .list(let elements): .array(elements.compactMap(\.json))
    case .context(let context):
      .object(context.entries.compactMap { key, value in value.json.map { (key, $0) } })
    default: .string(text)
    }
  }
}

extension Unit {
  /// An amount with as many digits behind the point as the unit has.
  ///
  /// An amount with more is written as it is, for nothing may be rounded here.
  func text(of amount: Decimal128) -> String {
    guard let scale, let rounded = amount.rounded(toScale: scale, .halfUp), rounded == amount
    else { return amount.description }
    return amount.formatted(scale: scale)
  }
}

extension Label {
  /// The languages in which it is written.
  var json: JSONValue {
    var members: [(String, JSONValue)] = []
    members.add("zh", zh.map(JSONValue.string))
    members.add("en", en.map(JSONValue.string))
    return .object(members)
  }
}

extension [Citation] {
  /// One citation as a text, several as a list; nil if there is none.
  var json: JSONValue? {
    switch count {
    case 0: nil
    case 1: .string(self[0].text)
    default: .array(map { .string($0.text) })
    }
  }
}

extension [NamedValue] {
  /// Names with the values that are known; of two with one name the first.
  var json: JSONValue {
    var names: Set<String> = []
    return .object(
      compactMap { fact in
        guard let value = fact.value.json, names.insert(fact.name).inserted else { return nil }
        return (fact.name, value)
      })
  }
}

extension [NamedValue] {
  /// The units of those that are amounts, by name; nil if there are none.
  var units: JSONValue? {
    var names: Set<String> = []
    let units = compactMap { fact -> (String, JSONValue)? in
      guard let unit = fact.unit, fact.value.json != nil, names.insert(fact.name).inserted else {
        return nil
      }
      return (fact.name, .string(unit.description))
    }
    return units.isEmpty ? nil : .object(units)
  }
}

extension [String] {
  /// The names; nil if there are none.
  var json: JSONValue? { isEmpty ? nil : .array(map(JSONValue.string)) }
}
