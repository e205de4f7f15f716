import Diagnostics
public import FEELSyntax

/// A function written in Java (DMN 1.5, 10.3.2.13.3), as far as it can be had without a JVM.
///
/// A fixed table of pure static methods of `java.lang` is built in, as the DMN TCK (0076) uses them;
/// see `JavaMethod.all`. Any other class or method is null with a failure that names it. Rule files
/// have no external functions at all.
public struct ExternalFunction: Sendable {
  private let parameters: [FunctionValue.Parameter]
  private let logic: Logic

  /// The function that `external {java: {class: …, method signature: …}}` describes.
  public init(_ description: Expression, parameters: [FunctionValue.Parameter]) {
    let java = description.entry("java")
    self.init(
      class: java?.entry("class")?.stringLiteral ?? "",
      methodSignature: java?.entry("method signature")?.stringLiteral ?? "",
      parameters: parameters)
  }

  /// The function of a class, such as `java.lang.Math`, and a method signature, such as
  /// `max(double, double)`.
  public init(
    class name: String, methodSignature: String, parameters: [FunctionValue.Parameter]
  ) {
    self.parameters = parameters
    logic = Logic(JavaMethod.Signature(class: name, methodSignature))
  }

  /// The function as a value.
  public var function: FunctionValue {
    FunctionValue(parameters: parameters, body: .logic(logic))
  }

  /// What happens at a call.
  private struct Logic: InvocableLogic {
    let signature: JavaMethod.Signature
    let method: JavaMethod?

    init(_ signature: JavaMethod.Signature) {
      self.signature = signature
      method = JavaMethod.all.first { $0.signature == signature }
    }

    func invoke(
      _ arguments: [Value], in evaluation: Evaluation
    ) throws(EvaluationFailure) -> Value {
      if let unknown = Unknown.union(of: arguments) {
        return .unknown(Unknown(causes: unknown.causes))
      }
      guard let method else {
        return try evaluation.fail(Self.notBuiltIn(signature.description), at: nil)
      }
      guard let values = method.arguments(arguments), let result = method.apply(values)?.value
      else {
        return try evaluation.fail(
          .undefined(
            operation: signature.description, operands: arguments.map(\.kindName)), at: nil)
      }
      return result
    }

    private static func notBuiltIn(_ name: String) -> EvaluationFailure.Reason {
      .other(
        Wording(
          en: "the external function `\(name)` is none of those that are built in",
          zh: "外部函数 `\(name)` 不在内置函数之列"))
    }
  }
}

extension Expression {
  /// The value of an entry of a context literal.
  fileprivate func entry(_ name: String) -> Expression? {
    guard case .context(let entries) = kind else { return nil }
    return entries.first { $0.key.text == name }?.value
  }

  /// The text of a string literal.
  fileprivate var stringLiteral: String? {
    if case .string(let text) = kind { text } else { nil }
  }
}
