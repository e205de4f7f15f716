import Casework
import Diagnostics
import Exchange
import FileSchemas
import PolicySyntax
import Testing
import YAMLTree

/// Compares the keys of schemas with those that the readers of files accept.
@Suite("Keys of schemas")
struct KeyTests {
  @Test("wherever keys are closed, the schema and the reader know the same", arguments: kinds)
  func keys(kind: FileSchema) {
    let probes = Probe.all(of: kind.json(in: .english))
    #expect(!probes.isEmpty)
    for probe in probes {
      let accepted = Self.accepted(probe.text(after: Self.head[kind] ?? ""), kind)
      // The words that tell kinds apart are known to every file, to be reported side by side.
      let words: Set<String> =
        probe.path.isEmpty && kind != .pilot && kind != .test
        ? ["policy", "vocabulary", "adapts"] : []
      #expect(accepted == probe.keys.union(words), "\(kind.rawValue)\(probe.path)")
    }
  }

  static let kinds: [FileSchema] = [.policy, .vocabulary, .overlay, .sources, .pilot, .test]

  /// What tells a reader the kind of a file.
  private static let head: [FileSchema: String] = [
    .policy: "policy: example\n", .vocabulary: "vocabulary: example\n",
    .overlay: "adapts: example\n", .sources: "sources: {}\n", .test: "policy: example\n",
  ]

  @Test("an applicant has the keys that the reader knows")
  func applicant() {
    let file = SourceFile(name: "a.yaml", text: "applicant: A-1\n\(Probe.unknown): 1\n")
    let message = ApplicantReading(reading: file).diagnostics.first { $0.code == "Z0902" }
    let known = Self.quoted(message?.message.en ?? "").subtracting([Probe.unknown])
    let probes = Probe.all(of: FileSchema.applicant.json(in: .english))
    #expect(probes.contains { $0.keys == known }, "\(known.sorted())")
  }

  /// The keys that a reader accepts where the unknown one stands.
  private static func accepted(_ text: String, _ kind: FileSchema) -> Set<String> {
    let inPilot = kind == .overlay
    let file = SourceFile(name: inPilot ? "pilots/a/b.yaml" : "rules/a.yaml", text: text)
    let yaml = YAMLDocument(reading: file)
    let diagnostics =
      switch kind {
      case .pilot: PilotDocument.read(yaml, folder: "a").diagnostics
      case .test: CaseFile.read(yaml, pilot: nil).diagnostics
      default: PolicyDocument.read(yaml, inPilot: inPilot).diagnostics
      }
    let found = diagnostics.first {
      ["Z0501", "Z1105"].contains($0.code) && $0.message.en.contains("`\(Probe.unknown)`")
    }
    return quoted(found?.help?.en ?? "")
  }

  private static func quoted(_ text: String) -> Set<String> {
    Set(text.matches(of: /`([^`]+)`/).map { String($0.1) })
  }
}
