import Diagnostics
import PolicyAnalysis
import PolicyModel
import PolicySyntax
import Testing
import YAMLTree

@Suite("What rests on what was misread")
struct MisreadingTests {
  private static let shared = """
    vocabulary: shared
    facts:
      age: {type: number, label: {en: Age}}
      quota: {type: number, label: {en: Quota}}
    decisions:
      grown: age >= 18

    """
  private static let policy = """
    policy: demo
    uses: [shared]
    criteria:
      old enough: {require: grown, source: X-1}
      not too many: {require: quota > 3, source: X-2}
      aged five: {require: ageing > 5, source: X-3}

    """

  /// What was read of files, with what was misread of them.
  private struct Read {
    let policy: SourceFile
    let rulebook: Rulebook
    let misread: Misreadings

    init(shared: String = MisreadingTests.shared) {
      self.init([
        SourceFile(name: "rules/demo.yaml", text: MisreadingTests.policy),
        SourceFile(name: "rules/shared.yaml", text: shared),
      ])
    }

    init(_ files: [SourceFile]) {
      policy = files[0]
      let trees = files.map { YAMLDocument(reading: $0) }
      let readings = trees.map { PolicyDocument.read($0, inPilot: false) }
      rulebook = Rulebook(policies: readings.compactMap(\.document), pilots: [])
      misread = Misreadings(
        of: zip(files, readings).map { RuleFile($0, .shared, isRead: $1.document != nil) },
        trees.flatMap(\.diagnostics) + readings.flatMap(\.diagnostics), in: rulebook)
    }

    /// Whether something said of a place of the policy would be said without what was misread.
    func isIndependent(at text: String, _ code: DiagnosticCode = "Z1301") throws -> Bool {
      let bytes = try #require(policy.bytes.firstRange(of: Array(text.utf8)))
      let range = SourceRange(
        file: policy, lowerBound: bytes.lowerBound, upperBound: bytes.upperBound)
      return misread.isIndependent(
        Diagnostic(code, at: range, Wording(en: "found", zh: "发现")))
    }
  }

  @Test("is nothing where all was read")
  func sound() throws {
    let read = Read()
    #expect(read.misread.isEmpty)
    #expect(try read.isIndependent(at: "grown"))
    #expect(read.misread.isReliable(PolicyID("demo"), in: nil, of: read.rulebook))
  }

  @Test("is as much of thousands of mistakes as of one, in entries and beside them")
  func thousands() throws {
    let entries = (0..<20_000).map { "  fact \($0): {tpye: number}\n" }.joined()
    let twice = String(repeating: "  grown: age > 1\n", count: 20_000)
    let read = Read(
      shared: Self.shared + twice + "facts:\n" + entries
        + (0..<20_000).map { "key \($0): 1\n" }.joined())
    #expect(!read.misread.isEmpty)
    #expect(try !read.isIndependent(at: "grown"))
  }

  @Test("is what mentions it, at once or through others, and nothing else")
  func mentions() throws {
    let read = Read(
      shared: Self.shared.replacing("age: {type: number", with: "age: {tipe: number"))
    #expect(!read.misread.isEmpty)
    #expect(try !read.isIndependent(at: "grown"))
    #expect(try read.isIndependent(at: "quota"))
    #expect(try read.isIndependent(at: "ageing"))
    #expect(!read.misread.isReliable(PolicyID("demo"), in: nil, of: read.rulebook))
  }

  @Test("is nothing where the reader knows what is meant")
  func mended() throws {
    let read = Read(shared: Self.shared.replacing(">=", with: "≥"))
    #expect(!read.misread.isEmpty)
    #expect(try read.isIndependent(at: "grown"))
  }

  @Test("is all that sees a name which cannot be one")
  func misnamed() throws {
    let read = Read(shared: Self.shared.replacing("quota:", with: "most-of-all:"))
    #expect(try !read.isIndependent(at: "quota"))
    #expect(try !read.isIndependent(at: "ageing"))
  }

  @Test("is a missing name where the line of one is lost")
  func lostName() throws {
    let read = Read(
      shared: Self.shared.replacing("label: {en: Age}", with: "type: number, label: {en: Age}"))
    #expect(try !read.isIndependent(at: "ageing", "Z0203"))
    #expect(try read.isIndependent(at: "ageing"))
  }

  @Test("is found however many names are misread and however many files see them")
  func many() throws {
    let facts = (0..<300).map { "  number \($0): {type: number, label: {en: Number}}\n" }.joined()
    let decisions = (0..<60).map { "  sum \($0): number \($0) + number \($0 * 5)\n" }.joined()
    let files = (0..<40).map {
      SourceFile(
        name: "rules/demo-\($0).yaml",
        text: "policy: demo-\($0)\nuses: [shared]\ndecisions:\n" + decisions)
    }
    let shared = SourceFile(
      name: "rules/shared.yaml", text: "vocabulary: shared\nfactss:\n" + facts)
    #expect(try !Read(files + [shared]).isIndependent(at: "number 59 + number 295"))
  }
}
