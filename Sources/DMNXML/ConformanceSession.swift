import DMN
import Diagnostics
import FEEL
public import Quantities

/// Answers the requests of the protocol by which engines are tested against the DMN TCK.
///
/// One JSON object a line in, one a line out. Models are kept from one request to the next by
/// their paths.
public struct ConformanceSession {
  private let readFile: (String) -> [UInt8]?
  private let clock: DateAndTime?
  private var documents: [String: DMNModel?] = [:]
  private var resolved: [[String]: DecisionModel] = [:]

  /// A session that reads models through a function, which answers nil for what it cannot read.
  ///
  /// `clock` is what `now()` and `today()` answer with.
  public init(readFile: @escaping (String) -> [UInt8]?, clock: DateAndTime? = nil) {
    self.readFile = readFile
    self.clock = clock
  }

  /// The reply to a line, without a line break.
  public mutating func answer(line: String) -> String { answer(line: Array(line.utf8)) }

  /// The reply to a line of UTF-8, without a line break.
  public mutating func answer(line: some Sequence<UInt8>) -> String {
    guard let request = try? JSONValue(reading: Array(line)) else {
      return Self.reply(id: .null, nil)
    }
    return Self.reply(id: request["id"] ?? .null, outcome(of: request))
  }

  private static func reply(id: JSONValue, _ outcome: DecisionModel.Outcome?) -> String {
    var value = JSONValue.null
    var hasError = true
    if let outcome {
      var budget = largestReply
      if outcome.value.fits(&budget) {
        value = TaggedValue.json(outcome.value)
        hasError = !outcome.failures.isEmpty
      }
    }
    return JSONValue.object([("id", id), ("value", value), ("error", .bool(hasError))]).compact
  }

  /// The most values inside a value that is written; small models can name very large ones.
  private static let largestReply = 1_000_000

  private mutating func outcome(of request: JSONValue) -> DecisionModel.Outcome? {
    if request["expression"] != nil {
      return ExpressionVector(request)?.outcome(clock: clock)
    }
    guard let path = request["model"]?.text, let inputs = Self.inputs(request),
      let model = model([path] + Self.paths(request["imports"]))
    else { return nil }
    let decision = request["decision"]?.text
    if let service = request["service"]?.text {
      return model.invoke(service: service, output: decision, inputs: inputs, clock: clock)
    }
    return model.evaluate(decision: decision ?? "", inputs: inputs, clock: clock)
  }

  private static func inputs(_ request: JSONValue) -> [DecisionModel.Input]? {
    guard case .object(let members)? = request["inputs"] else { return [] }
    var inputs: [DecisionModel.Input] = []
    for (name, content) in members {
      guard let value = TaggedValue.value(content) else { return nil }
      inputs.append(
        DecisionModel.Input(name, value, namespace: request["inputNamespaces"]?[name]?.text))
    }
    return inputs
  }

  private static func paths(_ json: JSONValue?) -> [String] {
    guard case .array(let elements)? = json else { return [] }
    return elements.compactMap(\.text)
  }

  /// The model of some files, the first being the one that is asked for; nil if one is no model.
  private mutating func model(_ paths: [String]) -> DecisionModel? {
    if let model = resolved[paths] { return model }
    var models: [DMNModel] = []
    for path in paths {
      guard let model = document(path) else { return nil }
      models.append(model)
    }
    let model = DecisionModel(resolving: models)
    resolved[paths] = model
    return model
  }

  private mutating func document(_ path: String) -> DMNModel? {
    if let known = documents[path] { return known }
    let model = readFile(path).flatMap {
      DMNDocument(reading: SourceFile(name: path, bytes: $0)).model
    }
    documents[path] = .some(model)
    return model
  }
}

extension JSONValue {
  /// The text, if it is one.
  var text: String? { if case .string(let text) = self { text } else { nil } }
}

extension Value {
  /// Whether the value has no more parts than the budget, which is lowered by their number.
  fileprivate func fits(_ budget: inout Int) -> Bool {
    budget -= 1
    if budget < 0 { return false }
    switch self {
    case .list(let elements):
      for element in elements where !element.fits(&budget) { return false }
      return true
    case .context(let context):
      for value in context.values where !value.fits(&budget) { return false }
      return true
    default: return true
    }
  }
}
