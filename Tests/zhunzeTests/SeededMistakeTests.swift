import Foundation
import Testing

@Suite("Mistakes of clerks")
struct SeededMistakeTests {
  @Test(
    "each is reported at its line with a right fix, and sound files with nothing",
    .timeLimit(.minutes(10)))
  func score() async throws {
    let mistakes = try SeededMistake.all()
    #expect(mistakes.count >= 200)
    #expect(Set(mistakes.map(\.name)).count == mistakes.count, "two mistakes have one name")
    let trials = try await withThrowingTaskGroup(of: MistakeTrial.self) { group in
      for mistake in mistakes { group.addTask { try MistakeTrial(mistake) } }
      return try await group.reduce(into: [MistakeTrial]()) { $0.append($1) }
    }
    let clean = try soundFiles()
    let quiet = clean.count { $0.findings == 0 }
    for category in Set(mistakes.map(\.category)).sorted() {
      print(category + ": " + Self.score(trials.filter { $0.mistake.category == category }))
    }
    print(Self.score(trials) + "; \(quiet) of \(clean.count) clean files quiet")

    for trial in trials.sorted(by: { $0.mistake.name < $1.mistake.name }) {
      let mistake = trial.mistake
      #expect(
        trial.isFound, "\(mistake.category), \(mistake.name): \(mistake.code)\n\(trial.report)")
      #expect(
        trial.isAlone || !trial.isFound,
        "\(mistake.category), \(mistake.name): more is reported\n\(trial.report)")
    }
    let right = trials.count { $0.hasRightFix }
    let wrong = trials.filter { !$0.hasRightFix }.map { $0.mistake.name + "\n" + $0.report }
    #expect(right * 100 >= trials.count * 95, "\(wrong.joined(separator: "\n\n"))")
    #expect(clean.count >= 50)
    #expect(quiet == clean.count, "\(clean.filter { $0.findings > 0 }.map(\.file))")
  }

  private static func score(_ trials: [MistakeTrial]) -> String {
    "\(trials.count { $0.isFound }) of \(trials.count) mistakes found at the line, "
      + "\(trials.count { $0.hasRightFix }) with a right fix"
  }

  /// The files of the folders that mistakes are seeded into, each with how much `lint` says about it.
  private func soundFiles() throws -> [(file: String, findings: Int)] {
    try SeededMistake.bases.flatMap { base in
      let folder = SeededMistake.folder.appending(path: base)
      let copy = FileManager.default.temporaryDirectory
        .appending(path: "zhunze-\(UUID().uuidString)")
      try FileManager.default.copyItem(at: folder, to: copy)
      defer { try? FileManager.default.removeItem(at: copy) }
      let findings = try Finding.all(about: "rules", in: copy)
      let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      return paths.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix("applicants/") }.sorted()
        .map { path in (base + "/" + path, findings.count { $0.place?.file == path }) }
    }
  }
}
