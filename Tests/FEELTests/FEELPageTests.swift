import FEEL
import Testing

@Suite("the pages about FEEL")
struct FEELPageTests {
  @Test(
    "every example has the value that is stated", arguments: [FEELPage.english, FEELPage.chinese])
  func examples(_ path: String) throws {
    let page = try FEELPage(reading: path)
    #expect(page.examples.count > 150)
    for example in page.examples {
      let value = try FEELPageSandbox.standard(example.expression).value
      #expect(value == example.value, "\(example.expression)")
      // A rule file may refuse it, but not come to another value.
      let outcome = FEELPageSandbox.strict(example.expression).text
      #expect(outcome == value || outcome.hasPrefix("Z"), "\(example.expression) in a rule file")
    }
  }

  @Test(
    "every expression that rule files take otherwise has the value or code that is stated",
    arguments: [FEELPage.english, FEELPage.chinese])
  func contrasts(_ path: String) throws {
    let page = try FEELPage(reading: path)
    #expect(page.contrasts.count > 25)
    for contrast in page.contrasts {
      if let standard = contrast.standard {
        let value = try FEELPageSandbox.standard(contrast.expression).value
        #expect(value == standard, "\(contrast.expression)")
      }
      let outcome = FEELPageSandbox.strict(contrast.expression).text
      #expect(outcome == contrast.strict, "\(contrast.expression) in a rule file")
    }
  }

  @Test(
    "every built-in has an entry with all ways to call it and an example, and nothing else has",
    arguments: [FEELPage.english, FEELPage.chinese])
  func builtIns(_ path: String) throws {
    let page = try FEELPage(reading: path)
    var unwritten = Set(BuiltIn.all.map(\.calls))
    for entry in page.entries {
      #expect(unwritten.remove(entry.calls) != nil, "no function is called by \(entry.calls)")
      #expect(entry.hasExample, "\(entry.calls) has no example")
    }
    #expect(unwritten.isEmpty, "functions without an entry")
  }

  @Test("every section is linked to", arguments: [FEELPage.english, FEELPage.chinese])
  func links(_ path: String) throws {
    let page = try FEELPage(reading: path)
    #expect(Set(page.headings.map(FEELPage.anchor)) == Set(page.links))
  }

  @Test("both languages give the same examples")
  func languages() throws {
    let english = try FEELPage(reading: FEELPage.english)
    let chinese = try FEELPage(reading: FEELPage.chinese)
    #expect(english.examples.map(\.expression) == chinese.examples.map(\.expression))
    #expect(english.contrasts.map(\.expression) == chinese.contrasts.map(\.expression))
    #expect(english.entries.map(\.calls) == chinese.entries.map(\.calls))
  }
}
