public import Diagnostics

/// The kinds of YAML files that people write, each with a JSON Schema for editors.
///
/// A schema knows what stands where in one file. What needs other files, or expressions to be
/// understood, only the reader of rules can say.
public enum FileSchema: String, Sendable, CaseIterable {
  /// A policy.
  case policy
  /// Names that policies share.
  case vocabulary
  /// What a pilot changes of a policy.
  case overlay
  /// Texts of law.
  case sources
  /// A pilot.
  case pilot
  /// Test cases.
  case test
  /// Applicants.
  case applicant

  /// The schema, the same bytes every time.
  public func json(in language: Language) -> JSONValue {
    let writer = SchemaWriter(language: language)
    return .object(
      Self.head(rawValue, title: title.text(in: language)) + writer.schema(of: shape)
        + [("$defs", writer.definitions)])
  }

  /// One schema for all kinds, which looks at the keys to know what a file is.
  public static func combined(in language: Language) -> JSONValue {
    let writer = SchemaWriter(language: language)
    let kinds = allCases.map { ($0.rawValue, writer.value($0.shape)) }
    let shared: [(String, JSONValue)] =
      if case .object(let members) = writer.definitions { members } else { [] }
    return .object(
      head("file", title: Wording(en: "a file of Zhunze", zh: "准则文件").text(in: language))
        + dispatch(
          [
            ("adapts", .overlay), ("cases", .test), ("policy", .policy),
            ("vocabulary", .vocabulary), ("region", .pilot), ("sources", .sources),
          ][...], otherwise: .applicant)
        + [("$defs", .object(shared + kinds))])
  }

  /// A chain of `if` and `else` by the keys that tell kinds apart.
  private static func dispatch(
    _ kinds: ArraySlice<(key: String, kind: FileSchema)>, otherwise last: FileSchema
  ) -> [(String, JSONValue)] {
    guard let (key, kind) = kinds.first else { return reference(to: last) }
    return [
      ("if", .object([("required", .array([.string(key)]))])),
      ("then", .object(reference(to: kind))),
      ("else", .object(dispatch(kinds.dropFirst(), otherwise: last))),
    ]
  }

  private static func reference(to kind: FileSchema) -> [(String, JSONValue)] {
    [("$ref", .string("#/$defs/\(kind.rawValue)"))]
  }

  private static func head(_ name: String, title: String) -> [(String, JSONValue)] {
    [
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("$id", .string("urn:zhunze:schema:\(name):1")),
      ("title", .string(title)),
    ]
  }

  private var title: Wording {
    switch self {
    case .policy: Wording(en: "a policy", zh: "政策")
    case .vocabulary: Wording(en: "a vocabulary", zh: "词汇文件")
    case .overlay: Wording(en: "what a pilot changes of a policy", zh: "试点对政策的调整")
    case .sources: Wording(en: "sources of law", zh: "文件依据")
    case .pilot: Wording(en: "a pilot", zh: "试点")
    case .test: Wording(en: "test cases", zh: "测试用例")
    case .applicant: Wording(en: "applicants", zh: "申请人")
    }
  }

  var shape: Shape {
    switch self {
    case .policy:
      .entries([Key.policy] + Key.head + Key.vocabulary(isOverlay: false) + Key.rules)
    case .vocabulary:
      .entries([Key.ownVocabulary, Key.title, Key.uses] + Key.vocabulary(isOverlay: false))
    case .overlay:
      .entries(
        [Key.adapts, Key.title, Key.inForce, Key.uses] + Key.vocabulary(isOverlay: true)
          + Key.rules)
    case .sources: .entries([Key.sources])
    case .pilot: .entries(Key.pilot)
    case .test: .entries(Key.cases)
    case .applicant: Shape.applicants
    }
  }
}
