public import Determinations
public import Diagnostics
internal import FEELSyntax
public import YAMLTree

/// The applicants of one file, YAML or JSON, with everything noticed on the way.
///
/// A file holds one applicant, a list of applicants, or a list below `applicants:`. Values stay the
/// texts they are until a policy says of which type they should be.
public struct ApplicantReading: Sendable {
  /// Those that were read without an error, in the order of the file.
  public let applicants: [Applicant]
  /// How many stand in the file, those among them that could not be read; a file that says of nobody
  /// counts as one.
  public let count: Int
  /// Findings in the order of the file, those about its structure among them.
  public let diagnostics: [Diagnostic]

  /// Reads the applicants of a file's tree.
  public init(reading document: YAMLDocument) {
    var reader = ApplicantFileReader()
    reader.read(document)
    let isBroken = document.diagnostics.contains { $0.severity == .error }
    applicants = isBroken ? [] : reader.applicants
    count = max(reader.count, 1)
    diagnostics = DiagnosticReport(document.diagnostics + reader.diagnostics).diagnostics
  }

  /// Reads facts by name from the entries of a mapping, as cases beside the rules give them.
  public static func facts(
    in node: YAMLNode
  ) -> (facts: [SuppliedFact], diagnostics: [Diagnostic]) {
    var reader = ApplicantReader()
    let facts = reader.facts(in: node)
    return (facts, reader.diagnostics)
  }

  /// Reads the applicants of a file.
  public init(reading file: SourceFile) { self.init(reading: YAMLDocument(reading: file)) }
}

/// Finds the applicants in a file.
private struct ApplicantFileReader {
  var applicants: [Applicant] = []
  /// How many were met with, read or not.
  private(set) var count = 0
  var diagnostics: [Diagnostic] = []
  private var places: [String: SourceRange] = [:]

  mutating func read(_ document: YAMLDocument) {
    guard let root = document.root else {
      // What could not be read has been reported already.
      if document.diagnostics.isEmpty {
        diagnostics.append(ApplicantMessages.noApplicant(at: Self.start(of: document.file)))
      }
      return
    }
    switch root.content {
    case .mapping(let entries):
      guard let list = entries.first(where: { $0.key.text == "applicants" }) else {
        readApplicant(root)
        return
      }
      for entry in entries where entry.key.text != "applicants" {
        diagnostics.append(
          ApplicantMessages.besideApplicants(entry.key.text, at: entry.key.range))
      }
      guard case .sequence(let items) = list.value.content else {
        diagnostics.append(ApplicantMessages.noApplicant(at: list.key.range))
        return
      }
      readList(items, at: list.key.range)
    case .sequence(let items): readList(items, at: root.range)
    case .scalar: diagnostics.append(ApplicantMessages.noApplicant(at: root.range))
    }
  }

  private mutating func readList(_ items: [YAMLNode], at range: SourceRange) {
    if items.isEmpty { diagnostics.append(ApplicantMessages.noApplicant(at: range)) }
    for item in items {
      if case .mapping = item.content {
        readApplicant(item)
      } else {
        count += 1
        diagnostics.append(ApplicantMessages.noRecord(at: item.range))
      }
    }
  }

  private mutating func readApplicant(_ node: YAMLNode) {
    count += 1
    var reader = ApplicantReader()
    let applicant = reader.applicant(node)
    diagnostics += reader.diagnostics
    guard let (applicant, place) = applicant else { return }
    if let first = places[applicant.id] {
      diagnostics.append(
        ApplicantMessages.duplicateApplicant(applicant.id, at: place, first: first))
    } else {
      places[applicant.id] = place
      applicants.append(applicant)
    }
  }

  private static func start(of file: SourceFile) -> SourceRange {
    SourceRange(file: file, lowerBound: 0, upperBound: 0)
  }
}
