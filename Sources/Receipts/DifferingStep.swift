import Diagnostics

/// The first step at which two determinations of a case part.
///
/// The steps are those of the explanations, in the order in which they were taken: of a criterion or
/// an amount the innermost step that differs while everything it reads is the same.
public struct DifferingStep: Sendable {
  /// The names that lead to it: a criterion or benefit, decisions, a parameter.
  public let path: [String]
  /// What it was; nil if there was no such step.
  public let then: String?
  /// What it is; nil if there is no such step.
  public let now: String?

  /// Compares two determinations without places; nil if they are the same.
  init?(from then: JSONValue, to now: JSONValue) {
    for (path, then, now) in Self.trees(then, now) {
      if let found = StepSearch(then.tree, now.tree, results: (then.results, now.results)).first {
        self.init(path: path + found.path, then: found.then, now: found.now)
        return
      }
    }
    // Nothing was evaluated otherwise: a label, a source, a file's name.
    guard let found = Self.firstDifference(then, now, []) else { return nil }
    self.init(path: found.path, then: found.then, now: found.now)
  }

  init(path: [String], then: String?, now: String?) {
    self.path = path
    self.then = then
    self.now = now
  }

  /// The whole and its parts.
  private static func trees(
    _ then: JSONValue, _ now: JSONValue
  ) -> [(path: [String], then: JSONValue, now: JSONValue)] {
    let parts = zip(then["parts"]?.elements ?? [], now["parts"]?.elements ?? [])
    return [([], then, now)]
      + parts.enumerated().map { (["part \($0.offset + 1)"], $0.element.0, $0.element.1) }
  }

  /// The first member or element that differs.
  private static func firstDifference(
    _ then: JSONValue, _ now: JSONValue, _ path: [String]
  ) -> DifferingStep? {
    if then == now { return nil }
    switch (then, now) {
    case (.object(let before), .object):
      for (key, value) in before where value != now[key] {
        return firstDifference(value, now[key] ?? .null, path + [key])
      }
      guard let added = now.members.first(where: { then[$0.0] == nil }) else { return nil }
      return DifferingStep(path: path + [added.0], then: nil, now: added.1.compact)
    case (.array(let before), .array(let after)) where before.count == after.count:
      for (place, pair) in zip(before, after).enumerated() where pair.0 != pair.1 {
        let name = pair.0["name"]?.text ?? String(place + 1)
        return firstDifference(pair.0, pair.1, path + [name])
      }
      return nil
    default: return DifferingStep(path: path, then: then.compact, now: now.compact)
    }
  }
}

extension JSONValue {
  /// The explanation tree of a determination.
  fileprivate var tree: [JSONValue] { self["explanation"]?["tree"]?.elements ?? [] }

  /// The results of its criteria by name.
  fileprivate var results: [String: String] {
    Dictionary(
      (self["criteria"]?.elements ?? []).compactMap { criterion in
        guard let name = criterion["name"]?.text, let result = criterion["result"]?.text else {
          return nil
        }
        return (name, result)
      }, uniquingKeysWith: { first, _ in first })
  }
}

/// Looks for the first step in which two trees differ.
private struct StepSearch {
  private let then: [JSONValue]
  private let now: [JSONValue]
  private let results: (then: [String: String], now: [String: String])
  private var byNumber: ([Int: JSONValue], [Int: JSONValue]) = ([:], [:])
  private var compared: [[Int]: DifferingStep?] = [:]

  init(
    _ then: [JSONValue], _ now: [JSONValue],
    results: (then: [String: String], now: [String: String])
  ) {
    self.results = results
    self.then = then
    self.now = now
    for node in then { Self.collect(node, &byNumber.0) }
    for node in now { Self.collect(node, &byNumber.1) }
  }

  private static func collect(_ node: JSONValue, _ numbers: inout [Int: JSONValue]) {
    if let number = node["number"]?.wholeNumber { numbers[number] = node }
    for child in node["needs"]?.elements ?? [] { collect(child, &numbers) }
  }

  var first: DifferingStep? {
    var search = self
    return search.difference(then, now, depth: 0)
  }

  /// The first difference of two lists of steps, which belong together by their names.
  private mutating func difference(
    _ then: [JSONValue], _ now: [JSONValue], depth: Int
  ) -> DifferingStep? {
    let before = then.map { Self.resolved($0, byNumber.0) }
    let after = now.map { Self.resolved($0, byNumber.1) }
    var rest = after
    for node in before {
      guard let match = rest.firstIndex(where: { $0["name"] == node["name"] }) else {
        return DifferingStep(
          path: [Self.name(of: node)], then: Self.text(of: node, results.then), now: nil)
      }
      let other = rest.remove(at: match)
      if let found = difference(node, other, depth: depth) { return found }
    }
    return rest.first.map {
      DifferingStep(path: [Self.name(of: $0)], then: nil, now: Self.text(of: $0, results.now))
    }
  }

  private mutating func difference(
    _ then: JSONValue, _ now: JSONValue, depth: Int
  ) -> DifferingStep? {
    // A step that many read is compared once.
    let key = [then["number"]?.wholeNumber ?? 0, now["number"]?.wholeNumber ?? 0]
    if let known = compared[key] { return known }
    compared[key] = .some(nil)
    let found = computed(then, now, depth: depth)
    compared[key] = found
    return found
  }

  private mutating func computed(
    _ then: JSONValue, _ now: JSONValue, depth: Int
  ) -> DifferingStep? {
    let name = Self.name(of: then)
    let children = (then["needs"]?.elements ?? [], now["needs"]?.elements ?? [])
    let isSame = Self.content(of: then) == Self.content(of: now)
    if depth < 200, let inner = difference(children.0, children.1, depth: depth + 1),
      // Another rule reads other things: that it is another comes first.
      isSame || inner.then != nil && inner.now != nil || Self.rule(of: then) == Self.rule(of: now)
    {
      return DifferingStep(path: [name] + inner.path, then: inner.then, now: inner.now)
    }
    return isSame
      ? nil
      : DifferingStep(
        path: [name], then: Self.text(of: then, results.then), now: Self.text(of: now, results.now))
  }

  private static func resolved(_ node: JSONValue, _ numbers: [Int: JSONValue]) -> JSONValue {
    node["see"]?.wholeNumber.flatMap { numbers[$0] } ?? node
  }

  private static func name(of node: JSONValue) -> String { node["name"]?.text ?? "?" }

  /// What a step says of itself.
  private static func content(of node: JSONValue) -> JSONValue {
    node.without("number", "needs", "label", "chain")
  }

  private static func rule(of node: JSONValue) -> [JSONValue?] {
    [node["text"], node["exception"], node["header"], node["origin"]]
  }

  /// A step in a line: its value, then how it came about.
  private static func text(of node: JSONValue, _ results: [String: String]) -> String {
    // What begins a tree has no value: a criterion has a result.
    if node["value"] == nil, node["origin"] == nil, let result = results[name(of: node)] {
      return result
    }
    var text = node["value"].map { $0.text ?? $0.compact } ?? "?"
    switch node["origin"]?.text {
    case "dated value":
      let days = [
        node["from"]?.text.map { "from \($0)" }, node["until"]?.text.map { "until \($0)" },
        node["knownFrom"]?.text.map { "known from \($0)" },
      ].compactMap { $0 }
      let layer = node["pilot"]?.text.map { [$0] } ?? []
      text +=
        " (" + (days + layer + Self.sources(node["valueSource"])).joined(separator: ", ") + ")"
    case "exception": text += " (exception \(node["exception"]?.text ?? ""))"
    case "expression": text += " = \(node["text"]?.text ?? "")"
    case "table":
      let rows = (node["matched"]?.elements ?? []).map { row in
        row.elements.compactMap(\.text).joined(separator: " | ")
      }
      text += " (row \(rows.joined(separator: "; ")))"
    case let origin?: text += " (\(origin))"
    case nil: break
    }
    return text
  }

  private static func sources(_ json: JSONValue?) -> [String] {
    switch json {
    case .string(let text)?: [text]
    case .array(let texts)?: texts.compactMap(\.text)
    default: []
    }
  }
}
