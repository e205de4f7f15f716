import Diagnostics
import FEEL
import FEELSyntax
import PolicyWriting

/// What the expressions of one rule file can name, and what they do name.
final class NamesOfModel {
  private let names: NamesInScope
  private var found: [String: Set<String>] = [:]
  private var needsRules: [String: Bool] = [:]

  /// The names of items and types, and those that may stand behind a point.
  init(_ items: some Sequence<String>, members: some Sequence<String>) {
    names = Scope().names.adding(items, members: members)
  }

  /// The names in a text, parameters of a function left out.
  func names(in text: LogicText, parameters: [String] = []) -> Set<String> {
    let key =
      (text.isTests ? "?" : "=") + parameters.joined(separator: "\u{1}") + "\u{2}" + text.text
    if let known = found[key] { return known }
    let names = parse(text, parameters, allowsAt: true)?.subtracting(parameters) ?? []
    found[key] = names
    return names
  }

  /// Whether a text can be read in rule files only, because it has `NAME at(DATE)`.
  func isBeyondDMN(_ text: String) -> Bool {
    if let known = needsRules[text] { return known }
    let source = LogicText(text: text, isTests: false)
    // To DMN, `NAME at` is another name, and what follows its argument.
    let result =
      text.contains("at")
      && parse(source, allowsAt: true) != parse(source, allowsAt: false)
    needsRules[text] = result
    return result
  }

  private func parse(
    _ text: LogicText, _ parameters: [String] = [], allowsAt: Bool
  ) -> Set<String>? {
    let source = SourceText(text.text, name: "expression")
    let scope = parameters.isEmpty ? names : names.adding(parameters)
    let options = ParsingOptions(allowsAt: allowsAt)
    if text.isTests {
      return parseUnaryTests(source, names: scope, options: options).tree?.namesUsed
    }
    return parseExpression(source, names: scope, options: options).tree?.namesUsed
  }
}
