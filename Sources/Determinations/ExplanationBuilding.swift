import DMN
import Diagnostics
import FEEL
import FEELSyntax
import PolicyModel
import PolicySyntax
import Quantities

extension CaseEnvironment {
  /// All records that some of them rest on, themselves among them.
  func closure(_ roots: [Int]) -> Set<Int> {
    var seen: Set<Int> = []
    var pending = roots
    while let next = pending.popLast() {
      if seen.insert(next).inserted { pending += records[next].children }
    }
    return seen
  }

  /// The supplied facts among records, each once, in the order they were read.
  func suppliedFacts(in indices: Set<Int>) -> [NamedValue] {
    var facts: [NamedValue] = []
    facts.add(indices.sorted().lazy.compactMap { self.suppliedFact(in: self.records[$0]) })
    return facts
  }

  /// The supplied fact that a record is of, if it is of one.
  func suppliedFact(in record: CaseRecord) -> NamedValue? {
    if case .earlier(let fact) = record.origin { return fact }
    guard let item = record.item, let value = record.value else { return nil }
    switch record.origin {
    case .fact, .supplied: return policy.named(item, value)
    case .engine where policy.item(.grants) == item && value.unknown == nil:
      return policy.named(item, value)
    default: return nil
    }
  }
}

extension [NamedValue] {
  /// Adds those whose names it does not hold yet.
  mutating func add(_ others: some Sequence<NamedValue>) {
    for other in others where !contains(where: { $0.name == other.name }) { append(other) }
  }
}

extension CaseDecision {
  /// All records that some of them rest on, themselves among them.
  func closure(_ roots: [Int]) -> Set<Int> { environment.closure(roots) }

  private func suppliedFacts(in records: Set<Int>) -> [NamedValue] {
    environment.suppliedFacts(in: records)
  }

  /// The records that decided the outcome.
  func decidingRecords(_ outcome: Outcome) -> [Int] {
    switch outcome {
    case .ineligible:
      let final = criteria.first { $0.result.result == .unmet && !$0.canWait }
      guard let final else { return allRecords }
      return [final.record].compactMap { $0 } + prerequisites(of: final)
    case .undetermined:
      let open = criteria.filter { $0.result.result != .met }
      return open.flatMap { [$0.record].compactMap { $0 } + prerequisites(of: $0) }
        + (refer + exempt).filter { $0.result.holds == nil }.compactMap(\.record)
        + whatElseWouldBeAssumed
    case .noRuleInForce: return []
    default: return allRecords
    }
  }

  /// The supplied facts in whose place something else would be taken if they were not there.
  private var whatElseWouldBeAssumed: [Int] {
    closure(allRecords).sorted().filter { index in
      guard case .fact = environment.records[index].origin,
        let item = environment.records[index].item, case .fact(let fact) = policy.items[item].kind
      else { return false }
      return fact.ifNotSupplied != nil
    }
  }

  private var allRecords: [Int] {
    criteria.compactMap(\.record) + (refer + exempt).compactMap(\.record)
      + benefits.compactMap(\.record) + [suppliedRecord].compactMap { $0 }
  }

  /// The records of the criteria that had to be met before one was tested.
  private func prerequisites(of tested: TestedCriterion) -> [Int] {
    guard let rule = policy.criteria.first(where: { $0.name == tested.result.name }) else {
      return []
    }
    let names = rule.after.map { policy.criteria[$0].name }
    let before = criteria.filter { names.contains($0.result.name) }
    return before.flatMap { [$0.record].compactMap { $0 } + prerequisites(of: $0) }
  }

  /// The supplied facts that an outcome rests on.
  func facts(behind outcome: Outcome) -> [NamedValue] {
    suppliedFacts(in: closure(decidingRecords(outcome)))
  }

  /// Writes down why an outcome came about, the facts apart.
  func explain(_ outcome: Outcome, full: Bool, in explanation: inout Explanation) {
    explanation.short = shortLines(outcome)
    if full {
      let roots = rootParts
      explanation.nodes = environment.records.enumerated().map { node($1, roots[$0]) }
      explanation.roots = environment.records.indices.filter {
        environment.records[$0].isRoot
      }
      for criterion in criteria where criterion.record == nil {
        explanation.roots.append(explanation.nodes.count)
        explanation.nodes.append(node(notTested: criterion.result))
      }
      nameLayers(in: &explanation)
    }
  }

  /// Notes what the sources and pilots are called that the nodes cite and name.
  private func nameLayers(in explanation: inout Explanation) {
    var ids: Set<String> = []
    for node in explanation.nodes {
      ids.formUnion((node.sources + node.chain.flatMap(\.sources)).map(\.source.text))
      for pilot in node.chain.compactMap(\.origin.pilot) where explanation.pilots[pilot] == nil {
        explanation.pilots[pilot] = policy.pilotTitles[pilot]
      }
    }
    explanation.sources = ids.sorted().compactMap { policy.source($0) }
  }

  // MARK: In short

  private func shortLines(_ outcome: Outcome) -> [ShortLine] {
    var lines: [ShortLine] = []
    let shown: [CriterionResult.Result] =
      switch outcome {
      case .ineligible where !criteria.contains { $0.result.result == .unmet }: [.unknown]
      case .ineligible, .notYet: [.unmet]
      case .undetermined: [.unknown, .unmet]
      case .refer: []
      default: [.met, .waived]
      }
    for result in shown {
      let found = criteria.filter { $0.result.result == result }
      // One that is not met is enough to say.
      let limit = outcome == .ineligible && result == .unmet ? 1 : 6
      lines += self.lines(for: found, result, limit: limit)
    }
    for reason in refer + exempt where reason.result.holds == true {
      lines.append(
        ShortLine(
          subject: .reason(reason.result),
          facts: reason.record.map { suppliedFacts(in: closure([$0])) } ?? [],
          sources: reason.result.sources))
    }
    for conflict in decidingConflicts {
      let records = environment.records.indices.filter {
        environment.records[$0].name == conflict.name
      }
      let reason = conflict.reason
      lines.append(
        ShortLine(
          subject: .reason(reason), facts: suppliedFacts(in: closure(records)),
          sources: reason.sources))
    }
    if outcome == .eligible || outcome == .payable {
      for benefit in benefits {
        var line = ShortLine(
          subject: .amount(benefit.result),
          facts: benefit.record.map { suppliedFacts(in: closure([$0])) } ?? [],
          sources: benefit.result.sources)
        line.values = benefit.record.map(values) ?? []
        lines.append(line)
      }
      if policy.term != nil {
        lines.append(ShortLine(subject: .term(term), sources: policy.term?.sources ?? []))
      }
    }
    return Array(lines.prefix(Explanation.mostLines))
  }

  /// The values that set an amount: the decisions that it names, then the parameters behind them; not
  /// what rests on nothing, such as a sum of one yuan by which a formula divides.
  private func values(behind amount: Int) -> [GroundedValue] {
    let records = environment.records
    let named = records[amount].children
    let parameters = closure(named).subtracting(named).sorted().filter { index in
      if case .dated = records[index].origin { true } else { false }
    }
    var values: [GroundedValue] = []
    for index in named + parameters {
      let record = records[index]
      guard let item = record.item, case .derived = policy.items[item].kind,
        let value = record.value, value.unknownInside == nil,
        !(record.citations.isEmpty && record.children.isEmpty),
        !values.contains(where: { $0.value.name == record.name })
      else { continue }
      values.append(GroundedValue(value: policy.named(item, value), sources: record.citations))
    }
    return values
  }

  /// One line for each criterion, or one for all of them where they are many.
  private func lines(
    for tested: [TestedCriterion], _ result: CriterionResult.Result, limit: Int
  ) -> [ShortLine] {
    if tested.count <= limit || limit == 1 {
      return tested.prefix(limit).map { criterion in
        ShortLine(
          subject: .criteria(result, [(criterion.result.name, criterion.result.label)]),
          facts: criterion.record.map { suppliedFacts(in: closure([$0])) } ?? [],
          sources: criterion.result.sources)
      }
    }
    var sources: [Citation] = []
    for citation in tested.flatMap(\.result.sources) where !sources.contains(citation) {
      sources.append(citation)
    }
    return [
      ShortLine(
        subject: .criteria(result, tested.map { ($0.result.name, $0.result.label) }),
        facts: suppliedFacts(in: closure(tested.compactMap(\.record))), sources: sources)
    ]
  }

  /// Marks the parts of an amount that say nothing of the case.
  func markFixed(_ parts: inout [BenefitPart], of record: Int?) {
    guard let record else { return }
    let children = environment.records[record].children.map { environment.records[$0] }
    for index in parts.indices where parts[index].sources.isEmpty {
      parts[index].isFixed = children.contains {
        $0.name == parts[index].value.name && $0.children.isEmpty
      }
    }
  }

  // MARK: In full

  /// What is said of a criterion, reason, benefit or term beside its value.
  private struct RootPart {
    var label: Label?
    var unit: Unit?
    var sources: [Citation]
    var chain: [PolicyModel.Origin]
    var range: SourceRange?
    /// Of a benefit, what is paid.
    var amount: CheckedExpression?
  }

  /// The parts of the policy whose evaluation each root record is.
  private var rootParts: [Int: RootPart] {
    var parts: [Int: RootPart] = [:]
    for tested in criteria {
      guard let record = tested.record else { continue }
      let result = tested.result
      let chain =
        result.name == "term" && policy.term != nil
        ? policy.term?.chain : policy.criteria.first { $0.name == result.name }?.chain
      parts[record] = RootPart(
        label: result.label, sources: result.sources, chain: chain ?? [], range: result.range)
    }
    for (rules, tested) in [(policy.refer, refer), (policy.exempt, exempt)] {
      for (rule, reason) in zip(rules, tested) {
        guard let record = reason.record else { continue }
        parts[record] = RootPart(
          label: rule.label, sources: rule.sources, chain: rule.chain, range: rule.range)
      }
    }
    for (rule, tested) in zip(policy.benefits, benefits) {
      guard let record = tested.record else { continue }
      parts[record] = RootPart(
        label: rule.label, unit: rule.unit, sources: rule.sources, chain: rule.chain,
        range: rule.range, amount: rule.amount)
    }
    return parts
  }

  /// A criterion that is waived, or waits for another.
  private func node(notTested result: CriterionResult) -> ExplanationNode {
    let chain = policy.criteria.first { $0.name == result.name }?.chain ?? []
    let why =
      result.result == .waived
      ? Wording(en: "waived", zh: "已免除")
      : Wording(en: "another criterion comes first", zh: "须先满足其他条件")
    return ExplanationNode(
      name: result.name, label: result.label, origin: .notEvaluated(why),
      sources: result.sources, chain: chain.map { ChainLink($0) }, range: result.range)
  }

  private func node(_ record: CaseRecord, _ root: RootPart?) -> ExplanationNode {
    let item = record.item.map { policy.items[$0] }
    var sources = root?.sources ?? []
    for citation in record.citations where !sources.contains(citation) { sources.append(citation) }
    var node = ExplanationNode(
      name: record.name, label: item?.label ?? root?.label, value: record.value,
      origin: origin(record), sources: sources,
      chain: item.map { $0.links(on: record.day, known: environment.known) } ?? root?.chain.map {
        ChainLink($0)
      } ?? [],
      range: item?.chain.last?.range ?? root?.range, children: record.children)
    node.unit = root?.unit
    if case .earlier(let fact) = record.origin {
      node.label = fact.label
      node.unit = fact.unit
    }
    if record.day != environment.date { node.day = record.day }
    if case .number(let unit)? = item?.type.nonNull, unit.scale != nil { node.unit = unit }
    if case .logic(let rule, let exceptions) = record.origin, exceptions.count < 2 {
      node.beforeRounding = beforeRounding(exceptions.first?.value ?? rule.base, on: record.day)
    } else if let amount = root?.amount, record.value?.unknownInside == nil {
      node.beforeRounding = beforeRounding(amount, on: record.day)
    }
    return node
  }

  private func origin(_ record: CaseRecord) -> ExplanationNode.Origin {
    switch record.origin {
    case .root: return .root
    case .fact(let entry): return .supplied(period: entry.flatMap(Self.period))
    case .supplied, .earlier: return .supplied(period: nil)
    case .assumed: return .assumed
    case .missing: return .missing
    case .engine, .function: return .engine
    case .unpublished: return .unpublished
    case .dated(let rule, let isProvisional): return .dated(rule, isProvisional: isProvisional)
    case .logic(let rule, let exceptions):
      if exceptions.count > 1 { return .contradiction(exceptions.map { ($0.name, $0.label) }) }
      if let exception = exceptions.first {
        return .exception(
          exception.name, label: exception.label, text: Self.words(exception.value))
      }
      if case .embedded = rule.base.node, let drawn = record.tables.first {
        return table(drawn)
      }
      return .expression(text: Self.words(rule.base))
    }
  }

  private func table(
    _ drawn: (table: DatedTable, matched: [Int], possible: [Int])
  ) -> ExplanationNode.Origin {
    let text = drawn.table.text
    let cells = { (index: Int) -> [String] in
      let row = text.rows[index]
      return [row.number.text] + (row.inputs + row.outputs + row.annotations).map(\.text)
    }
    return .table(
      header: [text.hitPolicy.text]
        + (text.inputs + text.outputs + text.annotations).map(\.text),
      matched: drawn.matched.map(cells), possible: drawn.possible.map(cells))
  }

  private static func period(_ entry: BoundFact.Entry) -> String? {
    guard let from = entry.from else { return nil }
    return entry.until.map { "\(from)..\($0)" } ?? "\(from).."
  }

  /// An expression as it is written, on one line.
  private static func words(_ expression: CheckedExpression) -> String {
    expression.range.text.singleSpaced
  }

  /// The argument of a rounding function that an expression is.
  private func beforeRounding(_ expression: CheckedExpression, on day: CalendarDate) -> Value? {
    guard case .builtIn(let number, let arguments) = expression.node,
      let argument = arguments.expressions.first,
      ["decimal", "floor", "ceiling", "round up", "round down", "round half up", "round half down"]
        .contains(BuiltIn.all[number].name)
    else { return nil }
    return try? environment.on(day) { () throws(EvaluationFailure) -> Value? in
      try self.evaluation.valueIfDefined(of: argument, locals: [])
    }
  }
}
