import BitCollections
import Determinations
import Diagnostics
import FEEL
import FEELSyntax
import PolicyModel
import Quantities

/// Takes conditions apart on a day, decisions that they name included.
struct FormulaReader {
  /// A value that tests are about: a fact, an entry of a record, or what is computed from them.
  struct Subject {
    let key: String
    let expression: CheckedExpression
    let domain: InputDomain
  }

  private static let mostDepth = 40
  /// The most combinations of values that are tried.
  private static let mostCombinations = 40_000

  private let policy: Policy
  private let reader: CellReader
  private(set) var subjects: [Subject] = []
  /// Whether the last outcome is no more than what cases can come to.
  private(set) var isExact = false
  /// How many parts the formula has so far; decisions that name others twice each would grow it for
  /// ever.
  private var parts = 0
  private static let mostParts = 2_000

  init(_ dependencies: Dependencies, on day: CalendarDate) {
    policy = dependencies.policy
    reader = CellReader(
      dependencies: dependencies,
      values: RuleValues(of: dependencies.policy, on: day, known: .latest), level: 0)
  }

  /// What a condition can come to; nil if a parameter has no value, or if that takes too long.
  mutating func outcome(of condition: CheckedExpression) -> Formula.Outcome? {
    subjects = []
    parts = 0
    guard let formula = try? formula(condition, depth: 0) else { return nil }
    isExact = formula.isExact && subjects.allSatisfy(\.domain.isFree)
    var forms = subjects.map { _ in [CellForm]() }
    formula.addForms(to: &forms)
    var columns: [Column] = []
    var combinations = 1
    for (subject, cells) in zip(subjects, forms) {
      let allowed = try? reader.form(of: subject.domain.allowed, in: subject.domain)
      let column = Column(
        subject.domain, allowed: .both(subject.domain.computed, allowed ?? .all), cells: cells)
      combinations *= max(1, column.valid.count)
      guard combinations <= Self.mostCombinations,
        combinations * parts <= Self.mostCombinations * 50
      else { return nil }
      columns.append(column)
    }
    var trial = Trial(formula: formula, columns: columns)
    trial.tryAll(from: 0)
    return trial.result
  }

  /// The value of what rests on parameters alone; nil for anything else.
  func value(of expression: CheckedExpression) -> Value? { try? reader.value(of: expression) }

  // MARK: - Taking apart

  private mutating func formula(
    _ expression: CheckedExpression, depth: Int
  ) throws(Undecided) -> Formula {
    parts += 1
    guard depth < Self.mostDepth, parts < Self.mostParts else { return .open }
    switch expression.node {
    case .constant(.boolean(let truth)): return .truth(truth)
    case .conjunction(let left, let right):
      return .all([try formula(left, depth: depth + 1), try formula(right, depth: depth + 1)])
    case .disjunction(let left, let right):
      return .any([try formula(left, depth: depth + 1), try formula(right, depth: depth + 1)])
    case .conditional(let condition, let first, let second):
      let condition = try formula(condition, depth: depth + 1)
      return .any([
        .all([condition, try formula(first, depth: depth + 1)]),
        .all([.not(condition), try formula(second, depth: depth + 1)]),
      ])
    case .builtIn(let number, let arguments)
    where BuiltIn.all[number].name == "not" && arguments.expressions.count == 1:
      return .not(try formula(arguments.expressions[0], depth: depth + 1))
    case .comparison(let operation, let left, let right):
      if let test = try test(left, .comparison(operation, right)) { return test }
      if let test = try test(right, .comparison(operation.mirrored, left)) { return test }
      return try constant(expression)
    case .between(let value, let low, let high):
      let above = try test(value, .comparison(.greaterOrEqual, low))
      let below = try test(value, .comparison(.lessOrEqual, high))
      guard let above, let below else { return try constant(expression) }
      return .all([above, below])
    case .membership(let value, let tests):
      var parts: [Formula] = []
      for test in tests {
        guard let part = try self.test(value, test) else { return try constant(expression) }
        parts.append(part)
      }
      return .any(parts)
    case .item(let id):
      if case .derived(let derived) = policy.items[id].kind, !derived.mayBeSupplied,
        case .logic(let rule)? = derived.definitions.first, rule.exceptions.isEmpty,
        rule.asOf == nil, !isTable(rule.base)
      {
        return try formula(rule.base, depth: depth + 1)
      }
      let truth = CheckedExpression(.constant(.boolean(true)), .boolean, at: expression.range)
      if let test = try test(expression, .match(truth)) { return test }
      return try constant(expression)
    case .path:
      let truth = CheckedExpression(.constant(.boolean(true)), .boolean, at: expression.range)
      if let test = try test(expression, .match(truth)) { return test }
      return try constant(expression)
    default: return try constant(expression)
    }
  }

  private func isTable(_ expression: CheckedExpression) -> Bool {
    if case .embedded = expression.node { true } else { false }
  }

  /// A test of a subject; nil if it is none, or if it rests on more than the subject.
  private mutating func test(
    _ expression: CheckedExpression, _ test: CheckedTest
  ) throws(Undecided) -> Formula? {
    guard let key = key(expression) else { return nil }
    let subject = subject(key, expression)
    do throws(Undecided) {
      let form = try reader.form(of: .tests([test]), in: subjects[subject].domain)
      return .passes(subject: subject, form)
    } catch {
      if error == .unpublished { throw error }
      return nil
    }
  }

  private mutating func subject(_ key: String, _ expression: CheckedExpression) -> Int {
    if let place = subjects.firstIndex(where: { $0.key == key }) { return place }
    subjects.append(
      Subject(key: key, expression: expression, domain: InputDomain(of: expression, in: policy)))
    return subjects.count - 1
  }

  /// What tells subjects apart: a name, an entry of one, or what is computed from facts by its text.
  private func key(_ expression: CheckedExpression) -> String? {
    switch expression.node {
    case .item(let id): return "\(id)"
    case .path(let operand, let name): return key(operand).map { "\($0).\(name)" }
    default:
      let reach = reader.dependencies.reach(of: expression)
      guard !reach.supplied.isEmpty, !expression.readsLocals else { return nil }
      return "=" + expression.range.text
    }
  }

  /// The truth of what rests on parameters alone; anything else is open.
  private func constant(_ expression: CheckedExpression) throws(Undecided) -> Formula {
    do throws(Undecided) {
      guard case .boolean(let truth) = try reader.value(of: expression) else { return .open }
      return .truth(truth)
    } catch {
      if error == .unpublished { throw error }
      return .open
    }
  }
}

/// Tries a formula with every combination of atoms.
private struct Trial {
  let formula: Formula
  let columns: [Column]
  private(set) var result = Formula.Outcome(canHold: false, canFail: false)
  private var atoms: [Int]
  private let passing: Passing

  init(formula: Formula, columns: [Column]) {
    self.formula = formula
    self.columns = columns
    atoms = [Int](repeating: 0, count: columns.count)
    passing = Passing(columns)
  }

  mutating func tryAll(from place: Int) {
    if result == .both { return }
    guard place < columns.count else {
      let outcome = formula.outcome(atoms, passing.atoms)
      result.canHold = result.canHold || outcome.canHold
      result.canFail = result.canFail || outcome.canFail
      return
    }
    for atom in columns[place].valid {
      atoms[place] = atom
      tryAll(from: place + 1)
    }
  }
}

/// The atoms that pass forms, each worked out once.
private final class Passing {
  private struct Key: Hashable {
    let subject: Int
    let form: CellForm
  }

  private let columns: [Column]
  private var known: [Key: BitSet] = [:]

  init(_ columns: [Column]) { self.columns = columns }

  func atoms(_ subject: Int, _ form: CellForm) -> BitSet {
    let key = Key(subject: subject, form: form)
    if let atoms = known[key] { return atoms }
    let atoms = columns[subject].passing(form)
    known[key] = atoms
    return atoms
  }
}
