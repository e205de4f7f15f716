import Diagnostics
import FEELSyntax
import Testing

@Suite("mistakes")
struct MistakeTests {
  @Test(
    "each has one message, at its place",
    arguments: [
      ("", "Z0320", ""), ("  // only", "Z0320", "  // only"), ("1 +", "Z0322", "+"),
      ("1 + // 2", "Z0322", "+"), ("(1 + ) * 2", "Z0322", "+"), ("a and", "Z0322", "and"),
      ("> 5", "Z0323", ">"), ("=a+b", "Z0323", "="), ("\"abc", "Z0304", "\"abc"),
      ("\"abc\n\" + 1", "Z0304", "\"abc"), ("f(\"abc, 1)", "Z0304", "\"abc, 1)"),
      ("1 + /* x", "Z0305", "/*"), ("a $ b", "Z0306", "$"), ("#1", "Z0306", "#"),
      ("{# a: 1}", "Z0306", "#"), ("{!: 1}", "Z0306", "!"), ("{a#b: 1}", "Z0306", "#"),
      ("{a: 1,\n# 合计\nb: 2}", "Z0306", "#"), ("for # x in y return 1", "Z0306", "#"),
      ("function(a!) 1", "Z0306", "!"),
      ("(1 + 2", "Z0330", "("), ("[1, 2", "Z0330", "["), ("f(1", "Z0330", "("),
      ("a[1", "Z0330", "["),
      ("{a: 1", "Z0330", "{"), ("(1 + 2]", "Z0331", "]"), ("[1, 2)", "Z0331", ")"),
      ("1 + 2)", "Z0332", ")"), (")", "Z0332", ")"), ("a]", "Z0332", "]"),
      ("[1, 2,]", "Z0333", ","), ("f(1,)", "Z0333", ","), ("{a: 1,}", "Z0333", ","),
      ("if a then b", "Z0324", ""), ("if a b", "Z0324", ""),
      ("if a then b 5 + \"c\"", "Z0324", ""),
      ("for x in y", "Z0324", ""), ("some x in y z", "Z0324", ""), ("x between 1", "Z0324", ""),
      ("for x of y return x", "Z0324", "return"), ("for in y return x", "Z0325", "in"),
      ("a.", "Z0325", ""), ("a.(b)", "Z0325", "("), ("{1", "Z0326", "1"), ("{a b}", "Z0326", "a b"),
      ("{: 1}", "Z0325", ":"), ("x instance of 5", "Z0327", "5"),
      ("x instance of list<number", "Z0327", "<"),
      ("x instance of function<number>", "Z0327", "function<number>"), ("@date", "Z0328", "@"),
      ("1 \"a\"", "Z0340", "\"a\""), ("f(1) 2", "Z0340", "2"), ("(a) b", "Z0340", "b"),
      ("1 then 2", "Z0341", "then"), ("a < b < c", "Z0342", "<"), ("a = b = c", "Z0342", "="),
      ("f(1, a: 2)", "Z0343", "f"), ("a[b, c]", "Z0344", ","), ("1..5", "Z0345", ".."),
      ("(1, 2)", "Z0314", ","), ("x in ()", "Z0347", "("), ("x := 5", "Z0311", ":="),
      ("a ? b : c", "Z0313", "?"), ("10 % 3", "Z0312", "%"), ("!a", "Z0310", "!"),
      ("a AND b", "Z0310", "AND"), ("a Or b = 1", "Z0310", "Or"), ("1 = 1 AND a", "Z0310", "AND"),
      ("0,5", "Z0348", "0,5"), ("a^", "Z0322", "^"),
      ("days between(a, b) > 1", "Z0310", "days between(a, b)"), ("x = TRUE", "Z0310", "TRUE"),
      ("\"\\uD83D\"", "Z0309", "\\uD83D"),
      ("\"\\UFFFFFF\"", "Z0309", "\\UFFFFFF"), ("it's", "Z0308", "'"), ("1 +  ]", "Z0322", "+"),
      ("[1..5", "Z0330", "["), ("not(", "Z0321", ""), ("else", "Z0321", "else"),
      ("1 at(x)", "Z0340", "at"),
    ])
  func messages(text: String, code: String, place: String) {
    let result = parsed(text)
    #expect(result.tree == nil)
    #expect(result.diagnostics.map(\.code.rawValue) == [code])
    if code != "Z0343" {
      #expect(result.diagnostics.first?.range?.text == place)
    }
  }

  @Test(
    "signs of other keyboards and languages are mended by the edits",
    arguments: [
      ("年龄 ≥ 18", "年龄 >= 18"), ("a≤1", "a<=1"), ("a ≠ 1", "a != 1"), ("a×b", "a*b"),
      ("a ÷ b", "a / b"),
      ("a ＞＝ 1", "a >= 1"), ("（a ＋ b）", "(a + b)"), ("max（a，b）", "max(a,b)"),
      ("{a：1；b：2}", "{a:1,b:2}"),
      ("［1，2］", "[1,2]"), ("a ＝ “是”", "a = \"是\""), ("a = 'x y'", "a = \"x y\""), ("「a」", "\"a\""),
      ("a == 1", "a = 1"), ("a !== 1", "a != 1"), ("a <> b", "a != b"), ("a => 1", "a >= 1"),
      ("a =< 1", "a <= 1"),
      ("a && b", "a and b"), ("a || b", "a or b"), ("a ^ 2", "a ** 2"), ("a * 50%", "a * 0.5"),
      ("12.5%", "0.125"), ("100%", "1"), ("5％", "0.05"), ("250%", "2.5"), ("a、b", nil),
      ("[1、2]", "[1,2]"),
      ("x in [18～60]", "x in [18..60]"), ("a > １８", "a > 18"), ("a － b", "a - b"),
      ("a — b", "a - b"),
      ("[1, 2,]", "[1, 2]"), ("+5", "5"), ("a == 1 && b == 2", "a = 1 and b = 2"),
      ("a.b。c", "a.b.c"),
      ("a[1; 2]", nil),
    ] as [(String, String?)])
  func fixes(text: String, mended: String?) {
    let result = parsed(text)
    #expect(result.tree == nil)
    #expect(!result.diagnostics.isEmpty)
    guard let mended else { return }
    var bytes = Array(text.utf8)
    let fixes = result.diagnostics.flatMap(\.fixes).sorted {
      $0.range.lowerBound > $1.range.lowerBound
    }
    for fix in fixes {
      bytes.replaceSubrange(fix.range.lowerBound..<fix.range.upperBound, with: fix.replacement.utf8)
    }
    let fixed = String(decoding: bytes, as: UTF8.self)
    #expect(fixed == mended)
    #expect(parsed(fixed).tree != nil)
  }

  @Test("a word of databases behind a list of several words is told apart from its name")
  func whereWord() {
    let result = parsed(
      "for x in devices bought where x > 1 return x", names: ["devices bought"])
    #expect(result.tree == nil)
    #expect(result.diagnostics.map(\.code.rawValue) == ["Z0340"])
    #expect(result.diagnostics.first?.range?.text == "where")
  }

  @Test("a comment that swallows the rest is pointed at")
  func swallowed() {
    let result = parsed("if a then b // else c")
    #expect(result.diagnostics.first?.notes.first?.range?.text == "//")
  }

  @Test("messages are worded in both languages, without capitals and full stops")
  func wording() {
    for text in ["1 +", "(", "a == b", "if a then b", "5%", "“a", "", "a b(", "1..2", "{a}"] {
      for diagnostic in parsed(text).diagnostics {
        for wording in [diagnostic.message, diagnostic.help].compactMap(\.self) {
          #expect(wording.en.last != ".")
          #expect(wording.zh.last != "。")
          #expect(wording.en.first?.isUppercase == false)
          #expect(wording.zh.unicodeScalars.contains { $0.value > 0x4E00 })
        }
      }
    }
  }
}
