import Diagnostics
import FEELSyntax
import PolicyModel
import PolicySyntax

/// Reads expressions as one side reads them, so that they are compared by what they say.
struct ExpressionReader: Sendable {
  let names: NamesInScope

  init(_ draft: PolicyDraft) { names = draft.namesInScope }

  /// The expression in canonical form; as it stands if it cannot be read.
  func text(of text: ExpressionText, locals: [String] = []) -> String {
    self.text(of: text.source, locals: locals)
  }

  func text(of source: SourceText, locals: [String] = []) -> String {
    tree(source, locals)?.normalText ?? source.text
  }

  /// Tests in canonical form.
  func text(ofTests source: SourceText, locals: [String] = []) -> String {
    tests(source, locals)?.normalText ?? source.text
  }

  /// The names an expression takes from its surroundings.
  func names(in source: SourceText, locals: [String] = []) -> Set<String> {
    (tree(source, locals)?.namesUsed ?? []).subtracting(locals)
  }

  /// The names that tests take from their surroundings.
  func names(inTests source: SourceText, locals: [String] = []) -> Set<String> {
    (tests(source, locals)?.namesUsed ?? []).subtracting(locals)
  }

  private func tree(_ source: SourceText, _ locals: [String]) -> Expression? {
    let names = locals.isEmpty ? names : names.adding(locals)
    return parseExpression(source, names: names, options: Self.options).tree
  }

  private func tests(_ source: SourceText, _ locals: [String]) -> UnaryTests? {
    let names = locals.isEmpty ? names : names.adding(locals)
    return parseUnaryTests(source, names: names, options: Self.options).tree
  }

  private static let options = ParsingOptions(allowsAt: true)
}
