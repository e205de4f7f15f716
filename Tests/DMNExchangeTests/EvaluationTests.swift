import Casework
import DMN
import DMNExchange
import DMNXML
import Determinations
import Diagnostics
import FEEL
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities
import RepositoryRules
import Testing

/// DMN to the letter against our own reading of the rules.
@Suite("Exported rules computed as DMN")
struct EvaluationTests {
  /// The models of the DMN files by the paths of their rule files.
  static let models: [String: DMNModel] = {
    var models: [String: DMNModel] = [:]
    for file in Shipped.exported {
      let model = DMNDocument(reading: SourceFile(name: file.path, text: file.text)).model
      models[file.path.replacing(".dmn", with: ".yaml")] = model
    }
    return models
  }()

  /// The models of the layers in force, the highest first, and the engine's.
  private func models(_ policy: Policy) -> [DMNModel] {
    var models: [DMNModel] = []
    for file in policy.files.reversed() {
      if let model = Self.models[file.name],
        !models.contains(where: { $0.namespace == model.namespace })
      {
        models.append(model)
      }
    }
    return models + [Self.models["engine.yaml"]].compactMap(\.self)
  }

  @Test("give the values that every item has in the cases beside the rules")
  func sameValues() throws {
    var compared: [String: Int] = [:]
    var resolved: [[String]: DecisionModel] = [:]
    for file in Shipped.cases {
      guard case .policy(let name) = file.subject else { continue }
      for entry in file.cases {
        guard case .decision(let applicant, let date, nil, _) = entry.trial else { continue }
        let pilot = file.pilot.map { PilotID($0) }
        guard
          case .policy(let policy) = Shipped.rulebook.resolve(
            PolicyID(name.text), pilot: pilot, on: date),
          let determination = Decider(Shipped.rulebook, detail: .tree).decide(
            applicant, policy: PolicyID(name.text), pilot: pilot.map { .named($0) } ?? .nation,
            on: date, known: .latest
          ).determinations.first
        else { continue }
        let models = models(policy)
        let key = models.map(\.namespace)
        let model = resolved[key] ?? DecisionModel(resolving: models)
        resolved[key] = model
        compare(
          Nodes(determination.explanation.nodes), model, models, date,
          "\(entry.range.place) \(entry.name)", &compared)
      }
    }
    // Dates, amounts, tables, exceptions and parameters are all among them.
    #expect(compared.values.reduce(0, +) > 1_000, "\(compared.values.reduce(0, +))")
    #expect(compared.count > 20, "\(compared.keys.sorted())")
  }

  /// The items that were evaluated, with what they rest on.
  private struct Nodes {
    let nodes: [ExplanationNode]
    private var judged: [Int: Bool] = [:]

    init(_ nodes: [ExplanationNode]) { self.nodes = nodes }

    /// Whether a value rests on what was known on the determination's day alone.
    mutating func isPlain(_ index: Int) -> Bool {
      if let known = judged[index] { return known }
      judged[index] = false
      let node = nodes[index]
      let isKnown: Bool =
        switch node.origin {
        case .missing, .unpublished, .notEvaluated: false
        // DMN has no word for the value on another day.
        case .expression(let text), .exception(_, _, let text): !text.contains(" at(")
        default: true
        }
      guard isKnown, node.day == nil, node.value?.unknownInside == nil else { return false }
      for child in node.children where !isPlain(child) { return false }
      judged[index] = true
      return true
    }

    /// All nodes below one.
    func below(_ index: Int) -> Set<Int> {
      var found: Set<Int> = []
      var rest = nodes[index].children
      while let next = rest.popLast() {
        if found.insert(next).inserted { rest += nodes[next].children }
      }
      return found
    }
  }

  private func compare(
    _ nodes: Nodes, _ model: DecisionModel, _ models: [DMNModel], _ date: CalendarDate,
    _ place: String, _ compared: inout [String: Int]
  ) {
    var nodes = nodes
    for (index, node) in nodes.nodes.enumerated() {
      switch node.origin {
      case .dated, .expression, .table, .exception: break
      default: continue
      }
      guard let value = node.value, nodes.isPlain(index),
        let home = models.first(where: { model in
          model.decisions.contains { $0.variable.name == node.name }
        })
      else { continue }
      var inputs = [
        DecisionModel.Input(
          "determination date", .date(date), namespace: "urn:zhunze:rules:1:engine")
      ]
      for other in nodes.below(index).map({ nodes.nodes[$0] }) {
        let isSupplied: Bool =
          switch other.origin {
          case .supplied, .assumed, .engine: true
          default: false
          }
        guard isSupplied, let value = other.value else { continue }
        if case .function = value { continue }
        for model in models
        where model.inputs.contains(where: { $0.variable.name == other.name })
          || model.decisions.contains(where: { $0.variable.name == other.name })
        {
          inputs.append(DecisionModel.Input(other.name, value, namespace: model.namespace))
        }
      }
      let outcome = model.evaluate(decision: node.name, namespace: home.namespace, inputs: inputs)
      compared[node.name, default: 0] += 1
      let isEqual = Evaluation.equal(outcome.value, value).boolean == true
      #expect(
        isEqual,
        "\(place): \(node.name) is \(value.text), in DMN \(outcome.value.text) \(outcome.failures.map(\.diagnostic.message.en))"
      )
    }
  }

  @Test("give the values that the cases of vocabularies expect")
  func vocabularies() throws {
    let names = Shipped.exported.map(\.path).filter { path in
      path.hasPrefix("rules/") && Self.models[path.replacing(".dmn", with: ".yaml")] != nil
    }
    let all = names.compactMap { Self.models[$0.replacing(".dmn", with: ".yaml")] }
    var count = 0
    for file in Shipped.cases {
      guard case .vocabulary(let vocabulary) = file.subject else { continue }
      guard let model = all.first(where: { $0.name == vocabulary.text }) else { continue }
      let stack = all.filter { other in
        other.namespace == model.namespace
          || model.imports.contains { $0.namespace == other.namespace }
      }
      for entry in file.cases {
        guard case .expression(let text, let expected, let date) = entry.trial,
          !text.text.contains(" at(")
        else { continue }
        let left = value(text.text, over: stack, on: date)
        let right = value(expected.text, over: stack, on: date)
        count += 1
        #expect(
          Evaluation.equal(left.value, right.value).boolean == true
            || left.value.text == right.value.text,
          "\(entry.range.place) \(text.text): \(left.value.text), expected \(right.value.text)")
      }
    }
    #expect(count > 20, "\(count)")
  }

  /// The value of an expression over the functions and decisions of some models.
  private func value(
    _ text: String, over models: [DMNModel], on date: CalendarDate
  ) -> DecisionModel.Outcome {
    var own = DMNModel(namespace: "test", name: "test")
    own.imports = (models + [Self.models["engine.yaml"]].compactMap(\.self)).map {
      DMNModel.Import($0.namespace, as: "", at: nil)
    }
    let required = models.flatMap { model in
      (model.knowledgeModels.map(\.id) + model.decisions.map(\.id)).map {
        DMNModel.Reference($0, in: model.namespace)
      }
    }
    own.decisions = [
      DMNModel.Decision(
        id: "d", DMNModel.Variable("d"), requires: required,
        logic: BoxedExpression(.literal(SourceText(text, name: "case"))))
    ]
    let model = DecisionModel(
      resolving: [own] + models + [Self.models["engine.yaml"]].compactMap(\.self))
    return model.evaluate(
      decision: "d", namespace: "test",
      inputs: [
        DecisionModel.Input(
          "determination date", .date(date), namespace: "urn:zhunze:rules:1:engine")
      ])
  }
}
