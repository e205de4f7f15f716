import Casework
import DMNXML
import Diagnostics

extension TestReport {
  /// The results as build servers read them: a suite for each file, without times, so that the same
  /// results give the same bytes.
  var junit: XMLNode {
    var suites: [XMLNode] = []
    var start = 0
    while start < reports.count {
      let file = reports[start].file.file
      let end = reports[start...].firstIndex { $0.file.file !== file } ?? reports.count
      suites.append(suite(file.name, reports[start..<end]))
      start = end
    }
    if !diagnostics.isEmpty { suites.append(unreadable) }
    let errors = reports.count { !$0.diagnostics.isEmpty }
    return XMLNode(
      "testsuites",
      [
        ("name", "zhunze test"), ("tests", String(reports.count + diagnostics.count)),
        ("failures", String(failed - errors)), ("errors", String(errors + diagnostics.count)),
      ], suites)
  }

  private func suite(_ name: String, _ reports: ArraySlice<CaseReport>) -> XMLNode {
    let errors = reports.count { !$0.diagnostics.isEmpty }
    let failures = reports.count { !$0.hasPassed } - errors
    return XMLNode(
      "testsuite",
      [
        ("name", name), ("tests", String(reports.count)), ("failures", String(failures)),
        ("errors", String(errors)), ("skipped", "0"),
      ], reports.map(testCase))
  }

  private func testCase(_ report: CaseReport) -> XMLNode {
    let place = report.range.start
    let file = report.range.file.name
    var children: [XMLNode] = []
    if !report.hasPassed {
      let first =
        report.diagnostics.first?.message.text(in: language)
        ?? report.differences.first.map(text(of:)) ?? ""
      children.append(
        XMLNode(
          report.diagnostics.isEmpty ? "failure" : "error",
          [
            ("message", first),
            ("type", report.diagnostics.first?.code.rawValue ?? "difference"),
          ], text: details(of: report).joined(separator: "\n")))
    }
    let pilot = report.file.pilot.map { ".\($0)" } ?? ""
    return XMLNode(
      "testcase",
      [
        ("name", report.name), ("classname", report.file.subjectName + pilot), ("file", file),
        ("line", String(place.line)),
      ], children)
  }

  /// What is wrong with files of cases, as errors of a suite of its own.
  private var unreadable: XMLNode {
    XMLNode(
      "testsuite",
      [
        ("name", "files"), ("tests", String(diagnostics.count)), ("failures", "0"),
        ("errors", String(diagnostics.count)), ("skipped", "0"),
      ],
      diagnostics.map { diagnostic in
        XMLNode(
          "testcase",
          [("name", diagnostic.range?.place ?? "zhunze"), ("classname", "files")],
          [
            XMLNode(
              "error",
              [
                ("message", diagnostic.message.text(in: language)),
                ("type", diagnostic.code.rawValue),
              ], text: DiagnosticReport([diagnostic]).text(in: language))
          ])
      })
  }
}
