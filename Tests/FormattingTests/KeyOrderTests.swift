import Casework
import Diagnostics
import Exchange
import Formatting
import PolicySyntax
import Testing
import YAMLTree

@Suite("The keys of the format")
struct KeyOrderTests {
  /// A place in a file, as the keys that lead there, with what may stand there.
  struct Place: Sendable, CustomTestStringConvertible {
    let path: [String]
    let shape: FileShape
    var read: @Sendable (YAMLDocument) -> [Diagnostic] = {
      PolicyDocument.read($0, inPilot: false).diagnostics
    }

    var testDescription: String { path.joined(separator: "/") }
  }

  static let places: [Place] = [
    Place(path: [], shape: .document), Place(path: ["in force"], shape: .window),
    Place(path: ["title"], shape: .label), Place(path: ["sources", "x"], shape: .source),
    Place(path: ["facts", "x"], shape: .fact), Place(path: ["parameters", "x"], shape: .parameter),
    Place(path: ["parameters", "x", "values", "-"], shape: .value),
    Place(path: ["decisions", "x"], shape: .decision),
    Place(path: ["decisions", "x", "except", "y"], shape: .exception),
    Place(path: ["functions", "x"], shape: .function),
    Place(path: ["criteria", "x"], shape: .criterion),
    Place(path: ["refer", "x"], shape: .condition),
    Place(path: ["exempt", "x"], shape: .condition),
    Place(path: ["benefits", "x"], shape: .benefit),
    Place(path: ["charges", "x"], shape: .benefit),
    Place(path: ["term"], shape: .term), Place(path: ["term", "suspended", "x"], shape: .end),
    Place(path: ["stacking", "-"], shape: .stacking),
    Place(path: ["may change"], shape: .permissions),
    Place(path: ["may change", "criteria"], shape: FileShape.permissions["criteria"]),
    Place(path: [], shape: .pilot) { PilotDocument.read($0, folder: "demo").diagnostics },
    Place(path: [], shape: .caseFile) { CaseFile.read($0, pilot: nil).diagnostics },
    Place(path: ["cases", "-"], shape: .testCase) { CaseFile.read($0, pilot: nil).diagnostics },
    Place(path: ["cases", "-", "expect"], shape: .expectation) {
      CaseFile.read($0, pilot: nil).diagnostics
    },
    Place(path: [], shape: .applicant) { ApplicantReading(reading: $0).diagnostics },
  ]

  @Test("that have an order are those that are read", arguments: places)
  func known(_ place: Place) throws {
    // The message about a key that is none names those that are read.
    var text = "  wwwwwww: x\n"
    for key in place.path.reversed() {
      let lines = text.split(separator: "\n")
      text =
        key == "-"
        ? lines.enumerated().map { ($0 == 0 ? "  - " : "    ") + $1.dropFirst(2) + "\n" }.joined()
        : "  \(key):\n" + lines.map { "  \($0)\n" }.joined()
    }
    // Without its name a case is not read.
    text = text.replacing("- expect:", with: "- case: a\n      expect:")
    text = "  policy: demo\n" + text
    let file = SourceFile(name: "rules/demo.yaml", text: text)
    let found = place.read(YAMLDocument(reading: file))
    let message = try #require(
      found.first { $0.range?.text == "wwwwwww" }, "\(text)\(found.map(\.message.en))")
    let said = [message.message.en, message.help?.en ?? ""].joined(separator: " ")
    let quoted = said.split(separator: "`", omittingEmptySubsequences: false)
      .enumerated().filter { $0.offset % 2 == 1 }
    let read = Set(quoted.map(\.element)).subtracting(["wwwwwww", "facts:"])
    #expect(read == Set(place.shape.keys.map { Substring($0) }), "\(said)")
  }

  @Test("stand in their order, names in the author's")
  func order() throws {
    #expect(
      try layout(
        """
        facts:
          zeta: {label: {en: Z}, type: text}
          alpha: {label: {en: A}, type: text}
        policy: demo
        """)
          == """
          policy: demo

          facts:
            zeta: {type: text, label: {en: Z}}
            alpha: {type: text, label: {en: A}}

          """)
  }
}
