import Diagnostics
import Formatting
import Foundation
import PolicySyntax
import PolicyWriting
import RepositoryRules
import Testing
import YAMLTree

@Suite("The layout of files")
struct LayoutTests {
  @Test("is that of the expected text", arguments: Repository.pairs)
  func pairs(_ pair: Pair) throws {
    let text = try layout(String(contentsOf: pair.before, encoding: .utf8))
    if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1" {
      try text.write(to: pair.after, atomically: false, encoding: .utf8)
    }
    #expect(try text == String(contentsOf: pair.after, encoding: .utf8))
    #expect(try layout(text) == text)
  }

  @Test("changes nothing that a file of this repository says", arguments: Repository.files)
  func shipped(_ file: SourceFile) throws {
    let before = YAMLDocument(reading: file)
    let text = try CanonicalLayout(of: before).text
    let after = YAMLDocument(reading: SourceFile(name: file.name, text: text))
    #expect(try CanonicalLayout(of: after).text == text)
    #expect(Saying(before) == Saying(after))
    #expect(histogram(file.bytes) == histogram(text.utf8))
  }

  static let seed: UInt64 = 20_261_121

  @Test("keeps what ten thousand files say that were laid out at random")
  func damaged() async {
    let files = Repository.files
    var tried = 0
    await withTaskGroup(of: (kept: Int, tried: Int).self) { group in
      for worker in 0..<4 {
        group.addTask {
          var kept = 0
          var run = worker
          while kept < 2_500, run < 400_000 {
            if check(files[run % files.count], run: run) { kept += 1 }
            run += 4
          }
          return (kept, run / 4)
        }
      }
      for await result in group {
        #expect(result.kept == 2_500)
        tried += result.tried
      }
    }
    print("seed \(Self.seed): 10000 of \(tried) files still have no mistakes")
  }

  /// Lays out a file at random and back again; false if it no longer is a file without mistakes.
  private func check(_ file: SourceFile, run: Int) -> Bool {
    var damage = LayoutDamage(seed: Self.seed, run: run)
    let odd = SourceFile(name: file.name, bytes: damage.damaged(file.bytes))
    let before = YAMLDocument(reading: odd)
    guard errors(in: before) == nil else { return false }
    do {
      let text = try CanonicalLayout(of: before).text
      let after = YAMLDocument(reading: SourceFile(name: file.name, text: text))
      let again = try CanonicalLayout(of: after).text
      let same = [
        again == text, Saying(before) == Saying(after),
        histogram(odd.bytes) == histogram(text.utf8),
      ]
      #expect(
        same == [true, true, true],
        "run \(run) of \(file.name): twice the same, says the same, holds the same; see \(keep(odd, text, again))"
      )
    } catch {
      Issue.record(
        "run \(run) of \(file.name): lost at \(error.range?.place ?? "-"); see \(keep(odd))")
    }
    return true
  }

  /// Keeps texts for those who look for the mistake.
  private func keep(_ file: SourceFile, _ texts: String...) -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "zhunze-layout")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let name = file.name.replacing("/", with: "-")
    for (index, text) in ([file.text(in: 0..<file.bytes.count)] + texts).enumerated() {
      let url = folder.appending(path: "\(index)-\(name)")
      try? text.write(to: url, atomically: false, encoding: .utf8)
    }
    return folder.path() + "/0-" + name
  }

  @Test("leaves what the program writes itself as it is", arguments: Repository.files)
  func written(_ file: SourceFile) throws {
    let yaml = YAMLDocument(reading: file)
    guard let root = yaml.root, FileForm(of: root) == .rules else { return }
    let document = try #require(
      PolicyDocument.read(yaml, inPilot: file.name.hasPrefix("pilots/")).document)
    let text = RuleFileText.text(of: RuleTree(of: document))
    #expect(try layout(text) == text)
  }
}
