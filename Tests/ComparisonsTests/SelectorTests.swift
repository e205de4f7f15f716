import Comparisons
import Diagnostics
import PolicyModel
import Quantities
import Testing

@Suite("Selectors")
struct SelectorTests {
  @Test("all keys are read, in any order and with blanks around them")
  func readsAll() throws {
    let selector = try Selector(
      reading: "known=2025-10-01, date=2025-07-15,pilot=beijing,revision=HEAD~5,rules=../other")
    #expect(selector.pilot == PilotID("beijing"))
    #expect(selector.date == CalendarDate("2025-07-15"))
    #expect(selector.known == CalendarDate("2025-10-01"))
    #expect(selector.revision == "HEAD~5")
    #expect(selector.rules == "../other")
  }

  @Test("a selector is written as it is read")
  func roundTrip() throws {
    let text = "pilot=beijing,date=2025-07-15,known=2025-10-01,revision=v1.0,rules=a=b"
    #expect(try Selector(reading: text).text == text)
    #expect(try Selector(reading: "").text.isEmpty)
  }

  @Test(
    "what is no selector is refused, with what was read and how it is written",
    arguments: [
      ("pilto=beijing", "`pilto`", "did you mean `pilot=`?"),
      ("colour=red", "`colour`", "the keys are"),
      ("date=2025-07-01,date=2025-08-01", "`date=` stands twice", "leave one out"),
      ("date=2025-02-30", "`date=2025-02-30` is no day", "2025-02-28"),
      ("date=2026/3/31", "`date=2026/3/31` is no day", "`date=2026-03-31`"),
      ("date=2026年3月31日", "`date=2026年3月31日` is no day", "`date=2026-03-31`"),
      ("known=2026-03", "`known=2026-03` is no day", "`2026-03-DD`"),
      ("known=July", "`known=July` is no day", "YYYY-MM-DD"),
      ("beijing", "without a value", "the keys are"),
      ("pilot", "without a value", "write `pilot=…`"),
      ("pilot=", "without a value", "write `pilot=…`"),
      ("pilot=beijing,", "without a value", "the keys are"),
      ("revision=--output=x", "is no revision", "HEAD~5"),
    ])
  func mistakes(text: String, message: String, help: String) {
    let mistake = #expect(throws: SelectorMistake.self) { try Selector(reading: text) }
    #expect(mistake?.message.en.contains(message) == true)
    #expect(mistake?.help?.en.contains(help) == true)
    #expect(mistake?.message.zh.isEmpty == false)
  }
}
