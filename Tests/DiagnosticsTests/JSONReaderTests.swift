import Diagnostics
import Testing

@Suite struct JSONReaderTests {
  @Test(
    "what is read is written again as it was",
    arguments: [
      "null", "true", "[]", "{}", #"{"b":1,"a":[2.50,-0,1e+9,-1.5E-3]}"#, #""\"\\\n\u0001é🐎""#,
      "12345678901234567890.00", #"[[[{"":null}]]]"#,
    ])
  func roundTrip(_ text: String) throws {
    #expect(try JSONValue(reading: Array(text.utf8)).compact == text)
  }

  @Test("escapes stand for characters, surrogate pairs for one")
  func escapes() throws {
    let text = #"  "\u00e9\ud83d\udc0e\/\b\f\r\t" "#
    #expect(
      try JSONValue(reading: Array(text.utf8)) == .string("é🐎/\u{8}\u{C}\r\t"))
  }

  @Test(
    "what is no JSON is refused at the byte where it shows",
    arguments: [
      ("", 0), ("[1,]", 3), ("[1 2]", 3), ("{1:2}", 1), (#"{"a":1,"a":2}"#, 7), ("01", 1),
      ("1.", 2), ("+1", 0), (".5", 0), ("-", 1), ("1e", 2), ("nul", 0), ("[1] 2", 4),
      (#""\x""#, 1), (#""\ud83d""#, 1), (#""\udc0e""#, 1), (#""abc"#, 0), ("\"a\nb\"", 2),
      ("NaN", 0), ("{\"a\" 1}", 5), ("\u{FEFF}1", 0), ("// 1", 0),
    ])
  func refusals(_ text: String, _ offset: Int) {
    #expect {
      _ = try JSONValue(reading: Array(text.utf8))
    } throws: { error in
      (error as? JSONFailure)?.offset == offset
    }
  }

  @Test("bytes that are no UTF-8 are refused, and so is nesting without end")
  func bounds() {
    #expect(throws: JSONFailure.self) { try JSONValue(reading: [0x22, 0xFF, 0x22]) }
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
    #expect(throws: JSONFailure.self) { try JSONValue(reading: deep) }
  }

  @Test("members are found by their keys")
  func members() throws {
    let value = try JSONValue(reading: Array(#"{"a":{"b":1}}"#.utf8))
    #expect(value["a"]?["b"] == .integer(1))
    #expect(value["b"] == nil)
    #expect(JSONValue.array([])["a"] == nil)
  }
}
