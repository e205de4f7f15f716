import Diagnostics
import Testing

@Suite("the columns of a text in a terminal")
struct DisplayWidthTests {
  @Test(
    "wide, narrow and invisible characters are told apart",
    arguments: [
      ("", 0), ("abc", 3), ("准则", 4), ("a准b", 4), ("，。：", 6), ("ＡＢ", 4), ("ｱ", 1),
      ("e\u{301}", 1), ("é", 1), ("🙂", 2), ("👩‍👩‍👧", 2), ("🇨🇳", 2), ("❤️", 2), ("❤", 1), ("한글", 4),
      ("𠮷", 2), ("\u{200B}", 0), ("“”…", 3), ("　", 2), ("〔2023〕", 8), ("\u{7}", 0), ("¥", 1),
      ("￥", 2),
    ])
  func columns(text: String, columns: Int) {
    #expect(DisplayWidth.columns(of: text) == columns)
  }

  @Test("padding counts columns, and cuts nothing")
  func padding() {
    #expect(DisplayWidth.pad("准则", to: 6) == "准则  ")
    #expect(DisplayWidth.pad("准则", to: 3) == "准则")
  }
}
