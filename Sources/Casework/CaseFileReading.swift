import Determinations
public import Diagnostics
import Exchange
import FEELSyntax
import Quantities
public import YAMLTree

extension CaseFile {
  /// Reads a file of cases; everything wrong with it is reported.
  public static func read(
    _ yaml: YAMLDocument, pilot: String?
  ) -> (file: CaseFile?, diagnostics: [Diagnostic]) {
    var reader = CaseFileReader(file: yaml.file, pilot: pilot)
    reader.diagnostics = yaml.diagnostics
    let file = yaml.root.flatMap { reader.file($0) }
    return (file, reader.diagnostics)
  }
}

/// Reads cases entry by entry.
struct CaseFileReader {
  let file: SourceFile
  let pilot: String?
  var diagnostics: [Diagnostic] = []

  mutating func file(_ root: YAMLNode) -> CaseFile? {
    guard let entries = mapping(root) else { return nil }
    check(entries, ["policy", "vocabulary", "pilot", "given", "cases"])
    let subject: CaseFile.Subject
    if let name = scalar(entries, "policy") {
      subject = .policy(Name(name.text, at: name.range))
    } else if let name = scalar(entries, "vocabulary") {
      subject = .vocabulary(Name(name.text, at: name.range))
    } else {
      diagnostics.append(CaseMessages.noSubject(at: root.range))
      return nil
    }
    let given = entries.first { $0.key.text == "given" }.map(\.value)
    guard let list = entries.first(where: { $0.key.text == "cases" })?.value,
      case .sequence(let nodes) = list.content
    else {
      diagnostics.append(CaseMessages.noCases(at: root.range))
      return nil
    }
    let cases = nodes.compactMap { self.case($0, subject, given) }
    return CaseFile(
      file: file, subject: subject, pilot: scalar(entries, "pilot")?.text ?? pilot, cases: cases)
  }

  private mutating func `case`(
    _ node: YAMLNode, _ subject: CaseFile.Subject, _ given: YAMLNode?
  ) -> CaseFile.Case? {
    guard let entries = mapping(node) else { return nil }
    check(
      entries,
      [
        "case", "date", "known", "against", "from", "to", "facts", "expect", "expression", "is",
      ])
    guard let name = scalar(entries, "case") else {
      diagnostics.append(CaseMessages.missing("case", at: node.range))
      return nil
    }
    let date = date(entries, "date")
    if case .vocabulary = subject {
      guard let expression = scalar(entries, "expression"), let value = scalar(entries, "is") else {
        diagnostics.append(CaseMessages.missing("expression", at: name.range))
        return nil
      }
      return CaseFile.Case(
        name: name.text, range: name.range,
        trial: .expression(
          expression.source, equals: value.source, date: date ?? Self.usualDay))
    }
    let expected = self.expected(in: entries, of: name)
    if let from = month(entries, "from"), let to = month(entries, "to") {
      return CaseFile.Case(
        name: name.text, range: name.range,
        trial: .schedule(
          applicant(named: name.text, given, entries), from: from, through: to,
          known: self.date(entries, "known"), against: self.date(entries, "against"), expected))
    }
    guard let date else {
      let keys = Set(entries.map(\.key.text))
      // One that cannot be read has been reported.
      if keys.contains("date") || keys.isSuperset(of: ["from", "to"]) { return nil }
      diagnostics.append(
        CaseMessages.missing(
          keys.contains("from") ? "to" : keys.contains("to") ? "from" : "date", at: name.range))
      return nil
    }
    let applicant = self.applicant(named: name.text, given, entries)
    return CaseFile.Case(
      name: name.text, range: name.range,
      trial: .decision(applicant, date: date, known: self.date(entries, "known"), expected))
  }

  /// What must come out; reports a case that does not say so, and one that says it otherwise.
  private mutating func expected(
    in entries: [YAMLEntry], of name: YAMLScalar
  ) -> [Expectation] {
    guard let value = entries.first(where: { $0.key.text == "expect" })?.value else {
      // A key that was most likely to be this one has been reported.
      if !entries.contains(where: { nearest(to: $0.key.text, among: ["expect"]) != nil }) {
        diagnostics.append(CaseMessages.missing("expect", at: name.range))
      }
      return []
    }
    guard case .mapping(let parts) = value.content, !parts.isEmpty else {
      diagnostics.append(CaseMessages.noExpectations(value))
      return []
    }
    return expectations(value)
  }

  /// The facts of the case over those that are given for all; grants stand among them.
  private mutating func applicant(
    named name: String, _ given: YAMLNode?, _ entries: [YAMLEntry]
  ) -> Applicant {
    var facts: [SuppliedFact] = []
    var grants: SuppliedValue?
    let own = entries.first { $0.key.text == "facts" }.map(\.value)
    for node in [given, own].compactMap({ $0 }) {
      let reading = ApplicantReading.facts(in: node)
      diagnostics += reading.diagnostics
      for fact in reading.facts {
        if fact.name.text == "grants" {
          grants = fact.value
        } else {
          facts.removeAll { $0.name == fact.name }
          facts.append(fact)
        }
      }
    }
    return Applicant(id: name, facts: facts, grants: grants)
  }

  /// The day for expressions that do not give one.
  private static var usualDay: CalendarDate {
    CalendarDate(year: 2026, month: 1, day: 1) ?? .latest
  }

  // MARK: Entries

  mutating func mapping(_ node: YAMLNode) -> [YAMLEntry]? {
    if case .mapping(let entries) = node.content { return entries }
    diagnostics.append(CaseMessages.notAMapping(at: node.range))
    return nil
  }

  mutating func check(_ entries: [YAMLEntry], _ keys: [String]) {
    for entry in entries where !keys.contains(entry.key.text) {
      diagnostics.append(
        CaseMessages.unknownKey(
          entry.key.text, nearest: nearest(to: entry.key.text, among: keys), keys: keys,
          at: entry.key.range))
    }
  }

  mutating func scalar(_ entries: [YAMLEntry], _ key: String) -> YAMLScalar? {
    guard let entry = entries.first(where: { $0.key.text == key }) else { return nil }
    if case .scalar(let scalar) = entry.value.content, !scalar.isAbsent { return scalar }
    diagnostics.append(CaseMessages.notAText(key, at: entry.value.range))
    return nil
  }

  mutating func month(_ entries: [YAMLEntry], _ key: String) -> CalendarDate? {
    guard entries.contains(where: { $0.key.text == key }), let scalar = scalar(entries, key) else {
      return nil
    }
    if let month = CalendarDate(scalar.text + "-01") { return month }
    diagnostics.append(CaseMessages.noMonth(scalar.text, at: scalar.range))
    return nil
  }

  mutating func date(_ entries: [YAMLEntry], _ key: String) -> CalendarDate? {
    guard let scalar = scalar(entries, key) else { return nil }
    if let date = CalendarDate(scalar.text) { return date }
    diagnostics.append(CaseMessages.noDate(scalar.text, at: scalar.range))
    return nil
  }
}
