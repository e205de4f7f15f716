internal import Determinations
internal import Diagnostics
internal import FEELSyntax
internal import Quantities
internal import YAMLTree

/// Reads one applicant; what it returns was read without an error.
struct ApplicantReader {
  private(set) var diagnostics: [Diagnostic] = []

  private static let keys = ["applicant", "subject", "facts", "claims", "grants"]
  /// Whom a policy can be about.
  static let subjects = ["person", "employer"]

  /// The applicant in a node, with the place of the number.
  mutating func applicant(_ node: YAMLNode) -> (applicant: Applicant, place: SourceRange)? {
    guard case .mapping(let entries) = node.content else {
      diagnostics.append(ApplicantMessages.noApplicant(at: node.range))
      return nil
    }
    var id: (text: String, place: SourceRange)?
    var subject: String?
    var facts: [SuppliedFact] = []
    var claims: [Applicant.Claim] = []
    var grants: SuppliedValue?
    var hasID = false
    for entry in entries {
      switch entry.key.text {
      case "applicant":
        hasID = true
        id = text(of: entry, example: "applicant: …").map { ($0, entry.value.range) }
      case "subject": subject = self.subject(of: entry) ?? subject
      case "facts": facts = self.facts(in: entry, example: "facts: {…: …}")
      case "claims": claims = self.claims(in: entry)
      case "grants": grants = self.grants(in: entry)
      default: reportUnknown(entry.key)
      }
    }
    if !hasID { diagnostics.append(ApplicantMessages.missingID(at: Self.firstLine(of: node))) }
    guard let id, diagnostics.isEmpty else { return nil }
    let applicant = Applicant(
      id: id.text, subject: subject, facts: facts, claims: claims, grants: grants)
    return (applicant, id.place)
  }

  private mutating func reportUnknown(_ key: YAMLScalar) {
    diagnostics.append(
      ApplicantMessages.unknownKey(
        key.text, at: key.range,
        nearest: Self.words[key.text] ?? nearest(to: key.text, among: Self.keys),
        known: Self.keys))
  }

  /// What people who write Chinese call the keys.
  private static let words = [
    "申请人": "applicant", "申请人编号": "applicant", "编号": "applicant", "对象": "subject",
    "申请主体": "subject", "事实": "facts", "情况": "facts", "申请": "claims", "申请事项": "claims",
    "此前核准": "grants", "以前获批的补贴": "grants", "已获补贴": "grants",
  ]

  private mutating func subject(of entry: YAMLEntry) -> String? {
    guard let text = text(of: entry, example: "subject: person") else { return nil }
    if Self.subjects.contains(text) { return text }
    diagnostics.append(
      ApplicantMessages.subject(
        text, at: entry.value.range,
        nearest: ["个人": "person", "单位": "employer", "用人单位": "employer", "企业": "employer"][text]
          ?? nearest(to: text, among: Self.subjects)))
    return nil
  }

  private mutating func claims(in entry: YAMLEntry) -> [Applicant.Claim] {
    let example = "claims: {…: {…: …}}"
    return named(in: entry, example: example) { reader, name, claim in
      Applicant.Claim(
        policy: name,
        facts: reader.facts(in: claim, example: "\(name.text): {…: …}"))
    }
  }

  private mutating func facts(in entry: YAMLEntry, example: String) -> [SuppliedFact] {
    named(in: entry, example: example) { reader, name, fact in
      reader.value(fact.value, of: fact.key).map { SuppliedFact(name, $0) }
    }
  }

  private mutating func grants(in entry: YAMLEntry) -> SuppliedValue? {
    let example = "grants: [{policy: …, pilot: …, approved: …, paid: {…: …}}]"
    guard !isAbsent(entry.value) else {
      diagnostics.append(ApplicantMessages.absentGrants(at: entry.key.range))
      return nil
    }
    guard let value = value(entry.value, of: entry.key) else { return nil }
    switch value.content {
    case .list(let grants):
      for grant in grants {
        if case .record = grant.content { continue }
        report(grant, of: "grants", expected: .record, example: example)
      }
    case .none: diagnostics.append(ApplicantMessages.noneForGrants(at: value.range))
    case .text(let text) where SuppliedValue.saysNone(text): break
    case .text: diagnostics.append(ApplicantMessages.textForGrants(at: value.range))
    case .record: diagnostics.append(ApplicantMessages.grantAlone(entry.value))
    }
    return value
  }

  /// The value that a text written as in an applicant's file holds.
  static func value(in file: SourceFile) -> (value: SuppliedValue?, diagnostics: [Diagnostic]) {
    let document = YAMLDocument(reading: file)
    let isBroken = document.diagnostics.contains { $0.severity == .error }
    guard let root = document.root, !isBroken else { return (nil, document.diagnostics) }
    var reader = ApplicantReader()
    let value = reader.value(
      root, named: file.text(in: 0..<min(file.bytes.count, 40)), at: root.range)
    return (reader.diagnostics.isEmpty ? value : nil, document.diagnostics + reader.diagnostics)
  }

  // MARK: - Entries and values

  /// The entries below a key, each name once.
  private mutating func named<Element>(
    in entry: YAMLEntry, example: String,
    _ read: (inout ApplicantReader, Name, YAMLEntry) -> Element?
  ) -> [Element] {
    guard case .mapping(let entries) = entry.value.content else {
      if isAbsent(entry.value) {
        diagnostics.append(
          ApplicantMessages.absentPart(entry.key.text, example: example, at: entry.key.range))
      } else if let value = value(entry.value, of: entry.key) {
        report(value, of: entry.key.text, expected: .record, example: example)
      }
      return []
    }
    return names(of: whole(entries, of: entry.value)).compactMap { name, entry in
      read(&self, name, entry)
    }
  }

  /// The entries without those that are nothing but the rest of a torn value, which is reported.
  private mutating func whole(_ entries: [YAMLEntry], of node: YAMLNode) -> [YAMLEntry] {
    guard node.isFlow, entries.contains(where: { isAbsent($0.value) }) else { return entries }
    var whole: [YAMLEntry] = []
    for entry in entries {
      guard isAbsent(entry.value), !entry.key.hasColon, let last = whole.last,
        last.value.isPlainText
      else {
        whole.append(entry)
        continue
      }
      whole.removeLast()
      let range = last.value.range.union(entry.key.range)
      diagnostics.append(
        ApplicantMessages.torn(range, number: TornNumber.meant(by: range.text)))
    }
    return whole
  }

  /// The facts of a mapping; nothing for what is none, which is reported.
  mutating func facts(in node: YAMLNode) -> [SuppliedFact] {
    guard case .mapping(let entries) = node.content else {
      diagnostics.append(
        ApplicantMessages.shape(
          .text, of: "facts", expected: .record, example: "{fact: value}", at: node.range))
      return []
    }
    return names(of: whole(entries, of: node)).compactMap { name, entry in
      value(entry.value, of: entry.key).map { SuppliedFact(name, $0) }
    }
  }

  /// The names of entries; blanks count as one, so that the same name is known again.
  private mutating func names(of entries: [YAMLEntry]) -> [(Name, YAMLEntry)] {
    // Names that are written as they are compared are not twice in a mapping: the tree saw to that.
    guard !entries.allSatisfy({ $0.key.text.isSingleSpaced }) else {
      return entries.map { (Name($0.key.text, at: $0.key.range), $0) }
    }
    var places: [String: SourceRange] = [:]
    return entries.compactMap { entry in
      let text = entry.key.text.singleSpaced
      guard !text.isEmpty else {
        diagnostics.append(ApplicantMessages.emptyName(at: entry.key.range))
        return nil
      }
      if let first = places[text] {
        diagnostics.append(
          ApplicantMessages.duplicateName(text, at: entry.key.range, first: first))
        return nil
      }
      places[text] = entry.key.range
      return (Name(text, at: entry.key.range), entry)
    }
  }

  /// The value in a node; nil after a report.
  private mutating func value(_ node: YAMLNode, of key: YAMLScalar) -> SuppliedValue? {
    value(node, named: key.text, at: key.range)
  }

  private mutating func value(
    _ node: YAMLNode, named key: String, at place: SourceRange
  ) -> SuppliedValue? {
    switch node.content {
    case .scalar(let scalar):
      guard !scalar.isAbsent else {
        diagnostics.append(ApplicantMessages.absentFact(key, at: place))
        return nil
      }
      let isNone = scalar.style == .plain && ["null", "~"].contains(scalar.text)
      return SuppliedValue(isNone ? .none : .text(scalar.text), at: node.range)
    case .sequence(let items):
      let values = items.compactMap { item -> SuppliedValue? in
        guard !isAbsent(item) else {
          diagnostics.append(ApplicantMessages.absentItem(at: item.range))
          return nil
        }
        return value(item, named: key, at: place)
      }
      return SuppliedValue(.list(values), at: node.range)
    case .mapping(let entries):
      let values = names(of: whole(entries, of: node)).compactMap { name, entry in
        value(entry.value, of: entry.key).map { (key: name, value: $0) }
      }
      return SuppliedValue(.record(values), at: node.range)
    }
  }

  private mutating func text(of entry: YAMLEntry, example: String) -> String? {
    guard !isAbsent(entry.value) else {
      diagnostics.append(
        ApplicantMessages.absentText(entry.key.text, example: example, at: entry.key.range))
      return nil
    }
    guard let value = value(entry.value, of: entry.key) else { return nil }
    if case .text(let text) = value.content, !text.isEmpty { return text }
    report(value, of: entry.key.text, expected: .text, example: example)
    return nil
  }

  private mutating func report(
    _ value: SuppliedValue, of key: String, expected: ApplicantMessages.Shape, example: String
  ) {
    let found: ApplicantMessages.Shape =
      switch value.content {
      case .text(let text): text.isEmpty ? .emptyText : .text
      case .none: .none
      case .list: .list
      case .record: .record
      }
    diagnostics.append(
      ApplicantMessages.shape(
        found, of: key, expected: expected, example: example, at: value.range))
  }

  private func isAbsent(_ node: YAMLNode) -> Bool {
    if case .scalar(let scalar) = node.content { scalar.isAbsent } else { false }
  }

  /// The first line of a node, where something that is missing can be reported.
  private static func firstLine(of node: YAMLNode) -> SourceRange {
    let file = node.range.file
    let line = file.offsets(ofLine: node.range.start.line)
    return SourceRange(
      file: file, lowerBound: node.range.lowerBound,
      upperBound: min(node.range.upperBound, line.upperBound))
  }
}

/// A number with commas between its thousands.
enum TornNumber {
  /// `1024.80` for `1,024.80`; nil for anything that is no number.
  static func meant(by text: String) -> String? {
    guard text.allSatisfy({ ("0"..."9").contains($0) || $0 == "," || $0 == "." || $0 == " " })
    else { return nil }
    return WrittenNumber.nearest(to: text.filter { $0 != " " })
  }
}

extension YAMLNode {
  /// Whether it is a text without quotation marks that is not absent.
  fileprivate var isPlainText: Bool {
    if case .scalar(let scalar) = content { return scalar.style == .plain && !scalar.isAbsent }
    return false
  }
}

extension YAMLScalar {
  /// Whether a colon follows, so that it is a key that somebody wrote.
  fileprivate var hasColon: Bool {
    range.file.bytes[range.upperBound...].first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
      == UInt8(ascii: ":")
  }
}
