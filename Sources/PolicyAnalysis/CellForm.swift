import FEEL

/// A value told apart from others by its text, such as a word or a boolean.
struct Distinct: Hashable, Sendable {
  let value: Value
  private let key: String

  init(_ value: Value) {
    self.value = value
    key = value.kind + value.literal
  }

  static func == (left: Distinct, right: Distinct) -> Bool { left.key == right.key }

  func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

extension Value {
  /// A letter that tells kinds apart whose literals look alike.
  fileprivate var kind: String {
    switch self {
    case .string: "s"
    case .null: "n"
    default: "v"
    }
  }
}

/// The values that pass the tests of a cell, all names in it read.
indirect enum CellForm: Hashable, Sendable {
  case all
  case stretches([Stretch])
  case values([Distinct])
  case not(CellForm)
  case both(CellForm, CellForm)
  case either([CellForm])

  static let none = CellForm.values([])

  /// Whether null is told apart from other values.
  var namesNull: Bool {
    switch self {
    case .all, .stretches: false
    case .values(let values): values.contains { $0.value.isNull }
    case .not(let form): form.namesNull
    case .both(let left, let right): left.namesNull || right.namesNull
    case .either(let forms): forms.contains(where: \.namesNull)
    }
  }

  /// The cuts at which passing and not passing can change.
  func addCuts(to cuts: inout Set<Cut>) {
    switch self {
    case .all, .values: break
    case .stretches(let stretches):
      for stretch in stretches {
        if let low = stretch.low { cuts.insert(low) }
        if let high = stretch.high { cuts.insert(high) }
      }
    case .not(let form): form.addCuts(to: &cuts)
    case .both(let left, let right):
      left.addCuts(to: &cuts)
      right.addCuts(to: &cuts)
    case .either(let forms): for form in forms { form.addCuts(to: &cuts) }
    }
  }

  /// The values named one by one.
  func addValues(to values: inout [Distinct], _ seen: inout Set<Distinct>) {
    switch self {
    case .all, .stretches: break
    case .values(let own):
      for value in own where seen.insert(value).inserted { values.append(value) }
    case .not(let form): form.addValues(to: &values, &seen)
    case .both(let left, let right):
      left.addValues(to: &values, &seen)
      right.addValues(to: &values, &seen)
    case .either(let forms): for form in forms { form.addValues(to: &values, &seen) }
    }
  }
}

/// Why it cannot be said which values pass a cell.
enum Undecided: Error, Hashable {
  /// It rests on facts.
  case facts([String])
  /// It rests on the day.
  case day
  /// It names a parameter of the function.
  case locals
  /// It is computed from the input.
  case computed
  /// The input's values are of a kind that is not looked at.
  case kind(FEELType)
  /// A parameter has no value on the day.
  case unpublished
}
