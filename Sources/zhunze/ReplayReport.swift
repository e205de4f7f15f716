import Determinations
import Diagnostics
import FEEL
import PolicySyntax
import Quantities
import Receipts
import Rendering

/// Tells of the cases of a log as they are decided again: those that differ, then how many there are.
struct ReplayReport {
  /// What became of a line.
  enum Entry: Sendable {
    case replayed(ReplayResult)
    /// It is not what it was when it was written, so that nothing can be said of it.
    case broken([Diagnostic])
  }

  private let console: Console
  private(set) var lines = 0
  private var counts: [ReplayResult.Kind: Int] = [:]
  private var broken = 0
  private var isFirst = true
  private var findings = BoundedFindings()

  init(_ console: Console) { self.console = console }

  /// Whether any case differs, or could not be decided.
  var differs: Bool {
    broken > 0
      || ReplayResult.Kind.allCases.contains { kind in
        kind != .identical && kind != .same && counts[kind, default: 0] > 0
      }
  }

  mutating func add(_ entries: [Entry]) throws {
    var text = ""
    for entry in entries {
      lines += 1
      switch entry {
      case .broken(let diagnostics):
        broken += 1
        findings.add(diagnostics)
      case .replayed(let result):
        counts[result.kind, default: 0] += 1
        findings.add(result.diagnostics)
        guard result.kind != .identical else { continue }
        switch console.format {
        case .text: text += Self.text(of: result, in: console.language)
        case .json:
          text += (isFirst ? Self.start : ",") + "\n    " + Self.json(of: result).compact
          isFirst = false
        }
      }
    }
    try console.write(text)
  }

  private static let start = "{\n  \"schema\": \"zhunze.replay/1\",\n  \"cases\": ["

  func finish() throws {
    switch console.format {
    case .text:
      try console.write(summary.text(in: console.language) + "\n")
      console.report(findings.kept)
    case .json:
      var members = ReplayResult.Kind.allCases.map { kind in
        (kind.rawValue, JSONValue.integer(counts[kind, default: 0]))
      }
      members.append(("broken", .integer(broken)))
      let messages = DiagnosticReport(findings.kept).json.compact
      try console.write(
        (isFirst ? Self.start : "\n  ")
          + "],\n  \"counts\": \(JSONValue.object(members).compact),\n"
          + "  \"messages\": \(messages)\n}\n")
    }
  }

  private var summary: Wording {
    func count(_ kind: ReplayResult.Kind) -> Int { counts[kind, default: 0] }
    var en = ["\(count(.identical)) identical"]
    var zh = ["完全一致 \(count(.identical))"]
    if count(.same) > 0 {
      en.append("\(count(.same)) the same by other files")
      zh.append("规则文件不同而判定相同 \(count(.same))")
    }
    if count(.otherReasons) > 0 {
      en.append("\(count(.otherReasons)) with the same outcome for other reasons")
      zh.append("结果相同而理由不同 \(count(.otherReasons))")
    }
    if count(.changed) > 0 {
      en.append("\(count(.changed)) with another outcome")
      zh.append("结果不同 \(count(.changed))")
    }
    if count(.undecidable) > 0 {
      en.append("\(count(.undecidable)) that cannot be decided")
      zh.append("无法判定 \(count(.undecidable))")
    }
    if broken > 0 {
      en.append("\(broken) broken")
      zh.append("受损的回执 \(broken)")
    }
    return Wording(
      en: "\(lines) \(lines == 1 ? "receipt" : "receipts"): " + en.joined(separator: ", "),
      zh: "\(lines) 份回执：" + zh.joined(separator: "，"))
  }

  // MARK: One case

  private static func text(of result: ReplayResult, in language: Language) -> String {
    let isChinese = language == .chinese
    let number = result.number.map(String.init) ?? "?"
    let title = result.title?.text(in: language)
    let policy =
      title.map { isChinese ? "\($0)（\(result.policy)）" : "\($0) (\(result.policy))" }
      ?? result.policy
    var text =
      isChinese
      ? "第 \(number) 号回执，\(result.applicant)，\(policy)\n"
      : "receipt \(number), \(result.applicant), \(policy)\n"
    if result.kind == .undecidable { return text }
    let (then, now) =
      isChinese
      ? (words(of: result.before, in: language), words(of: result.after, in: language))
      : (result.then, result.now)
    text += then == now ? "  \(now)\n" : "  \(then) → \(now)\n"
    if let step = result.step {
      let path = zip(step.path, step.steps).map { name, words in
        (DeterminationText.words(ofSupplied: name) ?? words).text(in: language)
      }.joined(separator: " › ")
      let none = isChinese ? "（无）" : "(none)"
      text += isChinese ? "  首个不同的步骤：\(path)\n" : "  first differing step: \(path)\n"
      text += "    − \(line(step.before?.text(in: language) ?? none))\n"
      text += "    + \(line(step.after?.text(in: language) ?? none))\n"
    }
    for file in result.files {
      let change: Wording =
        switch file.change {
        case .changed: Wording(en: "changed", zh: "已改动")
        case .added: Wording(en: "added", zh: "新增")
        case .removed: Wording(en: "removed", zh: "不再使用")
        }
      text += "  \(file.name): \(change.text(in: language))\n"
    }
    return text
  }

  /// The outcome and what is paid.
  private static func words(of decision: ReplayedDecision, in language: Language) -> String {
    let values = RenderedValue(language: language)
    let outcome =
      Outcome(rawValue: decision.outcome).map { DeterminationText.words(of: $0) }
      ?? Wording(en: decision.outcome, zh: decision.outcome)
    let amounts = decision.amounts.map { amount in
      guard let digits = Decimal128(amount.digits), let unit = Unit(amount.unit) else {
        return "\(amount.digits) \(amount.unit)"
      }
      return values.text(of: digits, unit: unit)
    }
    return ([outcome.text(in: language)] + amounts).joined(separator: " ")
  }

  /// A text on one line.
  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private static func json(of result: ReplayResult) -> JSONValue {
    .object([
      ("number", result.number.map { .integer($0) } ?? .null),
      ("applicant", .string(result.applicant)), ("policy", .string(result.policy)),
      ("kind", .string(result.kind.rawValue)), ("then", .string(result.then)),
      ("now", .string(result.now)),
      (
        "step",
        result.step.map { step in
          .object([
            ("path", .array(step.path.map(JSONValue.string))),
            ("then", step.then.map(JSONValue.string) ?? .null),
            ("now", step.now.map(JSONValue.string) ?? .null),
          ])
        } ?? .null
      ),
      (
        "files",
        .array(
          result.files.map {
            .object([("name", .string($0.name)), ("change", .string($0.change.rawValue))])
          })
      ),
    ])
  }
}
