import Determinations
import Diagnostics
import Exchange
import FEELSyntax
import Testing

@Suite("Applicants are read as they come in")
struct ApplicantRecordsTests {
  /// What is read of a text that comes in pieces of some bytes: applicants and the places of what is
  /// wrong.
  private func read(
    _ text: String, as form: ApplicantForm, inPiecesOf size: Int = 7
  ) -> (people: [String], wrong: [String]) {
    var records = ApplicantRecords(of: "people", form: form)
    let bytes = Array(text.utf8)
    var found: [ApplicantRecord] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      found += records.add(bytes[start..<min(start + size, bytes.count)])
    }
    found += records.finish()
    let readings = found.map { $0.read() }
    return (
      readings.flatMap(\.applicants).map(shown),
      readings.flatMap(\.diagnostics).map { "\($0.code.rawValue) \($0.range?.place ?? "")" }
    )
  }

  private func shown(_ applicant: Applicant) -> String {
    let facts = applicant.facts.map { "\($0.name.text)=\(Self.shown($0.value))" }
    let claims = applicant.claims.flatMap { claim in
      claim.facts.map { "\(claim.policy.text).\($0.name.text)=\(Self.shown($0.value))" }
    }
    let grants = applicant.grants.map { ["grants=\(Self.shown($0))"] } ?? []
    return ([applicant.id] + facts + claims + grants).joined(separator: " ")
  }

  private static func shown(_ value: SuppliedValue) -> String {
    switch value.content {
    case .text(let text): text
    case .none: "–"
    case .list(let values): "[\(values.map(shown).joined(separator: ", "))]"
    case .record(let entries):
      "{\(entries.map { "\($0.key.text): \(shown($0.value))" }.joined(separator: ", "))}"
    }
  }

  @Test(
    "the same people are read from every form, in pieces of any size", arguments: [1, 2, 7, 9999])
  func forms(size: Int) {
    let people = [
      "A-1 age=30 name=王 芳 grants=[]", "A-2 age=– paid={2025-07: 1432.40} g.day=2025-01-02",
    ]
    let yaml = """
      - {applicant: A-1, facts: {age: 30, name: 王 芳}, grants: []}
      - applicant: A-2
        facts: {age: null, paid: {2025-07: 1432.40}}
        claims: {g: {day: 2025-01-02}}
      """
    let lines = """
      {"applicant": "A-1", "facts": {"age": 30, "name": "王 芳"}, "grants": []}

      {"applicant": "A-2", "facts": {"age": null, "paid": {"2025-07": "1432.40"}}, "claims": {"g": {"day": "2025-01-02"}}}
      """
    let parts = lines.split(separator: "\n")
    let list = "[\(parts.joined(separator: " ,\n"))]\n"
    let table = """
      applicant,age,name,paid,claims.g.day,grants
      A-1,30,王 芳,,,[]
      A-2,null,,"{""2025-07"": ""1432.40""}",2025-01-02,
      """
    for (text, form) in [
      (yaml, ApplicantForm.yaml), (lines, .jsonLines), (list, .json),
      ("\u{FEFF}{\"applicants\": \(list)}", .json), (table, .csv),
      ("\u{FEFF}" + table.split(separator: "\n").joined(separator: "\r\n"), .csv),
    ] {
      let found = read(text, as: form, inPiecesOf: size)
      #expect(found.people == people, "\(form)")
      #expect(found.wrong.isEmpty)
    }
  }

  @Test("what is wrong in one line is reported at its place, and the others are read")
  func badLines() {
    let lines = read(
      "{\"applicant\": \"A\", \"facts\": {}}\n{\"applicant\": \"B\", facts\n{\"facts\": {}}\n{\"applicant\": \"C\", \"facts\": {}}\n",
      as: .jsonLines)
    #expect(lines.people == ["A", "C"])
    #expect(lines.wrong.count == 2)
    #expect(lines.wrong.allSatisfy { $0.contains("people:2:") || $0.contains("people:3:") })

    let table = read(
      "applicant,age\nA,1\nB\nC,\"2\nD,4\nE,x\"y\nF,\"6\"7\n,8\nG,9\n", as: .csv)
    #expect(table.people == ["A age=1", "D age=4", "G age=9"])
    #expect(
      table.wrong == [
        "Z0934 people:3:1", "Z0933 people:4:3", "Z0933 people:6:4", "Z0933 people:7:6",
        "Z0903 people:8:1",
      ])
  }

  @Test(
    "a table whose columns cannot be told is not read",
    arguments: [
      ("", "Z0935 people:1:1"), ("age\n1\n", "Z0935 people:1:1"),
      ("applicant,age,age\nA,1,2\n", "Z0935 people:1:15"),
      ("applicant,,age\nA,1,2\n", "Z0935 people:1:11"),
    ])
  func heads(text: String, wrong: String) {
    let found = read(text, as: .csv)
    #expect(found.people.isEmpty)
    #expect(found.wrong == [wrong])
  }

  @Test(
    "a list that does not end, or after which something stands, loses nobody before",
    arguments: [
      ("[{\"applicant\": \"A\", \"facts\": {}}, {\"applicant\": \"B\"", 1, "Z0932 people:1:35"),
      ("[{\"applicant\": \"A\", \"facts\": {}}] x", 1, "Z0932 people:1:35"),
      ("{\"applicants\": [{\"applicant\": \"A\", \"facts\": {}}]", 1, "Z0932 people:1:49"),
      ("{\"applicants\": [{\"applicant\": \"A\", \"facts\": {}}]}", 1, ""),
      ("{\"applicant\": \"A\", \"facts\": {}}", 1, ""), ("[]", 0, ""),
    ])
  func lists(text: String, people: Int, wrong: String) {
    let found = read(text, as: .json)
    #expect(found.people.count == people)
    #expect(found.wrong == (wrong.isEmpty ? [] : [wrong]))
  }

  @Test("a line that is too long is passed over without being held")
  func longLines() {
    let long = String(repeating: "x", count: ApplicantRecords.longestRecord + 10)
    let table = read("applicant,a\nA,1\nB,\(long)\nC,3\n", as: .csv, inPiecesOf: 5000)
    #expect(table.people == ["A a=1", "C a=3"])
    #expect(table.wrong == ["Z0931 people:3:1"])
    let lines = read(
      "{\"applicant\": \"A\", \"facts\": {}}\n\(long)\n{\"applicant\": \"C\", \"facts\": {}}\n",
      as: .jsonLines, inPiecesOf: 5000)
    #expect(lines.people == ["A", "C"])
    #expect(lines.wrong == ["Z0931 people:2:1"])
  }

  @Test("a row in another encoding is not read")
  func encoding() {
    var records = ApplicantRecords(of: "people", form: .csv)
    let rows = Array("applicant,name\nA,".utf8) + [0xCD, 0xF5] + Array("\nB,b\n".utf8)
    let readings = (records.add(rows) + records.finish()).map { $0.read() }
    #expect(readings.flatMap(\.applicants).map(\.id) == ["B"])
    #expect(readings.flatMap(\.diagnostics).map(\.code) == ["Z0936"])
  }

  @Test("no bytes make the reading stop or trap")
  func anyBytes() {
    var seed: UInt64 = 42
    print("any bytes: seed \(seed)")
    let signs = Array("{}[]\",:\\ \n\rA1null王\u{FEFF}".utf8)
    for number in 0..<600 {
      var text: [UInt8] = []
      for _ in 0..<60 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(signs[Int(seed >> 33) % signs.count])
      }
      let form = ApplicantForm.allCases[number % ApplicantForm.allCases.count]
      var records = ApplicantRecords(of: "people", form: form)
      let found = records.add(text[..<30]) + records.add(text[30...]) + records.finish()
      for record in found { _ = record.read() }
    }
  }
}
