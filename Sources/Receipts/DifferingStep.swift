public import Diagnostics

/// The first step at which two determinations of a case part.
///
/// The steps are those of the explanations, in the order in which they were taken: of a criterion or
/// an amount the innermost step that differs while everything it reads is the same.
public struct DifferingStep: Sendable {
  fileprivate let titles: [StepText]
  fileprivate let texts: (before: StepText?, after: StepText?)

  /// What leads to it: a criterion or benefit, decisions, a parameter, by what they are called.
  public var steps: [Wording] { titles.map(\.wording) }
  /// What it was, in words; nil if there was no such step.
  public var before: Wording? { texts.before?.wording }
  /// What it is, in words; nil if there is no such step.
  public var after: Wording? { texts.after?.wording }

  /// The names that lead to it.
  public var path: [String] { titles.map(\.plain) }
  /// What it was, with names; nil if there was no such step.
  public var then: String? { texts.before?.plain }
  /// What it is, with names; nil if there is no such step.
  public var now: String? { texts.after?.plain }

  /// Compares two determinations without places, pilots being called what they are called; nil if they
  /// are the same.
  init?(from then: JSONValue, to now: JSONValue, pilots: [String: Wording]) {
    for (path, then, now) in Self.trees(then, now) {
      let words = (
        StepWords(criteria: then.criteria, pilots: pilots),
        StepWords(criteria: now.criteria, pilots: pilots)
      )
      if let found = StepSearch(then.tree, now.tree, words: words).first {
        self.init(path + found.titles, found.texts.before, found.texts.after)
        return
      }
    }
    // Nothing was evaluated otherwise: a label, a source, a file's name.
    guard let found = Self.firstDifference(then, now, []) else { return nil }
    self = found
  }

  init(_ titles: [StepText], _ before: StepText?, _ after: StepText?) {
    self.titles = titles
    texts = (before, after)
  }

  /// The whole and its parts.
  private static func trees(
    _ then: JSONValue, _ now: JSONValue
  ) -> [(path: [StepText], then: JSONValue, now: JSONValue)] {
    let parts = zip(then["parts"]?.elements ?? [], now["parts"]?.elements ?? [])
    return [([], then, now)]
      + parts.enumerated().map { place, part in
        let name = Wording(en: "part \(place + 1)", zh: "第 \(place + 1) 项")
        return ([StepText(plain: name.en, wording: name)], part.0, part.1)
      }
  }

  /// The first member or element that differs.
  private static func firstDifference(
    _ then: JSONValue, _ now: JSONValue, _ path: [StepText]
  ) -> DifferingStep? {
    if then == now { return nil }
    switch (then, now) {
    case (.object(let before), .object):
      for (key, value) in before where value != now[key] {
        return firstDifference(value, now[key] ?? .null, path + [StepText(key)])
      }
      guard let added = now.members.first(where: { then[$0.0] == nil }) else { return nil }
      return DifferingStep(path + [StepText(added.0)], nil, StepText(added.1.compact))
    case (.array(let before), .array(let after)) where before.count == after.count:
      for (place, pair) in zip(before, after).enumerated() where pair.0 != pair.1 {
        let words = StepWords(criteria: [:], pilots: [:])
        let name = pair.0["name"] == nil ? StepText(String(place + 1)) : words.title(of: pair.0)
        return firstDifference(pair.0, pair.1, path + [name])
      }
      return nil
    default: return DifferingStep(path, StepText(then.compact), StepText(now.compact))
    }
  }
}

extension JSONValue {
  /// The explanation tree of a determination.
  fileprivate var tree: [JSONValue] { self["explanation"]?["tree"]?.elements ?? [] }

  /// Its criteria by name.
  fileprivate var criteria: [String: JSONValue] {
    Dictionary(
      (self["criteria"]?.elements ?? []).compactMap { criterion in
        criterion["name"]?.text.map { ($0, criterion) }
      }, uniquingKeysWith: { first, _ in first })
  }
}

/// Looks for the first step in which two trees differ.
private struct StepSearch {
  private let then: [JSONValue]
  private let now: [JSONValue]
  private let words: (then: StepWords, now: StepWords)
  private var byNumber: ([Int: JSONValue], [Int: JSONValue]) = ([:], [:])
  private var compared: [[Int]: DifferingStep?] = [:]

  init(_ then: [JSONValue], _ now: [JSONValue], words: (then: StepWords, now: StepWords)) {
    self.words = words
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
        return DifferingStep([words.then.title(of: node)], words.then.text(of: node), nil)
      }
      let other = rest.remove(at: match)
      if let found = difference(node, other, depth: depth) { return found }
    }
    return rest.first.map {
      DifferingStep([words.now.title(of: $0)], nil, words.now.text(of: $0))
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
    let title = words.then.title(of: then)
    let children = (then["needs"]?.elements ?? [], now["needs"]?.elements ?? [])
    let isSame = Self.content(of: then) == Self.content(of: now)
    if depth < 200, let inner = difference(children.0, children.1, depth: depth + 1),
      // Another rule reads other things: that it is another comes first.
      isSame || inner.texts.before != nil && inner.texts.after != nil
        || Self.rule(of: then) == Self.rule(of: now)
    {
      return DifferingStep([title] + inner.titles, inner.texts.before, inner.texts.after)
    }
    return isSame
      ? nil
      : DifferingStep([title], words.then.text(of: then), words.now.text(of: now))
  }

  private static func resolved(_ node: JSONValue, _ numbers: [Int: JSONValue]) -> JSONValue {
    node["see"]?.wholeNumber.flatMap { numbers[$0] } ?? node
  }

  /// What a step says of itself.
  private static func content(of node: JSONValue) -> JSONValue {
    node.without("number", "needs", "label", "chain")
  }

  private static func rule(of node: JSONValue) -> [JSONValue?] {
    [node["text"], node["exception"], node["header"], node["origin"]]
  }
}
