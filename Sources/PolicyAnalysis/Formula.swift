import BitCollections
import FEEL

/// A condition taken apart into tests of single values.
indirect enum Formula {
  case truth(Bool)
  /// A value, by its place among the subjects, passes tests.
  case passes(subject: Int, CellForm)
  /// Something that is not looked into; it can be true or false.
  case open
  case not(Formula)
  case all([Formula])
  case any([Formula])

  /// What a condition can come to.
  struct Outcome: Equatable {
    var canHold: Bool
    var canFail: Bool

    static let both = Outcome(canHold: true, canFail: true)
  }

  /// What it comes to when each subject has a value of an atom.
  func outcome(_ atoms: [Int], _ passing: (Int, CellForm) -> BitSet) -> Outcome {
    switch self {
    case .truth(let truth): return Outcome(canHold: truth, canFail: !truth)
    case .open: return .both
    case .passes(let subject, let form):
      let holds = passing(subject, form).contains(atoms[subject])
      return Outcome(canHold: holds, canFail: !holds)
    case .not(let operand):
      let outcome = operand.outcome(atoms, passing)
      return Outcome(canHold: outcome.canFail, canFail: outcome.canHold)
    case .all(let operands):
      var result = Outcome(canHold: true, canFail: false)
      for operand in operands {
        let outcome = operand.outcome(atoms, passing)
        result.canHold = result.canHold && outcome.canHold
        result.canFail = result.canFail || outcome.canFail
      }
      return result
    case .any(let operands):
      var result = Outcome(canHold: false, canFail: true)
      for operand in operands {
        let outcome = operand.outcome(atoms, passing)
        result.canHold = result.canHold || outcome.canHold
        result.canFail = result.canFail && outcome.canFail
      }
      return result
    }
  }

  /// Whether nothing in it is left open.
  var isExact: Bool {
    switch self {
    case .truth, .passes: true
    case .open: false
    case .not(let operand): operand.isExact
    case .all(let operands), .any(let operands): operands.allSatisfy(\.isExact)
    }
  }

  /// The forms that each subject is tested with.
  func addForms(to forms: inout [[CellForm]]) {
    switch self {
    case .truth, .open: break
    case .passes(let subject, let form): forms[subject].append(form)
    case .not(let operand): operand.addForms(to: &forms)
    case .all(let operands), .any(let operands):
      for operand in operands { operand.addForms(to: &forms) }
    }
  }
}
