import Determinations
import Diagnostics
import Rendering
import Testing

private let samples = outcomeSamples + partSamples + explanationSamples

@Suite("determinations as people read them")
struct DeterminationTextTests {
  @Test("a determination reads the same as before, in both languages", arguments: samples)
  func golden(_ sample: Sample) throws {
    let texts = [Language.english, .chinese].map { language in
      "=== \(language.rawValue)\n"
        + DeterminationText(language: language, explainsAll: true).text(of: sample.determination)
    }
    try Golden.expect(texts.joined(), is: sample.name)
  }

  @Test("there is a sample of every outcome")
  func everyOutcome() {
    #expect(Set(samples.map(\.determination.outcome)) == Set(Outcome.allCases))
  }

  @Test("no line is wider than the page", arguments: samples, [40, 60, 80, 120])
  func width(_ sample: Sample, _ columns: Int) {
    for language in Language.allCases {
      let page = DeterminationText(language: language, explainsAll: true, columns: columns)
      for line in page.text(of: sample.determination).split(separator: "\n") {
        #expect(DisplayWidth.columns(of: String(line)) <= columns, "\(line)")
      }
    }
  }

  @Test("colour adds nothing but colour", arguments: samples)
  func colour(_ sample: Sample) {
    for language in Language.allCases {
      let plain = DeterminationText(language: language, explainsAll: true)
      let coloured = DeterminationText(language: language, explainsAll: true, isColoured: true)
      let text = coloured.text(of: sample.determination)
      #expect(text.contains("\u{1B}["))
      // A shortened line leaves out a little more if it is coloured.
      guard sample.name != "long-texts" else { continue }
      #expect(withoutSequences(text) == plain.text(of: sample.determination))
    }
  }

  @Test("nothing that was supplied reaches the terminal as a command", arguments: samples)
  func harmless(_ sample: Sample) {
    let text = DeterminationText(language: .chinese, explainsAll: true)
      .text(of: sample.determination)
    let harmful = text.unicodeScalars.filter { scalar in
      scalar.value < 0x20 && scalar != "\n" || (0x202A...0x202E).contains(scalar.value)
    }
    #expect(harmful.isEmpty)
  }

  @Test("the short explanation takes ten lines at most", arguments: samples)
  func shortExplanation(_ sample: Sample) {
    let text = DeterminationText(language: .english).text(of: sample.determination)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(of: "Why") else {
      // Nothing is said where nothing is known that would lead to the outcome.
      #expect(sample.determination.explanation.short.isEmpty)
      return
    }
    let end = lines[start...].firstIndex(of: "") ?? lines.endIndex
    #expect(end - start - 1 <= 10)
  }

  private func withoutSequences(_ text: String) -> String {
    var result = ""
    var isInside = false
    for character in text {
      if character == "\u{1B}" { isInside = true }
      if !isInside { result.append(character) }
      if isInside, character == "m" { isInside = false }
    }
    return result.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        var line = line
        while line.last == " " { line.removeLast() }
        return line
      }.joined(separator: "\n")
  }
}
