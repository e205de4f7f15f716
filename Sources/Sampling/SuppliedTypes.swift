import Determinations
import FEEL
import FEELSyntax
import PolicyModel
import Quantities

extension Place {
  /// The type of the text at a path of a fact; nil where none is declared.
  func type(of name: String, _ value: SuppliedValue, at path: [Int]) -> FEELType? {
    if name == Draft.grantsName { return grantType(value, at: path) }
    guard let id = asked[name] else { return nil }
    var type = policy.items[id].type.nonNull
    var value = value
    for step in path {
      switch (value.content, type) {
      case (.list(let elements), .list(let element)) where elements.indices.contains(step):
        value = elements[step]
        type = element.nonNull
      case (.record(let entries), .context) where entries.indices.contains(step):
        guard let field = type.field(entries[step].key.text) else { return nil }
        value = entries[step].value
        type = field.nonNull
      // Periods with what held in them, and days on which it was reported.
      case (.record(let entries), _) where entries.indices.contains(step):
        value = entries[step].value
        if entries[step].key.text == "known from" { type = .date }
      default: return nil
      }
    }
    return type
  }

  /// The types of what is said about grants: they are the same in every policy.
  private func grantType(_ value: SuppliedValue, at path: [Int]) -> FEELType? {
    guard case .list(let grants) = value.content, path.count > 1, grants.indices.contains(path[0]),
      case .record(let entries) = grants[path[0]].content, entries.indices.contains(path[1])
    else { return nil }
    switch entries[path[1]].key.text {
    case "approved": return .date
    case "paid": return .number
    default: return .string
    }
  }

  /// How many digits after the point a number of a type is varied by.
  static func scale(of type: FEELType) -> Int {
    if case .number(let unit) = type { unit.scale ?? 0 } else { 0 }
  }
}
