internal import Determinations
internal import Diagnostics
internal import FEEL
internal import FEELSyntax
internal import PolicyModel
internal import PolicySyntax
internal import Quantities

// The parts of a determination in the machine form, in the order of their keys.

extension CriterionResult {
  var json: JSONValue {
    var members: [(String, JSONValue)] = [
      ("name", .string(name)), ("result", .string(result.rawValue)),
    ]
    members.add("label", label?.json)
    members.add("source", sources.json)
    members.append(("facts", facts.json))
    members.add("units", facts.units)
    members.add("unmet", unmet?.json)
    members.add("metFrom", metFrom.map { .string($0.description) })
    members.add("waitsFor", waitsFor.json)
    members.add("at", range.map { .string($0.place) })
    return .object(members)
  }
}

extension BenefitResult {
  var json: JSONValue {
    var members: [(String, JSONValue)] = [
      ("name", .string(name)), ("pays", .string(pays.rawValue)),
      ("amount", amount.map { .string(unit.text(of: $0)) } ?? .null),
      ("unit", .string(unit.description)),
    ]
    members.add("label", label?.json)
    members.add("source", sources.json)
    if !parts.isEmpty { members.append(("parts", .array(parts.map(\.json)))) }
    members.add("offset", offset.map { .string(unit.text(of: $0)) })
    members.add("waitsFor", waitsFor.json)
    return .object(members)
  }
}

extension BenefitPart {
  var json: JSONValue {
    var members: [(String, JSONValue)] = [("name", .string(value.name))]
    if let unit {
      members.append(
        ("amount", value.value.number.map { .string(unit.text(of: $0)) } ?? .null))
      members.append(("unit", .string(unit.description)))
    } else {
      members.append(("value", value.value.json ?? .null))
    }
    members.add("label", value.label?.json)
    members.add("source", sources.json)
    return .object(members)
  }
}

extension TermResult {
  var json: JSONValue {
    .object([
      ("starts", starts.map { .string($0.monthText) } ?? .null),
      ("ends", ends.map { .string($0.monthText) } ?? .null),
      ("months", months.map(JSONValue.integer) ?? .null),
    ])
  }
}

extension MissingFact {
  var json: JSONValue {
    var members: [(String, JSONValue)] = [("name", .string(name))]
    if !part.isEmpty { members.append(("part", .string(part))) }
    members.add("label", label?.json)
    members.add("ask", ask?.json)
    members.append(("type", .string(type.description)))
    if !choices.isEmpty { members.append(("choices", .array(choices.map(\.json)))) }
    members.append(("neededBy", .array(neededBy.map(JSONValue.string))))
    if !months.isEmpty {
      members.append(
        ("months", .array(months.map { .string(String($0.description.dropLast(3))) })))
    }
    return .object(members)
  }
}

extension TypeDescription.Choice {
  fileprivate var json: JSONValue {
    var members: [(String, JSONValue)] = [("name", .string(name.text))]
    members.add("label", label?.json)
    return .object(members)
  }
}

extension UnpublishedItem {
  var json: JSONValue {
    var members: [(String, JSONValue)] = [("name", .string(name))]
    members.add("label", label?.json)
    members.append(("date", .string(date.description)))
    if let amount = value?.number, let unit, unit.scale != nil {
      members.append(("value", .string(unit.text(of: amount))))
    } else {
      members.add("value", value?.json)
    }
    members.add("unit", unit.map { .string($0.description) })
    members.add("from", from.map { .string($0.description) })
    members.add("source", sources.json)
    if isLeftToPilots { members.append(("leftToPilots", .bool(true))) }
    return .object(members)
  }
}

extension ReasonResult {
  var json: JSONValue {
    var members: [(String, JSONValue)] = [
      ("name", .string(name)), ("holds", holds.map(JSONValue.bool) ?? .null),
    ]
    members.add("label", label?.json)
    members.add("why", why?.json)
    members.add("source", sources.json)
    members.add("at", range.map { .string($0.place) })
    return .object(members)
  }
}

extension Assumption {
  var json: JSONValue {
    var members: [(String, JSONValue)] = [("name", .string(name)), ("text", text.json)]
    members.add("at", range.map { .string($0.place) })
    return .object(members)
  }
}

extension AssumedFact {
  var json: JSONValue {
    var members: [(String, JSONValue)] = [("name", .string(name))]
    members.add("label", label?.json)
    members.append(("value", value.json ?? .null))
    return .object(members)
  }
}

extension Source {
  var json: JSONValue {
    var members: [(String, JSONValue)] = [("id", .string(id)), ("title", .string(title))]
    members.add("number", number.map(JSONValue.string))
    members.add("url", url.map(JSONValue.string))
    members.append(("evidence", .string(evidence.rawValue)))
    return .object(members)
  }
}
