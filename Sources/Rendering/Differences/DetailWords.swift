internal import Comparisons
internal import Diagnostics
internal import FEEL
internal import FEELSyntax
internal import PolicyModel
internal import PolicySyntax
internal import Quantities

/// What rules say under a key, in the words of a language: texts that may only be one of a few are
/// called by their labels, words of the format as people say them.
struct DetailWords {
  /// The policies in which names are looked up, the first that knows one first.
  let policies: [Policy]
  let language: Language

  /// The words for a text under a key of an item.
  func text(_ text: String, under key: String, of item: String) -> String {
    if text.hasSuffix(Self.provisional) {
      let value = String(text.dropLast(Self.provisional.count))
      return self.text(value, under: key, of: item)
        + Phrases.goesOnProvisionally.text(in: language)
    }
    // Files are written in the English words of the format.
    guard language != .english else { return text }
    if let known = text.firstRange(of: Self.knownFrom),
      CalendarDate(String(text[known.upperBound...])) != nil
    {
      return self.text(String(text[..<known.lowerBound]), under: key, of: item)
        + Phrases.publishedOn(String(text[known.upperBound...])).text(in: language)
    }
    if let word = Self.word(text, under: key) { return word.text(in: language) }
    return labels(in: text, of: choices(of: key) ?? choices(of: item) ?? [:]) ?? text
  }

  private static let provisional = " (provisional)"
  private static let knownFrom = ", known from "

  private static func word(_ text: String, under key: String) -> Wording? {
    switch (key, text) {
    case (_, "true"): Phrases.yes
    case (_, "false"): Phrases.no
    case ("afterwards", "lost"): Wording(en: text, zh: "不补发")
    case ("afterwards", "paid"): Wording(en: text, zh: "补发")
    case ("mode", "excludes"): Wording(en: text, zh: "不得同时享受")
    case ("mode", "offsets"): Wording(en: text, zh: "扣除对方金额")
    case ("pays", "monthly"): Wording(en: text, zh: "按月")
    case ("pays", "yearly"): Wording(en: text, zh: "按年")
    case ("pays", "once"): Wording(en: text, zh: "一次性")
    case ("while unpublished", "last value"): Wording(en: text, zh: "沿用最近的值")
    case ("set by", "pilot"): Wording(en: text, zh: "由试点规定")
    case ("none", "allowed"): Wording(en: text, zh: "允许")
    case ("type", _): Phrases.type(declared: text)
    case ("unit", _): Unit(text).map(Phrases.unitName)
    case ("parameters", _): parameters(text)
    case ("subject", _): Phrases.subject(text)
    case ("evidence", _): Evidence(rawValue: text).map { Phrases.evidence($0) }
    case ("over time", _): OverTime(rawValue: text).map(Phrases.overTime)
    case ("counts", _): TermDeclaration.Counts(rawValue: text).map(Phrases.counts)
    case ("on", _): EndDeclaration.Reading(rawValue: text).map(Phrases.reading)
    case ("effect", _): EndDeclaration.Effect(rawValue: text).map(Phrases.effect)
    case ("at the rate", _): EndDeclaration.Rate(rawValue: text).map(Phrases.rate)
    default: nil
    }
  }

  /// The parameters of a function: `sum due: money CNY/month, kind: text (old|new)`.
  private static func parameters(_ text: String) -> Wording? {
    var parts: [String] = []
    for part in text.split(separator: ", ") {
      guard let colon = part.firstRange(of: ": ") else { return nil }
      let choices = part[colon.upperBound...].firstIndex(of: "(") ?? part.endIndex
      var type = part[colon.upperBound..<choices].singleSpaced
      type = type.hasSuffix(" ") ? String(type.dropLast()) : type
      parts.append(
        part[..<colon.lowerBound] + "：" + Phrases.type(declared: type).zh + part[choices...])
    }
    return Wording(en: text, zh: parts.joined(separator: "；"))
  }

  /// The labels of the only texts that a fact may be, by text; nil if it may be any, or no fact.
  private func choices(of name: String) -> [String: String]? {
    for policy in policies {
      guard let id = policy.names[name], case .fact(let fact) = policy.items[id].kind,
        !fact.choices.isEmpty
      else { continue }
      return fact.choices.reduce(into: [:]) { labels, choice in
        labels[choice.name.text] = choice.label?.text(in: language)
      }
    }
    return nil
  }

  /// Texts separated by commas, quoted as in expressions or bare as in lists of choices, by their
  /// labels; nil unless all of them have one.
  private func labels(in text: String, of choices: [String: String]) -> String? {
    guard !choices.isEmpty else { return nil }
    var labels: [String] = []
    for part in text.split(separator: ",") {
      var name = part.drop { $0 == " " }
      if name.count > 1, name.hasPrefix("\""), name.hasSuffix("\"") {
        name = name.dropFirst().dropLast()
      }
      guard let label = choices[String(name)] else { return nil }
      labels.append("“\(label)”")
    }
    return labels.joined(separator: Phrases.enumeration.text(in: language))
  }
}
