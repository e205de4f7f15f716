import Diagnostics

/// What is said of a step: for programs by names, for people by titles and labels.
struct StepText {
  let plain: String
  let wording: Wording

  init(plain: String, wording: Wording) {
    self.plain = plain
    self.wording = wording
  }

  /// A text that is the same for all.
  init(_ text: String) { self.init(plain: text, wording: Wording(text)) }
}

/// A step of an explanation in a line: its value, then how it came about.
struct StepWords {
  /// The criteria of a determination by name.
  let criteria: [String: JSONValue]
  /// What pilots are called, by name.
  let pilots: [String: Wording]

  /// What a step is called.
  func title(of node: JSONValue) -> StepText {
    let name = node["name"]?.text ?? "?"
    let label = node["label"] ?? criterion(node)?["label"]
    return StepText(
      plain: name,
      wording: Wording(en: label?["en"]?.text ?? name, zh: label?["zh"]?.text ?? name))
  }

  func text(of node: JSONValue) -> StepText {
    StepText(
      plain: wording(of: node, pilots: [:]).en, wording: wording(of: node, pilots: pilots))
  }

  /// The criterion at which a tree begins.
  private func criterion(_ node: JSONValue) -> JSONValue? {
    guard node["value"] == nil, node["origin"] == nil else { return nil }
    return criteria[node["name"]?.text ?? ""]
  }

  private func wording(of node: JSONValue, pilots: [String: Wording]) -> Wording {
    // What begins a tree has no value: a criterion has a result.
    if let result = criterion(node)?["result"]?.text {
      return Self.resultWords[result].map { Wording(en: result, zh: $0) } ?? Wording(result)
    }
    let value = node["value"].map { $0.text ?? $0.compact }
    let text = Wording(en: value ?? "?", zh: value.map { Self.truth[$0] ?? $0 } ?? "未知")
    guard let ending = Self.ending(of: node, pilots) else { return text }
    return Wording(en: text.en + ending.en, zh: text.zh + ending.zh)
  }

  /// How the value came about.
  private static func ending(
    of node: JSONValue, _ pilots: [String: Wording]
  ) -> Wording? {
    switch node["origin"]?.text {
    case "dated value":
      let layer = node["pilot"]?.text.map { [pilots[$0] ?? Wording($0)] } ?? []
      let grounds = layer + sources(node["valueSource"]).map { Wording($0) }
      let days = [("from", "自 ", " 起"), ("until", "至 ", ""), ("knownFrom", "", " 公布")]
        .compactMap { key, before, after in
          node[key]?.text.map { day in
            Wording(en: "\(keyWords[key] ?? key) \(day)", zh: before + day + after)
          }
        }
      return Wording(
        en: " (" + (days + grounds).map(\.en).joined(separator: ", ") + ")",
        zh: "（" + (days + grounds).map(\.zh).joined(separator: "，") + "）")
    case "exception":
      let name = node["exception"]?.text ?? ""
      return Wording(en: " (exception \(name))", zh: "（适用例外“\(name)”）")
    case "expression": return Wording(" = \(node["text"]?.text ?? "")")
    case "table":
      let rows = (node["matched"]?.elements ?? []).map { row in
        row.elements.compactMap(\.text).joined(separator: " | ")
      }.joined(separator: "; ")
      return Wording(en: " (row \(rows))", zh: "（适用的行：\(rows)）")
    case let origin?: return Wording(en: " (\(origin))", zh: "（\(originWords[origin] ?? origin)）")
    case nil: return nil
    }
  }

  private static let keyWords = ["knownFrom": "known from"]

  private static let truth = ["true": "是", "false": "否"]

  private static let resultWords = [
    "met": "符合", "unmet": "不符合", "unknown": "未知", "waived": "免除", "not tested": "未审查",
  ]

  private static let originWords = [
    "supplied": "已提供", "assumed": "未提供，视为此值", "missing": "未提供", "engine": "由程序给出",
    "unpublished": "尚未公布", "not evaluated": "未计算",
  ]

  private static func sources(_ json: JSONValue?) -> [String] {
    switch json {
    case .string(let text)?: [text]
    case .array(let texts)?: texts.compactMap(\.text)
    default: []
    }
  }
}

extension Wording {
  /// A text that is the same in both languages.
  init(_ text: String) { self.init(en: text, zh: text) }
}
