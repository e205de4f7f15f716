internal import Determinations

extension Outcome {
  /// A sign that tells outcomes apart without colour.
  var mark: String {
    switch self {
    case .eligible, .payable: "✓"
    case .exempt: "○"
    case .ineligible, .notYet: "✗"
    case .undetermined: "?"
    case .refer: "!"
    case .noRuleInForce: "–"
    }
  }

  /// The colour that goes with it.
  var ink: Page.Ink {
    switch self {
    case .eligible, .payable, .exempt: .good
    case .ineligible, .notYet: .bad
    case .undetermined, .refer: .open
    case .noRuleInForce: .faint
    }
  }
}

extension CriterionResult.Result {
  /// A sign that tells results apart without colour.
  var mark: String {
    switch self {
    case .met: "✓"
    case .unmet: "✗"
    case .unknown: "?"
    case .waived: "○"
    case .notTested: "–"
    }
  }

  /// The colour that goes with it.
  var ink: Page.Ink {
    switch self {
    case .met: .good
    case .unmet: .bad
    case .unknown: .open
    case .waived, .notTested: .faint
    }
  }
}
