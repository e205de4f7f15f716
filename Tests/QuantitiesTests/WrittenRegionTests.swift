import Quantities
import Testing

@Suite("a region's code that is not written with six digits")
struct WrittenRegionTests {
  @Test(
    "is told from the digits that stand there",
    arguments: [
      ("990105.0", "990105"), ("９９０１０５", "990105"), ("990105 某区", "990105"),
      ("990105001000", "990105"), ("990105001", "990105"), ("9901", "990100"), ("99", "990000"),
    ])
  func told(text: String, code: String) {
    #expect(WrittenRegion.nearest(to: text) == code)
  }

  @Test(
    "is not told where digits are missing or too many",
    arguments: ["某市某区", "99010", "9901055", "990105199001011234", "990105.5", "9901 12", ""])
  func open(text: String) {
    #expect(WrittenRegion.nearest(to: text) == nil)
  }
}

@Suite("shares in Chinese numerals")
struct WrittenShareTests {
  @Test(
    "are decimals where they are exact",
    arguments: [
      ("百分之六十五", "0.65"), ("百分之八十", "0.80"), ("千分之五", "0.005"), ("百分之三点五", "0.035"),
      ("三分之二", "2/3"), ("百分之65", "0.65"),
    ])
  func shares(text: String, number: String) {
    #expect(WrittenNumber.nearest(to: text) == number)
  }
}
