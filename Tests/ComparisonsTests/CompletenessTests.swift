import PolicyModel
import PolicySyntax
import Quantities
import RepositoryRules
import Testing

@testable import Comparisons

@Suite("What is compared")
struct CompletenessTests {
  /// A declaration gets a new property with a new key of the format.
  ///
  /// Whoever adds one decides how it is compared (`AspectsOfDeclarations.swift`) and notes it here.
  @Test("every property of every declaration is known to the comparison")
  func everyProperty() throws {
    let day = try #require(CalendarDate("2026-03-31"))
    let book = ShippedRules.rulebook
    let places: [(String, String?)] = [
      ("flexible-social-insurance-subsidy", "beijing"), ("assistive-device-grant", "beijing"),
      ("disability-employment-levy", nil),
      ("self-employment-insurance-aid", "zhoushan-dinghai"),
    ]
    var found: [String: [String]] = [:]
    func note(_ declaration: Any?) {
      guard let declaration else { return }
      let mirror = Mirror(reflecting: declaration)
      found["\(mirror.subjectType)"] = mirror.children.compactMap(\.label)
    }
    for (policy, pilot) in places {
      let draft = try #require(
        book.draft(
          of: PolicyID(policy), pilot: pilot.map { PilotID($0) }, on: day, known: day))
      draft.types.forEach { note($0.declaration) }
      draft.facts.forEach {
        note($0.declaration)
        note($0.declaration.description)
      }
      for part in draft.derived.flatMap(\.parts) {
        switch part {
        case .parameter(let parameter, _):
          note(parameter)
          note(parameter.values?.first)
          note(parameter.values?.first?.window)
        case .decision(let decision, _):
          note(decision)
          note(decision.table)
          note(decision.table?.rows.first)
          note(decision.exceptions.first)
        }
      }
      draft.functions.forEach { note($0.declaration) }
      draft.criteria.forEach { note($0.declaration) }
      (draft.refer + draft.exempt).forEach { note($0.declaration) }
      (draft.benefits + draft.charges).forEach { note($0.declaration) }
      note(draft.term?.declaration)
      note(draft.term?.declaration.ends.first)
      note(draft.stacking.first)
      note(draft.forEach)
      draft.permissions.forEach { note($0) }
      note(draft.documents.last?.document)
    }
    #expect(found == Self.known)
  }

  private static let known: [String: [String]] = [
    "TypeDeclaration": ["name", "fields"],
    "FactDeclaration": ["name", "description", "overTime", "ifNotSupplied", "range"],
    "TypeDescription": ["type", "unit", "label", "ask", "allowed", "choices", "noneAllowed"],
    "ParameterDeclaration": [
      "name", "description", "setBy", "whileUnpublished", "values", "range",
    ],
    "DatedValue": ["value", "window", "sources", "range"],
    "Window": ["from", "until", "knownFrom", "range"],
    "DecisionDeclaration": [
      "name", "description", "expression", "table", "defaultValue", "order", "exceptions",
      "sources", "asOf", "mayBeSupplied", "assumes", "range",
    ],
    "TableText": ["hitPolicy", "inputs", "outputs", "annotations", "rows", "range"],
    "Row": ["number", "inputs", "outputs", "annotations", "sources", "period", "range"],
    "ExceptionDeclaration": [
      "name", "label", "condition", "value", "over", "sources", "from", "until", "knownFrom",
      "range",
    ],
    "FunctionDeclaration": [
      "name", "label", "parameters", "expression", "table", "defaultValue", "order", "sources",
      "range",
    ],
    "CriterionDeclaration": [
      "name", "label", "condition", "metFrom", "asOf", "unmet", "assumes", "after", "waived",
      "sources", "range",
    ],
    "ReferDeclaration": ["name", "label", "condition", "why", "asOf", "sources", "range"],
    "BenefitDeclaration": [
      "name", "label", "pays", "amount", "unit", "asOf", "assumes", "sources", "range",
    ],
    "TermDeclaration": [
      "starts", "lastMonth", "months", "usedBefore", "counts", "ends", "suspended", "sources",
      "assumes", "range",
    ],
    "EndDeclaration": [
      "name", "label", "condition", "reading", "effect", "afterwards", "atMost", "atTheRate",
      "sources", "range",
    ],
    "StackingDeclaration": ["with", "label", "mode", "sources", "range"],
    "ForEach": ["variable", "list"],
    "Permissions": [
      "parameters", "decisions", "functions", "benefits", "refer", "exempt", "facts", "term",
      "adding", "changeCriteria", "waiveCriteria", "stacking", "range",
    ],
    "PolicyDocument": [
      "file", "kind", "title", "payer", "subject", "jurisdiction", "inForce", "uses", "forEach",
      "sources", "types", "facts", "parameters", "decisions", "functions", "criteria", "refer",
      "benefits", "charges", "exempt", "term", "stacking", "mayChange",
    ],
  ]
}
